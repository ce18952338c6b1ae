#pragma once

#include <string>

#include "cli/option_table.hpp"
#include "pipeline/claim_list.hpp"

namespace dateline::cli {

/// The options that choose claims, for every command that shows some of them.
struct ClaimFilterOptions {
  void declare(OptionTable& table);
  /// Throws UsageError for a date that is none.
  [[nodiscard]] pipeline::ClaimFilter to_filter() const;

 private:
  pipeline::ClaimFilter filter_;
  std::string from_, to_;
};

}  // namespace dateline::cli
