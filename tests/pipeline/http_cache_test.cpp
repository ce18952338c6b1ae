#include "pipeline/detail/http_cache.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "base/error.hpp"
#include "pipeline/detail/http_disk_cache.hpp"

using namespace dateline;
using namespace dateline::pipeline::detail;
namespace fs = std::filesystem;

namespace {

using Cache = HttpCache<std::string>;

Cache::Pointer text(const std::string& value) { return std::make_shared<const std::string>(value); }

struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "dateline-cache-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  fs::path path;
};

void ignore(const std::string&) {}

}  // namespace

TEST_CASE("what was put last is found, and what was replaced costs nothing more", "[pipeline][http]") {
  Cache cache(16 * 100);
  cache.put(7, text("a"), 60);
  cache.put(7, text("b"), 50);
  REQUIRE(cache.find(7) != nullptr);
  CHECK(*cache.find(7) == "b");
  CHECK(cache.find(8) == nullptr);
  CHECK(cache.usage().values == 1);
  CHECK(cache.usage().cost == 50);
}

TEST_CASE("a cache never costs more than it may, whatever is put into it", "[pipeline][http]") {
  constexpr std::size_t capacity = 16 * 1000;
  Cache cache(capacity);
  std::mt19937 random(11);
  for (int i = 0; i < 20'000; ++i) {
    cache.put(random() % 5000, text("x"), random() % 1200);
    if (i % 1000 == 0) REQUIRE(cache.usage().cost <= capacity);
  }
  CHECK(cache.usage().cost <= capacity);
  CHECK(cache.usage().values > 10);
}

TEST_CASE("the least recently used is given up first, and whoever holds it keeps it", "[pipeline][http]") {
  // Keys of one shard: the shard is chosen by the upper bits of a product, so find keys that share it by trial.
  Cache probe(16);
  Cache cache(16 * 3);
  std::vector<std::uint64_t> same;
  for (std::uint64_t key = 0; same.size() < 4; ++key) {
    if ((key * 0x9E3779B97F4A7C15ULL) >> 60U == 0) same.push_back(key);
  }
  for (int i = 0; i < 3; ++i) cache.put(same[static_cast<std::size_t>(i)], text(std::to_string(i)), 1);
  const auto held = cache.find(same[1]);
  REQUIRE(cache.find(same[0]) != nullptr);
  cache.put(same[3], text("3"), 1);   // 2 was used longest ago
  CHECK(cache.find(same[2]) == nullptr);
  CHECK(cache.find(same[0]) != nullptr);
  cache.put(same[2], text("2"), 3);   // needs all the room
  CHECK(cache.find(same[1]) == nullptr);
  CHECK(*held == "1");
}

TEST_CASE("many threads may use a cache at once", "[pipeline][http]") {
  Cache cache(16 * 50);
  std::vector<std::thread> threads;
  for (unsigned t = 0; t < 4; ++t) {
    threads.emplace_back([&cache, t] {
      for (std::uint64_t i = 0; i < 5000; ++i) {
        const std::uint64_t key = (i * 7 + t) % 300;
        if (const auto found = cache.find(key); found != nullptr && *found != std::to_string(key)) std::abort();
        cache.put(key, text(std::to_string(key)), 1 + key % 5);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(cache.usage().cost <= 16 * 50);
}

TEST_CASE("tiles on disk are there for the next server, apart by what they were made from", "[pipeline][http]") {
  const Folder folder;
  {
    DiskCache cache(folder.path / "t", 1 << 20, ignore);
    cache.write("first ledger", 5, "tile five");
    cache.write("first ledger", 6, "");
    CHECK_THROWS_AS(DiskCache(folder.path / "t", 1 << 20, ignore), UsageError);   // one server at a time
  }
  DiskCache cache(folder.path / "t", 1 << 20, ignore);
  CHECK(cache.read("first ledger", 5) == "tile five");
  CHECK(cache.read("first ledger", 6) == "");
  CHECK_FALSE(cache.read("second ledger", 5).has_value());
  CHECK(cache.usage().files == 2);
}

TEST_CASE("a disk cache keeps within its size and gives up what was used longest ago", "[pipeline][http]") {
  const Folder folder;
  DiskCache cache(folder.path, 3 * 4096, ignore);
  for (std::uint64_t key = 0; key < 3; ++key) cache.write("x", key, "tile");
  REQUIRE(cache.read("x", 0).has_value());
  cache.write("x", 3, "tile");
  CHECK_FALSE(cache.read("x", 1).has_value());
  CHECK(cache.read("x", 0).has_value());
  CHECK(cache.usage().bytes == 3 * 4096);
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder.path)) files += entry.is_regular_file() ? 1 : 0;
  CHECK(files == 4);   // three tiles and the marker
}

TEST_CASE("damaged files of a disk cache count as absent, and foreign folders are left alone", "[pipeline][http]") {
  const Folder folder;
  {
    DiskCache cache(folder.path / "t", 1 << 20, ignore);
    cache.write("x", 1, "tile");
    cache.write("x", 2, "tile");
    for (const auto& entry : fs::recursive_directory_iterator(folder.path / "t")) {
      if (entry.path().filename() == "0000000000000001") fs::resize_file(entry.path(), 6);
      if (entry.path().filename() == "0000000000000002") fs::resize_file(entry.path(), 0);
    }
    CHECK_FALSE(cache.read("x", 1).has_value());
    CHECK_FALSE(cache.read("x", 2).has_value());
  }
  fs::create_directory(folder.path / "home");
  std::ofstream(folder.path / "home" / "letter.txt") << "mine";
  CHECK_THROWS_AS(DiskCache(folder.path / "home", 1 << 20, ignore), UsageError);
  CHECK(fs::exists(folder.path / "home" / "letter.txt"));
}
