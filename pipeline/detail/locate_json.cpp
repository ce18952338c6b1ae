#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "pipeline/extraction.hpp"

namespace dateline::pipeline {

namespace {

using Json = nlohmann::ordered_json;

Json alternative_to_json(const gazetteer::Store& store, const gazetteer::Alternative& alternative) {
  const auto place = store.place(alternative.record);
  return {{"place_id", place.id}, {"name", place.name}, {"country", place.country}, {"lat", place.point.lat()},
          {"lon", place.point.lon()}, {"score", alternative.score}, {"reasons", alternative.reasons}};
}

Json mention_to_json(const gazetteer::Store& store, const gazetteer::Mention& mention, const std::string& text,
                     const CodePointIndex& index) {
  Json out = {{"start", index.to_code_points(mention.span.start)},
              {"end", index.to_code_points(mention.span.end)},
              {"surface", std::string(mention.span.of(text))},
              {"kind", gazetteer::to_string(mention.kind)}};
  if (!mention.qualifier.empty()) out["qualifier"] = mention.qualifier;
  if (mention.pinned) out["pinned"] = true;
  if (mention.alternatives.empty()) return out;
  const auto place = store.place(mention.alternatives.front().record);
  out["lat"] = place.point.lat();
  out["lon"] = place.point.lon();
  out["place_id"] = place.id;
  out["name"] = place.name;
  out["country"] = place.country;
  out["place_kind"] = gazetteer::to_string(place.kind);
  out["radius_m"] = place.radius.value();
  out["reasons"] = mention.alternatives.front().reasons;
  Json others = Json::array();
  for (std::size_t i = 1; i < mention.alternatives.size(); ++i) others.push_back(alternative_to_json(store, mention.alternatives[i]));
  if (!others.empty()) out["alternatives"] = std::move(others);
  return out;
}

}  // namespace

std::string locate_to_json(Data& data, const article::Article& article, const gazetteer::LocateOptions& options) {
  const CodePointIndex index(article.text);
  Json mentions = Json::array();
  for (const auto& mention : data.locator().locate(article.text, article::segment(article), options)) {
    mentions.push_back(mention_to_json(data.store(), mention, article.text, index));
  }
  return Json{{"id", article.id}, {"file", article.file}, {"mentions", std::move(mentions)}}.dump();
}

}  // namespace dateline::pipeline
