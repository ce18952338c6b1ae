#include "base/error.hpp"
#include "base/limits.hpp"
#include "styles/detail/style_document.hpp"
#include "styles/detail/style_furniture.hpp"
#include "styles/detail/style_layers.hpp"
#include "styles/style.hpp"

namespace dateline::styles {

Style parse_style(std::string_view json, const std::string& file) {
  if (json.size() > limits::max_config_bytes) {
    InputError error("a style file has at most " + std::to_string(limits::max_config_bytes) + " bytes");
    error.set_file(file);
    throw error;
  }
  const detail::Document document{json, file};
  const nlohmann::json tree = detail::parse_json(document);
  const detail::Node root(document, tree, "");
  root.allow_only({"version", "name", "metadata", "center", "zoom", "bearing", "pitch", "light", "sources", "sprite", "glyphs",
                   "transition", "layers"});
  if (root.at("version").number(0, 1000) != 8) root.at("version").fail("only version 8 of the style specification is read");
  Style style;
  if (root.has("name")) style.name = root.at("name").string();
  style.layers = detail::read_layers(root.at("layers"), root);
  detail::read_furniture(root, style);
  return style;
}

}  // namespace dateline::styles
