#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "claims/ledger.hpp"

namespace dateline::claims {

/// The records of a ledger by id, for everything that draws or prints it. Looks into the ledger.
class LedgerIndex {
 public:
  explicit LedgerIndex(const Ledger& ledger);
  [[nodiscard]] const Ledger& ledger() const noexcept { return *ledger_; }
  /// Absent ids give nullptr; a validated ledger has none in its references.
  [[nodiscard]] const Claim* claim(const std::string& id) const noexcept;
  [[nodiscard]] const PlaceRecord* place(const std::string& id) const noexcept;
  [[nodiscard]] const SourceRecord* source(const std::string& id) const noexcept;
  [[nodiscard]] const ArticleRecord* article(const std::string& id) const noexcept;
  /// "A", "B", ... "Z", "AA": the letter of a story in notes and source list, by its order in the ledger.
  [[nodiscard]] std::string article_letter(const std::string& id) const;
  /// The source's name, or the id itself if the ledger does not have it.
  [[nodiscard]] std::string source_name(const std::string& id) const;

 private:
  const Ledger* ledger_;
  // Only asked, never walked: their order is of no consequence. The keys look into the ledger.
  std::unordered_map<std::string_view, const Claim*> claims_;
  std::unordered_map<std::string_view, const PlaceRecord*> places_;
  std::unordered_map<std::string_view, const SourceRecord*> sources_;
  std::unordered_map<std::string_view, std::size_t> articles_;
};

/// One event as its claims together describe it: the sharpest places, the first stated number and time.
struct EventView {
  const Event* event = nullptr;
  std::vector<const Claim*> claims;        ///< most complete first; rejected ones left out
  std::vector<std::string> origins;                ///< place ids; a region that holds a named city of the same event is left out
  std::vector<std::string> destinations;
  std::vector<std::string> sites;
  std::optional<QuantityOf> quantity;
  std::string when;                                ///< EDTF; empty if no claim says
  std::string actor_country;                       ///< ISO code of the nationality of the force, else of the actor
  std::string force;                               ///< "special forces", "officers"; "troops" if nothing is said
  std::vector<const Response*> responses;  ///< one for each source and stance
  bool leaves_only = false;                        ///< it names a place to leave and none to go to: the origins are where it is drawn
  bool denied = false;                             ///< somebody denies this very report
  bool not_confirmed = false;                      ///< somebody says it cannot be confirmed

  /// True if the event can be drawn: somewhere to go to, to be or to leave.
  [[nodiscard]] bool has_place() const noexcept { return !destinations.empty() || !sites.empty() || leaves_only; }
};

/// Views of all events that have at least one claim left, by number.
[[nodiscard]] std::vector<EventView> view_events(const LedgerIndex& index);

/// Whether the name stands with "the" in a sentence: seas, oceans and straits do, bays and sounds do not.
[[nodiscard]] bool takes_article(const PlaceRecord& place) noexcept;

/// "North Korea: 1,500 special forces to Vladivostok"; the name of a country by its ISO code comes from `country_name`.
[[nodiscard]] std::string heading_of(const EventView& view, const LedgerIndex& index, const std::string& country_name);

}  // namespace dateline::claims
