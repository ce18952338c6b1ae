#include "pipeline/detail/http_disk_cache.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

#include "article/hash.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "base/limits.hpp"

namespace dateline::pipeline::detail {

namespace fs = std::filesystem;

namespace {

/// Says whose folder it is, and is what a server locks.
constexpr const char* kMarker = "dateline-tile-cache";
constexpr std::size_t kIdentityDigits = 16, kKeyDigits = 16, kSumBytes = 4;

std::array<char, kSumBytes> checksum(std::string_view bytes) {
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
  std::array<char, kSumBytes> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<char>(sum >> (8 * i) & 255U);
  return out;
}

/// "9f86d081884c7d65/0013000005000003": the folder of what the tiles are made from, and the tile.
std::string name_of(const std::string& identity, std::uint64_t key) {
  std::array<char, kKeyDigits + 1> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(key));
  return article::sha256_hex(identity).substr(0, kIdentityDigits) + "/" + digits.data();
}

/// What a file takes of a common disk, which gives room in blocks.
std::uint64_t on_disk(std::uint64_t size) {
  constexpr std::uint64_t block = 4096;
  return (size + block - 1) / block * block;
}

bool is_hex(const std::string& text, std::size_t size) {
  return text.size() == size && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

[[noreturn]] void fail(const fs::path& folder, const std::string& what) {
  OutputError error(what, "choose another folder with --cache-dir, or leave the option out");
  error.set_file(folder.string());
  throw error;
}

}  // namespace

DiskCache::DiskCache(fs::path folder, std::uint64_t capacity, std::function<void(const std::string&)> on_error)
    : folder_(std::move(folder)), capacity_(capacity), on_error_(std::move(on_error)) {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error || !fs::is_directory(folder_, error)) fail(folder_, "this folder for tiles cannot be made");
  if (!fs::exists(folder_ / kMarker, error) && !fs::is_empty(folder_, error)) {
    throw UsageError("'" + folder_.string() + "' is not empty and no cache of tiles", "name a new folder with --cache-dir; old tiles are removed from it");
  }
  lock_folder();
  list_files();
}

DiskCache::~DiskCache() {
  if (lock_ >= 0) ::close(lock_);
}

void DiskCache::lock_folder() {
  lock_ = ::open((folder_ / kMarker).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (lock_ < 0) fail(folder_, "this folder for tiles cannot be written to");
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    ::close(std::exchange(lock_, -1));
    throw UsageError("another server keeps its tiles in '" + folder_.string() + "'", "name another folder with --cache-dir");
  }
}

/// What earlier servers left, the oldest use last; temporary files of a killed one are removed.
void DiskCache::list_files() {
  std::vector<std::pair<fs::file_time_type, File>> found;
  std::error_code error;
  for (const auto& identity : fs::directory_iterator(folder_, error)) {
    if (!identity.is_directory(error) || !is_hex(identity.path().filename().string(), kIdentityDigits)) continue;
    for (const auto& file : fs::directory_iterator(identity.path(), error)) {
      const std::string name = file.path().filename().string();
      if (name.starts_with("new-")) fs::remove(file.path(), error);
      if (!is_hex(name, kKeyDigits) || !file.is_regular_file(error)) continue;
      found.push_back({file.last_write_time(error), {identity.path().filename().string() + "/" + name, on_disk(file.file_size(error))}});
    }
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return std::tie(a.first, a.second.name) < std::tie(b.first, b.second.name); });
  std::list<File> gone;
  for (const auto& [time, file] : found) gone.splice(gone.end(), keep(file.name, file.size));
  remove(gone);
}

void DiskCache::drop(Position file, std::list<File>& gone) {
  bytes_ -= file->size;
  by_name_.erase(file->name);
  gone.splice(gone.end(), order_, file);
}

void DiskCache::remove(const std::list<File>& gone) const {
  std::error_code ignored;
  for (const auto& file : gone) fs::remove(folder_ / file.name, ignored);
}

std::list<DiskCache::File> DiskCache::keep(const std::string& name, std::uint64_t size) {
  std::list<File> gone, same;
  if (const auto found = by_name_.find(name); found != by_name_.end()) drop(found->second, same);
  order_.push_front({name, size});
  by_name_.emplace(name, order_.begin());
  bytes_ += size;
  while (bytes_ > capacity_ && !order_.empty()) drop(std::prev(order_.end()), gone);
  return gone;
}

void DiskCache::forget(const std::string& name) {
  std::list<File> gone;
  const std::lock_guard lock(mutex_);
  if (const auto found = by_name_.find(name); found != by_name_.end()) drop(found->second, gone);
}

void DiskCache::complain(const std::string& what) {
  {
    const std::lock_guard lock(mutex_);
    if (std::exchange(complained_, true)) return;
  }
  if (on_error_) on_error_(what);
}

std::optional<std::string> DiskCache::read(const std::string& identity, std::uint64_t key) {
  const std::string name = name_of(identity, key);
  {
    const std::lock_guard lock(mutex_);
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) return std::nullopt;
    order_.splice(order_.begin(), order_, found->second);
  }
  const fs::path path = folder_ / name;
  std::string bytes;
  try {
    bytes = read_file(path, limits::max_tile_bytes + kSumBytes);
  } catch (const Error&) {
    bytes.clear();
  }
  const auto content = std::string_view(bytes).substr(std::min(bytes.size(), kSumBytes));
  if (bytes.size() < kSumBytes || checksum(content) != std::array<char, kSumBytes>{bytes[0], bytes[1], bytes[2], bytes[3]}) {
    forget(name);
    return std::nullopt;
  }
  ::utimensat(AT_FDCWD, path.c_str(), nullptr, 0);   // the order of use outlives the server
  return bytes.substr(kSumBytes);
}

void DiskCache::write(const std::string& identity, std::uint64_t key, std::string_view bytes) {
  const std::string name = name_of(identity, key);
  const std::uint64_t size = on_disk(bytes.size() + kSumBytes);
  if (size > capacity_) return;
  const fs::path path = folder_ / name;
  std::uint64_t number = 0;
  {
    const std::lock_guard lock(mutex_);
    number = next_temporary_++;
  }
  const fs::path temporary = path.parent_path() / ("new-" + std::to_string(number));
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  {
    // Not synced: the checksum finds what a crash leaves behind, and a tile can be made again.
    std::ofstream out(temporary, std::ios::binary);
    const auto sum = checksum(bytes);
    out.write(sum.data(), kSumBytes).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) error = std::make_error_code(std::errc::io_error);
  }
  if (!error) fs::rename(temporary, path, error);
  if (error) {
    std::error_code ignored;
    fs::remove(temporary, ignored);
    complain("tiles cannot be kept in " + folder_.string() + " (is the disk full?); serving goes on without");
    return;
  }
  std::list<File> gone;
  {
    const std::lock_guard lock(mutex_);
    gone = keep(name, size);
  }
  remove(gone);
}

DiskCache::Usage DiskCache::usage() const {
  const std::lock_guard lock(mutex_);
  return {by_name_.size(), bytes_};
}

}  // namespace dateline::pipeline::detail
