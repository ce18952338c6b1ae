#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "claims/detail/common_words.hpp"
#include "claims/detail/lexicon.hpp"
#include "gazetteer/store.hpp"
#include "base/files.hpp"

using namespace dateline;
using claims::detail::CommonVerb;
using claims::detail::CommonWords;

namespace {

CommonWords words_of(const std::string& verbs, const std::string& adjectives = "word\n", const std::string& places = "word\n") {
  CommonWords words;
  std::uint32_t lemma = 0;
  words.fill({"lemma\tforms\tnoun\tgo\tsend\tbe\tinner\tobject\n" + verbs, adjectives, places}, "verbs.tsv", [&](const CommonVerb&) { return lemma++; });
  return words;
}

std::uint8_t forms_of(const CommonWords& words, std::string_view form) {
  const auto* word = words.find(form);
  return word == nullptr ? std::uint8_t{0} : word->verb_forms;
}

}  // namespace

TEST_CASE("forms of common verbs are led back to their lemma", "[claims][extract]") {
  using namespace claims::detail;
  const auto words = words_of("carry\t\nhop\thopped/hopped\nhope\nmove\ngo\twent/gone\nput\tput/put\nreach\n");
  CHECK(forms_of(words, "carries") == third_form);
  CHECK(forms_of(words, "carried") == (past_form | participle_form));
  CHECK(forms_of(words, "reaches") == third_form);
  CHECK(forms_of(words, "moving") == ing_form);
  CHECK(forms_of(words, "went") == past_form);
  CHECK(forms_of(words, "gone") == participle_form);
  CHECK(forms_of(words, "put") == (base_form | past_form | participle_form));
  CHECK(words.find("hopping")->verb == words.find("hop")->verb);
  CHECK(words.find("hoping")->verb == words.find("hope")->verb);
  CHECK(words.find("goed") == nullptr);
  CHECK(words.find("carrys") == nullptr);
  CHECK(words.find("wander") == nullptr);
}

TEST_CASE("places have plurals, adjectives have none", "[claims][extract]") {
  const auto words = words_of("dock\t\t5\n", "word\nweary\n", "word\nhangar\ncity\ndock\n");
  REQUIRE(words.find("hangars") != nullptr);
  CHECK(words.find("hangars")->plural);
  CHECK(words.find("cities")->place);
  CHECK(words.find("weary")->adjective);
  CHECK(words.find("wearies") == nullptr);
  CHECK((words.find("dock")->place && words.find("dock")->verb_forms == claims::detail::base_form));
}

TEST_CASE("a row of common verbs with letters for a share is refused with its line", "[claims][extract]") {
  CHECK_THROWS_AS(words_of("carry\t\tx\n"), InputError);
  CHECK_THROWS_AS(words_of("carry\t\t\t\t\t\t\tsometimes\n"), InputError);
}

TEST_CASE("a reviewed table says more than the tables of common English", "[claims][extract]") {
  const claims::detail::Lexicon lexicon(find_data_folder() / "lexicons");
  REQUIRE(lexicon.find("marched") != nullptr);
  CHECK_FALSE(lexicon.find("marched")->common);
  REQUIRE(lexicon.find("clomped") != nullptr);
  CHECK(lexicon.find("clomped")->common);
  CHECK(lexicon.find("arrived")->object == claims::detail::ObjectUse::Never);
}
