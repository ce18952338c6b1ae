#include "claims/citation_words.hpp"

#include <algorithm>
#include <utility>

#include "claims/voices.hpp"
#include "claims/words.hpp"

namespace dateline::claims {

namespace {

const char* response_words(const Response& response) {
  const bool earlier = response.about == ResponseAbout::Earlier;
  switch (response.stance) {
    case Stance::Denies: return earlier ? "Denied earlier reports" : "Denied by";
    case Stance::CannotConfirm: return earlier ? "Could not confirm earlier reports" : "Not confirmed by";
    case Stance::Doubts: return earlier ? "Doubted earlier reports" : "Doubted by";
    case Stance::Confirms: return earlier ? "Confirmed earlier reports" : "Said to be right by";
  }
  return "";
}

}  // namespace

std::string outlet_name(const ArticleRecord& article, const LedgerIndex& index) {
  return article.publisher.empty() ? "story " + index.article_letter(article.id) : article.publisher;
}

std::string chain_words(const Claim& claim, const std::string& between, const std::function<std::string(const Attribution&)>& words) {
  std::vector<std::string> out;
  for (const auto& group : voices_of(claim)) {
    std::vector<std::string> names;
    for (const auto* link : group) names.push_back(words(*link));
    const auto last = names.back();
    names.pop_back();
    out.push_back(names.empty() ? last : join(names, ", ") + " and " + last);
  }
  return join(out, between);
}

std::string speaker_of(const Claim& claim, const LedgerIndex& index) {
  return chain_words(claim, ", citing ", [&](const Attribution& link) { return index.source_name(link.source); });
}

std::vector<std::string> response_lines(const EventView& view, const LedgerIndex& index) {
  std::vector<std::pair<std::string, std::string>> lines;
  for (const auto* response : view.responses) {
    const std::string how = response_words(*response);
    const std::string who = index.source_name(response->source) + (response->when.empty() ? "" : ", " + format_edtf(response->when));
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const auto& l) { return l.first == how; });
    if (line == lines.end()) lines.emplace_back(how, who);
    else line->second += "; " + who;
  }
  std::vector<std::string> out;
  for (const auto& [how, who] : lines) out.push_back(how + ": " + who);
  return out;
}

}  // namespace dateline::claims
