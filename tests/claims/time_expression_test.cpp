#include "claims/time_expression.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "article/article.hpp"

using namespace dateline;
using namespace dateline::claims;

namespace {

struct Read {
  std::string words;
  std::string edtf;
  std::string precision;
  std::string rule;
  bool needs_date = false;
};

/// Everything read in `text`, placed from a document of `published` (empty: no date).
std::vector<Read> read(const std::string& text, const std::string& published = "2024-10-18", Tense tense = Tense::Past) {
  const auto segments = article::segment(text, Span{0, text.size()});
  std::vector<Read> reads;
  for (const auto& time : find_times(text, segments)) {
    const auto placed = resolve_time(time, CivilDate::parse(published), tense);
    reads.push_back({std::string(time.span.of(text)), placed.edtf, placed.precision, time.rule, placed.needs_document_date});
  }
  return reads;
}

struct Row {
  const char* text;
  const char* words;
  const char* edtf;
};

void check_rows(std::initializer_list<Row> rows, Tense tense = Tense::Past) {
  for (const auto& row : rows) {
    INFO(row.text);
    const auto reads = read(row.text, "2024-10-18", tense);
    REQUIRE(reads.size() == 1);
    CHECK(reads[0].words == row.words);
    CHECK(reads[0].edtf == row.edtf);
    CHECK_FALSE(reads[0].needs_date);
  }
}

}  // namespace

TEST_CASE("whole dates are read in American, British and ISO order", "[claims][time]") {
  check_rows({
      {"The convoy left on March 3, 2022 at noon.", "on March 3, 2022 at noon", "2022-03-03"},
      {"The convoy left on 3 March 2022.", "on 3 March 2022", "2022-03-03"},
      {"The convoy left on the 3rd of March 2022.", "on the 3rd of March 2022", "2022-03-03"},
      {"The convoy left on 2022-03-03.", "on 2022-03-03", "2022-03-03"},
      {"The convoy left on 25.12.2021.", "on 25.12.2021", "2021-12-25"},
      {"The convoy left on 12/25/2021.", "on 12/25/2021", "2021-12-25"},
      {"The convoy left on Sunday, 2 June 2024.", "on Sunday, 2 June 2024", "2024-06-02"},
      {"The convoy left this Tuesday, October 15.", "this Tuesday, October 15", "2024-10-15"},
  });
}

TEST_CASE("ranges share the month and the year and include their last day", "[claims][time]") {
  check_rows({
      {"They sailed from May 4 to 9.", "from May 4 to 9", "2024-05-04/2024-05-09"},
      {"They sailed between May 4 and 9.", "between May 4 and 9", "2024-05-04/2024-05-09"},
      {"They sailed from Feb. 27 to Mar. 2.", "from Feb. 27 to Mar. 2", "2024-02-27/2024-03-02"},
      {"They sailed 4-9 May 2023.", "4-9 May 2023", "2023-05-04/2023-05-09"},
      {"They sailed from 30 December 2022 to 4 January 2023.", "from 30 December 2022 to 4 January 2023", "2022-12-30/2023-01-04"},
      {"They sailed from December 30 to January 4, 2023.", "from December 30 to January 4, 2023", "2022-12-30/2023-01-04"},
      {"They sailed from December 28 to January 4.", "from December 28 to January 4", "2023-12-28/2024-01-04"},
      {"It lasted from 1999 to 2001.", "from 1999 to 2001", "1999/2001"},
      {"The 1919-21 war was long.", "1919-21", "1919/1921"},
      {"They sailed from Monday to Wednesday.", "from Monday to Wednesday", "2024-10-14/2024-10-16"},
  });
}

TEST_CASE("a weekday goes back for what has happened and forward for what will", "[claims][time]") {
  check_rows({{"He left on Thursday.", "on Thursday", "2024-10-17"},
              {"He left on Friday.", "on Friday", "2024-10-18"},
              {"He left on Saturday night.", "on Saturday night", "2024-10-12"},
              {"He left last Friday.", "last Friday", "2024-10-11"}});
  check_rows({{"He will leave on Thursday.", "on Thursday", "2024-10-24"},
              {"He will leave on Saturday.", "on Saturday", "2024-10-19"},
              {"He will leave next Friday.", "next Friday", "2024-10-25"}},
             Tense::Future);
}

