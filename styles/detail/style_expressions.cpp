#include "styles/detail/style_layers.hpp"

namespace dateline::styles::detail {

namespace {

constexpr double max_zoom = 24;

void add_stop(ZoomValue& value, const Node& zoom, double at, double result) {
  if (!value.stops.empty() && at <= value.stops.back().first) zoom.fail("zoom levels must rise from stop to stop");
  value.stops.emplace_back(at, result);
}

void require_zoom(const Node& node) {
  if (!node.is_array() || node.size() != 1 || !node.at(0).is_string() || node.at(0).string() != "zoom") {
    node.fail("only [\"zoom\"] can drive a value", "write [\"interpolate\", [\"linear\"], [\"zoom\"], 2, 0.5, 6, 1]");
  }
}

ZoomValue read_stops(const Node& node, double lowest, double highest) {
  node.allow_only({"base", "stops", "type"});
  ZoomValue value;
  if (node.has("base")) value.base = node.at("base").number(0.01, 10);
  if (node.has("type")) value.stepped = node.at("type").one_of({"exponential", "interval"}) == "interval";
  const Node stops = node.at("stops");
  stops.require_array("an array of [zoom, value] pairs");
  for (std::size_t i = 0; i < stops.size(); ++i) {
    const Node stop = stops.at(i);
    stop.require_array("a [zoom, value] pair");
    if (stop.size() != 2) stop.fail("a stop is a pair of zoom and value");
    add_stop(value, stop, stop.at(0).number(0, max_zoom), stop.at(1).number(lowest, highest));
  }
  if (value.stops.empty()) stops.fail("at least one stop is needed");
  return value;
}

ZoomValue read_interpolate(const Node& node, double lowest, double highest) {
  if (node.size() < 5 || node.size() % 2 == 0) {
    node.fail("\"interpolate\" needs a kind, [\"zoom\"], and pairs of zoom and value");
  }
  ZoomValue value;
  const Node kind = node.at(1);
  kind.require_array("[\"linear\"] or [\"exponential\", base]");
  if (kind.size() == 0) kind.fail("expected [\"linear\"] or [\"exponential\", base] here");
  if (kind.at(0).one_of({"linear", "exponential"}) == "exponential") value.base = kind.at(1).number(0.01, 10);
  require_zoom(node.at(2));
  for (std::size_t i = 3; i + 1 < node.size(); i += 2) {
    add_stop(value, node.at(i), node.at(i).number(0, max_zoom), node.at(i + 1).number(lowest, highest));
  }
  return value;
}

ZoomValue read_step(const Node& node, double lowest, double highest) {
  if (node.size() < 5 || node.size() % 2 == 0) node.fail("\"step\" needs [\"zoom\"], a value, and pairs of zoom and value");
  require_zoom(node.at(1));
  ZoomValue value;
  value.stepped = true;
  value.stops.emplace_back(-1, node.at(2).number(lowest, highest));  // holds below the first step
  for (std::size_t i = 3; i + 1 < node.size(); i += 2) {
    add_stop(value, node.at(i), node.at(i).number(0, max_zoom), node.at(i + 1).number(lowest, highest));
  }
  return value;
}

std::string read_property(const Node& node) {
  if (node.is_string()) return node.string();
  node.require_array("a property name or [\"get\", name]");
  if (node.size() != 2) node.fail("expected [\"get\", name] here");
  static_cast<void>(node.at(0).one_of({"get"}));
  return node.at(1).string();
}

std::string read_literal(const Node& node) {
  if (node.is_bool()) return node.boolean() ? "true" : "false";
  if (!node.is_number()) return node.string();
  const double number = node.number(-1e15, 1e15);
  if (number != static_cast<double>(static_cast<long long>(number))) node.fail("filters compare texts, whole numbers and truth values");
  return std::to_string(static_cast<long long>(number));
}

std::vector<std::string> read_choices(const Node& node) {
  std::vector<std::string> values;
  const bool expression = node.size() == 3 && node.at(2).is_array();
  if (expression) {
    const Node literal = node.at(2);
    if (literal.size() != 2 || !literal.at(1).is_array()) literal.fail("expected [\"literal\", [...]] here");
    static_cast<void>(literal.at(0).one_of({"literal"}));
    for (std::size_t i = 0; i < literal.at(1).size(); ++i) values.push_back(read_literal(literal.at(1).at(i)));
  } else {
    for (std::size_t i = 2; i < node.size(); ++i) values.push_back(read_literal(node.at(i)));
  }
  if (values.empty()) node.fail("\"in\" needs at least one value");
  return values;
}

}  // namespace

ZoomValue read_zoom_value(const Node& node, double lowest, double highest) {
  if (node.is_object()) return read_stops(node, lowest, highest);
  if (!node.is_array()) return ZoomValue{{{0, node.number(lowest, highest)}}};
  if (node.size() == 0) node.fail("an empty expression has no value");
  const bool interpolated = node.at(0).one_of({"interpolate", "step"}) == "interpolate";
  return interpolated ? read_interpolate(node, lowest, highest) : read_step(node, lowest, highest);
}

namespace {

struct Operator {
  const char* word;
  Comparison::Test test;
};
constexpr Operator comparing[] = {{"<", Comparison::Test::Less}, {"<=", Comparison::Test::AtMost}, {">", Comparison::Test::More},
                                  {">=", Comparison::Test::AtLeast}, {"!=", Comparison::Test::Not}};

bool read_comparison(const std::string& operation, const Node& node, Layer& layer) {
  for (const Operator& known : comparing) {
    if (operation != known.word) continue;
    Comparison comparison{read_property(node.at(1)), known.test, 0, {}};
    if (known.test == Comparison::Test::Not) comparison.text = read_literal(node.at(2));
    else comparison.number = node.at(2).number(-1e15, 1e15);
    layer.comparisons.push_back(std::move(comparison));
    return true;
  }
  return false;
}

}  // namespace

void read_filter(const Node& node, Layer& layer) {
  node.require_array("a filter such as [\"==\", \"kind\", \"disputed\"]");
  if (node.size() == 0) node.fail("an empty filter says nothing", "leave \"filter\" out to take every feature");
  const std::string operation = node.at(0).one_of({"==", "!=", "<", "<=", ">", ">=", "in", "all"});
  if (operation == "all") {
    for (std::size_t i = 1; i < node.size(); ++i) read_filter(node.at(i), layer);
    return;
  }
  if (node.size() < 3 || (operation != "in" && node.size() != 3)) node.fail('"' + operation + "\" needs a property and a value");
  if (read_comparison(operation, node, layer)) return;
  const std::string property = read_property(node.at(1));
  std::vector<std::string> values = operation == "==" ? std::vector{read_literal(node.at(2))} : read_choices(node);
  if (!layer.filter.emplace(property, std::move(values)).second) {
    node.fail("the property \"" + property + "\" is asked twice", "join the values in one \"in\" filter");
  }
}

}  // namespace dateline::styles::detail
