#include "claims/speech.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <random>

#include "article/article.hpp"
#include "claims/detail/speech_frames.hpp"

using namespace dateline;
using namespace dateline::claims;

namespace {

const detail::SpeechTables& tables() {
  static const auto loaded = detail::load_speech_tables(std::filesystem::path(DATELINE_SOURCE_DIR) / "claims" / "data");
  return loaded;
}

struct Speech {
  std::string text;
  std::vector<TimeExpression> times;
  SpeechAnalysis analysis;

  [[nodiscard]] std::string content(std::size_t frame) const {
    std::string words;
    for (const auto& span : analysis.frames.at(frame).content) words += (words.empty() ? "" : " | ") + std::string(span.of(text));
    return words;
  }
  [[nodiscard]] std::string source(std::size_t frame) const { return std::string(analysis.frames.at(frame).source.of(text)); }
  [[nodiscard]] const SourceRecord& record(const std::string& id) const {
    const auto found = std::find_if(analysis.sources.begin(), analysis.sources.end(), [&](const auto& source) { return source.id == id; });
    REQUIRE(found != analysis.sources.end());
    return *found;
  }
};

Speech read(const std::string& text) {
  Speech speech;
  speech.text = text;
  const auto segments = article::segment(speech.text, Span{0, speech.text.size()});
  speech.times = find_times(speech.text, segments);
  speech.analysis = detail::FrameFinder(tables(), speech.text, segments, speech.times).find();
  return speech;
}

struct Row {
  const char* text;
  const char* source;
  const char* content;
  const char* id;
};

}  // namespace

TEST_CASE("one speaker and what is said are found in every order", "[claims][speech]") {
  for (const auto& row : std::initializer_list<Row>{
           {"Kenya's army said that two ships had left Mombasa.", "Kenya's army", "two ships had left Mombasa", "armed-forces-ke"},
           {"Kenya's army said two ships had left Mombasa.", "Kenya's army", "two ships had left Mombasa", "armed-forces-ke"},
           {"Two ships have left Mombasa, Kenya's army said on Monday.", "Kenya's army", "Two ships have left Mombasa", "armed-forces-ke"},
           {"According to Kenya's army, two ships have left Mombasa.", "Kenya's army", "two ships have left Mombasa", "armed-forces-ke"},
           {"Two ships have left Mombasa, according to Kenya's army.", "Kenya's army", "Two ships have left Mombasa", "armed-forces-ke"},
           {"The Kenyan defence ministry announced the departure of two ships.", "The Kenyan defence ministry", "the departure of two ships", "ministry-of-defence-ke"},
           {"Reuters reported late on Tuesday that two ships had left Mombasa.", "Reuters", "two ships had left Mombasa", "reuters"},
           {"Kenyan officials, speaking in Nairobi, said two ships had left Mombasa.", "Kenyan officials", "two ships had left Mombasa", "government-ke"},
           {"Nairobi said in a statement on its website that two ships had left Mombasa.", "Nairobi", "two ships had left Mombasa", "government-ke"},
           {"\"Two ships have left Mombasa,\" said Kenyan army chief Charles Kahariri.", "Kenyan army chief Charles Kahariri", "\"Two ships have left Mombasa,\"", "charles-kahariri-ke"},
           {"\u201cTwo ships have left Mombasa,\u201d Kahariri told reporters in Nairobi.", "Kahariri", "\u201cTwo ships have left Mombasa,\u201d", "kahariri"},
           {"A Kenyan source said: \u201cTwo ships have left Mombasa.\u201d", "A Kenyan source", "\u201cTwo ships have left Mombasa.\u201d", "anonymous-source-ke"},
           {"Kenya estimates that two ships have left Mombasa.", "Kenya", "two ships have left Mombasa", "government-ke"},
       }) {
    INFO(row.text);
    const auto speech = read(row.text);
    REQUIRE(speech.analysis.frames.size() == 1);
    CHECK(speech.source(0) == row.source);
    CHECK(speech.content(0) == row.content);
    CHECK(speech.analysis.frames[0].source_id == row.id);
  }
}

