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
#include "render/locator.hpp"
#include "render/relief.hpp"
#include "render/scale_bar.hpp"
#include "render/sea_marks.hpp"

namespace dateline::render {
namespace {

constexpr double key_row = 19;
constexpr double least_width_for_two_columns = 1'300;   // px: on a narrower page the map would be the smaller part
constexpr double least_side = 240;          // px: below this not even a title fits
constexpr double least_spacing = 40;        // px between places of a panel that is widened
constexpr double least_margin_share = 0.075;  // of a panel's shorter side, kept free of places (rule: at least 6 %)

class Composer {
 public:
  Composer(const Scene& scene, const geo::BaseMap& base_map, const styles::Style& style, const DrawOptions& options)
      : scene_(scene), base_map_(base_map), style_(style), options_(options), theme_(style), measure_(theme_.font_families), type_(measure_),
        widths_(scene), roomy_(with_note_size(theme_, 12)) {
    for (const double side : {options.width, options.height}) {
      if (!(side >= least_side && side <= limits::max_page_side)) {
        throw RenderError("a picture of " + std::to_string(std::lround(options.width)) + " by " + std::to_string(std::lround(options.height)) + " px cannot be laid out",
                          "each side must be from 240 to " + std::to_string(limits::max_page_side) + " px");
      }
    }
  }