TEST_CASE("relative words are placed from the day of publication", "[claims][time]") {
  check_rows({
      {"It fell yesterday.", "yesterday", "2024-10-17"},
      {"It fell overnight.", "overnight", "2024-10-18"},
      {"It fell this morning.", "this morning", "2024-10-18"},
      {"It fell last night.", "last night", "2024-10-17"},
      {"It fell the day before yesterday.", "the day before yesterday", "2024-10-16"},
      {"It fell three days ago.", "three days ago", "2024-10-15"},
      {"It fell two months ago.", "two months ago", "2024-08"},
      {"It fell a year ago.", "a year ago", "2023"},
      {"It fell last week.", "last week", "2024-10-07/2024-10-13"},
      {"It fell over the past week.", "over the past week", "2024-10-11/2024-10-18"},
      {"It fell in the last 48 hours.", "in the last 48 hours", "2024-10-16/2024-10-18"},
      {"It fell in the past three months.", "in the past three months", "2024-07-18/2024-10-18"},
      {"It fell last month.", "last month", "2024-09"},
      {"It fell last winter.", "last winter", "2023-12/2024-02"},
      {"It fell in July.", "in July", "2024-07"},
      {"It fell in November.", "in November", "2023-11"},
      {"It fell in July this year.", "in July this year", "2024-07"},
      {"It fell in July of last year.", "in July of last year", "2023-07"},
      {"It fell in early July.", "in early July", "2024-07"},
      {"It fell late last year.", "late last year", "2023"},
      {"It fell in the second quarter of 2021.", "in the second quarter of 2021", "2021-04/2021-06"},
      {"It fell in the spring of 2021.", "in the spring of 2021", "2021-03/2021-05"},
      {"It fell in the 1980s.", "in the 1980s", "198X"},
      {"It fell in recent weeks.", "in recent weeks", "../2024-10-18"},
      {"It will fall soon.", "soon", "2024-10-18/.."},
  });
}

TEST_CASE("since and until leave one end open", "[claims][time]") {
  check_rows({
      {"It has grown since August last year.", "since August last year", "2023-08/.."},
      {"It has grown since February 24, 2022.", "since February 24, 2022", "2022-02-24/.."},
      {"It stayed until March 2023.", "until March 2023", "../2023-03"},
      {"It was gone by Tuesday.", "by Tuesday", "../2024-10-15"},
  });
}

TEST_CASE("without a date of publication no year is invented", "[claims][time]") {
  const auto day = read("They came on October 18.", "");
  REQUIRE(day.size() == 1);
  CHECK(day[0].edtf == "XXXX-10-18");
  CHECK(day[0].needs_date);
  const auto range = read("They came from October 8 to 13.", "");
  REQUIRE(range.size() == 1);
  CHECK(range[0].edtf == "XXXX-10-08/XXXX-10-13");
  for (const char* text : {"They came on Friday.", "They came yesterday.", "They came last week.", "They came over the past week."}) {
    INFO(text);
    const auto reads = read(text, "");
    REQUIRE(reads.size() == 1);
    CHECK(reads[0].edtf.empty());
    CHECK(reads[0].needs_date);
  }
  const auto whole = read("They came on October 18, 2021.", "");
  REQUIRE(whole.size() == 1);
  CHECK(whole[0].edtf == "2021-10-18");
  CHECK_FALSE(whole[0].needs_date);
}

TEST_CASE("what depends on another event stays unplaced without blaming the document", "[claims][time]") {
  const auto reads = read("The note came a day after the raid.");
  REQUIRE(reads.size() == 1);
  CHECK(reads[0].edtf.empty());
  CHECK_FALSE(reads[0].needs_date);
}

