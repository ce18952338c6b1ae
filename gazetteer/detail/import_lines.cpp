#include "gazetteer/detail/import_lines.hpp"

#include <algorithm>
#include <cstring>

#include "base/error.hpp"
#include "base/limits.hpp"

namespace dateline::gazetteer::detail {

namespace {

constexpr std::size_t buffer_bytes = std::size_t{1} << 20U;
/// Enough to see what is wrong with a file; a million messages would hide it.
constexpr std::size_t told_rows = 20;

[[noreturn]] void refuse(const std::string& file, const std::string& message, const std::string& hint) {
  InputError error(message, hint);
  error.set_file(file);
  throw error;
}

}  // namespace

LineReader::LineReader(const std::filesystem::path& file) : file_(file.string()), buffer_(buffer_bytes) {
  std::error_code status;
  if (!std::filesystem::exists(file, status)) refuse(file_, "there is no such file", "check the spelling and the folder");
  if (std::filesystem::is_directory(file, status)) refuse(file_, "is a folder, not a file", "name the files in it");
  in_.open(file, std::ios::binary);
  if (!in_) refuse(file_, "cannot be read", "check its permissions");
  const auto bytes = std::filesystem::file_size(file, status);
  size_ = status ? 0 : bytes;
  if (fill() && end_ >= 4 && std::memcmp(buffer_.data(), "PK\3\4", 4) == 0) refuse(file_, "is a ZIP archive", "unpack it first: unzip " + file_);
}

bool LineReader::fill() {
  in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  if (in_.bad()) refuse(file_, "cannot be read to its end", "check the disk it lies on");
  at_ = 0;
  end_ = static_cast<std::size_t>(in_.gcount());
  return end_ > 0;
}

bool LineReader::next() {
  line_.clear();
  too_long_ = false;
  bool any = false;
  while (at_ < end_ || fill()) {
    any = true;
    const auto* from = buffer_.data() + at_;
    const auto* stop = static_cast<const char*>(std::memchr(from, '\n', end_ - at_));
    const auto length = stop != nullptr ? static_cast<std::size_t>(stop - from) : end_ - at_;
    const auto room = limits::max_import_line_bytes - line_.size();
    line_.append(from, std::min(length, room));
    too_long_ = too_long_ || length > room;
    const auto taken = length + (stop != nullptr ? 1 : 0);
    at_ += taken;
    done_ += taken;
    if (stop != nullptr) break;
  }
  if (!any) return false;
  ++number_;
  if (!line_.empty() && line_.back() == '\r') line_.pop_back();
  return true;
}

void SkippedRows::add(const std::string& file, std::size_t line, std::string message, std::string hint) {
  ++count_;
  if (told_.size() >= told_rows) return;
  Diagnostic diagnostic;
  diagnostic.message = std::move(message) + "; the row is skipped";
  diagnostic.hint = std::move(hint);
  diagnostic.position = {file, line, 1};
  told_.push_back(std::move(diagnostic));
}

}  // namespace dateline::gazetteer::detail
