#include "styles/contrast.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace dateline::styles {

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

Triple multiply(const Matrix& m, const Triple& v) {
  Triple out{};
  for (std::size_t i = 0; i < 3; ++i) out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
  return out;
}

// IEC 61966-2-1.
double to_linear(double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); }
double from_linear(double c) {
  c = std::clamp(c, 0.0, 1.0);
  return c <= 0.0031308 ? c * 12.92 : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
}
Triple linear(Color c) { return {to_linear(c.r), to_linear(c.g), to_linear(c.b)}; }

constexpr Matrix protanopia = {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia = {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritanopia = {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
constexpr Matrix grey = {{{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}};
constexpr Matrix to_xyz = {{{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
constexpr Triple white_d65 = {0.95047, 1.0, 1.08883};

double lab_curve(double t) {
  constexpr double threshold = 216.0 / 24389.0;
  return t > threshold ? std::cbrt(t) : (24389.0 / 27.0 * t + 16) / 116;
}

double radians(double degrees) { return degrees * std::numbers::pi / 180; }
double hue(double a, double b) {
  if (a == 0 && b == 0) return 0;
  const double degrees = std::atan2(b, a) * 180 / std::numbers::pi;
  return degrees < 0 ? degrees + 360 : degrees;
}

}  // namespace

double Lab::chroma() const noexcept { return std::hypot(a, b); }
double Lab::hue_degrees() const noexcept { return hue(a, b); }

Lab to_lab(Color color) noexcept {
  const Triple xyz = multiply(to_xyz, linear(color));
  const double x = lab_curve(xyz[0] / white_d65[0]), y = lab_curve(xyz[1] / white_d65[1]), z = lab_curve(xyz[2] / white_d65[2]);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

Color over(Color top, Color ground) noexcept {
  const auto mix = [&](double t, double g) { return t * top.a + g * (1 - top.a); };
  return {mix(top.r, ground.r), mix(top.g, ground.g), mix(top.b, ground.b), 1};
}

double luminance(Color color) noexcept {
  const Triple c = linear(color);
  return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
}

double contrast(Color a, Color b) noexcept {
  const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
  return (lighter + 0.05) / (darker + 0.05);
}

// Names follow the paper: C chroma, h hue, primes after the correction of a*.
double difference(const Lab& x, const Lab& y) noexcept {
  const auto power7 = [](double v) { return std::pow(v, 7); };
  const double c_mean = (x.chroma() + y.chroma()) / 2;
  const double g = 0.5 * (1 - std::sqrt(power7(c_mean) / (power7(c_mean) + power7(25))));
  const double a1 = (1 + g) * x.a, a2 = (1 + g) * y.a;
  const double c1 = std::hypot(a1, x.b), c2 = std::hypot(a2, y.b);
  const double h1 = hue(a1, x.b), h2 = hue(a2, y.b);

  double dh = 0, h_mean = h1 + h2;
  if (c1 * c2 != 0) {
    dh = h2 - h1;
    if (dh > 180) dh -= 360;
    if (dh < -180) dh += 360;
    if (std::abs(h1 - h2) > 180) h_mean += h_mean < 360 ? 360 : -360;
    h_mean /= 2;
  }
  const double d_lightness = y.lightness - x.lightness, d_chroma = c2 - c1;
  const double d_hue = 2 * std::sqrt(c1 * c2) * std::sin(radians(dh / 2));

  const double l_mean = (x.lightness + y.lightness) / 2, cp_mean = (c1 + c2) / 2;
  const double t = 1 - 0.17 * std::cos(radians(h_mean - 30)) + 0.24 * std::cos(radians(2 * h_mean)) +
                   0.32 * std::cos(radians(3 * h_mean + 6)) - 0.20 * std::cos(radians(4 * h_mean - 63));
  const double turn = 30 * std::exp(-std::pow((h_mean - 275) / 25, 2));
  const double rc = 2 * std::sqrt(power7(cp_mean) / (power7(cp_mean) + power7(25)));
  const double from_middle = std::pow(l_mean - 50, 2);
  const double sl = 1 + 0.015 * from_middle / std::sqrt(20 + from_middle);
  const double sc = 1 + 0.045 * cp_mean, sh = 1 + 0.015 * cp_mean * t;
  const double rt = -std::sin(radians(2 * turn)) * rc;
  const double l = d_lightness / sl, c = d_chroma / sc, h = d_hue / sh;
  return std::sqrt(std::max(0.0, l * l + c * c + h * h + rt * c * h));
}

Color as_seen(Color color, ColorVision vision) noexcept {
  const Matrix* matrix = vision == ColorVision::Protanopia     ? &protanopia
                         : vision == ColorVision::Deuteranopia ? &deuteranopia
                         : vision == ColorVision::Tritanopia   ? &tritanopia
                         : vision == ColorVision::Grey         ? &grey
                                                               : nullptr;
  if (matrix == nullptr) return color;
  const Triple seen = multiply(*matrix, linear(color));
  return {from_linear(seen[0]), from_linear(seen[1]), from_linear(seen[2]), color.a};
}

}  // namespace dateline::styles
