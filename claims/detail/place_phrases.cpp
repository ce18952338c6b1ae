#include "claims/detail/place_phrases.hpp"

#include <algorithm>

#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

namespace {

/// Alternatives kept in the ledger for one place; the rest only repeats that the name is common.
constexpr std::size_t max_alternatives = 5;
/// "a base in the region of ... in ...": complements followed.
constexpr int max_complements = 4;

Precision precision_of(gazetteer::PlaceKind kind) {
  switch (kind) {
    case gazetteer::PlaceKind::Country: return Precision::Country;
    case gazetteer::PlaceKind::Admin1:
    case gazetteer::PlaceKind::Admin2: return Precision::Admin;
    case gazetteer::PlaceKind::City: return Precision::City;
    case gazetteer::PlaceKind::Site: return Precision::Site;
    default: return Precision::Region;
  }
}

/// "the bridge", "their garrisons", "hangars at X": a kind of place, with an article or in the plural.
bool is_common_place(const Lexicon& lexicon, const ParsedSentence& sentence, const Chunk& chunk) {
  const auto& head = sentence.items[chunk.head];
  const auto& first = sentence.items[chunk.first];
  const bool article = first.tag == Tag::Determiner || first.tag == Tag::Possessive;
  if (article && (lexicon.is(WordSet::Building, head.lower) || head.lower == "border crossing")) return true;
  if (head.word == nullptr || !head.word->place || head.tag != Tag::Noun) return false;
  // "their garrisons": where they live, and not who they are.
  if (head.word->noun != NounClass::None) return head.word->noun == NounClass::Force && is_one_of(first.lower, {"their", "its", "his", "our"});
  return article || head.word->plural || chunk.last - chunk.first > 1;
}

/// "the Ta Muen Thom temple": a thing with a name of its own that is neither a body nor an event.
bool has_own_name(const Lexicon& lexicon, const ParsedSentence& sentence, const Chunk& chunk) {
  const auto& head = sentence.items[chunk.head];
  if (head.tag != Tag::Noun || (head.word != nullptr && (head.word->noun != NounClass::None || head.word->acts())) || chunk.head == chunk.first) return false;
  if (lexicon.is(WordSet::Happening, head.lower)) return false;
  const auto& before = sentence.items[chunk.head - 1];
  return before.tag == Tag::Name && before.force == nullptr && !before.demonym;
}

/// "the left bank of the Dnipro", "both banks": of a river, and not of money.
bool is_river_bank(const ParsedSentence& sentence, std::uint32_t noun) {
  const auto& chunk = sentence.chunks[noun];
  if (!is_one_of(sentence.items[chunk.head].lower, {"bank", "banks", "riverbank", "riverbanks"})) return false;
  const bool of = noun + 2 < sentence.chunks.size() && sentence.chunks[noun + 1].kind == ChunkKind::Preposition && sentence.items[sentence.chunks[noun + 1].first].lower == "of" &&
                  sentence.items[sentence.chunks[noun + 2].head].tag == Tag::Name;
  return of || std::any_of(sentence.items.begin() + chunk.first, sentence.items.begin() + chunk.head, [](const Item& item) {
           return is_one_of(item.lower, {"left", "right", "far", "opposite", "both", "east", "west", "north", "south", "eastern", "western", "northern", "southern", "other", "near"});
         });
}

/// "in a good position to", "put into violent conflict"; but "took up a position near X" (which is told by its complement), "into the conflict".
bool is_state_of_affairs(const ParsedSentence& sentence, const Chunk& chunk) {
  const auto& head = sentence.items[chunk.head].lower;
  const auto& first = sentence.items[chunk.first];
  if (head == "position") return is_one_of(first.lower, {"a", "no"});
  return head == "conflict" && first.tag != Tag::Determiner;
}

AlternativeRecord to_record(const gazetteer::Alternative& alternative, const gazetteer::Place& place) {
  return {place.id, place.name, alternative.score, alternative.reasons};
}

}  // namespace

