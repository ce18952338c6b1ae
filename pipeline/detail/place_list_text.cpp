#include <cstdio>
#include <nlohmann/json.hpp>

#include "pipeline/place_list.hpp"

namespace dateline::pipeline {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(const PlaceChoice& choice) {
  Json out = {{"place_id", choice.id}, {"name", choice.name}};
  if (!choice.kind.empty()) out["kind"] = choice.kind;
  if (!choice.division.empty()) out["division"] = choice.division;
  if (!choice.country.empty()) out["country"] = choice.country;
  if (choice.has_point) {
    out["lat"] = choice.lat;
    out["lon"] = choice.lon;
  }
  out["score"] = choice.score;
  out["reasons"] = choice.reasons;
  return out;
}

std::string to_json_line(const NamedPlace& name) {
  Json out = {{"surface", name.surface}, {"story", name.story}, {"mention", name.mention_kind}, {"count", name.count}, {"pinned", name.pinned}};
  out["choice"] = name.choices.empty() ? Json() : to_json(name.choices.front());
  out["alternatives"] = Json::array();
  for (std::size_t i = 1; i < name.choices.size(); ++i) out["alternatives"].push_back(to_json(name.choices[i]));
  return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string describe(const PlaceChoice& choice) {
  std::string out = choice.name;
  for (const auto& part : {choice.division, choice.country}) {
    if (!part.empty()) out += ", " + part;
  }
  char numbers[64];
  std::snprintf(numbers, sizeof numbers, ", score %.2f", choice.score);
  out += " (" + choice.id;
  if (!choice.kind.empty()) out += ", " + choice.kind;
  return out + numbers + ")";
}

std::string to_block(const NamedPlace& name) {
  std::string out = name.surface + "  [" + name.story + ", " + name.mention_kind + ", " + std::to_string(name.count) + (name.count == 1 ? " time" : " times") +
                    (name.pinned ? ", pinned]\n" : "]\n");
  if (name.choices.empty()) return out + "  no place\n";
  for (std::size_t i = 0; i < name.choices.size(); ++i) {
    out += (i == 0 ? "  is  " : "  not ") + describe(name.choices[i]) + "\n";
    for (const auto& reason : name.choices[i].reasons) out += "        " + reason + "\n";
  }
  return out;
}

}  // namespace

std::string to_text(const PlaceList& list, PlaceFilter filter, PlaceForm form) {
  std::string out;
  for (const auto& name : list.names) {
    if (filter == PlaceFilter::Unresolved && !name.choices.empty()) continue;
    out += form == PlaceForm::JsonLines ? to_json_line(name) : to_block(name);
  }
  return out;
}

}  // namespace dateline::pipeline
