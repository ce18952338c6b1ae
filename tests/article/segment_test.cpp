#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <vector>

#include "article/article.hpp"

using namespace dateline;

namespace {

SegmentedText cut(std::string_view text) { return article::segment(text, {0, text.size()}); }

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found;
  for (const Token& token : cut(text).tokens) found.emplace_back(token.span.of(text));
  return found;
}

std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> found;
  for (const Sentence& sentence : cut(text).sentences) found.emplace_back(sentence.span.of(text));
  return found;
}

TokenKind kind_of(std::string_view text, std::size_t i) { return cut(text).tokens.at(i).kind; }
TokenCase case_of(std::string_view text) { return cut(text).tokens.at(0).letter_case; }

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("words, numbers and marks are tokens of their own", "[article]") {
  CHECK(words("About 2,400 men (and 1.5 tons) left.") ==
        List{"About", "2,400", "men", "(", "and", "1.5", "tons", ")", "left", "."});
  CHECK(words("the 10th, G7 and KN-25") == List{"the", "10", "th", ",", "G7", "and", "KN", "-", "25"});
  CHECK(words("wait... and\u2026 go") == List{"wait", "...", "and", "\u2026", "go"});
  CHECK(kind_of("2,400", 0) == TokenKind::Number);
  CHECK(kind_of("$5", 0) == TokenKind::Symbol);
}

TEST_CASE("a comma joins digits only in groups", "[article]") {
  CHECK(words("May 8,2023") == List{"May", "8", ",", "2023"});
  CHECK(words("1,50,000 1\u00A0500 2024.") == List{"1,50,000", "1\u00A0500", "2024", "."});
  CHECK(words("2023,450") == List{"2023", ",", "450"});
}

TEST_CASE("possessives stand apart and contractions stay whole", "[article]") {
  CHECK(words("Ruritania's don't Xi\u2019an\u2019s O'Neil") ==
        List{"Ruritania", "'s", "don't", "Xi\u2019an", "\u2019s", "O'Neil"});
  CHECK(kind_of("Ruritania's", 1) == TokenKind::Possessive);
  CHECK(kind_of("the soldiers' camp", 2) == TokenKind::Possessive);
  CHECK(kind_of("the \u2018soldiers\u2019 left", 3) == TokenKind::Punctuation);
}

TEST_CASE("dots belong to abbreviations, initials and acronyms", "[article]") {
  CHECK(words("U.S. troops in D.C.") == List{"U.S.", "troops", "in", "D.C."});
  CHECK(words("Gen. J. B. Ortega, Ph.D.") == List{"Gen.", "J.", "B.", "Ortega", ",", "Ph.D."});
  CHECK(words("No. 4 said No.") == List{"No.", "4", "said", "No", "."});
  CHECK(words("U.S.-led") == List{"U.S.", "-", "led"});
  CHECK(words("They went home.It rained.") == List{"They", "went", "home", ".", "It", "rained", "."});
}

TEST_CASE("a token knows its case", "[article]") {
  CHECK(case_of("troops") == TokenCase::Lower);
  CHECK(case_of("McDonald") == TokenCase::Title);
  CHECK(case_of("U.S.") == TokenCase::Upper);
  CHECK(case_of("A") == TokenCase::Title);
  CHECK(case_of("eBay") == TokenCase::Mixed);
  CHECK(case_of("\u041A\u0438\u0457\u0432") == TokenCase::Title);
  CHECK(case_of("\u5E73\u58E4") == TokenCase::None);
}

TEST_CASE("abbreviations do not end sentences", "[article]") {
  CHECK(sentences("Lt. Col. Mara Voss of St. Olaf met Rep. Ivo Kant, R-Maine. They talked.").size() == 2);
  CHECK(sentences("The convoy left on Nov. 3 and came back on Tues. The crew slept.").size() == 2);
  CHECK(sentences("The U.S. Army moved. Talks were held in the U.S. The army stayed.").size() == 3);
  CHECK(sentences("SPRINGFIELD, Ill. (AP) \u2014 The guard was called.").size() == 1);
  CHECK(sentences("It began at 6 a.m. Friday. It ended at 9 p.m. Trucks followed.").size() == 3);
}

TEST_CASE("a stop before a lower-case word ends nothing", "[article]") {
  CHECK(sentences("The depot lies in the northern district. of the republic, he added. noted.") ==
        List{"The depot lies in the northern district. of the republic, he added. noted."});
}

TEST_CASE("a stop before a subject in lower case ends a sentence whose successor lost its capital", "[article]") {
  CHECK(sentences("The depot was empty, he said. he added that trucks were on the way.").size() == 2);
  CHECK(sentences("They reached the pass. the guns came later.").size() == 2);
  CHECK(sentences("He met Mr. the honourable member from Gweru.").size() == 1);
}

TEST_CASE("a footnote behind a stop belongs to the sentence before it", "[article]") {
  CHECK(sentences("They held the ridge.[2] The valley was lost.[14][15] Snow fell.").size() == 3);
}

