// GeoJSON as in RFC 7946: CRS84, bbox, date line cut, right-handed rings, six decimals at most.
#include <charconv>
#include <cmath>
#include <cstdio>
#include <stdexcept>

#include "geo/date_line.hpp"
#include "geo/detail/geojson_box.hpp"
#include "geo/vector_writer.hpp"

namespace dateline::geo {
namespace {

class Json {
 public:
  std::string text;

  void string(std::string_view value) {
    text += '"';
    for (const char c : value) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\') {
        text += '\\';
        text += c;
      } else if (c == '\n') {
        text += "\\n";
      } else if (c == '\t') {
        text += "\\t";
      } else if (byte < 0x20) {
        char escaped[8];
        std::snprintf(escaped, sizeof escaped, "\\u%04x", byte);
        text += escaped;
      } else {
        text += c;
      }
    }
    text += '"';
  }

  void real(double value) {
    if (!std::isfinite(value)) {
      text += "null";  // JSON has no such number
      return;
    }
    char digits[32];
    text.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
  }

  void position(const LonLatPair& p) {
    text += '[';
    real(p.lon);
    text += ',';
    real(p.lat);
    text += ']';
  }

  template <typename List, typename Write>
  void array(const List& list, Write write) {
    text += '[';
    bool first = true;
    for (const auto& item : list) {
      if (!first) text += ',';
      first = false;
      write(item);
    }
    text += ']';
  }

  void line(const PairLine& pairs) {
    array(pairs, [this](const LonLatPair& p) { position(p); });
  }
  void ring(PairLine pairs) {
    if (!pairs.empty()) pairs.push_back(pairs.front());
    line(pairs);
  }
  void polygon(const PairPolygon& rings) {
    array(rings, [this](const PairLine& r) { ring(r); });
  }
};

/// Ten centimetres: finer than any place that a story names.
double degrees(double value) { return std::round(value * 1e6) / 1e6 + 0.0; }
LonLatPair rounded(const LonLatPair& p) { return {degrees(p.lon), degrees(p.lat)}; }
LonLatPair rounded(LonLat p) { return rounded(LonLatPair{p.lon(), p.lat()}); }

/// Rounded, without the repetitions that rounding makes.
PairLine rounded(const PairLine& line) {
  PairLine out;
  for (const LonLatPair& p : line) {
    const LonLatPair point = rounded(p);
    if (out.empty() || out.back() != point) out.push_back(point);
  }
  return out;
}

/// A ring rounded; empty if rounding leaves no area.
PairLine rounded_ring(const PairLine& ring) {
  PairLine out = rounded(ring);
  if (out.size() > 1 && out.front() == out.back()) out.pop_back();
  double area = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const LonLatPair& a = out[i];
    const LonLatPair& b = out[i + 1 < out.size() ? i + 1 : 0];
    area += (a.lon - out[0].lon) * (b.lat - out[0].lat) - (b.lon - out[0].lon) * (a.lat - out[0].lat);
  }
  if (out.size() < 3 || area == 0) out.clear();
  return out;
}

void open(Json& out, const char* type) {
  out.text += R"({"type":")";
  out.text += type;
  out.text += R"(","coordinates":)";
}

struct WriteGeometry {
  Json& out;
  GeometryKind kind;
  detail::GeoJsonBox& box;

