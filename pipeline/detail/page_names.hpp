#pragma once

#include <map>
#include <string>

#include "claims/event_view.hpp"
#include "gazetteer/store.hpp"
#include "pipeline/detail/contested_names.hpp"

namespace dateline::pipeline::detail {

/// One name for each place of a ledger, the same in labels, headings and notes of a page: towns and sites as the stories spell them most often, if
/// that is a name of the place ("Beit Hanoun" where the store has "Bayt Hanun"), areas as the store has them, contested names by the policy.
class PageNames {
 public:
  PageNames(const claims::Ledger& ledger, const gazetteer::Store& store, const ContestedNames& contested);
  [[nodiscard]] const std::string& of(const claims::PlaceRecord& place) const noexcept;
  /// The ledger with these names instead of the store's.
  [[nodiscard]] claims::Ledger applied_to(claims::Ledger ledger) const;
  /// "Gaza City is Gaza in the gazetteer": the places of an event whose names differ so much from the store's that a reader who looks one up would miss it.
  [[nodiscard]] std::string other_names(const claims::EventView& view) const;

 private:
  struct Named {
    std::string page, stored;
    bool contested = false;   // its names are explained by the policy
  };
  std::map<std::string, Named> by_id_;
};

}  // namespace dateline::pipeline::detail
