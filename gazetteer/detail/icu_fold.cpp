#include "gazetteer/detail/icu_fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <stdexcept>

#include "base/utf8.hpp"

namespace dateline::gazetteer::detail {

namespace {

/// Letters that have no decomposition, but that newspapers write with plain letters.
const char* plain_letters(UChar32 c) {
  switch (c) {
    case 0x142: return "l";                // ł
    case 0xF8: return "o";                 // ø
    case 0x111: case 0xF0: return "d";     // đ ð
    case 0x131: return "i";                // ı
    case 0xE6: return "ae";                // æ
    case 0x153: return "oe";               // œ
    case 0xFE: return "th";                // þ
    case 0x1E9E: case 0xDF: return "ss";   // ß (case folding gives ss already)
    case 0x259: return "a";                // ə, Azerbaijani: Gəncə is printed Ganja; the vowel at least agrees
    case 0x127: return "h";                // ħ, Maltese
    default: return nullptr;
  }
}

/// Apostrophes and the modifier letters that stand for soft signs, glottal stops and ayns: dropped, since papers do.
bool is_apostrophe(UChar32 c) {
  switch (c) {
    case 0x27: case 0x60: case 0xB4: case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: case 0x2035: case 0xFF07:
    case 0x2B9: case 0x2BA: case 0x2BB: case 0x2BC: case 0x2BD: case 0x2BE: case 0x2BF: case 0x2C8: case 0x2CA: case 0x2CB:
      return true;
    default: return false;
  }
}

bool is_separator(UChar32 c) {
  switch (c) {
    case '-': case '/': case '.': case '_': case 0x2044: case 0x2212: case 0x30FB: case 0xFF0D: case 0x3002: return true;
    default: return u_isUWhiteSpace(c) != 0 || u_charType(c) == U_CONTROL_CHAR || u_charType(c) == U_DASH_PUNCTUATION;
  }
}

bool is_dropped(UChar32 c) {
  // Conjoining Hangul jamo are letters; marks of scripts that write vowels with them (Devanagari, Thai) are spacing or
  // have class 0 in part. Only nonspacing marks go, and format characters such as zero-width joiners and bidi marks.
  const auto type = u_charType(c);
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR || is_apostrophe(c);
}

const icu::Normalizer2& nfkd() {
  UErrorCode status = U_ZERO_ERROR;
  const auto* instance = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status) || instance == nullptr) throw std::runtime_error("ICU's normalisation data cannot be loaded");
  return *instance;
}

}  // namespace

std::string fold_unicode(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  auto text = icu::UnicodeString::fromUTF8({name.data(), static_cast<int32_t>(name.size())});
  text = nfkd().normalize(text, status);
  text.foldCase();
  // Case folding can bring back composed letters (İ), so once more.
  text = nfkd().normalize(text, status);
  std::string out;
  out.reserve(name.size());
  bool space = false;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (is_dropped(c)) continue;
    if (is_separator(c)) {
      space = true;
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    if (const char* plain = plain_letters(c)) {
      out += plain;
    } else {
      append_utf8(out, static_cast<char32_t>(c));
    }
  }
  return out;
}

}  // namespace dateline::gazetteer::detail