  Composition run() {
    lay_out_page();
    Page page = new_page(options_.width, result_.layout.height);
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
    set_all_notes(page);
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
      request.notes_height = notes_height(scene_, column, NoteForm::Full, with_note_size(theme_, 12), type_);
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
      result_.layout = choose_layout(request);
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

  // The layout that takes the least from the map and still gives every badge a note in comfortable type; if none does,
  // the first in which all notes fit at all.
  PageLayout choose_layout(LayoutRequest request) const {
    std::vector<PageLayout> choices;
    if (const auto layout = beneath_key(request)) return *layout;
    const bool wide = options_.width >= least_width_for_two_columns && options_.overflow != DrawOptions::Overflow::Grow;
    for (const auto& [columns, in_strip] : {std::pair{1, false}, {1, true}, {2, false}, {2, true}}) {
      if (columns == 2 && !wide) continue;
      request.notes_columns = columns;
      request.notes_in_strip = in_strip;
      choices.push_back(lay_out(request));
    }
    for (const double size : {comfortable_note_size, least_note_size}) {
      for (const PageLayout& layout : choices) {
        if (set_notes(scene_, 0, layout.notes, NoteForm::Brief, 0, with_note_size(theme_, size), type_).next == scene_.notes.size()) return layout;
      }
    }
    std::vector<std::size_t> shown;
    for (const PageLayout& layout : choices) shown.push_back(set_notes(scene_, 0, layout.notes, NoteForm::Brief, 0, with_note_size(theme_, least_note_size), type_).next);
    if (options_.overflow != DrawOptions::Overflow::Truncate) return choices.front();   // what is cut goes on elsewhere
    // Unless another page holds far more of the notes, the map keeps its room.
    const auto most = std::ranges::max_element(shown);
    return static_cast<double>(*most) > 1.3 * static_cast<double>(shown.front()) ? choices[static_cast<std::size_t>(most - shown.begin())] : choices.front();
  }

  // One map with the locator in a corner of it, and the key above the notes or, where they fill their columns, below the map. False if
  // every corner is taken; then nothing has changed but the panels.
  bool lay_out_with_inset(LayoutRequest request) {
    const bool landscape = options_.width >= 1.12 * options_.height;
    if (!request.locator || !with_notes() || !landscape || panels_.size() != 1) return false;
    request.locator = false;
    result_.layout = choose_layout(request);
    make_panels();
    distribute();
    panels_.front().inset = free_corner(scene_, panels_.front(), marks_.front());
    result_.layout.locator = panels_.front().inset;
    return result_.layout.locator.has_value();
  }

  // A few notes need no column of their own, which would stand there empty.
  std::optional<PageLayout> beneath_key(LayoutRequest request) const {
    request.notes_columns = 0;
    request.notes_in_strip = true;
    PageLayout layout = lay_out(request);
    const bool landscape = options_.width >= 1.12 * options_.height && options_.width >= narrow_page;
    if (!landscape || layout.notes.empty() || layout.panels.empty()) return std::nullopt;
    const Theme theme = request.locator ? roomy_ : with_note_size(theme_, comfortable_note_size + 0.5);   // the larger map is worth half a size
    if (set_notes(scene_, 0, layout.notes, NoteForm::Full, 0, theme, type_).next < scene_.notes.size()) return std::nullopt;
    return layout;
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

  Page new_page(double width, double height) {
    Page page;
    page.width = width;
    page.height = height;
    page.title = scene_.title;
    page.description = scene_.alt_text;
    page.document_id = scene_.document_id;
    page.credits = scene_.credits.empty() ? base_map_.credits() : scene_.credits;
    page.font_families = theme_.font_families;
    paint_paper(page);
    return page;
  }

  void paint_paper(Page& page) const {
    PathItem paper;
    paper.path = rectangle({0, 0, page.width, page.height});
    paper.fill = theme_.paper;
    page.items.emplace_back(std::move(paper));
  }

  void set_all_notes(Page& page) {
    auto& columns = result_.layout.notes;
    NotesSetting notes = with_notes() ? fit_notes(scene_, columns, theme_, type_) : NotesSetting{};
    const bool all = !with_notes() || notes.next == scene_.notes.size();
    double extra = 0;
    if (!all && options_.overflow == DrawOptions::Overflow::Grow) {
      extra = grow(columns);
      notes = set_notes(scene_, 0, columns, NoteForm::FirstQuote, 0, roomy_, type_);
    } else if (!all && options_.overflow == DrawOptions::Overflow::NewPage) {
      notes = set_notes(scene_, 0, columns, NoteForm::Full, roomy_.fine * 1.8, roomy_, type_);
    }
    result_.layout.footer.top += extra;
    result_.layout.footer.bottom += extra;
    std::get<PathItem>(page.items.front()).path = rectangle({0, 0, page.width, page.height + extra});
    page.height += extra;
    if (page.height > options_.height && options_.overflow == DrawOptions::Overflow::Truncate) {
      result_.drawing.diagnostics.push_back({Severity::Note, "the page is " + std::to_string(std::lround(page.height)) + " px tall, more than asked for",
                                             "narrow pages are as tall as their notes need", {}, {}, 1});
    }
    if (!caption_only()) paint_header(page.items, header_, result_.layout.header, theme_, type_);
    add_notes(page, notes);
    const bool more_pages = with_notes() && notes.next < scene_.notes.size() && options_.overflow == DrawOptions::Overflow::NewPage;
    result_.notes_left = with_notes() ? scene_.notes.size() - notes.next : 0;
    if (result_.notes_left > 0 && !columns.empty()) {
      const std::string words = more_pages ? "Notes continue on the next page" : "+ " + std::to_string(result_.notes_left) + " more, see the ledger";
      type_.paint(page.items, words, {columns.back().left, columns.back().bottom - 2}, text_style(theme_.fine, theme_.muted, 600));
    }
    paint_footer(page.items, footer_, result_.layout.footer, theme_, type_);
    result_.drawing.pages.push_back(std::move(page));
    if (more_pages) continue_notes(notes.next);
  }

  void add_notes(Page& page, const NotesSetting& notes) {
    if (notes.shown.empty()) return;
    page.items.emplace_back(BeginGroup{"notes", "layer", "Notes", "", ""});
    page.items.insert(page.items.end(), notes.items.begin(), notes.items.end());
    page.items.emplace_back(EndGroup{});
    result_.notes.insert(result_.notes.end(), notes.shown.begin(), notes.shown.end());
  }

  // Makes room for all notes; returns by how much the page gets taller. Columns below the map become longer; beside a map
  // they would leave it alone on a tall page, so there the notes go on below it, in columns of the page's full width.
  double grow(std::vector<PageBox>& columns) const {
    const bool beside = !result_.layout.panels.empty() && columns.front().top < result_.layout.panels.front().bottom;
    const std::size_t first_below = beside ? columns.size() : 0;
    const double page_bottom = result_.layout.footer.top - 12;
    if (first_below > 0) {
      const PageBox below{result_.layout.header.left, page_bottom + gutter, result_.layout.header.right, page_bottom + gutter};
      for (const PageBox& c : text_columns(below)) columns.push_back(c);
    }
    const double needed = notes_height(scene_, columns.back().width(), NoteForm::FirstQuote, roomy_, type_);
    const std::size_t growing = columns.size() - first_below;
    // Columns waste some room at their feet: a little more at a time until everything fits.
    constexpr double step = 14;
    for (double extra = first_below > 0 ? 40 : step; extra < std::min<double>(limits::max_page_side, needed + 2 * step); extra += step) {
      std::vector<PageBox> longer = columns;
      for (std::size_t i = columns.size() - growing; i < longer.size(); ++i) longer[i].bottom += extra;
      if (set_notes(scene_, 0, longer, NoteForm::FirstQuote, 0, roomy_, type_).next < scene_.notes.size()) continue;
      columns = longer;
      return extra + (first_below > 0 ? gutter : 0);
    }
    for (std::size_t i = columns.size() - growing; i < columns.size(); ++i) columns[i].bottom += needed;
    return needed + (first_below > 0 ? gutter : 0);
  }

  // Further pages: the title small, notes in columns of even height.
  void continue_notes(std::size_t next) {
    Scene rest_header;
    rest_header.title = scene_.title;
    rest_header.subtitle = "Notes, continued";
    rest_header.as_of = scene_.as_of;
    Theme small = theme_;
    small.title = theme_.subtitle * 1.2;
    small.subtitle = theme_.note;
    const Header header = make_header(rest_header, result_.layout.header.width(), small, type_);
    while (next < scene_.notes.size()) {
      Page page = new_page(options_.width, options_.height);
      LayoutRequest request;
      request.width = options_.width;
      request.height = options_.height;
      request.header_height = header.height;
      request.footer_height = footer_.height;
      const PageLayout layout = lay_out(request);
      const NotesSetting notes = set_evenly(next, layout.notes);
      paint_header(page.items, header, layout.header, small, type_);
      add_notes(page, notes);
      paint_footer(page.items, footer_, layout.footer, theme_, type_);
      if (notes.next < scene_.notes.size()) {
        type_.paint(page.items, "Notes continue on the next page", {layout.notes.back().left, layout.notes.back().bottom - 2}, text_style(theme_.fine, theme_.muted, 600));
      }
      result_.drawing.pages.push_back(std::move(page));
      next = notes.next;
    }
    result_.notes_left = 0;
  }

  // The last page's columns end level; the others are full.
  NotesSetting set_evenly(std::size_t next, const std::vector<PageBox>& columns) const {
    NotesSetting full = set_notes(scene_, next, columns, NoteForm::Full, roomy_.fine * 1.8, roomy_, type_);
    if (full.next < scene_.notes.size()) return full;
    constexpr int steps = 24;
    for (int i = 4; i < steps; ++i) {
      std::vector<PageBox> shorter = columns;
      for (PageBox& c : shorter) c.bottom = c.top + c.height() * i / steps;
      NotesSetting even = set_notes(scene_, next, shorter, NoteForm::Full, 0, roomy_, type_);
      if (even.next == scene_.notes.size() && even.bottom <= shorter.front().bottom) return even;
    }
    return full;
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
  Theme roomy_;                  // for notes where the page can grow
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
