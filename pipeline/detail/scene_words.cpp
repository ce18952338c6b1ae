#include <algorithm>
#include <map>
#include <set>

#include "claims/words.hpp"
#include "pipeline/data.hpp"
#include "base/utf8.hpp"
#include "pipeline/detail/scene_words.hpp"

namespace dateline::pipeline::detail {

namespace {

/// Alt text is read aloud; longer ones are cut by many readers.
constexpr std::size_t kAltTextCodePoints = 600;
/// Places named in a subtitle before "and n more".
constexpr std::size_t kSubtitlePlaces = 5;

/// Countries named in a title before it speaks of all.
constexpr std::size_t kTitleCountries = 2;

/// The nationalities that the events are about, most events first and by code among equals.
std::vector<std::string> countries_by_events(const std::vector<claims::EventView>& views) {
  std::map<std::string, std::size_t> counts;
  for (const auto& view : views) {
    if (!view.actor_country.empty()) ++counts[view.actor_country];
  }
  std::vector<std::string> codes;
  for (const auto& [code, count] : counts) codes.push_back(code);
  std::stable_sort(codes.begin(), codes.end(), [&](const auto& a, const auto& b) { return counts.at(a) > counts.at(b); });
  return codes;
}

/// Whose troops the map is about: the country of more than half of the events, else the two that share them; empty if more do, or if
/// most events name no country.
std::vector<std::string> title_countries(const std::vector<claims::EventView>& views) {
  const auto codes = countries_by_events(views);
  const auto of = [&](const std::string& code) { return std::count_if(views.begin(), views.end(), [&](const claims::EventView& view) { return view.actor_country == code; }); };
  const auto most = [&](std::ptrdiff_t events) { return static_cast<std::size_t>(events) * 2 > views.size(); };
  if (codes.size() == kTitleCountries && most(of(codes[0]) + of(codes[1]))) return codes;
  if (!codes.empty() && most(of(codes.front()))) return {codes.front()};
  return {};
}

/// Where the events are, when nothing tells whose they are: the countries of the places, as long as a title holds them.
std::vector<std::string> countries_of(const render::Scene& scene, const CountryNames& countries) {
  constexpr std::size_t most = 4;
  std::vector<std::string> names;
  for (const auto& place : scene.places) {
    auto name = countries.name(place.country);
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  return names.size() > most ? std::vector<std::string>{} : names;
}

std::string theme_of(const std::vector<claims::EventView>& views) {
  bool moves = false;
  bool stays = false;
  for (const auto& view : views) {
    using claims::ClaimKind;
    const auto kind = view.event->kind;
    (kind == ClaimKind::Basing || kind == ClaimKind::Presence ? stays : moves) = true;
  }
  if (moves && stays) return "reported troop movements and basing";
  return stays ? "reported basing of troops" : "reported troop movements";
}

/// First and last day of the dated events that have happened, as one EDTF interval; empty if none is dated to the day.
std::string period_of(const std::vector<claims::EventView>& views) {
  std::string first;
  std::string last;
  for (const auto& view : views) {
    for (std::size_t at = 0; at < view.when.size();) {
      const auto slash = std::min(view.when.find('/', at), view.when.size());
      const std::string day = view.when.substr(at, slash - at);
      if (day.size() == 10 && day.find('X') == std::string::npos) {
        if (first.empty() || day < first) first = day;
        if (last.empty() || day > last) last = day;
      }
      at = slash + 1;
    }
  }
  return first.empty() ? "" : first == last ? first : first + "/" + last;
}

std::string subtitle_of(const render::Scene& scene, const std::vector<claims::EventView>& views, const claims::LedgerIndex& index) {
  std::vector<std::string> names;
  std::size_t more = 0;
  for (const auto& place : scene.places) {
    if (place.shape == render::PlaceShape::Country) continue;
    if (names.size() < kSubtitlePlaces) names.push_back(place.name);
    else ++more;
  }
  if (more > 0) names.push_back(std::to_string(more) + " more");
  std::vector<std::string> parts;
  if (!names.empty()) parts.push_back(claims::join_and(names));
  if (const auto period = period_of(views); !period.empty()) parts.push_back(claims::format_edtf(period));
  std::set<std::string> outlets;
  for (const auto& view : views) outlets.insert(view.event->outlets.begin(), view.event->outlets.end());
  parts.push_back("from " + claims::count_of(outlets.size(), "story", "stories") + (outlets.size() < index.ledger().articles.size() ? " of " + std::to_string(index.ledger().articles.size()) : ""));
  return claims::join(parts, " · ");
}

std::string as_of(const claims::LedgerIndex& index) {
  std::string latest;
  bool undated = false;
  for (const auto& article : index.ledger().articles) {
    latest = std::max(latest, article.published);
    undated = undated || article.published.empty();
  }
  if (latest.empty()) return "As reported in undated stories";
  return "As reported up to " + claims::format_edtf(latest) + (undated ? " and in undated stories" : "");
}

std::string cut_to(const std::string& text, std::size_t code_points) {
  const CodePointIndex index(text);
  if (index.size() <= code_points) return text;
  auto cut = text.substr(0, index.to_bytes(code_points - 2));
  return cut.substr(0, cut.rfind(' ')) + " …";
}

std::string alt_text(const render::Scene& scene) {
  std::string out = "Map. " + scene.title + ".";
  for (const auto& mark : scene.marks) {
    out += " " + std::to_string(mark.number) + ": " + mark.title + (mark.date_label.empty() ? "" : ", " + mark.date_label) +
           (mark.status == render::MarkStatus::Planned ? ", planned" : "") + (mark.denied ? ", denied" : "") +
           (mark.not_confirmed ? ", not confirmed" : "") + ".";
  }
  return cut_to(out, kAltTextCodePoints);
}

std::string precision_line(const render::Scene& scene) {
  bool city = false;
  bool area = false;
  bool water = false;
  for (const auto& place : scene.places) {
    city = city || place.shape == render::PlaceShape::City;
    area = area || place.shape == render::PlaceShape::Area || place.shape == render::PlaceShape::Country;
    water = water || place.shape == render::PlaceShape::Water;
  }
  std::vector<std::string> parts;
  if (city) parts.emplace_back("Circles stand for whole towns, not for sites");
  if (area) parts.emplace_back("Hatching and outlines mean somewhere within the area");
  if (water) parts.emplace_back("Waves mean somewhere on that sea");
  return parts.empty() ? "" : claims::join(parts, ". ") + ".";
}

bool all_reviewed(const std::vector<claims::EventView>& views) {
  return std::all_of(views.begin(), views.end(), [](const claims::EventView& view) {
    return std::all_of(view.claims.begin(), view.claims.end(),
                       [](const claims::Claim* claim) { return claim->review.state != claims::ReviewState::Unreviewed; });
  });
}

}  // namespace

std::string CountryNames::name(const std::string& iso2) const {
  if (iso2.empty()) return "";
  const auto place = store_.find_id("country:" + iso2);
  return place ? place->name : "";
}

void add_words(render::Scene& scene, const std::vector<claims::EventView>& views, const claims::LedgerIndex& index, const CountryNames& countries) {
  if (scene.title.empty()) {
    std::vector<std::string> names;
    for (const auto& code : title_countries(views)) {
      if (auto name = countries.name(code); !name.empty()) names.push_back(std::move(name));
    }
    if (names.empty()) names = countries_of(scene, countries);
    scene.title = names.empty() ? claims::capitalised(theme_of(views)) : claims::join_and(names) + ": " + theme_of(views);
  }
  scene.subtitle = subtitle_of(scene, views, index);
  scene.as_of = as_of(index);
  if (!all_reviewed(views)) scene.unverified_line = "Reports not independently verified.";
  scene.precision_line = precision_line(scene);
  scene.alt_text = alt_text(scene);
}

}  // namespace dateline::pipeline::detail
