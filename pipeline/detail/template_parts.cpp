#include "pipeline/detail/template_parts.hpp"

#include <map>
#include <string_view>

#include "base/error.hpp"

namespace dateline::pipeline::detail {

namespace {

using Values = std::map<std::string, std::string, std::less<>>;
using Read = std::function<std::string(const std::string&)>;

constexpr std::string_view kOpen = "<part ", kClose = "/>";
constexpr int kDeepest = 8;  // parts that hold each other would never end

[[noreturn]] void refuse(const std::string& what) { throw InputError(what, "reinstall Dateline, or mend the files in share/dateline/qgis"); }

/// `file="a" color="b"` as values.
Values attributes(std::string_view text) {
  Values values;
  for (std::size_t at = 0; (at = text.find_first_not_of(" \n", at)) != std::string_view::npos;) {
    const auto equals = text.find("=\"", at);
    const auto quote = equals == std::string_view::npos ? equals : text.find('"', equals + 2);
    if (quote == std::string_view::npos) refuse("a part of a QGIS style has attributes that cannot be read: " + std::string(text));
    values.emplace(text.substr(at, equals - at), text.substr(equals + 2, quote - equals - 2));
    at = quote + 1;
  }
  return values;
}

std::string with_values(std::string_view text, const Values& values) {
  std::string out;
  std::size_t at = 0;
  for (auto open = text.find("[["); open != std::string_view::npos; open = text.find("[[", at)) {
    const auto close = text.find("]]", open);
    const auto name = text.substr(open + 2, close == std::string_view::npos ? 0 : close - open - 2);
    const auto found = values.find(name);
    if (found == values.end()) refuse("nobody gives the value '" + std::string(name) + "' to a part of a QGIS style");
    out += text.substr(at, open - at);
    out += found->second;
    at = close + 2;
  }
  return out.append(text.substr(at));
}

std::string expand(std::string_view text, const Read& read, int depth) {
  if (depth > kDeepest) refuse("the parts of a QGIS style hold each other");
  std::string out;
  std::size_t at = 0;
  for (auto open = text.find(kOpen); open != std::string_view::npos; open = text.find(kOpen, at)) {
    const auto close = text.find(kClose, open);
    if (close == std::string_view::npos) refuse("a part of a QGIS style has no end");
    const auto values = attributes(text.substr(open + kOpen.size(), close - open - kOpen.size()));
    const auto file = values.find("file");
    if (file == values.end()) refuse("a part of a QGIS style names no file");
    out += text.substr(at, open - at);
    out += expand(with_values(read(file->second), values), read, depth + 1);
    at = close + kClose.size();
    if (at < text.size() && text[at] == '\n') ++at;  // the part ends in one
  }
  return out.append(text.substr(at));
}

}  // namespace

std::string expand_parts(const std::string& text, const Read& read) { return expand(text, read, 0); }

}  // namespace dateline::pipeline::detail
