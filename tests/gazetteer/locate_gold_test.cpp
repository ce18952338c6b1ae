#include <cstdio>
#include <filesystem>
#include <map>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "article/article.hpp"
#include "base/files.hpp"
#include "base/utf8.hpp"
#include "gazetteer/locate.hpp"

namespace dateline::gazetteer {
namespace {

/// Marked articles lie beside the source tree where the project is developed, and nowhere else.
const std::filesystem::path shared = std::filesystem::path(DATELINE_SOURCE_DIR) / "../shared";

struct Marked {
  std::string text;
  std::vector<Mention> mentions;
};

std::map<std::string, Marked> read_articles(const Store& store) {
  const LocateModel model = LocateModel::load(find_data_folder() / "locate");
  const Locator locator(store, model);
  std::map<std::string, Marked> out;
  for (const auto& entry : std::filesystem::directory_iterator(shared / "articles")) {
    Marked marked;
    marked.text = read_file(entry.path(), 1U << 20U);
    marked.mentions = locator.locate(marked.text, article::segment(marked.text, {0, marked.text.size()}), {});
    out.emplace(entry.path().filename().string(), std::move(marked));
  }
  return out;
}

std::string kind_for(const std::string& kind) {
  static const std::map<std::string, std::string> kinds{{"demonym", "demonym"}, {"capital-metonym", "metonym"}, {"organisation-metonym", "metonym"},
                                                        {"organisation", "organisation"}, {"organisation-location", "organisation"}, {"event", "event"}, {"bloc", "bloc"}};
  const auto it = kinds.find(kind);
  return it == kinds.end() ? "toponym" : it->second;
}

Span bytes_of(const nlohmann::json& row, const std::string& text) {
  const CodePointIndex index(text);
  return {index.to_bytes(row.at("start").get<std::size_t>()), index.to_bytes(row.at("end").get<std::size_t>())};
}

}  // namespace

TEST_CASE("marked articles are read as their readers marked them", "[gazetteer][locate]") {
  if (!std::filesystem::exists(shared / "gold/places.json")) {
    std::puts("skipped: the marked articles are not beside the source tree");
    return;
  }
  const Store store = Store::open(find_data_folder() / "places.dgz");
  const std::map<std::string, Marked> articles = read_articles(store);
  const auto gold = nlohmann::json::parse(read_file(shared / "gold/places.json", 1U << 24U));
  double hits = 0;
  double kinds = 0;
  double found = 0;
  for (const auto& [name, marked] : articles) found += static_cast<double>(marked.mentions.size());
  for (const auto& row : gold) {
    const Marked& marked = articles.at(row.at("article").get<std::string>());
    const Span span = bytes_of(row, marked.text);
    for (const Mention& mention : marked.mentions) {
      if (!(mention.span == span)) continue;
      hits += 1;
      if (to_string(mention.kind) == kind_for(row.at("kind").get<std::string>())) kinds += 1;
      if (row.at("kind") == "city") {
        REQUIRE_FALSE(mention.alternatives.empty());
        const geo::LonLat wanted = geo::LonLat::checked(geo::Lon(row.at("lon").get<double>()), geo::Lat(row.at("lat").get<double>()));
        INFO(row.at("surface").get<std::string>());
        CHECK(geo::great_circle_distance(store.place(mention.alternatives.front().record).point, wanted) < Meters(10'000));
      }
    }
  }
  CHECK(hits / static_cast<double>(gold.size()) >= 0.98);
  CHECK(hits / found >= 0.95);
  CHECK(kinds / hits >= 0.98);
}

TEST_CASE("nothing is placed at a marked trap", "[gazetteer][locate]") {
  if (!std::filesystem::exists(shared / "gold/traps.json")) {
    std::puts("skipped: the marked articles are not beside the source tree");
    return;
  }
  const Store store = Store::open(find_data_folder() / "places.dgz");
  const std::map<std::string, Marked> articles = read_articles(store);
  for (const auto& row : nlohmann::json::parse(read_file(shared / "gold/traps.json", 1U << 24U))) {
    const Marked& marked = articles.at(row.at("article").get<std::string>());
    const Span span = bytes_of(row, marked.text);
    for (const Mention& mention : marked.mentions) {
      INFO(row.at("surface").get<std::string>());
      CHECK_FALSE((mention.span.overlaps(span) && !mention.alternatives.empty()));
    }
  }
}

}  // namespace dateline::gazetteer
