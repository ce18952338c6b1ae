#include "render/detail/app6_icon.hpp"

#include <charconv>

#include "base/error.hpp"

namespace dateline::render::detail {
namespace {

constexpr std::string_view blanks = " ,";

struct KindName {
  const char* name;
  App6Element::Kind kind;
};
constexpr KindName kinds[] = {{"line", App6Element::Kind::Line}, {"fill", App6Element::Kind::Fill}, {"both", App6Element::Kind::Both},
                              {"pale", App6Element::Kind::Pale}, {"text", App6Element::Kind::Text}, {"part", App6Element::Kind::Part}};

/// Reads a text from left to right and knows where it is.
class Reader {
 public:
  Reader(std::string_view whole, std::size_t from, std::size_t to) : whole_(whole), at_(from), end_(to) {}

  bool at_end() {
    skip();
    return at_ >= end_;
  }
  char command() {
    skip();
    return whole_[at_++];
  }
  std::string word() {
    skip();
    const std::size_t start = at_;
    while (at_ < end_ && blanks.find(whole_[at_]) == std::string_view::npos) ++at_;
    return std::string(whole_.substr(start, at_ - start));
  }
  double number() {
    skip();
    double value = 0;
    const auto [rest, error] = std::from_chars(whole_.data() + at_, whole_.data() + end_, value);
    // An icon is a few octagons wide; more is a slip of the keyboard.
    if (error != std::errc{} || !(value >= -1000 && value <= 1000)) fail("expected a number from -1000 to 1000", "a path is written as M-75,-50 L75,50");
    at_ = static_cast<std::size_t>(rest - whole_.data());
    return value;
  }
  PagePoint point() {
    const double x = number();
    return {x, number()};
  }
  [[noreturn]] void fail(const std::string& message, const std::string& hint) const {
    InputError error(message, hint);
    error.set_position({"icon", 1, at_ + 1}, std::string(whole_));
    throw error;
  }

 private:
  void skip() {
    while (at_ < end_ && blanks.find(whole_[at_]) != std::string_view::npos) ++at_;
  }

  std::string_view whole_;
  std::size_t at_, end_;
};

void add_ellipse(Path& path, PagePoint c, double rx, double ry) {
  constexpr double k = 0.5522847498;   // four cubic curves, off by less than 0.03 % of the radius
  path.emplace_back(MoveTo{{c.x + rx, c.y}});
  path.emplace_back(CurveTo{{c.x + rx, c.y + k * ry}, {c.x + k * rx, c.y + ry}, {c.x, c.y + ry}});
  path.emplace_back(CurveTo{{c.x - k * rx, c.y + ry}, {c.x - rx, c.y + k * ry}, {c.x - rx, c.y}});
  path.emplace_back(CurveTo{{c.x - rx, c.y - k * ry}, {c.x - k * rx, c.y - ry}, {c.x, c.y - ry}});
  path.emplace_back(CurveTo{{c.x + k * rx, c.y - ry}, {c.x + rx, c.y - k * ry}, {c.x + rx, c.y}});
  path.emplace_back(ClosePath{});
}

Path read_path(Reader& in) {
  Path path;
  while (!in.at_end()) {
    const char command = in.command();
    if (path.empty() && command != 'M' && command != 'O') in.fail("a path begins with M or O", "write M and a point first");
    switch (command) {
      case 'M': path.emplace_back(MoveTo{in.point()}); break;
      case 'L': path.emplace_back(LineTo{in.point()}); break;
      case 'Z': path.emplace_back(ClosePath{}); break;
      case 'C': {
        const PagePoint a = in.point(), b = in.point();
        path.emplace_back(CurveTo{a, b, in.point()});
        break;
      }
      case 'O': {
        const PagePoint center = in.point(), radii = in.point();
        add_ellipse(path, center, radii.x, radii.y);
        break;
      }
      default: in.fail(std::string("'") + command + "' is no command of a path", "known: M, L, C, O, Z");
    }
  }
  if (path.empty()) in.fail("the path is empty", "write M and a point first");
  return path;
}

App6Element read_element(Reader& in) {
  const std::string name = in.word();
  for (const KindName& k : kinds) {
    if (name != k.name) continue;
    App6Element element;
    element.kind = k.kind;
    if (k.kind == App6Element::Kind::Text) {
      element.size = in.number();
      element.at = in.point();
    }
    if (k.kind == App6Element::Kind::Text || k.kind == App6Element::Kind::Part) element.words = in.word();
    else element.path = read_path(in);
    if (!in.at_end()) in.fail("expected the end of the element", "elements are separated by semicolons");
    return element;
  }
  in.fail("'" + name + "' is no kind of element", "known: line, fill, both, pale, text, part");
}

}  // namespace

Path parse_app6_path(std::string_view text) {
  Reader in(text, 0, text.size());
  return read_path(in);
}

std::vector<App6Element> parse_app6_icon(std::string_view text) {
  std::vector<App6Element> elements;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(';', start), text.size());
    Reader in(text, start, end);
    elements.push_back(read_element(in));
    start = end + 1;
  }
  return elements;
}

}  // namespace dateline::render::detail
