#pragma once

#include "claims/merge.hpp"
#include "pipeline/extraction.hpp"

namespace dateline::pipeline {

/// Extracts stories and adds them to an old ledger (see claims::merge). The pins of the old ledger hold for the new stories, too; where
/// `options` pins the same name, that pin holds. The diagnostics of reading come before those of merging.
[[nodiscard]] claims::MergeResult extract_into(Data& data, claims::Ledger old, const std::vector<std::string>& inputs, ExtractOptions options, Progress& progress);

}  // namespace dateline::pipeline
