#include <catch2/catch.hpp>

#include <cmath>
#include <cstdlib>
#include <set>

#include "base/error.hpp"
#include "render/app6_sheet.hpp"
#include "render/app6_symbol.hpp"
#include "render/detail/app6_icon.hpp"
#include "render/page_geometry.hpp"
#include "render/write.hpp"
#include "support/command.hpp"
#include "support/golden.hpp"

namespace dateline::render::test {
namespace {

constexpr App6Identity identities[] = {App6Identity::Pending, App6Identity::Unknown, App6Identity::AssumedFriend, App6Identity::Friend,
                                       App6Identity::Neutral, App6Identity::Suspect, App6Identity::Hostile};

// Middle lines and control points of all paths; strokes reach half their width further.
PageBox extent(const DisplayList& items) {
  PageBox box{1e9, 1e9, -1e9, -1e9};
  const auto add = [&](PagePoint p) { box = unite(box, {p.x, p.y, p.x, p.y}); };
  for (const DisplayItem& item : items) {
    const auto* path = std::get_if<PathItem>(&item);
    if (path == nullptr) continue;
    for (const PathSegment& s : path->path) {
      if (const auto* m = std::get_if<MoveTo>(&s)) add(m->to);
      if (const auto* l = std::get_if<LineTo>(&s)) add(l->to);
      if (const auto* c = std::get_if<CurveTo>(&s)) add(c->to);
    }
  }
  return box;
}

std::string failure(const std::string& sidc) {
  try {
    (void)parse_app6_code(sidc);
  } catch (const InputError& error) {
    return error.to_string();
  }
  return "";
}

}  // namespace

TEST_CASE("every symbol of the sheet stays within its box", "[app6]") {
  for (const App6Code& code : app6_sheet_codes()) {
    INFO(to_sidc(code) << " " << app6_name(code));
    const DisplayList items = app6_symbol(code, {200, 150}, 80);
    CHECK(items.size() >= (code.entity.starts_with("000000") ? 1U : 2U));   // an unknown kind is a frame without a sign
    const PageBox box = app6_box(code, {200, 150}, 80), ink = extent(items);
    CHECK(holds(box, ink.grown(0.8 * 2)));   // half of the frame's stroke
    CHECK(ink.width() > 50);
  }
}

TEST_CASE("the table has at least forty symbols, each once, from land, sea, air and installations", "[app6]") {
  const auto entries = app6_entries();
  CHECK(entries.size() >= 40);
  std::set<std::pair<App6Set, std::string>> codes;
  std::set<std::string> names;
  std::set<App6Set> sets;
  for (const App6Entry& e : entries) {
    CHECK(codes.emplace(e.set, e.entity).second);
    CHECK(names.insert(std::string(to_string(e.set)) + e.name).second);
    sets.insert(e.set);
  }
  CHECK(sets == std::set<App6Set>{App6Set::Air, App6Set::Land, App6Set::Equipment, App6Set::Installation, App6Set::Sea, App6Set::Subsurface});
}

TEST_CASE("every symbol can be drawn for every identity", "[app6]") {
  for (const App6Entry& e : app6_entries()) {
    for (const App6Identity identity : identities) {
      App6Code code;
      code.set = e.set;
      code.entity = e.entity;
      code.identity = identity;
      CHECK_FALSE(app6_symbol(code, {0, 0}, 20).empty());
    }
  }
}

TEST_CASE("symbols are drawn as they always were", "[app6]") {
  std::string text;
  for (const App6Code& code : app6_sheet_codes()) {
    Page page;
    page.width = page.height = 300;
    page.items = app6_symbol(code, {150, 150}, 100);
    const std::string list = to_text(page);
    text += "# " + app6_name(code) + "; " + app6_amplifiers(code) + "\n" + list;
  }
  check_golden_text("app6-symbols", text);
}

TEST_CASE("a code is read into its parts and written back", "[app6]") {
  const App6Code code = parse_app6_code("101610171812110200000000000000");
  CHECK(code.context == App6Context::Exercise);
  CHECK(code.identity == App6Identity::Hostile);
  CHECK(code.set == App6Set::Land);
  CHECK(code.status == App6Status::Planned);
  CHECK((code.headquarters && code.task_force && code.dummy));
  CHECK(code.echelon == App6Echelon::Brigade);
  CHECK(app6_name(code) == "mechanised infantry");
  CHECK(app6_amplifiers(code) == "hostile, brigade, headquarters, task force, dummy, planned, exercise");
  for (const App6Code& c : app6_sheet_codes()) CHECK(parse_app6_code(to_sidc(c)) == c);
}

TEST_CASE("a code that cannot be read is told by its digit", "[app6]") {
  CHECK(failure("10031000").find("a symbol code has 20 or 30 digits, this one has 8") != std::string::npos);
  CHECK(failure("SFGPUCI----D---").find("code:1:1: error: a symbol code consists of digits") != std::string::npos);
  CHECK(failure("10091000001211000000").find("code:1:4: error: '9' is no identity that Dateline draws") != std::string::npos);
  CHECK(failure("10034000001211000000").find("code:1:5: error: '40' is no symbol set") != std::string::npos);
  CHECK(failure("10031000991211000000").find("code:1:9: error: '99' is no echelon") != std::string::npos);
  CHECK(failure("09031000001211000000").find("versions 10 to 15 are read") != std::string::npos);
  App6Code code = parse_app6_code("10031000009999990000");
  CHECK(app6_name(code).empty());
  CHECK_THROWS_AS(app6_symbol(code, {0, 0}, 100), InputError);
}

TEST_CASE("a planned symbol has a dashed frame and a present one has none", "[app6]") {
  const auto dashed = [](const App6Code& code) {
    int count = 0;
    for (const DisplayItem& item : app6_symbol(code, {0, 0}, 100)) {
      const auto* path = std::get_if<PathItem>(&item);
      if (path != nullptr && path->stroke && !path->stroke->dashes.empty()) ++count;
    }
    return count;
  };
  for (const App6Identity identity : identities) {
    App6Code code;
    code.identity = identity;
    const bool doubtful = identity == App6Identity::Pending || identity == App6Identity::AssumedFriend || identity == App6Identity::Suspect;
    CHECK(dashed(code) == (doubtful ? 1 : 0));
    code.status = App6Status::Planned;
    CHECK(dashed(code) == 1);
  }
}

TEST_CASE("without colours shape alone tells the identity", "[app6]") {
  for (const DisplayItem& item : app6_symbol(parse_app6_code("10061030181205000000"), {0, 0}, 100, App6Palette::without_colors())) {
    if (const auto* path = std::get_if<PathItem>(&item); path != nullptr && path->fill) {
      CHECK(path->fill->r == path->fill->g);
      CHECK(path->fill->g == path->fill->b);
    }
  }
}

TEST_CASE("the icon language names the column of what it does not understand", "[app6]") {
  const auto column = [](const char* icon) -> std::size_t {
    try {
      (void)detail::parse_app6_icon(icon);
    } catch (const InputError& error) {
      return error.position().column;
    }
    return 0;
  };
  CHECK(column("line M0,0 L10,10 ; text 45 0 0 SF ; part cross") == 0);
  CHECK(column("curve M0,0") == 6);
  CHECK(column("line M0,0 Q1,1") == 12);
  CHECK(column("line L0,0") == 7);
  CHECK(column("line M0") == 8);
  CHECK(column("line M0,0 L1e9,0") == 12);
  CHECK(column("line M0,0 ; ") == 13);
  CHECK(column("line") == 5);
}

TEST_CASE("symbols differ from the reference by less than two per cent of the pixels", "[app6][reference]") {
  const char* modules = std::getenv("DATELINE_NODE_MODULES");
  const auto checker = find_checker("milsymbol_reference.mjs");
  if (modules == nullptr || !checker || !has_program("node") || !has_program("rsvg-convert") || !has_program("compare")) {
    WARN("skipped: the reference needs node, rsvg-convert, compare, and DATELINE_NODE_MODULES with npm's milsymbol");
    return;
  }
  const ScratchFolder folder;
  for (const App6Code& code : app6_sheet_codes()) {
    const std::string sidc = to_sidc(code);
    const std::string file = folder.file(sidc + ".svg", write_svg(app6_page(code, {100, 300, {"Open Sans", "DejaVu Sans"}})));
    const auto result = run("node '" + *checker + "' " + sidc + " --canvas 300 --compare '" + file + "' --max-diff 2 --modules '" + modules + "'");
    INFO(app6_name(code) << ": " << result.output);
    CHECK(result.status == 0);
  }
}

}  // namespace dateline::render::test
