// Draws a whole pyramid of raster tiles from a style with GIS sources and prints what it took, as one line of JSON: the run that
// tiles_against_mapnik.py sets beside Mapnik's. Reading the data and starting up are counted.
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <mutex>
#include <thread>

#include "base/error.hpp"
#include "base/files.hpp"
#include "render/style_sources.hpp"
#include "render/tile_renderer.hpp"

using namespace dateline;

namespace {

struct Arguments {
  std::string style, out;
  int first = 0, last = 6, scale = 1;
  unsigned threads = 1;
  std::uint32_t block = 4;   // small enough that the last ones end together
  bool rgba = false;
};

Arguments read_arguments(int count, char** words) {
  Arguments out;
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string name = words[i], value = words[i + 1];
    if (name == "--style") out.style = value;
    else if (name == "--out") out.out = value;
    else if (name == "--first") out.first = std::atoi(words[i + 1]);
    else if (name == "--last") out.last = std::atoi(words[i + 1]);
    else if (name == "--scale") out.scale = std::atoi(words[i + 1]);
    else if (name == "--threads") out.threads = static_cast<unsigned>(std::atoi(words[i + 1]));
    else if (name == "--block") out.block = static_cast<std::uint32_t>(std::atoi(words[i + 1]));
    else if (name == "--encoding") out.rgba = value == "rgba";
    else throw UsageError("unknown option " + name);
  }
  return out;
}

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6; };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void write_tile(const std::string& folder, const render::DrawnTile& tile) {
  const auto path = std::filesystem::path(folder) / std::to_string(tile.id.zoom) / std::to_string(tile.id.x);
  std::filesystem::create_directories(path);
  std::ofstream(path / (std::to_string(tile.id.y) + ".png"), std::ios::binary) << *tile.bytes;
}

int run(const Arguments& arguments) {
  const auto start = std::chrono::steady_clock::now();
  const styles::Style style = styles::load_style(arguments.style, find_data_folder());
  std::vector<geo::TileLayer> layers = render::read_style_sources(style, {arguments.first, arguments.last, static_cast<int>(arguments.threads)});
  const double load = cpu_seconds();
  render::TileOptions options;
  options.scale = arguments.scale;
  options.encoding = arguments.rgba ? render::TileOptions::Encoding::Rgba : render::TileOptions::Encoding::Palette;
  const render::TileRenderer renderer(std::move(layers), style, options);
  std::vector<geo::TileBlock> blocks;
  for (int zoom = arguments.last; zoom >= arguments.first; --zoom) {
    for (const geo::TileBlock& block : geo::blocks_over({-180, -90, 180, 90}, zoom, arguments.block)) blocks.push_back(block);
  }
  std::atomic<std::size_t> next = 0, tiles = 0, bytes = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < blocks.size(); i = next++) {
      for (const render::DrawnTile& tile : renderer.render(blocks[i])) {
        if (!tile.bytes) continue;
        ++tiles;
        bytes += tile.bytes->size();
        if (!arguments.out.empty()) write_tile(arguments.out, tile);
      }
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < arguments.threads; ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), cpu = cpu_seconds();
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::cout << "{\"tiles\": " << tiles << ", \"bytes\": " << bytes << ", \"wall\": " << wall << ", \"cpu\": " << cpu << ", \"load\": " << load
            << ", \"peak_rss_mb\": " << static_cast<double>(usage.ru_maxrss) / 1024 << ", \"tiles_per_s\": " << static_cast<double>(tiles) / wall
            << ", \"tiles_per_cpu_s\": " << static_cast<double>(tiles) / cpu << "}\n";
  return 0;
}

}  // namespace

int main(int count, char** words) {
  try {
    return run(read_arguments(count, words));
  } catch (const Error& error) {
    std::cerr << error.to_string();
    return 1;
  }
}
