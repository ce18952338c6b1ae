#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "base/text_table.hpp"
#include "base/utf8.hpp"
#include "extract_support.hpp"

using namespace dateline;
using claims::test::extract;
using Range = claims::ExtractionTrace::Range;

namespace {

std::vector<std::string> split_at(const std::string& cell, const std::string& separator) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  for (;;) {
    const auto next = cell.find(separator, at);
    auto part = cell.substr(at, next - at);
    const auto first = part.find_first_not_of(' ');
    part = first == std::string::npos ? std::string{} : part.substr(first, part.find_last_not_of(' ') - first + 1);
    parts.push_back(std::move(part));
    if (next == std::string::npos) return parts;
    at = next + separator.size();
  }
}

/// One sentence of the table with the words of its annotation looked up.
class Row {
 public:
  Row(std::string id, std::string text) : id_(std::move(id)), text_(std::move(text)), points_(text_) {}

  [[nodiscard]] Range find(const std::string& words) const {
    auto at = text_.find(words);
    const auto is_letter = [&](std::size_t i) { return i < text_.size() && std::isalnum(static_cast<unsigned char>(text_[i])) != 0; };
    while (at != std::string::npos && std::isalnum(static_cast<unsigned char>(words.front())) != 0 && ((at > 0 && is_letter(at - 1)) || (std::isalnum(static_cast<unsigned char>(words.back())) != 0 && is_letter(at + words.size())))) at = text_.find(words, at + 1);
    INFO(id_ << ": " << words);
    REQUIRE(at != std::string::npos);
    return {points_.to_code_points(at), points_.to_code_points(at + words.size())};
  }
  [[nodiscard]] std::vector<Range> find_all(const std::string& cell) const {
    std::vector<Range> ranges;
    for (const auto& words : split_at(cell, " + ")) {
      if (!words.empty()) ranges.push_back(find(words));
    }
    return ranges;
  }
  [[nodiscard]] const std::string& id() const { return id_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string words(const Range& range) const {
    return text_.substr(points_.to_bytes(range.start), points_.to_bytes(range.end) - points_.to_bytes(range.start));
  }

 private:
  std::string id_, text_;
  CodePointIndex points_;
};

bool overlap(const Range& a, const Range& b) { return a.start < b.end && b.start < a.end; }
bool overlap(const std::vector<Range>& a, const std::vector<Range>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Range& x) { return std::any_of(b.begin(), b.end(), [&](const Range& y) { return overlap(x, y); }); });
}

/// Shared characters over all characters: at least one half makes a match, as for attribution corpora.
double likeness(const std::vector<Range>& a, const std::vector<Range>& b) {
  std::set<std::size_t> first, second;
  for (const auto& range : a) for (auto i = range.start; i < range.end; ++i) first.insert(i);
  for (const auto& range : b) for (auto i = range.start; i < range.end; ++i) second.insert(i);
  std::size_t both = 0;
  for (const auto i : first) both += second.count(i);
  const auto all = first.size() + second.size() - both;
  return all == 0 ? 0 : static_cast<double>(both) / static_cast<double>(all);
}

struct Count {
  int right = 0, expected = 0, found = 0;
  [[nodiscard]] double precision() const { return found == 0 ? 1.0 : static_cast<double>(right) / found; }
  [[nodiscard]] double f1() const { return expected + found == 0 ? 1.0 : 2.0 * right / (expected + found); }
};

struct Scores {
  Count content, source, cue, span, value, status;
  std::map<std::string, Count> by_status;
  std::ostringstream log;

  [[nodiscard]] double status_macro() const {
    double sum = 0;
    int classes = 0;
    for (const auto& [name, count] : by_status) {
      if (count.expected == 0) continue;
      sum += count.f1();
      ++classes;
    }
    return classes == 0 ? 1.0 : sum / classes;
  }
};

std::string words(const Row& row, const std::vector<Range>& ranges) {
  std::string text;
  for (const auto& range : ranges) text += (text.empty() ? "" : " + ") + row.words(range);
  return text;
}

void score_speech(const Row& row, const std::string& cell, const claims::ExtractionTrace& trace, Scores& scores) {
  std::vector<bool> used(trace.speech.size(), false);
  scores.content.found += static_cast<int>(trace.speech.size());
  for (const auto& speech : trace.speech) {
    scores.source.found += speech.sources.empty() ? 0 : 1;
    scores.cue.found += 1;
  }
  for (const auto& part : cell == "none" ? std::vector<std::string>{} : split_at(cell, " || ")) {
    const auto fields = split_at(" " + part, " > ");
    INFO(row.id());
    REQUIRE(fields.size() == 3);
    const auto sources = row.find_all(fields[0]);
    const auto content = row.find_all(fields[2]);
    ++scores.content.expected;
    ++scores.cue.expected;
    scores.source.expected += sources.empty() ? 0 : 1;
    std::size_t best = trace.speech.size();
    double best_likeness = 0.5;
    for (std::size_t i = 0; i < trace.speech.size(); ++i) {
      if (used[i]) continue;
      double alike = likeness(content, trace.speech[i].content);
      // two speakers may say the same: the one meant is the one with the right name
      if (alike >= 0.5 && overlap(sources, trace.speech[i].sources)) alike += 1;
      if (alike < best_likeness) continue;
      best = i;
      best_likeness = alike;
    }
    if (best == trace.speech.size()) {
      scores.log << row.id() << ": missed speech '" << part << "' in: " << row.text() << '\n';
      continue;
    }
    used[best] = true;
    const auto& found = trace.speech[best];
    ++scores.content.right;
    if (!sources.empty() && overlap(sources, found.sources)) ++scores.source.right;
    else if (!sources.empty()) scores.log << row.id() << ": source '" << words(row, found.sources) << "' in: " << row.text() << '\n';
    if (overlap({row.find(fields[1])}, {found.cue})) ++scores.cue.right;
  }
  for (std::size_t i = 0; i < trace.speech.size(); ++i) {
    if (used[i]) continue;
    const auto& extra = trace.speech[i];
    scores.log << row.id() << ": not asked for: " << words(row, extra.sources) << " > " << words(row, {extra.cue}) << " > " << words(row, extra.content) << '\n';
  }
}

