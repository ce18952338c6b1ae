#include "gazetteer/detail/store_builder.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/error.hpp"
#include "gazetteer/detail/grid_section.hpp"
#include "gazetteer/detail/name_writer.hpp"
#include "gazetteer/detail/printed_name.hpp"
#include "gazetteer/detail/sha256.hpp"
#include "gazetteer/detail/store_file.hpp"
#include "gazetteer/fold.hpp"

namespace dateline::gazetteer::detail {

namespace {

/// Strings stored once each, in the order of first use.
class StringPool {
 public:
  std::uint32_t add(const std::string& text) {
    const auto [found, is_new] = offsets_.try_emplace(text, static_cast<std::uint32_t>(bytes_.size()));
    if (is_new) {
      // Names longer than 65,535 bytes cannot come from the tables; cut rather than write a wrong length.
      const auto length = std::min<std::size_t>(text.size(), 0xFFFF);
      if (length < 255) {
        bytes_ += static_cast<char>(length);
      } else {
        bytes_ += static_cast<char>(255);
        bytes_ += static_cast<char>(length & 0xFFU);
        bytes_ += static_cast<char>(length >> 8U);
      }
      bytes_.append(text, 0, length);
    }
    return found->second;
  }
  [[nodiscard]] std::string& bytes() noexcept { return bytes_; }

 private:
  std::string bytes_;
  std::unordered_map<std::string, std::uint32_t> offsets_;  // looked up only; its order is never used
};

std::int32_t hundred_thousandths(double degrees) { return static_cast<std::int32_t>(std::llround(degrees * 1e5)); }

/// The file as it grows.
class Output {
 public:
  Output() : bytes_(sizeof(Header), '\0') {}

  void add(Section section, const void* data, std::size_t size) {
    bytes_.resize((bytes_.size() + 7) / 8 * 8, '\0');
    header_.sections[static_cast<std::size_t>(section)] = {bytes_.size(), size};
    bytes_.append(static_cast<const char*>(data), size);
  }
  template <typename T>
  void add(Section section, const std::vector<T>& items) {
    add(section, items.data(), items.size() * sizeof(T));
  }
  void add(Section section, const std::string& text) { add(section, text.data(), text.size()); }
  Header& header() noexcept { return header_; }

  std::string finish() {
    header_.magic = store_magic;
    header_.version = store_version;
    header_.folding = folding_version;
    header_.file_size = bytes_.size();
    header_.body_sha256 = sha256(std::as_bytes(std::span(bytes_)).subspan(sizeof(Header)));
    header_.crc = header_crc(header_);
    std::memcpy(bytes_.data(), &header_, sizeof header_);
    return std::move(bytes_);
  }

 private:
  std::string bytes_;
  Header header_;
};

/// First-level divisions by code: index 0 is "none".
struct Divisions {
  std::vector<Admin1Entry> entries = {{}};
  std::map<std::string, std::uint16_t> index;
  std::map<std::string, std::uint32_t> second_level;

  explicit Divisions(const std::vector<PlaceRow>& places) {
    for (std::uint32_t i = 0; i < places.size(); ++i) {
      const auto& place = places[i];
      if (place.kind == PlaceKind::Admin2) second_level.emplace(place.admin2, i);
      if (place.admin1.empty()) continue;
      const auto [found, is_new] = index.try_emplace(place.admin1, static_cast<std::uint16_t>(entries.size()));
      if (is_new) {
        Admin1Entry entry;
        for (std::size_t k = 0; k < 8; ++k) {
          const auto byte = k < place.admin1.size() ? static_cast<unsigned char>(place.admin1[k]) : 0U;
          entry.code = entry.code << 8U | byte;
        }
        entries.push_back(entry);
      }
      if (place.kind == PlaceKind::Admin1) entries[found->second].record = i;
    }
  }
};

struct Countries {
  std::vector<CountryEntry> entries = {{}};
  std::map<std::string, std::uint16_t> index;

