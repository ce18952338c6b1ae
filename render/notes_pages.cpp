#include "render/notes_pages.hpp"

#include <algorithm>
#include <cmath>

#include "base/limits.hpp"
#include "render/notes_column.hpp"

namespace dateline::render {
namespace {

class NotesPages {
 public:
  NotesPages(const PageParts& parts, Composition& out) : parts_(parts), roomy_(with_note_size(parts.theme, roomy_note_size)), full_(parts.options.notes == DrawOptions::Notes::Full), out_(out) {}

  void finish(Page page) {
    auto& columns = out_.layout.notes;
    NotesSetting notes = full_ ? fit_notes(parts_.scene, columns, parts_.theme, parts_.type) : NotesSetting{};
    const bool all = !full_ || notes.next == parts_.scene.notes.size();
    double extra = 0;
    if (!all && parts_.options.overflow == DrawOptions::Overflow::Grow) {
      extra = grow(columns);
      notes = set_notes(parts_.scene, 0, columns, NoteForm::FirstQuote, 0, roomy_, parts_.type);
    } else if (!all && parts_.options.overflow == DrawOptions::Overflow::NewPage) {
      notes = set_notes(parts_.scene, 0, columns, NoteForm::Full, roomy_.fine * 1.8, roomy_, parts_.type);
    }
    out_.layout.footer.top += extra;
    out_.layout.footer.bottom += extra;
    std::get<PathItem>(page.items.front()).path = rectangle({0, 0, page.width, page.height + extra});
    page.height += extra;
    if (page.height > parts_.options.height && parts_.options.overflow == DrawOptions::Overflow::Truncate) {
      out_.drawing.diagnostics.push_back({Severity::Note, "the page is " + std::to_string(std::lround(page.height)) + " px tall, more than asked for",
                                             "narrow pages are as tall as their notes need", {}, {}, 1});
    }
    if (parts_.options.notes != DrawOptions::Notes::Caption) paint_header(page.items, parts_.header, out_.layout.header, parts_.theme, parts_.type);
    add_notes(page, notes);
    const bool more_pages = full_ && notes.next < parts_.scene.notes.size() && parts_.options.overflow == DrawOptions::Overflow::NewPage;
    out_.notes_left = full_ ? parts_.scene.notes.size() - notes.next : 0;
    if (out_.notes_left > 0 && !columns.empty()) {
      const std::string words = more_pages ? "Notes continue on the next page" : "+ " + std::to_string(out_.notes_left) + " more, see the ledger";
      parts_.type.paint(page.items, words, {columns.back().left, columns.back().bottom - 2}, text_style(parts_.theme.fine, parts_.theme.muted, 600));
    }
    paint_footer(page.items, parts_.footer, out_.layout.footer, parts_.theme, parts_.type);
    out_.drawing.pages.push_back(std::move(page));
    if (more_pages) continue_notes(notes.next);
  }

 private:
  void add_notes(Page& page, const NotesSetting& notes) {
    if (notes.shown.empty()) return;
    page.items.emplace_back(BeginGroup{"notes", "layer", "Notes", "", ""});
    page.items.insert(page.items.end(), notes.items.begin(), notes.items.end());
    page.items.emplace_back(EndGroup{});
    out_.notes.insert(out_.notes.end(), notes.shown.begin(), notes.shown.end());
  }

