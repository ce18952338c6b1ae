#include "pipeline/citations.hpp"

#include <array>
#include <filesystem>
#include <map>
#include <set>

#include "base/civil_date.hpp"
#include "claims/event_view.hpp"
#include "claims/words.hpp"
#include "pipeline/tex_text.hpp"

namespace dateline::pipeline {

namespace {

constexpr std::size_t kKeyLetters = 24;
constexpr std::size_t kHashDigits = 4;

/// Lower-case ASCII letters and digits with single dashes: what every tool takes for a key.
std::string slug(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const char lower = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    const bool kept = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
    if (kept) out += lower;
    else if (!out.empty() && out.back() != '-') out += '-';
  }
  out.resize(std::min(out.size(), kKeyLetters));
  while (out.ends_with('-')) out.pop_back();
  return out;
}

std::string key_of(const claims::ArticleRecord& article, std::set<std::string>& taken) {
  std::string start = slug(article.publisher);
  if (start.empty()) start = slug(std::filesystem::path(article.file).stem().string());
  if (start.empty()) start = "story";
  if (article.published.size() >= 4) start += "-" + article.published.substr(0, 4);
  for (std::size_t digits = kHashDigits;; ++digits) {
    const std::string key = start + "-" + article.sha256.substr(0, digits);
    if (taken.insert(key).second) return key;
    if (digits >= article.sha256.size()) {  // one text under two names
      for (int n = 2;; ++n) {
        if (taken.insert(key + "-" + std::to_string(n)).second) return key + "-" + std::to_string(n);
      }
    }
  }
}

std::string title_of(const claims::ArticleRecord& article) {
  return article.title.empty() ? std::filesystem::path(article.file).filename().string() : article.title;
}

/// " = {value}" fields of one entry.
class Entry {
 public:
  explicit Entry(const std::string& key) : out_("@misc{" + key) {}
  Entry& field(const char* name, const std::string& value) {
    if (!value.empty()) out_ += ",\n  " + std::string(name) + " = {" + value + "}";
    return *this;
  }
  Entry& bare(const char* name, const std::string& value) {
    out_ += ",\n  " + std::string(name) + " = " + value;
    return *this;
  }
  [[nodiscard]] std::string done() const { return out_ + "\n}\n"; }

 private:
  std::string out_;
};

std::string bibtex_entry(const Citation& citation) {
  constexpr std::array kMonths{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  const auto& article = *citation.article;
  Entry entry(citation.key);
  // double braces: an outlet's name is no first and last name, a title keeps its capitals
  if (!article.author.empty()) entry.field("author", "{" + tex_text(article.author) + "}");
  entry.field("title", "{" + tex_text(title_of(article)) + "}");
  entry.field("howpublished", tex_text(article.publisher));
  if (const auto date = CivilDate::parse(article.published)) {
    entry.field("year", article.published.substr(0, 4));
    entry.bare("month", kMonths[static_cast<std::size_t>(date->month() - 1)]);
    entry.field("day", std::to_string(date->day()));
    entry.field("date", article.published);
  }
  entry.field("url", plain_url(article.url));
  entry.field("language", tex_text(article.language));
  const std::string archived = article.archive_url.empty() ? "" : ". Archived at \\url{" + tex_url(article.archive_url) + "}";
  entry.field("note", tex_text(citation_note(citation)) + archived);
  return entry.done();
}

}  // namespace

std::vector<Citation> list_citations(const claims::Ledger& ledger) {
  const claims::LedgerIndex index(ledger);
  std::map<std::string, std::set<int>> numbers;
  for (const auto& event : ledger.events) {
    for (const auto& id : event.claims) {
      if (const auto* claim = index.claim(id)) numbers[claim->article].insert(event.number);
    }
  }
  std::vector<Citation> citations;
  std::set<std::string> taken;
  for (const auto& article : ledger.articles) {
    const auto& of = numbers[article.id];
    citations.push_back({key_of(article, taken), index.article_letter(article.id), {of.begin(), of.end()}, &article});
  }
  return citations;
}

std::string citation_note(const Citation& citation) {
  std::vector<std::string> numbers;
  for (const int number : citation.numbers) numbers.push_back(std::to_string(number));
  const std::string notes = numbers.empty() ? "" : (numbers.size() == 1 ? "; note " : "; notes ") + claims::join_and(numbers);
  return "Source " + citation.letter + notes;
}

std::string to_bibtex(const claims::Ledger& ledger) {
  std::string out;
  for (const auto& citation : list_citations(ledger)) out += (out.empty() ? "" : "\n") + bibtex_entry(citation);
  return out;
}

}  // namespace dateline::pipeline
