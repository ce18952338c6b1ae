#include <cstdlib>
#include <fstream>

#include <catch2/catch.hpp>

#include "render/draw.hpp"
#include "render/write.hpp"
#include "tests/render/story_scene.hpp"

using namespace dateline;
using namespace dateline::render;

// Hidden: writes pictures for looking at, into the folder named by DATELINE_PICTURES.
TEST_CASE("pictures of all test scenes for the eye", "[.pictures]") {
  const char* folder = std::getenv("DATELINE_PICTURES");
  if (folder == nullptr) return;
  const auto write = [&](const std::string& name, const Scene& scene, DrawOptions options) {
    const char* notes = std::getenv("DATELINE_PICTURE_NOTES");
    if (notes != nullptr) options.notes = std::string(notes) == "caption" ? DrawOptions::Notes::Caption : DrawOptions::Notes::None;
    const char* theme = std::getenv("DATELINE_PICTURE_STYLE");
    const auto style = theme != nullptr ? styles::load_style(theme, test::data_folder()) : test::light_style();
    const Drawing drawing = draw(scene, test::base_map(), style, options);
    if (std::getenv("DATELINE_PICTURE_ALL") != nullptr) {
      std::ofstream(std::string(folder) + "/layout-" + name + ".svg", std::ios::binary) << write_svg(drawing.pages.front());
      std::ofstream(std::string(folder) + "/layout-" + name + ".pdf", std::ios::binary) << write_pdf(drawing.pages);
    }
    for (std::size_t i = 0; i < drawing.pages.size(); ++i) {
      std::ofstream file(std::string(folder) + "/layout-" + name + (i > 0 ? "-" + std::to_string(i + 1) : "") + ".png", std::ios::binary);
      file << write_png(drawing.pages[i], 1);
    }
  };
  const char* only = std::getenv("DATELINE_PICTURE");
  const auto picture = [&](const std::string& name, Scene (*make)(), double width, double height) {
    if (only != nullptr && name.find(only) == std::string::npos) return;
    DrawOptions options;
    options.width = width, options.height = height;
    write(name, make(), options);
  };
  picture("story", test::far_east_story, 1600, 1000);
  picture("story-1200", test::far_east_story, 1200, 800);
  picture("story-portrait", test::far_east_story, 1000, 1400);
  picture("story-800", test::far_east_story, 800, 1000);
  picture("weeks", test::weekly_story, 1600, 1000);
  picture("telephone", test::far_east_story, 400, 800);
  picture("date-line", test::date_line_story, 1600, 1000);
  picture("crowded", test::crowded_story, 1600, 1000);
  picture("lone", test::lone_point_story, 1200, 800);
  picture("placeless", test::placeless_story, 1200, 800);
  picture("svalbard", test::svalbard_story, 1200, 800);
  picture("antarctic", test::antarctic_story, 1200, 800);
  picture("singapore", test::singapore_story, 1200, 800);
  picture("world", test::world_story, 1600, 1000);
  picture("village", test::village_story, 1200, 800);
  picture("strait", test::strait_story, 1200, 800);
  picture("statuses", test::statuses_story, 1600, 1000);
}
