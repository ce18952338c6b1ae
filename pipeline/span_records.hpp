#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/progress.hpp"
#include "pipeline/data.hpp"
#include "pipeline/extraction.hpp"

namespace dateline::pipeline {

/// Span records (claims/span_record.hpp) of stories, each ended by a line break, and what was noticed while reading.
struct SpanRecords {
  std::string lines;
  Diagnostics diagnostics;
};

/// One record a story, in the order of the stories. Throws InputError for an input that cannot be read.
[[nodiscard]] SpanRecords span_records(Data& data, const std::vector<std::string>& inputs, const ExtractOptions& options, Progress& progress);

/// The same for JSON Lines of any length: batches keep all processors busy and the order as it came; memory is one batch.
void stream_span_records(Data& data, std::istream& in, const ExtractOptions& options, std::ostream& out,
                         const std::function<void(const Diagnostic&)>& report);

}  // namespace dateline::pipeline
