#include "claims/detail/element_spans.hpp"

#include <string>

#include "base/json_position.hpp"

namespace dateline::claims::detail {

std::vector<Span> find_elements(std::string_view json, std::string_view list) {
  std::vector<Span> elements;
  const auto whole = find_json_value(json, "/" + std::string(list));
  if (!whole || whole->size() < 2 || json[whole->start] != '[') return elements;
  for (std::size_t at = whole->start + 1; at < whole->end;) {
    const std::size_t start = json.find_first_not_of(" \t\r\n,", at);
    if (start >= whole->end || json[start] == ']') break;
    const auto value = find_json_value(json.substr(start, whole->end - start), "");
    if (!value || value->empty()) break;
    elements.push_back({start, start + value->end});
    at = start + value->end;
  }
  return elements;
}

}  // namespace dateline::claims::detail
