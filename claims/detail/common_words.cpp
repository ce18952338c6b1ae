#include "claims/detail/common_words.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include "base/error.hpp"

namespace dateline::claims::detail {

namespace {

constexpr std::size_t verb_cells = 8;
/// Tenths of the uses of a verb.
constexpr std::uint8_t most = 5;

/// Calls `row(line, number)` for every line that is neither empty nor a comment; the first of them, the header, is left out.
template <class Row>
void for_each_row(std::string_view text, Row row) {
  bool header = true;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.empty() || line.front() == '#') continue;
    if (!header) row(line, number);
    header = false;
  }
}

[[noreturn]] void fail_at(const std::string& file, std::size_t line) {
  InputError error("a row of english_verbs.tsv is a verb, its forms, five digits and its use of objects", "make the table again with make_english.py");
  error.set_position({file, line, 1});
  throw error;
}

}  // namespace

std::vector<CommonVerb> read_common_verbs(std::string_view text, const std::string& file) {
  std::vector<CommonVerb> verbs;
  for_each_row(text, [&](std::string_view line, std::size_t number) {
    std::array<std::string_view, verb_cells> cells;
    for (auto& cell : cells) {
      const auto tab = line.find('\t');
      cell = line.substr(0, tab);
      line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
    }
    const auto digit = [&](std::string_view cell) {
      if (cell.size() > 1 || (!cell.empty() && (cell.front() < '0' || cell.front() > '9'))) fail_at(file, number);
      return static_cast<std::uint8_t>(cell.empty() ? 0 : cell.front() - '0');
    };
    const auto& use = cells[7];
    if (cells[0].empty() || !line.empty() || !(use.empty() || use == "none" || use == "always")) fail_at(file, number);
    const auto object = use.empty() ? ObjectUse::Any : use == "none" ? ObjectUse::Never : ObjectUse::Always;
    verbs.push_back({std::string(cells[0]), std::string(cells[1]), digit(cells[2]), digit(cells[3]), digit(cells[4]), digit(cells[5]), digit(cells[6]) >= most, object});
  });
  return verbs;
}

std::vector<std::string_view> read_common_list(std::string_view text) {
  std::vector<std::string_view> words;
  for_each_row(text, [&](std::string_view line, std::size_t) { words.push_back(line); });
  return words;
}

void CommonWords::reserve(std::size_t forms) {
  std::size_t slots = 16;
  while (slots < 2 * forms) slots *= 2;
  slots_.assign(slots, 0);
  entries_.reserve(forms);
}

std::size_t CommonWords::slot_of(std::string_view form) const {
  auto slot = std::hash<std::string_view>{}(form) & (slots_.size() - 1);
  while (slots_[slot] != 0) {
    const auto& entry = entries_[slots_[slot] - 1];
    if (std::string_view(letters_).substr(entry.start, entry.size) == form) break;
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return slot;
}

void CommonWords::add(std::string_view form, const Word& word) {
  const auto slot = slot_of(form);
  if (slots_[slot] == 0) {
    if (2 * entries_.size() >= slots_.size()) return;
    entries_.push_back({static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(form.size()), word});
    letters_ += form;
    slots_[slot] = static_cast<std::uint32_t>(entries_.size());
    return;
  }
  auto& known = entries_[slots_[slot] - 1].word;
  const bool adjective = known.adjective || word.adjective;
  const bool place = known.place || word.place;
  if (known.verb_forms == 0 && word.verb_forms != 0) {
    known = word;
  } else if (word.verb_forms != 0 && known.verb == word.verb) {
    known.verb_forms = static_cast<std::uint8_t>(known.verb_forms | word.verb_forms);
    known.noun_share = std::max(known.noun_share, word.noun_share);
    known.noun_too = known.noun_too || word.noun_too;
  }
  known.adjective = adjective;
  known.place = place;
}

const Word* CommonWords::find(std::string_view form) const {
  if (slots_.empty()) return nullptr;
  const auto slot = slots_[slot_of(form)];
  return slot == 0 ? nullptr : &entries_[slot - 1].word;
}

}  // namespace dateline::claims::detail
