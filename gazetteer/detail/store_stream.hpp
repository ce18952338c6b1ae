#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/progress.hpp"
#include "gazetteer/detail/name_runs.hpp"
#include "gazetteer/detail/section_file.hpp"
#include "gazetteer/detail/store_file.hpp"

namespace dateline::gazetteer::detail {

/// Marks, while a store is built, a name to be shown that is not the preferred one of its language.
inline constexpr std::uint32_t ordinary_bit = 0x80000000U;

/// Writes a store of any size: it starts as a copy of another one, to which places and names are added. In memory are the records
/// (36 bytes a place), the numbers (8 bytes) and the names shown by language (16 bytes); texts and names to be searched go to disk.
class StoreStream {
 public:
  /// Copies every record, name and id of `base`, which must outlive this object; records keep their numbers.
  StoreStream(const StoreFile& base, const std::filesystem::path& output, Overwrite overwrite);

  [[nodiscard]] const StoreFile& base() const noexcept { return base_; }
  [[nodiscard]] std::uint8_t add_source(std::string line);
  /// 0 if there are already 255 languages.
  [[nodiscard]] std::uint8_t language(std::string_view code);
  [[nodiscard]] std::uint16_t feature(std::string_view code);
  /// 0 for a country that the base does not have.
  [[nodiscard]] std::uint16_t country(std::string_view iso) const;
  /// Index of "UA.05", added if it is new; 0 if it is too long to be one.
  [[nodiscard]] std::uint16_t admin1(const std::string& code);
  void set_admin1_record(std::uint16_t admin1, std::uint32_t record);
  /// Says in which second-level division ("US.GA.089") a record lies; the division itself may come later.
  void set_admin2(Record& record, const std::string& code);
  void set_admin2_record(const std::string& code, std::uint32_t record);
  /// Offset of a text in the store.
  [[nodiscard]] std::uint32_t add_string(std::string_view text);

  std::uint32_t add_record(const Record& record);
  [[nodiscard]] Record& record(std::uint32_t index) { return records_[index]; }
  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(records_.size()); }

  /// The record of a GeoNames number in the base, or given to it since.
  [[nodiscard]] std::optional<std::uint32_t> find_base_number(std::uint32_t number) const;
  void add_base_number(std::uint32_t number, std::uint32_t record) { aliases_.emplace(number, record); }
  /// The record of an id that is no GeoNames number ("admin1:UA.05", "own:depot").
  [[nodiscard]] std::optional<std::uint32_t> find_text_id(const std::string& id) const;
  void add_text_id(const std::string& id, std::uint32_t record) { text_ids_.emplace(id, record); }

  /// Sorts the numbers of all records, after which find_number() knows them. How many occur more than once.
  std::uint64_t index_numbers();
  [[nodiscard]] std::optional<std::uint32_t> find_number(std::uint32_t number) const;

  /// A name for searching; empty and overlong ones are left out.
  void add_name(std::uint32_t record, std::string_view name, NameKind kind, std::uint8_t guards = no_guard, std::uint8_t language = 0,
                std::uint8_t note = 0);
  enum class Preference { Preferred, Ordinary };
  /// A name to be shown, in its language.
  void add_language_name(std::uint32_t record, std::uint8_t language, std::string_view name, Preference preference);
  [[nodiscard]] std::uint64_t names() const noexcept { return names_.size(); }

  struct Credits {
    std::string whole;
    std::string brief;
  };
  /// Writes what is left and puts the file in place. Precondition: index_numbers() was called after the last record.
  void finish(const Credits& credits, Progress& progress);

 private:
  void copy_records();
  void copy_names();
  void write_records();
  void write_tagged_names();
  void write_grid();
  void write_names(Progress& progress);
  void write_texts(const Credits& credits);

  const StoreFile& base_;
  SectionFile out_;
  NameRuns names_;
  std::deque<Record> records_;
  std::vector<std::string> sources_;
  std::vector<std::string> languages_;
  std::vector<std::uint32_t> features_;
  std::map<std::string, std::uint16_t, std::less<>> feature_index_;
  std::map<std::string, std::uint16_t, std::less<>> country_index_;
  std::vector<Admin1Entry> admin1s_;
  std::unordered_map<std::string, std::uint16_t> admin1_index_;
  struct Admin2 {
    std::unordered_map<std::string, std::uint32_t> keys;  // looked up only
    std::vector<std::uint32_t> records;                   // by key
    [[nodiscard]] std::uint32_t key(const std::string& code);
  };
  Admin2 admin2_;
  std::unordered_map<std::uint32_t, std::uint32_t> aliases_;
  std::map<std::string, std::uint32_t> text_ids_;
  std::vector<IdEntry> numbers_;
  std::deque<TaggedName> shown_;  // `language` with ordinary_bit
  std::unordered_set<std::string> shown_in_base_;
  std::string folded_;
};

}  // namespace dateline::gazetteer::detail
