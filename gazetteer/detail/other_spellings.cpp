#include "gazetteer/detail/other_spellings.hpp"

#include <array>
#include <string_view>

namespace dateline::gazetteer::detail {
namespace {

/// Shorter names have neighbours by accident.
constexpr std::size_t least_length = 5;

struct Spelling {
  std::string_view from;
  std::string_view to;
};
/// Each is tried both ways, over the whole name, alone and after one other.
constexpr std::array<Spelling, 22> spellings = {{
    {"kh", "h"}, {"q", "k"}, {"ai", "ay"}, {"ei", "ey"}, {"iy", "y"}, {"ou", "u"}, {"oo", "u"}, {"ee", "i"}, {"ch", "sh"}, {"dj", "j"}, {"j", "zh"},
    {"gh", "g"}, {"dh", "d"}, {"th", "t"}, {"ph", "f"}, {"w", "v"}, {"ts", "c"}, {"y", "i"}, {"ie", "ye"}, {"o", "u"}, {"e", "i"}, {"x", "ks"},
}};
/// Arabic articles as papers print them, with the assimilated ones.
constexpr std::array<std::string_view, 14> articles = {"al ", "el ", "ad ", "ed ", "an ", "en ", "ar ", "er ", "as ", "es ", "ash ", "at ", "az ", "ez "};

std::string replaced(std::string_view name, std::string_view from, std::string_view to) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    if (name.substr(i, from.size()) == from) {
      out += to;
      i += from.size();
    } else {
      out += name[i++];
    }
  }
  return out;
}

/// The spellings of the table that can change a name, both ways.
std::vector<Spelling> changes_of(std::string_view name) {
  std::vector<Spelling> out;
  for (const auto& [one, other] : spellings) {
    if (name.find(one) != std::string_view::npos) out.push_back({one, other});
    if (name.find(other) != std::string_view::npos) out.push_back({other, one});
  }
  return out;
}

std::string without_doubles(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (out.empty() || out.back() != c) out += c;
  }
  return out;
}

class Search {
 public:
  Search(const Store& store, const std::string& name, std::vector<Candidate>& found) : store_(store), name_(name), found_(found) {}

  void run() {
    try_articles(name_);
    try_name(replaced(name_, " ", ""));
    try_name(without_doubles(name_));
    if (name_.back() == 'h' || name_.back() == 'e') try_name(name_.substr(0, name_.size() - 1));
    else try_name(name_ + 'h');
    const std::vector<Spelling> possible = changes_of(name_);
    for (const auto& [from, to] : possible) try_articles(replaced(name_, from, to));
    // Two spellings differ at once: "baqouba" for "bakuba".
    for (std::size_t first = 0; first < possible.size() && found_.empty(); ++first) {
      const std::string once = replaced(name_, possible[first].from, possible[first].to);
      for (const auto& [from, to] : changes_of(once)) try_name(replaced(once, from, to));
    }
  }

 private:
  void try_name(const std::string& name) {
    if (!found_.empty() || name == name_ || name.size() < least_length) return;
    for (const Candidate& c : store_.find_folded(name)) {
      const bool plain = c.name_kind == NameKind::Main || c.name_kind == NameKind::English || c.name_kind == NameKind::Alternate;
      if (plain && c.guards == no_guard) found_.push_back(c);
    }
  }

  /// The name with another article, without one, or with one: "el arish", "arish", "al arish".
  void try_articles(const std::string& name) {
    try_name(name);
    if (!found_.empty()) return;
    for (const std::string_view article : articles) {
      if (!name.starts_with(article)) continue;
      try_name(name.substr(article.size()));
      try_name("al " + name.substr(article.size()));
      return;
    }
    try_name("al " + name);
  }

  const Store& store_;
  const std::string& name_;
  std::vector<Candidate>& found_;
};

}  // namespace

void find_other_spellings(const Store& store, const std::string& folded, std::vector<Candidate>& found) {
  if (folded.size() >= least_length && folded.size() <= 60) Search(store, folded, found).run();
}

}  // namespace dateline::gazetteer::detail
