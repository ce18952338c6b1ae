#include "geo/tile_archive.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>

#include "base/error.hpp"
#include "base/files.hpp"
#include "geo/gzip.hpp"
#include "geo/tile_spool.hpp"

using namespace dateline;
using namespace dateline::geo;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "dateline-tiles-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  fs::path operator/(const std::string& name) const { return path_ / name; }

 private:
  fs::path path_;
};

using Tiles = std::map<TileId, std::string>;

std::shared_ptr<const std::string> shared(std::string text) { return std::make_shared<const std::string>(std::move(text)); }

/// A pyramid in which most tiles are one of three.
Tiles pyramid(int zooms, const std::string& kind) {
  Tiles tiles;
  for (int z = 0; z < zooms; ++z) {
    for (std::uint32_t x = 0; x < 1U << z; ++x) {
      for (std::uint32_t y = 0; y < 1U << z; ++y) {
        std::string content = (x + y) % 7 == 0 ? "own " + std::to_string(z) + "/" + std::to_string(x) + "/" + std::to_string(y) : "common " + std::to_string(x / 8 % 3);
        tiles[{z, x, y}] = kind == "mvt" ? gzip(content) : content;
      }
    }
  }
  return tiles;
}

TileMetadata metadata_of(const std::string& format, int max_zoom) {
  TileMetadata m;
  m.name = "Two seas";
  m.description = "Between \"them\"";
  m.attribution = "Map: nobody";
  m.format = format;
  m.bounds = {170, -20, -170, 20};
  m.center = LonLat::checked(Lon(-179.5), Lat(1));
  m.max_zoom = max_zoom;
  m.tile_size = 512;
  m.document = "d0c";
  m.job = "j0b";
  m.shard = TileShard{2, 5};
  if (format == "mvt") m.vector_layers = {{"land", "Dry", {{"name", "String"}, {"rank", "Number"}}, 0, max_zoom}};
  return m;
}

TileSet set_of(const fs::path& work, const Tiles& tiles) {
  fs::remove(work);
  auto spool = TileSpool::open(work, "job", TileSpool::Begin::Resume);
  REQUIRE(spool);
  std::uint64_t step = 0;
  for (const auto& [id, bytes] : tiles) {
    const TileSpool::Tile tile{id, shared(bytes)};
    spool->add(step++, {&tile, 1});
  }
  return spool->tiles();
}

Tiles read_all(const TileArchive& archive) {
  Tiles tiles;
  std::uint64_t last = 0;
  archive.for_each([&](TileId id, std::string_view bytes) {
    CHECK((tiles.empty() || hilbert_index(id) > last));
    last = hilbert_index(id);
    tiles[id] = std::string(bytes);
  });
  return tiles;
}

std::string bytes_of(const fs::path& path) { return read_file(path, 1U << 30U); }

}  // namespace