PlaceRole role_of(std::string_view preposition, Frame frame, ClaimKind kind) {
  const bool stays = frame == Frame::Place || frame == Frame::Stay || frame == Frame::Be || frame == Frame::Find || frame == Frame::Muster ||
                     frame == Frame::Own;
  if (is_one_of(preposition, {"to", "into", "onto", "toward", "towards", "as far as"})) return PlaceRole::Destination;
  if (preposition == "for") return frame == Frame::Go || frame == Frame::Quit || frame == Frame::Both || frame == Frame::Cause ? PlaceRole::Destination : PlaceRole::None;
  if (preposition == "out of" && frame == Frame::Place) return PlaceRole::At;  // "were based out of X"
  if (is_one_of(preposition, {"from", "out of"})) return frame == Frame::Stay || frame == Frame::Be || frame == Frame::Own ? PlaceRole::None : PlaceRole::Origin;
  if (preposition == "along" && frame == Frame::Go) return PlaceRole::Via;
  if (is_one_of(preposition, {"via", "through", "across", "over", "past", "down", "up"})) return stays ? PlaceRole::At : PlaceRole::Via;
  if (is_one_of(preposition, {"in", "at", "near", "on", "around", "inside", "within", "along", "behind", "outside", "between", "beyond", "throughout",
                              "aboard", "above", "off", "on to", "south of", "north of", "east of", "west of", "northeast of", "northwest of", "southeast of",
                              "southwest of", "opposite", "beside", "facing", "under", "atop", "beneath", "astride", "amid", "against"})) {
    if (stays) return PlaceRole::At;
    if (kind == ClaimKind::Withdrawal) return PlaceRole::At;
    return PlaceRole::Destination;
  }
  return PlaceRole::None;
}

PlaceRef PlacePhrases::from_mention(std::uint32_t mention, PlaceMention kind) {
  const auto& found = story_.mentions[mention];
  PlaceRef place;
  place.span = story_.to_text_span(found.span);
  place.mention = kind;
  place.qualifier = found.qualifier;
  if (!found.alternatives.empty()) {
    const auto record = story_.store.place(found.alternatives.front().record);
    place.precision = precision_of(record.kind);
    if (kind == PlaceMention::Toponym) {
      place.place = record.id;
      remember(mention, record);
    }
  }
  return place;
}

void PlacePhrases::remember(std::uint32_t mention, const gazetteer::Place& place) {
  const auto [at, inserted] = records_.try_emplace(place.id);
  if (!inserted) return;
  auto& record = at->second;
  record.id = place.id;
  record.name = place.name;
  record.kind = gazetteer::to_string(place.kind);
  record.lon = place.point.lon();
  record.lat = place.point.lat();
  record.box = place.box;
  record.radius_m = place.radius.value();
  record.country = place.country;
  record.country_name = place.country_name;
  record.admin1 = place.admin1;
  const auto& alternatives = story_.mentions[mention].alternatives;
  for (std::size_t i = 0; i < alternatives.size() && i < max_alternatives; ++i) {
    record.alternatives.push_back(to_record(alternatives[i], story_.store.place(alternatives[i].record)));
  }
}

/// The noun phrase after "in", "of", "at" directly behind this one; none if there is none.
std::uint32_t PlacePhrases::complement(const ParsedSentence& sentence, std::uint32_t noun) const {
  std::uint32_t next = noun + 1;
  const auto& chunks = sentence.chunks;
  if (next < chunks.size() && chunks[next].kind == ChunkKind::Comma) ++next;
  while (next < chunks.size() && chunks[next].kind == ChunkKind::Adverb) ++next;  // "notably in A, B and C"
  if (next + 1 >= chunks.size() || chunks[next].kind != ChunkKind::Preposition || chunks[next + 1].kind != ChunkKind::Noun) return none;
  const auto& word = sentence.items[chunks[next].last - 1].lower;
  const bool measure = story_.lexicon.is(WordSet::Measure, sentence.items[chunks[noun].head].lower);
  return is_one_of(word, {"in", "of", "at", "near", "on", "around"}) || (measure && word == "from") ? next + 1 : none;
}

