// Extraction of stories as long as those of the Local-Global Lexicon: some 2,000 characters each.
//   extract_bench                       articles a second on one core, with and without finding the places
//   stories:100000                      the same stories over and over; rss_growth_mb tells whether memory stays flat

#include <benchmark/benchmark.h>

#include <fstream>
#include <string>
#include <vector>

#include "article/article.hpp"
#include "article/hash.hpp"
#include "base/files.hpp"
#include "claims/extract.hpp"
#include "gazetteer/locate.hpp"
#include "gazetteer/store.hpp"

using namespace dateline;

namespace {

constexpr std::size_t story_length = 2000;   // mean of the corpus, in characters
constexpr std::size_t stories_made = 64;

/// Stories of our own: paragraphs of news about forces, and of other news, in changing order.
const std::vector<article::Article>& stories() {
  static const std::vector<article::Article> made = [] {
    const std::vector<std::string> sentences{
        "The defence ministry in Nairobi said on Tuesday that 300 more soldiers had been flown to Goma, where fighting began last week.",
        "Officials denied that the troops would cross the border, and said they were there to protect civilians.",
        "Residents of Kutum saw a column of armed pickups heading towards El Fasher before dawn.",
        "The mayor opened a new school in the east of the city, and thanked the teachers for their patience.",
        "Prices of bread rose by ten percent in March, according to the statistics office.",
        "Two frigates left Souda for the Gulf of Aden on 4 May 2024, the navy said in a statement.",
        "Heavy rain flooded several streets in Springfield, and the county asked people to stay at home.",
        "The company, which employs 4,000 people in Ohio and Kentucky, plans to hire 200 more by summer.",
        "A court in The Hague heard two witnesses on Friday; a third is expected to speak next week.",
        "Poland plans to station an armoured brigade of 4,800 soldiers near Bialystok by 2027.",
        "The team beat its rivals from Lexington in the last minute, and the coach praised the goalkeeper.",
        "According to the governor, nobody was hurt when a train derailed outside Paris, Texas."};
    std::vector<article::Article> list;
    for (std::size_t story = 0; story < stories_made; ++story) {
      article::Article article;
      for (std::size_t i = story; article.text.size() < story_length; i += 1 + story % 5) {
        article.text += sentences[i % sentences.size()];
        article.text += i % 3 == 0 ? "\n\n" : " ";
      }
      article.body = {0, article.text.size()};
      article.sha256 = article::sha256_hex(article.text);
      article.id = "story-" + std::to_string(story);
      article.file = article.id + ".txt";
      article.metadata.published = CivilDate::parse("2024-05-10");
      list.push_back(std::move(article));
    }
    return list;
  }();
  return made;
}

const gazetteer::Store& store() {
  static const auto opened = gazetteer::Store::open(find_data_folder() / "places.dgz");
  return opened;
}

const gazetteer::Locator& locator() {
  static const auto model = gazetteer::LocateModel::load(find_data_folder() / "locate");
  static const gazetteer::Locator made(store(), model);
  return made;
}

const claims::Extractor& extractor() {
  static const claims::Extractor made(find_data_folder());
  return made;
}

/// Resident memory of this process in megabytes (Linux); 0 where there is no /proc.
double resident_mb() {
  std::ifstream status("/proc/self/status");
  std::string word;
  double kilobytes = 0;
  while (status >> word) {
    if (word == "VmRSS:") status >> kilobytes;
  }
  return kilobytes / 1024;
}

void extract_given_places(benchmark::State& state) {
  std::vector<SegmentedText> segments;
  std::vector<std::vector<gazetteer::Mention>> mentions;
  for (const auto& story : stories()) {
    segments.push_back(article::segment(story));
    mentions.push_back(locator().locate(story.text, segments.back(), {}));
  }
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(extractor().extract(stories()[i], segments[i], mentions[i], store()));
    i = (i + 1) % stories().size();
  }
  state.counters["articles"] = benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(extract_given_places);

void locate_and_extract(benchmark::State& state) {
  const auto one = [](const article::Article& story) {
    const auto segments = article::segment(story);
    const auto mentions = locator().locate(story.text, segments, {});
    return extractor().extract(story, segments, mentions, store());
  };
  for (const auto& story : stories()) benchmark::DoNotOptimize(one(story));
  const double before = resident_mb();
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(one(stories()[i]));
    i = (i + 1) % stories().size();
  }
  state.counters["articles"] = benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
  state.counters["rss_growth_mb"] = resident_mb() - before;
}
BENCHMARK(locate_and_extract);
BENCHMARK(locate_and_extract)->Iterations(100000)->Name("locate_and_extract/stories:100000");

}  // namespace