TEST_CASE("gzip gives back what it was given and refuses damage and bombs", "[geo]") {
  const std::string text(100'000, 'x');
  const auto packed = gzip(text);
  CHECK(is_gzip(packed));
  CHECK(gunzip(packed, text.size()) == text);
  CHECK(gunzip(gzip(""), 1).empty());
  CHECK_THROWS_AS(gunzip(packed, text.size() - 1), InputError);
  CHECK_THROWS_AS(gunzip(packed.substr(0, packed.size() / 2), text.size()), InputError);
  CHECK_THROWS_AS(gunzip("plain text, and long enough", 100), InputError);
  auto lying = packed;
  lying[lying.size() - 4] = 1;
  CHECK_THROWS_AS(gunzip(lying, text.size()), InputError);
}

TEST_CASE("every container gives back its tiles and its metadata", "[geo]") {
  const Folder folder;
  for (const std::string format : {"png", "mvt"}) {
    const auto tiles = pyramid(6, format);
    const auto set = set_of(folder / "work", tiles);
    for (const std::string name : {"t.pmtiles", "t.mbtiles", "t"}) {
      CAPTURE(format, name);
      const auto metadata = metadata_of(format, 5);
      NoProgress progress;
      write_tile_archive(set, metadata, folder / name, folder / "scratch", progress);
      CHECK_FALSE(fs::exists(folder / "scratch"));
      const auto archive = TileArchive::open(folder / name);
      const auto& read = archive->metadata();
      CHECK(read.name == metadata.name);
      CHECK(read.description == metadata.description);
      CHECK(read.attribution == metadata.attribution);
      CHECK(read.format == format);
      CHECK(read.bounds == metadata.bounds);
      CHECK(read.center == metadata.center);
      CHECK((read.min_zoom == 0 && read.max_zoom == 5 && read.tile_size == 512));
      CHECK(read.vector_layers == metadata.vector_layers);
      CHECK((read.document == "d0c" && read.job == "j0b" && read.shard == metadata.shard));
      CHECK(archive->size() == tiles.size());
      auto found = read_all(*archive);
      if (name == "t" && format == "mvt") {
        for (auto& [id, bytes] : found) bytes = gzip(bytes);
      }
      CHECK(found == tiles);
      CHECK(archive->read({5, 31, 31}).has_value());
      CHECK_FALSE(archive->read({6, 0, 0}).has_value());
      CHECK_FALSE(archive->read({30, 0, 0}).has_value());
    }
  }
}

TEST_CASE("equal tiles are stored once in every container", "[geo]") {
  const Folder folder;
  Tiles tiles;
  for (std::uint32_t x = 0; x < 64; ++x) {
    for (std::uint32_t y = 0; y < 64; ++y) tiles[{6, x, y}] = std::string(10'000, 'w');
  }
  tiles[{6, 63, 63}] = "other";
  const auto set = set_of(folder / "work", tiles);
  CHECK(set.blob_count() == 2);
  CHECK(fs::file_size(folder / "work") < 2'000'000);
  NoProgress progress;
  for (const std::string name : {"t.pmtiles", "t.mbtiles"}) {
    write_tile_archive(set, metadata_of("png", 6), folder / name, folder / "scratch", progress);
    CHECK(fs::file_size(folder / name) < 160'000);
  }
  write_tile_archive(set, metadata_of("png", 6), folder / "t", folder / "scratch", progress);
  CHECK(fs::hard_link_count(folder / "t/6/0/0.png") == 4095);
}

TEST_CASE("PMTiles with more tiles than one directory holds has leaves and finds each tile", "[geo]") {
  const Folder folder;
  Tiles tiles;
  std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same tiles each time
  for (int i = 0; i < 30'000; ++i) {
    const TileId id{10, static_cast<std::uint32_t>(random() % 1024), static_cast<std::uint32_t>(random() % 1024)};
    tiles[id] = "tile " + std::to_string(random());
  }
  const auto set = set_of(folder / "work", tiles);
  NoProgress progress;
  write_tile_archive(set, metadata_of("png", 10), folder / "t.pmtiles", folder / "scratch", progress);
  CHECK(read_all(*TileArchive::open(folder / "t.pmtiles")) == tiles);
  const auto archive = TileArchive::open(folder / "t.pmtiles");
  for (const auto& [id, bytes] : tiles) {
    if (random() % 50 == 0) CHECK(archive->read(id) == bytes);
  }
}

TEST_CASE("the order in which tiles come changes no byte", "[geo]") {
  const Folder folder;
  const auto tiles = pyramid(5, "png");
  NoProgress progress;
  for (const std::string name : {"t.pmtiles", "t.mbtiles"}) {
    write_tile_archive(set_of(folder / "work", tiles), metadata_of("png", 4), folder / name, folder / "scratch", progress);
    const auto first = bytes_of(folder / name);
    auto spool = TileSpool::open(folder / "other", "job", TileSpool::Begin::Anew);
    std::uint64_t step = 0;
    std::vector<TileSpool::Tile> two;
    for (auto tile = tiles.rbegin(); tile != tiles.rend(); ++tile) {
      two.push_back({tile->first, shared(tile->second)});
      if (two.size() == 2) spool->add(step++, two), two.clear();
    }
    spool->add(step++, two);
    write_tile_archive(spool->tiles(), metadata_of("png", 4), folder / name, folder / "scratch", progress);
    CHECK(bytes_of(folder / name) == first);
  }
}

TEST_CASE("a work file cut anywhere keeps its whole steps and loses nothing else", "[geo]") {
  const Folder folder;
  const auto work = folder / "work";
  std::vector<std::uint64_t> ends;
  {
    auto spool = TileSpool::open(work, "job", TileSpool::Begin::Resume);
    ends.push_back(fs::file_size(work));
    for (std::uint32_t step = 0; step < 8; ++step) {
      const std::vector<TileSpool::Tile> tiles = {{{3, step, 0}, shared("same")}, {{3, step, 1}, shared("own " + std::to_string(step))}};
      spool->add(step, tiles);
      ends.push_back(fs::file_size(work));
    }
  }
  const auto whole = bytes_of(work);
  for (std::size_t cut = 0; cut <= whole.size(); cut += cut < 100 ? 1 : 13) {
    std::ofstream(work, std::ios::binary | std::ios::trunc) << whole.substr(0, cut);
    auto spool = TileSpool::open(work, "job", TileSpool::Begin::Resume);
    REQUIRE(spool);
    std::uint64_t steps = 0;
    while (steps + 1 < ends.size() && ends[steps + 1] <= cut) ++steps;
    CHECK(spool->tile_count() == 2 * steps);
    for (std::uint64_t step = 0; step < 8; ++step) CHECK(spool->has_step(step) == (step < steps));
    // It goes on where it was.
    const TileSpool::Tile more{{4, 0, 0}, shared("same")};
    spool->add(99, {&more, 1});
    CHECK(spool->tiles().entries().size() == 2 * steps + 1);
  }
  // A bit that fell over ends it there, too.
  auto damaged = whole;
  damaged[ends[4] + 40] = static_cast<char>(damaged[ends[4] + 40] ^ 1);
  std::ofstream(work, std::ios::binary | std::ios::trunc) << damaged;
  CHECK(TileSpool::open(work, "job", TileSpool::Begin::Resume)->tile_count() == 8);
}

TEST_CASE("a work file belongs to one job and one process", "[geo]") {
  const Folder folder;
  {
    auto spool = TileSpool::open(folder / "work", "job", TileSpool::Begin::Resume);
    const TileSpool::Tile tile{{0, 0, 0}, shared("x")};
    spool->add(0, {&tile, 1});
    CHECK_FALSE(TileSpool::open(folder / "work", "job", TileSpool::Begin::Resume));
  }
  CHECK_THROWS_AS(TileSpool::open(folder / "work", "another", TileSpool::Begin::Resume), InputError);
  CHECK(TileSpool::open(folder / "work", "another", TileSpool::Begin::Anew)->tile_count() == 0);
}

TEST_CASE("a damaged archive is an error, never a crash", "[geo]") {
  const Folder folder;
  NoProgress progress;
  std::mt19937 random(11);  // NOLINT(cert-msc51-cpp)
  const auto set = set_of(folder / "work", pyramid(5, "mvt"));
  for (const std::string name : {"t.pmtiles", "t.mbtiles"}) {
    write_tile_archive(set, metadata_of("mvt", 4), folder / name, folder / "scratch", progress);
    const auto good = bytes_of(folder / name);
    int refused = 0;
    for (int i = 0; i < 300; ++i) {
      auto bad = good;
      if (i % 3 == 0) bad.resize(random() % bad.size());
      else for (int k = 0; k < 4; ++k) bad[random() % std::min<std::size_t>(bad.size(), i % 3 == 1 ? 600 : bad.size())] = static_cast<char>(random());
      std::ofstream(folder / name, std::ios::binary | std::ios::trunc) << bad;
      try {
        const auto archive = TileArchive::open(folder / name);
        archive->for_each([](TileId, std::string_view) {});
        (void)archive->read({4, 3, 3});
      } catch (const Error&) {
        ++refused;
      }
    }
    CHECK(refused > 100);
  }
}

TEST_CASE("a folder with anything else in it is not replaced", "[geo]") {
  const Folder folder;
  fs::create_directory(folder / "d");
  CHECK(is_replaceable_folder(folder / "d"));
  NoProgress progress;
  write_tile_archive(set_of(folder / "work", pyramid(3, "png")), metadata_of("png", 2), folder / "d", folder / "scratch", progress);
  CHECK(is_replaceable_folder(folder / "d"));
  write_tile_archive(set_of(folder / "work", pyramid(2, "png")), metadata_of("png", 1), folder / "d", folder / "scratch", progress);
  CHECK_FALSE(fs::exists(folder / "d/2"));
  CHECK_FALSE(fs::exists(folder / "scratch"));
  std::ofstream(folder / "d/notes.txt") << "mine";
  CHECK_FALSE(is_replaceable_folder(folder / "d"));
  CHECK_FALSE(is_replaceable_folder(folder / "absent"));
}

TEST_CASE("the ending of a name tells the container", "[geo]") {
  CHECK(tile_container("a/b.MBTiles") == TileContainer::MbTiles);
  CHECK(tile_container("b.pmtiles") == TileContainer::PmTiles);
  CHECK(tile_container("tiles") == TileContainer::Folder);
  CHECK(tile_container("v1.2") == TileContainer::Folder);
  CHECK_THROWS_AS(tile_container("map.png"), UsageError);
}

TEST_CASE("TileJSON has plain bounds and a centre within them", "[geo]") {
  const auto json = tile_json(metadata_of("mvt", 4), "https://tiles.example.org/{z}/{x}/{y}.mvt");
  CHECK(json.find("\"tilejson\": \"3.0.0\"") != std::string::npos);
  CHECK(json.find("-180.0,\n    -20.0,\n    180.0,\n    20.0") != std::string::npos);
  CHECK(json.find("\"rank\": \"Number\"") != std::string::npos);
}
