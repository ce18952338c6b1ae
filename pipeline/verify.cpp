#include "pipeline/verify.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "base/parallel.hpp"
#include "claims/assemble.hpp"
#include "claims/merge.hpp"
#include "pipeline/ledger_file.hpp"

namespace dateline::pipeline {

namespace {

/// How a story was read the first time, as far as the ledger tells.
article::ReadOptions read_options(const claims::ArticleRecord& record) {
  article::ReadOptions options;
  if (record.published_basis == "option") options.published = CivilDate::parse(record.published);
  options.publisher = record.publisher;
  options.language = record.language;
  return options;
}

/// Pins of the ledger as the locator wants them.
gazetteer::LocateOptions locate_options(gazetteer::LocateOptions options, const std::vector<claims::Pin>& pins, const std::string& article) {
  for (const auto& pin : pins) {
    if (pin.article.empty() || pin.article == article) options.pins[pin.surface] = pin.place;
  }
  return options;
}

bool has_flag(const std::vector<std::string>& flags, const char* flag) { return std::find(flags.begin(), flags.end(), flag) != flags.end(); }

template <typename Record>
const Record* find_record(const std::vector<Record>& records, const std::string& id) {
  const auto found = std::find_if(records.begin(), records.end(), [&](const Record& record) { return record.id == id; });
  return found == records.end() ? nullptr : &*found;
}

/// Brings a place or source that only an edit of a person names into the rebuilt ledger.
template <typename Record>
void carry_over(const std::vector<Record>& from, std::vector<Record>& to, const std::string& id) {
  if (id.empty() || find_record(to, id) != nullptr) return;
  if (const Record* record = find_record(from, id)) {
    to.insert(std::lower_bound(to.begin(), to.end(), id, [](const Record& r, const std::string& wanted) { return r.id < wanted; }), *record);
  }
}

class Verifier {
 public:
  Verifier(Data& data, const ExtractOptions& options) : data_(data), options_(options) {}

  Verification run(claims::Ledger ledger, const std::string& ledger_file, const std::string& article_folder, Progress& progress) {
    read_stories(ledger, ledger_file, article_folder);
    result_.kept = keep_compared(std::move(ledger));
    extract_again(progress);
    carry_decisions();
    restore_written_events();
    result_.diff = claims::compare(result_.kept, result_.rebuilt);
    return std::move(result_);
  }

 private:
  void read_stories(const claims::Ledger& ledger, const std::string& ledger_file, const std::string& article_folder) {
    for (const auto& record : ledger.articles) {
      if (has_flag(record.flags, claims::kSupersededFlag)) continue;
      auto article = find_article(record, ledger_file, article_folder, read_options(record));
      if (!article) {
        result_.missing.push_back(record.file);
      } else if (article->sha256 != record.sha256) {
        result_.changed.push_back(record.file);
      } else {
        article->id = record.id;
        article->file = record.file;
        stories_.push_back(std::move(*article));
      }
    }
    result_.stories = stories_.size();
  }

  /// The ledger without stories that could not be read again; its events and conflicts as they stand.
  claims::Ledger keep_compared(claims::Ledger ledger) {
    std::set<std::string> compared;
    for (const auto& story : stories_) compared.insert(story.id);
    const bool whole = compared.size() == ledger.articles.size();
    std::erase_if(ledger.articles, [&](const auto& article) { return !compared.contains(article.id); });
    std::erase_if(ledger.claims, [&](const auto& claim) { return !compared.contains(claim.article); });
    result_.claims = ledger.claims.size();
    // what only the left-out stories named cannot come again
    if (!whole) drop_unnamed(ledger);
    written_events_ = whole ? std::optional(std::pair(ledger.events, ledger.conflicts)) : std::nullopt;
    return ledger;
  }

  static void drop_unnamed(claims::Ledger& ledger) {
    std::set<std::string> named;
    for (const auto& claim : ledger.claims) {
      for (const auto* refs : {&claim.origin, &claim.destination, &claim.via, &claim.at}) {
        for (const auto& ref : *refs) named.insert(ref.place);
      }
      for (const auto& link : claim.attribution) named.insert(link.source);
      for (const auto& response : claim.responses) named.insert(response.source);
    }
    std::erase_if(ledger.places, [&](const auto& place) { return !named.contains(place.id); });
    std::erase_if(ledger.sources, [&](const auto& source) { return !named.contains(source.id); });
  }

  void extract_again(Progress& progress) {
    std::vector<std::optional<claims::Extraction>> extractions(stories_.size());
    progress.begin("reading the stories again", stories_.size());
    for_each_index(stories_.size(), options_.threads, [&](std::size_t i) {
      extractions[i] = extract_article(data_, stories_[i], locate_options(options_.locate, result_.kept.pins, stories_[i].id));
    });
    progress.end();
    std::vector<claims::Extraction> finished;
    for (auto& extraction : extractions) finished.push_back(std::move(*extraction));
    result_.rebuilt = claims::assemble(std::move(finished));
    result_.rebuilt.pins = result_.kept.pins;
  }

  /// What people decided is no outcome of reading: it is taken from the ledger.
  void carry_decisions() {
    std::map<std::string, const claims::Claim*> old_claims;
    for (const auto& claim : result_.kept.claims) old_claims.emplace(claim.id, &claim);
    for (auto& claim : result_.rebuilt.claims) {
      const auto found = old_claims.find(claim.id);
      if (found == old_claims.end()) continue;
      const claims::Claim& old = *found->second;
      const bool by_hand = old.review.was.find('(') != std::string::npos || old.review.state == claims::ReviewState::Edited;
      if (by_hand && old.quote == claim.quote) {
        ++result_.edited;
        claim = old;
        for (const auto* refs : {&old.origin, &old.destination, &old.via, &old.at}) {
          for (const auto& ref : *refs) carry_over(result_.kept.places, result_.rebuilt.places, ref.place);
        }
        for (const auto& link : old.attribution) carry_over(result_.kept.sources, result_.rebuilt.sources, link.source);
      }
      claim.review = old.review;
      claim.credibility = old.credibility;
    }
    claims::group(result_.rebuilt);
  }

  /// Events that somebody changed in the file are compared as they stand there.
  void restore_written_events() {
    claims::group(result_.kept);
    if (!written_events_) return;
    std::tie(result_.kept.events, result_.kept.conflicts) = *written_events_;
  }

  Data& data_;
  const ExtractOptions& options_;
  Verification result_;
  std::vector<article::Article> stories_;
  std::optional<std::pair<std::vector<claims::Event>, std::vector<claims::Conflict>>> written_events_;
};

}  // namespace

Verification verify_ledger(Data& data, const std::string& ledger_file, const std::string& article_folder, const ExtractOptions& options, Progress& progress) {
  return Verifier(data, options).run(load_ledger(ledger_file), ledger_file, article_folder, progress);
}

}  // namespace dateline::pipeline
