#include "render/compose.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <future>
#include <optional>
#include <span>

#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/parallel.hpp"
#include "render/app6_marks.hpp"
#include "render/emptiness.hpp"
#include "render/furniture.hpp"
#include "render/layout_choice.hpp"
#include "render/locator.hpp"
#include "render/notes_column.hpp"
#include "render/notes_pages.hpp"
#include "render/relief.hpp"
#include "render/scale_bar.hpp"
#include "render/sea_marks.hpp"

namespace dateline::render {
namespace {

constexpr double key_row = 19;
constexpr double least_side = 240;          // px: below this not even a title fits
constexpr double least_spacing = 40;        // px between places of a panel that is widened
constexpr double least_margin_share = 0.075;  // of a panel's shorter side, kept free of places (rule: at least 6 %)

class Composer {
 public:
  Composer(const Scene& scene, const geo::BaseMap& base_map, const styles::Style& style, const DrawOptions& options)
      : scene_(scene), base_map_(base_map), style_(style), options_(options), theme_(style), measure_(theme_.font_families), type_(measure_),
        widths_(scene) {
    for (const double side : {options.width, options.height}) {
      if (!(side >= least_side && side <= limits::max_page_side)) {
        throw RenderError("a picture of " + std::to_string(std::lround(options.width)) + " by " + std::to_string(std::lround(options.height)) + " px cannot be laid out",
                          "each side must be from 240 to " + std::to_string(limits::max_page_side) + " px");
      }
    }
  }

  Composition run() {
    lay_out_page();
    const PageParts parts{scene_, options_, theme_, type_, header_, footer_, base_map_.credits()};
    Page page = new_page(parts, options_.width, result_.layout.height);
    auto locator = start_locator();
    paint_panels();
    widen_empty_panels();
    for (std::size_t i = 0; i < result_.panels.size(); ++i) {
      PanelPicture& p = result_.panels[i];
      if (i < cells_.size()) p.caption = scene_.periods[cells_[i].period].caption + " · " + p.caption;
      page.items.insert(page.items.end(), p.items.begin(), p.items.end());
      paint_caption(page.items, p.caption, p.frame, theme_, type_);
      result_.drawing.panels.push_back(p.caption);
      const auto& d = p.labels.diagnostics;
      result_.drawing.diagnostics.insert(result_.drawing.diagnostics.end(), d.begin(), d.end());
    }
    finish_locator(page, locator);
    paint_key(page.items, result_.key, result_.layout.key, key_column_, key_row, widths_, theme_, type_);
    finish_pages(parts, std::move(page), result_);
    warn_of_missing_glyphs();
    return std::move(result_);
  }

 private:
  void paint_panels() {
    result_.panels.clear();
    for (std::size_t i = 0; i < panels_.size(); ++i) {
      result_.panels.push_back(paint_panel(scene_, panels_[i], std::move(marks_[i]), bases_[i], i, base_map_, style_, theme_, type_));
    }
  }

  // The locator's land is read while the panels are painted: a tenth of the work, and one that needs no text.
  using LocatorInWork = std::future<std::optional<LocatorGround>>;
  LocatorInWork start_locator() const {
    if (!result_.layout.locator) return {};
    return std::async(std::launch::async, make_locator_ground, *result_.layout.locator, locator_subject(panels_), std::cref(base_map_));
  }

  void finish_locator(Page& page, LocatorInWork& in_work) const {
    if (!in_work.valid()) return;
    auto ground = in_work.get();
    const LocatorSubject subject = locator_subject(panels_);
    if (ground && !(ground->subject == subject)) ground = make_locator_ground(*result_.layout.locator, subject, base_map_);   // a panel was widened meanwhile
    if (ground) paint_locator(page.items, *ground, panels_, base_map_, theme_, type_);
  }

  // A lone place far from all that has a name is shown with more of its surroundings, until they tell where it is.
  void widen_empty_panels() {
    if (!cells_.empty()) return;
    for (std::size_t i = 0; i < panels_.size(); ++i) {
      double least = empty_share(result_.panels[i]);
      if (least <= most_empty) continue;
      const geo::Box first = plans_[i].extent;
      geo::Box best = first;
      const std::size_t symbols = drawn_symbols().size();
      for (const double factor : {1.6, 2.6, 4.2}) {
        redraw(i, at_least(first, Meters(diagonal(first).value() * factor)));
        const double share = empty_share(result_.panels[i]);
        // The key has been given its room; and places must not run into each other.
        if (drawn_symbols().size() != symbols || closest_places(panels_[i]) < least_spacing) break;
        if (share < least - 0.02) least = share, best = plans_[i].extent;
        if (share <= most_empty) break;
      }
      if (!(plans_[i].extent == best)) redraw(i, best);
    }
  }

