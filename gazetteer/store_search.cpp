#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/utf8.hpp"
#include "gazetteer/detail/store_impl.hpp"
#include "gazetteer/fold.hpp"

namespace dateline::gazetteer {

using detail::hash_finish;
using detail::hash_more;
using detail::hash_start;
using detail::NameReader;

std::span<const Candidate> Store::find_folded(std::string_view folded) const noexcept {
  return detail::probe(impl_->file, hash_finish(hash_more(hash_start, folded)), folded).candidates;
}

void Store::find_folded(std::string_view folded, std::vector<Candidate>& out) const {
  const auto found = find_folded(folded);
  out.insert(out.end(), found.begin(), found.end());
}

bool Store::has_longer(std::string_view folded_prefix) const noexcept {
  return detail::probe(impl_->file, hash_finish(hash_more(hash_start, folded_prefix)), folded_prefix).longer;
}

std::span<const Candidate> Store::find(std::string_view name) const {
  const FoldedName folded(name);
  const auto found = find_folded(folded.text());
  constexpr std::string_view article = "the ";
  return found.empty() && folded.text().starts_with(article) ? find_folded(folded.text().substr(article.size())) : found;
}

void Store::Cursor::reset() noexcept {
  words_.clear();
  matches_ = {};
  longer_ = false;
}

bool Store::Cursor::extend(std::string_view folded_word) {
  const auto start = words_.size();
  if (start == 0) hash_ = hash_start;
  else words_ += ' ';
  words_ += folded_word;
  hash_ = hash_more(hash_, std::string_view(words_).substr(start));
  const auto found = detail::probe(store_->impl_->file, hash_finish(hash_), words_);
  matches_ = found.candidates;
  longer_ = found.longer;
  return longer_ || !matches_.empty();
}

namespace {

/// A place with the name it was found by, before it is cut to the best ones.
struct Hit {
  std::string name;
  Candidate candidate;
  std::uint32_t population = 0;
  int edits = 0;
};

bool better(const Hit& a, const Hit& b) {
  if (a.edits != b.edits) return a.edits < b.edits;
  if (a.population != b.population) return a.population > b.population;
  if (a.candidate.record != b.candidate.record) return a.candidate.record < b.candidate.record;
  if (a.candidate.name_kind != b.candidate.name_kind) return a.candidate.name_kind < b.candidate.name_kind;
  return a.name < b.name;
}

}  // namespace

/// Best hits first, each place once, under the name that shows best.
static std::vector<Store::NamedCandidate> best_of(std::vector<Hit> hits, std::size_t limit, const detail::StoreFile& file) {
  std::sort(hits.begin(), hits.end(), better);
  std::unordered_set<std::uint32_t> seen;  // membership only
  std::vector<Store::NamedCandidate> out;
  for (auto& hit : hits) {
    if (out.size() == limit) break;
    if (!seen.insert(hit.candidate.record).second) continue;
    const auto main_name = hit.candidate.record < file.records.size() ? file.string(file.records[hit.candidate.record].name) : std::string_view{};
    if (fold(main_name) == hit.name) hit.name = main_name;
    out.push_back({std::move(hit.name), hit.candidate});
  }
  return out;
}

std::vector<Store::NamedCandidate> Store::find_prefix(std::string_view prefix, std::size_t limit) const {
  const auto& file = impl_->file;
  const auto folded = fold(prefix);
  if (folded.empty() || limit == 0) return {};
  std::vector<Hit> hits;
  // Short prefixes match a large part of the store; only the places that can still be among the best are kept.
  const auto keep = std::max<std::size_t>(limit * 8, 256);
  NameReader reader(file, detail::block_of(file, folded));
  while (reader.next()) {
    const auto name = reader.name();
    if (name.substr(0, folded.size()) > folded) break;
    if (name.substr(0, folded.size()) < folded || name.size() < folded.size()) continue;
    for (const auto& candidate : reader.candidates()) {
      if (candidate.record >= file.records.size()) continue;
      hits.push_back({std::string(name), candidate, file.records[candidate.record].population, 0});
    }
    if (hits.size() > 2 * keep + 4096) {
      std::nth_element(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(keep), hits.end(), better);
      hits.resize(keep);
    }
  }
  return best_of(std::move(hits), limit, file);
}

namespace {

constexpr std::size_t max_query = 64;  // code points; longer names are looked up exactly or not at all

/// Levenshtein distances of a growing word to a fixed query: one row for each code point of the word.
class EditRows {
 public:
  EditRows(const std::vector<char32_t>& query, int most) : query_(query), most_(most), width_(query.size() + 1) {
    rows_.resize(width_ * (max_query + 4));
    for (std::size_t i = 0; i < width_; ++i) rows_[i] = static_cast<std::uint8_t>(i);
  }
  /// Computes row `depth` + 1 for code point `c`; false if every distance is beyond the limit.
  bool extend(std::size_t depth, char32_t c) {
    const auto* above = rows_.data() + depth * width_;
    auto* row = rows_.data() + (depth + 1) * width_;
    // Cells further than `most` from the diagonal are beyond the limit anyway.
    const auto most = static_cast<std::size_t>(most_);
    const auto from = depth + 1 > most ? depth + 1 - most : 0;
    const auto to = std::min(width_ - 1, depth + 1 + most);
    const auto beyond = static_cast<std::uint8_t>(most_ + 1);
    if (from > 0) row[from - 1] = beyond;
    std::uint8_t least = beyond;
    for (auto i = from; i <= to; ++i) {
      std::uint8_t best = i + 1 <= depth + 1 + most && i < depth + 1 + most ? static_cast<std::uint8_t>(above[i] + 1) : beyond;
      if (i > 0) {
        best = std::min<std::uint8_t>(best, static_cast<std::uint8_t>(above[i - 1] + (query_[i - 1] == c ? 0 : 1)));
        best = std::min<std::uint8_t>(best, static_cast<std::uint8_t>(row[i - 1] + 1));
      } else {
        best = static_cast<std::uint8_t>(std::min<std::size_t>(depth + 1, most + 1));
      }
      row[i] = std::min(best, beyond);
      least = std::min(least, row[i]);
    }
    if (to + 1 < width_) row[to + 1] = beyond;
    return least <= most_;
  }
  [[nodiscard]] int distance(std::size_t depth) const {
    const auto gap = depth > query_.size() ? depth - query_.size() : query_.size() - depth;
    return gap > static_cast<std::size_t>(most_) ? most_ + 1 : rows_[depth * width_ + query_.size()];
  }

