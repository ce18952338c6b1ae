#pragma once

#include <map>
#include <string>
#include <vector>

#include "claims/event_view.hpp"
#include "geo/vector_layer.hpp"

namespace dateline::features::detail {

/// Text, or no value if it is empty: GIS programs show NULL for what nobody said.
[[nodiscard]] geo::FieldValue text_or_null(std::string text);
/// A web address that may be opened by a click; no value for any other: a ledger from a stranger must not start programs.
[[nodiscard]] geo::FieldValue web_link(const std::string& address);
/// YYYY-MM-DD as a date, else no value.
[[nodiscard]] geo::FieldValue date_or_null(const std::string& day);
[[nodiscard]] std::string join_ids(const std::vector<std::string>& ids);

/// Names of countries by ISO code, as the ledger's places have them.
class CountryNames {
 public:
  explicit CountryNames(const claims::Ledger& ledger);
  /// The code itself if no place of the ledger tells.
  [[nodiscard]] std::string name(const std::string& iso2) const;

 private:
  std::map<std::string, std::string> names_;
};

/// What every layer says of its event: number, kind, status, what and how many, when, who says so, with quote and link.
[[nodiscard]] const std::vector<geo::Field>& event_fields();
/// The values for event_fields(), in their order.
[[nodiscard]] std::vector<geo::FieldValue> event_values(const claims::EventView& view, const claims::LedgerIndex& index, const CountryNames& countries);

}  // namespace dateline::features::detail
