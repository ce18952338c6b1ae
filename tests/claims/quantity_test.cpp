#include "claims/quantity.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "article/article.hpp"

using namespace dateline;
using namespace dateline::claims;

namespace {

std::vector<QuantityExpression> read(const std::string& text) {
  const auto segments = article::segment(text, Span{0, text.size()});
  return find_quantities(text, segments, find_times(text, segments));
}

struct Row {
  const char* text;
  const char* words;
  const char* thing;
  double low;
  double high;          ///< below 0: open
  const char* qualifier;
  const char* unit;
};

}  // namespace

TEST_CASE("a number is read with its qualifier and the noun it counts", "[claims][quantity]") {
  for (const auto& row : std::initializer_list<Row>{
           {"Chad sent 850 soldiers.", "850", "soldiers", 850, 850, "exact", "persons"},
           {"Chad sent about 2,400 well-armed Chadian troops.", "about 2,400", "well-armed Chadian troops", 2400, 2400, "about", "persons"},
           {"Chad sent some 90 military engineers.", "some 90", "military engineers", 90, 90, "about", "persons"},
           {"Chad sent nearly 700 marines.", "nearly 700", "marines", 700, 700, "nearly", "persons"},
           {"Chad sent more than 3 million artillery rounds.", "more than 3 million", "artillery rounds", 3e6, -1, "more-than", "rounds"},
           {"Chad sent at least 40 tanks.", "at least 40", "tanks", 40, -1, "at-least", "tanks"},
           {"Chad sent up to 600 commandos.", "up to 600", "commandos", 0, 600, "up-to", "persons"},
           {"Chad sent a total of 5,500 fighters.", "a total of 5,500", "fighters", 5500, 5500, "exact", "persons"},
           {"Chad sent 3,000 to 4,000 men.", "3,000 to 4,000", "men", 3000, 4000, "range", "persons"},
           {"Chad sent 3,000-4,000 men.", "3,000-4,000", "men", 3000, 4000, "range", "persons"},
           {"Chad sent between two and three thousand men.", "between two and three thousand", "men", 2000, 3000, "range", "persons"},
           {"Chad sent 8-9,000 men.", "8-9,000", "men", 8000, 9000, "range", "persons"},
           {"Chad sent two dozen helicopters.", "two dozen", "helicopters", 24, 24, "exact", "helicopters"},
           {"Chad sent twenty-one armoured vehicles.", "twenty-one", "armoured vehicles", 21, 21, "exact", "vehicles"},
           {"Chad sent half a million rockets.", "half a million", "rockets", 5e5, 5e5, "exact", "rockets"},
           {"Chad sent several hundred mercenaries.", "several hundred", "mercenaries", 300, 999, "several", "persons"},
           {"Chad sent dozens of drones.", "dozens of", "drones", 24, 99, "dozens", "drones"},
           {"Chad sent hundreds of paratroopers.", "hundreds of", "paratroopers", 200, 999, "hundreds", "persons"},
           {"Chad sent thousands of recruits.", "thousands of", "recruits", 2000, 9999, "thousands", "persons"},
           {"Chad sent tens of thousands of conscripts.", "tens of thousands of", "conscripts", 20000, 99999, "thousands", "persons"},
           {"Chad sent three frigates.", "three", "frigates", 3, 3, "exact", "frigates"},
           {"Chad sent 24 F-16 jets.", "24", "F-16 jets", 24, 24, "exact", "jets"},
           {"Chad sent 200 155mm howitzers.", "200", "155mm howitzers", 200, 200, "exact", "howitzers"},
           {"Chad sent two battalions.", "two", "battalions", 2, 2, "exact", "battalions"},
           {"Chad sent scores of Ugandans.", "scores of", "Ugandans", 40, 99, "dozens", "persons"},
           {"Chad sent a 900-strong contingent.", "900-strong", "contingent", 900, 900, "exact", "persons"},
           {"Chad sent 70 crates and boxes.", "70", "crates and boxes", 70, 70, "exact", "crates"},
       }) {
    INFO(row.text);
    const std::string text = row.text;
    const auto found = read(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].span.of(text) == row.words);
    CHECK(found[0].thing.of(text) == row.thing);
    CHECK(found[0].low == Approx(row.low));
    CHECK(found[0].high.has_value() == (row.high >= 0));
    if (row.high >= 0) CHECK(found[0].high.value() == Approx(row.high));
    CHECK(found[0].qualifier == row.qualifier);
    CHECK(found[0].unit == row.unit);
    CHECK_FALSE(found[0].additional);
    CHECK_FALSE(found[0].strength);
  }
}