  Countries(const std::vector<PlaceRow>& places, const std::map<std::string, std::uint32_t>& capitals) {
    for (std::uint32_t i = 0; i < places.size(); ++i) {
      const auto& iso = places[i].country;
      if (iso.size() != 2) continue;
      const auto [found, is_new] = index.try_emplace(iso, static_cast<std::uint16_t>(entries.size()));
      if (is_new) entries.push_back({{iso[0], iso[1]}, 0, none, none});
      auto& entry = entries[found->second];
      if (places[i].kind == PlaceKind::Country) entry.record = i;
      if (const auto capital = capitals.find(iso); capital != capitals.end()) entry.capital = capital->second;
    }
  }
};

/// The part after "geonames:" if the id is such.
std::optional<std::uint32_t> geonames_number(const std::string& id) {
  constexpr std::string_view prefix = "geonames:";
  if (id.compare(0, prefix.size(), prefix) != 0 || id.size() == prefix.size() || id.size() > prefix.size() + 9) return std::nullopt;
  std::uint32_t number = 0;
  for (const char c : id.substr(prefix.size())) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return number;
}

}  // namespace

std::uint8_t StoreBuilder::add_source(std::string line) {
  sources_.push_back(std::move(line));
  return static_cast<std::uint8_t>(sources_.size() - 1);
}

std::uint8_t StoreBuilder::language(std::string_view code) {
  const auto found = std::find(languages_.begin(), languages_.end(), code);
  if (found != languages_.end()) return static_cast<std::uint8_t>(found - languages_.begin());
  if (languages_.size() == 255) return 0;
  languages_.emplace_back(code);
  return static_cast<std::uint8_t>(languages_.size() - 1);
}

std::uint32_t StoreBuilder::add_place(PlaceRow row) {
  places_.push_back(std::move(row));
  return static_cast<std::uint32_t>(places_.size() - 1);
}

void StoreBuilder::add_name(std::uint32_t place, std::string_view name, NameKind kind, std::uint8_t guards, std::uint8_t language,
                            std::uint8_t note) {
  auto folded = fold(name);
  if (folded.empty() || folded.size() > max_name_bytes) return;
  names_.push_back({std::move(folded), {place, kind, guards, language, note}});
}

void StoreBuilder::add_language_name(std::uint32_t place, std::string_view code, std::string_view name) {
  if (name.size() > max_name_bytes) return;
  shown_.push_back({place, language(code), std::string(name)});
}

void StoreBuilder::add_id_alias(std::uint32_t place, std::uint32_t geonames_id) { aliases_.emplace_back(geonames_id, place); }

std::string StoreBuilder::build() {
  Output out;
  StringPool strings;
  const Divisions divisions(places_);
  const Countries countries(places_, capitals_);
  std::vector<Record> records;
  records.reserve(places_.size());
  std::vector<std::string> feature_names;
  std::vector<std::uint32_t> features;
  std::vector<BoxEntry> boxes;
  std::vector<IdEntry> numbers;
  std::vector<std::pair<std::string, std::uint32_t>> texts;
  for (std::uint32_t i = 0; i < places_.size(); ++i) {
    const auto& place = places_[i];
    Record record;
    record.lon = hundred_thousandths(place.point.lon());
    record.lat = hundred_thousandths(place.point.lat());
    record.population = static_cast<std::uint32_t>(std::clamp<std::int64_t>(place.population, 0, 0xFFFFFFFFLL));
    record.name = strings.add(printed_name(place.name, place.country));
    if (const auto number = geonames_number(place.id)) {
      record.id = *number;
      numbers.push_back({*number, i});
    } else {
      record.id_type = 1;
      record.id = strings.add(place.id);
      texts.emplace_back(place.id, i);
    }
    if (const auto found = divisions.second_level.find(place.admin2); found != divisions.second_level.end() && found->second != i) {
      record.admin2 = found->second;
    }
    if (const auto found = divisions.index.find(place.admin1); found != divisions.index.end()) record.admin1 = found->second;
    if (const auto found = countries.index.find(place.country); found != countries.index.end()) record.country = found->second;
    const auto feature = std::find(feature_names.begin(), feature_names.end(), place.feature);
    record.feature = static_cast<std::uint16_t>(feature - feature_names.begin());
    if (feature == feature_names.end()) {
      feature_names.push_back(place.feature);
      features.push_back(strings.add(place.feature));
    }
    record.radius = static_cast<std::uint16_t>(std::clamp<long long>(std::llround(place.radius.value() / 100), 0, 0xFFFF));
    record.kind = static_cast<std::uint8_t>(place.kind);
    record.source = place.source;
    if (place.box) {
      boxes.push_back({i, {hundred_thousandths(place.box->west), hundred_thousandths(place.box->south),
                           hundred_thousandths(place.box->east), hundred_thousandths(place.box->north)}});
    }
    records.push_back(record);
  }
  for (const auto& [number, place] : aliases_) numbers.push_back({number, place});
  std::stable_sort(numbers.begin(), numbers.end(), [](const IdEntry& a, const IdEntry& b) { return a.key < b.key; });
  std::sort(texts.begin(), texts.end());
  std::vector<IdEntry> text_ids;
  for (const auto& [text, place] : texts) text_ids.push_back({strings.add(text), place});
  std::stable_sort(shown_.begin(), shown_.end(), [&](const Shown& a, const Shown& b) {
    return a.place != b.place ? a.place < b.place : a.language != b.language ? languages_[a.language] < languages_[b.language] : false;
  });
  std::vector<TaggedName> tagged;
  for (std::size_t i = 0; i < shown_.size(); ++i) {
    const auto& row = shown_[i];
    if (i > 0 && shown_[i - 1].place == row.place && shown_[i - 1].language == row.language && shown_[i - 1].name == row.name) continue;
    tagged.push_back({row.place, strings.add(row.name), row.language});
  }
  std::vector<std::uint32_t> languages;
  for (const auto& code : languages_) languages.push_back(strings.add(code));
  std::vector<std::uint32_t> sources;
  std::string built_from;
  for (const auto& line : sources_) {
    sources.push_back(strings.add(line));
    built_from += line + '\n';
  }

  const auto names = write_names(std::move(names_), places_);
  out.add(Section::NameBlocks, names.blocks);
  out.add(Section::NameBytes, names.bytes);
  out.add(Section::NameHash, names.hash);
  out.add(Section::Postings, names.postings);
  out.add(Section::Records, records);
  out.add(Section::Strings, strings.bytes());
  out.add(Section::Features, features);
  out.add(Section::Countries, countries.entries);
  out.add(Section::Admin1s, divisions.entries);
  out.add(Section::Boxes, boxes);
  out.add(Section::TaggedNames, tagged);
  out.add(Section::IdNumbers, numbers);
  out.add(Section::IdTexts, text_ids);
  const auto grid = make_grid(records);
  out.add(Section::GridCells, grid.cells);
  out.add(Section::GridRecords, grid.records);
  out.add(Section::Languages, languages);
  out.add(Section::Sources, sources);
  out.add(Section::Credits, credits_);
  out.add(Section::BuiltFrom, built_from);
  out.add(Section::CreditsShort, credits_short_);
  out.header().places = records.size();
  out.header().names = names.names;
  out.header().postings = names.postings.size();
  return out.finish();
}

}  // namespace dateline::gazetteer::detail
