#include <catch2/catch.hpp>

#include <cstdlib>

#include "base/error.hpp"
#include "base/files.hpp"
#include "styles/style.hpp"

namespace dateline::styles {
namespace {

using Catch::Matchers::Contains;

Style light() { return load_style("light", find_data_folder()); }

Style house(const std::string& json) {
  return parse_style(json, "house.json", [](const std::string& name) { return load_style(name, find_data_folder()); });
}

std::string message_of(const std::string& json) {
  try {
    static_cast<void>(house(json));
  } catch (const InputError& error) {
    return error.to_string();
  }
  return "no error";
}

void check_same(const Style& a, const Style& b) {
  CHECK(a.name == b.name);
  CHECK(a.font_family == b.font_family);
  CHECK(a.font_fallbacks == b.font_fallbacks);
  CHECK(a.furniture_colors == b.furniture_colors);
  CHECK(a.furniture_sizes == b.furniture_sizes);
  REQUIRE(a.layers.size() == b.layers.size());
  for (std::size_t i = 0; i < a.layers.size(); ++i) {
    const Layer &x = a.layers[i], &y = b.layers[i];
    INFO(x.id);
    CHECK(x.id == y.id);
    CHECK((x.type == y.type && x.source_layer == y.source_layer && x.min_zoom == y.min_zoom && x.max_zoom == y.max_zoom));
    CHECK((x.filter == y.filter && x.colors == y.colors && x.words == y.words && x.line_dasharray == y.line_dasharray));
    REQUIRE(x.numbers.size() == y.numbers.size());
    for (const auto& [name, value] : x.numbers) {
      for (const double zoom : {0.0, 2.5, 6.0, 11.0}) CHECK(value.at(zoom) == Approx(y.numbers.at(name).at(zoom)));
    }
  }
}

}  // namespace

TEST_CASE("every theme that is written reads back the same", "[styles]") {
  for (const std::string& name : shipped_styles(find_data_folder())) {
    const Style style = load_style(name, find_data_folder());
    check_same(style, parse_style(write_style(style), name + ".json"));
  }
}

TEST_CASE("a house style says only what differs from its theme", "[styles]") {
  const Style base = light();
  const Style style = house(R"({"version": 8, "name": "House", "metadata": {"dateline:base": "light", "dateline:colors": {"mark": "#00478f", "paper": "#fffef8"},
    "dateline:sizes": {"title": 34}}, "layers": [{"id": "coast", "paint": {"line-color": "#123456"}}, {"id": "rivers", "layout": {"visibility": "none"}},
    {"id": "land", "paint": {"fill-color": "#fafafa"}}]})");
  CHECK(style.name == "House");
  CHECK(to_hex(style.color("mark")) == "#00478f");
  CHECK(to_hex(style.color("planned")) == "#00478f");       // was alike in the theme
  CHECK(style.color("denied") == base.color("denied"));
  CHECK(to_hex(style.color("land")) == "#fafafa");          // follows the layer
  CHECK(style.size("title") == 34);
  CHECK(style.size("note") == base.size("note"));
  CHECK(style.layers.size() == base.layers.size() - 1);
  CHECK(style.find_layer("rivers") == nullptr);
  CHECK(to_hex(style.find_layer("coast")->colors.at("line-color")) == "#123456");
  CHECK(style.find_layer("coast")->numbers.at("line-width").at(3) == base.find_layer("coast")->numbers.at("line-width").at(3));
  check_same(style, parse_style(write_style(style), "written.json"));
}

TEST_CASE("a house style's own layers are painted last", "[styles]") {
  const Style style = house(R"({"version": 8, "sources": {"dateline": {"type": "vector"}}, "metadata": {"dateline:base": "dark"},
    "layers": [{"id": "glow", "type": "line", "source": "dateline", "source-layer": "coast", "paint": {"line-color": "#fff", "line-width": 3}}]})");
  CHECK(style.layers.back().id == "glow");
}

TEST_CASE("an error in a house style is told at its own line and column", "[styles]") {
  CHECK_THAT(message_of("{\"version\": 8,\n \"metadata\": {\"dateline:base\": \"lihgt\"}}"),
             Contains("house.json:2:32: error: there is no theme called \"lihgt\"") && Contains("did you mean \"light\"?"));
  CHECK_THAT(message_of("{\"version\": 8, \"metadata\": {\"dateline:base\": \"light\",\n \"dateline:colors\": {\"marc\": \"#000\"}}}"),
             Contains("house.json:2:30: error: \"marc\" is outside") && Contains("did you mean \"mark\"?"));
  CHECK_THAT(message_of("{\"version\": 8, \"metadata\": {\"dateline:base\": \"light\"},\n\"layers\": [{\"id\": \"coast\", \"type\": \"fill\"}]}"),
             Contains("house.json:2:") && Contains("of the theme has another type"));
  CHECK_THAT(message_of("{\"version\": 8, \"metadata\": {\"dateline:base\": \"../light\"}}"), Contains("house.json:1:46: error: "));
}

TEST_CASE("a style that changes a theme needs one", "[styles]") {
  CHECK_THROWS_AS(parse_style(R"({"version": 8, "metadata": {"dateline:base": "light"}})", "house.json"), InputError);
}

TEST_CASE("advice names text that cannot be read and marks that look alike", "[styles]") {
  for (const std::string& name : shipped_styles(find_data_folder())) CHECK(style_advice(load_style(name, find_data_folder())).empty());
  const auto advice = style_advice(house(R"({"version": 8, "metadata": {"dateline:base": "light", "dateline:colors": {"ink": "#cccccc", "denied": "#b3201b"}}})"));
  std::string all;
  for (const auto& line : advice) all += line + "\n";
  CHECK_THAT(all, Contains("\"ink\" on \"paper\" has a contrast of 1.6:1") && Contains("\"mark\" and \"denied\" look alike (0.0, plain is 12.0)"));
}

}  // namespace dateline::styles
