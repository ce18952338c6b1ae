#include "pipeline/detail/long_description.hpp"

#include "claims/words.hpp"


namespace dateline::pipeline::detail {

namespace {

std::string place_words(const render::ScenePlace& place) {
  switch (place.shape) {
    case render::PlaceShape::City: return place.name + " (a circle around the town)";
    case render::PlaceShape::Site: return place.name + " (a named site)";
    case render::PlaceShape::Area: return place.name + " (a hatched area; where in it is not known)";
    case render::PlaceShape::Water: return place.name + " (waves; where on it is not known)";
    case render::PlaceShape::Country: return place.name + " (the outline of the country)";
  }
  return place.name;
}

std::string places_words(const std::vector<std::size_t>& places, const render::Scene& scene) {
  std::vector<std::string> names;
  for (const std::size_t i : places) names.push_back(place_words(scene.places[i]));
  return claims::join_and(names);
}

const char* line_words(render::MarkStatus status) {
  switch (status) {
    case render::MarkStatus::Planned: return "A dashed arrow, for what is planned,";
    case render::MarkStatus::Conditional: return "A dashed arrow, for what is said to follow on a condition,";
    case render::MarkStatus::Denied: return "A crossed arrow, for what is denied,";
    case render::MarkStatus::Past: return "A pale arrow, for history,";
    case render::MarkStatus::Ongoing:
    case render::MarkStatus::Reported: break;
  }
  return "An arrow";
}

std::string sign_words(const render::Mark& mark, const render::Scene& scene) {
  std::string out;
  if (!mark.destinations.empty()) {
    out = line_words(mark.status);
    if (mark.origin) out += " from " + place_words(scene.places[*mark.origin]);
    out += " to " + places_words(mark.destinations, scene);
  }
  if (!mark.sites.empty()) out += (out.empty() ? "Marked at " : "; also marked at ") + places_words(mark.sites, scene);
  return out.empty() ? "" : out + ".";
}

std::string mark_words(const render::Mark& mark, const render::Scene& scene) {
  std::string out = "Number " + std::to_string(mark.number) + ": " + mark.title + ".";
  if (!mark.date_label.empty()) out += " Time: " + mark.date_label + ".";
  if (const std::string sign = sign_words(mark, scene); !sign.empty()) out += " " + sign;
  if (mark.denied) out += " A bar across it: somebody denies this.";
  if (mark.not_confirmed) out += " A ring at its number: somebody says that it cannot be confirmed.";
  return out;
}

}  // namespace

std::vector<std::string> long_description(const render::Scene& scene) {
  std::vector<std::string> paragraphs;
  paragraphs.push_back("A map with " + claims::count_of(scene.marks.size(), "numbered mark", "numbered marks") + ". " + scene.title + (scene.subtitle.empty() ? "" : "; " + scene.subtitle) + ". " + scene.as_of + ".");
  for (const auto& mark : scene.marks) paragraphs.push_back(mark_words(mark, scene));
  return paragraphs;
}

}  // namespace dateline::pipeline::detail