TEST_CASE("quotations are direct speech, reports of them are not", "[claims][speech]") {
  CHECK(read("\"The port is closed to everyone,\" said Lagos police.").analysis.frames.at(0).mode == SpeechMode::Direct);
  CHECK(read("Lagos police said the port was closed.").analysis.frames.at(0).mode == SpeechMode::Indirect);
  const auto narrator = read("Additional patrols are believed to be near the border.");
  REQUIRE(narrator.analysis.frames.size() == 1);
  CHECK(narrator.analysis.frames[0].mode == SpeechMode::Narrator);
  CHECK(narrator.analysis.frames[0].source_id.empty());
}

TEST_CASE("an accusation names the accused in its content and keeps its date", "[claims][speech]") {
  const auto speech = read("Rwanda accused Burundi on Sunday of sending two battalions over the border.");
  REQUIRE(speech.analysis.frames.size() == 1);
  const auto& frame = speech.analysis.frames[0];
  CHECK(frame.relation == Relation::Accused);
  CHECK(frame.source_id == "government-rw");
  CHECK(speech.content(0).find("Burundi") == 0);
  REQUIRE(frame.when);
  CHECK(speech.times.at(*frame.when).span.of(speech.text) == "on Sunday");
}

TEST_CASE("denials, doubts and things not confirmed are told apart", "[claims][speech]") {
  const auto denial = read("Rwanda denies sending soldiers across the border.");
  REQUIRE(denial.analysis.frames.size() == 1);
  CHECK(denial.analysis.frames[0].stance == Stance::Denies);
  const auto dismissed = read("Kigali has dismissed Burundian claims that it sent soldiers.");
  REQUIRE_FALSE(dismissed.analysis.frames.empty());
  CHECK(dismissed.analysis.frames[0].stance == Stance::Denies);
  CHECK(dismissed.analysis.frames[0].source_id == "government-rw");
  for (const char* text : {"The African Union could not immediately confirm reports that soldiers had crossed.", "The African Union has not been able to confirm that soldiers had crossed.",
                           "The African Union did not confirm the crossing.", "The African Union said there was no evidence of a crossing."}) {
    INFO(text);
    const auto speech = read(text);
    const auto found = std::find_if(speech.analysis.frames.begin(), speech.analysis.frames.end(), [](const auto& frame) { return frame.stance == Stance::CannotConfirm; });
    REQUIRE(found != speech.analysis.frames.end());
    CHECK(found->relation == Relation::CouldNotConfirm);
    CHECK(found->source_id == "african-union");
  }
}

TEST_CASE("a source inside what another source says is held by it", "[claims][speech]") {
  const auto speech = read("The African Union has not been able to confirm information from Kenyan intelligence that rebels were arming.");
  REQUIRE(speech.analysis.frames.size() == 2);
  CHECK(speech.analysis.frames[0].source_id == "african-union");
  CHECK(speech.analysis.frames[1].source_id == "intelligence-agency-ke");
  CHECK(speech.content(1) == "rebels were arming");
  REQUIRE(speech.analysis.frames[1].inside);
  CHECK(*speech.analysis.frames[1].inside == 0);
}

TEST_CASE("media that cite somebody point to whom they cite", "[claims][speech]") {
  const auto speech = read("Sudanese media reported on Friday, citing unnamed officials, that a convoy had left Khartoum.");
  REQUIRE(speech.analysis.frames.size() == 2);
  REQUIRE(speech.analysis.frames[0].cites);
  const auto& cited = speech.analysis.frames.at(*speech.analysis.frames[0].cites);
  CHECK(cited.relation == Relation::Cited);
  CHECK(speech.record(cited.source_id).kind == SourceKind::Anonymous);
  CHECK(speech.analysis.frames[0].source_id == "media-sd");
  CHECK(speech.content(0) == "a convoy had left Khartoum");
}