  void redraw(std::size_t i, const geo::Box& extent) {
    plans_[i].extent = extent;
    const auto inset = panels_[i].inset;
    panels_[i] = new_panel(plans_[i], result_.layout.panels[i]);
    panels_[i].inset = inset;
    bases_[i] = read_base(base_map_, panels_[i].frame);
    if (!options_.relief.empty()) bases_[i].relief = make_relief(options_.relief, panels_[i].frame);
    panels_[i].mask.emplace(panels_[i].frame.page(), bases_[i].land);
    settle_seas(scene_, panels_[i]);
    distribute();
    paint_panels();
  }

  SymbolUse drawn_symbols() const {
    SymbolUse all;
    for (const PanelPicture& p : result_.panels) all.merge(p.marks.symbols(scene_));
    return all;
  }

  double closest_places(const Panel& panel) const {
    double least = 1e9;
    for (const std::size_t a : panel.plan.places) {
      for (const std::size_t b : panel.plan.places) {
        const bool points = panel.places[a].rings.empty() && panel.places[b].rings.empty();
        if (a < b && points) least = std::min(least, distance(panel.places[a].center, panel.places[b].center));
      }
    }
    return least;
  }

  Panel new_panel(const PanelPlan& plan, const PageBox& box) const {
    const double margin = std::min(box.width(), box.height()) * least_margin_share + std::min(26.0, box.width() * 0.04);
    return make_panel(scene_, plan, MapFrame::fit(plan.extent, box, margin, options_.crs));
  }

  void lay_out_page() {
    plans_ = plan_panels(scene_, 3);
    if (!scene_.periods.empty()) plan_periods();
    const double margin = std::clamp(std::min(options_.width, options_.height) * 0.026, 12.0, 28.0);
    if (!caption_only()) header_ = make_header(scene_, options_.width - 2 * margin, theme_, type_);
    footer_ = make_footer(caption_only() ? caption_scene() : scene_, base_map_.credits(), options_.width - 2 * margin, theme_, type_);
    LayoutRequest request;
    request.width = options_.width;
    request.height = options_.height;
    request.header_height = header_.height;
    request.footer_height = footer_.height;
    request.locator = options_.width >= narrow_page && scene_.periods.empty() && needs_locator(plans_);
    request.notes = with_notes() && !scene_.notes.empty();
    request.key_entry_height = key_row;
    if (request.notes) {
      const double column = options_.width < narrow_page ? options_.width - 2 * margin : notes_column_width;
      request.notes_height = notes_height(scene_, column, NoteForm::Full, with_note_size(theme_, roomy_note_size), type_);
      request.brief_notes_height = notes_height(scene_, column, NoteForm::Brief, with_note_size(theme_, comfortable_note_size), type_);
    }
    for (const PanelPlan& p : plans_) request.panel_aspects.push_back(MapFrame::aspect(p.extent, options_.crs));
    if (!cells_.empty()) request.panel_aspects = {mean_aspect()};
    // What is drawn decides the key, and the key's size the boxes that are drawn in: boxes are made twice, which
    // settles, as the symbols of a mark do not depend on the size of its panel.
    result_.layout = lay_out(request);
    make_panels();
    distribute();
    drop_empty_cells();
    result_.key = make_key(all_symbols(), widths_);
    add_symbols_to_key(result_.key, scene_);
    request.key_entries = result_.key.size();
    request.key_entry_width = key_column_ = key_entry_width(result_.key, theme_, type_);
    if (!lay_out_with_inset(request)) {
      result_.layout = choose_layout(scene_, options_, request, theme_, type_);
      make_panels();
    }
    bases_.resize(panels_.size());
    for_each_index(panels_.size(), static_cast<int>(panels_.size()), [&](std::size_t i) {
      bases_[i] = read_base(base_map_, panels_[i].frame);
      panels_[i].mask.emplace(panels_[i].frame.page(), bases_[i].land);
      settle_seas(scene_, panels_[i]);
    });
    if (!options_.relief.empty()) {
      for (std::size_t i = 0; i < panels_.size(); ++i) add_relief(i);
    }
    distribute();
    result_.key = make_key(all_symbols(), widths_);
    add_symbols_to_key(result_.key, scene_);
  }

  void add_relief(std::size_t panel) {
    bases_[panel].relief = make_relief(options_.relief, panels_[panel].frame);
    if (bases_[panel].relief) return;
    result_.drawing.diagnostics.push_back({Severity::Warning, "the relief has no heights in panel " + std::to_string(panel + 1),
                                           "give a raster that covers the map, with --relief", {}, {}, 1});
  }

  bool with_notes() const { return options_.notes == DrawOptions::Notes::Full; }
  bool caption_only() const { return options_.notes == DrawOptions::Notes::Caption; }

  // The title begins the small print, where a newspaper's caption stands.
  Scene caption_scene() const {
    Scene words;
    words.unverified_line = scene_.title + ".";
    for (const std::string& part : {scene_.as_of.empty() ? "" : scene_.as_of + ".", scene_.unverified_line, scene_.precision_line}) {
      if (!part.empty()) words.precision_line += (words.precision_line.empty() ? "" : " ") + part;
    }
    words.policy_line = scene_.policy_line;
    words.credits = scene_.credits;
    words.document_id = scene_.document_id;
    return words;
  }

