#include "claims/check.hpp"

#include <algorithm>
#include <map>

#include "article/hash.hpp"
#include "base/json_position.hpp"
#include "base/utf8.hpp"
#include "claims/detail/element_spans.hpp"

namespace dateline::claims {

namespace {

/// A story as far as it is there.
struct Text {
  std::string text;
  CodePointIndex index;
  explicit Text(std::string bytes) : text(std::move(bytes)), index(text) {}

  [[nodiscard]] std::string_view between(std::size_t start, std::size_t end) const {
    if (end < start || end > index.size()) return {};
    const std::size_t first = index.to_bytes(start);
    return std::string_view(text).substr(first, index.to_bytes(end) - first);
  }
};

class Checker {
 public:
  Checker(const Ledger& ledger, const std::string& file, std::string_view json) : ledger_(ledger), file_(file), json_(json) {}

  std::vector<Problem> run(const FindArticleText& find_text) {
    enter("articles");
    for (std::size_t i = 0; i < ledger_.articles.size(); ++i) check_article(i, find_text);
    enter("claims");
    for (std::size_t i = 0; i < ledger_.claims.size(); ++i) check_claim(i);
    enter("conflicts");
    for (std::size_t i = 0; i < ledger_.conflicts.size(); ++i) {
      const Conflict& conflict = ledger_.conflicts[i];
      add(ProblemKind::Conflict, Severity::Warning, conflict.claims.empty() ? "" : conflict.claims.front(), i, "/text",
          "the stories differ: " + conflict.text, "compare the quotes with `dateline conflicts`");
    }
    return std::move(problems_);
  }

 private:
  /// Finds the elements of a list and the line each begins on, once: counting lines anew for each of 50,000 claims would take minutes.
  void enter(std::string_view list) {
    spans_ = detail::find_elements(json_, list);
    lines_.clear();
    std::size_t line = 1;
    std::size_t at = 0;
    for (Span& span : spans_) {
      const std::size_t start = span.start == 0 ? 0 : json_.rfind('\n', span.start - 1) + 1;  // npos + 1 is 0
      line += static_cast<std::size_t>(std::count(json_.begin() + static_cast<std::ptrdiff_t>(at), json_.begin() + static_cast<std::ptrdiff_t>(std::max(at, start)), '\n'));
      at = std::max(at, start);
      lines_.push_back(line);
    }
  }

  void add(ProblemKind kind, Severity severity, const std::string& claim, std::size_t element, const std::string& pointer,
           std::string message, std::string hint) {
    if (element >= spans_.size()) {
      problems_.push_back({kind, claim, {severity, std::move(message), std::move(hint), {file_, 0, 0}, {}, 1}});
      return;
    }
    const Span span = spans_[element];
    const std::size_t line_start = span.start == 0 ? 0 : json_.rfind('\n', span.start - 1) + 1;
    const std::string_view lines = json_.substr(line_start, span.end - line_start);
    Span where{span.start - line_start, span.start - line_start + 1};
    if (const auto value = find_json_value(span.of(json_), pointer)) where = {where.start + value->start, where.start + value->end};
    Diagnostic diagnostic = diagnose(severity, std::move(message), std::move(hint), lines, where, file_);
    diagnostic.position.line += lines_[element] - 1;
    problems_.push_back({kind, claim, std::move(diagnostic)});
  }

  void check_article(std::size_t i, const FindArticleText& find_text) {
    const ArticleRecord& article = ledger_.articles[i];
    auto text = find_text(article);
    if (!text) {
      add(ProblemKind::MissingArticle, Severity::Warning, {}, i, "/file", "the story \"" + article.file + "\" is not there, so its quotes cannot be checked",
          "put the file back, or give the folder that holds it");
      return;
    }
    if (article::sha256_hex(*text) != article.sha256) {
      add(ProblemKind::Hash, Severity::Error, {}, i, "/sha256", "the story \"" + article.file + "\" is not the one the ledger was made from",
          "restore the file, or extract it again");
    }
    texts_.emplace(article.id, Text(std::move(*text)));
  }

  void check_claim(std::size_t i) {
    const Claim& claim = ledger_.claims[i];
    if (const auto found = texts_.find(claim.article); found != texts_.end()) check_words(i, claim, found->second);
    check_places(i, claim, "/origin", claim.origin);
    check_places(i, claim, "/destination", claim.destination);
    check_places(i, claim, "/via", claim.via);
    check_places(i, claim, "/at", claim.at);
    if (claim.review.state == ReviewState::Unreviewed) {
      add(ProblemKind::Unreviewed, Severity::Note, claim.id, i, "/review", "nobody has reviewed this claim", "use `dateline review`");
    }
  }

