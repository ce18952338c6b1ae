#pragma once

#include <string>

#include "claims/extract.hpp"

namespace dateline::claims {

/// The extraction of one story as a span record: one line of JSON with "id", "events", "attributions" and "times", spans as
/// half-open code-point ranges [start, end]. This is the form in which extraction is measured against annotated corpora
/// (docs/formats/lexicons.md, "Span records"). `id` is the id of the record. With `evidence`, "weighed" tells what was seen of the clauses
/// that the rules refused (claims/data/train_evidence.py). No line break at the end.
[[nodiscard]] std::string to_span_record(const Extraction& extraction, const std::string& id, bool evidence = false);

}  // namespace dateline::claims
