#include "pipeline/pins.hpp"

#include <algorithm>

#include "base/csv.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "base/json_position.hpp"
#include "base/limits.hpp"
#include "claims/ledger_json.hpp"

namespace dateline::pipeline {

namespace {

[[noreturn]] void fail(const std::string& file, std::size_t line, const std::string& message, const std::string& hint) {
  InputError error(message, hint);
  error.set_position({file, line, line == 0 ? std::size_t{0} : std::size_t{1}});
  throw error;
}

constexpr const char* pins_hint = "begin the file with surface,place or surface,place,article; a row reads Donetsk,geonames:709717";

struct Columns {
  std::size_t surface, place, article;
};

Columns find_columns(const std::vector<std::string>& header, const std::string& file) {
  const auto column = [&](std::string_view name) {
    return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin());
  };
  const Columns columns{column("surface"), column("place"), column("article")};
  if (columns.surface == header.size() || columns.place == header.size()) fail(file, 1, "the first row does not name the columns surface and place", pins_hint);
  return columns;
}

/// The list of pins as it stands in a ledger.
std::string pins_text(const std::vector<claims::Pin>& pins) {
  claims::Ledger only;
  only.pins = pins;
  // A pin for one story names an article, which this ledger of pins alone does not have; it is only written, never read.
  const auto json = claims::to_json(only);
  const auto span = find_json_value(json, "/pins");
  return span ? json.substr(span->start, span->size()) : "[]";
}

}  // namespace

std::vector<claims::Pin> read_pins(const std::string& file) {
  auto text = read_file(file, limits::max_config_bytes);
  if (text.compare(0, 3, "\xEF\xBB\xBF") == 0) text.erase(0, 3);
  std::vector<claims::Pin> pins;
  std::optional<Columns> columns;
  char separator = ',';
  std::size_t line = 0;
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto row = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), row.size() + 1));
    ++line;
    if (row.empty() || row == "\r" || row.front() == '#') continue;
    if (!columns) {
      separator = find_csv_separator(row);
      columns = find_columns(split_csv_row(row, separator), file);
      continue;
    }
    const auto cells = split_csv_row(row, separator);
    const auto cell = [&](std::size_t index) { return index < cells.size() ? cells[index] : std::string{}; };
    if (cell(columns->surface).empty() || cell(columns->place).empty()) fail(file, line, "the row does not name both a surface and a place", pins_hint);
    pins.push_back({cell(columns->surface), cell(columns->article), cell(columns->place)});
  }
  if (!columns) fail(file, 1, "the file of pins is empty", pins_hint);
  return pins;
}

std::string with_pin(const std::string& ledger_json, const std::string& file, const claims::Pin& pin, const gazetteer::Store& store) {
  auto pins = claims::ledger_from_json(ledger_json, file);
  if (!store.find_record(pin.place)) {
    throw InputError("there is no place '" + pin.place + "' in the place store", "`dateline gazetteer lookup \"" + pin.surface + "\"` shows the ids");
  }
  const auto known = [&](const claims::ArticleRecord& article) { return article.id == pin.article; };
  if (!pin.article.empty() && std::none_of(pins.articles.begin(), pins.articles.end(), known)) {
    throw InputError("the ledger has no story '" + pin.article + "'", "`dateline places " + file + "` names the stories");
  }
  const auto same = [&](const claims::Pin& other) { return other.surface == pin.surface && other.article == pin.article; };
  const auto found = std::find_if(pins.pins.begin(), pins.pins.end(), same);
  if (found != pins.pins.end()) found->place = pin.place;
  else pins.pins.push_back(pin);
  auto out = ledger_json;
  const auto list = pins_text(pins.pins);
  if (const auto span = find_json_value(ledger_json, "/pins")) {
    out.replace(span->start, span->size(), list);
  } else {
    // A ledger written by hand may leave the list out: it goes before the closing brace.
    const auto brace = out.find_last_of('}');
    const auto last = out.find_last_not_of(" \t\r\n", brace - 1);
    out.insert(last + 1, ",\n  \"pins\": " + list);
  }
  (void)claims::ledger_from_json(out, file);
  return out;
}

}  // namespace dateline::pipeline
