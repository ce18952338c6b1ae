#include "claims/time_expression.hpp"

#include "claims/detail/time_matcher.hpp"
#include "claims/detail/time_value.hpp"

namespace dateline::claims {

std::vector<TimeExpression> find_times(std::string_view text, const SegmentedText& segments) {
  std::vector<TimeExpression> times;
  detail::TokenWindow tokens(text, segments);
  for (std::size_t s = 0; s < segments.sentences.size(); ++s) {
    tokens.enter(segments.sentences[s]);
    for (std::size_t i = tokens.begin(); i < tokens.end();) {
      auto match = detail::match_time(tokens, i);
      if (!match || match->end <= i) {
        ++i;
        continue;
      }
      times.push_back({tokens.span(i, match->end), static_cast<std::uint32_t>(s), match->form, std::move(match->rule), std::move(match->value)});
      i = match->end;
    }
  }
  return times;
}

ResolvedTime resolve_time(const TimeExpression& expression, std::optional<CivilDate> document_date, Tense tense) {
  return detail::resolve_value(expression.value, document_date, tense);
}

}  // namespace dateline::claims
