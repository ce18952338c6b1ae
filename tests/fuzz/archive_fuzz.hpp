#pragma once

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/error.hpp"
#include "geo/tile_archive.hpp"

namespace dateline::test {

/// Any bytes in a file of tiles either give tiles or an InputError; nothing else may happen. `ending`: ".pmtiles" or ".mbtiles".
inline int fuzz_archive(const std::uint8_t* data, std::size_t size, const std::string& ending) {
  // Readers map the file or hand it to SQLite, so it must be one; memory is quicker than a disk.
  static const std::filesystem::path path = [&] {
    const std::filesystem::path memory = "/dev/shm";
    const auto folder = std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
    return folder / ("dateline-fuzz-" + std::to_string(::getpid()) + ending);
  }();
  std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  try {
    const auto archive = geo::TileArchive::open(path);
    static_cast<void>(archive->size());
    for (const geo::TileId id : {geo::TileId{0, 0, 0}, {1, 1, 0}, {5, 3, 30}, {24, 16'777'215, 16'777'215}}) static_cast<void>(archive->read(id));
    archive->for_each([](geo::TileId, std::string_view) {});
  } catch (const InputError&) {
    // A clear refusal is a good answer.
  }
  return 0;
}

}  // namespace dateline::test
