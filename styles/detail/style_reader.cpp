#include "base/error.hpp"
#include "base/limits.hpp"
#include "styles/detail/style_document.hpp"
#include "styles/detail/style_furniture.hpp"
#include "styles/detail/style_layers.hpp"
#include "styles/style.hpp"

namespace dateline::styles {

Style parse_style(std::string_view json, const std::string& file, const std::function<Style(const std::string&)>& theme) {
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
  const bool changes_theme = root.has("metadata") && root.at("metadata").has("dateline:base");
  if (changes_theme) {
    const detail::Node base_name = root.at("metadata").at("dateline:base");
    const std::string name = base_name.string();
    if (!theme) base_name.fail("a style that changes a theme cannot be read here", "give the whole style");
    Style base;
    try {
      base = theme(name);
    } catch (const InputError& error) {
      base_name.fail(error.what(), error.hint());
    }
    const std::string own_name = style.name;
    style = base;
    if (!own_name.empty()) style.name = own_name;
    for (auto& [source_name, source] : detail::read_sources(root)) style.sources.insert_or_assign(source_name, source);
    if (root.has("layers")) style.layers = detail::read_layers(root.at("layers"), root, std::move(style.layers));
    detail::change_furniture(root, base, style);
    return style;
  }
  style.sources = detail::read_sources(root);
  style.layers = detail::read_layers(root.at("layers"), root);
  detail::read_furniture(root, style);
  return style;
}

}  // namespace dateline::styles
