#include "claims/review.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/error.hpp"
#include "claims/detail/names.hpp"

namespace dateline::claims {

namespace {

template <typename Enumeration, std::size_t Size>
std::optional<Enumeration> parse_word(const std::array<const char*, Size>& names, std::string_view word) {
  for (std::size_t i = 0; i < Size; ++i) {
    if (word == names[i]) return static_cast<Enumeration>(i);
  }
  return std::nullopt;
}

template <std::size_t Size>
std::string list_words(const std::array<const char*, Size>& names) {
  std::string text;
  for (const char* name : names) text += (text.empty() ? "" : ", ") + std::string(name);
  return text;
}

ClaimEdit::PlaceIds ids_of(const std::vector<PlaceRef>& refs) {
  ClaimEdit::PlaceIds ids;
  for (const PlaceRef& ref : refs) ids.push_back(ref.place);
  return ids;
}

std::string join_ids(const ClaimEdit::PlaceIds& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : " ") + (id.empty() ? "-" : id);
  return text.empty() ? "-" : text;
}

std::optional<ClaimEdit::Range> range_of(const Claim& claim) {
  if (!claim.quantity) return std::nullopt;
  return ClaimEdit::Range{claim.quantity->low, claim.quantity->high};
}

std::string range_text(const std::optional<ClaimEdit::Range>& range) {
  if (!range) return "-";
  return number_text(range->low) + " to " + (range->high ? number_text(*range->high) : "open");
}

Precision precision_of(const std::string& kind) {
  if (kind == "country") return Precision::Country;
  if (kind == "admin1" || kind == "admin2") return Precision::Admin;
  if (kind == "city") return Precision::City;
  if (kind == "site") return Precision::Site;
  return Precision::Region;
}

/// One application of an edit: first everything is looked up, then everything is written.
class Editor {
 public:
  Editor(Ledger& ledger, const FindPlace& find_place) : ledger_(ledger), find_place_(find_place) {}

  /// Sets the places of one role; adds to the words about what was there.
  void set_places(const char* role, std::vector<PlaceRef>& refs, const std::optional<ClaimEdit::PlaceIds>& wanted) {
    if (!wanted || *wanted == ids_of(refs)) return;
    if (wanted->size() != refs.size()) {
      throw InputError("the claim has " + std::to_string(refs.size()) + " places of the role \"" + role + "\", " + std::to_string(wanted->size()) + " were given",
                       "give one id for each, in their order; - for one that is not placed");
    }
    note_old(role, join_ids(ids_of(refs)));
    for (std::size_t i = 0; i < refs.size(); ++i) set_place(refs[i], (*wanted)[i]);
  }

  void note_old(const char* field, const std::string& value) { old_ += (old_.empty() ? "" : "; ") + std::string(field) + " " + value; }

  /// "(kind movement; low 900)"; empty if no field has changed.
  [[nodiscard]] const std::string& old_values() const noexcept { return old_; }

  void add_places() {
    for (PlaceRecord& place : new_places_) {
      const auto by_id = [](const PlaceRecord& record, const std::string& id) { return record.id < id; };
      ledger_.places.insert(std::lower_bound(ledger_.places.begin(), ledger_.places.end(), place.id, by_id), std::move(place));
    }
  }

 private:
  void set_place(PlaceRef& ref, const std::string& id) {
    if (ref.place == id) return;
    ref.place = id;
    if (id.empty()) return;
    ref.precision = precision_of(require_place(id));
    ref.mention = PlaceMention::Toponym;  // a person says that these words name a place
  }

  /// The kind of the place.
  std::string require_place(const std::string& id) {
    for (const auto* places : {&ledger_.places, &new_places_}) {
      const auto known = std::find_if(places->begin(), places->end(), [&](const PlaceRecord& place) { return place.id == id; });
      if (known != places->end()) return known->kind;
    }
    auto found = find_place_ ? find_place_(id) : std::nullopt;
    if (!found) throw InputError("there is no place \"" + id + "\"", "`dateline gazetteer lookup NAME` shows the ids of places");
    new_places_.push_back(std::move(*found));
    return new_places_.back().kind;
  }

