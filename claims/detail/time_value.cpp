#include "claims/detail/time_value.hpp"

#include <algorithm>
#include <array>

namespace dateline::claims::detail {

namespace {

/// What follows a word of the normal form: plain words, then whole values.
struct Shape {
  std::string_view kind;
  int words = 0;
  int values = 0;
};

constexpr std::array<Shape, 21> shapes{{{"ymd", 3, 0},       {"dayof", 3, 0},  {"dow", 2, 0},     {"shift", 2, 0},       {"window", 2, 0},  {"month", 2, 0},     {"monthof", 2, 0},
                                        {"season", 2, 0},    {"seasonof", 2, 0}, {"seasonshift", 2, 0}, {"quarter", 2, 0}, {"quarterof", 2, 0}, {"half", 2, 0}, {"halfof", 2, 0},
                                        {"weekend", 1, 0},   {"decade", 1, 0}, {"part", 1, 1},    {"near", 2, 1},        {"since", 0, 1},   {"until", 0, 1},     {"range", 0, 2}}};

std::size_t after_word(std::string_view value, std::size_t at) { return std::min(value.find(' ', std::min(at, value.size())), value.size() - 1) + 1; }

/// One past the value that begins at `at`, its space included.
std::size_t after_value(std::string_view value, std::size_t at, int depth) {
  if (depth > 4 || at >= value.size()) return value.size();   // as deep as values are placed
  const auto end = after_word(value, at);
  auto kind = value.substr(at, end - at);
  if (kind.ends_with(' ')) kind.remove_suffix(1);
  const auto shape = std::find_if(shapes.begin(), shapes.end(), [&](const Shape& s) { return s.kind == kind; });
  at = end;
  if (shape == shapes.end()) return at;
  for (int i = 0; i < shape->words && at < value.size(); ++i) at = after_word(value, at);
  for (int i = 0; i < shape->values; ++i) at = after_value(value, at, depth + 1);
  return at;
}

}  // namespace

std::string to_value(PartialDate date) {
  return "ymd " + std::to_string(date.year) + " " + std::to_string(date.month) + " " + std::to_string(date.day);
}

std::optional<std::pair<std::string_view, std::string_view>> split_range(std::string_view value) {
  constexpr std::string_view mark = "range ";
  if (!value.starts_with(mark)) return std::nullopt;
  value.remove_prefix(mark.size());
  const auto joint = after_value(value, 0, 0);
  if (joint == 0 || joint >= value.size()) return std::nullopt;
  return std::pair{value.substr(0, joint - 1), value.substr(joint)};
}

bool lies_back(std::string_view value) {
  if (value.starts_with("part earlier shift 0 ")) return true;
  if (value.starts_with("part ")) value.remove_prefix(std::min(value.size(), value.find(' ', 5) + 1));
  if (value.starts_with("shift -")) return !value.ends_with(" day") && !value.ends_with(" hour");
  const bool directed = value.starts_with("dow ") || value.starts_with("monthof ") || value.starts_with("season ") || value.starts_with("weekend ");
  return directed && value.ends_with(" last");
}

}  // namespace dateline::claims::detail
