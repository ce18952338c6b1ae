#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "claims/ledger.hpp"

/// What people do to claims, whether in the terminal or in a spreadsheet.
namespace dateline::claims {

/// Who reviews, and when: a day (YYYY-MM-DD) that the caller knows; nothing here reads a clock.
struct Reviewer {
  std::string by;
  std::string at;
};

/// A place by its id, for places that the ledger does not hold yet; absent if there is none.
using FindPlace = std::function<std::optional<PlaceRecord>(const std::string& id)>;

/// New values for the fields of a claim that a person may change; absent ones stay.
struct ClaimEdit {
  struct Range {
    double low = 0;
    std::optional<double> high;  ///< absent: open
    bool operator==(const Range&) const = default;
  };
  /// For each mention of the role, in order, the id of its place; empty: not placed.
  using PlaceIds = std::vector<std::string>;

  std::optional<ReviewState> state;
  std::optional<std::string> note;
  std::optional<ClaimKind> kind;
  std::optional<ClaimStatus> status;
  std::optional<std::optional<Range>> quantity;  ///< an inner nothing takes the number away
  std::optional<PlaceIds> origin, destination, via, at;
};

/// The values that a claim has now, all set: the start of an edit.
[[nodiscard]] ClaimEdit current_values(const Claim& claim);

/// Applies what differs from the claim as it is and keeps in `review.was` what was there, oldest first: "unreviewed | accepted by R on 2031-05-01
/// (kind movement; low 900)". A changed field makes the state `edited`, unless the claim is rejected. Places that the ledger does not hold
/// are asked of `find_place` and added to it. Returns false, and changes nothing, if nothing differs. The caller groups anew.
///
/// Throws InputError, with ledger and claim unchanged, for an unknown place, a wrong number of places, or a number below 0 or a high below its low.
bool apply_edit(Ledger& ledger, Claim& claim, const ClaimEdit& edit, const Reviewer& reviewer, const FindPlace& find_place);

/// The words of the ledger for what a person typed; absent if there is no such word.
[[nodiscard]] std::optional<ClaimKind> parse_claim_kind(std::string_view word);
[[nodiscard]] std::optional<ClaimStatus> parse_claim_status(std::string_view word);
[[nodiscard]] std::optional<ReviewState> parse_review_state(std::string_view word);
/// All words, for messages: "movement, withdrawal, ...".
[[nodiscard]] std::string known_claim_kinds();
[[nodiscard]] std::string known_claim_statuses();
[[nodiscard]] std::string known_review_states();
/// "1500" or "1,500"; absent for anything that is no number from 0 on.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);
/// "1500" for 1500.0; what parse_number reads back.
[[nodiscard]] std::string number_text(double value);

}  // namespace dateline::claims