  Ledger& ledger_;
  const FindPlace& find_place_;
  std::vector<PlaceRecord> new_places_;
  std::string old_;
};

void set_quantity(Claim& claim, const std::optional<ClaimEdit::Range>& range) {
  if (!range) {
    claim.quantity.reset();
    return;
  }
  const bool finite = std::isfinite(range->low) && (!range->high || std::isfinite(*range->high));
  if (!finite || range->low < 0 || (range->high && *range->high < range->low)) {
    throw InputError("a quantity goes from a number, 0 or more, to one that is not less", "leave the second open for \"more than\"");
  }
  if (!claim.quantity) {
    claim.quantity.emplace();  // without words: the story did not say it like this
    claim.quantity->unit = "persons";
  }
  claim.quantity->low = range->low;
  claim.quantity->high = range->high;
}

/// "edited by R. Roe on 2031-05-01 (kind movement)": one step of the history.
std::string step_text(const Review& review, const std::string& old_values) {
  std::string text = to_string(review.state);
  if (!review.by.empty()) text += " by " + review.by;
  if (!review.at.empty()) text += " on " + review.at;
  if (!review.note.empty()) text += ": " + review.note;
  return old_values.empty() ? text : text + " (" + old_values + ")";
}

}  // namespace

std::optional<ClaimKind> parse_claim_kind(std::string_view word) { return parse_word<ClaimKind>(detail::kClaimKinds, word); }
std::optional<ClaimStatus> parse_claim_status(std::string_view word) { return parse_word<ClaimStatus>(detail::kClaimStatuses, word); }
std::optional<ReviewState> parse_review_state(std::string_view word) { return parse_word<ReviewState>(detail::kReviewStates, word); }
std::string known_claim_kinds() { return list_words(detail::kClaimKinds); }
std::string known_claim_statuses() { return list_words(detail::kClaimStatuses); }
std::string known_review_states() { return list_words(detail::kReviewStates); }

std::optional<double> parse_number(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c != ',' && c != ' ') digits += c;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(value) || value < 0) return std::nullopt;
  return value;
}

std::string number_text(double value) {
  std::array<char, 32> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
  if (result.ec == std::errc{}) return {buffer.data(), result.ptr};
  const auto shortest = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);  // too large to be written out
  return {buffer.data(), shortest.ptr};
}

ClaimEdit current_values(const Claim& claim) {
  ClaimEdit edit;
  edit.state = claim.review.state;
  edit.note = claim.review.note;
  edit.kind = claim.kind;
  edit.status = claim.status;
  edit.quantity = range_of(claim);
  edit.origin = ids_of(claim.origin);
  edit.destination = ids_of(claim.destination);
  edit.via = ids_of(claim.via);
  edit.at = ids_of(claim.at);
  return edit;
}

bool apply_edit(Ledger& ledger, Claim& claim, const ClaimEdit& edit, const Reviewer& reviewer, const FindPlace& find_place) {
  Claim changed = claim;
  Editor editor(ledger, find_place);
  if (edit.kind && *edit.kind != claim.kind) {
    editor.note_old("kind", to_string(claim.kind));
    changed.kind = *edit.kind;
  }
  if (edit.status && *edit.status != claim.status) {
    editor.note_old("status", to_string(claim.status));
    changed.status = *edit.status;
  }
  if (edit.quantity && *edit.quantity != range_of(claim)) {
    editor.note_old("quantity", range_text(range_of(claim)));
    set_quantity(changed, *edit.quantity);
  }
  editor.set_places("origin", changed.origin, edit.origin);
  editor.set_places("destination", changed.destination, edit.destination);
  editor.set_places("via", changed.via, edit.via);
  editor.set_places("at", changed.at, edit.at);

  const std::string& old_values = editor.old_values();
  ReviewState state = edit.state.value_or(claim.review.state);
  if (!old_values.empty() && state != ReviewState::Rejected) state = ReviewState::Edited;
  const std::string note = edit.note.value_or(claim.review.note);
  if (old_values.empty() && state == claim.review.state && note == claim.review.note) return false;
  changed.review.was += (claim.review.was.empty() ? "" : " | ") + step_text(claim.review, old_values);
  changed.review.state = state;
  changed.review.note = note;
  changed.review.by = reviewer.by;
  changed.review.at = reviewer.at;
  editor.add_places();
  claim = std::move(changed);
  return true;
}

}  // namespace dateline::claims
