#include "render/detail/svg_path.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::render::detail {

namespace {

using Hundredths = long long;

Hundredths to_hundredths(double value) {
  if (!std::isfinite(value)) return 0;
  return std::llround(std::clamp(value, -1e9, 1e9) * 100);
}

void append_number(std::string& out, Hundredths value) {
  const Hundredths size = value < 0 ? -value : value;
  if (value < 0) out += '-';
  const Hundredths whole = size / 100, rest = size % 100;
  if (whole != 0 || rest == 0) out += std::to_string(whole);
  if (rest == 0) return;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
}

struct Place {
  Hundredths x = 0, y = 0;
  bool operator==(const Place&) const = default;
};
Place to_place(PagePoint p) { return {to_hundredths(p.x), to_hundredths(p.y)}; }

class PathText {
 public:
  void move(Place to) {
    command('M');
    number(to.x);
    number(to.y);
    current_ = start_ = to;
  }
  void line(Place to) {
    if (to == current_) return;
    if (to.y == current_.y) {
      command('h');
      number(to.x - current_.x);
    } else if (to.x == current_.x) {
      command('v');
      number(to.y - current_.y);
    } else {
      command('l');
      relative(to);
    }
    current_ = to;
  }
  void curve(Place control1, Place control2, Place to) {
    command('c');
    relative(control1);
    relative(control2);
    relative(to);
    current_ = to;
  }
  void close() {
    command('z');
    current_ = start_;
  }
  std::string take() { return std::move(text_); }

 private:
  // A repeated command letter may be left out, but a second pair after M would be a line.
  void command(char letter) {
    if (letter == last_ && letter != 'M' && letter != 'z') return;
    text_ += letter;
    last_ = letter;
    fresh_ = true;
  }
  void number(Hundredths value) {
    if (!fresh_ && value >= 0) text_ += ' ';
    append_number(text_, value);
    fresh_ = false;
  }
  void relative(Place to) {
    number(to.x - current_.x);
    number(to.y - current_.y);
  }

  std::string text_;
  Place current_, start_;
  char last_ = 0;
  bool fresh_ = true;
};

}  // namespace

std::string svg_number(double value) {
  std::string out;
  append_number(out, to_hundredths(value));
  return out;
}

std::string svg_path_data(const Path& path) {
  PathText text;
  for (const PathSegment& segment : path) {
    if (const auto* move = std::get_if<MoveTo>(&segment)) {
      text.move(to_place(move->to));
    } else if (const auto* line = std::get_if<LineTo>(&segment)) {
      text.line(to_place(line->to));
    } else if (const auto* curve = std::get_if<CurveTo>(&segment)) {
      text.curve(to_place(curve->control1), to_place(curve->control2), to_place(curve->to));
    } else {
      text.close();
    }
  }
  return text.take();
}

std::string svg_path_data(const std::vector<Segment>& segments) {
  PathText text;
  for (const auto& [from, to] : segments) {
    text.move(to_place(from));
    text.line(to_place(to));
  }
  return text.take();
}

}  // namespace dateline::render::detail
