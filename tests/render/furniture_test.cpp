#include <catch2/catch.hpp>

#include "render/furniture.hpp"
#include "render/map_key.hpp"
#include "render/notes_column.hpp"
#include "tests/render/story_scene.hpp"

using namespace dateline;
using namespace dateline::render;

namespace {

struct Setting {
  Theme theme{test::light_style()};
  TextMeasure measure{theme.font_families};
  Typesetter type{measure};
};

std::string words(const DisplayList& items) {
  std::string all;
  for (const DisplayItem& item : items) {
    if (const auto* text = std::get_if<TextItem>(&item)) all += text->text + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("a long title is broken and stays within the page", "[render]") {
  Setting s;
  Scene scene = test::empty_scene(std::string(40, 'W') + " and a long title that goes on and on about places far from each other");
  const Header header = make_header(scene, 760, s.theme, s.type);
  CHECK(header.title.lines.size() > 1);
  CHECK(header.title.width <= 760);
}

TEST_CASE("the footer says what is unverified, how sharp places are, whose borders and whose data", "[render]") {
  Setting s;
  const Scene scene = test::empty_scene("T");
  const Footer footer = make_footer(scene, "Map: a source.", 1500, s.theme, s.type);
  DisplayList out;
  paint_footer(out, footer, {50, 900, 1550, 980}, s.theme, s.type);
  const std::string all = words(out);
  for (const char* part : {"not independently verified", "Circles mark towns", "Boundaries:", "Map: a source.", "7c41 09ab"}) {
    INFO(part);
    CHECK(all.find(part) != std::string::npos);
  }
}

TEST_CASE("the footer's lines come in order and stay within the width", "[render]") {
  Setting s;
  const Scene scene = test::empty_scene("T");
  for (const double width : {300.0, 700.0, 1500.0}) {
    const Footer footer = make_footer(scene, "Map: a source.", width, s.theme, s.type);
    DisplayList out;
    paint_footer(out, footer, {50, 900, 50 + width, 900 + footer.height}, s.theme, s.type);
    const std::string all = words(out);
    CHECK(all.find("not independently verified") < all.find("Circles mark towns"));
    CHECK(all.find("Circles mark towns") < all.find("Boundaries:"));
    CHECK(all.find("Boundaries:") < all.find("Map:"));
    for (const DisplayItem& item : out) {
      const auto* text = std::get_if<TextItem>(&item);
      if (text == nullptr) continue;
      INFO(width << ": " << text->text);
      CHECK(text->at.x + text->width <= 50 + width + 0.5);
      CHECK(text->at.y <= 900 + footer.height);
    }
  }
}

TEST_CASE("notes are set larger where there is room", "[render]") {
  Setting s;
  const Scene scene = test::far_east_story();
  const auto roomy = fit_notes(scene, {{0, 0, 400, 4000}}, s.theme, s.type);
  CHECK(roomy.size == Approx(most_note_size));
  const double full = notes_height(scene, 400, NoteForm::Full, with_note_size(s.theme, 12), s.type);
  const auto tight = fit_notes(scene, {{0, 0, 400, full}}, s.theme, s.type);
  CHECK(tight.size < most_note_size);
  CHECK(tight.size >= comfortable_note_size);
}

TEST_CASE("in a response the stance is bold and the name is not", "[render]") {
  Setting s;
  Scene scene = test::far_east_story();
  scene.notes.resize(1);
  scene.notes[0].responses = {"Denied by: a spokesman with a rather long name and title, and the ministry that he speaks for"};
  const auto set = set_notes(scene, 0, {{0, 0, 260, 900}}, NoteForm::Full, 0, s.theme, s.type);
  bool bold = false;
  std::string plain;
  for (const DisplayItem& item : set.items) {
    const auto* text = std::get_if<TextItem>(&item);
    if (text == nullptr) continue;
    CHECK(text->at.x + text->width <= 260.5);
    if (text->text == "Denied by:") {
      bold = text->style.weight >= 700;
    } else if (bold) {
      plain += text->text + " ";
      CHECK(text->style.weight == 400);
    }
  }
  CHECK(bold);
  CHECK(plain == "a spokesman with a rather long name and title, and the ministry that he speaks for ");
}

TEST_CASE("a caption is cut at a part, not within one", "[render]") {
  Setting s;
  DisplayList out;
  paint_caption(out, "Ukraine · 1 : 23 million · Lambert conformal conic (46° N, 51° N; 31° E)", {0, 0, 200, 100}, s.theme, s.type);
  CHECK(words(out) == "Ukraine · 1 : 23 million\n");
}

TEST_CASE("a note has its heading, status, quote, speaker, outlet, date and responses", "[render]") {
  Setting s;
  const Scene scene = test::far_east_story();
  const auto set = set_notes(scene, 0, {{0, 0, 400, 900}}, NoteForm::Full, 0, s.theme, s.type);
  const std::string all = words(set.items);
  for (const char* part : {"1,500 special forces troops", "Reported · 1 origin, 2 outlets", "“a first group", "An intelligence service, The Test Courier, 18 Oct 2024", "Not confirmed:", "Denied earlier reports"}) {
    INFO(part);
    CHECK(all.find(part) != std::string::npos);
  }
}

TEST_CASE("notes are set more briefly before any is left out", "[render]") {
  Setting s;
  Scene scene = test::far_east_story();
  for (Note& n : scene.notes) n.quotes.push_back(n.quotes.front());
  CHECK(fit_notes(scene, {{0, 0, 400, 2000}}, s.theme, s.type).form == NoteForm::Full);
  const double full = notes_height(scene, 400, NoteForm::Full, s.theme, s.type);
  const auto first = fit_notes(scene, {{0, 0, 400, full * 0.85}}, s.theme, s.type);
  CHECK(first.form == NoteForm::FirstQuote);
  CHECK(words(first.items).find("+ 1 more quote, see the ledger") != std::string::npos);
  const auto cut = fit_notes(scene, {{0, 0, 400, 200}}, s.theme, s.type);
  CHECK(cut.next < scene.notes.size());
  CHECK(cut.bottom <= 200);
}

TEST_CASE("a note taller than its column does not stop the setting", "[render]") {
  Setting s;
  Scene scene = test::placeless_story();
  for (int i = 0; i < 400; ++i) scene.notes[0].quotes[0].quote += " and more words";
  const auto set = set_notes(scene, 0, {{0, 0, 300, 120}}, NoteForm::Full, 0, s.theme, s.type);
  CHECK(set.next >= 1);
}

TEST_CASE("the key shows two sample widths only if widths mean numbers", "[render]") {
  const auto has_widths = [](const Scene& scene) {
    for (const KeyEntry& e : make_key({{Symbol::ArrowReported, {1}}}, ArrowWidths(scene))) {
      if (e.symbol == Symbol::Widths) return true;
    }
    return false;
  };
  Scene scene = test::world_story();
  CHECK(has_widths(scene));
  for (Mark& m : scene.marks) m.quantity = 100;
  CHECK_FALSE(has_widths(scene));
  for (Mark& m : scene.marks) m.quantity.reset();
  CHECK_FALSE(has_widths(scene));
}

TEST_CASE("key entries come in the order of the notes, lines first, with the number of events", "[render]") {
  const auto key = make_key({{Symbol::SiteReported, {1, 2}}, {Symbol::ArrowReported, {4}}, {Symbol::ArrowPlanned, {3}}, {Symbol::NotConfirmed, {}}}, ArrowWidths(Scene{}));
  REQUIRE(key.size() == 3);
  CHECK(key[0].text == "Announced or expected (1)");
  CHECK(key[1].text == "Movement, as reported (1)");
  CHECK(key[2].text == "Place named in a report (2)");
}
