#include <algorithm>
#include <catch2/catch.hpp>

#include "article/article.hpp"
#include "base/files.hpp"
#include "gazetteer/locate.hpp"

namespace dateline::gazetteer {
namespace {

/// A name marked in world_texts.txt: `{surface/kind@place}`.
struct Marked {
  Span span;
  std::string kind;   ///< as to_string(MentionKind)
  std::string place;  ///< "LAT,LON", an ISO code, "" (anywhere) or "-" (nowhere: found or not, both are right)
};

struct MarkedText {
  std::string title;
  std::string text;
  std::vector<Marked> names;
};

std::string kind_of_letter(char letter) {
  switch (letter) {
    case 'd': return "demonym";
    case 'm': return "metonym";
    case 'o': return "organisation";
    case 'e': return "event";
    case 'b': return "bloc";
    default: return "toponym";
  }
}

MarkedText parse(const std::string& title, std::string_view line) {
  MarkedText out;
  out.title = title;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] != '{') {
      out.text += line[at++];
      continue;
    }
    const auto end = line.find('}', at);
    const auto inner = line.substr(at + 1, end - at - 1);
    const auto sign = inner.rfind('@');
    REQUIRE(end != std::string_view::npos);
    REQUIRE(sign != std::string_view::npos);
    auto surface = inner.substr(0, sign);
    char letter = 't';
    if (surface.size() > 2 && surface[surface.size() - 2] == '/') {
      letter = surface.back();
      surface.remove_suffix(2);
    }
    out.names.push_back({{out.text.size(), out.text.size() + surface.size()}, kind_of_letter(letter), std::string(inner.substr(sign + 1))});
    out.text += surface;
    at = end + 1;
  }
  return out;
}

std::vector<MarkedText> read_texts() {
  std::vector<MarkedText> out;
  const auto bytes = read_file(std::filesystem::path(DATELINE_SOURCE_DIR) / "tests/gazetteer/world_texts.txt", 1U << 20U);
  std::string title;
  for (std::string_view rest = bytes; !rest.empty();) {
    const auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.empty() || line.front() == '#') continue;
    if (line.starts_with("== ")) title = line.substr(3);
    else out.push_back(parse(title, line));
  }
  return out;
}

/// Within 161 km, as geoparsers are measured; a country by its code.
bool is_right_place(const Store& store, const Mention& mention, const std::string& wanted) {
  if (mention.alternatives.empty()) return false;
  const Place place = store.place(mention.alternatives.front().record);
  const auto comma = wanted.find(',');
  if (comma == std::string::npos) return place.country == wanted;
  const auto there = geo::LonLat::checked(geo::Lon(std::stod(wanted.substr(comma + 1))), geo::Lat(std::stod(wanted.substr(0, comma))));
  return geo::great_circle_distance(place.point, there) <= Meters(161'000);
}

struct Score {
  double marked = 0, found = 0, both = 0, kinds = 0, placed = 0, places = 0;

  void add(const Store& store, const MarkedText& text, const std::vector<Mention>& mentions) {
    for (const Mention& mention : mentions) {
      const bool free = std::any_of(text.names.begin(), text.names.end(), [&](const Marked& m) { return m.place == "-" && m.span.overlaps(mention.span); });
      if (!free) found += 1;
    }
    for (const Marked& name : text.names) {
      if (name.place == "-") continue;
      marked += 1;
      if (!name.place.empty()) places += 1;
      const auto hit = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.span == name.span; });
      if (hit == mentions.end()) continue;
      both += 1;
      if (to_string(hit->kind) == name.kind) kinds += 1;
      if (!name.place.empty() && is_right_place(store, *hit, name.place)) placed += 1;
    }
  }
};

}  // namespace

TEST_CASE("world news in miniature is read as marked", "[gazetteer][locate]") {
  const Store store = Store::open(find_data_folder() / "places.dgz");
  const LocateModel model = LocateModel::load(find_data_folder() / "locate");
  const Locator locator(store, model);
  const auto texts = read_texts();
  REQUIRE(texts.size() >= 60);
  Score score;
  for (const MarkedText& text : texts) score.add(store, text, locator.locate(text.text, article::segment(text.text, {0, text.text.size()}), {}));
  const double precision = score.both / score.found;
  const double recall = score.both / score.marked;
  INFO("precision " << precision << ", recall " << recall << ", kinds " << score.kinds / score.both << ", within 161 km " << score.placed / score.places);
  CHECK(2 * precision * recall / (precision + recall) >= 0.95);
  CHECK(score.placed / score.places >= 0.92);
  CHECK(score.kinds / score.both >= 0.97);
}

}  // namespace dateline::gazetteer
