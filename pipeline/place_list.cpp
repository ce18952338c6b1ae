#include "pipeline/place_list.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/parallel.hpp"

namespace dateline::pipeline {

namespace {

/// Adds up equal names: same story, same spelling, same first choice, same kind of mention.
class NameCounter {
 public:
  void add(NamedPlace name) {
    const std::string choice = name.choices.empty() ? std::string{} : name.choices.front().id;
    const auto [found, is_new] = index_.try_emplace({name.story, name.surface, choice, name.mention_kind}, names_.size());
    if (is_new) names_.push_back(std::move(name));
    ++names_[found->second].count;
  }
  std::vector<NamedPlace> take() { return std::move(names_); }

 private:
  std::vector<NamedPlace> names_;
  std::map<std::tuple<std::string, std::string, std::string, std::string>, std::size_t> index_;
};

gazetteer::LocateOptions with_pins(gazetteer::LocateOptions options, const std::vector<claims::Pin>& pins, const std::string& article) {
  for (const auto& pin : pins) {
    if (pin.article.empty() || pin.article == article) options.pins[pin.surface] = pin.place;
  }
  return options;
}

PlaceChoice choice_of(const gazetteer::Store& store, const gazetteer::Alternative& alternative) {
  const auto place = store.place(alternative.record);
  return {place.id, place.name, gazetteer::to_string(place.kind), place.country, place.admin1_name, place.point.lat(), place.point.lon(), true,
          alternative.score, alternative.reasons};
}

std::vector<NamedPlace> names_of(const gazetteer::Store& store, const gazetteer::Locator& locator, const article::Article& article, const gazetteer::LocateOptions& options) {
  std::vector<NamedPlace> out;
  for (const auto& mention : locator.locate(article.text, article::segment(article), options)) {
    NamedPlace name;
    name.surface = mention.span.of(article.text);
    name.story = article.id;
    name.mention_kind = gazetteer::to_string(mention.kind);
    name.pinned = mention.pinned;
    for (const auto& alternative : mention.alternatives) name.choices.push_back(choice_of(store, alternative));
    out.push_back(std::move(name));
  }
  return out;
}

const char* mention_word(claims::PlaceMention mention) { return claims::to_string(mention); }

}  // namespace

PlaceList list_places(Data& data, const std::vector<std::string>& inputs, const ExtractOptions& options, Progress& progress) {
  PlaceList out;
  const auto articles = article::read_articles(inputs, options.read, progress);
  std::vector<std::vector<NamedPlace>> found(articles.size());
  const auto& store = data.store();
  const auto& locator = data.locator();
  for_each_index(articles.size(), options.threads, [&](std::size_t i) {
    found[i] = names_of(store, locator, articles[i], with_pins(options.locate, options.pins, articles[i].id));
  });
  NameCounter counter;
  for (auto& names : found) {
    for (auto& name : names) counter.add(std::move(name));
  }
  for (const auto& article : articles) out.diagnostics.insert(out.diagnostics.end(), article.diagnostics.begin(), article.diagnostics.end());
  out.names = counter.take();
  return out;
}

PlaceList list_places(const claims::Ledger& ledger) {
  std::map<std::string, const claims::PlaceRecord*> places;
  for (const auto& place : ledger.places) places.emplace(place.id, &place);
  NameCounter counter;
  for (const auto& claim : ledger.claims) {
    for (const auto* refs : {&claim.origin, &claim.destination, &claim.via, &claim.at}) {
      for (const auto& ref : *refs) {
        NamedPlace name{ref.span.text, claim.article, mention_word(ref.mention), 0, false, {}};
        const auto pinned = [&](const claims::Pin& pin) { return pin.surface == ref.span.text && (pin.article.empty() || pin.article == claim.article); };
        name.pinned = std::any_of(ledger.pins.begin(), ledger.pins.end(), pinned);
        if (const auto found = places.find(ref.place); found != places.end()) {
          const auto& place = *found->second;
          PlaceChoice chosen{place.id, place.name, place.kind, place.country, "", place.lat, place.lon, true, 1, {}};
          for (const auto& alternative : place.alternatives) {
            if (alternative.id == place.id) std::tie(chosen.score, chosen.reasons) = std::tie(alternative.score, alternative.reasons);
          }
          name.choices.push_back(std::move(chosen));
          for (const auto& other : place.alternatives) {
            if (other.id != place.id) name.choices.push_back({other.id, other.name, "", "", "", 0, 0, false, other.score, other.reasons});
          }
        }
        counter.add(std::move(name));
      }
    }
  }
  return {counter.take(), {}};
}

}  // namespace dateline::pipeline
