#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "claims/detail/group_clusters.hpp"

namespace dateline::claims::detail {

/// What a sentence is going to list belongs not into the name of its subject.
enum class Naming { Whole, WithoutNumber, WithoutPlace, WithoutAddition };

/// Who is named beside a statement: the source, or the story that tells it where all stories have one source.
enum class Voice { Source, Outlet };

/// Names for sentences about claims. Looks into the ledger.
class Words {
 public:
  explicit Words(const Ledger& ledger);
  /// Who says it: the innermost named source, else the outlet.
  [[nodiscard]] std::string voice(const Features& claim) const;
  /// The story that tells it: its outlet, else its file.
  [[nodiscard]] std::string outlet(const Features& claim) const;
  [[nodiscard]] std::string source(const std::string& id) const;
  /// The day of the statement, else of the story ("3 May 2031"), else the story itself.
  [[nodiscard]] std::string told_on(const Features& claim) const;
  /// "1,500 special forces sent to Port Sorrow", "officers to be based at Strelsau": what an event is about; each part from the
  /// first claim that states it.
  [[nodiscard]] static std::string subject(const Cluster& cluster, Naming naming = Naming::Whole);
  /// "Vladivostok and Ussuriysk"; empty if there is no place.
  [[nodiscard]] static std::string places(const Features& claim);
  /// "about 1,500", "up to 40", "dozens", "8 million", "300 more".
  [[nodiscard]] static std::string number(const Claim& claim);
  /// The same without "more".
  [[nodiscard]] static std::string bare_number(const Claim& claim);
  /// "1 May 2031 to 4 May 2031", "since August 2022".
  [[nodiscard]] static std::string time(const Claim& claim);

 private:
  std::unordered_map<std::string_view, const SourceRecord*> sources_;   // only asked, never walked
  std::unordered_map<std::string_view, const ArticleRecord*> articles_;
};

/// "a", "a and b", "a, b and c".
[[nodiscard]] std::string join_and(const std::vector<std::string>& items);

/// A value and who states it.
using Statement = std::pair<std::string, const Features*>;

/// "1,500 (Ministry of Defence), 3,000 (Harbour Post and Daily)": each value once with all who state it. Who states several is named with the day of each.
[[nodiscard]] std::string list_statements(const std::vector<Statement>& statements, const Words& words, Voice voice = Voice::Source);

}  // namespace dateline::claims::detail
