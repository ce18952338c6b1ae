#include <cstdlib>

#include <catch2/catch.hpp>

#include "base/files.hpp"
#include "styles/contrast.hpp"

using namespace dateline;
using namespace dateline::styles;

namespace {

std::vector<Style> themes() {
  std::vector<Style> out;
  for (const char* name : {"light", "dark", "print", "colour-blind"}) out.push_back(load_style(name, find_data_folder()));
  return out;
}

constexpr ColorVision visions[] = {ColorVision::Normal, ColorVision::Protanopia, ColorVision::Deuteranopia, ColorVision::Tritanopia, ColorVision::Grey};

/// Colours of the base map's fills and lines, by layer.
std::map<std::string, Color> base_colors(const Style& style) {
  std::map<std::string, Color> out;
  for (const char* id : {"background", "land", "lakes", "rivers", "coast", "divisions", "borders", "borders-disputed"}) {
    const Layer* layer = style.find_layer(id);
    REQUIRE(layer != nullptr);
    REQUIRE(layer->colors.size() == 1);
    out[id] = layer->colors.begin()->second;
  }
  return out;
}

}  // namespace

TEST_CASE("the four themes are shipped and no other file lies beside them", "[styles]") {
  CHECK(shipped_styles(find_data_folder()) == std::vector<std::string>{"colour-blind", "dark", "light", "print"});
}

TEST_CASE("text stands out from every ground it can lie on", "[styles]") {
  for (const Style& style : themes()) {
    const auto check = [&](const char* text, const char* ground) {
      INFO(style.name << ": " << text << " on " << ground);
      CHECK(contrast(style.color(text), style.color(ground)) >= 4.5);
    };
    for (const char* text : {"ink", "muted", "mark", "planned"}) check(text, "paper");
    for (const char* text : {"ink", "city-text", "country-text"}) {
      for (const char* ground : {"land", "water", "tint"}) check(text, ground);
    }
    check("water-text", "water");
    check("badge-text", "badge");
  }
}

TEST_CASE("lines that carry meaning stand out from every ground", "[styles]") {
  for (const Style& style : themes()) {
    for (const char* line : {"mark", "planned", "conditional", "denied", "withdrawn"}) {
      for (const char* ground : {"land", "water", "paper"}) {
        INFO(style.name << ": " << line << " on " << ground);
        CHECK(contrast(style.color(line), style.color(ground)) >= (line == std::string("withdrawn") ? 2.7 : 4.5));
      }
    }
  }
}

TEST_CASE("the base map has less than half the contrast of the marks", "[styles]") {
  for (const Style& style : themes()) {
    for (const char* ground : {"land", "water"}) {
      const double mark = contrast(style.color("mark"), style.color(ground));
      for (const auto& [id, color] : base_colors(style)) {
        INFO(style.name << ": " << id << " on " << ground);
        CHECK(contrast(color, style.color(ground)) < mark / 2);
      }
    }
  }
}

TEST_CASE("borders are not heavier than twice the coast", "[styles]") {
  for (const Style& style : themes()) {
    const auto colors = base_colors(style);
    INFO(style.name);
    CHECK(contrast(colors.at("borders"), style.color("land")) < 2 * contrast(colors.at("coast"), style.color("land")));
    CHECK(contrast(colors.at("coast"), style.color("water")) > 1.15);
    CHECK(difference(to_lab(style.color("land")), to_lab(style.color("water"))) > 4);
  }
}

TEST_CASE("the tint of a country is neither land nor sea", "[styles]") {
  for (const Style& style : themes()) {
    INFO(style.name);
    CHECK(difference(to_lab(style.color("tint")), to_lab(style.color("land"))) > 4);
    CHECK(difference(to_lab(style.color("tint")), to_lab(style.color("water"))) > 4);
  }
}

TEST_CASE("land, water and borders never use the hue of a mark", "[styles]") {
  for (const Style& style : themes()) {
    for (const char* mark : {"mark", "planned", "area"}) {
      const Lab hue = to_lab(style.color(mark));
      if (hue.chroma() < 10) continue;  // the grey theme has no hues
      for (const auto& [id, color] : base_colors(style)) {
        const Lab lab = to_lab(color);
        const double apart = std::abs(std::remainder(lab.hue_degrees() - hue.hue_degrees(), 360));
        INFO(style.name << ": " << id << " and " << mark << ": chroma " << lab.chroma() << ", " << apart << " degrees apart");
        CHECK((lab.chroma() < 6 || apart > 35));
      }
    }
  }
}

TEST_CASE("statuses differ for every kind of colour vision and in grey", "[styles]") {
  for (const Style& style : themes()) {
    std::vector<std::string> names = {"mark", "withdrawn"};
    // Without colours the two bars tell a denial, as black as the arrow: mid-grey ones on a black line look weak.
    const bool grey = to_lab(style.color("mark")).chroma() < 1;
    if (!grey) names.emplace_back("denied");
    else CHECK(contrast(style.color("denied"), style.color("paper")) > 12);
    if (!(style.color("planned") == style.color("mark"))) names.emplace_back("planned");  // else told apart by its dashes
    for (const ColorVision vision : visions) {
      for (std::size_t i = 0; i < names.size(); ++i) {
        for (std::size_t j = i + 1; j < names.size(); ++j) {
          const Lab a = to_lab(as_seen(style.color(names[i]), vision)), b = to_lab(as_seen(style.color(names[j]), vision));
          INFO(style.name << ": " << names[i] << " and " << names[j] << ", vision " << static_cast<int>(vision));
          CHECK(difference(a, b) >= 12);
        }
      }
    }
  }
}

TEST_CASE("the grey theme is grey", "[styles]") {
  const Style style = load_style("print", find_data_folder());
  for (const auto& [name, color] : style.furniture_colors) {
    INFO(name);
    CHECK((color.r == color.g && color.g == color.b));
  }
  for (const Layer& layer : style.layers) {
    for (const auto& [name, color] : layer.colors) {
      INFO(layer.id << ' ' << name);
      CHECK((color.r == color.g && color.g == color.b));
    }
  }
}

TEST_CASE("nothing is set smaller than can be read on paper or screen", "[styles]") {
  for (const Style& style : themes()) {
    for (const auto& [name, size] : style.furniture_sizes) {
      INFO(style.name << ": " << name);
      CHECK(size >= 10);
    }
    CHECK(style.font_family == "Open Sans");
  }
}

TEST_CASE("the marks of the tiles have the colours of the drawing", "[styles]") {
  for (const Style& style : themes()) {
    const auto line = [&](const char* id) { return style.find_layer(id)->colors.at("line-color"); };
    CHECK(line("movements") == style.color("mark"));
    CHECK(line("movements-planned") == style.color("planned"));
    CHECK(line("movements-denied") == style.color("denied"));
    CHECK(line("movements-past") == style.color("withdrawn"));
  }
}
