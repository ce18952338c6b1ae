#include "claims/merge.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/counted.hpp"
#include "claims/assemble.hpp"
#include "claims/detail/unite_records.hpp"

namespace dateline::claims {

namespace {

constexpr std::size_t kHashDigits = 8;

bool has_flag(const std::vector<std::string>& flags, const char* flag) { return std::find(flags.begin(), flags.end(), flag) != flags.end(); }

void add_flag(std::vector<std::string>& flags, const char* flag) {
  if (!has_flag(flags, flag)) flags.emplace_back(flag);
}

class Merger {
 public:
  explicit Merger(Ledger old) { result_.ledger = std::move(old); }

  MergeResult run(Ledger fresh) {
    add_articles(fresh);
    add_claims(fresh);
    unite(result_.ledger.sources, fresh.sources, detail::add_source);
    unite(result_.ledger.places, fresh.places, detail::add_place);
    add_pins(fresh.pins);
    sort();
    group(result_.ledger);
    return std::move(result_);
  }

 private:
  static std::string suffix(const ArticleRecord& article) { return "#" + article.sha256.substr(0, kHashDigits); }
  /// The id as the story came with it: assembling adds a suffix to the later of two texts with one id.
  static std::string base_id(const ArticleRecord& article) {
    const std::string end = suffix(article);
    return article.id.ends_with(end) ? article.id.substr(0, article.id.size() - end.size()) : article.id;
  }
  using Identity = std::pair<std::string, std::string>;  // base id and hash
  static Identity identity(const ArticleRecord& article) { return {base_id(article), article.sha256}; }

  void add_articles(const Ledger& fresh) {
    const std::size_t old_size = result_.ledger.articles.size();
    const Files old_files = count_files(result_.ledger.articles);
    const Files fresh_files = count_files(fresh.articles);
    std::set<std::string> ids, base_ids;
    std::set<Identity> known;
    for (const ArticleRecord& article : result_.ledger.articles) {
      ids.insert(article.id);
      base_ids.insert(base_id(article));
      known.insert(identity(article));
    }
    for (const ArticleRecord& article : fresh.articles) fresh_.insert(identity(article));
    for (const ArticleRecord& article : fresh.articles) {
      if (known.contains(identity(article))) {
        ++result_.known_stories;
        tell(Severity::Note, article, "this story is in the ledger already; nothing of it was changed", "");
        continue;
      }
      const bool changed_file = only_one(old_files, article.file) && only_one(fresh_files, article.file);
      if (changed_file || base_ids.contains(base_id(article))) supersede(article, old_size, changed_file);
      ArticleRecord added = article;
      if (!ids.insert(added.id).second) {
        added.id = base_id(article) + suffix(article);
        ids.insert(added.id);
      }
      new_ids_.emplace(article.id, added.id);
      result_.ledger.articles.push_back(std::move(added));
      ++result_.added_stories;
    }
  }

  using Files = std::map<std::string, std::size_t>;
  static Files count_files(const std::vector<ArticleRecord>& articles) {
    Files files;
    for (const ArticleRecord& article : articles) files[article.file] += has_flag(article.flags, kSupersededFlag) ? 0 : 1;
    return files;
  }
  /// A file that holds several stories is a feed: its stories come and go without being versions of each other. So is standard input.
  static bool only_one(const Files& files, const std::string& file) {
    const auto found = files.find(file);
    return file != "-" && found != files.end() && found->second == 1;
  }

  /// Flags the older version of a story and its claims.
  void supersede(const ArticleRecord& article, std::size_t old_size, bool changed_file) {
    for (std::size_t i = 0; i < old_size; ++i) {
      ArticleRecord& known = result_.ledger.articles[i];
      const bool same_story = base_id(known) == base_id(article) || (changed_file && known.file == article.file);
      if (!same_story || has_flag(known.flags, kSupersededFlag) || fresh_.contains(identity(known))) continue;
      add_flag(known.flags, kSupersededFlag);
      std::size_t kept = 0;
      for (Claim& claim : result_.ledger.claims) {
        if (claim.article != known.id) continue;
        add_flag(claim.flags, kStoryChangedFlag);
        ++kept;
      }
      ++result_.changed_stories;
      tell(Severity::Warning, article, "this story has changed since it was extracted; " + counted(kept, "claim", "claims") + " of the old text kept and flagged \"" + kStoryChangedFlag + "\"",
           "compare them with the new ones and reject those that no longer hold (`dateline review`)");
    }
  }

  void tell(Severity severity, const ArticleRecord& article, std::string message, std::string hint) {
    Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    diagnostic.position.file = article.file;
    result_.diagnostics.push_back(std::move(diagnostic));
  }

  void add_claims(Ledger& fresh) {
    std::unordered_set<std::string> ids;  // only asked, never walked
    for (const Claim& claim : result_.ledger.claims) ids.insert(claim.id);
    for (Claim& claim : fresh.claims) {
      const auto article = new_ids_.find(claim.article);
      if (article == new_ids_.end()) continue;
      claim.article = article->second;
      // one text under two names gives claims of the same id
      const std::string base = claim.id;
      for (int n = 2; !ids.insert(claim.id).second; ++n) claim.id = base + "-" + std::to_string(n);
      result_.ledger.claims.push_back(std::move(claim));
      ++result_.added_claims;
    }
  }

  template <typename Record, typename Add>
  void unite(std::vector<Record>& records, const std::vector<Record>& fresh, Add&& add) const {
    if (result_.added_stories == 0) return;  // then people's changes to these lists stay, too
    std::map<std::string, Record> all;
    for (const Record& record : records) add(all, record);
    for (const Record& record : fresh) add(all, record);
    records.clear();
    for (auto& [id, record] : all) records.push_back(std::move(record));
  }

  void add_pins(std::vector<Pin>& fresh) {
    std::vector<Pin>& pins = result_.ledger.pins;
    for (Pin& pin : fresh) {
      if (!pin.article.empty()) {
        if (const auto renamed = new_ids_.find(pin.article); renamed != new_ids_.end()) pin.article = renamed->second;
      }
      std::erase_if(pins, [&](const Pin& known) { return known.surface == pin.surface && known.article == pin.article; });
      pins.push_back(std::move(pin));
    }
    std::sort(pins.begin(), pins.end(), [](const Pin& a, const Pin& b) { return std::tie(a.surface, a.article, a.place) < std::tie(b.surface, b.article, b.place); });
  }

  void sort() {
    Ledger& ledger = result_.ledger;
    std::sort(ledger.articles.begin(), ledger.articles.end(), detail::listed_before);
    std::unordered_map<std::string_view, std::size_t> order;  // only asked, never walked
    for (std::size_t i = 0; i < ledger.articles.size(); ++i) order.emplace(ledger.articles[i].id, i);
    std::sort(ledger.claims.begin(), ledger.claims.end(), [&](const Claim& a, const Claim& b) {
      const std::size_t x = order[a.article], y = order[b.article];
      return x != y ? x < y : detail::told_before(a, b);
    });
  }

  MergeResult result_;
  std::set<Identity> fresh_;
  std::map<std::string, std::string> new_ids_;  // of the added articles, from the id they came with
};

}  // namespace

MergeResult merge(Ledger old, Ledger fresh) { return Merger(std::move(old)).run(std::move(fresh)); }

}  // namespace dateline::claims
