#include "render/font_face.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline::render {

namespace {

struct FaceWord {
  const char* word;
  int weight;   ///< 0: slant
};
constexpr std::array<FaceWord, 10> face_words = {{{"Italic", 0}, {"Oblique", 0}, {"Regular", 400}, {"Book", 400}, {"Light", 300},
                                                  {"Medium", 500}, {"Semibold", 600}, {"SemiBold", 600}, {"Bold", 700}, {"Black", 900}}};

}  // namespace

FontFace parse_font_face(std::string name) {
  FontFace face;
  for (;;) {
    const auto found = std::find_if(face_words.begin(), face_words.end(), [&](const FaceWord& word) { return name.ends_with(std::string(" ") + word.word); });
    if (found == face_words.end()) break;
    name.resize(name.size() - std::string_view(found->word).size() - 1);
    if (found->weight == 0) face.italic = true; else face.weight = found->weight;
  }
  face.family = std::move(name);
  return face;
}

std::vector<std::string> font_families(const styles::Style& style) {
  std::vector<std::string> families;
  if (!style.font_family.empty()) families.push_back(style.font_family);
  families.insert(families.end(), style.font_fallbacks.begin(), style.font_fallbacks.end());
  return families;
}

}  // namespace dateline::render
