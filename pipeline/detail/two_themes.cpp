#include "pipeline/detail/two_themes.hpp"

#include <array>
#include <map>
#include <string_view>
#include <vector>

namespace dateline::pipeline::detail {

namespace {

constexpr std::array<std::string_view, 4> paints{"fill", "fill-opacity", "stroke", "stroke-opacity"};

/// Text up to the next tag, and that tag, `<` to `>`. Our writer escapes both in text and attributes.
struct Piece {
  std::string_view text, tag;
};

std::vector<Piece> split(std::string_view svg) {
  std::vector<Piece> pieces;
  while (!svg.empty()) {
    const auto start = std::min(svg.find('<'), svg.size());
    const auto end = std::min(svg.find('>', start), svg.size());
    const auto length = end < svg.size() ? end - start + 1 : svg.size() - start;
    pieces.push_back({svg.substr(0, start), svg.substr(start, length)});
    svg.remove_prefix(start + length);
  }
  return pieces;
}

std::string_view name_of(std::string_view tag) { return tag.substr(0, tag.find_first_of(" />", 1)); }

/// Value of an attribute; empty if the tag has none. The leading space keeps "fill" apart from "data-fill".
std::string_view attribute(std::string_view tag, std::string_view name) {
  const std::string key = " " + std::string(name) + "=\"";
  const auto at = tag.find(key);
  if (at == std::string_view::npos) return {};
  const auto value = tag.substr(at + key.size());
  return value.substr(0, value.find('"'));
}

/// What the second theme says of a tag's paint that the first does not: "fill:#123456;stroke-opacity:1".
std::string difference(std::string_view first, std::string_view second) {
  std::string rules;
  for (const auto paint : paints) {
    const auto a = attribute(first, paint), b = attribute(second, paint);
    if (a == b) continue;
    // An opacity that is not written is 1; a paint that is not written differs in kind and is left alone.
    const bool opacity = paint.ends_with("opacity");
    if (b.empty() && !opacity) continue;
    rules += (rules.empty() ? "" : ";") + std::string(paint) + ":" + (b.empty() ? "1" : std::string(b));
  }
  return rules;
}

std::string with_class(std::string_view tag, const std::string& name) {
  std::string out(tag);
  if (const auto at = out.find(" class=\""); at != std::string::npos) return out.insert(at + 8, name + " ");
  return out.insert(name_of(tag).size(), " class=\"" + name + "\"");
}

}  // namespace

TwoThemes merge_themes(const std::string& first, const std::string& second, const std::string& prefix) {
  const auto a = split(first), b = split(second);
  if (a.size() != b.size()) return {first, ""};
  std::map<std::string, std::string> classes;   // rules -> class
  TwoThemes merged;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (name_of(a[i].tag) != name_of(b[i].tag) || a[i].text != b[i].text) return {first, ""};
    merged.svg += a[i].text;
    const std::string rules = difference(a[i].tag, b[i].tag);
    if (rules.empty()) {
      merged.svg += a[i].tag;
      continue;
    }
    const auto [known, added] = classes.try_emplace(rules, prefix + std::to_string(classes.size() + 1));
    if (added) merged.css += "." + known->second + "{" + rules + "}\n";
    merged.svg += with_class(a[i].tag, known->second);
  }
  return merged;
}

}  // namespace dateline::pipeline::detail
