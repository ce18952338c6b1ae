#include "gazetteer/detail/resolver.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <unordered_map>

#include "gazetteer/detail/matches.hpp"
#include "gazetteer/fold.hpp"

namespace dateline::gazetteer::detail {
namespace {

/// "Santa Maria" has 150 records; those far down the list by themselves are never chosen and cost time.
constexpr std::size_t max_candidates = 40;
constexpr int rounds = 3;
/// Distances at which a place still counts as near, in km: a commute, and a small country.
constexpr float near_km = 60;
constexpr float regional_km = 300;
constexpr float earth_radius_km = 6371.0088F;

float& clue(Clues& clues, Clue c) noexcept { return clues[static_cast<std::size_t>(c)]; }

std::array<float, 3> unit_vector(const PlaceSummary& place) noexcept {
  const float lon = place.lon * std::numbers::pi_v<float> / 180;
  const float lat = place.lat * std::numbers::pi_v<float> / 180;
  return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

/// Chord instead of arc: monotonic in distance, and within a percent of it where nearness matters.
float distance_km(const std::array<float, 3>& a, const std::array<float, 3>& b) noexcept {
  const float dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  return earth_radius_km * std::sqrt(std::max(0.0F, 2 - 2 * dot));
}

Clue kind_clue(const PlaceSummary& place) noexcept {
  switch (place.kind) {
    case PlaceKind::Country: return Clue::Country;
    case PlaceKind::Admin1: return Clue::Admin1;
    case PlaceKind::Admin2: return Clue::Admin2;
    case PlaceKind::City:
      if (place.part) return Clue::CityPart;
      if (place.seat == 6) return Clue::Capital;
      if (place.seat == 5) return Clue::RegionalSeat;
      return place.seat > 0 ? Clue::LocalSeat : Clue::City;
    case PlaceKind::Region: return Clue::Region;
    case PlaceKind::Continent: return Clue::Continent;
    case PlaceKind::Sea:
    case PlaceKind::Strait:
    case PlaceKind::River:
    case PlaceKind::Lake: return Clue::Water;
    case PlaceKind::Island:
    case PlaceKind::Mountain: return Clue::Relief;
    case PlaceKind::Bloc: return Clue::BlocKind;
    case PlaceKind::Metonym: return Clue::MetonymKind;
    case PlaceKind::Site:
    case PlaceKind::Other: return Clue::Site;
  }
  return Clue::Site;
}

Clue name_clue(NameKind kind) noexcept {
  switch (kind) {
    case NameKind::Main: return Clue::MainName;
    case NameKind::English: return Clue::EnglishName;
    case NameKind::Alternate: return Clue::AlternateName;
    case NameKind::Demonym: return Clue::DemonymName;
    case NameKind::Adjective: return Clue::AdjectiveName;
    case NameKind::Abbreviation: return Clue::AbbreviationName;
    case NameKind::Metonym: return Clue::MetonymKind;
  }
  return Clue::AlternateName;
}

float log_population(const PlaceSummary& place) noexcept {
  return static_cast<float>(std::log10(static_cast<double>(std::max<std::int64_t>(place.population, 0)) + 10) / 8);
}

/// Clues that need no other name.
void fill_own_clues(NameGroup& group, std::uint16_t home) {
  double total = 1;
  for (const RankedCandidate& c : group.candidates) total += static_cast<double>(c.place.population);
  std::int64_t largest = 0;
  std::int64_t second = 0;
  for (const RankedCandidate& c : group.candidates) {
    if (c.place.kind != PlaceKind::City || c.candidate.name_kind == NameKind::Alternate) continue;
    second = std::max(second, std::min(largest, c.place.population));
    largest = std::max(largest, c.place.population);
  }
  for (RankedCandidate& c : group.candidates) {
    const float size = log_population(c.place);
    // Readers know large towns without being told where they are.
    if (c.place.kind == PlaceKind::City && c.candidate.name_kind != NameKind::Alternate) {
      if (c.place.population >= 250'000) clue(c.clues, Clue::LargeCity) = 1;
      if (c.place.population >= 1'000'000) clue(c.clues, Clue::HugeCity) = 1;
      if (c.place.population == largest && largest >= 100'000 && largest >= 8 * second) clue(c.clues, Clue::LargestByFar) = 1;
    }
    if ((c.candidate.note & own_name) != 0) clue(c.clues, Clue::Own) = 1;
    clue(c.clues, Clue::Population) = size;
    clue(c.clues, Clue::PopulationShare) = static_cast<float>(static_cast<double>(c.place.population) / total);
    clue(c.clues, kind_clue(c.place)) = 1;
    clue(c.clues, name_clue(c.candidate.name_kind)) = 1;
    const bool division = c.place.kind == PlaceKind::Admin1 || c.place.kind == PlaceKind::Region;
    if (c.candidate.name_kind == NameKind::Alternate) clue(c.clues, Clue::AlternateOfSmall) = 1 - size;
    if (home != 0 && c.place.country == home) clue(c.clues, Clue::Home) = 1;
    if (group.hint == Hint::Division && (division || c.place.kind == PlaceKind::Island)) clue(c.clues, Clue::DivisionHint) = 1;
    if (group.hint == Hint::County && c.place.kind == PlaceKind::Admin2) clue(c.clues, Clue::CountyHint) = 1;
    if (group.hint == Hint::Settlement && c.place.kind == PlaceKind::City) clue(c.clues, Clue::SettlementHint) = 1;
    if (group.acts && c.place.kind == PlaceKind::City && c.place.seat == 6) clue(c.clues, Clue::CapitalActs) = 1;
    if (group.comma_after && c.place.kind == PlaceKind::City) clue(c.clues, Clue::CommaCity) = 1;
    if (group.comma_after && (division || c.place.kind == PlaceKind::Country)) clue(c.clues, Clue::CommaDivision) = 1;
  }
}

/// The letters that survive every way of carrying a name over from another script: "mklv" of "mykolayiv" and "mykolaiv".
std::string skeleton(const std::string& folded) {
  constexpr std::string_view soft = "aeiouyhjw' ";
  std::string out(1, folded.empty() ? ' ' : folded.front());
  for (std::size_t i = 1; i < folded.size(); ++i) {
    const char c = folded[i] == 'q' || folded[i] == 'c' ? 'k' : folded[i];
    if (soft.find(c) == std::string_view::npos && out.back() != c) out += c;
  }
  return out;
}

/// GeoNames calls some towns otherwise than newspapers do: "New York City", "Washington, D.C.". An alternate name that opens
/// the main name, and any name of a capital, is as good as an English one.
NameKind effective_kind(const Store& store, const Candidate& candidate, const PlaceSummary& place, const std::string& folded_name) {
  if (candidate.name_kind != NameKind::Alternate || place.kind != PlaceKind::City) return candidate.name_kind;
  if (place.seat == 6) return NameKind::English;
  if (place.population < 100'000) return candidate.name_kind;
  const std::string main = fold(store.place(candidate.record).name);
  return main.starts_with(folded_name + ' ') || skeleton(main) == skeleton(folded_name) ? NameKind::English : candidate.name_kind;
}

/// Each record once, under its best name kind, the most populous first if there are too many.
void fill_candidates(const Store& store, NameGroup& group, const NameToPlace& name, const std::string& folded_name) {
  for (const Candidate& candidate : name.candidates) {
    const auto same = std::find_if(group.candidates.begin(), group.candidates.end(),
                                   [&](const RankedCandidate& c) { return c.candidate.record == candidate.record; });
    if (same != group.candidates.end()) {
      same->candidate.name_kind = std::min(same->candidate.name_kind, candidate.name_kind);
      continue;
    }
    RankedCandidate ranked;
    ranked.candidate = candidate;
    ranked.place = store.summary(candidate.record);
    ranked.candidate.name_kind = effective_kind(store, candidate, ranked.place, folded_name);
    ranked.unit = unit_vector(ranked.place);
    group.candidates.push_back(ranked);
  }
  if (group.candidates.size() > max_candidates) {
    const auto weight = [](const RankedCandidate& c) {
      const bool administrative = c.place.kind != PlaceKind::City && c.place.kind != PlaceKind::Admin2;
      return static_cast<double>(c.place.population) * (c.candidate.name_kind == NameKind::Alternate ? 0.1 : 1.0) + (administrative ? 1e9 : 0.0);
    };
    std::stable_sort(group.candidates.begin(), group.candidates.end(), [&](const auto& a, const auto& b) { return weight(a) > weight(b); });
    group.candidates.resize(max_candidates);
  }
}

/// "the Pacific", "the western Atlantic": towns take no article.
bool after_article(const Document& document, std::uint32_t first) {
  constexpr std::array<std::string_view, 9> parts{"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"};
  const auto fold_before = [&](std::uint32_t at) { return at > 0 ? document.fold_of(document.words[at - 1]) : std::string_view{}; };
  if (std::find(parts.begin(), parts.end(), fold_before(first)) != parts.end()) --first;
  return fold_before(first) == "the";
}

/// Leaves out the towns and divisions that are called like a sea, unless they are a user's own.
void keep_waters(NameGroup& group) {
  const auto is_sea = [](const RankedCandidate& c) { return c.place.kind == PlaceKind::Sea; };
  if (group.pinned || std::none_of(group.candidates.begin(), group.candidates.end(), is_sea)) return;
  std::erase_if(group.candidates, [](const RankedCandidate& c) {
    const bool land = c.place.kind == PlaceKind::City || c.place.kind == PlaceKind::Admin1 || c.place.kind == PlaceKind::Admin2;
    return land && (c.candidate.note & own_name) == 0;
  });
}

bool is_pinned(const Store& store, NameGroup& group, const NameToPlace& name) {
  if (name.pinned_id.empty()) return false;
  const std::vector<Candidate>& candidates = name.candidates;
  for (const Candidate& c : candidates) {
    if (store.place(c.record).id != name.pinned_id) continue;
    group.pinned = true;
    RankedCandidate ranked;
    ranked.candidate = c;
    ranked.place = store.summary(c.record);
    ranked.unit = unit_vector(ranked.place);
    group.candidates.assign(1, ranked);
    return true;
  }
  return false;
}

/// Sums of belief by country or division over the names of a text.
class Votes {
 public:
  void add(std::uint64_t key, float belief) {
    if (key != 0) sums_.emplace_back(key, belief);
  }
  /// To be called once, after the last add(): a text may be a list of thousands of towns, so no linear searches.
  void finish() {
    std::stable_sort(sums_.begin(), sums_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      if (kept > 0 && sums_[kept - 1].first == sums_[i].first) sums_[kept - 1].second += sums_[i].second;
      else sums_[kept++] = sums_[i];
    }
    sums_.resize(kept);
  }
  [[nodiscard]] float of(std::uint64_t key) const noexcept {
    const auto it = std::lower_bound(sums_.begin(), sums_.end(), key, [](const auto& sum, std::uint64_t k) { return sum.first < k; });
    return it != sums_.end() && it->first == key ? it->second : 0;
  }

 private:
  std::vector<std::pair<std::uint64_t, float>> sums_;
};

struct Context {
  Votes countries;
  Votes divisions;
  Votes named_countries;   ///< by names of the country itself
  Votes named_divisions;
};

void add_votes(const NameGroup& group, Context& context) {
  for (const RankedCandidate& c : group.candidates) {
    if (c.belief < 0.02F) continue;
    context.countries.add(c.place.country, c.belief);
    context.divisions.add(c.place.admin1, c.belief);
    if (c.place.kind == PlaceKind::Country) context.named_countries.add(c.place.country, c.belief);
    if (c.place.kind == PlaceKind::Admin1) context.named_divisions.add(c.place.admin1, c.belief);
  }
}

/// What a group itself adds to a vote, to be taken off again.
float own_vote(const NameGroup& group, std::uint64_t key, bool division, bool named) {
  float sum = 0;
  for (const RankedCandidate& c : group.candidates) {
    if (c.belief < 0.02F) continue;
    if (named && c.place.kind != (division ? PlaceKind::Admin1 : PlaceKind::Country)) continue;
    if ((division ? c.place.admin1 : c.place.country) == key) sum += c.belief;
  }
  return sum;
}

bool contains(const PlaceSummary& container, const PlaceSummary& place) noexcept {
  if (container.kind == PlaceKind::Country) return container.country == place.country && place.kind != PlaceKind::Country;
  if (container.kind == PlaceKind::Admin1) return container.admin1 == place.admin1 && place.kind != PlaceKind::Admin1;
  if (container.kind == PlaceKind::Admin2) return container.admin1 == place.admin1 && place.kind == PlaceKind::City;
  if (container.kind == PlaceKind::City) return container.admin1 == place.admin1 && place.kind != PlaceKind::Country;
  return container.country == place.country && container.country != 0;
}

void fill_container_clues(const Problem& problem, const NameGroup& group, RankedCandidate& c) {
  float inside = 0;
  for (const std::uint32_t index : group.containers) {
    for (const RankedCandidate& other : problem.groups[index].candidates) {
      if (other.belief > 0.02F && contains(other.place, c.place)) inside = std::max(inside, other.belief);
    }
  }
  clue(c.clues, Clue::Container) = inside;
  clue(c.clues, Clue::ContainerMissed) = group.containers.empty() ? 0 : 1 - inside;
}

/// The point of a division says little about where its towns lie; that they lie in it is a vote.
bool has_precise_point(const PlaceSummary& place) noexcept {
  return place.kind != PlaceKind::Country && place.kind != PlaceKind::Admin1 && place.kind != PlaceKind::Continent && place.kind != PlaceKind::Bloc;
}

void fill_distance_clues(const Problem& problem, std::size_t self, RankedCandidate& c) {
  float nearest = 0;
  float sum = 0;
  float count = 0;
  float top = 0;
  if (has_precise_point(c.place)) {
    for (std::size_t g = first_neighbour(self); g < last_neighbour(problem, self); ++g) {
      if (g == self || problem.groups[g].candidates.empty()) continue;
      const RankedCandidate& other = problem.groups[g].candidates.front();
      if (!has_precise_point(other.place) || other.belief < 0.3F) continue;
      const float km = distance_km(c.unit, other.unit);
      nearest = std::max(nearest, other.belief / (1 + km / near_km));
      sum += other.belief / (1 + km / regional_km);
      count += other.belief;
      if (count <= 1.01F) top = std::max(top, other.belief / (1 + km / near_km));
    }
  }
  clue(c.clues, Clue::Nearest) = nearest;
  clue(c.clues, Clue::MeanNearness) = count > 0 ? sum / (count + 0.5F) : 0;
  clue(c.clues, Clue::NearTopPlace) = top;
}

/// A city of millions that is by far the largest of its name is meant although the text names the state of a namesake, unless it says
/// "X, Ohio". Local papers, of which the training texts are many, would unlearn this: so it is added to what they teach.
constexpr float fame = 2.5F;
bool is_famous(const NameGroup& group, const RankedCandidate& c) noexcept {
  return group.containers.empty() && c.clues[static_cast<std::size_t>(Clue::LargestByFar)] > 0 && c.clues[static_cast<std::size_t>(Clue::HugeCity)] > 0;
}

void move_best_first(NameGroup& group) {
  std::stable_sort(group.candidates.begin(), group.candidates.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
}

/// A town and the division around it often share a name, a country and nearly a point, and nothing in a text tells them apart
/// but "region". Without that word the town is meant, which is also the sharper answer.
void prefer_town(NameGroup& group) {
  if (group.candidates.size() < 2 || group.hint == Hint::Division) return;
  RankedCandidate& first = group.candidates.front();
  if (first.place.kind != PlaceKind::Admin1) return;
  for (RankedCandidate& town : group.candidates) {
    const bool twin = town.place.kind == PlaceKind::City && town.place.admin1 == first.place.admin1 && town.place.seat >= 5 && !town.place.part;
    if (!twin || first.score - town.score > 4 || town.candidate.name_kind > first.candidate.name_kind || distance_km(first.unit, town.unit) > near_km) continue;
    std::swap(first.score, town.score);
    std::swap(first.belief, town.belief);
    move_best_first(group);
    return;
  }
}

}  // namespace

Problem make_problem(const Store& store, const Document& document, std::span<const NameToPlace> names, const LocateOptions& options) {
  Problem problem;
  if (options.home_country.size() == 2) {
    problem.home = static_cast<std::uint16_t>((static_cast<unsigned char>(options.home_country[0]) << 8U) | static_cast<unsigned char>(options.home_country[1]));
  }
  std::unordered_map<std::string, std::uint32_t> by_name;  // only searched, never iterated
  std::string key;
  for (std::uint32_t n = 0; n < names.size(); ++n) {
    key.clear();
    append_name(document, names[n].first, names[n].last, key);
    const std::string folded_name = key;
    // "Hamilton" and "Hamilton and Butler counties" are different names.
    key += static_cast<char>('0' + static_cast<int>(names[n].hint == Hint::County ? Hint::County : Hint::None));
    const auto [it, is_new] = by_name.try_emplace(key, static_cast<std::uint32_t>(problem.groups.size()));
    if (is_new) problem.groups.emplace_back();
    NameGroup& group = problem.groups[it->second];
    problem.group_of.push_back(it->second);
    group.names.push_back(n);
    if (group.hint == Hint::None) group.hint = names[n].hint;
    group.acts = group.acts || names[n].acts;
    if (!group.pinned && !is_pinned(store, group, names[n]) && group.candidates.empty()) fill_candidates(store, group, names[n], folded_name);
    if (names[n].hint == Hint::None && after_article(document, names[n].first)) keep_waters(group);
  }
  for (std::uint32_t n = 0; n < names.size(); ++n) {
    NameGroup& group = problem.groups[problem.group_of[n]];
    if (names[n].container < 0) continue;
    group.comma_after = true;
    const std::uint32_t container = problem.group_of[static_cast<std::size_t>(names[n].container)];
    if (container != problem.group_of[n] && std::find(group.containers.begin(), group.containers.end(), container) == group.containers.end()) {
      group.containers.push_back(container);
    }
  }
  for (NameGroup& group : problem.groups) fill_own_clues(group, problem.home);
  return problem;
}

std::size_t first_neighbour(std::size_t group) noexcept { return group > max_neighbours ? group - max_neighbours : 0; }
std::size_t last_neighbour(const Problem& problem, std::size_t group) noexcept { return std::min(problem.groups.size(), group + max_neighbours + 1); }

void update_context(Problem& problem) {
  Context context;
  for (const NameGroup& group : problem.groups) add_votes(group, context);
  for (Votes* votes : {&context.countries, &context.divisions, &context.named_countries, &context.named_divisions}) votes->finish();
  const auto others = static_cast<float>(std::max<std::size_t>(problem.groups.size(), 1));
  const auto saturated = [](float sum) { return 1 - std::exp(-sum); };
  for (std::size_t g = 0; g < problem.groups.size(); ++g) {
    NameGroup& group = problem.groups[g];
    if (group.candidates.size() < 2) continue;
    for (RankedCandidate& c : group.candidates) {
      const float country = context.countries.of(c.place.country) - own_vote(group, c.place.country, false, false);
      const float division = context.divisions.of(c.place.admin1) - own_vote(group, c.place.admin1, true, false);
      clue(c.clues, Clue::CountryVote) = country / others;
      clue(c.clues, Clue::CountryVoteAny) = saturated(country);
      clue(c.clues, Clue::Admin1Vote) = division / others;
      clue(c.clues, Clue::Admin1VoteAny) = saturated(division);
      if (c.place.kind != PlaceKind::Country) {
        clue(c.clues, Clue::CountryNamed) = saturated(context.named_countries.of(c.place.country) - own_vote(group, c.place.country, false, true));
      }
      if (c.place.kind != PlaceKind::Admin1) {
        clue(c.clues, Clue::Admin1Named) = saturated(context.named_divisions.of(c.place.admin1) - own_vote(group, c.place.admin1, true, true));
      }
      fill_container_clues(problem, group, c);
      fill_distance_clues(problem, g, c);
    }
  }
}

void score_all(Problem& problem, const std::array<float, clue_count>& weights) {
  for (NameGroup& group : problem.groups) {
    float best = -1e9F;
    for (RankedCandidate& c : group.candidates) {
      c.score = 0;
      for (std::size_t i = 0; i < clue_count; ++i) c.score += weights[i] * c.clues[i];
      if (is_famous(group, c)) c.score += fame;
      best = std::max(best, c.score);
    }
    float total = 0;
    for (RankedCandidate& c : group.candidates) total += c.belief = std::exp(c.score - best);
    for (RankedCandidate& c : group.candidates) c.belief /= total;
    move_best_first(group);
  }
}

void rank(Problem& problem, const ResolverWeights& weights) {
  score_all(problem, weights.alone);
  for (int round = 0; round < rounds; ++round) {
    update_context(problem);
    score_all(problem, weights.together);
  }
  for (NameGroup& group : problem.groups) prefer_town(group);
}

}  // namespace dateline::gazetteer::detail
