#include <catch2/catch.hpp>

#include "render/number_text.hpp"
#include "render/page_layout.hpp"
#include "render/scale_bar.hpp"

using namespace dateline::render;

namespace {

std::vector<PageBox> all_boxes(const PageLayout& p) {
  std::vector<PageBox> boxes{p.header, p.footer};
  for (const PageBox& b : p.panels) boxes.push_back({b.left, b.top, b.right, b.bottom + caption_height});
  boxes.insert(boxes.end(), p.notes.begin(), p.notes.end());
  if (p.locator) boxes.push_back(*p.locator);
  if (p.key.height() > 0) boxes.push_back(p.key);
  return boxes;
}

}  // namespace

TEST_CASE("no two parts of the page overlap, for any size, panels and key", "[render]") {
  for (const auto& [width, height] : {std::pair{1600.0, 1000.0}, {1200.0, 800.0}, {1000.0, 1400.0}, {800.0, 1000.0}, {2400.0, 1200.0}, {640.0, 900.0}}) {
    for (const std::vector<double>& aspects : {std::vector<double>{0.4}, {1.0}, {3.0}, {0.7, 1.5}, {2.0, 0.5}, {1.0, 1.0, 2.0}}) {
      for (const bool locator : {false, true}) {
        for (const std::size_t keys : {0U, 3U, 12U}) {
          LayoutRequest r;
          r.width = width, r.height = height, r.panel_aspects = aspects, r.locator = locator, r.key_entries = keys, r.notes_height = 700, r.brief_notes_height = 450;
          const PageLayout page = lay_out(r);
          REQUIRE(page.panels.size() == aspects.size());
          const auto boxes = all_boxes(page);
          for (std::size_t i = 0; i < boxes.size(); ++i) {
            INFO(width << " x " << height << ", " << aspects.size() << " panels, " << keys << " keys, box " << i << ": " << boxes[i].left << " " << boxes[i].top << " " << boxes[i].right << " " << boxes[i].bottom);
            CHECK(boxes[i].width() > 0);
            CHECK(boxes[i].height() > 0);
            CHECK(holds(PageBox{0, 0, width, height}, boxes[i]));
            for (std::size_t j = i + 1; j < boxes.size(); ++j) CHECK_FALSE(boxes[i].grown(-0.01).overlaps(boxes[j]));
          }
          for (const PageBox& p : page.panels) CHECK(std::min(p.width(), p.height()) >= 60);
        }
      }
    }
  }
}

TEST_CASE("on a telephone the map is on top, then the key, then the notes, as far down as they need", "[render]") {
  LayoutRequest r;
  r.panel_aspects = {0.7, 1.5};
  r.key_entries = 6;
  r.notes_height = 2'000;
  for (const double width : {320.0, 390.0, 560.0}) {
    r.width = width, r.height = 844;
    const PageLayout page = lay_out(r);
    CHECK(page.height > 2'400);
    CHECK(page.panels[0].width() > width - 40);
    CHECK(page.panels[0].bottom < page.panels[1].top);
    CHECK(page.panels[1].bottom < page.key.top);
    CHECK(page.key.bottom < page.notes[0].top);
    CHECK(page.notes[0].bottom < page.footer.top);
    CHECK(page.footer.bottom <= page.height);
  }
}

TEST_CASE("notes may begin beneath the key where the strip has room", "[render]") {
  LayoutRequest r;
  r.panel_aspects = {0.7};
  r.key_entries = 6;
  r.notes_in_strip = true;
  const PageLayout page = lay_out(r);
  REQUIRE(page.notes.size() == 2);
  CHECK(page.notes[0].top > page.key.bottom);
  CHECK(page.notes[0].left == page.key.left);
}

TEST_CASE("landscape pages have the notes beside the map, portrait ones below", "[render]") {
  LayoutRequest r;
  r.panel_aspects = {1.0};
  r.notes_height = 900;
  const PageLayout landscape = lay_out(r);
  CHECK(landscape.notes[0].left > landscape.panels[0].right);
  r.width = 1000, r.height = 1400;
  const PageLayout portrait = lay_out(r);
  CHECK(portrait.notes[0].top > portrait.panels[0].bottom);
  CHECK(portrait.notes.size() == 2);
}

TEST_CASE("scale bars have round numbers and the right length", "[render]") {
  for (const double metres : {0.3, 7.0, 210.0, 2'200.0, 31'000.0}) {
    const ScaleStep km = scale_step(metres, 1000, "km", 150), miles = scale_step(metres, 1609.344, "miles", 150);
    for (const ScaleStep& s : {km, miles}) {
      CHECK(s.pixels <= 150.001);
      CHECK(s.pixels > 55);
      double leading = s.value;
      while (leading >= 9.99) leading /= 10;
      while (leading < 0.999) leading *= 10;
      CHECK((leading == Approx(1) || leading == Approx(2) || leading == Approx(5)));
    }
    CHECK(km.pixels * metres == Approx(km.value * 1000));
  }
  CHECK(scale_step(2'200, 1000, "km", 150).text == "200 km");
  CHECK(scale_step(2.2, 1000, "km", 150).text == "0.2 km");
}

TEST_CASE("scales and numbers are set with commas and few figures", "[render]") {
  CHECK(scale_text(8'312'000) == "1 : 8.3 million");
  CHECK(scale_text(118'000'000) == "1 : 120 million");
  CHECK(scale_text(253'000) == "1 : 250,000");
  CHECK(grouped_text(1234567) == "1,234,567");
  CHECK(grouped_text(-999.6) == "-1,000");
  CHECK(decimal_text(2.0, 2) == "2");
  CHECK(decimal_text(0.05, 2) == "0.05");
  CHECK(decimal_text(-1.26, 1) == "-1.3");
}