 private:
  const std::vector<char32_t>& query_;
  int most_;
  std::size_t width_;
  std::vector<std::uint8_t> rows_;
};

}  // namespace

std::vector<Store::NamedCandidate> Store::find_similar(std::string_view name, int max_edits, std::size_t limit) const {
  const auto& file = impl_->file;
  const auto folded = fold(name);
  const int most = std::clamp(max_edits, 0, 2);
  std::vector<char32_t> query;
  for (std::size_t i = 0; i < folded.size();) {
    const auto c = decode_at(folded, i);
    query.push_back(c.value);
    i += c.length;
  }
  if (query.empty() || query.size() > max_query || limit == 0) return {};
  EditRows rows(query, most);
  std::vector<Hit> hits;
  // Names are sorted, so neighbours share their beginnings: rows of the shared part are kept, and once a beginning is
  // too far off, every further name that begins so is skipped unread.
  std::array<std::size_t, 257> depth_at{};  // code points that end at or before this byte
  std::string current;
  std::size_t dead = std::string::npos;     // bytes of the beginning that is too far off
  NameReader reader(file, 0);
  while (reader.next()) {
    const auto text = reader.name();
    auto common = reader.shared();
    if (common == 0) {
      const auto longest = std::min(current.size(), text.size());
      while (common < longest && current[common] == text[common]) ++common;
      while (common > 0 && common < text.size() && (static_cast<unsigned char>(text[common]) & 0xC0U) == 0x80U) --common;
    }
    if (dead != std::string::npos && common >= dead) {
      current.assign(text);
      continue;
    }
    dead = std::string::npos;
    current.assign(text);
    auto depth = depth_at[common];
    bool alive = true;
    for (auto at = common; at < text.size();) {
      const auto c = decode_at(text, at);
      at += c.length;
      if (depth > query.size() + 2 || !rows.extend(depth, c.value)) {
        dead = at;
        alive = false;
        break;
      }
      depth_at[at] = ++depth;
    }
    if (!alive) continue;
    const int edits = rows.distance(depth);
    if (edits > most) continue;
    for (const auto& candidate : reader.candidates()) {
      if (candidate.record < file.records.size()) hits.push_back({current, candidate, file.records[candidate.record].population, edits});
    }
  }
  return best_of(std::move(hits), limit, file);
}

}  // namespace dateline::gazetteer
