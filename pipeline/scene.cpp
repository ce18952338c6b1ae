#include "pipeline/scene.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "article/hash.hpp"
#include "base/error.hpp"
#include "claims/event_view.hpp"
#include "claims/force_words.hpp"
#include "claims/ledger_json.hpp"
#include "claims/words.hpp"
#include "pipeline/detail/page_names.hpp"
#include "pipeline/detail/scene_notes.hpp"
#include "pipeline/detail/scene_places.hpp"
#include "pipeline/detail/scene_symbols.hpp"
#include "pipeline/detail/scene_words.hpp"

namespace dateline::pipeline {

namespace {

using claims::ClaimKind;
using claims::ClaimStatus;

render::MarkStatus mark_status(ClaimStatus status) {
  switch (status) {
    case ClaimStatus::Reported: return render::MarkStatus::Reported;
    case ClaimStatus::Ongoing: return render::MarkStatus::Ongoing;
    case ClaimStatus::Planned: return render::MarkStatus::Planned;
    case ClaimStatus::Conditional: return render::MarkStatus::Conditional;
    case ClaimStatus::Denied: return render::MarkStatus::Denied;
    case ClaimStatus::Past: return render::MarkStatus::Past;
  }
  return render::MarkStatus::Reported;
}

render::MarkKind mark_kind(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::Movement: return render::MarkKind::Movement;
    case ClaimKind::Withdrawal: return render::MarkKind::Withdrawal;
    case ClaimKind::Basing: return render::MarkKind::Basing;
    case ClaimKind::Presence: return render::MarkKind::Presence;
    case ClaimKind::Mobilisation: return render::MarkKind::Mobilisation;
    case ClaimKind::Transfer: return render::MarkKind::Transfer;
  }
  return render::MarkKind::Movement;
}

/// Why an event is not on the map at all; empty if it is.
std::string reason_to_leave_out(const claims::EventView& view, const std::optional<DateRange>& when, const SceneOptions& options) {
  if (view.event->kind == ClaimKind::Transfer && options.transfers == Transfers::LeaveOut) return "delivery of materiel (--transfers draws it)";
  if (view.event->status == ClaimStatus::Past) return "told as history";
  if (view.event->status == ClaimStatus::Denied) return "only denied, by nobody reported";
  const bool limited = options.time.first || options.time.last;
  if (limited && (!when || !when->meets(options.time))) return "outside the time asked for";
  return "";
}

/// A number at a mark reads as the number at that place; a total over several places stands in the note only.
std::string quantity_label(const claims::EventView& view) {
  if (!view.quantity || view.sites.size() + view.destinations.size() > 1) return "";
  const auto& unit = view.quantity->unit;
  return unit.empty() || unit == "persons" ? claims::format_quantity(*view.quantity) + " " + claims::force_words(view) : claims::counted_words(view);
}

std::string first_link(const claims::EventView& view, const claims::LedgerIndex& index) {
  for (const auto* claim : view.claims) {
    const auto* article = index.article(claim->article);
    if (article != nullptr && !article->url.empty()) return article->url;
  }
  return "";
}

render::Mark make_mark(const claims::EventView& view, const claims::LedgerIndex& index, const std::string& heading, detail::ScenePlaces& places) {
  render::Mark mark;
  mark.number = view.event->number;
  mark.kind = mark_kind(view.event->kind);
  mark.status = mark_status(view.event->status);
  mark.denied = view.denied;
  mark.not_confirmed = view.not_confirmed;
  const bool stays = mark.kind == render::MarkKind::Basing || mark.kind == render::MarkKind::Presence;
  if (view.leaves_only) mark.kind = render::MarkKind::Withdrawal;  // drawn as a place that was left
  if (!stays && !view.leaves_only && !view.origins.empty()) mark.origin = places.add(view, view.origins.front());
  for (const auto& id : view.leaves_only ? view.origins : view.destinations) (view.leaves_only ? mark.sites : mark.destinations).push_back(places.add(view, id));
  for (const auto& id : view.sites) mark.sites.push_back(places.add(view, id));
  if (view.quantity && view.quantity->unit == "persons") mark.quantity = view.quantity->low;
  mark.quantity_label = quantity_label(view);
  mark.date_label = claims::format_edtf(view.when);
  mark.title = heading;
  mark.description = "“" + claims::first_words(view.claims.front()->quote.exact, 25) + "”";
  mark.href = first_link(view, index);
  return mark;
}

/// "UN" for "un", "de facto" for "de_facto".
std::string worldview_name(std::string id) {
  if (id.size() == 2) std::transform(id.begin(), id.end(), id.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  std::replace(id.begin(), id.end(), '_', ' ');
  return id;
}

/// "both", "as the UN set them", "as in Japan".
std::string names_policy(std::string policy, const detail::CountryNames& countries) {
  std::transform(policy.begin(), policy.end(), policy.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  if (policy == "BOTH") return "both";
  if (policy == "UN") return "as the UN set them";
  const std::string country = countries.name(policy);
  return "as in " + (country.empty() ? policy : country);
}

/// Short enough to read out over the telephone, long enough not to collide within one project.
constexpr std::size_t kDocumentIdDigits = 12;

/// Small multiples leave nothing out: what has no date gets a panel that says so.
void add_undated_period(render::Scene& scene) {
  if (scene.periods.empty()) return;
  render::Scene::Period rest{"Date not given", {}};
  for (std::size_t i = 0; i < scene.marks.size(); ++i) {
    const auto holds = [&](const render::Scene::Period& p) { return std::find(p.marks.begin(), p.marks.end(), i) != p.marks.end(); };
    if (std::none_of(scene.periods.begin(), scene.periods.end(), holds)) rest.marks.push_back(i);
  }
  if (!rest.marks.empty()) scene.periods.push_back(std::move(rest));
}

}  // namespace

SceneResult make_scene(Data& data, const claims::Ledger& original, const SceneOptions& options) {
  const detail::ContestedNames names(data.folder(), options.names);
  const detail::PageNames page_names(original, data.store(), names);
  const claims::Ledger ledger = page_names.applied_to(original);
  const claims::LedgerIndex index(ledger);
  const auto& base_map = data.base_map(options.worldview);
  const detail::CountryNames countries(data.store());
  const detail::SeaParts sea_parts(data.folder());
  detail::ScenePlaces places(index, base_map, sea_parts);
  SceneResult result;
  render::Scene& scene = result.scene;
  std::vector<claims::EventView> shown;
  std::vector<std::optional<DateRange>> mark_dates;
  std::optional<detail::SymbolChooser> symbols;
  if (options.symbols.app6) symbols.emplace(data.folder(), options.symbols);

  for (auto& view : claims::view_events(index)) {
    const auto when = dates_of(view, index);
    const std::string heading = claims::heading_of(view, index, countries.name(view.actor_country));
    if (const auto reason = reason_to_leave_out(view, when, options); !reason.empty()) {
      result.left_out.push_back("#" + std::to_string(view.event->number) + " " + heading + ": " + reason);
      continue;
    }
    if (view.has_place()) {
      scene.marks.push_back(make_mark(view, index, heading, places));
      mark_dates.push_back(when);
      if (symbols) scene.marks.back().symbol = symbols->code_of(view);
    }
    scene.notes.push_back(detail::make_note(view, index, heading, options.quote_words));
    if (const auto others = page_names.other_names(view); !others.empty()) scene.notes.back().status_line += " · " + others;
    shown.push_back(std::move(view));
  }
  if (scene.marks.empty()) {
    throw NothingToDraw(ledger.claims.empty() ? "no report of a movement or of basing was found" : "no reported event has a place that can be drawn",
                        "`dateline claims` lists what was found; `dateline locate` shows the places in the text");
  }

  for (auto& period : date_periods(mark_dates, options.multiples, options.time)) scene.periods.push_back({std::move(period.caption), std::move(period.members)});
  add_undated_period(scene);
  scene.places = places.take();
  scene.title = options.title;
  detail::add_words(scene, shown, index, countries);
  scene.sources = detail::source_list(index);
  scene.policy_line = "Borders: " + worldview_name(base_map.worldview()) + " view, dashed where views differ; they imply no position. Contested names: " + names_policy(options.names, countries) + ".";
  scene.credits = base_map.credits() + " " + data.store().info().credits_short;
  scene.document_id = article::sha256_hex(claims::to_json(original)).substr(0, kDocumentIdDigits);
  detail::add_context(scene, data.store(), names, sea_parts);
  detail::add_contested_countries(scene, base_map, names);
  return result;
}

}  // namespace dateline::pipeline
