#include <cmath>
#include <cstdio>

#include "base/counted.hpp"
#include "gazetteer/detail/resolver.hpp"

namespace dateline::gazetteer::detail {
namespace {

class Reasons {
 public:
  Reasons(const Store& store, const Document& document, std::span<const NameToPlace> names, const Problem& problem, std::size_t group, std::size_t candidate)
      : store_(store), document_(document), names_(names), problem_(problem), self_(group), group_(problem.groups[group]), chosen_(group_.candidates[candidate]) {}

  std::vector<std::string> run() {
    if (group_.pinned) reasons_.emplace_back("pinned");
    add_name();
    add_size();
    add_hints();
    add_company();
    return std::move(reasons_);
  }

 private:
  [[nodiscard]] float value(Clue clue) const noexcept { return chosen_.clues[static_cast<std::size_t>(clue)]; }
  [[nodiscard]] bool is(Clue clue) const noexcept { return value(clue) > 0.5F; }

  [[nodiscard]] std::string surface_of(const NameGroup& group) const {
    const NameToPlace& name = names_[group.names.front()];
    return std::string(Span{document_.words[name.first].span.start, document_.words[name.last - 1].span.end}.of(document_.text));
  }

  void add_name() {
    switch (chosen_.candidate.name_kind) {
      case NameKind::Main:
      case NameKind::English: break;
      case NameKind::Alternate: reasons_.emplace_back("another name of " + store_.place(chosen_.candidate.record).name); break;
      case NameKind::Demonym: reasons_.emplace_back("name of the people of " + store_.place(chosen_.candidate.record).name); break;
      case NameKind::Adjective: reasons_.emplace_back("adjective of " + store_.place(chosen_.candidate.record).name); break;
      case NameKind::Abbreviation: reasons_.emplace_back("short for " + store_.place(chosen_.candidate.record).name); break;
      case NameKind::Metonym: reasons_.emplace_back("stands for the government"); break;
    }
  }

  void add_size() {
    const PlaceSummary& place = chosen_.place;
    if (place.kind == PlaceKind::Country) reasons_.emplace_back("a country");
    if (place.kind == PlaceKind::Admin1) reasons_.emplace_back("first-level division of " + store_.place(chosen_.candidate.record).country_name);
    if (place.kind == PlaceKind::City && place.seat == 6) reasons_.emplace_back("capital of " + store_.place(chosen_.candidate.record).country_name);
    if (group_.candidates.size() == 1) {
      reasons_.emplace_back("only place of this name");
      return;
    }
    if (place.population <= 0 || place.kind != PlaceKind::City) return;
    std::int64_t largest = 0;
    for (const RankedCandidate& c : group_.candidates) {
      if (c.place.kind == PlaceKind::City) largest = std::max(largest, c.place.population);
    }
    reasons_.emplace_back((place.population == largest ? "largest place of this name (population " : "population ") + grouped(static_cast<std::uint64_t>(place.population)) +
                          (place.population == largest ? ")" : ""));
  }

  void add_hints() {
    if (is(Clue::DivisionHint)) reasons_.emplace_back("the text calls it a region");
    if (is(Clue::CountyHint)) reasons_.emplace_back("the text calls it a county or district");
    if (is(Clue::SettlementHint)) reasons_.emplace_back("the text calls it a town");
    if (is(Clue::Home)) reasons_.emplace_back("in the outlet's own country");
    for (const std::uint32_t container : group_.containers) {
      if (value(Clue::Container) > 0.5F) reasons_.emplace_back("the text puts it in " + surface_of(problem_.groups[container]));
    }
  }

  /// The nearest of the other names, and the names of the same division or country: at most two of each.
  void add_company() {
    if (chosen_.place.kind == PlaceKind::Country || group_.candidates.size() == 1) return;
    const NameGroup* nearest = nullptr;
    double nearest_km = 161;  // what counts as near in measuring geoparsers
    std::string same_division;
    std::string same_country;
    for (std::size_t g = first_neighbour(self_); g < last_neighbour(problem_, self_); ++g) {
      const NameGroup& other = problem_.groups[g];
      if (g == self_ || other.candidates.empty() || other.candidates.front().belief < 0.5F) continue;
      const PlaceSummary& place = other.candidates.front().place;
      if (place.kind == PlaceKind::City) {
        const double km = distance(other.candidates.front());
        if (km < nearest_km) {
          nearest_km = km;
          nearest = &other;
        }
      }
      if (place.admin1 != 0 && place.admin1 == chosen_.place.admin1) {
        if (same_division.empty()) same_division = surface_of(other);
      } else if (place.country != 0 && place.country == chosen_.place.country) {
        if (same_country.empty()) same_country = surface_of(other);
      }
    }
    if (nearest != nullptr) reasons_.emplace_back(std::to_string(std::lround(nearest_km)) + " km from " + surface_of(*nearest));
    if (!same_division.empty()) reasons_.emplace_back("same first-level division as " + same_division);
    if (!same_country.empty()) reasons_.emplace_back("same country as " + same_country);
  }

  [[nodiscard]] double distance(const RankedCandidate& other) const {
    const auto point = [](const PlaceSummary& p) {
      return geo::LonLat::checked(geo::Lon(static_cast<double>(p.lon)), geo::Lat(static_cast<double>(p.lat)));
    };
    return geo::great_circle_distance(point(chosen_.place), point(other.place)).value() / 1000;
  }

  const Store& store_;
  const Document& document_;
  std::span<const NameToPlace> names_;
  const Problem& problem_;
  std::size_t self_;
  const NameGroup& group_;
  const RankedCandidate& chosen_;
  std::vector<std::string> reasons_;
};

}  // namespace

std::vector<std::string> reasons_for(const Store& store, const Document& document, std::span<const NameToPlace> names, const Problem& problem,
                                     std::size_t group, std::size_t candidate) {
  return Reasons(store, document, names, problem, group, candidate).run();
}

}  // namespace dateline::gazetteer::detail