void score_times(const Row& row, const std::string& cell, const claims::ExtractionTrace& trace, Scores& scores) {
  auto times = trace.times;
  times.insert(times.end(), trace.durations.begin(), trace.durations.end());
  scores.span.found += static_cast<int>(times.size());
  std::vector<bool> used(times.size(), false);
  for (const auto& time : times) scores.value.found += time.value.empty() ? 0 : 1;
  for (const auto& part : split_cell(cell)) {
    const auto equal = part.rfind('=');
    const auto span = row.find(part.substr(0, equal));
    const auto value = part.substr(equal + 1);
    ++scores.span.expected;
    std::size_t at = 0;
    while (at < times.size() && (used[at] || !overlap(span, times[at].span))) ++at;
    if (at == times.size()) {
      scores.log << row.id() << ": missed time '" << part << "' in: " << row.text() << '\n';
      if (value != "?") ++scores.value.expected;
      continue;
    }
    used[at] = true;
    ++scores.span.right;
    if (value == "?") {
      scores.value.found -= times[at].value.empty() ? 0 : 1;
      continue;
    }
    ++scores.value.expected;
    if (times[at].value == value) ++scores.value.right;
    else scores.log << row.id() << ": time '" << row.words(times[at].span) << "' is " << times[at].value << ", not " << part << " in: " << row.text() << '\n';
  }
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (!used[i]) scores.log << row.id() << ": no time: '" << row.words(times[i].span) << "' in: " << row.text() << '\n';
  }
}

void score_status(const Row& row, const std::string& cell, const claims::Extraction& found, Scores& scores) {
  for (const auto& part : split_cell(cell)) {
    const auto equal = part.rfind('=');
    const auto trigger = row.find(part.substr(0, equal));
    const auto want = part.substr(equal + 1);
    ++scores.status.expected;
    ++scores.by_status[want].expected;
    std::size_t at = 0;
    while (at < found.claims.size() && !overlap(trigger, found.trace.triggers[at])) ++at;
    if (at == found.claims.size()) {
      scores.log << row.id() << ": missed event '" << part << "' in: " << row.text() << '\n';
      continue;
    }
    ++scores.status.found;
    // an event that its own source or somebody else denies is either a denied claim or one with a denial beside it
    std::string got = claims::to_string(found.claims[at].status);
    const auto& responses = found.claims[at].responses;
    const bool denied = std::any_of(responses.begin(), responses.end(), [](const auto& response) { return response.stance == claims::Stance::Denies; });
    if (want == "denied" && denied) got = want;
    ++scores.by_status[got].found;
    if (got == want) {
      ++scores.status.right;
      ++scores.by_status[want].right;
    } else {
      scores.log << row.id() << ": '" << row.words(trigger) << "' is " << got << ", not " << want << " in: " << row.text() << '\n';
    }
  }
}

}  // namespace

TEST_CASE("speech, times and status of the annotated sentences are read as annotated", "[claims][speech]") {
  const auto path = std::filesystem::path(DATELINE_SOURCE_DIR) / "tests/claims/data/speech.tsv";
  const auto table = TextTable::parse(read_file(path, 1U << 20U), path.string(), {"id", "published", "text", "speech", "times", "status"});
  Scores scores;
  for (const auto& line : table.rows()) {
    const Row row(line.cells[0], line.cells[2]);
    const auto found = extract(row.text(), line.cells[1].c_str());
    if (!line.cells[3].empty()) score_speech(row, line.cells[3], found.trace, scores);
    if (!line.cells[4].empty()) score_times(row, line.cells[4], found.trace, scores);
    if (!line.cells[5].empty()) score_status(row, line.cells[5], found, scores);
  }
  std::ostringstream summary;
  const auto tell = [&](const char* name, const Count& count) {
    summary << name << " F1 " << count.f1() << " at precision " << count.precision() << " (" << count.right << " of " << count.expected << ", " << count.found << " found); ";
  };
  tell("speech content", scores.content);
  tell("source", scores.source);
  tell("cue", scores.cue);
  tell("time span", scores.span);
  tell("time value", scores.value);
  tell("status", scores.status);
  summary << "status macro F1 " << scores.status_macro();
  std::cout << table.rows().size() << " sentences: " << summary.str() << '\n';
  if (std::getenv("DATELINE_VERBOSE") != nullptr) std::cout << scores.log.str();
  INFO(scores.log.str());
  CHECK(table.rows().size() >= 100);
  CHECK(scores.content.f1() >= 0.93);
  CHECK(scores.content.precision() >= 0.95);
  CHECK(scores.source.f1() >= 0.92);
  CHECK(scores.value.f1() >= 0.92);
  CHECK(scores.status_macro() >= 0.8);
}
