#include "claims/detail/word_sets.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/text_table.hpp"

namespace dateline::claims::detail {

namespace {

constexpr std::array<std::pair<std::string_view, WordSet>, 67> names{{
    {"formation", WordSet::Formation},
    {"body", WordSet::Body},
    {"soldierly", WordSet::Soldierly},
    {"plural-pronoun", WordSet::PluralPronoun},
    {"remainder", WordSet::Remainder},
    {"share", WordSet::Share},
    {"round", WordSet::Round},
    {"member", WordSet::Member},
    {"armed-cause", WordSet::ArmedCause},
    {"armed-body", WordSet::ArmedBody},
    {"armed-name", WordSet::ArmedName},
    {"commander", WordSet::Commander},
    {"harmed", WordSet::Harmed},
    {"civil", WordSet::Civil},
    {"cargo", WordSet::Cargo},
    {"counting-verb", WordSet::CountingVerb},
    {"site", WordSet::Site},
    {"seat", WordSet::Seat},
    {"rival", WordSet::Rival},
    {"manner", WordSet::Manner},
    {"way", WordSet::Way},
    {"duration", WordSet::Duration},
    {"vague-motion", WordSet::VagueMotion},
    {"rank", WordSet::Rank},
    {"set-up", WordSet::SetUp},
    {"keep", WordSet::Keep},
    {"ferry", WordSet::Ferry},
    {"house", WordSet::House},
    {"abide", WordSet::Abide}, {"let", WordSet::Let}, {"pass", WordSet::Pass},
    {"track", WordSet::Track},
    {"sighting", WordSet::Sighting},
    {"heading", WordSet::Heading},
    {"numeral", WordSet::Numeral},
    {"alone", WordSet::Alone},
    {"ordinal", WordSet::Ordinal},
    {"comparative", WordSet::Comparative},
    {"measure", WordSet::Measure},
    {"means", WordSet::Means},
    {"say", WordSet::Say},
    {"telling", WordSet::Telling},
    {"decree", WordSet::Decree},
    {"generic-head", WordSet::GenericHead}, {"party", WordSet::Party}, {"vanguard", WordSet::Vanguard},
    {"row", WordSet::Row}, {"fleet", WordSet::Fleet}, {"unarmed-forces", WordSet::UnarmedForces},
    {"supporting", WordSet::Supporting}, {"decreeing", WordSet::Decreeing}, {"own-word", WordSet::OwnWord},
    {"train", WordSet::Train}, {"police", WordSet::Police}, {"ship-kind", WordSet::ShipKind}, {"authority", WordSet::Authority}, {"institution", WordSet::Institution}, {"land", WordSet::Land},
    {"building", WordSet::Building},
    {"happening", WordSet::Happening},
    {"no-scene", WordSet::NoScene},
    {"visit", WordSet::Visit},
    {"stock", WordSet::Stock},
    {"patrolling", WordSet::Patrolling}, {"escort", WordSet::Escort},
    {"timetable", WordSet::Timetable},
    {"war-verb", WordSet::WarVerb},
}};

}  // namespace

WordSets::WordSets(const std::filesystem::path& file) {
  const auto table = TextTable::parse(read_file(file, limits::max_config_bytes), file.string(), {"set", "words"});
  for (const auto& row : table.rows()) {
    const auto name = std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.first == row.cells[0]; });
    if (name == names.end()) table.fail(row, "'" + row.cells[0] + "' is no set of words", "claims/detail/word_sets.cpp lists the sets that rules ask for");
    for (const auto& word : split_cell(row.cells[1], ' ')) {
      words_[word].set(static_cast<std::size_t>(name->second));
      signs_[static_cast<std::size_t>(name->second)].set(sign_of(word));
    }
  }
}

}  // namespace dateline::claims::detail
