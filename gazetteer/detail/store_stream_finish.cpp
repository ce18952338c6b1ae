#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/protobuf.hpp"
#include "gazetteer/detail/grid_section.hpp"
#include "gazetteer/detail/name_coding.hpp"
#include "gazetteer/detail/store_stream.hpp"

namespace dateline::gazetteer::detail {

namespace {

/// Steps between two reports of progress.
constexpr std::uint64_t report_every = 1U << 16U;

/// What goes into the hash, in the order of the names: the number of a name, or prefix_only, and the bit for "goes on".
struct Key {
  std::uint64_t hash;
  std::uint32_t value;
  std::uint32_t reserved;
};

/// Turns the sorted pairs into the sections of names, one name at a time.
class NameSectionWriter {
 public:
  NameSectionWriter(SectionFile& out, const std::deque<Record>& records)
      : out_(out), records_(records), postings_(out.stem() + ".postings"), keys_(out.stem() + ".keys") {
    out_.begin(Section::NameBytes);
  }

  void add(std::string_view folded, const Candidate& candidate) {
    if (names_ > 0 || !candidates_.empty()) {
      if (folded != name_) flush();
    }
    if (candidates_.empty()) name_ = folded;
    merge(candidate);
  }

  /// Writes all sections.
  void finish() {
    if (!candidates_.empty()) flush();
    put_key();
    out_.end();
    out_.add(Section::NameBlocks, blocks_);
    out_.begin(Section::Postings);
    copy_postings();
    out_.end();
    write_hash();
    out_.header().names = names_;
    out_.header().postings = posting_count_;
  }

 private:
  /// One entry for a name and place, of the best kind.
  void merge(const Candidate& candidate) {
    if (candidates_.empty() || candidates_.back().record != candidate.record) {
      candidates_.push_back(candidate);
      return;
    }
    merge_entry(candidates_.back(), candidate);
  }

  void flush() {
    std::sort(candidates_.begin(), candidates_.end(), [&](const Candidate& a, const Candidate& b) {
      return stands_before(a, b, [&](std::uint32_t record) { return records_[record].population; });
    });
    const bool starts_block = names_ % names_per_block == 0;
    if (out_.section_size() > 0xFFFF0000U || posting_count_ > 0xFFFF0000U || names_ >= prefix_only) {
      throw InputError("there are more names than a place store can hold", "leave --alternate-names out, or build from fewer rows");
    }
    if (starts_block) blocks_.push_back({static_cast<std::uint32_t>(out_.section_size()), static_cast<std::uint32_t>(posting_count_)});
    const auto shared = starts_block ? 0 : shared_prefix(previous_, name_);
    entry_.clear();
    entry_ += static_cast<char>(shared);
    entry_ += static_cast<char>(name_.size() - shared);
    protobuf::put_varint(entry_, static_cast<std::uint32_t>(candidates_.size()));
    entry_.append(name_, shared);
    out_.append(entry_.data(), entry_.size());
    postings_.write(candidates_.data(), candidates_.size() * sizeof(Candidate));
    posting_count_ += candidates_.size();
    hash_name();
    std::swap(previous_, name_);
    ++names_;
    candidates_.clear();
  }

  /// Keys of this name and of each beginning before a space that the name before did not have. A beginning that is a name itself
  /// comes right before the first name that goes on from it: no folded name holds a character below the space.
  void hash_name() {
    std::uint64_t hash = hash_start;
    std::size_t done = 0;
    for (auto space = name_.find(' '); space != std::string::npos; space = name_.find(' ', space + 1)) {
      hash = hash_more(hash, std::string_view(name_).substr(done, space - done));
      done = space;
      if (previous_.compare(0, space + 1, name_, 0, space + 1) == 0) continue;
      if (has_key_ && previous_.size() == space && name_.compare(0, space, previous_) == 0) {
        key_.value |= longer_bit;
      } else {
        put_key();
        key_ = {hash_finish(hash), prefix_only | longer_bit, 0};
        has_key_ = true;
      }
    }
    put_key();
    key_ = {hash_finish(hash_more(hash, std::string_view(name_).substr(done))), static_cast<std::uint32_t>(names_), 0};
    has_key_ = true;
  }

  void put_key() {
    if (has_key_) {
      keys_.write(&key_, sizeof key_);
      ++key_count_;
    }
    has_key_ = false;
  }

