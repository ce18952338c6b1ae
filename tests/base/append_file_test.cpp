#include "base/append_file.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "base/error.hpp"

using namespace dateline;

namespace {

/// A name in a folder of its own.
struct Folder {
  std::filesystem::path path;
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "dateline-append-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path = pattern;
  }
  ~Folder() { std::filesystem::remove_all(path); }
};

}  // namespace

TEST_CASE("what is appended is there when the file is opened again", "[base]") {
  const Folder folder;
  {
    auto file = AppendFile::open(folder.path / "j");
    REQUIRE(file);
    file->append("one\n");
    file->append("two\n");
    CHECK(file->read(100) == "one\ntwo\n");
  }
  auto again = AppendFile::open(folder.path / "j");
  REQUIRE(again);
  again->truncate(4);
  again->append("three\n");
  CHECK(again->read(100) == "one\nthree\n");
  CHECK_THROWS_AS(again->read(5), InputError);
}

TEST_CASE("one holder at a time, and none after it is gone", "[base]") {
  const Folder folder;
  auto first = AppendFile::open(folder.path / "j");
  REQUIRE(first);
  CHECK_FALSE(AppendFile::open(folder.path / "j"));
  first.reset();
  CHECK(AppendFile::open(folder.path / "j"));
}

TEST_CASE("a removed file is gone and its name free", "[base]") {
  const Folder folder;
  auto file = AppendFile::open(folder.path / "j");
  REQUIRE(file);
  file->remove();
  CHECK_FALSE(std::filesystem::exists(folder.path / "j"));
  CHECK(AppendFile::open(folder.path / "j"));
}

TEST_CASE("a folder that is not there is told", "[base]") {
  const Folder folder;
  CHECK_THROWS_AS(AppendFile::open(folder.path / "no" / "j"), OutputError);
}
