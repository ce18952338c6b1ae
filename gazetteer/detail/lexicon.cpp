#include "gazetteer/detail/lexicon.hpp"

#include <optional>

#include "base/text_table.hpp"
#include "gazetteer/fold.hpp"

namespace dateline::gazetteer::detail {
namespace {

struct ClassName {
  std::string_view name;
  WordClass word_class;
};
constexpr std::array class_names{
    ClassName{"first-name", WordClass::FirstName},
    ClassName{"surname", WordClass::Surname},
    ClassName{"title", WordClass::Title},
    ClassName{"month", WordClass::Month},
    ClassName{"weekday", WordClass::Weekday},
    ClassName{"organisation-head", WordClass::OrganisationHead},
    ClassName{"media-head", WordClass::MediaHead},
    ClassName{"speech-verb", WordClass::SpeechVerb},
    ClassName{"human-verb", WordClass::HumanVerb},
    ClassName{"place-preposition", WordClass::PlacePreposition},
    ClassName{"container", WordClass::Container},
    ClassName{"county-word", WordClass::CountyWord},
    ClassName{"direction", WordClass::Direction},
    ClassName{"event-head", WordClass::EventHead},
    ClassName{"function-word", WordClass::FunctionWord},
    ClassName{"local-noun", WordClass::LocalNoun},
    ClassName{"connector", WordClass::Connector},
    ClassName{"road-head", WordClass::RoadHead},
    ClassName{"water-head", WordClass::WaterHead},
    ClassName{"lower-capital", WordClass::LowerCapital},
    ClassName{"relation-noun", WordClass::RelationNoun},
    ClassName{"motion-word", WordClass::MotionWord},
    ClassName{"settlement-noun", WordClass::SettlementNoun},
    ClassName{"trap-word", WordClass::TrapWord},
    ClassName{"person-noun", WordClass::PersonNoun},
    ClassName{"metonym-preposition", WordClass::MetonymPreposition},
    ClassName{"place-tail", WordClass::PlaceTail},
    ClassName{"region-suffix", WordClass::RegionSuffix},
    ClassName{"language-verb", WordClass::LanguageVerb},
    ClassName{"language-noun", WordClass::LanguageNoun},
    ClassName{"message-noun", WordClass::MessageNoun},
    ClassName{"attack-verb", WordClass::AttackVerb},
};
static_assert(class_names.size() == static_cast<std::size_t>(WordClass::Count));
static_assert(class_names.size() <= 32, "ClassSet has 32 bits");

std::optional<WordClass> find_class(std::string_view name) {
  for (const ClassName& c : class_names) {
    if (c.name == name) return c.word_class;
  }
  return std::nullopt;
}

std::optional<MentionKind> find_kind(std::string_view name) {
  for (const MentionKind kind : {MentionKind::Toponym, MentionKind::Demonym, MentionKind::Metonym,
                                 MentionKind::Organisation, MentionKind::Event, MentionKind::Bloc}) {
    if (name == to_string(kind)) return kind;
  }
  return std::nullopt;
}

}  // namespace

Lexicon Lexicon::parse(std::string_view words, const std::string& words_file, std::string_view phrases,
                       const std::string& phrases_file) {
  Lexicon lexicon;
  const TextTable word_table = TextTable::parse(words, words_file, {"class", "words"});
  for (const TextTable::Row& row : word_table.rows()) {
    const std::optional<WordClass> word_class = find_class(row.cells[word_table.column("class")]);
    if (!word_class) word_table.fail(row, "unknown word class '" + row.cells[0] + "'", "use one of the classes in lexicon.cpp");
    for (const std::string& word : split_cell(row.cells[word_table.column("words")])) {
      lexicon.words_[hash_word(fold(word))] |= class_bit(*word_class);
    }
  }
  const TextTable phrase_table = TextTable::parse(phrases, phrases_file, {"kind", "phrases"});
  for (const TextTable::Row& row : phrase_table.rows()) {
    const bool is_name = row.cells[phrase_table.column("kind")] != "none";
    const std::optional<MentionKind> kind = is_name ? find_kind(row.cells[phrase_table.column("kind")]) : MentionKind::Toponym;
    if (!kind) phrase_table.fail(row, "unknown kind '" + row.cells[0] + "'", "use toponym, organisation, event, bloc, metonym, demonym or none");
    const std::string place = phrase_table.has_column("place") ? row.cells[phrase_table.column("place")] : std::string{};
    for (const std::string& phrase : split_cell(row.cells[phrase_table.column("phrases")])) {
      const std::string folded = fold(phrase);
      lexicon.phrases_[hash_word(folded)] = {*kind, is_name, place};
      const std::size_t first = folded.find(' ');
      lexicon.phrase_starts_[hash_word(std::string_view(folded).substr(0, first))] = true;
      // "U.N." is one token but folds to two words.
      lexicon.phrase_starts_[hash_word(folded)] = true;
    }
  }
  return lexicon;
}

}  // namespace dateline::gazetteer::detail
