#include "base/error.hpp"

#include <utility>

#include "base/diagnostics.hpp"

namespace dateline {

Error::Error(std::string message, std::string hint) : std::runtime_error(message), hint_(std::move(hint)) {}

void Error::set_position(SourcePosition position, std::string excerpt) {
  if (position_.line != 0) return;
  if (position.file.empty()) position.file = position_.file;
  position_ = std::move(position);
  excerpt_ = std::move(excerpt);
}

void Error::set_file(const std::string& file) {
  if (position_.file.empty()) position_.file = file;
}

std::string Error::to_string() const {
  return format_diagnostic({Severity::Error, what(), hint_, position_, excerpt_, 1});
}

}  // namespace dateline
