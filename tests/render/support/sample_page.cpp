#include "tests/render/support/sample_page.hpp"

#include "render/text_measure.hpp"

namespace dateline::render::test {

namespace {

using styles::parse_color;

void add_shapes(DisplayList& items) {
  PathItem hatched = shape({MoveTo{{60, 60}}, CurveTo{{140, -10}, {260, 40}, {280, 140}}, LineTo{{180, 200}}, LineTo{{70, 170}}, ClosePath{}});
  hatched.fill = parse_color("#f7f4ec");
  hatched.hatch = Hatch{parse_color("#b3201b"), 7, 1.1, 45};
  hatched.stroke = Stroke{parse_color("#9aa0a4"), 1, {}, Stroke::Cap::Butt, Stroke::Join::Round};
  items.emplace_back(hatched);
  PathItem ring = shape(box_path(320, 40, 90, 90));
  const Path hole = box_path(345, 65, 40, 40);
  ring.path.insert(ring.path.end(), hole.begin(), hole.end());
  ring.fill = parse_color("#1b1b1b80");
  items.emplace_back(ring);
  const std::pair<Stroke::Cap, Stroke::Join> ends[] = {
      {Stroke::Cap::Butt, Stroke::Join::Miter}, {Stroke::Cap::Round, Stroke::Join::Round}, {Stroke::Cap::Square, Stroke::Join::Bevel}};
  double x = 450;
  for (const auto& [cap, join] : ends) {
    PathItem corner = shape({MoveTo{{x, 120}}, LineTo{{x + 20, 50}}, LineTo{{x + 40, 120}}});
    corner.stroke = Stroke{parse_color("#083f70"), 8, {}, cap, join};
    items.emplace_back(corner);
    x += 60;
  }
  PathItem dashed = shape({MoveTo{{330, 160}}, CurveTo{{420, 130}, {500, 210}, {610, 160}}});
  dashed.stroke = Stroke{parse_color("#b3201b"), 2.5, {10, 5}, Stroke::Cap::Butt, Stroke::Join::Round};
  items.emplace_back(dashed);
}

void add_clip(DisplayList& items) {
  items.emplace_back(PushClip{{MoveTo{{90, 260}}, CurveTo{{90, 215}, {160, 215}, {160, 260}}, CurveTo{{160, 305}, {90, 305}, {90, 260}}, ClosePath{}}});
  for (int i = 0; i < 6; ++i) {
    PathItem stripe = shape(box_path(70, 220 + 16 * i, 120, 8));
    stripe.fill = parse_color("#44607a");
    items.emplace_back(stripe);
  }
  items.emplace_back(PopClip{});
}

}  // namespace

Path box_path(double left, double top, double width, double height) {
  return {MoveTo{{left, top}}, LineTo{{left + width, top}}, LineTo{{left + width, top + height}}, LineTo{{left, top + height}}, ClosePath{}};
}

PathItem shape(Path path) {
  PathItem item;
  item.path = std::move(path);
  return item;
}

TextItem words(const std::string& text, PagePoint at, double size) {
  TextItem item;
  item.text = text;
  item.at = at;
  item.style.size = size;
  item.style.color = parse_color("#1b1b1b");
  item.style.halo = parse_color("#ffffff");
  item.style.halo_width = 1.5;
  return item;
}

Page sample_page() {
  Page page;
  page.width = 640;
  page.height = 480;
  page.title = "Every kind of item";
  page.description = "A hatched area, a ring, three corners, a dashed line, a clipped circle and eight texts.";
  page.document_id = "0123456789abcdef";
  page.credits = "Shapes: invented";
  page.font_families = {"Open Sans", "Noto Sans", "Noto Sans Arabic"};
  PathItem ground = shape(box_path(0, 0, 640, 480));
  ground.fill = parse_color("#dbe5ea");
  page.items.emplace_back(ground);
  page.items.emplace_back(BeginGroup{"shapes", "layer", "Shapes", "", ""});
  add_shapes(page.items);
  add_clip(page.items);
  page.items.emplace_back(EndGroup{});
  page.items.emplace_back(BeginGroup{"event-1", "event reported", "A crossing by 1,200 people", "Reported twice", "https://example.org/story?a=1&b=2"});
  std::vector<TextItem> texts = {words("Hamburg – Tórshavn", {220, 260}, 18), words("Хабаровск, Ґанок", {220, 290}, 18),
                                 words("مدينة الخرطوم", {420, 290}, 18), words("Norwegian Sea", {220, 320}, 16),
                                 words("1,500 to 12,000", {620, 320}, 16), words("WIDE NAME", {320, 360}, 14), words("leaning", {120, 420}, 14),
                                 words("AT & <T>", {420, 430}, 22)};
  texts[3].style.italic = true;
  texts[4].style.weight = 600;
  texts[4].anchor = TextAnchor::End;
  texts[5].style.letter_spacing = 3;
  texts[5].anchor = TextAnchor::Middle;
  texts[6].rotation_degrees = -25;
  texts[7].style.weight = 700;
  texts[7].style.halo.reset();
  const TextMeasure measure(page.font_families);
  for (TextItem& item : texts) {
    item.width = measure.measure(item.text, item.style).width;
    page.items.emplace_back(item);
  }
  page.items.emplace_back(EndGroup{});
  return page;
}

}  // namespace dateline::render::test
