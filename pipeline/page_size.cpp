#include "pipeline/page_size.hpp"

#include <charconv>

#include "base/error.hpp"
#include "base/limits.hpp"
#include "claims/words.hpp"

namespace dateline::pipeline {

namespace {

struct NamedSize {
  const char* name;
  int width, height;
};

/// Paper is rounded to whole CSS pixels: 210 mm are 793.7.
constexpr NamedSize kNamed[] = {
    {"web", 1600, 1000},          {"wide", 1920, 1080}, {"square", 1200, 1200},        {"portrait", 1000, 1400}, {"phone", 400, 800},    {"a4", 794, 1123},
    {"a4-landscape", 1123, 794}, {"a3", 1123, 1587},   {"a3-landscape", 1587, 1123}, {"letter", 816, 1056},    {"letter-landscape", 1056, 816}};

constexpr int kSmallestSide = 320;  // a phone; below that no note fits

}  // namespace

PageSize parse_page_size(std::string_view text) {
  for (const NamedSize& named : kNamed) {
    if (text == named.name) return {static_cast<double>(named.width), static_cast<double>(named.height)};
  }
  int width = 0;
  int height = 0;
  const auto* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, width);
  const bool cross = first.ec == std::errc{} && first.ptr != end && *first.ptr == 'x';
  const auto second = cross ? std::from_chars(first.ptr + 1, end, height) : first;
  if (!cross || second.ec != std::errc{} || second.ptr != end || width < kSmallestSide || height < kSmallestSide || width > limits::max_page_side ||
      height > limits::max_page_side) {
    throw UsageError("'" + std::string(text) + "' is not a size",
                     "write --size WIDTHxHEIGHT in pixels, each " + std::to_string(kSmallestSide) + " to " + std::to_string(limits::max_page_side) +
                         ", for example 1600x1000, or one of " + claims::join(page_size_names(), ", "));
  }
  return {static_cast<double>(width), static_cast<double>(height)};
}

std::vector<std::string> page_size_names() {
  std::vector<std::string> names;
  for (const NamedSize& named : kNamed) names.emplace_back(named.name);
  return names;
}

}  // namespace dateline::pipeline
