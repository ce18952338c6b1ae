#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/limits.hpp"
#include "styles/style.hpp"

using namespace dateline;
using namespace dateline::styles;

namespace {

const char* const metadata = R"("metadata": {
    "dateline:font": ["Open Sans", "Noto Sans"],
    "dateline:colors": {"paper": "#fff", "ink": "#000", "muted": "#555", "rule": "#ccc", "mark": "#b00", "denied": "#000",
      "withdrawn": "#888", "tint": "#eee", "badge": "#000", "badge-text": "#fff", "land": "#fefefe", "water": "#ddeeff"},
    "dateline:sizes": {"title": 30, "subtitle": 15, "note-heading": 12, "note": 11, "fine": 10, "country": 14, "label": 13,
      "context": 11, "small": 10, "badge": 11}})";

/// A style with one layer; `layer` starts on line 9.
std::string style_with(const std::string& layer) {
  return "{\"version\": 8, \"sources\": {\"dateline\": {\"type\": \"vector\"}},\n" + std::string(metadata) + ",\n\"layers\": [\n" + layer + "\n]}\n";
}

std::string line_layer(const std::string& paint, const std::string& more = "") {
  return R"({"id": "coast", "type": "line", "source": "dateline", "source-layer": "coast")" + more + ",\n\"paint\": {" + paint + "}}";
}

std::string message_of(const std::string& json) {
  try {
    static_cast<void>(parse_style(json, "house.json"));
  } catch (const InputError& error) {
    return error.to_string();
  }
  return "no error";
}

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

}  // namespace

TEST_CASE("a house style may leave out the colours that have stand-ins", "[styles]") {
  const Style style = parse_style(style_with(line_layer("\"line-color\": \"#abc\"")), "house.json");
  CHECK(style.font_family == "Open Sans");
  CHECK(style.font_fallbacks == std::vector<std::string>{"Noto Sans"});
  CHECK(to_hex(style.color("conditional")) == "#bb0000");
  CHECK(to_hex(style.color("city-text")) == "#555555");
  CHECK(style.size("fine") == 10);
  CHECK_THROWS_AS(style.color("nothing"), std::logic_error);
  REQUIRE(style.find_layer("coast") != nullptr);
  CHECK(style.find_layer("coast")->colors.at("line-color") == parse_color("#aabbcc"));
  CHECK(style.find_layer("land") == nullptr);
}

TEST_CASE("widths follow the zoom as MapLibre says", "[styles]") {
  const auto width = [](const std::string& value) {
    return parse_style(style_with(line_layer("\"line-width\": " + value)), "house.json").layers.front().numbers.at("line-width");
  };
  CHECK(width("2.5").at(7) == 2.5);
  const ZoomValue linear = width(R"(["interpolate", ["linear"], ["zoom"], 2, 1, 6, 3])");
  CHECK(linear.at(0) == 1);
  CHECK(linear.at(4) == Approx(2));
  CHECK(linear.at(9) == 3);
  const ZoomValue exponential = width(R"(["interpolate", ["exponential", 2], ["zoom"], 0, 0, 2, 3])");
  CHECK(exponential.at(1) == Approx(1));
  const ZoomValue steps = width(R"(["step", ["zoom"], 1, 4, 2, 8, 5])");
  CHECK(steps.at(3.99) == 1);
  CHECK(steps.at(4) == 2);
  CHECK(steps.at(20) == 5);
  CHECK(width(R"({"stops": [[2, 1], [6, 3]]})").at(4) == Approx(2));
  CHECK(ZoomValue{}.at(3) == 0);
}

TEST_CASE("filters are read in both notations", "[styles]") {
  const auto filter = [](const std::string& value) {
    return parse_style(style_with(line_layer("", ", \"filter\": " + value)), "house.json").layers.front().filter;
  };
  using Filter = std::map<std::string, std::vector<std::string>>;
  CHECK(filter(R"(["==", "kind", "disputed"])") == Filter{{"kind", {"disputed"}}});
  CHECK(filter(R"(["==", ["get", "rank"], 2])") == Filter{{"rank", {"2"}}});
  CHECK(filter(R"(["in", "rank", 1, 2])") == Filter{{"rank", {"1", "2"}}});
  CHECK(filter(R"(["all", ["in", ["get", "kind"], ["literal", ["a", "b"]]], ["==", "capital", true]])") ==
        Filter{{"kind", {"a", "b"}}, {"capital", {"true"}}});
}

TEST_CASE("filters compare numbers and exclude values", "[styles]") {
  const Style style = parse_style(style_with(line_layer("", R"(, "filter": ["all", [">=", "pop", 30000.5], ["<", ["get", "rank"], 3], ["!=", "kind", true]])")), "house.json");
  using Test = Comparison::Test;
  CHECK(style.layers.front().filter.empty());
  CHECK(style.layers.front().comparisons == std::vector<Comparison>{{"pop", Test::AtLeast, 30000.5, ""}, {"rank", Test::Less, 3, ""}, {"kind", Test::Not, 0, "true"}});
}

