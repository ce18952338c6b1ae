#pragma once

#include <string>
#include <vector>

#include "claims/ledger.hpp"

namespace dateline::pipeline {

/// One story as a bibliography lists it.
struct Citation {
  std::string key;           ///< "harbour-post-2031-3fa9": outlet, year, part of the text's hash; stays when other stories come and go
  std::string letter;        ///< of the source list of maps and reports: "A"
  std::vector<int> numbers;  ///< of the events that quote it: badges of the map, notes of the report
  const claims::ArticleRecord* article = nullptr;
};

/// The stories of a ledger in its order. Looks into the ledger.
[[nodiscard]] std::vector<Citation> list_citations(const claims::Ledger& ledger);

/// "Source A; notes 1, 2 and 5": how an entry leads back to the map.
[[nodiscard]] std::string citation_note(const Citation& citation);

/// BibTeX in UTF-8: one @misc entry a story, with author, title, outlet, date, address and citation_note as its note.
[[nodiscard]] std::string to_bibtex(const claims::Ledger& ledger);
/// CSL-JSON (schema 1.0): one item of type article-newspaper a story.
[[nodiscard]] std::string to_csl_json(const claims::Ledger& ledger);

}  // namespace dateline::pipeline