TEST_CASE("more of them is additional", "[claims][quantity]") {
  for (const char* text : {"Mali wants 400 more soldiers.", "Mali wants another 400 soldiers.", "Mali wants an additional 400 soldiers.", "Mali wants 400 additional soldiers.", "Mali wants a further 400 soldiers."}) {
    INFO(text);
    const auto found = read(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].additional);
    CHECK(found[0].low == Approx(400));
  }
  const auto plain = read("Mali wants more than 400 soldiers.");
  REQUIRE(plain.size() == 1);
  CHECK_FALSE(plain[0].additional);
}

TEST_CASE("troops and their brigades are one force counted twice", "[claims][quantity]") {
  for (const char* text : {"It moved 9,000 troops in three brigades.", "It moved 9,000 troops organised into three brigades."}) {
    INFO(text);
    const auto found = read(text);
    REQUIRE(found.size() == 2);
    REQUIRE(found[1].part_of);
    CHECK(*found[1].part_of == 0);
    CHECK(found[1].kind == CountedKind::Formation);
  }
  const auto reversed = read("It moved three brigades of 9,000 troops.");
  REQUIRE(reversed.size() == 2);
  REQUIRE(reversed[0].part_of);
  CHECK(*reversed[0].part_of == 1);
  const auto apart = read("It moved 9,000 troops and lost three brigades.");
  REQUIRE(apart.size() == 2);
  CHECK_FALSE(apart[1].part_of);
}

TEST_CASE("the strength of an army is marked", "[claims][quantity]") {
  for (const char* text : {"The country has 320,000 active-duty troops.", "The country has an army of 320,000 soldiers."}) {
    INFO(text);
    const auto found = read(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].strength);
  }
}

TEST_CASE("years, ages, money, percentages, calibres and names are not quantities", "[claims][quantity]") {
  for (const char* text :
       {"The 810th Brigade left.", "A 23-year-old soldier left.", "It paid $40 million for arms.", "Some 30 percent of troops left.", "It has KN-23 missiles.",
        "T-72 tanks were seen.", "In March 2022 soldiers left.", "On October 8 soldiers left.", "Resolution 1701 peacekeepers left.", "They drove 40 km.",
        "It lasted 12 days.", "A company spokesman spoke."}) {
    INFO(text);
    CHECK(read(text).empty());
  }
}

TEST_CASE("civilians are counted but are no force", "[claims][quantity]") {
  const auto found = read("Some 5,000 refugees and 40 players left.");
  REQUIRE(found.size() == 2);
  CHECK(found[0].kind == CountedKind::Other);
  CHECK(found[0].unit == "refugees");
  CHECK(found[1].kind == CountedKind::Other);
}

TEST_CASE("finding quantities never throws and stays inside the text", "[claims][quantity]") {
  std::mt19937 random(11);
  const std::vector<std::string> pieces{"12", ",", "000", " troops", " to ", "-", "million ", "about ", "a ", "of ", "dozens ", "several ", "hundred ", "\u201c",
                                        "brigades", " in ", "more ", "\U0001F680", ".", "mm ", "two ", "and ", "soldiers ", "\u00a0", "1.2.3", "99999999999999999999"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int k = 0; k < 14; ++k) text += pieces[random() % pieces.size()];
    std::size_t previous = 0;
    for (const auto& quantity : read(text)) {
      CHECK(quantity.span.start >= previous);
      CHECK(quantity.span.end <= text.size());
      CHECK(quantity.thing.end <= text.size());
      CHECK(quantity.low >= 0);
      if (quantity.high) CHECK(*quantity.high >= quantity.low);
      previous = quantity.span.end;
    }
  }
}