TEST_CASE("several speakers of one verb have a frame each", "[claims][speech]") {
  const auto speech = read("Chad and Sudan both deny that a convoy crossed the border.");
  REQUIRE(speech.analysis.frames.size() == 2);
  CHECK(speech.analysis.frames[0].source_id == "government-td");
  CHECK(speech.analysis.frames[1].source_id == "government-sd");
}

TEST_CASE("the same source has the same id under all of its names", "[claims][speech]") {
  const auto speech = read(
      "Ethiopia's National Intelligence and Security Service (NISS) said rebels had moved. The NISS said they were armed. "
      "Ethiopia's spy agency said they had crossed a river. The agency said they had stopped. It said they had camped.");
  REQUIRE(speech.analysis.frames.size() == 5);
  for (const auto& frame : speech.analysis.frames) CHECK(frame.source_id == speech.analysis.frames[0].source_id);
  const auto person = read("Ugandan President Yoweri Museveni spoke in Kampala. Museveni said the army had left. \"They are home,\" he said.");
  REQUIRE(person.analysis.frames.size() == 2);
  CHECK(person.analysis.frames[0].source_id == "yoweri-museveni-ug");
  CHECK(person.analysis.frames[1].source_id == "yoweri-museveni-ug");
  CHECK(read("Volodymyr Zelensky said it was over.").analysis.frames.at(0).source_id == read("Mr. Zelenskiy said it was over.").analysis.frames.at(0).source_id);
  CHECK(read("The Kremlin said it was over.").analysis.frames.at(0).source_id == read("Moscow said it was over.").analysis.frames.at(0).source_id);
}

TEST_CASE("what one says ends where another begins", "[claims][speech]") {
  const auto contrast = read("Mali accused Algeria of arming rebels, although a diplomat said there was little proof.");
  REQUIRE(contrast.analysis.frames.size() >= 2);
  CHECK(contrast.content(0) == "Algeria of arming rebels");
  const auto trailing = read("Algeria denied arming rebels, according to Reuters.");
  CHECK(trailing.content(0) == "arming rebels");
  const auto opening = read("While Mali denies losses, rebels say they took a base at dawn.");
  CHECK(opening.content(0) == "losses");
}

TEST_CASE("a quotation goes on with its speaker over sentences and marks that are missing", "[claims][speech]") {
  const auto more = read("\"The road is open. Trucks pass every day,\" the governor said. \"Nobody stops them at the bridge any more.\"");
  REQUIRE(more.analysis.frames.size() == 1);
  CHECK(more.content(0).find("The road is open") != std::string::npos);
  CHECK(more.content(0).find("Nobody stops them") != std::string::npos);
  const auto unclosed = read("The mayor said the camp was \u201cfull of soldiers.\n\nA new road was opened far away. Nobody spoke about it.");
  for (std::size_t f = 0; f < unclosed.analysis.frames.size(); ++f) CHECK(unclosed.content(f).find("new road") == std::string::npos);
}

TEST_CASE("nouns and other uses of the words are no speech", "[claims][speech]") {
  for (const char* text : {"The report was long.", "The claims court sits in Lagos.", "He wrote the hymn.", "The states agreed to a truce line.", "The army has a show of force.", "Fears of a new war grew.",
                           "She found the keys.", "Nobody said so."}) {
    INFO(text);
    CHECK(read(text).analysis.frames.empty());
  }
}

