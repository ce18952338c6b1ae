// The name index against a slow, obvious version of itself.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "gazetteer/fold.hpp"
#include "tests/gazetteer/store_fixture.hpp"

namespace dateline::gazetteer {
namespace {

constexpr unsigned seed = 20241021;

std::string random_name(std::mt19937& random) {
  // Few letters, so that names share beginnings, contain each other and collide; some of two bytes.
  const std::vector<std::string> letters = {"a", "b", "n", "o", "\u0434", "\u6771", " "};
  std::string out;
  for (auto length = random() % 9 + 1; length > 0; --length) out += letters[random() % letters.size()];
  return out;
}

struct Model {
  std::map<std::string, std::set<std::uint32_t>> places;  // folded name -> records
  std::string bytes;
};

Model random_model(std::mt19937& random, int count) {
  Model out;
  detail::StoreBuilder builder;
  (void)builder.add_source("random");
  for (int i = 0; i < count; ++i) {
    detail::PlaceRow row;
    row.id = "geonames:" + std::to_string(i + 1);
    row.name = random_name(random);
    row.kind = PlaceKind::City;
    row.population = random() % 1000;
    const auto place = builder.add_place(row);
    for (int k = 0; k < 3; ++k) {
      const auto name = k == 0 ? row.name : random_name(random);
      builder.add_name(place, name, k == 0 ? NameKind::Main : NameKind::Alternate);
      if (const auto folded = fold(name); !folded.empty()) out.places[folded].insert(place);
    }
  }
  out.bytes = builder.build();
  return out;
}

int edits(const std::u32string& a, const std::u32string& b) {
  std::vector<int> row(b.size() + 1);
  for (std::size_t i = 0; i <= b.size(); ++i) row[i] = static_cast<int>(i);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i);
    for (std::size_t k = 1; k <= b.size(); ++k) {
      const int above = row[k];
      row[k] = std::min({row[k] + 1, row[k - 1] + 1, diagonal + (a[i - 1] == b[k - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::u32string wide(const std::string& text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
    char32_t c = length == 1 ? lead : length == 2 ? lead & 0x1FU : lead & 0x0FU;
    for (std::size_t k = 1; k < length; ++k) c = c << 6U | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    out += c;
    i += length;
  }
  return out;
}

TEST_CASE("every name of a random store is found with exactly its places", "[gazetteer]") {
  std::mt19937 random(seed);
  INFO("seed " << seed);
  for (const int count : {1, 5, 6, 16, 200, 3000}) {
    const auto model = random_model(random, count);
    const auto store = Store::from_bytes(model.bytes, "random.dgz");
    for (const auto& [name, places] : model.places) {
      std::set<std::uint32_t> found;
      for (const auto& candidate : store.find_folded(name)) found.insert(candidate.record);
      INFO(name);
      REQUIRE(found == places);
    }
    for (int i = 0; i < 2000; ++i) {
      const auto name = fold(random_name(random));
      INFO(name);
      REQUIRE(store.find_folded(name).empty() == (model.places.count(name) == 0));
      const auto next = model.places.lower_bound(name + " ");
      const bool longer = next != model.places.end() && next->first.compare(0, name.size() + 1, name + " ") == 0;
      REQUIRE(store.has_longer(name) == longer);
    }
  }
}

TEST_CASE("prefix search agrees with looking at every name", "[gazetteer]") {
  std::mt19937 random(seed);
  const auto model = random_model(random, 400);
  const auto store = Store::from_bytes(model.bytes, "random.dgz");
  for (int i = 0; i < 300; ++i) {
    const auto prefix = fold(random_name(random).substr(0, 3));
    if (prefix.empty()) continue;
    std::set<std::uint32_t> expected;
    for (const auto& [name, places] : model.places) {
      if (name.compare(0, prefix.size(), prefix) == 0) expected.insert(places.begin(), places.end());
    }
    std::set<std::uint32_t> found;
    for (const auto& hit : store.find_prefix(prefix, 100'000)) found.insert(hit.candidate.record);
    INFO(prefix);
    REQUIRE(found == expected);
  }
}

TEST_CASE("similar names agree with measuring every name", "[gazetteer]") {
  std::mt19937 random(seed);
  const auto model = random_model(random, 300);
  const auto store = Store::from_bytes(model.bytes, "random.dgz");
  for (int i = 0; i < 150; ++i) {
    const auto query = fold(random_name(random));
    if (query.empty()) continue;
    for (const int most : {1, 2}) {
      std::set<std::uint32_t> expected;
      for (const auto& [name, places] : model.places) {
        if (edits(wide(query), wide(name)) <= most) expected.insert(places.begin(), places.end());
      }
      std::set<std::uint32_t> found;
      for (const auto& hit : store.find_similar(query, most, 100'000)) found.insert(hit.candidate.record);
      INFO(query << " within " << most);
      REQUIRE(found == expected);
    }
  }
}

}  // namespace
}  // namespace dateline::gazetteer
