#include "base/files.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/error.hpp"

using namespace dateline;
namespace fs = std::filesystem;

namespace {
/// An empty folder that goes away with the test.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string pattern = (fs::temp_directory_path() / "dateline-test-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~ScratchFolder() { fs::remove_all(path_); }
  [[nodiscard]] const fs::path& path() const { return path_; }
  [[nodiscard]] std::size_t file_count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  fs::path path_;
};
}  // namespace

TEST_CASE("a file is replaced whole and leaves nothing beside it", "[base]") {
  const ScratchFolder scratch;
  const auto file = scratch.path() / "out.txt";
  write_file_atomically(file, "one", Overwrite::Refuse);
  write_file_atomically(file, "two", Overwrite::Allow);
  CHECK(read_file(file, 100) == "two");
  CHECK(scratch.file_count() == 1);
}

TEST_CASE("an existing file is refused unless overwriting is allowed", "[base]") {
  const ScratchFolder scratch;
  const auto file = scratch.path() / "out.txt";
  write_file_atomically(file, "old", Overwrite::Refuse);
  CHECK_THROWS_AS(write_file_atomically(file, "new", Overwrite::Refuse), OutputError);
  CHECK(read_file(file, 100) == "old");
  CHECK(scratch.file_count() == 1);
}

TEST_CASE("a folder that is not there or is no file gives an error and no leftovers", "[base]") {
  const ScratchFolder scratch;
  CHECK_THROWS_AS(write_file_atomically(scratch.path() / "no" / "out.txt", "x", Overwrite::Allow), OutputError);
  CHECK_THROWS_AS(write_file_atomically(scratch.path(), "x", Overwrite::Allow), OutputError);
  CHECK_THROWS_AS(read_file(scratch.path(), 10), InputError);
  CHECK_THROWS_AS(read_file(scratch.path() / "missing", 10), InputError);
  CHECK(scratch.file_count() == 0);
}

TEST_CASE("a file above the limit is refused, one at the limit is read", "[base]") {
  const ScratchFolder scratch;
  const auto file = scratch.path() / "a";
  std::ofstream(file) << std::string(10, 'x');
  CHECK(read_file(file, 10).size() == 10);
  CHECK_THROWS_AS(read_file(file, 9), InputError);
}

TEST_CASE("a mapped file shows its bytes, an empty one has none", "[base]") {
  const ScratchFolder scratch;
  write_file_atomically(scratch.path() / "a", "abc", Overwrite::Refuse);
  write_file_atomically(scratch.path() / "b", "", Overwrite::Refuse);
  const MappedFile file(scratch.path() / "a");
  REQUIRE(file.bytes().size() == 3);
  CHECK(file.bytes()[2] == std::byte{'c'});
  CHECK(MappedFile(scratch.path() / "b").bytes().empty());
}
