#include <algorithm>

#include "base/csv.hpp"
#include "base/error.hpp"
#include "base/limits.hpp"
#include "gazetteer/detail/import_own.hpp"

namespace dateline::gazetteer::detail {

namespace {

/// Rows of a CSV file of any length.
class CsvReader {
 public:
  explicit CsvReader(const std::filesystem::path& file) : lines_(file) {}

  /// Steps to the next row that is not empty; false at the end.
  bool next() {
    do {
      if (!lines_.next()) return false;
    } while (lines_.line().empty());
    line_ = lines_.number();
    text_ = lines_.line();
    if (line_ == 1 && text_.compare(0, 3, "\xEF\xBB\xBF") == 0) text_.erase(0, 3);
    while (!is_whole_csv_row(text_) && text_.size() < limits::max_import_line_bytes && lines_.next()) {
      text_ += '\n';
      text_ += lines_.line();
    }
    return true;
  }

  void find_separator() { separator_ = find_csv_separator(text_); }
  [[nodiscard]] std::vector<std::string> cells() const { return split_csv_row(text_, separator_); }
  [[nodiscard]] std::size_t line() const noexcept { return line_; }
  [[nodiscard]] const LineReader& lines() const noexcept { return lines_; }

 private:
  LineReader lines_;
  std::string text_;
  std::size_t line_ = 0;
  char separator_ = ',';
};

}  // namespace

void for_each_csv_place(ImportContext& context, const std::filesystem::path& file, const std::function<void(const OwnPlace&)>& visit) {
  CsvReader reader(file);
  std::vector<std::string OwnPlace::*> columns;
  const auto has = [&](std::string OwnPlace::*field) { return std::find(columns.begin(), columns.end(), field) != columns.end(); };
  if (reader.next()) {
    reader.find_separator();
    for (const auto& cell : reader.cells()) columns.push_back(own_field(cell));
  }
  if (!has(&OwnPlace::name) || !has(&OwnPlace::lat) || !has(&OwnPlace::lon)) {
    InputError error("the first row does not name the columns name, lat and lon",
                     "begin the file with: name,lat,lon (and, if you like, id,aliases,kind,country,radius_m,population)");
    error.set_position({file.string(), 1, 1});
    throw error;
  }
  context.progress.begin("reading " + file.filename().string(), reader.lines().size());
  while (reader.next()) {
    const auto cells = reader.cells();
    if (cells.size() > columns.size()) {
      ++context.rows;
      context.skipped.add(file.string(), reader.line(), "the row has " + std::to_string(cells.size()) + " cells, but there are " + std::to_string(columns.size()) + " columns",
                          "put cells that hold the separator into double quotes");
      continue;
    }
    OwnPlace place;
    place.line = reader.line();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (columns[i] != nullptr && (place.*columns[i]).empty()) place.*columns[i] = cells[i];
    }
    visit(place);
    context.progress.advance(reader.lines().done());
  }
  context.progress.end();
}

}  // namespace dateline::gazetteer::detail