  void operator()(std::monostate) const { out.text += "null"; }
  void operator()(LonLat p) const {
    open(out, "Point");
    box.add(rounded(p));
    out.position(rounded(p));
    out.text += '}';
  }
  void operator()(const std::vector<LonLat>& points) const {
    open(out, "MultiPoint");
    for (const LonLat p : points) box.add(rounded(p));
    out.array(points, [this](LonLat p) { out.position(rounded(p)); });
    out.text += '}';
  }
  void operator()(const std::vector<LineString>& lines) const {
    std::vector<PairLine> pieces;
    for (const LineString& l : lines) {
      for (const PairLine& piece : cut_at_date_line(l)) {
        if (auto line = rounded(piece); line.size() > 1) pieces.push_back(std::move(line));
      }
    }
    for (const PairLine& piece : pieces) box.add(piece);
    if (kind != GeometryKind::Lines && pieces.size() == 1) {
      open(out, "LineString");
      out.line(pieces.front());
    } else {
      open(out, "MultiLineString");
      out.array(pieces, [this](const PairLine& l) { out.line(l); });
    }
    out.text += '}';
  }
  void operator()(const MultiPolygon& area) const {
    std::vector<PairPolygon> pieces;
    for (const PairPolygon& polygon : cut_at_date_line(area)) {
      PairPolygon rings;
      for (const PairLine& ring : polygon) {
        auto kept = rounded_ring(ring);
        if (kept.empty() && rings.empty()) break;  // no outer ring, no holes
        if (!kept.empty()) rings.push_back(std::move(kept));
      }
      if (!rings.empty()) pieces.push_back(std::move(rings));
    }
    for (const PairPolygon& piece : pieces) box.add(piece.front());
    if (pieces.size() == 1) {
      open(out, "Polygon");
      out.polygon(pieces.front());
    } else {
      open(out, "MultiPolygon");
      out.array(pieces, [this](const PairPolygon& p) { out.polygon(p); });
    }
    out.text += '}';
  }
  void operator()(const SharedArea& area) const { return (*this)(*area); }
};

struct WriteValue {
  Json& out;
  void operator()(std::monostate) const { out.text += "null"; }
  void operator()(const std::string& value) const { out.string(value); }
  void operator()(std::int64_t value) const { out.text += std::to_string(value); }
  void operator()(double value) const { out.real(value); }
  void operator()(CivilDate value) const { out.string(value.to_string()); }
  void operator()(bool value) const { out.text += value ? "true" : "false"; }
};

/// Where a feature's own id stands among its values; the number of fields if there is none.
std::size_t id_slot(const VectorLayer& layer) {
  std::size_t slot = 0;
  while (slot < layer.fields.size() && !(layer.fields[slot].name == "id" && layer.fields[slot].type == FieldType::Text)) ++slot;
  return slot;
}

void write_feature(Json& out, const VectorLayer& layer, const Feature& feature, std::size_t id, detail::GeoJsonBox& box) {
  out.text += "{\"type\":\"Feature\",";
  if (id < feature.values.size() && std::holds_alternative<std::string>(feature.values[id])) {
    out.text += "\"id\":";
    out.string(std::get<std::string>(feature.values[id]));
    out.text += ',';
  }
  out.text += "\"geometry\":";
  std::visit(WriteGeometry{out, layer.kind, box}, feature.geometry);
  out.text += ",\"properties\":{";
  for (std::size_t k = 0; k < feature.values.size(); ++k) {
    if (k > 0) out.text += ',';
    out.string(layer.fields[k].name);
    out.text += ':';
    std::visit(WriteValue{out}, feature.values[k]);
  }
  out.text += "}}";
}

std::string box_member(const detail::GeoJsonBox& box) {
  const auto sides = box.sides();
  if (!sides) return "";
  Json out;
  out.text = "\"bbox\":";
  out.array(std::vector{sides->west, sides->south, sides->east, sides->north}, [&out](double side) { out.real(side); });
  return out.text + ",";
}

}  // namespace

std::string to_geojson(const VectorLayer& layer) {
  Json features;
  detail::GeoJsonBox box;
  const std::size_t id = id_slot(layer);
  for (const Feature& feature : layer.features) {
    if (feature.values.size() != layer.fields.size()) throw std::logic_error("values do not fit the fields of layer " + layer.name);
    features.text += features.text.empty() ? "\n" : ",\n";
    write_feature(features, layer, feature, id, box);
  }
  Json out;
  out.text = "{\"type\":\"FeatureCollection\",\"name\":";
  out.string(layer.name);
  return out.text + "," + box_member(box) + "\"features\":[" + features.text + "\n]}\n";
}

}  // namespace dateline::geo
