#include "gazetteer/detail/name_writer.hpp"

#include <algorithm>

#include "base/protobuf.hpp"
#include "gazetteer/detail/name_coding.hpp"

namespace dateline::gazetteer::detail {

namespace {

/// One entry for each name and place, of the best kind.
std::vector<NameRow> merge(std::vector<NameRow> names) {
  std::sort(names.begin(), names.end(), [](const NameRow& a, const NameRow& b) {
    if (const int order = a.folded.compare(b.folded)) return order < 0;
    return compare_entries(a.candidate, b.candidate) < 0;
  });
  std::vector<NameRow> out;
  out.reserve(names.size());
  for (auto& row : names) {
    if (out.empty() || out.back().folded != row.folded || out.back().candidate.record != row.candidate.record) {
      out.push_back(std::move(row));
      continue;
    }
    merge_entry(out.back().candidate, row.candidate);
  }
  return out;
}

class HashWriter {
 public:
  explicit HashWriter(std::size_t keys) : slots_(keys + keys / 3 + 8) {}

  void insert(std::uint64_t hash, std::uint32_t value) {
    auto at = home_slot(hash, slots_.size());
    while (slots_[at].fingerprint != none) {
      if (++at == slots_.size()) at = 0;
    }
    slots_[at] = {fingerprint_of(hash), value};
  }
  std::vector<HashSlot> take() { return std::move(slots_); }

 private:
  std::vector<HashSlot> slots_;
};

struct Key {
  std::uint64_t hash;
  std::uint32_t name;  // number, or prefix_only
  bool longer;
};

/// Every name, and every beginning of a name that ends before a space. Beginnings that are names themselves are merged
/// into them by their full 64-bit hash.
std::vector<Key> hash_keys(const std::vector<std::string_view>& names) {
  std::vector<Key> keys;
  keys.reserve(names.size() * 2);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto name = names[i];
    std::uint64_t hash = hash_start;
    std::size_t done = 0;
    for (auto space = name.find(' '); space != std::string_view::npos; space = name.find(' ', space + 1)) {
      hash = hash_more(hash, name.substr(done, space - done));
      done = space;
      keys.push_back({hash_finish(hash), prefix_only, true});
    }
    keys.push_back({hash_finish(hash_more(hash, name.substr(done))), static_cast<std::uint32_t>(i), false});
  }
  std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) { return a.hash != b.hash ? a.hash < b.hash : a.name < b.name; });
  std::vector<Key> out;
  out.reserve(keys.size());
  for (const auto& key : keys) {
    if (!out.empty() && out.back().hash == key.hash && (key.name == prefix_only || out.back().name == key.name)) {
      out.back().longer = out.back().longer || key.longer;
    } else {
      out.push_back(key);
    }
  }
  return out;
}

}  // namespace

NameSections write_names(std::vector<NameRow> unsorted, const std::vector<PlaceRow>& places) {
  const auto rows = merge(std::move(unsorted));
  NameSections out;
  out.postings.reserve(rows.size());
  std::vector<std::string_view> distinct;
  const std::string nothing;
  const std::string* previous = &nothing;
  for (std::size_t first = 0; first < rows.size();) {
    std::size_t last = first;
    while (last < rows.size() && rows[last].folded == rows[first].folded) ++last;
    const auto& name = rows[first].folded;
    const bool starts_block = out.names % names_per_block == 0;
    if (starts_block) {
      out.blocks.push_back({static_cast<std::uint32_t>(out.bytes.size()), static_cast<std::uint32_t>(out.postings.size())});
    }
    const auto shared = starts_block ? 0 : shared_prefix(*previous, name);
    out.bytes += static_cast<char>(shared);
    out.bytes += static_cast<char>(name.size() - shared);
    protobuf::put_varint(out.bytes, static_cast<std::uint32_t>(last - first));
    out.bytes.append(name, shared);
    const auto start = static_cast<std::ptrdiff_t>(out.postings.size());
    for (auto i = first; i < last; ++i) out.postings.push_back(rows[i].candidate);
    std::sort(out.postings.begin() + start, out.postings.end(), [&](const Candidate& a, const Candidate& b) {
      return stands_before(a, b, [&](std::uint32_t record) { return places[record].population; });
    });
    distinct.push_back(name);
    previous = &name;
    ++out.names;
    first = last;
  }
  const auto keys = hash_keys(distinct);
  HashWriter hash(keys.size());
  for (const auto& key : keys) hash.insert(key.hash, key.name | (key.longer ? longer_bit : 0U));
  out.hash = hash.take();
  return out;
}

}  // namespace dateline::gazetteer::detail
