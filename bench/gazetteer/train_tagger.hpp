#pragma once

#include <string>
#include <vector>

#include "gazetteer/detail/tagger.hpp"

namespace dateline::bench {

/// A stretch of words that the tagger decodes together, with the labels it should find.
struct TrainingStretch {
  std::vector<std::vector<std::uint32_t>> features;  ///< per word: hashes
  std::vector<gazetteer::detail::Label> labels;
};

/// The mean of several averaged structured perceptrons, which visit the stretches in orders drawn from fixed seeds. Weights are
/// rounded to 8 bits, those that round to nothing are left out.
[[nodiscard]] std::string train_tagger(const std::vector<TrainingStretch>& stretches);

/// The stretches of one text.
void add_stretches(const gazetteer::detail::Document& document, const gazetteer::detail::Matches& matches,
                   const std::vector<std::pair<std::uint32_t, std::uint32_t>>& gold, std::vector<TrainingStretch>& out);

}  // namespace dateline::bench
