#include <catch2/catch.hpp>

#include <cstring>
#include <random>

#include "base/error.hpp"
#include "gazetteer/detail/store_file.hpp"
#include "tests/gazetteer/store_fixture.hpp"

namespace dateline::gazetteer {
namespace {

/// what() of the InputError with which the bytes are refused; empty if they are not.
std::string refusal(const std::string& bytes) {
  try {
    (void)Store::from_bytes(bytes, "x.dgz");
    return {};
  } catch (const InputError& error) {
    CHECK_FALSE(error.hint().empty());
    CHECK(error.position().file == "x.dgz");
    return error.what();
  }
}

/// The header changed and its checksum made right again, as another version of the program would write it.
std::string with_header(std::string bytes, void (*change)(detail::Header&)) {
  detail::Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  change(header);
  header.crc = detail::header_crc(header);
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

TEST_CASE("a store with any byte of its header changed is refused", "[gazetteer]") {
  const auto good = fixture::small_builder().build();
  REQUIRE(refusal(good).empty());
  for (std::size_t i = 0; i < sizeof(detail::Header); ++i) {
    for (const unsigned mask : {0x01U, 0x80U, 0xFFU}) {
      auto bad = good;
      bad[i] = static_cast<char>(static_cast<unsigned char>(bad[i]) ^ mask);
      INFO("byte " << i);
      REQUIRE_FALSE(refusal(bad).empty());
    }
  }
}

TEST_CASE("a truncated store is refused at every length", "[gazetteer]") {
  const auto good = fixture::small_builder().build();
  for (std::size_t length = 0; length < good.size(); length += 37) {
    INFO("length " << length);
    REQUIRE_FALSE(refusal(good.substr(0, length)).empty());
  }
  CHECK(refusal(good.substr(0, good.size() - 1)).find("truncated") != std::string::npos);
  CHECK(refusal(good + "x").find("bytes added") != std::string::npos);
}

TEST_CASE("foreign files are refused by name", "[gazetteer]") {
  CHECK(refusal("") == "is not a place store: it is shorter than a store's header");
  CHECK(refusal(std::string(4096, 'x')) == "is not a place store");
  CHECK(refusal("SQLite format 3" + std::string(4096, '\0')) == "is not a place store");
}

TEST_CASE("another version of the format or of the folding is refused", "[gazetteer]") {
  const auto good = fixture::small_builder().build();
  CHECK(refusal(with_header(good, [](detail::Header& header) { header.version = 2; })) ==
        "is a place store of format version 2, this program reads version 1");
  CHECK(refusal(with_header(good, [](detail::Header& header) { header.folding = 99; })).find("folded by version 99") != std::string::npos);
}

TEST_CASE("a header whose sections lie outside the file is refused although its checksum is right", "[gazetteer]") {
  const auto good = fixture::small_builder().build();
  CHECK_FALSE(refusal(with_header(good, [](detail::Header& header) { header.sections[4].offset = ~0ULL; })).empty());
  CHECK_FALSE(refusal(with_header(good, [](detail::Header& header) { header.sections[4].size += 1; })).empty());
  CHECK_FALSE(refusal(with_header(good, [](detail::Header& header) { header.sections[1].size = ~0ULL - 7; })).empty());
  CHECK_FALSE(refusal(with_header(good, [](detail::Header& header) { header.sections[2].offset += 4; })).empty());
  CHECK_FALSE(refusal(with_header(good, [](detail::Header& header) { header.places += 1; })).empty());
  CHECK_FALSE(refusal(with_header(good, [](detail::Header& header) { header.names = 1'000'000; })).empty());
}

TEST_CASE("a damaged body gives wrong answers at worst, and verify() notices", "[gazetteer]") {
  const auto good = fixture::small_builder().build();
  std::mt19937 random(11);
  INFO("seed 11");
  for (int round = 0; round < 400; ++round) {
    auto bad = good;
    for (int k = 0; k < 6; ++k) bad[sizeof(detail::Header) + random() % (bad.size() - sizeof(detail::Header))] = static_cast<char>(random());
    if (bad == good) continue;
    const auto store = Store::from_bytes(bad, "x.dgz");
    CHECK_THROWS_AS(store.verify(), InputError);
    for (const auto* name : {"moscow", "new york", "blagoveshchensk", "la"}) {
      for (const auto& candidate : store.find(name)) {
        if (candidate.record < store.size()) (void)store.place(candidate.record);
      }
      (void)store.has_longer(name);
      (void)store.find_prefix(name, 5);
      (void)store.find_similar(name, 2, 5);
    }
    for (std::uint32_t i = 0; i < store.size(); ++i) {
      (void)store.place(i);
      (void)store.names(i);
      (void)store.summary(i);
    }
    (void)store.find_id("geonames:524901");
    (void)store.find_id("country:RU");
    (void)store.cities_in({-180, -90, 180, 90}, 0, 5);
    (void)store.waters_in({-180, -90, 180, 90}, 5);
    (void)store.nearest(geo::LonLat::checked(geo::Lon(37), geo::Lat(55)), 3);
    (void)store.languages();
    (void)store.info();
  }
}

TEST_CASE("an undamaged store verifies", "[gazetteer]") { CHECK_NOTHROW(fixture::small_store().verify()); }

TEST_CASE("a missing store is refused with its name", "[gazetteer]") {
  CHECK_THROWS_AS(Store::open("/nonexistent/places.dgz"), InputError);
}

}  // namespace
}  // namespace dateline::gazetteer
