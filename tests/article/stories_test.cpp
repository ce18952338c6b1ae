#include <catch2/catch.hpp>

#include <filesystem>
#include <iostream>
#include <string>

#include "article/reader.hpp"

using namespace dateline;

namespace {

/// Real stories that are not part of the project; absent on most machines.
std::filesystem::path find_stories() { return std::filesystem::path(DATELINE_SOURCE_DIR) / ".." / "shared" / "articles"; }

}  // namespace

TEST_CASE("real stories are cut into whole sentences", "[article]") {
  if (!std::filesystem::is_directory(find_stories())) {
    std::cout << "skipped: no folder of real stories\n";
    return;
  }
  NoProgress silent;
  for (const article::Article& story : article::read_articles({find_stories().string()}, {}, silent)) {
    CAPTURE(story.file);
    const SegmentedText found = article::segment(story);
    CHECK(found.sentences.size() > 10);
    for (std::size_t i = 0; i < found.sentences.size(); ++i) {
      const Sentence& sentence = found.sentences[i];
      const std::string_view text = sentence.span.of(story.text);
      CAPTURE(text);
      if (sentence.kind != SentenceKind::Body) continue;
      // a sentence begins in lower case only where a translation lost the capital behind a stop, with its subject; none ends in an
      // abbreviation of the stories
      if (text[0] >= 'a' && text[0] <= 'z') {
        const std::string_view subject = text.substr(0, text.find(' '));
        CHECK(found.sentences[i - 1].span.of(story.text).ends_with('.'));
        CHECK((subject == "he" || subject == "she" || subject == "it" || subject == "they" || subject == "the"));
      }
      CHECK_FALSE(text.ends_with(" Oct."));
      CHECK_FALSE(text.ends_with(" Rep."));
    }
  }
}
