#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <string>

#include "article/reader.hpp"
#include "base/error.hpp"

using namespace dateline;
using article::Article;
using article::PublishedBasis;
using article::ReadOptions;

namespace {

Article read(std::string_view bytes, const std::string& file = "story.txt", const ReadOptions& options = {}) {
  return article::read_article(bytes, file, options);
}

bool has_flag(const Article& story, const std::string& flag) {
  return std::find(story.flags.begin(), story.flags.end(), flag) != story.flags.end();
}

/// A folder of its own that is removed at the end.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("dateline-reader-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string write(const std::string& name, std::string_view bytes) const {
    const auto path = path_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }
  [[nodiscard]] std::string name() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("plain text keeps its own characters", "[article]") {
  const Article story = read("Two ships left port.\r\nThey carried grain.\r\n");
  CHECK(story.text == "Two ships left port.\r\nThey carried grain.\r\n");
  CHECK(story.body == Span{0, story.text.size()});
  CHECK(story.sha256.size() == 64);
  CHECK(story.id == "sha256:" + story.sha256.substr(0, 16));
  CHECK(story.metadata.published_basis == PublishedBasis::None);
}

TEST_CASE("the hash is that of the text", "[article]") {
  CHECK(read("abc").sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a leading date is read and left out of the body", "[article]") {
  const Article story = read(" date 2031-05-06 The fleet has sailed.");
  REQUIRE(story.metadata.published);
  CHECK(story.metadata.published->to_string() == "2031-05-06");
  CHECK(story.metadata.published_basis == PublishedBasis::Text);
  CHECK(story.body.of(story.text) == "The fleet has sailed.");
  CHECK(story.body.start == 17);
  CHECK(read("date 2031-13-06 The fleet sailed.").body.start == 0);
  CHECK(read("date palms grow here.").body.start == 0);
}

TEST_CASE("front matter is metadata", "[article]") {
  const Article story = read("---\ntitle: \"Ships leave\"\ndate: 2031-05-07T10:00:00Z\nsource: Harbour Post\n---\ndate 2030-01-01 The fleet sailed.");
  CHECK(story.metadata.title == "Ships leave");
  CHECK(story.metadata.publisher == "Harbour Post");
  CHECK(story.metadata.published->to_string() == "2031-05-07");
  CHECK(story.metadata.published_basis == PublishedBasis::Metadata);
  CHECK(story.body.of(story.text) == "The fleet sailed.");
}

TEST_CASE("a bad date in front matter is told with its line", "[article]") {
  const Article story = read("---\npublished: last week\n---\nThe fleet sailed.");
  REQUIRE(story.diagnostics.size() == 1);
  CHECK(story.diagnostics[0].position == SourcePosition{"story.txt", 2, 1});
  CHECK_FALSE(story.metadata.published);
}

TEST_CASE("the option is the date of stories without one", "[article]") {
  ReadOptions options;
  options.published = CivilDate::make(2031, 5, 8);
  options.publisher = "Harbour Post";
  CHECK(read("The fleet sailed.", "a.txt", options).metadata.published_basis == PublishedBasis::Option);
  CHECK(read("The fleet sailed.", "a.txt", options).metadata.publisher == "Harbour Post");
  CHECK(read("date 2031-05-06 The fleet sailed.", "a.txt", options).metadata.published->day() == 6);
}

TEST_CASE("a sidecar is stronger than front matter", "[article]") {
  const Folder folder;
  const std::string file = folder.write("one.txt", "---\npublished: 2031-01-01\ntitle: Inside\n---\nThe fleet sailed.");
  folder.write("one.meta.json", R"({"published": "2031-02-02", "colour": "red"})");
  const Article story = read("---\npublished: 2031-01-01\ntitle: Inside\n---\nThe fleet sailed.", file);
  CHECK(story.metadata.published->to_string() == "2031-02-02");
  CHECK(story.metadata.title == "Inside");
  REQUIRE(story.diagnostics.size() == 1);
  CHECK(story.diagnostics[0].message == "unknown field \"colour\" is not used");
  folder.write("one.meta.json", "{\"published\": ");
  CHECK_THROWS_AS(read("The fleet sailed.", file), InputError);
}

TEST_CASE("other encodings are decoded", "[article]") {
  CHECK(read("\xEF\xBB\xBFZ\xC3\xBCrich waits.").text == "Z\xC3\xBCrich waits.");
  using namespace std::string_view_literals;
  CHECK(read("\xFF\xFEH\0i\0.\0"sv).text == "Hi.");
  CHECK(read("\xFE\xFF\0H\xD8\x3D\xDE\x00"sv).text == "H\xF0\x9F\x98\x80");
  const Article latin = read("Z\xFCrich \x93waits\x94.");
  CHECK(latin.text == "Z\xC3\xBCrich \xE2\x80\x9Cwaits\xE2\x80\x9D.");
  CHECK(has_flag(latin, "invalid-utf8"));
  REQUIRE_FALSE(latin.diagnostics.empty());
}

TEST_CASE("damaged UTF-8 is repaired and noted", "[article]") {
  const Article story = read("Z\xC3\xBCrich wa\xC3its.");
  CHECK(story.text == "Z\xC3\xBCrich wa\xEF\xBF\xBDits.");
  CHECK(has_flag(story, "invalid-utf8"));
  const Article cut = read("The fleet left Z\xC3");
  CHECK(has_flag(cut, "truncated"));
}

TEST_CASE("what is not a story is refused", "[article]") {
  using namespace std::string_view_literals;
  CHECK_THROWS_WITH(read(""), "the file is empty");
  CHECK_THROWS_WITH(read(" \n\t"), "there is no story in it");
  CHECK_THROWS_WITH(read("PK\x03\x04\0\0"sv), "this is not a text");
  CHECK_THROWS_WITH(read(std::string(9U << 20U, 'a')), "the story is larger than 8 MB");
  try {
    static_cast<void>(read("", "empty.txt"));
  } catch (const InputError& error) {
    CHECK(error.position().file == "empty.txt");
    CHECK_FALSE(error.hint().empty());
  }
}

TEST_CASE("unpaired quotation marks are flagged", "[article]") {
  CHECK(has_flag(read("\u201CThe fleet left, \u201Che said."), "unbalanced-quote"));
  CHECK_FALSE(has_flag(read("\u201CThe fleet left.\n\u201CIt came back,\u201D he said."), "unbalanced-quote"));
  CHECK_FALSE(has_flag(read("\"It left,\" he said."), "unbalanced-quote"));
}

TEST_CASE("stray stops in number are residue of translation", "[article]") {
  CHECK(has_flag(read("The depot lies in the district. of the north, he noted. said."), "machine-translated"));
  CHECK_FALSE(has_flag(read("The depot lies in the district. of the north."), "machine-translated"));
  CHECK_FALSE(has_flag(read("Mr. de Vries met Gen. van Dam, who spoke of the U.S. and others."), "machine-translated"));
}

TEST_CASE("folders are read in order of name and each text once", "[article]") {
  const Folder folder;
  folder.write("b.txt", "Second story.");
  folder.write("a.txt", "First story.");
  folder.write("sub/c.md", "Third story.");
  folder.write("d.txt", "First story.");
  folder.write("a.meta.json", R"({"title": "One"})");
  folder.write("notes.pdf", "%PDF");
  NoProgress silent;
  const auto stories = article::read_articles({folder.name()}, {}, silent);
  REQUIRE(stories.size() == 3);
  CHECK(stories[0].text == "First story.");
  CHECK(stories[0].metadata.title == "One");
  REQUIRE(stories[0].diagnostics.size() == 1);
  CHECK(stories[0].diagnostics[0].message.find("d.txt") != std::string::npos);
  CHECK(stories[2].text == "Third story.");
}

TEST_CASE("missing inputs are named", "[article]") {
  NoProgress silent;
  CHECK_THROWS_AS(article::read_articles({"/no/such/file.txt"}, {}, silent), InputError);
  const Folder folder;
  CHECK_THROWS_WITH(article::read_articles({folder.name()}, {}, silent), "the folder holds no stories");
}

TEST_CASE("an agency's date line dates the story", "[article]") {
  const std::string line = GENERATE("TUNIS, May 3, 2031 (Harbour Wire) - The fleet has sailed.", "TUNIS (Harbour Wire) May 3, 2031 - The fleet has sailed.",
                                    "Tunis, 3 May 2031. The fleet has sailed.", "Sidi Bou Said and Tunis, 3 May 2031 \u2014 The fleet has sailed.",
                                    "Fleet sails\nBy Ann Other\nPublished: Sat, 3 May 2031 10:15 GMT\n\nThe fleet has sailed.", "May 3rd, 2031\nThe fleet has sailed.", "Gulf of Tunis, Sat 3 May 2031\n\nThe fleet has sailed.",
                                    "TUNIS, 3rd May 2031 / Harbour Wire / : The fleet has sailed.");
  const Article story = read(line);
  INFO(line);
  REQUIRE(story.metadata.published);
  CHECK(story.metadata.published->to_string() == "2031-05-03");
  CHECK(story.metadata.published_basis == PublishedBasis::Text);
}

TEST_CASE("a day that belongs to a sentence, or has no year, dates no story", "[article]") {
  const std::string line = GENERATE("What is known of the night of 3 May 2031\n\nThe fleet sailed.", "On May 3, 2031 - a Saturday - the fleet sailed.", "TUNIS, May 3 (Harbour Wire) - The fleet has sailed.",
                                    "The fleet sailed on 3 May 2031. It is back.", "Since 3 May 2031: a history of the fleet.",
                                    "Fleet\n\nFirst.\n\nSecond.\n\nThird.\n\nFourth.\n\nFifth.\n\nMay 3, 2031", "Tunis, 31 June 2031. The fleet has sailed.");
  INFO(line);
  CHECK_FALSE(read(line).metadata.published);
}
