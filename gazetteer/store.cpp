#include "gazetteer/store.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "base/error.hpp"
#include "base/files.hpp"
#include "gazetteer/detail/sha256.hpp"
#include "gazetteer/detail/store_impl.hpp"
#include "gazetteer/fold.hpp"

namespace dateline::gazetteer {

using detail::none;

Store::Store(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Store Store::open(const std::filesystem::path& file) {
  auto mapped = std::make_shared<const MappedFile>(file);
  const auto bytes = mapped->bytes();
  return Store(std::make_unique<const Impl>(detail::StoreFile(std::move(mapped), bytes, file.string())));
}

Store Store::from_bytes(std::string bytes, const std::string& name) {
  auto kept = std::make_shared<const std::string>(std::move(bytes));
  const auto view = std::as_bytes(std::span(*kept));
  return Store(std::make_unique<const Impl>(detail::StoreFile(std::move(kept), view, name)));
}

const detail::Record& Store::Impl::record(std::uint32_t index) const {
  if (index >= file.records.size()) throw std::out_of_range("no place record " + std::to_string(index));
  return file.records[index];
}

geo::LonLat Store::Impl::point(const detail::Record& record) const noexcept {
  const auto made = geo::LonLat::make(geo::Lon(record.lon / 1e5), geo::Lat(record.lat / 1e5));
  // Only a damaged body holds a latitude beyond the poles.
  return made ? *made : geo::LonLat::checked(geo::Lon(0), geo::Lat(0));
}

std::string Store::Impl::id(const detail::Record& record) const {
  if (record.id_type == 0) return "geonames:" + std::to_string(record.id);
  return std::string(file.string(record.id));
}

std::string_view Store::Impl::name_of(std::uint32_t index) const noexcept {
  return index < file.records.size() ? file.string(file.records[index].name) : std::string_view{};
}

std::optional<geo::Box> Store::Impl::box(std::uint32_t index) const {
  const auto boxes = file.boxes;
  const auto found = std::lower_bound(boxes.begin(), boxes.end(), index, [](const auto& entry, std::uint32_t key) { return entry.record < key; });
  if (found == boxes.end() || found->record != index) return std::nullopt;
  const auto& w = found->wsen;
  return geo::Box{w[0] / 1e5, w[1] / 1e5, w[2] / 1e5, w[3] / 1e5};
}

std::uint32_t Store::size() const noexcept { return static_cast<std::uint32_t>(impl_->file.records.size()); }

PlaceSummary Store::summary(std::uint32_t index) const noexcept {
  PlaceSummary out;
  const auto& file = impl_->file;
  if (index >= file.records.size()) return out;
  const auto& record = file.records[index];
  out.kind = static_cast<PlaceKind>(record.kind);
  out.lon = static_cast<float>(record.lon / 1e5);
  out.lat = static_cast<float>(record.lat / 1e5);
  if (record.country < file.countries.size()) {
    const auto iso = file.countries[record.country].iso;
    out.country = static_cast<std::uint16_t>(static_cast<unsigned char>(iso[0]) << 8U | static_cast<unsigned char>(iso[1]));
  }
  if (record.admin1 < file.admin1s.size()) out.admin1 = file.admin1s[record.admin1].code;
  if (record.feature < file.features.size()) {
    const auto code = file.string(file.features[record.feature]);
    if (code == "PPLC") out.seat = 6;
    else if (code == "PPLA") out.seat = 5;
    else if (code.size() == 5 && code.substr(0, 4) == "PPLA" && code[4] >= '2' && code[4] <= '5') out.seat = static_cast<std::uint8_t>('6' - code[4]);
    out.part = code == "PPLX" || code == "PPLQ" || code == "PPLH" || code == "PPLW";
  }
  out.population = record.population;
  return out;
}

Place Store::place(std::uint32_t index) const {
  const auto& record = impl_->record(index);
  const auto& file = impl_->file;
  Place out;
  out.id = impl_->id(record);
  out.name = file.string(record.name);
  out.kind = record.kind <= static_cast<std::uint8_t>(PlaceKind::Other) ? static_cast<PlaceKind>(record.kind) : PlaceKind::Other;
  if (record.feature < file.features.size()) out.feature_code = file.string(file.features[record.feature]);
  out.point = impl_->point(record);
  out.box = impl_->box(index);
  out.radius = Meters(record.radius * 100.0);
  if (record.country != 0 && record.country < file.countries.size()) {
    const auto& country = file.countries[record.country];
    out.country.assign(country.iso.data(), 2);
    out.country_name = impl_->name_of(country.record);
  }
  if (record.admin1 != 0 && record.admin1 < file.admin1s.size()) {
    const auto& admin1 = file.admin1s[record.admin1];
    for (unsigned shift = 64; shift > 0; shift -= 8) {
      if (const auto c = static_cast<char>(admin1.code >> (shift - 8) & 0xFFU)) out.admin1 += c;
    }
    if (const auto dot = out.admin1.find('.'); dot != std::string::npos) out.admin1.erase(0, dot + 1);
    out.admin1_name = impl_->name_of(admin1.record);
  }
  out.admin2_name = impl_->name_of(record.admin2);
  out.population = record.population;
  if (record.source < file.sources.size()) out.source = file.string(file.sources[record.source]);
  return out;
}

std::vector<LanguageName> Store::names(std::uint32_t index) const {
  const auto& file = impl_->file;
  const auto all = file.tagged_names;
  auto at = std::lower_bound(all.begin(), all.end(), index, [](const auto& entry, std::uint32_t key) { return entry.record < key; });
  std::vector<LanguageName> out;
  for (; at != all.end() && at->record == index; ++at) {
    if (at->language < file.languages.size()) out.push_back({std::string(file.string(file.languages[at->language])), std::string(file.string(at->name))});
  }
  return out;
}

std::vector<std::string> Store::languages() const {
  std::vector<std::string> out;
  for (const auto offset : impl_->file.languages) out.emplace_back(impl_->file.string(offset));
  return out;
}

std::optional<std::uint32_t> Store::find_record(std::string_view id) const {
  const auto& file = impl_->file;
  constexpr std::string_view geonames = "geonames:";
  if (id.substr(0, geonames.size()) == geonames) {
    const auto digits = id.substr(geonames.size());
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    const auto ids = file.id_numbers;
    const auto found = std::lower_bound(ids.begin(), ids.end(), number, [](const auto& entry, std::uint32_t key) { return entry.key < key; });
    if (found == ids.end() || found->key != number || found->record >= size()) return std::nullopt;
    return found->record;
  }
  const auto ids = file.id_texts;
  const auto found = std::lower_bound(ids.begin(), ids.end(), id, [&](const auto& entry, std::string_view key) { return file.string(entry.key) < key; });
  if (found == ids.end() || file.string(found->key) != id || found->record >= size()) return std::nullopt;
  return found->record;
}

std::optional<Place> Store::find_id(std::string_view id) const {
  const auto record = find_record(id);
  return record ? std::optional(place(*record)) : std::nullopt;
}

std::optional<std::uint32_t> Store::find_country(std::string_view iso2) const {
  for (const auto& entry : impl_->file.countries) {
    if (std::string_view(entry.iso.data(), 2) == iso2 && entry.record < size()) return entry.record;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Store::find_capital(std::string_view iso2) const {
  for (const auto& entry : impl_->file.countries) {
    if (std::string_view(entry.iso.data(), 2) == iso2 && entry.capital < size()) return entry.capital;
  }
  return std::nullopt;
}

void Store::verify() const {
  const auto& file = impl_->file;
  if (detail::sha256(file.bytes().subspan(sizeof(detail::Header))) == file.header().body_sha256) return;
  InputError error("the place store is damaged: its content does not have the checksum of its header",
                   "build it again with `dateline gazetteer build`, or reinstall Dateline if it is the default store");
  error.set_file(file.name());
  throw error;
}

Store::Info Store::info() const {
  const auto& header = impl_->file.header();
  Info out;
  out.version = header.version;
  out.places = header.places;
  out.names = header.names;
  out.candidates = header.postings;
  out.bytes = header.file_size;
  out.built_from = impl_->file.text(detail::Section::BuiltFrom);
  out.credits = impl_->file.text(detail::Section::Credits);
  out.credits_short = impl_->file.text(detail::Section::CreditsShort);
  if (out.credits_short.empty()) out.credits_short = out.credits;  // a store from before the short form
  constexpr std::string_view digits = "0123456789abcdef";
  for (const auto byte : header.body_sha256) {
    out.content_hash += digits[byte >> 4U];
    out.content_hash += digits[byte & 15U];
  }
  return out;
}

}  // namespace dateline::gazetteer
