#include "gazetteer/detail/gzip.hpp"

#include <zlib.h>

#include <memory>
#include <vector>

#include "base/error.hpp"

namespace dateline::gazetteer::detail {

namespace {

struct CloseGzip {
  void operator()(gzFile file) const noexcept { ::gzclose_r(file); }
};

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& message, const std::string& hint) {
  InputError error(message, hint);
  error.set_file(path.string());
  throw error;
}

}  // namespace

std::string read_table_file(const std::filesystem::path& path, std::size_t max_bytes) {
  const std::unique_ptr<gzFile_s, CloseGzip> file(::gzopen(path.c_str(), "rb"));
  if (file == nullptr) fail(path, "the table cannot be opened", "check the spelling and the folder");
  std::string out;
  std::vector<char> buffer(1U << 18U);
  for (;;) {
    const int count = ::gzread(file.get(), buffer.data(), static_cast<unsigned>(buffer.size()));
    int code = Z_OK;
    ::gzerror(file.get(), &code);
    if (count < 0 || code == Z_BUF_ERROR || code == Z_DATA_ERROR) fail(path, "the compressed table is damaged or truncated", "fetch or make it again");
    if (count == 0) return out;
    out.append(buffer.data(), static_cast<std::size_t>(count));
    if (out.size() > max_bytes) fail(path, "the table is larger than " + std::to_string(max_bytes >> 20U) + " MB", "split it");
  }
}

}  // namespace dateline::gazetteer::detail
