// The compiled files: topology, damage, missing parts.
#include <catch2/catch.hpp>

#include <filesystem>
#include <map>
#include <random>
#include <string>

#include "base/error.hpp"
#include "base/files.hpp"
#include "geo/basemap.hpp"
#include "geo/detail/arc_reader.hpp"
#include "geo/detail/basemap_file.hpp"
#include "geo/detail/ring_assembly.hpp"

using namespace dateline;
using namespace dateline::geo;
using namespace dateline::geo::detail;

namespace {

namespace fs = std::filesystem;

/// A folder of its own, gone at the end.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("dateline-geo-" + std::to_string(std::random_device{}()))) { fs::create_directory(path_); }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] fs::path operator/(const char* name) const { return path_ / name; }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string shipped(const char* name) { return read_file(find_data_folder() / name, 64U << 20U); }

}  // namespace

TEST_CASE("no arc is used more than twice, and all outlines close", "[geo]") {
  const BaseMapFile file(find_data_folder() / "basemap.dbm", BaseMapKind::Divisions);
  std::map<std::uint32_t, int> uses;
  std::map<std::uint32_t, std::vector<std::uint32_t>> arcs_of;
  for (std::uint32_t i = 0; i < file.arcs().size(); ++i) {
    const StoredArc& arc = file.arcs()[i];
    CHECK(arc.left != arc.right);
    for (const std::uint32_t cell : {arc.left, arc.right}) {
      if (cell != none) arcs_of[cell].push_back(i);
    }
  }
  CHECK(arcs_of.size() == file.cells().size());
  for (std::uint32_t cell = 0; cell < file.cells().size(); cell += 7) {
    std::size_t used = 0;
    for (const ArcRing& ring : assemble_rings(file.arcs(), file.points(), [&](std::uint32_t c) { return c == cell; })) {
      used += ring.size();
      for (const std::int32_t entry : ring) ++uses[static_cast<std::uint32_t>(entry < 0 ? ~entry : entry)];
      const auto end_of = [&](std::int32_t entry, bool last) {
        const StoredArc& arc = file.arcs()[static_cast<std::size_t>(entry < 0 ? ~entry : entry)];
        const StoredPoint& p = file.points()[arc.first + ((entry < 0) != last ? arc.count - 1 : 0)];
        return std::pair{(p.x + 3'600'000) % 3'600'000, p.y};
      };
      CHECK(end_of(ring.back(), true) == end_of(ring.front(), false));
    }
    CHECK(used == arcs_of[cell].size());
  }
  for (const auto& [arc, count] : uses) CHECK(count <= 2);
}

TEST_CASE("a missing base map is refused, missing water is not", "[geo]") {
  const Folder folder;
  CHECK_THROWS_AS(BaseMap::open(folder.path()), InputError);
  write_file_atomically(folder / "basemap.dbm", shipped("basemap.dbm"), Overwrite::Refuse);
  const auto map = BaseMap::open(folder.path());
  CHECK(map.credits() == "Map: Natural Earth.");
  BaseMapRequest request;
  request.window = {{-1e6, -1e6}, {1e6, 1e6}};
  request.scale_denominator = 2e6;
  const auto geometry = map.read(Projection::for_extent({30, 45, 40, 50}), request);
  CHECK(geometry.rivers.empty());
  CHECK_FALSE(geometry.coast.empty());
}

TEST_CASE("a damaged base map is refused wherever the damage is", "[geo]") {
  const Folder folder;
  const std::string good = shipped("basemap.dbm");
  const auto refuses = [&](const std::string& bytes) {
    write_file_atomically(folder / "basemap.dbm", bytes, Overwrite::Allow);
    CHECK_THROWS_AS(BaseMap::open(folder.path()), InputError);
  };
  refuses("");
  refuses("not a map");
  refuses(good.substr(0, good.size() / 2));
  refuses(good.substr(0, good.size() - 1));
  refuses(good + "x");
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 30; ++i) {
    std::string bad = good;
    const std::size_t at = i < 10 ? random() % sizeof(FileHeader) : random() % bad.size();
    bad[at] = static_cast<char>(bad[at] ^ static_cast<char>(1 + random() % 255));
    CAPTURE(at);
    refuses(bad);
  }
}

TEST_CASE("water under the name of the divisions is refused", "[geo]") {
  const Folder folder;
  write_file_atomically(folder / "basemap.dbm", shipped("water.dbm"), Overwrite::Refuse);
  CHECK_THROWS_WITH(BaseMap::open(folder.path()), Catch::Contains("another part of the map"));
}

TEST_CASE("an arc file that ends early is refused", "[geo]") {
  const std::string magic = "dateline arcs 1\n";
  CHECK(read_arcs(magic + std::string(1, '\0'), "a").empty());
  CHECK_THROWS_AS(read_arcs("something else", "a"), InputError);
  CHECK_THROWS_AS(read_arcs(magic, "a"), InputError);
  CHECK_THROWS_AS(read_arcs(magic + "\x01\x01\x02", "a"), InputError);
  CHECK_THROWS_AS(read_arcs(magic + "\xff\xff\xff\xff\xff\xff", "a"), InputError);
  const auto arcs = read_arcs(magic + std::string("\x01\x01\x00\x00\x02\x02\x04\x02\x01", 9), "a");
  REQUIRE(arcs.size() == 1);
  CHECK(arcs[0].left == 0);
  CHECK(arcs[0].right == none);
  CHECK(arcs[0].points[0].x == 1);
  CHECK(arcs[0].points[1].x == 2);
  CHECK(arcs[0].points[1].y == 1);
}

TEST_CASE("levels bracket their tolerance", "[geo]") {
  for (double metres = 0.5; metres < 1e7; metres *= 1.37) {
    CHECK(tolerance_of(level_of(metres)) <= metres);
    if (metres > 2) CHECK(tolerance_of(level_of(metres)) > metres / 1.2);
  }
}