void PlacePhrases::read_one(const ParsedSentence& sentence, std::uint32_t noun, std::vector<PlaceRef>& out, int depth) {
  const auto& chunk = sentence.chunks[noun];
  const auto& head = sentence.items[chunk.head];
  const bool head_names = head.mention != none;
  if (head_names) {
    const auto kind = story_.mentions[head.mention].kind;
    if (kind == gazetteer::MentionKind::Toponym) return out.push_back(from_mention(head.mention, PlaceMention::Toponym));
    if (kind == gazetteer::MentionKind::Event) return out.push_back(from_mention(head.mention, PlaceMention::Event));
    if (kind == gazetteer::MentionKind::Metonym) {
      // Troops do not march on a government: behind a preposition of a movement the capital is meant as the city.
      auto place = from_mention(head.mention, PlaceMention::Toponym);
      return out.push_back(place.precision == Precision::City ? std::move(place) : from_mention(head.mention, PlaceMention::Metonym));
    }
    return;
  }
  if (is_one_of(head.lower, {"there", "here"})) {  // "from there into Kosovo"
    PlaceRef place;
    place.span = story_.to_text_span(head.span);
    place.mention = PlaceMention::Descriptive;
    return out.push_back(std::move(place));
  }
  if (head.tag == Tag::Name && head.force == nullptr && (head.word == nullptr || head.word->common)) {
    // A name the gazetteer does not know, where only a place can stand: kept, without an id.
    auto first = chunk.head;
    while (first > chunk.first && sentence.items[first - 1].tag == Tag::Name) --first;
    PlaceRef place;
    place.span = story_.to_text_span({sentence.items[first].span.start, head.span.end});
    place.mention = PlaceMention::Toponym;
    return out.push_back(std::move(place));
  }
  if (story_.lexicon.is(WordSet::Measure, head.lower) || (is_one_of(head.lower, {"reach", "sight", "range", "striking distance", "side", "outskirts"}) && noun > 0 && sentence.chunks[noun - 1].kind == ChunkKind::Preposition)) {
    const auto before = out.size();
    if (const auto inner = depth < max_complements ? complement(sentence, noun) : none; inner != none) read_one(sentence, inner, out, depth + 1);
    for (auto i = before; i < out.size(); ++i) out[i].qualifier = "near";
    const bool named_side = out.size() == before && head.lower == "side" && chunk.last - chunk.first > 2;  // "the Israeli-held side"
    if (!named_side) return;
    PlaceRef side;
    side.span = story_.to_text_span(sentence.span_of(noun, noun + 1));
    side.mention = PlaceMention::Descriptive;
    side.precision = Precision::Region;
    return out.push_back(std::move(side));
  }
  if (head.tag == Tag::Determiner || head.lower == "whole") {  // "into most of Fallujah", "the whole of southern Gaza"
    if (const auto inner = depth < max_complements ? complement(sentence, noun) : none; inner != none) read_one(sentence, inner, out, depth + 1);
    return;
  }
  const bool descriptive = (head.word != nullptr && head.word->noun == NounClass::Descriptive) || is_common_place(story_.lexicon, sentence, chunk) || has_own_name(story_.lexicon, sentence, chunk) || is_river_bank(sentence, noun);
  if (!descriptive) {
    // "to the brigade in Latvia", "joined the garrison at Gao": where the receiving force stands.
    const bool force = head.word != nullptr && (head.word->noun == NounClass::Force || head.word->noun == NounClass::Unit || head.lower == "mission");
    if (const auto inner = force && depth == 0 ? complement(sentence, noun) : none; inner != none) read_one(sentence, inner, out, depth + 1);
    return;
  }
  const auto inner = depth < max_complements && !is_river_bank(sentence, noun) ? complement(sentence, noun) : none;
  if (inner != none) {
    const auto before = out.size();
    read_one(sentence, inner, out, depth + 1);
    for (auto next = inner + 1; out.size() > before && next < sentence.chunks.size(); ++next) {  // the rest of the list
      const auto kind = sentence.chunks[next].kind;
      if (kind == ChunkKind::Comma || kind == ChunkKind::Conjunction) continue;
      if (kind != ChunkKind::Noun || sentence.items[sentence.chunks[next].head].mention == none) break;
      const auto after = next + 1;
      if (after < sentence.chunks.size() && sentence.chunks[after].kind == ChunkKind::Verb) break;
      read_one(sentence, next, out, depth + 1);
    }
    if (out.size() > before && (out[before].mention == PlaceMention::Toponym)) return;
    out.resize(before);
  }
  if (is_state_of_affairs(sentence, chunk)) return;
  // "Syria's border", "the Donetsk front": the named place tells where, the noun how exactly.
  for (auto i = chunk.last; i-- > chunk.first;) {
    const auto mention = sentence.items[i].mention;
    if (mention != none && story_.mentions[mention].kind == gazetteer::MentionKind::Toponym) {
      return out.push_back(from_mention(mention, PlaceMention::Toponym));
    }
  }
  PlaceRef place;
  place.span = story_.to_text_span(sentence.span_of(noun, noun + 1));
  place.mention = PlaceMention::Descriptive;
  place.precision = Precision::Region;
  out.push_back(std::move(place));
}

