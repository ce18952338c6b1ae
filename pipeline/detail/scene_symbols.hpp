#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "claims/event_view.hpp"
#include "pipeline/scene.hpp"

namespace dateline::pipeline::detail {

/// Chooses military symbols for events: an icon only for words that are quoted, an echelon only where one is quoted, an
/// identity only for countries that the reader named.
class SymbolChooser {
 public:
  /// Reads the table names/symbol-words.tsv of the data folder.
  SymbolChooser(const std::filesystem::path& data_folder, const SymbolChoice& choice);
  /// Thirty digits; never empty.
  [[nodiscard]] std::string code_of(const claims::EventView& view) const;

 private:
  struct Words {
    std::string words;
    int set = 10;
    std::string entity;
  };
  const Words* find_words(const std::string& quoted) const;

  const SymbolChoice& choice_;
  std::vector<Words> words_;   // longest first
};

}  // namespace dateline::pipeline::detail
