#include "render/notes_column.hpp"

#include <algorithm>

namespace dateline::render {
namespace {

constexpr double note_space = 11, brief_space = 7;     // px between notes

// One note as lines relative to its top left corner.
struct SetNote {
  struct Line {
    std::string text;
    TextStyle style;
    double x = 0, baseline = 0;
    std::string href;
  };
  std::vector<Line> lines;
  double height = 0;
  double badge_center = 0;
};

class NoteSetter {
 public:
  NoteSetter(const Theme& theme, const Typesetter& type, double width, NoteForm form) : theme_(theme), type_(type), width_(width), form_(form) {
    indent_ = badge_height(theme) + 2 * badge_ring + 7;
  }

  SetNote set(const Note& note, const Scene& scene) {
    note_ = {};
    y_ = 0;
    note_.badge_center = badge_height(theme_) / 2;
    paragraph(note.heading, text_style(theme_.heading, theme_.ink, 700), 0, {});
    paragraph(note.status_line, text_style(theme_.fine, theme_.muted, 600), 1.5, {});
    std::size_t set = 0;
    for (const NoteQuote& quote : note.quotes) {
      if (form_ != NoteForm::Full && set == 1) break;
      ++set;
      if (form_ == NoteForm::Brief) {
        paragraph("“" + quote.quote + "” " + attribution(quote), text_style(theme_.fine, theme_.ink), 2, quote.href);
        continue;
      }
      paragraph("“" + quote.quote + "”", text_style(theme_.note, theme_.ink), 3, {});
      paragraph(attribution(quote), text_style(theme_.fine, theme_.muted), 1, quote.href);
    }
    if (set < note.quotes.size()) {
      const std::size_t more = note.quotes.size() - set;
      paragraph("+ " + std::to_string(more) + (more == 1 ? " more quote" : " more quotes") + ", see the ledger", text_style(theme_.fine, theme_.muted), 1, {});
    }
    for (const std::string& response : note.responses) paragraph(response, text_style(theme_.fine, theme_.ink, 600), 2.5, {});
    const double badge = badge_height(theme_) + (not_confirmed(note.number, scene) ? 2 * badge_ring : 0);
    note_.height = std::max(y_, badge);
    return note_;
  }

  [[nodiscard]] double indent() const noexcept { return indent_; }
  [[nodiscard]] static bool not_confirmed(int number, const Scene& scene) {
    return std::ranges::any_of(scene.marks, [&](const Mark& m) { return m.number == number && m.not_confirmed; });
  }

 private:
  static std::string attribution(const NoteQuote& q) {
    std::string text;
    for (const std::string* part : {&q.speaker, &q.outlet, &q.date}) {
      if (part->empty()) continue;
      text += (text.empty() ? "— " : ", ") + *part;
    }
    return text;
  }

  void paragraph(const std::string& text, const TextStyle& style, double space, const std::string& href) {
    if (text.empty()) return;
    y_ += form_ == NoteForm::Brief ? space * 0.5 : space;
    const double leading = Typesetter::leading(style) * (form_ == NoteForm::Brief ? 0.94 : 1);
    for (std::string& line : type_.wrap(text, style, width_ - indent_)) {
      note_.lines.push_back({std::move(line), style, indent_, y_ + style.size * 0.98, href});
      y_ += leading;
    }
  }

  const Theme& theme_;
  const Typesetter& type_;
  double width_, indent_, y_ = 0;
  NoteForm form_;
  SetNote note_;
};

void paint_note(DisplayList& out, const SetNote& set, const Note& note, PagePoint corner, const Scene& scene, const Theme& theme, const Typesetter& type) {
  out.emplace_back(BeginGroup{"note-" + std::to_string(note.number), "note", "", "", ""});
  const double reach = badge_ring;
  paint_badge(out, {corner.x + badge_height(theme) / 2 + reach, corner.y + set.badge_center}, std::to_string(note.number),
              {NoteSetter::not_confirmed(note.number, scene), SiteLook::Reported}, theme, type);
  std::string open;
  for (const SetNote::Line& line : set.lines) {
    if (line.href != open) {
      if (!open.empty()) out.emplace_back(EndGroup{});
      if (!line.href.empty()) out.emplace_back(BeginGroup{"", "source", "", "", line.href});
      open = line.href;
    }
    type.paint(out, line.text, {corner.x + line.x, corner.y + line.baseline}, line.style);
  }
  if (!open.empty()) out.emplace_back(EndGroup{});
  out.emplace_back(EndGroup{});
}

}  // namespace

NotesSetting set_notes(const Scene& scene, std::size_t first, const std::vector<PageBox>& columns, NoteForm form, double reserve,
                       const Theme& theme, const Typesetter& type) {
  NotesSetting result;
  result.form = form;
  result.next = first;
  if (columns.empty()) return result;
  const double space = form == NoteForm::Brief ? brief_space : note_space;
  std::size_t column = 0;
  double y = columns.front().top;
  NoteSetter setter(theme, type, columns.front().width(), form);
  for (std::size_t i = first; i < scene.notes.size(); ++i) {
    const SetNote set = setter.set(scene.notes[i], scene);
    const auto room = [&] { return columns[column].bottom - (column + 1 == columns.size() ? reserve : 0); };
    while (y + set.height > room() && column + 1 < columns.size() && y > columns[column].top) y = columns[++column].top;
    // A note taller than a whole page would never fit anywhere: it is set, and clipped by the page.
    const bool hopeless = y == columns[column].top && column + 1 == columns.size() && i == first;
    if (y + set.height > room() && !hopeless) break;
    paint_note(result.items, set, scene.notes[i], {columns[column].left, y}, scene, theme, type);
    result.shown.push_back(scene.notes[i].number);
    result.next = i + 1;
    y += set.height;
    result.bottom = std::max(result.bottom, y);
    y += space;
  }
  return result;
}

NotesSetting fit_notes(const Scene& scene, const std::vector<PageBox>& columns, const Theme& theme, const Typesetter& type) {
  for (const NoteForm form : {NoteForm::Full, NoteForm::FirstQuote, NoteForm::Brief}) {
    NotesSetting all = set_notes(scene, 0, columns, form, 0, theme, type);
    if (all.next == scene.notes.size()) return all;
  }
  return set_notes(scene, 0, columns, NoteForm::Brief, theme.fine * 1.6, theme, type);
}

double notes_height(const Scene& scene, double width, NoteForm form, const Theme& theme, const Typesetter& type) {
  NoteSetter setter(theme, type, width, form);
  double height = 0;
  for (const Note& note : scene.notes) height += setter.set(note, scene).height + (form == NoteForm::Brief ? brief_space : note_space);
  return height;
}

}  // namespace dateline::render
