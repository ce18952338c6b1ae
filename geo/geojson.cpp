// GeoJSON as in RFC 7946: CRS84, date line cut, right-handed rings, seven decimals at most.
#include <charconv>
#include <cmath>
#include <cstdio>
#include <stdexcept>

#include "geo/date_line.hpp"
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

  /// A centimetre; shortest form.
  void degrees(double value) { real(std::round(value * 1e7) / 1e7 + 0.0); }

  void position(double lon, double lat) {
    text += '[';
    degrees(lon);
    text += ',';
    degrees(lat);
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
    array(pairs, [this](const LonLatPair& p) { position(p.lon, p.lat); });
  }
  void ring(PairLine pairs) {
    if (!pairs.empty()) pairs.push_back(pairs.front());
    line(pairs);
  }
  void polygon(const PairPolygon& rings) {
    array(rings, [this](const PairLine& r) { ring(r); });
  }
};

void open(Json& out, const char* type) {
  out.text += R"({"type":")";
  out.text += type;
  out.text += R"(","coordinates":)";
}

struct WriteGeometry {
  Json& out;
  GeometryKind kind;

  void operator()(std::monostate) const { out.text += "null"; }
  void operator()(LonLat p) const {
    open(out, "Point");
    out.position(p.lon(), p.lat());
    out.text += '}';
  }
  void operator()(const std::vector<LonLat>& points) const {
    open(out, "MultiPoint");
    out.array(points, [this](LonLat p) { out.position(p.lon(), p.lat()); });
    out.text += '}';
  }
  void operator()(const std::vector<LineString>& lines) const {
    std::vector<PairLine> pieces;
    for (const LineString& l : lines) {
      for (PairLine& piece : cut_at_date_line(l)) pieces.push_back(std::move(piece));
    }
    if (kind == GeometryKind::Line && pieces.size() == 1) {
      open(out, "LineString");
      out.line(pieces.front());
    } else {
      open(out, "MultiLineString");
      out.array(pieces, [this](const PairLine& l) { out.line(l); });
    }
    out.text += '}';
  }
  void operator()(const MultiPolygon& area) const {
    const auto pieces = cut_at_date_line(area);
    if (pieces.size() == 1) {
      open(out, "Polygon");
      out.polygon(pieces.front());
    } else {
      open(out, "MultiPolygon");
      out.array(pieces, [this](const PairPolygon& p) { out.polygon(p); });
    }
    out.text += '}';
  }
};

struct WriteValue {
  Json& out;
  void operator()(std::monostate) const { out.text += "null"; }
  void operator()(const std::string& value) const { out.string(value); }
  void operator()(std::int64_t value) const { out.text += std::to_string(value); }
  void operator()(double value) const { out.real(value); }
  void operator()(CivilDate value) const { out.string(value.to_string()); }
};

}  // namespace

std::string to_geojson(const VectorLayer& layer) {
  Json out;
  out.text = "{\"type\":\"FeatureCollection\",\"name\":";
  out.string(layer.name);
  out.text += ",\"features\":[";
  for (std::size_t i = 0; i < layer.features.size(); ++i) {
    const Feature& feature = layer.features[i];
    if (feature.values.size() != layer.fields.size()) throw std::logic_error("values do not fit the fields of layer " + layer.name);
    out.text += i == 0 ? "\n{\"type\":\"Feature\",\"geometry\":" : ",\n{\"type\":\"Feature\",\"geometry\":";
    std::visit(WriteGeometry{out, layer.kind}, feature.geometry);
    out.text += ",\"properties\":{";
    for (std::size_t k = 0; k < feature.values.size(); ++k) {
      if (k > 0) out.text += ',';
      out.string(layer.fields[k].name);
      out.text += ':';
      std::visit(WriteValue{out}, feature.values[k]);
    }
    out.text += "}}";
  }
  out.text += "\n]}\n";
  return out.text;
}

}  // namespace dateline::geo