TEST_CASE("identifiers, calibres, money, unit numbers and counts are not dates", "[claims][time]") {
  for (const char* text :
       {"The KN-23 and the Su-35 were seen.", "Serial 2882015 was stamped on it.", "Call 555-2014 for help.", "It fires 155mm rounds.", "It cost $2014.",
        "Unit 54777 and the 810th Brigade left.", "Some 2000 soldiers left.", "He may march on the city.", "They fought at the fall of the city.",
        "There is no 31 February in that calendar, nor 30 February.", "As soon as they can, they will go."}) {
    INFO(text);
    for (const auto& found : read(text)) CHECK(found.edtf.empty());
  }
}

TEST_CASE("finding and placing times never throws and stays inside the text", "[claims][time]") {
  std::mt19937 random(7);
  const std::vector<std::string> pieces{"from ", "Oct", ". ", "8", " to ", "13", ",", " 2024", "\u2013", "last ", "week", "the ", "\u00e9", "\U0001F600",
                                        "Friday", "\n\n", "since ", "between ", "and ", "'", "\u201c", "99999999999999", "early ", "00", "/", "-", "ago", "two "};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int k = 0; k < 12; ++k) text += pieces[random() % pieces.size()];
    const auto segments = article::segment(text, Span{0, text.size()});
    std::size_t previous = 0;
    for (const auto& time : find_times(text, segments)) {
      CHECK(time.span.start >= previous);
      CHECK(time.span.end <= text.size());
      CHECK_FALSE(time.span.empty());
      previous = time.span.end;
      for (const auto tense : {Tense::Past, Tense::Present, Tense::Future}) {
        CHECK_NOTHROW(resolve_time(time, CivilDate::parse("0001-01-01"), tense));
        CHECK_NOTHROW(resolve_time(time, CivilDate::parse("9999-12-31"), tense));
        CHECK_NOTHROW(resolve_time(time, std::nullopt, tense));
      }
    }
  }
}

TEST_CASE("a value that no rule wrote is not placed", "[claims][time]") {
  TimeExpression odd;
  for (const char* value : {"", "ymd", "range", "range range range range range range", "shift x", "window 5", "season", "quarter 9 9999999999", "decade -5", "month 14 1"}) {
    odd.value = value;
    CHECK_NOTHROW(resolve_time(odd, CivilDate::parse("2024-10-18"), Tense::Past));
  }
}

TEST_CASE("dates that hang on a date told before are placed by it", "[claims][time]") {
  const auto reads = read("Fighting broke out on 15 April 2023. The following day the airport closed; two weeks later the port did. A year earlier all was calm.");
  REQUIRE(reads.size() == 4);
  CHECK(reads[1].edtf == "2023-04-16");
  CHECK(reads[2].edtf == "2023-04-30");
  CHECK(reads[3].edtf == "2022");
  CHECK(read("Two days later they left.").at(0).edtf.empty());                        // nothing was told before
  CHECK(read("He came on 3 May 2020. It was two days after the vote.").back().edtf.empty());   // hangs on the vote
}

TEST_CASE("a weekday and a day without a year choose the nearest year in which they agree", "[claims][time]") {
  CHECK(read("Parliament meets on Wednesday, March 19.", "2024-10-18").at(0).edtf == "2025-03-19");
  CHECK(read("Parliament met on Tuesday, March 19.", "2024-10-18").at(0).edtf == "2024-03-19");
}

TEST_CASE("a day soon to come is not a year ago", "[claims][time]") {
  CHECK(read("The vote was put off to November 28.").at(0).edtf == "2024-11-28");
  CHECK(read("They came on March 28.").at(0).edtf == "2024-03-28");
  CHECK(read("They came in December.").at(0).edtf == "2023-12");
}

TEST_CASE("earlier this week ends before the story, the end of the month is this month", "[claims][time]") {
  CHECK(read("They left earlier this week.").at(0).edtf == "2024-10-14/2024-10-17");
  CHECK(read("They leave by the end of the month.").at(0).edtf == "../2024-10");
}

TEST_CASE("a year between a determiner and a noun is a date, a number of things is none", "[claims][time]") {
  CHECK(read("A 1991 law forbids it.").at(0).edtf == "1991");
  CHECK(read("Its 2016 mission failed.").at(0).edtf == "2016");
  CHECK(read("They lost 2000 soldiers.").empty());
}
