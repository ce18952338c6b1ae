#include "gazetteer/detail/store_stream.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "gazetteer/detail/name_index.hpp"
#include "gazetteer/fold.hpp"

namespace dateline::gazetteer::detail {

namespace {

/// Texts are found by 32-bit offsets.
constexpr std::uint64_t max_text_bytes = 0xFFFF0000U;

std::string text_of_code(std::uint64_t code) {
  std::string out;
  for (unsigned shift = 64; shift > 0; shift -= 8) {
    if (const auto c = static_cast<char>(code >> (shift - 8) & 0xFFU)) out += c;
  }
  return out;
}

std::string shown_key(std::uint32_t record, std::uint32_t language, std::string_view name) {
  return std::to_string(record) + '/' + std::to_string(language) + '/' + std::string(name);
}

}  // namespace

std::uint32_t StoreStream::Admin2::key(const std::string& code) {
  const auto [found, is_new] = keys.try_emplace(code, static_cast<std::uint32_t>(records.size()));
  if (is_new) records.push_back(none);
  return found->second;
}

StoreStream::StoreStream(const StoreFile& base, const std::filesystem::path& output, Overwrite overwrite)
    : base_(base), out_(output, overwrite), names_(out_.stem()) {
  // The texts of the base keep their offsets; new ones follow. The section stays open until finish().
  out_.begin(Section::Strings);
  const auto texts = base_.text(Section::Strings);
  out_.append(texts.data(), texts.size());
  for (const auto offset : base_.sources) sources_.emplace_back(base_.string(offset));
  for (const auto offset : base_.languages) languages_.emplace_back(base_.string(offset));
  features_.assign(base_.features.begin(), base_.features.end());
  for (std::size_t i = 0; i < features_.size(); ++i) feature_index_.emplace(std::string(base_.string(features_[i])), static_cast<std::uint16_t>(i));
  for (std::size_t i = 1; i < base_.countries.size(); ++i) {
    country_index_.emplace(std::string(base_.countries[i].iso.data(), 2), static_cast<std::uint16_t>(i));
  }
  admin1s_.assign(base_.admin1s.begin(), base_.admin1s.end());
  for (std::size_t i = 1; i < admin1s_.size(); ++i) admin1_index_.emplace(text_of_code(admin1s_[i].code), static_cast<std::uint16_t>(i));
  for (const auto& entry : base_.id_texts) text_ids_.emplace(std::string(base_.string(entry.key)), entry.record);
  copy_records();
  copy_names();
}

void StoreStream::copy_records() {
  constexpr std::string_view prefix = "admin2:";
  std::unordered_map<std::uint32_t, std::uint32_t> key_of_record;
  for (const auto& [id, record] : text_ids_) {
    if (id.compare(0, prefix.size(), prefix) != 0) continue;
    const auto key = admin2_.key(id.substr(prefix.size()));
    admin2_.records[key] = record;
    key_of_record.emplace(record, key);
  }
  for (auto record : base_.records) {
    const auto key = key_of_record.find(record.admin2);
    record.admin2 = key == key_of_record.end() ? none : key->second;
    records_.push_back(record);
  }
  for (const auto& name : base_.tagged_names) {
    shown_.push_back(name);
    shown_in_base_.insert(shown_key(name.record, name.language, base_.string(name.name)));
  }
}

void StoreStream::copy_names() {
  NameReader reader(base_, 0);
  while (reader.next()) {
    for (const auto& candidate : reader.candidates()) {
      if (candidate.record < records_.size()) names_.add(reader.name(), candidate);
    }
  }
}

std::uint8_t StoreStream::add_source(std::string line) {
  if (sources_.size() > 255) throw InputError("a place store has at most 256 sources", "give fewer files with --add, or join them");
  sources_.push_back(std::move(line));
  return static_cast<std::uint8_t>(sources_.size() - 1);
}

std::uint8_t StoreStream::language(std::string_view code) {
  const auto found = std::find(languages_.begin(), languages_.end(), code);
  if (found != languages_.end()) return static_cast<std::uint8_t>(found - languages_.begin());
  if (languages_.size() > 255) return 0;
  languages_.emplace_back(code);
  return static_cast<std::uint8_t>(languages_.size() - 1);
}

std::uint16_t StoreStream::feature(std::string_view code) {
  if (const auto found = feature_index_.find(code); found != feature_index_.end()) return found->second;
  if (features_.size() > 0xFFFE) throw InputError("a place store has at most 65,535 feature codes", "check the column of feature codes");
  const auto index = static_cast<std::uint16_t>(features_.size());
  features_.push_back(add_string(code));
  feature_index_.emplace(std::string(code), index);
  return index;
}

std::uint16_t StoreStream::country(std::string_view iso) const {
  const auto found = country_index_.find(iso);
  return found == country_index_.end() ? std::uint16_t{0} : found->second;
}

std::uint16_t StoreStream::admin1(const std::string& code) {
  if (const auto found = admin1_index_.find(code); found != admin1_index_.end()) return found->second;
  if (code.empty() || code.size() > 8 || admin1s_.size() > 0xFFFE) return 0;
  Admin1Entry entry;
  for (std::size_t k = 0; k < 8; ++k) entry.code = entry.code << 8U | (k < code.size() ? static_cast<unsigned char>(code[k]) : 0U);
  admin1s_.push_back(entry);
  admin1_index_.emplace(code, static_cast<std::uint16_t>(admin1s_.size() - 1));
  return static_cast<std::uint16_t>(admin1s_.size() - 1);
}

void StoreStream::set_admin1_record(std::uint16_t admin1, std::uint32_t record) {
  if (admin1 != 0 && admin1s_[admin1].record == none) admin1s_[admin1].record = record;
}

void StoreStream::set_admin2(Record& record, const std::string& code) { record.admin2 = admin2_.key(code); }

void StoreStream::set_admin2_record(const std::string& code, std::uint32_t record) {
  auto& known = admin2_.records[admin2_.key(code)];
  if (known == none) known = record;
}

std::uint32_t StoreStream::add_string(std::string_view text) {
  const auto offset = out_.section_size();
  if (offset > max_text_bytes) throw InputError("a place store holds at most 4 GB of names", "leave --alternate-names out, or build from fewer rows");
  text = text.substr(0, 0xFFFF);
  std::string bytes;
  if (text.size() < 255) {
    bytes += static_cast<char>(text.size());
  } else {
    bytes += static_cast<char>(255);
    bytes += static_cast<char>(text.size() & 0xFFU);
    bytes += static_cast<char>(text.size() >> 8U);
  }
  bytes += text;
  out_.append(bytes.data(), bytes.size());
  return static_cast<std::uint32_t>(offset);
}

std::uint32_t StoreStream::add_record(const Record& record) {
  records_.push_back(record);
  return size() - 1;
}

std::optional<std::uint32_t> StoreStream::find_base_number(std::uint32_t number) const {
  const auto ids = base_.id_numbers;
  const auto found = std::lower_bound(ids.begin(), ids.end(), number, [](const IdEntry& entry, std::uint32_t key) { return entry.key < key; });
  if (found != ids.end() && found->key == number && found->record < records_.size()) return found->record;
  const auto alias = aliases_.find(number);
  return alias == aliases_.end() ? std::nullopt : std::optional(alias->second);
}

std::optional<std::uint32_t> StoreStream::find_text_id(const std::string& id) const {
  const auto found = text_ids_.find(id);
  return found == text_ids_.end() ? std::nullopt : std::optional(found->second);
}

std::uint64_t StoreStream::index_numbers() {
  const auto base_size = static_cast<std::uint32_t>(base_.records.size());
  numbers_.reserve(base_.id_numbers.size() + aliases_.size() + records_.size() - base_size);
  numbers_.assign(base_.id_numbers.begin(), base_.id_numbers.end());
  for (const auto& [number, record] : aliases_) numbers_.push_back({number, record});
  for (std::uint32_t i = base_size; i < size(); ++i) {
    if (records_[i].id_type == 0) numbers_.push_back({records_[i].id, i});
  }
  std::sort(numbers_.begin(), numbers_.end(), [](const IdEntry& a, const IdEntry& b) { return a.key != b.key ? a.key < b.key : a.record < b.record; });
  std::uint64_t repeated = 0;
  for (std::size_t i = 1; i < numbers_.size(); ++i) repeated += numbers_[i].key == numbers_[i - 1].key && numbers_[i].record != numbers_[i - 1].record ? 1 : 0;
  return repeated;
}

std::optional<std::uint32_t> StoreStream::find_number(std::uint32_t number) const {
  const auto found =
      std::lower_bound(numbers_.begin(), numbers_.end(), number, [](const IdEntry& entry, std::uint32_t key) { return entry.key < key; });
  return found == numbers_.end() || found->key != number ? std::nullopt : std::optional(found->record);
}

void StoreStream::add_name(std::uint32_t record, std::string_view name, NameKind kind, std::uint8_t guards, std::uint8_t language, std::uint8_t note) {
  folded_.clear();
  append_folded(name, folded_);
  if (folded_.empty() || folded_.size() > max_name_bytes) return;
  names_.add(folded_, {record, kind, guards, language, note});
}

void StoreStream::add_language_name(std::uint32_t record, std::uint8_t language, std::string_view name, Preference preference) {
  if (language == 0 || name.size() > max_name_bytes) return;
  if (record < base_.records.size() && shown_in_base_.contains(shown_key(record, language, name))) return;
  const auto rank = preference == Preference::Preferred ? 0U : ordinary_bit;
  shown_.push_back({record, add_string(name), language | rank});
}

}  // namespace dateline::gazetteer::detail