TEST_CASE("a list set on one line is cut at its bullets", "[article]") {
  CHECK(sentences("\u2022 The army holds the bridge \u2022 Rebels deny it").size() == 2);
}

TEST_CASE("closing marks belong to the sentence they close", "[article]") {
  CHECK(sentences("\u201CWe will go.\u201D The envoy left. (He was late.) Nobody spoke.") ==
        List{"\u201CWe will go.\u201D", "The envoy left.", "(He was late.)", "Nobody spoke."});
  CHECK(sentences("\"Why now?\" Petrov asked. \"Never!\" she said.").size() == 2);
  CHECK(sentences("\"It is over.\" \"Is it?\"").size() == 2);
}

TEST_CASE("residue of machine translation is a fragment", "[article]") {
  const std::string text = "They are now in the camp for training. Qu. The camp was built last year.";
  const auto found = cut(text).sentences;
  REQUIRE(found.size() == 3);
  CHECK(found[1].kind == SentenceKind::Fragment);
  CHECK(found[2].kind == SentenceKind::Body);
}

TEST_CASE("headings, list items and boilerplate are told by the layout", "[article]") {
  const std::string text =
      "The first brigade crossed the river on Monday.\nNew Camp, Old Roads\n"
      "- Two bridges were closed.\n\u2022 One was opened.\nRead more: What we know\nThe crossing took hours.\n09:40 GMT\nNo one was hurt in it.";
  const auto found = cut(text).sentences;
  REQUIRE(found.size() == 8);
  CHECK(found[1].kind == SentenceKind::Heading);
  CHECK(found[2].kind == SentenceKind::ListItem);
  CHECK(found[2].span.of(text) == "Two bridges were closed.");
  CHECK(found[3].kind == SentenceKind::ListItem);
  CHECK(found[4].kind == SentenceKind::Boilerplate);
  CHECK(found[6].kind == SentenceKind::Boilerplate);
  CHECK(found[7].paragraph == 7);
}

TEST_CASE("a single line without a stop is a sentence, not a heading", "[article]") {
  CHECK(cut("Freedonia moves 300 soldiers to its border").sentences.at(0).kind == SentenceKind::Body);
}

TEST_CASE("wrapped lines are joined and short lines are not", "[article]") {
  const std::string wrapped =
      "The ministry said that three battalions had left their barracks in the\n"
      "capital during the night and were on the road to the southern border,\n"
      "where they are to stay until the end of the month.\n"
      "The opposition asked for an explanation and did not get one in\n"
      "parliament.\n";
  const auto found = cut(wrapped).sentences;
  REQUIRE(found.size() == 2);
  CHECK(found[0].paragraph == 0);
  CHECK(found[1].paragraph == 1);
  CHECK(sentences("First line is a paragraph.\nSecond line is one too.").size() == 2);
}

TEST_CASE("only the body is cut", "[article]") {
  const std::string text = "date 2031-02-03 The fleet sailed.";
  const auto found = article::segment(text, {16, text.size()});
  REQUIRE(found.sentences.size() == 1);
  CHECK(found.sentences[0].span == Span{16, text.size()});
  CHECK(found.tokens[0].span.start == 16);
}

TEST_CASE("other scripts have sentences", "[article]") {
  CHECK(sentences("\u519B\u961F\u5230\u4E86\u3002\u4ED6\u4EEC\u8D70\u4E86\u3002").size() == 2);
  CHECK(sentences("\u0412\u043E\u0439\u0441\u043A\u0430 \u0443\u0448\u043B\u0438. \u041E\u043D\u0438 \u0432\u0435\u0440\u043D\u0443\u043B\u0438\u0441\u044C.").size() == 2);
}

TEST_CASE("any bytes give ordered tokens inside their sentences", "[article]") {
  std::mt19937 random(20311);
  const std::string alphabet = "aB.\"'\n \t-,8\xC3\xA9\xE2\x80\x9C!?()";
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const auto size = random() % 60;
    for (std::size_t i = 0; i < size; ++i) text += alphabet[random() % alphabet.size()];
    CAPTURE(round, text);
    const SegmentedText found = cut(text);
    std::size_t at = 0;
    for (const Token& token : found.tokens) {
      REQUIRE(token.span.start >= at);
      REQUIRE(token.span.end > token.span.start);
      at = token.span.end;
    }
    REQUIRE(at <= text.size());
    std::uint32_t token = 0;
    for (const Sentence& sentence : found.sentences) {
      REQUIRE(sentence.first_token >= token);
      REQUIRE(sentence.last_token > sentence.first_token);
      token = sentence.last_token;
      REQUIRE(found.tokens[sentence.first_token].span.start == sentence.span.start);
      REQUIRE(found.tokens[sentence.last_token - 1].span.end == sentence.span.end);
    }
    REQUIRE(token <= found.tokens.size());
  }
}
