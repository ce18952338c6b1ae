#include "gazetteer/detail/section_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/error.hpp"
#include "gazetteer/detail/store_file.hpp"
#include "gazetteer/fold.hpp"

namespace dateline::gazetteer::detail {

namespace {

constexpr std::size_t stream_buffer = std::size_t{1} << 20U;

[[noreturn]] void fail_to_write(const std::filesystem::path& path, const std::string& message, const std::string& hint) {
  OutputError error(message, hint);
  error.set_file(path.string());
  throw error;
}

}  // namespace

SectionFile::SectionFile(std::filesystem::path path, Overwrite overwrite) : path_(std::move(path)) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path_, ignored)) fail_to_write(path_, "is a folder", "name a file with -o");
  if (overwrite == Overwrite::Refuse && std::filesystem::exists(path_, ignored)) {
    fail_to_write(path_, "exists already", "use --overwrite to replace it, or choose another name with -o");
  }
  std::string pattern = path_.string() + ".XXXXXX";
  const int fd = ::mkostemp(pattern.data(), O_CLOEXEC);
  if (fd < 0) {
    fail_to_write(path_, std::string("cannot be written: ") + std::strerror(errno), "check that the folder exists and that you may write to it");
  }
  temporary_ = pattern;
  file_.reset(::fdopen(fd, "wb"));
  if (!file_) fail();
  std::setvbuf(file_.get(), nullptr, _IOFBF, stream_buffer);
  const std::array<char, sizeof(Header)> blank{};
  if (std::fwrite(blank.data(), 1, blank.size(), file_.get()) != blank.size()) fail();
  size_ = blank.size();
}

SectionFile::~SectionFile() {
  file_.reset();
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void SectionFile::fail() const {
  fail_to_write(path_, std::string("cannot be written: ") + std::strerror(errno), "free some space or choose another folder with -o");
}

void SectionFile::write(const void* data, std::size_t size) {
  if (size == 0) return;
  if (std::fwrite(data, 1, size, file_.get()) != size) fail();
  hash_.add(data, size);
  size_ += size;
}

void SectionFile::begin(Section section) {
  constexpr std::array<char, 8> zeros{};
  write(zeros.data(), (8 - size_ % 8) % 8);
  open_ = section;
  header_.sections[static_cast<std::size_t>(section)].offset = size_;
}

void SectionFile::append(const void* data, std::size_t size) { write(data, size); }

std::uint64_t SectionFile::section_size() const noexcept { return size_ - header_.sections[static_cast<std::size_t>(open_)].offset; }

void SectionFile::end() {
  header_.sections[static_cast<std::size_t>(open_)].size = section_size();
  open_ = Section::Count;
}

void SectionFile::add(Section section, std::string_view text) {
  begin(section);
  append(text.data(), text.size());
  end();
}

void SectionFile::finish() {
  header_.magic = store_magic;
  header_.version = store_version;
  header_.folding = folding_version;
  header_.file_size = size_;
  header_.body_sha256 = hash_.finish();
  header_.crc = header_crc(header_);
  struct stat old {};
  const mode_t mask = ::umask(0);
  ::umask(mask);
  const mode_t mode = ::stat(path_.c_str(), &old) == 0 ? (old.st_mode & 07777U) : (0666U & ~mask);
  const bool written = std::fseek(file_.get(), 0, SEEK_SET) == 0 && std::fwrite(&header_, 1, sizeof header_, file_.get()) == sizeof header_ &&
                       std::fflush(file_.get()) == 0 && ::fchmod(::fileno(file_.get()), mode) == 0 && ::fsync(::fileno(file_.get())) == 0;
  if (!written || std::fclose(file_.release()) != 0 || ::rename(temporary_.c_str(), path_.c_str()) != 0) fail();
  temporary_.clear();
}

Spool::Spool(std::string path) : path_(std::move(path)), file_(std::fopen(path_.c_str(), "w+b")) {
  if (!file_) fail_to_write(path_, std::string("cannot be written: ") + std::strerror(errno), "check that you may write to the folder of the output");
  std::setvbuf(file_.get(), nullptr, _IOFBF, stream_buffer);
}

Spool::~Spool() {
  file_.reset();
  ::unlink(path_.c_str());
}

void Spool::write(const void* data, std::size_t size) {
  if (std::fwrite(data, 1, size, file_.get()) != size) {
    fail_to_write(path_, std::string("cannot be written: ") + std::strerror(errno), "free some space or choose another folder with -o");
  }
  size_ += size;
}

void Spool::rewind() {
  if (std::fflush(file_.get()) != 0 || std::fseek(file_.get(), 0, SEEK_SET) != 0) {
    fail_to_write(path_, std::string("cannot be written: ") + std::strerror(errno), "free some space or choose another folder with -o");
  }
}

std::size_t Spool::read(void* data, std::size_t size) { return std::fread(data, 1, size, file_.get()); }

}  // namespace dateline::gazetteer::detail
