#include "gazetteer/detail/name_coding.hpp"

#include <algorithm>

namespace dateline::gazetteer::detail {

int rank_of(NameKind kind) noexcept {
  switch (kind) {
    case NameKind::Main: return 0;
    case NameKind::English: return 1;
    case NameKind::Alternate: return 2;
    case NameKind::Abbreviation: return 3;
    case NameKind::Metonym: return 4;
    case NameKind::Adjective: return 5;
    case NameKind::Demonym: return 6;
  }
  return 7;
}

int compare_entries(const Candidate& a, const Candidate& b) noexcept {
  const auto three_way = [](auto x, auto y) { return x < y ? -1 : x > y ? 1 : 0; };
  if (const int order = three_way(a.record, b.record)) return order;
  if (const int order = three_way(rank_of(a.name_kind), rank_of(b.name_kind))) return order;
  if (const int order = three_way(a.guards, b.guards)) return order;
  // A tagged language tells more than none.
  if (const int order = three_way(a.language == 0, b.language == 0)) return order;
  if (const int order = three_way(a.language, b.language)) return order;
  return three_way(a.note, b.note);
}

void merge_entry(Candidate& kept, const Candidate& other) noexcept {
  kept.guards = kept.guards == no_guard || other.guards == no_guard ? std::uint8_t{no_guard}
                                                                    : static_cast<std::uint8_t>(kept.guards | other.guards);
  if (kept.language == 0) kept.language = other.language;
  kept.note = static_cast<std::uint8_t>(kept.note & other.note);
}

std::size_t shared_prefix(std::string_view a, std::string_view b) noexcept {
  const auto most = std::min(a.size(), b.size());
  std::size_t same = 0;
  while (same < most && a[same] == b[same]) ++same;
  while (same > 0 && same < b.size() && (static_cast<unsigned char>(b[same]) & 0xC0U) == 0x80U) --same;
  return same;
}

}  // namespace dateline::gazetteer::detail