  void distribute() {
    if (scene_.periods.empty()) {
      marks_ = distribute_marks(scene_, panels_);
      return;
    }
    marks_.clear();
    for (std::size_t first = 0; first < cells_.size();) {
      std::size_t end = first;
      while (end < cells_.size() && cells_[end].period == cells_[first].period) ++end;
      for (PanelMarks& marks : marks_of_period(scene_, std::span(panels_).subspan(first, end - first), scene_.periods[cells_[first].period].marks)) marks_.push_back(std::move(marks));
      first = end;
    }
  }

  // Small multiples: a panel for each period and each cluster of places. Where that would be too many, all places share
  // one panel a period.
  void plan_periods() {
    constexpr std::size_t most_cells = 9;
    if (plans_.size() * scene_.periods.size() > most_cells) plans_ = plan_panels(scene_, 1);
    for (std::size_t period = 0; period < scene_.periods.size(); ++period) {
      for (std::size_t plan = 0; plan < plans_.size(); ++plan) cells_.push_back({period, plan});
    }
    if (plans_.empty()) cells_.clear();
  }

  // Periods in which nothing happened in a cluster need no panel of it; the first layout shows which.
  void drop_empty_cells() {
    std::vector<Cell> kept;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (!marks_[i].arrows.empty() || !marks_[i].places.empty()) kept.push_back(cells_[i]);
    }
    cells_ = std::move(kept);
  }

  double mean_aspect() const {
    double logarithms = 0;
    for (const PanelPlan& p : plans_) logarithms += std::log(MapFrame::aspect(p.extent, options_.crs));
    return std::exp(logarithms / static_cast<double>(plans_.size()));
  }

  // One map with the locator in a corner of it, and the key above the notes or, where they fill their columns, below the map. False if
  // every corner is taken; then nothing has changed but the panels.
  bool lay_out_with_inset(LayoutRequest request) {
    const bool landscape = options_.width >= 1.12 * options_.height;
    if (!request.locator || !with_notes() || !landscape || panels_.size() != 1) return false;
    request.locator = false;
    result_.layout = choose_layout(scene_, options_, request, theme_, type_);
    make_panels();
    distribute();
    panels_.front().inset = free_corner(scene_, panels_.front(), marks_.front());
    result_.layout.locator = panels_.front().inset;
    return result_.layout.locator.has_value();
  }

  void make_panels() {
    panels_.clear();
    if (!cells_.empty()) result_.layout.panels = panel_grid(result_.layout.panels.front(), cells_.size(), mean_aspect());
    for (std::size_t i = 0; i < result_.layout.panels.size(); ++i) {
      const PanelPlan& plan = plans_[cells_.empty() ? i : cells_[i].plan];
      panels_.push_back(new_panel(plan, result_.layout.panels[i]));
    }
  }

  SymbolUse all_symbols() const {
    SymbolUse all;
    for (const PanelMarks& marks : marks_) {
      for (const auto& [symbol, events] : marks.symbols(scene_)) all[symbol].insert(events.begin(), events.end());
    }
    return all;
  }

  void warn_of_missing_glyphs() {
    std::string all;
    for (const Page& page : result_.drawing.pages) {
      for (const DisplayItem& item : page.items) {
        if (const auto* text = std::get_if<TextItem>(&item)) all += text->text + "\n";
      }
    }
    const auto missing = measure_.missing_glyphs(all);
    if (missing.empty()) return;
    std::string list;
    for (std::size_t i = 0; i < missing.size() && i < 8; ++i) {
      char code[16];
      std::snprintf(code, sizeof code, "%sU+%04X", i == 0 ? "" : ", ", static_cast<unsigned>(missing[i]));
      list += code;
    }
    result_.drawing.diagnostics.push_back({Severity::Warning, "no font has glyphs for " + std::to_string(missing.size()) + " characters: " + list,
                                           "install a font that covers them, or name one in the style", {}, {}, 1});
  }

  const Scene& scene_;
  const geo::BaseMap& base_map_;
  const styles::Style& style_;
  const DrawOptions& options_;
  Theme theme_;
  TextMeasure measure_;
  Typesetter type_;
  ArrowWidths widths_;
  Header header_;
  Footer footer_;
  std::vector<PanelPlan> plans_;
  struct Cell {
    std::size_t period, plan;
  };
  std::vector<Cell> cells_;      // of small multiples, period by period; empty for a map that has none
  std::vector<Panel> panels_;
  std::vector<BasePaths> bases_;
  std::vector<PanelMarks> marks_;
  double key_column_ = 190;
  Composition result_;
};

}  // namespace

Composition compose(const Scene& scene, const geo::BaseMap& base_map, const styles::Style& style, const DrawOptions& options) {
  return Composer(scene, base_map, style, options).run();
}

}  // namespace dateline::render