  // Makes room for all notes; returns by how much the page gets taller. Columns below the map become longer; beside a map
  // they would leave it alone on a tall page, so there the notes go on below it, in columns of the page's full width.
  double grow(std::vector<PageBox>& columns) const {
    const bool beside = !out_.layout.panels.empty() && columns.front().top < out_.layout.panels.front().bottom;
    const std::size_t first_below = beside ? columns.size() : 0;
    const double page_bottom = out_.layout.footer.top - 12;
    if (first_below > 0) {
      const PageBox below{out_.layout.header.left, page_bottom + gutter, out_.layout.header.right, page_bottom + gutter};
      for (const PageBox& c : text_columns(below)) columns.push_back(c);
    }
    const double needed = notes_height(parts_.scene, columns.back().width(), NoteForm::FirstQuote, roomy_, parts_.type);
    const std::size_t growing = columns.size() - first_below;
    // Columns waste some room at their feet: a little more at a time until everything fits.
    constexpr double step = 14;
    for (double extra = first_below > 0 ? 40 : step; extra < std::min<double>(limits::max_page_side, needed + 2 * step); extra += step) {
      std::vector<PageBox> longer = columns;
      for (std::size_t i = columns.size() - growing; i < longer.size(); ++i) longer[i].bottom += extra;
      if (set_notes(parts_.scene, 0, longer, NoteForm::FirstQuote, 0, roomy_, parts_.type).next < parts_.scene.notes.size()) continue;
      columns = longer;
      return extra + (first_below > 0 ? gutter : 0);
    }
    for (std::size_t i = columns.size() - growing; i < columns.size(); ++i) columns[i].bottom += needed;
    return needed + (first_below > 0 ? gutter : 0);
  }

  // Further pages: the title small, notes in columns of even height.
  void continue_notes(std::size_t next) {
    Scene rest_header;
    rest_header.title = parts_.scene.title;
    rest_header.subtitle = "Notes, continued";
    rest_header.as_of = parts_.scene.as_of;
    Theme small = parts_.theme;
    small.title = parts_.theme.subtitle * 1.2;
    small.subtitle = parts_.theme.note;
    const Header header = make_header(rest_header, out_.layout.header.width(), small, parts_.type);
    while (next < parts_.scene.notes.size()) {
      Page page = new_page(parts_, parts_.options.width, parts_.options.height);
      LayoutRequest request;
      request.width = parts_.options.width;
      request.height = parts_.options.height;
      request.header_height = header.height;
      request.footer_height = parts_.footer.height;
      const PageLayout layout = lay_out(request);
      const NotesSetting notes = set_evenly(next, layout.notes);
      paint_header(page.items, header, layout.header, small, parts_.type);
      add_notes(page, notes);
      paint_footer(page.items, parts_.footer, layout.footer, parts_.theme, parts_.type);
      if (notes.next < parts_.scene.notes.size()) {
        parts_.type.paint(page.items, "Notes continue on the next page", {layout.notes.back().left, layout.notes.back().bottom - 2}, text_style(parts_.theme.fine, parts_.theme.muted, 600));
      }
      out_.drawing.pages.push_back(std::move(page));
      next = notes.next;
    }
    out_.notes_left = 0;
  }

  // The last page's columns end level; the others are full.
  NotesSetting set_evenly(std::size_t next, const std::vector<PageBox>& columns) const {
    NotesSetting full = set_notes(parts_.scene, next, columns, NoteForm::Full, roomy_.fine * 1.8, roomy_, parts_.type);
    if (full.next < parts_.scene.notes.size()) return full;
    constexpr int steps = 24;
    for (int i = 4; i < steps; ++i) {
      std::vector<PageBox> shorter = columns;
      for (PageBox& c : shorter) c.bottom = c.top + c.height() * i / steps;
      NotesSetting even = set_notes(parts_.scene, next, shorter, NoteForm::Full, 0, roomy_, parts_.type);
      if (even.next == parts_.scene.notes.size() && even.bottom <= shorter.front().bottom) return even;
    }
    return full;
  }

  const PageParts& parts_;
  Theme roomy_;              // for notes where the page can grow
  bool full_;                // notes are wanted at all
  Composition& out_;
};

}  // namespace

Page new_page(const PageParts& parts, double width, double height) {
  Page page;
  page.width = width;
  page.height = height;
  page.title = parts.scene.title;
  page.description = parts.scene.alt_text;
  page.document_id = parts.scene.document_id;
  page.credits = parts.scene.credits.empty() ? parts.credits : parts.scene.credits;
  page.font_families = parts.theme.font_families;
  PathItem paper;
  paper.path = rectangle({0, 0, width, height});
  paper.fill = parts.theme.paper;
  page.items.emplace_back(std::move(paper));
  return page;
}

void finish_pages(const PageParts& parts, Page first, Composition& composition) { NotesPages(parts, composition).finish(std::move(first)); }

}  // namespace dateline::render
