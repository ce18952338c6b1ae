#pragma once

#include <string>
#include <vector>

#include "claims/ledger.hpp"

namespace dateline::claims {

/// One field of a record before and after, as compact JSON; empty where the field is not there.
struct FieldChange {
  std::string field;
  std::string before, after;
  bool operator==(const FieldChange&) const = default;
};

/// A record that is in both ledgers and differs. The ids differ if it was found again by what it says.
struct RecordChange {
  std::string old_id, new_id;
  std::vector<FieldChange> fields;  ///< in the order of the format; `id` is not among them
  bool operator==(const RecordChange&) const = default;
};

/// What became of the records of one list; ids in the order of their ledger.
struct ListDiff {
  std::vector<std::string> added, removed;
  std::vector<RecordChange> changed;
  [[nodiscard]] bool empty() const noexcept { return added.empty() && removed.empty() && changed.empty(); }
  bool operator==(const ListDiff&) const = default;
};

struct LedgerDiff {
  ListDiff articles, sources, places, claims, events;
  std::vector<Conflict> conflicts_added, conflicts_removed;  ///< by kind and sentence
  std::vector<Pin> pins_added, pins_removed;
  bool reordered = false;  ///< the same records, but in another order or with other ids only
  [[nodiscard]] bool empty() const noexcept;
};

/// Compares two ledgers. Claims are the same if their ids are, else if they quote the same words of the same file as the same kind: then the story was
/// edited elsewhere. Events are the same if most of their claims are. Empty exactly if the ledgers are equal.
[[nodiscard]] LedgerDiff compare(const Ledger& before, const Ledger& after);

}  // namespace dateline::claims
