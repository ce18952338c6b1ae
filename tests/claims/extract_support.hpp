#pragma once

#include <filesystem>
#include <string>

#include "article/article.hpp"
#include "article/hash.hpp"
#include "base/files.hpp"
#include "claims/extract.hpp"
#include "gazetteer/locate.hpp"
#include "gazetteer/store.hpp"

namespace dateline::claims::test {

/// The shipped place store and lexicons, opened once.
inline const gazetteer::Store& store() {
  static const auto opened = gazetteer::Store::open(find_data_folder() / "places.dgz");
  return opened;
}
inline const gazetteer::Locator& locator() {
  static const auto model = gazetteer::LocateModel::load(find_data_folder() / "locate");
  static const gazetteer::Locator made(store(), model);
  return made;
}
inline const Extractor& extractor() {
  static const Extractor made(find_data_folder());
  return made;
}

inline article::Article to_article(const std::string& text, const char* published = "2024-10-18") {
  article::Article article;
  article.text = text;
  article.body = {0, text.size()};
  article.sha256 = article::sha256_hex(text);
  article.id = "sha256:" + article.sha256.substr(0, 16);
  article.file = "test.txt";
  article.metadata.published = CivilDate::parse(published);
  return article;
}

inline Extraction extract(const std::string& text, const char* published = "2024-10-18") {
  const auto article = to_article(text, published);
  const auto segments = article::segment(article);
  const auto mentions = locator().locate(article.text, segments, {});
  return extractor().extract(article, segments, mentions, store(), claims::Tracing::On);
}

}  // namespace dateline::claims::test
