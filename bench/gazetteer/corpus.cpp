#include "bench/gazetteer/corpus.hpp"

#include <algorithm>
#include <istream>

#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "base/utf8.hpp"

namespace dateline::bench {
namespace {

CorpusArticle read_article(const std::string& line) {
  const nlohmann::json json = nlohmann::json::parse(line);
  CorpusArticle article;
  article.id = json.at("id").get<std::string>();
  article.text = json.at("text").get<std::string>();
  const CodePointIndex index(article.text);
  for (const nlohmann::json& mention : json.value("mentions", nlohmann::json::array())) {
    GoldName name;
    name.span = {index.to_bytes(mention.at("start").get<std::size_t>()), index.to_bytes(mention.at("end").get<std::size_t>())};
    if (mention.contains("lat") && mention["lat"].is_number() && mention["lon"].is_number()) {
      name.placed = true;
      name.lat = mention["lat"].get<double>();
      name.lon = mention["lon"].get<double>();
    }
    article.names.push_back(name);
  }
  std::sort(article.names.begin(), article.names.end(), [](const GoldName& a, const GoldName& b) { return a.span < b.span; });
  return article;
}

}  // namespace

std::vector<CorpusArticle> read_corpus(std::istream& in, const std::string& file) {
  std::vector<CorpusArticle> articles;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    try {
      articles.push_back(read_article(line));
    } catch (const nlohmann::json::exception& e) {
      throw InputError(file + ":" + std::to_string(number) + ": " + e.what(), "give one article a line");
    }
  }
  return articles;
}

}  // namespace dateline::bench
