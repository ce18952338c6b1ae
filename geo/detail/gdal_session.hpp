#pragma once

#include <string>

namespace dateline::geo::detail {

/// While it lives, GDAL's messages are collected instead of printed.
class GdalErrors {
 public:
  GdalErrors();
  ~GdalErrors();
  GdalErrors(const GdalErrors&) = delete;
  GdalErrors& operator=(const GdalErrors&) = delete;
  /// The last message of a failure; "no reason given" if there was none.
  [[nodiscard]] std::string last() const;

 private:
  std::string message_;
};

/// Registers GDAL's drivers once, with its network file systems off.
void start_gdal();

}  // namespace dateline::geo::detail
