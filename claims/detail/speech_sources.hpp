#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claims/detail/speech_tables.hpp"
#include "claims/detail/token_window.hpp"

namespace dateline::claims::detail {

/// Names the sources of one story: an alias table, institutions with their country, persons by surname, acronyms that the story
/// itself explains, and pronouns by what was named last. Ids do not depend on the story for sources the tables know.
class StorySources {
 public:
  /// Reads the story once for persons and acronyms. `tokens` covers the whole text; both must outlive this object.
  StorySources(const SpeechTables& tables, const TokenWindow& tokens);

  /// Index into records() of the source that tokens [first, last) name; absent if they name none. Later pronouns refer to it.
  [[nodiscard]] std::optional<std::size_t> resolve(std::size_t first, std::size_t last);
  [[nodiscard]] const std::vector<SourceRecord>& records() const noexcept { return records_; }
  [[nodiscard]] std::vector<SourceRecord> take() { return std::move(records_); }
  /// The source named last, for speech that goes on without naming anyone.
  [[nodiscard]] std::optional<std::size_t> last() const noexcept { return last_; }

 private:
  struct Country {
    std::size_t first = 0, last = 0;   ///< tokens
    std::size_t index = 0;             ///< into tables.countries
    CountryWord kind = CountryWord::Name;
  };
  struct Person {
    std::size_t position = 0;
    std::string name;
    std::string office;                ///< "nato chief": the words in front of the name, as a key
    std::string country;
    SourceKind kind = SourceKind::Government;
    std::string key = {};              ///< phrase_key() of the name, set by add_person()
  };

  void add_person(Person person);
  void find_persons();
  void find_acronyms();
  void find_named_agencies();
  [[nodiscard]] std::string key(std::size_t first, std::size_t last) const;
  [[nodiscard]] std::vector<Country> countries_in(std::size_t first, std::size_t last) const;
  [[nodiscard]] std::optional<std::size_t> resolve_pronoun(std::size_t first, std::size_t last);
  [[nodiscard]] std::optional<std::size_t> resolve_alias(std::size_t first, std::size_t last, const std::vector<Country>& countries);
  [[nodiscard]] std::optional<std::size_t> resolve_person(std::size_t first, std::size_t last, const std::vector<Country>& countries);
  [[nodiscard]] std::optional<std::size_t> resolve_institution(std::size_t first, std::size_t last, const std::vector<Country>& countries);
  [[nodiscard]] std::optional<std::size_t> resolve_description(std::size_t first, std::size_t last);
  [[nodiscard]] std::optional<std::size_t> resolve_other(std::size_t first, std::size_t last, const std::vector<Country>& countries);
  [[nodiscard]] std::optional<std::size_t> resolve_owner(std::size_t first, std::size_t last);
  [[nodiscard]] std::optional<std::size_t> resolve_office(std::size_t first, std::size_t last);
  [[nodiscard]] const Person* person_by_surname(std::string_view word, std::size_t before) const;
  [[nodiscard]] const Person* person_before(std::size_t position) const;
  [[nodiscard]] bool is_person(std::size_t record) const;
  std::size_t use_table_source(std::size_t source);
  std::size_t use(SourceRecord record);
  std::size_t use_person(const Person& person);
  void remember(std::size_t record, std::size_t first, std::size_t last);
  [[nodiscard]] std::optional<std::size_t> last_of(SourceKind kind) const;

  const SpeechTables& tables_;
  const TokenWindow& tokens_;
  std::vector<SourceRecord> records_;
  std::map<std::string, std::size_t> index_;            // id -> record
  std::vector<Person> persons_;                         // by position
  std::map<std::string, std::pair<std::size_t, std::size_t>> acronyms_;  // upper-case word -> tokens of the full name
  std::map<std::string, std::string> named_agencies_;   // country -> name of its intelligence agency in this story
  std::vector<std::size_t> recent_;                     // records in the order of use
  std::optional<std::size_t> last_;
  bool two_koreas_ = false;                             // "the North" is a state
  int depth_ = 0;
};

}  // namespace dateline::claims::detail
