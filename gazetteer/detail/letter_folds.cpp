#include "gazetteer/detail/letter_folds.hpp"

#include <stdexcept>
#include <string>

#include "base/utf8.hpp"
#include "gazetteer/detail/icu_fold.hpp"

namespace dateline::gazetteer::detail {

const LetterFolds& letter_folds() {
  static const LetterFolds folds = [] {
    LetterFolds out;
    for (char32_t c = first_letter_fold; c < end_letter_folds; ++c) {
      // Between two letters, so that a separator shows as a space.
      std::string text = "x";
      append_utf8(text, c);
      text += 'x';
      const auto folded = fold_unicode(text);
      auto& entry = out[c - first_letter_fold];
      if (folded.size() - 2 > entry.bytes.size()) throw std::logic_error("a letter folds to more bytes than its table holds");
      entry.length = static_cast<std::uint8_t>(folded.size() - 2);
      for (std::size_t i = 0; i < entry.length; ++i) entry.bytes[i] = folded[i + 1];
    }
    return out;
  }();
  return folds;
}

}  // namespace dateline::gazetteer::detail