  void check_words(std::size_t i, const Claim& claim, const Text& text) {
    check_quote(i, claim, "/quote", claim.quote, text);
    for (std::size_t k = 0; k < claim.responses.size(); ++k) {
      check_quote(i, claim, "/responses/" + std::to_string(k) + "/quote", claim.responses[k].quote, text);
    }
    if (claim.actor) check_span(i, claim, "/actor", claim.actor->span, text);
    if (claim.carrier) check_span(i, claim, "/carrier", *claim.carrier, text);
    if (claim.force) check_span(i, claim, "/force", claim.force->span, text);
    if (claim.quantity) check_span(i, claim, "/quantity", claim.quantity->span, text);
    if (claim.when) check_span(i, claim, "/when", claim.when->span, text);
    check_spans(i, claim, "/cues", claim.cues, text);
    check_spans(i, claim, "/origin", claim.origin, text);
    check_spans(i, claim, "/destination", claim.destination, text);
    check_spans(i, claim, "/via", claim.via, text);
    check_spans(i, claim, "/at", claim.at, text);
    check_spans(i, claim, "/attribution", claim.attribution, text);
  }

  template <typename Record>
  void check_spans(std::size_t i, const Claim& claim, const std::string& pointer, const std::vector<Record>& records, const Text& text) {
    for (std::size_t k = 0; k < records.size(); ++k) check_span(i, claim, pointer + "/" + std::to_string(k), records[k].span, text);
  }

  void check_span(std::size_t i, const Claim& claim, const std::string& pointer, const TextSpan& span, const Text& text) {
    if (text.between(span.start, span.end) == span.text) return;
    add(ProblemKind::Quote, Severity::Error, claim.id, i, pointer + "/text", "these words do not stand at their offsets in the story",
        "the story or the ledger was edited; extract the story again");
  }

  void check_quote(std::size_t i, const Claim& claim, const std::string& pointer, const Quote& quote, const Text& text) {
    if (text.between(quote.start, quote.end) != quote.exact) {
      add(ProblemKind::Quote, Severity::Error, claim.id, i, pointer + "/exact", "the quote does not stand at its offsets in the story", hint_for(quote, text));
      return;
    }
    const std::size_t before = count_code_points(quote.prefix);
    const std::size_t after = count_code_points(quote.suffix);
    const bool prefix = before <= quote.start && text.between(quote.start - before, quote.start) == quote.prefix;
    const bool suffix = text.between(quote.end, quote.end + after) == quote.suffix;
    if (prefix && suffix) return;
    add(ProblemKind::Quote, Severity::Error, claim.id, i, pointer + (prefix ? "/suffix" : "/prefix"),
        prefix ? "the words after the quote differ from the story" : "the words before the quote differ from the story",
        "the story or the ledger was edited; extract the story again");
  }

  static std::string hint_for(const Quote& quote, const Text& text) {
    const std::size_t found = quote.exact.empty() ? std::string::npos : text.text.find(quote.exact);
    if (found == std::string::npos) return "the words are nowhere in the story: it was edited, or the quote was";
    return "the same words stand at " + std::to_string(text.index.to_code_points(found));
  }

  void check_places(std::size_t i, const Claim& claim, const std::string& pointer, const std::vector<PlaceRef>& refs) {
    for (std::size_t k = 0; k < refs.size(); ++k) {
      const PlaceRef& ref = refs[k];
      const std::string at = pointer + "/" + std::to_string(k);
      if (ref.place.empty() && ref.mention == PlaceMention::Toponym) {
        add(ProblemKind::Unresolved, Severity::Warning, claim.id, i, at + "/text", "no place is known for \"" + ref.span.text + "\"",
            "choose one with `dateline places pin`");
      }
      if (!ref.place.empty() && !has_place(ref.place)) {
        add(ProblemKind::Place, Severity::Error, claim.id, i, at + "/place", "the place \"" + ref.place + "\" is not in the ledger", "add it to \"places\"");
      }
    }
  }

  bool has_place(const std::string& id) {
    if (places_.empty()) {
      for (const PlaceRecord& place : ledger_.places) places_.emplace(place.id, true);
    }
    return places_.contains(id);
  }

  const Ledger& ledger_;
  const std::string& file_;
  std::string_view json_;
  std::vector<Span> spans_;         // of the elements of the list in hand
  std::vector<std::size_t> lines_;  // on which they begin
  std::map<std::string, Text, std::less<>> texts_;
  std::map<std::string, bool, std::less<>> places_;
  std::vector<Problem> problems_;
};

}  // namespace

const char* to_string(ProblemKind kind) noexcept {
  switch (kind) {
    case ProblemKind::Quote: return "quote";
    case ProblemKind::Hash: return "hash";
    case ProblemKind::Place: return "place";
    case ProblemKind::Unreviewed: return "unreviewed";
    case ProblemKind::Unresolved: return "unresolved";
    case ProblemKind::Conflict: return "conflict";
    case ProblemKind::MissingArticle: return "missing-article";
  }
  return "unknown";
}

std::vector<Problem> check(const Ledger& ledger, const std::string& ledger_file, std::string_view ledger_json, const FindArticleText& find_text) {
  return Checker(ledger, ledger_file, ledger_json).run(find_text);
}

}  // namespace dateline::claims
