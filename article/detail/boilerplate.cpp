#include "article/detail/boilerplate.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace dateline::article::detail {

namespace {

enum class Where { Whole, Start, End };

struct Pattern {
  std::string_view words;  // lower case
  Where where;
  std::size_t most_words;  // longer lines are prose that happens to begin so
};

constexpr std::array kPatterns{
    Pattern{"advertisement", Where::Start, 4},
    Pattern{"all rights reserved", Where::End, 20},
    Pattern{"associated press writer", Where::Start, 40},
    Pattern{"additional reporting by", Where::Start, 60},
    Pattern{"also read:", Where::Start, 25},
    Pattern{"by our foreign staff", Where::Whole, 6},
    Pattern{"click here", Where::Start, 20},
    Pattern{"comments", Where::Whole, 1},
    Pattern{"continue reading", Where::Start, 6},
    Pattern{"copyright ", Where::Start, 30},
    Pattern{"\xC2\xA9", Where::Start, 30},
    Pattern{"editing by", Where::Start, 40},
    Pattern{"(editing by", Where::Start, 60},
    Pattern{"file photo", Where::Start, 30},
    Pattern{"follow us", Where::Start, 12},
    Pattern{"getty images", Where::End, 30},
    Pattern{"image:", Where::Start, 40},
    Pattern{"image credit", Where::Start, 40},
    Pattern{"image source", Where::Start, 40},
    Pattern{"last updated", Where::Start, 14},
    Pattern{"most read", Where::Whole, 2},
    Pattern{"photo:", Where::Start, 40},
    Pattern{"photo by", Where::Start, 30},
    Pattern{"read also", Where::Start, 25},
    Pattern{"read full article", Where::Start, 6},
    Pattern{"read more", Where::Start, 25},
    Pattern{"recommended stories", Where::Whole, 3},
    Pattern{"related:", Where::Start, 25},
    Pattern{"related articles", Where::Start, 4},
    Pattern{"related stories", Where::Start, 4},
    Pattern{"reporting by", Where::Start, 60},
    Pattern{"(reporting by", Where::Start, 80},
    Pattern{"scroll to continue", Where::Start, 8},
    Pattern{"share on", Where::Start, 8},
    Pattern{"share this", Where::Start, 8},
    Pattern{"sign up", Where::Start, 25},
    Pattern{"skip to content", Where::Whole, 3},
    Pattern{"skip to main content", Where::Whole, 4},
    Pattern{"subscribe", Where::Start, 14},
    Pattern{"trending", Where::Whole, 1},
    Pattern{"this article was amended", Where::Start, 60},
    Pattern{"this article was originally published", Where::Start, 30},
    Pattern{"updated on", Where::Start, 12},
    Pattern{"watch:", Where::Start, 25},
    Pattern{"you may also like", Where::Start, 8},
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// "10:42", "14.30 GMT", "10:42 a.m. ET": a time and a zone, nothing else.
bool is_time_stamp(std::string_view line) {
  std::size_t words = 0;
  bool clock = false;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    if (++words > 4) return false;
    const bool digits = !word.empty() && word[0] >= '0' && word[0] <= '9';
    if (digits && word.size() <= 7 && word.find_first_of(":.h") != std::string_view::npos) clock = true;
    else if (!is_one_of(word, {"gmt", "utc", "et", "est", "edt", "bst", "cet", "cest", "eet", "eest", "a.m.", "p.m.", "am", "pm", "local", "time"})) return false;
  }
  return clock;
}

/// "With agencies", "With files from ...": the credit line of stories joined from wires.
bool is_wire_credit(std::string_view line, std::size_t words) {
  if (words > 6 || !line.starts_with("with ")) return false;
  return line.ends_with(" wires") || line.ends_with(" wire") || line.ends_with("agencies") || line.ends_with("wire services") ||
         line.starts_with("with files from") || line.starts_with("with reporting by") || line.ends_with("/afp") || line.ends_with("(afp)");
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
  return lower;
}

bool matches(const Pattern& pattern, std::string_view line) {
  switch (pattern.where) {
    case Where::Whole: return line == pattern.words;
    case Where::Start: return line.starts_with(pattern.words);
    case Where::End: return line.ends_with(pattern.words);
  }
  return false;
}

}  // namespace

bool is_boilerplate(std::string_view line) {
  constexpr std::size_t kLongest = 600;  // no pattern allows longer lines
  if (line.size() > kLongest) return false;
  std::string lower = lower_ascii(line);
  while (!lower.empty() && (lower.back() == '.' || lower.back() == ':')) {
    if (lower.ends_with(".m.")) break;
    lower.pop_back();
  }
  const auto words = static_cast<std::size_t>(std::count(lower.begin(), lower.end(), ' ')) + 1;
  if (is_time_stamp(lower) || is_wire_credit(lower, words)) return true;
  return std::any_of(kPatterns.begin(), kPatterns.end(), [&](const Pattern& pattern) {
    return words <= pattern.most_words && (matches(pattern, lower) || (pattern.words.ends_with(':') && line.size() < kLongest &&
           std::string_view(lower) == pattern.words.substr(0, pattern.words.size() - 1)));
  });
}

}  // namespace dateline::article::detail