  void copy_postings() {
    std::vector<char> buffer(std::size_t{1} << 20U);
    postings_.rewind();
    while (const auto size = postings_.read(buffer.data(), buffer.size())) out_.append(buffer.data(), size);
  }

  void write_hash() {
    std::vector<HashSlot> slots(key_count_ + key_count_ / 3 + 8);
    keys_.rewind();
    Key key{};
    while (keys_.read(&key, sizeof key) == sizeof key) {
      auto at = home_slot(key.hash, slots.size());
      while (slots[at].fingerprint != none) {
        if (++at == slots.size()) at = 0;
      }
      slots[at] = {fingerprint_of(key.hash), key.value};
    }
    out_.add(Section::NameHash, slots);
  }

  SectionFile& out_;
  const std::deque<Record>& records_;
  Spool postings_;
  Spool keys_;
  std::vector<NameBlock> blocks_;
  std::string name_;
  std::string previous_;
  std::string entry_;
  std::vector<Candidate> candidates_;
  Key key_{};
  bool has_key_ = false;
  std::uint64_t key_count_ = 0;
  std::uint64_t names_ = 0;
  std::uint64_t posting_count_ = 0;
};

}  // namespace

void StoreStream::write_texts(const Credits& credits) {
  // Offsets first: the section of texts is still open.
  std::vector<std::uint32_t> languages;
  for (const auto& code : languages_) languages.push_back(add_string(code));
  std::vector<std::uint32_t> sources;
  std::string built_from;
  for (const auto& line : sources_) {
    sources.push_back(add_string(line));
    built_from += line + '\n';
  }
  std::vector<IdEntry> ids;
  for (const auto& [id, record] : text_ids_) ids.push_back({add_string(id), record});
  out_.end();
  out_.add(Section::Languages, languages);
  out_.add(Section::Sources, sources);
  out_.add(Section::IdTexts, ids);
  out_.add(Section::BuiltFrom, built_from);
  out_.add(Section::Credits, credits.whole);
  out_.add(Section::CreditsShort, credits.brief);
  out_.add(Section::Features, features_);
  out_.add(Section::Countries, std::vector<CountryEntry>(base_.countries.begin(), base_.countries.end()));
  out_.add(Section::Admin1s, admin1s_);
  out_.add(Section::Boxes, std::vector<BoxEntry>(base_.boxes.begin(), base_.boxes.end()));
  out_.add(Section::IdNumbers, numbers_);
  numbers_ = {};
}

void StoreStream::write_records() {
  out_.begin(Section::Records);
  for (auto record : records_) {
    record.admin2 = record.admin2 == none ? none : admin2_.records[record.admin2];
    out_.append(&record, sizeof record);
  }
  out_.end();
  out_.header().places = records_.size();
}

void StoreStream::write_tagged_names() {
  const auto language_of = [&](const TaggedName& name) -> const std::string& { return languages_[name.language & ~ordinary_bit]; };
  // Texts were stored in the order of their coming, so the offset keeps it among equals.
  std::sort(shown_.begin(), shown_.end(), [&](const TaggedName& a, const TaggedName& b) {
    if (a.record != b.record) return a.record < b.record;
    if (const int order = language_of(a).compare(language_of(b))) return order < 0;
    const bool ordinary_a = (a.language & ordinary_bit) != 0;
    const bool ordinary_b = (b.language & ordinary_bit) != 0;
    return ordinary_a != ordinary_b ? ordinary_b : a.name < b.name;
  });
  out_.begin(Section::TaggedNames);
  for (auto name : shown_) {
    name.language &= ~ordinary_bit;
    out_.append(&name, sizeof name);
  }
  out_.end();
  shown_ = {};
}

void StoreStream::write_grid() {
  const auto grid = make_grid(records_);
  out_.add(Section::GridCells, grid.cells);
  out_.add(Section::GridRecords, grid.records);
}

void StoreStream::write_names(Progress& progress) {
  NameSectionWriter writer(out_, records_);
  progress.begin("merging names", names_.size());
  std::uint64_t done = 0;
  names_.for_each_sorted([&](std::string_view folded, const Candidate& candidate) {
    writer.add(folded, candidate);
    if (++done % report_every == 0) progress.advance(done);
  });
  records_ = {};
  writer.finish();
  progress.end();
}

void StoreStream::finish(const Credits& credits, Progress& progress) {
  write_texts(credits);
  write_tagged_names();
  write_records();
  write_grid();
  write_names(progress);
  out_.finish();
}

}  // namespace dateline::gazetteer::detail
