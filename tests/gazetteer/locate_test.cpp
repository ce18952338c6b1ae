#include <algorithm>
#include <catch2/catch.hpp>

#include "article/article.hpp"
#include "base/files.hpp"
#include "base/text_table.hpp"
#include "gazetteer/locate.hpp"

namespace dateline::gazetteer {
namespace {

const Store& places() {
  static const Store store = Store::open(find_data_folder() / "places.dgz");
  return store;
}

std::vector<Mention> locate_text(const std::string& text, const LocateOptions& options = {}) {
  static const LocateModel model = LocateModel::load(find_data_folder() / "locate");
  return Locator(places(), model).locate(text, article::segment(text, {0, text.size()}), options);
}

std::string unescape(std::string text) {
  for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at)) text.replace(at, 2, "\n");
  return text;
}

/// Byte offset of the n-th occurrence ("West#2"), npos if there are fewer.
std::size_t offset_of(const std::string& text, std::string& surface) {
  int wanted = 1;
  if (const std::size_t hash = surface.rfind('#'); hash != std::string::npos) {
    wanted = std::stoi(surface.substr(hash + 1));
    surface.resize(hash);
  }
  std::size_t at = text.find(surface);
  while (--wanted > 0 && at != std::string::npos) at = text.find(surface, at + 1);
  return at;
}

/// The ways in which a table of expectations may name a place.
std::vector<std::string> descriptions(const Place& place) {
  std::vector<std::string> out{place.id};
  if (place.kind == PlaceKind::Country) out.push_back(place.country);
  if (place.kind == PlaceKind::City || place.kind == PlaceKind::Admin2) out.push_back(place.country + "." + place.admin1);
  // A capital may be named by its country alone.
  if (place.kind == PlaceKind::City) out.push_back(place.country);
  return out;
}

struct Case {
  std::string title;
  std::string text;
  std::vector<std::string> names;
  std::vector<std::string> absent;
};

std::vector<Case> read_cases() {
  const std::filesystem::path file = std::filesystem::path(DATELINE_SOURCE_DIR) / "tests/gazetteer/locate_cases.tsv";
  const TextTable table = TextTable::parse(read_file(file, 1U << 20U), file.string(), {"title", "text", "names", "absent"});
  std::vector<Case> cases;
  for (const TextTable::Row& row : table.rows()) {
    cases.push_back({row.cells[table.column("title")], unescape(row.cells[table.column("text")]), split_cell(row.cells[table.column("names")]),
                     split_cell(row.cells[table.column("absent")])});
  }
  return cases;
}

std::string show(const std::string& text, const std::vector<Mention>& mentions) {
  std::string out;
  for (const Mention& m : mentions) {
    out += "[" + std::string(m.span.of(text)) + "=" + to_string(m.kind);
    if (!m.alternatives.empty()) {
      const Place place = places().place(m.alternatives.front().record);
      out += ":" + place.id + " " + place.name + " " + place.country + "." + place.admin1;
    }
    out += "] ";
  }
  return out;
}

void check_name(const std::string& text, const std::vector<Mention>& mentions, const std::string& expectation) {
  INFO("expected " << expectation);
  const std::size_t equals = expectation.find('=');
  std::string surface = unescape(expectation.substr(0, equals));
  std::string kind = expectation.substr(equals + 1);
  std::string wanted;
  if (const std::size_t colon = kind.find(':'); colon != std::string::npos) {
    wanted = kind.substr(colon + 1);
    kind.resize(colon);
  }
  const std::size_t at = offset_of(text, surface);
  REQUIRE(at != std::string::npos);
  const auto found = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.span == Span{at, at + surface.size()}; });
  CHECK(found != mentions.end());
  if (found == mentions.end()) return;
  CHECK(to_string(found->kind) == kind);
  if (wanted.empty()) return;
  CHECK_FALSE(found->alternatives.empty());
  if (found->alternatives.empty()) return;
  const std::vector<std::string> described = descriptions(places().place(found->alternatives.front().record));
  CHECK(std::find(described.begin(), described.end(), wanted) != described.end());
}

void check_absent(const std::string& text, const std::vector<Mention>& mentions, const std::string& word) {
  INFO("must not be named: " << word);
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const Span span{at, at + word.size()};
    CHECK(std::none_of(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.span.overlaps(span); }));
  }
}

}  // namespace

