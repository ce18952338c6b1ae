#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.hpp"
#include "base/utf8.hpp"
#include "claims/detail/chunker.hpp"
#include "claims/detail/clauses.hpp"
#include "claims/detail/lexicon.hpp"
#include "claims/detail/masked_text.hpp"
#include "claims/speech.hpp"
#include "gazetteer/locate.hpp"
#include "gazetteer/store.hpp"

namespace dateline::claims::detail {

/// A sentence after masking, chunking and clause finding.
struct ParsedSentence {
  std::uint32_t sentence = 0;
  std::vector<Item> items;
  std::vector<Chunk> chunks;
  std::vector<Clause> clauses;

  [[nodiscard]] Span span_of(std::uint32_t first_chunk, std::uint32_t last_chunk) const {
    return {items[chunks[first_chunk].first].span.start, items[chunks[last_chunk - 1].last - 1].span.end};
  }
};

/// One story with everything found in it so far. Refers to what the caller owns.
struct Story {
  const article::Article& article;
  const SegmentedText& segments;
  const std::vector<gazetteer::Mention>& mentions;
  const gazetteer::Store& store;
  const Lexicon& lexicon;
  std::vector<TimeExpression> times;
  std::vector<QuantityExpression> quantities;
  SpeechAnalysis speech;
  std::vector<ParsedSentence> sentences;
  CodePointIndex code_points;

  [[nodiscard]] std::string_view text() const { return article.text; }
  [[nodiscard]] std::string_view text_of(Span span) const { return span.of(article.text); }
  /// The words of a byte span with their code-point offsets.
  [[nodiscard]] TextSpan to_text_span(Span span) const {
    return {std::string(span.of(article.text)), code_points.to_code_points(span.start), code_points.to_code_points(span.end)};
  }
};

/// The country a mention stands for (ISO code); empty if it has no resolved place. Asks the store once per mention.
class CountryOfMention {
 public:
  explicit CountryOfMention(const Story& story) : story_(story), known_(story.mentions.size()), asked_(story.mentions.size(), false) {}
  const std::string& operator()(std::uint32_t mention);

 private:
  const Story& story_;
  std::vector<std::string> known_;
  std::vector<bool> asked_;
};

}  // namespace dateline::claims::detail
