#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/place.hpp"

namespace dateline::gazetteer {

/// The place store: one read-only, memory-mapped file (docs/formats/place-store.md) of records and of
/// front-coded sorted folded names. Opens in milliseconds; immutable and thread-safe.
class Store {
 public:
  /// Throws InputError for a missing, truncated, damaged (checksum of the header) or foreign file, or another version.
  [[nodiscard]] static Store open(const std::filesystem::path& file);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  /// Places that have exactly this name after folding (see fold.hpp), in the order of the store: deterministic.
  [[nodiscard]] std::vector<Candidate> find(std::string_view name) const;
  /// Places whose folded name begins with the folded prefix, with that name; at most `limit`.
  struct NamedCandidate {
    std::string name;
    Candidate candidate;
  };
  [[nodiscard]] std::vector<NamedCandidate> find_prefix(std::string_view prefix, std::size_t limit) const;
  /// Names within `max_edits` (1 or 2) edits, nearest and most populous first; at most `limit`.
  [[nodiscard]] std::vector<NamedCandidate> find_similar(std::string_view name, int max_edits, std::size_t limit) const;

  /// find() for a name that is already folded; appends to `out` and allocates nothing else. The mention finder's hot path.
  void find_folded(std::string_view folded, std::vector<Candidate>& out) const;
  /// True if some name has the folded `prefix` and at least one more word ("new york" for "new"). Allocates nothing.
  [[nodiscard]] bool has_longer(std::string_view folded_prefix) const noexcept;
  /// What ranking needs of a record; copies no string.
  [[nodiscard]] PlaceSummary summary(std::uint32_t record) const noexcept;
  [[nodiscard]] Place place(std::uint32_t record) const;
  /// The place with this id; absent if there is none.
  [[nodiscard]] std::optional<Place> find_id(std::string_view id) const;
  /// Populated places inside the box with at least this population, most populous first; at most `limit`. For context labels.
  [[nodiscard]] std::vector<Place> cities_in(const geo::Box& box, std::int64_t min_population, std::size_t limit) const;

  struct Info {
    std::uint32_t version = 0;
    std::uint64_t places = 0;
    std::uint64_t names = 0;
    std::string built_from;   ///< one line a source
    std::string credits;      ///< "Places: GeoNames (CC BY 4.0)."
    std::string content_hash; ///< hex
  };
  [[nodiscard]] Info info() const;

 private:
  class Impl;
  explicit Store(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
  friend class MentionFinder;
};

}  // namespace dateline::gazetteer
