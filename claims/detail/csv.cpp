#include "claims/detail/csv.hpp"

#include "base/error.hpp"
#include "base/source_position.hpp"

namespace dateline::claims::detail {

namespace {

class CsvReader {
 public:
  CsvReader(std::string_view text, const std::string& file) : text_(text), file_(file) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    const std::string_view head = text_.substr(at_, text_.find_first_of("\r\n", at_) - at_);
    if (head.find(',') != std::string_view::npos) return;
    if (head.find(';') != std::string_view::npos) separator_ = ';';
    else if (head.find('\t') != std::string_view::npos) separator_ = '\t';
  }

  std::vector<CsvRecord> run() {
    std::vector<CsvRecord> records;
    while (at_ < text_.size()) {
      if (text_[at_] == '\n' || text_[at_] == '\r') {
        skip_break();
        continue;
      }
      records.push_back(read_record());
    }
    return records;
  }

 private:
  CsvRecord read_record() {
    CsvRecord record;
    record.line = line_;
    while (true) {
      record.cells.push_back(at_ < text_.size() && text_[at_] == '"' ? read_quoted() : read_plain());
      if (at_ >= text_.size()) return record;
      if (text_[at_] == separator_) {
        ++at_;
        continue;
      }
      skip_break();
      return record;
    }
  }

  bool at_end_of_cell() const { return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' || text_[at_] == '\r'; }

  std::string read_plain() {
    const std::size_t start = at_;
    while (!at_end_of_cell()) {
      if (text_[at_] == '"') fail(at_, "a quotation mark inside a cell that does not begin with one", "put the whole cell in quotation marks and double those inside");
      ++at_;
    }
    return std::string(text_.substr(start, at_ - start));
  }

  std::string read_quoted() {
    const std::size_t start = at_++;
    std::string cell;
    while (true) {
      if (at_ >= text_.size()) fail(start, "this cell's quotation mark is never closed", "close it; double those that belong to the text");
      const char c = text_[at_++];
      if (c == '"') {
        if (at_ >= text_.size() || text_[at_] != '"') break;
        ++at_;
      }
      if (c == '\n') ++line_;
      cell += c;
    }
    if (!at_end_of_cell()) fail(at_, "text after the closing quotation mark", "double the quotation marks that belong to the text");
    return cell;
  }

  void skip_break() {
    if (text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
  }

  [[noreturn]] void fail(std::size_t at, const std::string& message, const std::string& hint) const {
    InputError error(message, hint);
    error.set_position(position_at(text_, at, file_), std::string(line_at(text_, at)));
    throw error;
  }

  std::string_view text_;
  const std::string& file_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  char separator_ = ',';
};

}  // namespace

std::vector<CsvRecord> parse_csv(std::string_view text, const std::string& file) { return CsvReader(text, file).run(); }

std::string csv_cell(const std::string& value) {
  if (value.find_first_of(",;\t\"\n\r") == std::string::npos && !value.starts_with(' ') && !value.ends_with(' ')) return value;
  std::string out = "\"";
  for (const char c : value) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

}  // namespace dateline::claims::detail