TEST_CASE("circles, label positions and hatches are read", "[styles]") {
  const std::string circle = R"({"id": "dots", "type": "circle", "source": "dateline", "source-layer": "cities",
    "paint": {"circle-radius": 2, "circle-color": "#333", "circle-stroke-width": 0.5, "circle-stroke-color": "#fff"}})";
  const std::string symbol = R"({"id": "names", "type": "symbol", "source": "dateline", "source-layer": "cities",
    "layout": {"text-field": "{name}", "text-variable-anchor": ["left", "top-right"], "text-radial-offset": 0.4, "text-offset": [0, 1.5],
               "text-allow-overlap": true, "symbol-sort-key": ["-", ["get", "population"]]}})";
  const std::string fill = R"({"id": "hatched", "type": "fill", "source": "dateline", "source-layer": "areas", "metadata": {"dateline:hatch": {"spacing": 7, "opacity": 0.5, "ground": 0.1}}})";
  const Style style = parse_style(style_with(circle + "," + symbol + "," + fill), "house.json");
  REQUIRE(style.layers.size() == 3);
  CHECK(style.layers[0].type == LayerType::Circle);
  CHECK(style.layers[0].numbers.at("circle-radius").at(3) == 2);
  CHECK(style.layers[1].anchors == std::vector<std::string>{"left", "top-right"});
  CHECK(style.layers[1].text_offset_y == 1.5);
  CHECK(style.layers[1].words.at("text-allow-overlap") == "true");
  CHECK(style.layers[1].words.at("symbol-sort-key") == "-population");
  CHECK(style.layers[2].hatch == Hatch{7, 1, 45, 0.5, 0.1});
  CHECK(style.layers[2].source == "dateline");
  const Style again = parse_style(write_style(style), "again.json");
  CHECK(again.layers[1].anchors == style.layers[1].anchors);
  CHECK(again.layers[1].words == style.layers[1].words);
  CHECK(again.layers[1].text_offset_y == 1.5);
  CHECK(again.layers[2].hatch == style.layers[2].hatch);
}

TEST_CASE("a style may take its features from a GIS file", "[styles]") {
  const std::string layer = R"({"id": "roads", "type": "line", "source": "mine", "paint": {"line-width": 1}})";
  const auto text = [&](const std::string& source) {
    return "{\"version\": 8, \"sources\": {\"mine\": " + source + "},\n" + std::string(metadata) + ",\n\"layers\": [\n" + layer + "\n]}\n";
  };
  const Style style = parse_style(text(R"({"type": "dateline:ogr", "path": "roads.gpkg", "layer": "main", "minzoom": 3, "maxzoom": 9})"), "house.json");
  CHECK(style.sources.at("mine") == Source{true, "roads.gpkg", "main", 3, 9});
  CHECK(style.layers.front().source == "mine");
  CHECK(style.layers.front().source_layer.empty());
  CHECK_THAT(write_style(style), Contains("\"source-layer\": \"main\"") && !Contains("roads.gpkg"));
  CHECK_THAT(message_of(text(R"({"type": "dateline:ogr"})")), Contains("\"path\" is missing"));
  CHECK_THAT(message_of(text(R"({"type": "dateline:ogr", "path": "a", "table": "b"})")), Contains("\"table\" is outside"));
  CHECK_THAT(message_of(text(R"({"type": "vector"})")), Contains("\"source-layer\" is missing"));
}

TEST_CASE("a hidden layer is checked and then left out", "[styles]") {
  const std::string layer = R"({"id": "x", "type": "line", "source": "dateline", "source-layer": "coast", "layout": {"visibility": "none"}})";
  CHECK(parse_style(style_with(layer), "house.json").layers.empty());
}

TEST_CASE("a misspelt property is shown with its place and the right name", "[styles]") {
  CHECK(message_of(style_with(line_layer("\"line-widht\": 2"))) ==
        "house.json:10:25: error: \"line-widht\" is outside the style format's subset\n"
        "  \"paint\": {\"line-widht\": 2}}\n"
        "                          ^\n"
        "hint: did you mean \"line-width\"?\n");
}

