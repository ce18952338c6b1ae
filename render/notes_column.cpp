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
    paragraph(note.status_line, text_style(theme_.fine, theme_.muted), 1.5, {});
    std::size_t set = 0;
    for (const NoteQuote& quote : note.quotes) {
      if (form_ != NoteForm::Full && set == 1) break;
      ++set;
      if (form_ == NoteForm::Brief) {
        paragraph("“" + quote.quote + "” " + attribution(quote), text_style(theme_.note, theme_.ink), 2, quote.href);
        continue;
      }
      paragraph("“" + quote.quote + "”", text_style(theme_.note, theme_.ink), 3, {});
      paragraph(attribution(quote), text_style(theme_.fine, theme_.muted), 1, quote.href);
    }
    if (set < note.quotes.size()) {
      const std::size_t more = note.quotes.size() - set;
      paragraph("+ " + std::to_string(more) + (more == 1 ? " more quote" : " more quotes") + ", see the ledger", text_style(theme_.fine, theme_.muted), 1, {});
    }
    for (const std::string& response : note.responses) set_response(response);
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

  // "Denied by: the Kremlin": how is bold, so that it is found at a glance; who is not.
  void set_response(const std::string& response) {
    const std::size_t colon = response.find(": ");
    const TextStyle bold = text_style(theme_.note, theme_.ink, 700), plain = text_style(theme_.note, theme_.ink);
    if (colon == std::string::npos) return paragraph(response, bold, 2.5, {});
    const std::string how = response.substr(0, colon + 1);
    const double lead = type_.width(how, bold) + theme_.note * 0.3, room = width_ - indent_;
    std::string who = response.substr(colon + 2);
    // What fits beside the bold words; the rest in lines of full width.
    std::string first;
    if (lead < room * 0.7) {
      first = type_.wrap(who, plain, room - lead).front();
      if (type_.width(first, plain) > room - lead) first.clear();
    }
    paragraph(how, bold, 2.5, {});
    if (!first.empty()) note_.lines.push_back({first, plain, indent_ + lead, note_.lines.back().baseline, {}});
    who = who.substr(std::min(who.size(), first.size()));
    paragraph(who.substr(std::min(who.size(), who.find_first_not_of(' '))), plain, 0, {});
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
  const auto set_for = [&](std::size_t note) { return NoteSetter(theme, type, columns[column].width(), form).set(scene.notes[note], scene); };
  for (std::size_t i = first; i < scene.notes.size(); ++i) {
    SetNote set = set_for(i);
    const auto room = [&] { return columns[column].bottom - (column + 1 == columns.size() ? reserve : 0); };
    while (y + set.height > room() && column + 1 < columns.size() && (y > columns[column].top || column == 0)) {
      y = columns[++column].top;
      set = set_for(i);
    }
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
  // Quotes are given up one by one before type becomes uncomfortable, and then type before notes.
  struct Range {
    NoteForm form;
    double most, least;
  };
  constexpr double step = 0.5;
  for (const Range& r : {Range{NoteForm::Full, most_note_size, comfortable_note_size}, Range{NoteForm::FirstQuote, most_note_size, comfortable_note_size},
                         Range{NoteForm::Brief, most_note_size, least_note_size}}) {
    if (set_notes(scene, 0, columns, r.form, 0, with_note_size(theme, r.least), type).next < scene.notes.size()) continue;
    for (double size = r.most; size >= r.least; size -= step) {
      NotesSetting all = set_notes(scene, 0, columns, r.form, 0, with_note_size(theme, size), type);
      all.size = size;
      if (all.next == scene.notes.size()) return all;
    }
  }
  NotesSetting cut = set_notes(scene, 0, columns, NoteForm::Brief, theme.fine * 1.8, with_note_size(theme, least_note_size), type);
  cut.size = least_note_size;
  return cut;
}

Theme with_note_size(const Theme& theme, double body) {
  Theme sized = theme;
  sized.note = body;
  sized.heading = body + 1;
  sized.fine = std::max(body - 1, least_note_size);
  return sized;
}

double notes_height(const Scene& scene, double width, NoteForm form, const Theme& theme, const Typesetter& type) {
  NoteSetter setter(theme, type, width, form);
  double height = 0;
  for (const Note& note : scene.notes) height += setter.set(note, scene).height + (form == NoteForm::Brief ? brief_space : note_space);
  return height;
}

}  // namespace dateline::render
