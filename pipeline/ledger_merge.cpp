#include "pipeline/ledger_merge.hpp"

#include <utility>

namespace dateline::pipeline {

claims::MergeResult extract_into(Data& data, claims::Ledger old, const std::vector<std::string>& inputs, ExtractOptions options, Progress& progress) {
  options.pins.insert(options.pins.begin(), old.pins.begin(), old.pins.end());
  ExtractResult fresh = extract(data, inputs, options, progress);
  claims::MergeResult merged = claims::merge(std::move(old), std::move(fresh.ledger));
  merged.diagnostics.insert(merged.diagnostics.begin(), fresh.diagnostics.begin(), fresh.diagnostics.end());
  return merged;
}

}  // namespace dateline::pipeline