std::vector<PlaceRef> PlacePhrases::read(const ParsedSentence& sentence, const std::vector<std::uint32_t>& nouns) {
  std::vector<PlaceRef> places;
  for (const auto noun : nouns) {
    const auto before = places.size();
    read_one(sentence, noun, places, 0);
    // "City, Country": the second name says which city.
    if (before > 0 && places.size() == before + 1 && lies_in(places[before - 1].place, places[before].place)) places.pop_back();
  }
  return places;
}

std::optional<PlaceRef> PlacePhrases::read_scene(const ParsedSentence& sentence, std::uint32_t noun) const {
  const auto& chunk = sentence.chunks[noun];
  const auto& head = sentence.items[chunk.head];
  // "passed through it", "each houses 40 soldiers": a place told of before.
  if (is_one_of(head.lower, {"it", "each"}) && chunk.last == chunk.first + 1) {
    PlaceRef place;
    place.span = story_.to_text_span(head.span);
    place.mention = PlaceMention::Descriptive;
    place.precision = Precision::Region;
    return place;
  }
  if (head.tag != Tag::Noun || head.mention != none || head.letter_case != TokenCase::Lower || sentence.items[chunk.first].tag != Tag::Determiner || chunk.head == chunk.first) return std::nullopt;
  if (head.word != nullptr && (head.word->noun != NounClass::None || head.word->acts())) return std::nullopt;
  if (std::any_of(sentence.items.begin() + chunk.first, sentence.items.begin() + chunk.last, [](const Item& item) { return item.quantity != none || item.tag == Tag::Number; })) return std::nullopt;
  if (story_.lexicon.is(WordSet::NoScene, head.lower)) return std::nullopt;
  PlaceRef place;
  place.span = story_.to_text_span(sentence.span_of(noun, noun + 1));
  place.mention = PlaceMention::Descriptive;
  place.precision = Precision::Region;
  return place;
}

std::vector<PlaceRef> PlacePhrases::read_party(const ParsedSentence& sentence, std::uint32_t noun) {
  const auto& chunk = sentence.chunks[noun];
  for (auto i = chunk.last; i-- > chunk.first;) {
    const auto mention = sentence.items[i].mention;
    if (mention == none) continue;
    switch (story_.mentions[mention].kind) {
      case gazetteer::MentionKind::Toponym: return {from_mention(mention, PlaceMention::Toponym)};
      case gazetteer::MentionKind::Metonym:
      case gazetteer::MentionKind::Demonym: return {from_mention(mention, PlaceMention::Metonym)};
      default: break;
    }
  }
  return {};
}

bool PlacePhrases::lies_in(const std::string& inner, const std::string& outer) const {
  if (inner.empty() || outer.empty() || inner == outer) return false;
  const auto a = records_.find(inner);
  const auto b = records_.find(outer);
  if (a == records_.end() || b == records_.end()) return false;
  if (b->second.kind == "country") return a->second.kind != "country" && a->second.country == b->second.country;
  if (b->second.kind == "admin1") return a->second.kind != "admin1" && a->second.kind != "country" && a->second.country == b->second.country && a->second.admin1 == b->second.admin1;
  if (b->second.box && a->second.kind != "country") {
    const auto point = geo::LonLat::checked(geo::Lon(a->second.lon), geo::Lat(a->second.lat));
    return b->second.box->contains(point) && (b->second.country.empty() || b->second.country == a->second.country);
  }
  return false;
}

std::vector<PlaceRecord> PlacePhrases::records(const std::set<std::string>& used) const {
  std::vector<PlaceRecord> list;
  for (const auto& [id, record] : records_) {
    if (used.contains(id)) list.push_back(record);
  }
  return list;
}

void drop_containers(std::vector<PlaceRef>& places, const PlacePhrases& reader) {
  std::erase_if(places, [&](const PlaceRef& outer) {
    return std::any_of(places.begin(), places.end(), [&](const PlaceRef& inner) { return reader.lies_in(inner.place, outer.place); });
  });
  // A descriptive site beside a named place adds nothing to the map: "at bases, in Goma".
  const bool named = std::any_of(places.begin(), places.end(), [](const PlaceRef& place) { return place.mention == PlaceMention::Toponym; });
  if (named) std::erase_if(places, [](const PlaceRef& place) { return place.mention == PlaceMention::Descriptive; });
}

}  // namespace dateline::claims::detail