TEST_CASE("what is outside the subset is refused with what was expected", "[styles]") {
  const auto refused = [](const std::string& layer, const std::string& part) {
    INFO(layer);
    CHECK_THAT(message_of(style_with(layer)), StartsWith("house.json:") && Contains(part));
  };
  refused(line_layer("\"line-width\": \"2\""), "expected a number from 0 to 100, found the text \"2\"");
  refused(line_layer("\"line-width\": -1"), "expected a number from 0 to 100, found -1");
  refused(line_layer("\"line-color\": \"redd\""), "is not a colour");
  refused(line_layer("\"line-color\": [\"get\", \"color\"]"), "expected a colour here");
  refused(line_layer("\"line-width\": [\"interpolate\", [\"linear\"], [\"zoom\"], 4, 1, 4, 2]"), "must rise");
  refused(line_layer("\"line-width\": [\"interpolate\", [\"linear\"], [\"get\", \"x\"], 4, 1, 5, 2]"), "only [\"zoom\"]");
  refused(line_layer("\"line-width\": [\"+\", 1, 2]"), "not a value that can stand here");
  refused(line_layer("\"line-width\": [\"interpolate\"]"), "\"interpolate\" needs");
  refused(line_layer("\"line-width\": [\"interpolate\", [], [\"zoom\"], 4, 1]"), "expected [\"linear\"]");
  refused(line_layer("\"line-width\": []"), "an empty expression");
  refused(line_layer("\"line-width\": {\"stops\": []}"), "at least one stop");
  refused(line_layer("\"line-dasharray\": [0, 0]"), "draws nothing");
  refused(line_layer("", ", \"filter\": [\"has\", \"a\", 1]"), "not a value that can stand here");
  refused(line_layer("", ", \"filter\": [\">\", \"a\", \"1\"]"), "expected a number");
  refused(line_layer("", ", \"filter\": [\"==\", \"a\"]"), "needs a property and a value");
  refused(line_layer("", ", \"filter\": [\"all\", [\"==\", \"a\", 1], [\"==\", \"a\", 2]]"), "asked twice");
  refused(line_layer("", ", \"filter\": []"), "an empty filter");
  refused(line_layer("", ", \"minzoom\": 5, \"maxzoom\": 4"), "lies below");
  refused(line_layer("\"fill-color\": \"#000\""), "outside the style format's subset");
  refused(R"({"id": "a", "type": "heatmap"})", "not a value that can stand here");
  refused(R"({"id": "a", "type": "fill", "source": "other", "source-layer": "land"})", "not a value that can stand here");
  refused(R"({"id": "a", "type": "background"}, {"id": "a", "type": "background"})", "is there twice");
  refused(R"({"type": "background"})", "\"id\" is missing");
  refused(R"(7)", "expected an object here, found 7");
}

TEST_CASE("the furniture must be complete and known", "[styles]") {
  std::string style = style_with(R"({"id": "b", "type": "background"})");
  const auto changed = [&](const std::string& from, const std::string& to) {
    std::string copy = style;
    return message_of(copy.replace(copy.find(from), from.size(), to));
  };
  CHECK(message_of(style) == "no error");
  CHECK_THAT(changed("\"ink\": \"#000\",", ""), Contains("the colour \"ink\" is missing here"));
  CHECK_THAT(changed("\"ink\":", "\"inc\":"), Contains("did you mean \"ink\"?"));
  CHECK_THAT(changed("\"fine\": 10", "\"fine\": 2"), Contains("expected a number from 6 to 200, found 2"));
  CHECK_THAT(changed("\"fine\": 10,", ""), Contains("\"fine\" is missing here"));
  CHECK_THAT(changed("dateline:font\"", "dateline:fonts\""), Contains("did you mean \"dateline:font\"?"));
  CHECK_THAT(changed("[\"Open Sans\", \"Noto Sans\"]", "[]"), Contains("from 1 to 16 font families"));
  CHECK_THAT(changed("\"version\": 8", "\"version\": 7"), Contains("only version 8"));
}

TEST_CASE("land and water come from the layers when the furniture is silent", "[styles]") {
  std::string json = style_with(R"({"id": "background", "type": "background", "paint": {"background-color": "#123456"}},
    {"id": "land", "type": "fill", "source": "dateline", "source-layer": "land", "paint": {"fill-color": "#654321"}})");
  const std::string both = ", \"land\": \"#fefefe\", \"water\": \"#ddeeff\"";
  json.erase(json.find(both), both.size());
  const Style style = parse_style(json, "house.json");
  CHECK(to_hex(style.color("water")) == "#123456");
  CHECK(to_hex(style.color("land")) == "#654321");
}

TEST_CASE("what is no JSON is refused where it stops being JSON", "[styles]") {
  CHECK_THAT(message_of("{\n  \"version\": 8,\n}"), StartsWith("house.json:3:1: error: this is not valid JSON"));
  CHECK_THAT(message_of(""), StartsWith("house.json:1:1: error: this is not valid JSON"));
  CHECK_THAT(message_of("{\"a\": \"\xFF\"}"), Contains("this is not valid JSON"));
  CHECK_THAT(message_of(std::string(100'000, '[')), Contains("nests deeper than"));
  CHECK_THAT(message_of("[]"), Contains("expected an object"));
  CHECK_THAT(message_of(std::string(limits::max_config_bytes + 1, ' ')), Contains("has at most"));
}

TEST_CASE("every cut of a theme file is refused or read, never more", "[styles]") {
  const std::string json = read_file(find_data_folder() / "styles" / "light.json", limits::max_config_bytes);
  for (std::size_t size = 0; size < json.size() - 3; size += 37) {
    CHECK_THROWS_AS(parse_style(json.substr(0, size), "cut.json"), InputError);
  }
}

TEST_CASE("an unknown theme is answered with the known ones", "[styles]") {
  try {
    static_cast<void>(load_style("drak", find_data_folder()));
    FAIL("no error");
  } catch (const InputError& error) {
    CHECK_THAT(error.hint(), StartsWith("did you mean \"dark\"?"));
  }
  CHECK_THROWS_AS(load_style("missing/house.json", find_data_folder()), InputError);
}
