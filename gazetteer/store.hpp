#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
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

  /// Opens a store that lies in memory, checked alike. `name` is for messages.
  [[nodiscard]] static Store from_bytes(std::string bytes, const std::string& name);

  /// Places that have exactly this name after folding (see fold.hpp), best kind of name and most populous first.
  /// "the Kremlin" is also looked up as "Kremlin". Looks into the mapped file, lives as long as the store; allocates
  /// nothing for names of the usual length below U+0700.
  [[nodiscard]] std::span<const Candidate> find(std::string_view name) const;
  struct NamedCandidate {
    std::string name;     ///< the matching name: in its own spelling if it is the place's main name, else folded
    Candidate candidate;
  };
  /// Places whose folded name begins with the folded prefix, with that name, each place once; most populous first; at most `limit`.
  [[nodiscard]] std::vector<NamedCandidate> find_prefix(std::string_view prefix, std::size_t limit) const;
  /// Names within `max_edits` (1 or 2) edits, nearest and most populous first; at most `limit`.
  [[nodiscard]] std::vector<NamedCandidate> find_similar(std::string_view name, int max_edits, std::size_t limit) const;

  /// find() for a name that is already folded, without the article. Allocates nothing. The mention finder's hot path.
  [[nodiscard]] std::span<const Candidate> find_folded(std::string_view folded) const noexcept;
  /// The same, appended to `out`.
  void find_folded(std::string_view folded, std::vector<Candidate>& out) const;
  /// True if some name has the folded `prefix` and at least one more word ("new york" for "new"). Allocates nothing.
  /// Once in four thousand million times it is true for nothing; never false for a name that exists.
  [[nodiscard]] bool has_longer(std::string_view folded_prefix) const noexcept;
  /// Reads a name word by word with one probe a word: for scanning all word sequences of a text.
  ///
  ///     Store::Cursor cursor(store);
  ///     while (cursor.extend(next_folded_word())) { if (const auto found = cursor.matches(); !found.empty()) ... }
  ///
  /// A folded word of a text that holds a space itself ("u s" for "U.S.") may be given as it is.
  class Cursor {
   public:
    explicit Cursor(const Store& store) noexcept : store_(&store) {}
    void reset() noexcept;
    /// Adds a folded word. False if no name is or begins with the words so far.
    bool extend(std::string_view folded_word);
    /// Places named exactly by the words so far; as find_folded().
    [[nodiscard]] std::span<const Candidate> matches() const noexcept { return matches_; }
    /// True if some name goes on after the words so far.
    [[nodiscard]] bool can_extend() const noexcept { return longer_; }

   private:
    const Store* store_;
    std::string words_;
    std::uint64_t hash_ = 0;
    std::span<const Candidate> matches_;
    bool longer_ = false;
  };
  /// What ranking needs of a record; copies no string.
  [[nodiscard]] PlaceSummary summary(std::uint32_t record) const noexcept;
  [[nodiscard]] Place place(std::uint32_t record) const;
  /// The place with this id; absent if there is none.
  [[nodiscard]] std::optional<Place> find_id(std::string_view id) const;
  /// Populated places inside the box with at least this population, most populous first; at most `limit`. For context labels.
  [[nodiscard]] std::vector<Place> cities_in(const geo::Box& box, std::int64_t min_population, std::size_t limit) const;

  /// Seas, gulfs and straits whose box meets `box`, largest box first; at most `limit`. Without routes and parts of seas, which no map names.
  [[nodiscard]] std::vector<Place> waters_in(const geo::Box& box, std::size_t limit) const;

  /// Places whose extent holds a point, smallest extent first: regions, waters, divisions, countries. An extent is a box, so
  /// a corner of it may lie outside the place.
  [[nodiscard]] std::vector<std::uint32_t> extents_at(geo::LonLat point) const;

  /// The place nearest to a point, with its distance; populated places and sites, nearest first; at most `limit`.
  struct NearPlace {
    std::uint32_t record = 0;
    Meters distance;
  };
  [[nodiscard]] std::vector<NearPlace> nearest(geo::LonLat point, std::size_t limit) const;

  /// Names of a record whose language is known, by language code; without the main name unless it has a language.
  [[nodiscard]] std::vector<LanguageName> names(std::uint32_t record) const;
  /// Languages that Candidate::language counts; the first is "" (not known).
  [[nodiscard]] std::vector<std::string> languages() const;
  /// The record of a country by its ISO 3166-1 alpha-2 code, and that of its capital.
  [[nodiscard]] std::optional<std::uint32_t> find_country(std::string_view iso2) const;
  [[nodiscard]] std::optional<std::uint32_t> find_capital(std::string_view iso2) const;
  /// The record with this id; find_id() without the copy.
  [[nodiscard]] std::optional<std::uint32_t> find_record(std::string_view id) const;
  [[nodiscard]] std::uint32_t size() const noexcept;
  /// Reads the whole file once. Throws InputError if its content does not have the checksum of its header.
  void verify() const;

  struct Info {
    std::uint32_t version = 0;
    std::uint64_t places = 0;
    std::uint64_t names = 0;          ///< distinct folded names
    std::uint64_t candidates = 0;     ///< pairs of name and place
    std::uint64_t bytes = 0;
    std::string built_from;   ///< one line a source
    std::string credits;      ///< the whole attribution, with licences and changes made
    std::string credits_short; ///< the line for maps: "Places: GeoNames (CC BY 4.0)."
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
