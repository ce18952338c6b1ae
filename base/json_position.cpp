#include "base/json_position.hpp"

#include <algorithm>
#include <string>

namespace dateline {

namespace {

/// Walks over JSON that is known to be valid; it only has to find where values begin and end.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) ++at_;
  }
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void advance() { ++at_; }
  [[nodiscard]] std::size_t offset() const { return at_; }

  /// The raw text between the quotes; escapes stay as they are.
  std::string_view read_string() {
    const std::size_t start = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    const std::size_t end = at_ < text_.size() ? at_ : text_.size();
    ++at_;
    return text_.substr(start, end - start);
  }

  void skip_value() {
    int depth = 0;
    do {
      skip_space();
      const char c = peek();
      if (c == '"') {
        read_string();
      } else if (c == '{' || c == '[') {
        ++depth, ++at_;
      } else if (c == '}' || c == ']') {
        --depth, ++at_;
      } else if (c == ',' || c == ':') {
        ++at_;
      } else {
        while (at_ < text_.size() && text_.find_first_of(",]} \n\r\t", at_) != at_) ++at_;
      }
    } while (depth > 0 && at_ < text_.size());
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

std::string unescape_reference(std::string_view token) {
  std::string out;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] == '~' && i + 1 < token.size()) out += token[++i] == '1' ? '/' : '~';
    else out += token[i];
  }
  return out;
}

bool enter_member(Scanner& scanner, const std::string& key) {
  scanner.advance();
  for (scanner.skip_space(); scanner.peek() == '"'; scanner.skip_space()) {
    const bool found = scanner.read_string() == key;
    scanner.skip_space();
    scanner.advance();  // the colon
    scanner.skip_space();
    if (found) return true;
    scanner.skip_value();
    scanner.skip_space();
    if (scanner.peek() == ',') scanner.advance();
  }
  return false;
}

bool enter_element(Scanner& scanner, const std::string& index) {
  scanner.advance();
  std::size_t remaining = 0;
  for (const char c : index) {
    if (c < '0' || c > '9' || remaining > 100'000'000) return false;
    remaining = remaining * 10 + static_cast<std::size_t>(c - '0');
  }
  for (scanner.skip_space(); scanner.peek() != ']' && scanner.peek() != '\0'; scanner.skip_space()) {
    if (remaining-- == 0) return true;
    scanner.skip_value();
    scanner.skip_space();
    if (scanner.peek() == ',') scanner.advance();
  }
  return false;
}

}  // namespace

std::optional<Span> find_json_value(std::string_view text, std::string_view pointer) {
  Scanner scanner(text);
  scanner.skip_space();
  while (!pointer.empty()) {
    if (pointer.front() != '/') return std::nullopt;
    pointer.remove_prefix(1);
    const auto token = unescape_reference(pointer.substr(0, pointer.find('/')));
    pointer.remove_prefix(std::min(pointer.size(), pointer.find('/')));
    const char kind = scanner.peek();
    if (kind == '{' ? !enter_member(scanner, token) : kind == '[' ? !enter_element(scanner, token) : true) return std::nullopt;
  }
  const std::size_t start = scanner.offset();
  scanner.skip_value();
  return Span{start, scanner.offset()};
}

}  // namespace dateline
