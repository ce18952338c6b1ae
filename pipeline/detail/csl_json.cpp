#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/civil_date.hpp"
#include "pipeline/citations.hpp"

namespace dateline::pipeline {

namespace {

using Json = nlohmann::ordered_json;

void add_text(Json& item, const char* name, const std::string& value) {
  if (!value.empty()) item[name] = value;
}

Json csl_item(const Citation& citation) {
  const auto& article = *citation.article;
  Json item = {{"id", citation.key}, {"type", "article-newspaper"}};
  item["title"] = article.title.empty() ? std::filesystem::path(article.file).filename().string() : article.title;
  if (!article.author.empty()) item["author"] = Json::array({{{"literal", article.author}}});
  add_text(item, "container-title", article.publisher);
  if (const auto date = CivilDate::parse(article.published)) item["issued"] = {{"date-parts", Json::array({Json::array({date->year(), date->month(), date->day()})})}};
  add_text(item, "URL", article.url);
  add_text(item, "archive_location", article.archive_url);
  add_text(item, "language", article.language);
  item["note"] = citation_note(citation);
  return item;
}

}  // namespace

std::string to_csl_json(const claims::Ledger& ledger) {
  Json items = Json::array();
  for (const auto& citation : list_citations(ledger)) items.push_back(csl_item(citation));
  return items.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace dateline::pipeline
