#include "plugin/gdal/detail/ledger_source.hpp"

#include <cpl_vsi.h>
#include <dlfcn.h>

#include <filesystem>
#include <memory>
#include <string_view>

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/limits.hpp"

namespace dateline::plugin {

namespace {

struct CloseFile {
  void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }
};
using File = std::unique_ptr<VSILFILE, CloseFile>;

constexpr std::string_view kMarks[] = {"\"dateline_ledger\"", "\"urn:dateline:ledger:"};

bool has_prefix(const char* name) { return STARTS_WITH_CI(name, driver_prefix); }

/// Reads to the end in one pass: standard input cannot be read twice.
std::string read_all(VSILFILE* file, const std::string& name) {
  std::string bytes;
  constexpr std::size_t kAtOnce = std::size_t{1} << 20U;
  while (true) {
    const std::size_t before = bytes.size();
    if (before > limits::max_ledger_bytes) throw InputError(name + " is too large for a ledger", "split it");
    bytes.resize(before + kAtOnce);
    const std::size_t got = VSIFReadL(bytes.data() + before, 1, kAtOnce, file);
    bytes.resize(before + got);
    if (got < kAtOnce) return bytes;
  }
}

/// The data folder of the prefix that this library lies in: some folder above it has share/dateline.
std::filesystem::path folder_beside_library() {
  namespace fs = std::filesystem;
  Dl_info found{};
  if (dladdr(reinterpret_cast<const void*>(&looks_like_ledger), &found) == 0 || found.dli_fname == nullptr) return {};
  std::error_code ignored;
  fs::path folder = fs::absolute(found.dli_fname, ignored).parent_path();
  for (; folder.has_relative_path(); folder = folder.parent_path()) {
    if (fs::exists(folder / "share" / "dateline" / "basemap.dbm", ignored)) return folder / "share" / "dateline";
  }
  return {};
}

}  // namespace

bool looks_like_ledger(const GDALOpenInfo& info) {
  if (info.pabyHeader == nullptr || info.nHeaderBytes <= 0) return false;
  std::string_view head(reinterpret_cast<const char*>(info.pabyHeader), static_cast<std::size_t>(info.nHeaderBytes));
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || head[first] != '{') return false;
  for (const auto mark : kMarks) {
    if (head.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

std::string read_ledger(const GDALOpenInfo& info) {
  if (has_prefix(info.pszFilename)) {
    const std::string name = info.pszFilename + std::string_view(driver_prefix).size();
    const File file(VSIFOpenL(name.c_str(), "rb"));
    if (!file) throw InputError("cannot open " + name);
    return read_all(file.get(), name);
  }
  if (info.fpL == nullptr) throw InputError(std::string("cannot open ") + info.pszFilename);
  VSIRewindL(info.fpL);
  return read_all(info.fpL, info.pszFilename);
}

std::optional<geo::BaseMap> open_base_map(const std::string& worldview) {
  try {
    auto folder = folder_beside_library();
    if (folder.empty()) folder = find_data_folder();
    return geo::BaseMap::open(folder, worldview);
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace dateline::plugin