TEST_CASE("the usual traps are read as people read them", "[gazetteer][locate]") {
  const std::vector<Case> cases = read_cases();
  REQUIRE(cases.size() >= 60);
  for (const Case& c : cases) {
    const std::vector<Mention> mentions = locate_text(c.text);
    INFO(c.title << ": " << c.text << "\n  found " << show(c.text, mentions));
    for (const std::string& name : c.names) check_name(c.text, mentions, name);
    for (const std::string& word : c.absent) check_absent(c.text, mentions, word);
  }
}

TEST_CASE("mentions are in order, do not overlap and lie in the text", "[gazetteer][locate]") {
  for (const Case& c : read_cases()) {
    const std::vector<Mention> mentions = locate_text(c.text);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      CHECK(mentions[i].span.end <= c.text.size());
      CHECK_FALSE(mentions[i].span.empty());
      if (i > 0) CHECK(mentions[i - 1].span.end <= mentions[i].span.start);
      CHECK(mentions[i].alternatives.size() <= 10);
    }
  }
}

TEST_CASE("a pin wins over everything", "[gazetteer][locate]") {
  LocateOptions options;
  options.pins["paris"] = "geonames:4717560";
  const std::string text = "The talks in Paris brought France and Germany together.";
  const std::vector<Mention> mentions = locate_text(text, options);
  REQUIRE_FALSE(mentions.empty());
  CHECK(mentions.front().pinned);
  REQUIRE_FALSE(mentions.front().alternatives.empty());
  CHECK(places().place(mentions.front().alternatives.front().record).admin1 == "TX");
  CHECK(mentions.front().alternatives.front().reasons.front() == "pinned");
}

TEST_CASE("alternatives are kept with reasons, the likeliest first", "[gazetteer][locate]") {
  const std::string text = "The bridge over the Amur joins Blagoveshchensk with China and Russia.";
  for (const Mention& mention : locate_text(text)) {
    if (mention.span.of(text) != "Blagoveshchensk") continue;
    REQUIRE(mention.alternatives.size() >= 2);
    CHECK(mention.alternatives[0].score >= mention.alternatives[1].score);
    CHECK_FALSE(mention.alternatives[0].reasons.empty());
    CHECK(places().place(mention.alternatives[0].record).admin1_name.find("Amur") != std::string::npos);
    return;
  }
  FAIL("Blagoveshchensk was not found");
}

TEST_CASE("reasons can be left out", "[gazetteer][locate]") {
  LocateOptions options;
  options.reasons = false;
  for (const Mention& mention : locate_text("The ferry left Odesa for Istanbul.", options)) {
    for (const Alternative& alternative : mention.alternatives) CHECK(alternative.reasons.empty());
  }
}

TEST_CASE("the word of direction before a name is its qualifier", "[gazetteer][locate]") {
  const std::vector<Mention> mentions = locate_text("Troops gathered in eastern Poland.");
  REQUIRE(mentions.size() == 1);
  CHECK(mentions.front().qualifier == "eastern");
}

TEST_CASE("names that somebody else found are placed where they stand", "[gazetteer][locate]") {
  const std::string text = "They met in Odessa, Texas, not far from Midland.";
  const LocateModel model = LocateModel::load(find_data_folder() / "locate");
  const std::vector<Span> spans{{text.find("Odessa"), text.find("Odessa") + 6}, {text.find("Texas"), text.find("Texas") + 5}};
  const std::vector<Mention> mentions = Locator(places(), model).resolve(text, article::segment(text, {0, text.size()}), spans, {});
  REQUIRE(mentions.size() == 2);
  CHECK(mentions[0].span == spans[0]);
  REQUIRE_FALSE(mentions[0].alternatives.empty());
  CHECK(places().place(mentions[0].alternatives.front().record).admin1 == "TX");
}

TEST_CASE("odd texts are read without harm", "[gazetteer][locate]") {
  CHECK(locate_text("").empty());
  CHECK(locate_text(" \n\n ").empty());
  CHECK_NOTHROW(locate_text(std::string(300, 'A') + " of " + std::string(5000, 'b')));
  CHECK_NOTHROW(locate_text("New New New New New York York York of of of the the"));
  std::string capitals;
  for (int i = 0; i < 3000; ++i) capitals += "Paris ";
  CHECK_NOTHROW(locate_text(capitals));
}

}  // namespace dateline::gazetteer
