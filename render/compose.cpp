#include "render/compose.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "base/limits.hpp"
#include "render/furniture.hpp"
#include "render/locator.hpp"
#include "render/scale_bar.hpp"

namespace dateline::render {
namespace {

constexpr double key_row = 19;
constexpr double least_width_for_two_columns = 1'300;   // px: on a narrower page the map would be the smaller part
constexpr double least_side = 240;          // px: below this not even a title fits
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
    Page page = new_page(options_.width, options_.height);
    for (std::size_t i = 0; i < panels_.size(); ++i) {
      result_.panels.push_back(paint_panel(scene_, panels_[i], std::move(marks_[i]), bases_[i], i, base_map_, style_, theme_, type_));
    }
    for (const PanelPicture& p : result_.panels) {
      page.items.insert(page.items.end(), p.items.begin(), p.items.end());
      paint_caption(page.items, p.caption, p.frame, theme_, type_);
      result_.drawing.panels.push_back(p.caption);
      const auto& d = p.labels.diagnostics;
      result_.drawing.diagnostics.insert(result_.drawing.diagnostics.end(), d.begin(), d.end());
    }
    if (result_.layout.locator) paint_locator(page.items, *result_.layout.locator, panels_, base_map_, theme_, type_);
    paint_key(page.items, result_.key, result_.layout.key, key_column_, key_row, widths_, theme_, type_);
    set_all_notes(page);
    warn_of_missing_glyphs();
    return std::move(result_);
  }

 private:
  void lay_out_page() {
    auto plans = plan_panels(scene_);
    const double margin = std::clamp(std::min(options_.width, options_.height) * 0.026, 12.0, 28.0);
    header_ = make_header(scene_, options_.width - 2 * margin, theme_, type_);
    footer_ = make_footer(scene_, base_map_.credits(), options_.width - 2 * margin, theme_, type_);
    LayoutRequest request;
    request.width = options_.width;
    request.height = options_.height;
    request.header_height = header_.height;
    request.footer_height = footer_.height;
    request.locator = needs_locator(plans);
    request.notes = !scene_.notes.empty();
    request.key_entry_height = key_row;
    if (request.notes) {
      request.notes_height = notes_height(scene_, notes_column_width, NoteForm::Full, theme_, type_);
      request.brief_notes_height = notes_height(scene_, notes_column_width, NoteForm::Brief, theme_, type_);
    }
    for (const PanelPlan& p : plans) request.panel_aspects.push_back(MapFrame::aspect(p.extent, options_.crs));
    // What is drawn decides the key, and the key's size the boxes that are drawn in: boxes are made twice, which
    // settles, as the symbols of a mark do not depend on the size of its panel.
    result_.layout = lay_out(request);
    if (!fits_brief(result_.layout.notes) && options_.width >= least_width_for_two_columns && options_.overflow == DrawOptions::Overflow::Truncate) {
      // Two columns cost the map a tenth of the page: only if every badge then has its note.
      request.notes_columns = 2;
      const PageLayout wider = lay_out(request);
      if (fits_brief(wider.notes)) result_.layout = wider;
      else request.notes_columns = 1;
    }
    make_panels(plans);
    marks_ = distribute_marks(scene_, panels_);
    result_.key = make_key(all_symbols(), widths_);
    request.key_entries = result_.key.size();
    request.key_entry_width = key_column_ = key_entry_width(result_.key, theme_, type_);
    result_.layout = lay_out(request);
    make_panels(plans);
    for (Panel& panel : panels_) {
      bases_.push_back(read_base(base_map_, panel.frame));
      panel.mask.emplace(panel.frame.page(), bases_.back().land);
    }
    marks_ = distribute_marks(scene_, panels_);
    result_.key = make_key(all_symbols(), widths_);
  }

  bool fits_brief(const std::vector<PageBox>& columns) const {
    return set_notes(scene_, 0, columns, NoteForm::Brief, 0, theme_, type_).next == scene_.notes.size();
  }

  void make_panels(const std::vector<PanelPlan>& plans) {
    panels_.clear();
    for (std::size_t i = 0; i < plans.size(); ++i) {
      const PageBox& box = result_.layout.panels[i];
      const double margin = std::min(box.width(), box.height()) * least_margin_share + std::min(26.0, box.width() * 0.04);
      panels_.push_back(make_panel(scene_, plans[i], MapFrame::fit(plans[i].extent, box, margin, options_.crs)));
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
    NotesSetting notes = fit_notes(scene_, columns, theme_, type_);
    const bool all = notes.next == scene_.notes.size();
    double extra = 0;
    if (!all && options_.overflow == DrawOptions::Overflow::Grow) {
      extra = grow(columns);
      notes = set_notes(scene_, 0, columns, NoteForm::FirstQuote, 0, theme_, type_);
    } else if (!all && options_.overflow == DrawOptions::Overflow::NewPage) {
      notes = set_notes(scene_, 0, columns, NoteForm::Full, theme_.fine * 1.6, theme_, type_);
    }
    result_.layout.footer.top += extra;
    result_.layout.footer.bottom += extra;
    std::get<PathItem>(page.items.front()).path = rectangle({0, 0, page.width, page.height + extra});
    page.height += extra;
    paint_header(page.items, header_, result_.layout.header, theme_, type_);
    add_notes(page, notes);
    const bool more_pages = notes.next < scene_.notes.size() && options_.overflow == DrawOptions::Overflow::NewPage;
    result_.notes_left = scene_.notes.size() - notes.next;
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

  // Makes the columns just long enough for all notes; returns by how much.
  double grow(std::vector<PageBox>& columns) const {
    const double needed = notes_height(scene_, columns.front().width(), NoteForm::FirstQuote, theme_, type_);
    double height = columns.front().height();
    // Columns waste some room at their feet: a little more at a time until everything fits.
    for (int i = 0; i < 400; ++i) {
      height = i == 0 ? std::max(height, needed / static_cast<double>(columns.size())) : height + 30;
      if (height > limits::max_page_side) break;
      std::vector<PageBox> longer = columns;
      for (PageBox& c : longer) c.bottom = c.top + height;
      if (set_notes(scene_, 0, longer, NoteForm::FirstQuote, 0, theme_, type_).next == scene_.notes.size()) break;
    }
    const double extra = height - columns.front().height();
    for (PageBox& c : columns) c.bottom += extra;
    return extra;
  }

  void continue_notes(std::size_t next) {
    Scene rest_header;
    rest_header.title = scene_.title;
    rest_header.subtitle = "Notes, continued";
    const Header header = make_header(rest_header, result_.layout.header.width(), theme_, type_);
    while (next < scene_.notes.size()) {
      Page page = new_page(options_.width, options_.height);
      LayoutRequest request;
      request.width = options_.width;
      request.height = options_.height;
      request.header_height = header.height;
      request.footer_height = footer_.height;
      const PageLayout layout = lay_out(request);
      const NotesSetting notes = set_notes(scene_, next, layout.notes, NoteForm::Full, theme_.fine * 1.6, theme_, type_);
      paint_header(page.items, header, layout.header, theme_, type_);
      add_notes(page, notes);
      paint_footer(page.items, footer_, layout.footer, theme_, type_);
      result_.drawing.pages.push_back(std::move(page));
      next = notes.next;
    }
    result_.notes_left = 0;
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