TEST_CASE("signs of saying that are no verbs with that", "[claims][speech]") {
  for (const auto& row : std::initializer_list<Row>{
           {"Radar data showed two jets leaving Bodo.", "Radar data", "two jets leaving Bodo", nullptr},
           {"A leaked memo suggested Chad had been warned.", "A leaked memo", "Chad had been warned", nullptr},
           {"Norway expects Iceland to wait.", "Norway", "Iceland to wait", "government-no"},
           {"Two ships are missing, she pointed out.", "she", "Two ships are missing", nullptr},
           {"As Kenya announced at the forum, two ships will leave Mombasa.", "Kenya", "two ships will leave Mombasa", "government-ke"},
           {"The ship sank, says the mayor.", "the mayor", "The ship sank", nullptr},
           {"Kenya denied shelling the port and blamed the rebels.", "Kenya", "shelling the port", "government-ke"},
           {"According to Ann Lee, a researcher in Lima, the truce is over.", "Ann Lee", "the truce is over", nullptr},
           {"Mali's claim that it holds the town convinced nobody.", "Mali", "it holds the town", nullptr},
           {"Minister: our soldiers will stay in Lamu", "Minister", "our soldiers will stay in Lamu", nullptr},
           {"Troops have left Lamu - governor", "governor", "Troops have left Lamu", nullptr}}) {
    INFO(row.text);
    const auto speech = read(row.text);
    REQUIRE_FALSE(speech.analysis.frames.empty());
    CHECK(speech.source(0) == row.source);
    CHECK(speech.content(0) == row.content);
    if (row.id != nullptr) CHECK(speech.analysis.frames[0].source_id == row.id);
  }
}

TEST_CASE("verbs of saying that do something else here are no speech", "[claims][speech]") {
  for (const char* text : {"The army maintained its positions on the ridge.", "The government responded with tear gas.", "The road continues to the lake.", "A book written in Kurdish was found.",
                           "Seldom reported facts remain.", "Many people believe to be free.", "Someone thought up a plan.", "He writes for a paper in Lima."}) {
    INFO(text);
    CHECK(read(text).analysis.frames.empty());
  }
}

TEST_CASE("hearsay has words but no speaker", "[claims][speech]") {
  const auto speech = read("Chad reportedly sent 300 soldiers to Goma.");
  REQUIRE(speech.analysis.frames.size() == 1);
  CHECK(speech.source(0).empty());
  CHECK(speech.content(0) == "Chad | sent 300 soldiers to Goma");
  CHECK(speech.analysis.frames[0].mode == SpeechMode::Narrator);
}

TEST_CASE("finding speech never throws and stays inside the text", "[claims][speech]") {
  std::mt19937 random(5);
  const std::vector<std::string> pieces{"\u201c", "\u201d", "\"", "said ", "Kenya ", "'s army ", ", ", ". ", "according to ", "that ", "he ", "could not confirm ", "reports ", "citing ", "\n\n", "accused ", "of ",
                                        "\u00e9\u0301", "\U0001F600 ", "on Friday ", "no evidence ", "(NIS) ", "`", "''", "\u2018", "\u2019", "and ", "is believed to ", "South ", "Reuters ", "-", "; ",
                                        "reportedly ", "declined to comment ", "called the reports baseless ", "pointed out ", "expects Chad to ", "Minister: ", " - governor", "\u2022 ", "As ", "neither confirm nor deny ",
                                        "pictures show ", "the following day ", "two days later ", "said. he ", "[2]", "detected "};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int k = 0; k < 18; ++k) text += pieces[random() % pieces.size()];
    const auto speech = read(text);
    for (const auto& frame : speech.analysis.frames) {
      CHECK(frame.cue.end <= text.size());
      CHECK(frame.source.end <= text.size());
      CHECK_FALSE(frame.content.empty());
      for (const auto& span : frame.content) CHECK(span.end <= text.size());
      if (frame.inside) CHECK(*frame.inside < speech.analysis.frames.size());
      if (frame.cites) CHECK(*frame.cites < speech.analysis.frames.size());
      if (frame.when) CHECK(*frame.when < speech.times.size());
      if (!frame.source_id.empty()) (void)speech.record(frame.source_id);
    }
  }
}
