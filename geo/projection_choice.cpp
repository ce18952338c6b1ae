#include "geo/projection_choice.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace dateline::geo {
namespace {

/// Two decimals at most, with a point, whatever the locale.
std::string number(double value) {
  const double rounded = std::round(value * 100) / 100 + 0.0;
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, rounded).ptr;
  return {text, end};
}

std::string whole_degrees(double value, const char* positive, const char* negative) {
  const double rounded = std::round(value);
  if (rounded == 0) return "0°";
  return number(std::abs(rounded)) + "° " + (rounded > 0 ? positive : negative);
}

std::string latitude_text(double value) { return whole_degrees(value, "N", "S"); }
std::string longitude_text(double value) { return whole_degrees(value, "E", "W"); }

ProjectionChoice equal_earth(double lon) {
  return {"+proj=eqearth +lon_0=" + number(lon) + " +datum=WGS84 +units=m", "Equal Earth (" + longitude_text(lon) + ")"};
}

ProjectionChoice azimuthal(double lat, double lon) {
  return {"+proj=laea +lat_0=" + number(lat) + " +lon_0=" + number(lon) + " +datum=WGS84 +units=m",
          "Lambert azimuthal equal-area (" + latitude_text(lat) + ", " + longitude_text(lon) + ")"};
}

ProjectionChoice mercator(double lon) {
  return {"+proj=merc +lon_0=" + number(lon) + " +datum=WGS84 +units=m", "Mercator (" + longitude_text(lon) + ")"};
}

ProjectionChoice conic(double south, double north, double lon) {
  const double sixth = (north - south) / 6;
  const double first = south + sixth;
  const double second = north - sixth;
  return {"+proj=lcc +lat_1=" + number(first) + " +lat_2=" + number(second) + " +lat_0=" + number((south + north) / 2) +
              " +lon_0=" + number(lon) + " +datum=WGS84 +units=m",
          "Lambert conformal conic (" + latitude_text(first) + ", " + latitude_text(second) + "; " + longitude_text(lon) + ")"};
}

}  // namespace

ProjectionChoice choose_projection(const Box& extent) {
  const double lon = extent.center().lon();
  const double lat = (extent.south + extent.north) / 2;
  const double width = extent.longitude_span();
  const double height = extent.latitude_span();
  const double lowest = extent.south > 0 ? extent.south : extent.north < 0 ? -extent.north : 0;  // nearest to the equator
  const double highest = std::max(std::abs(extent.south), std::abs(extent.north));
  const double narrowest = width * std::cos(lat * 0.017453292519943295);

  // Round a pole: it is close by, or a cap of which a third of the turn and more is wanted. Not for a part of one side of it:
  // 30 degrees from its centre the projection is 7 % too wide.
  if ((highest > 86 && lowest >= 45) || (lowest >= 60 && width > 110) || (lowest >= 45 && width > 150)) return azimuthal(lat < 0 ? -90 : 90, lon);
  // Most of the world.
  if (width > 200 || (width > 150 && height > 90)) return equal_earth(width >= 350 ? 0 : lon);
  // Large: a cone opens too far, Mercator swells; equal area round the middle.
  if (height > 50 || (narrowest > 80 && highest > 35)) {
    if (width > 130 && std::abs(lat) < 35) return equal_earth(lon);
    return azimuthal(lat, lon);
  }
  // About the equator, on both sides of it or close to it.
  if (lowest < 12 || std::abs(lat) < 15) {
    if (highest <= 35) return mercator(lon);
    return azimuthal(lat, lon);
  }
  // Very flat extents still need two different parallels.
  const double half = std::max(height / 2, 0.5);
  return conic(std::max(lat - half, -85.0), std::min(lat + half, 85.0), lon);
}

}  // namespace dateline::geo
