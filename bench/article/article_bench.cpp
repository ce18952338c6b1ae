#include <benchmark/benchmark.h>

#include <string>

#include "article/reader.hpp"

using namespace dateline;

namespace {

/// Made-up news prose of about `size` bytes: abbreviations, numbers, quotations, a character beyond ASCII now and then.
std::string make_story(std::size_t size) {
  const std::string paragraph =
      "Some 2,400 soldiers of the 3rd Brigade left Port Sorrow on Oct. 3, Lt. Col. Mara Voss said in a statement on Friday. "
      "\xE2\x80\x9CThey are on the way to the border,\xE2\x80\x9D she told reporters, \xE2\x80\x9C" "and will stay until spring.\xE2\x80\x9D The U.S. Embassy did not comment. "
      "Freedonia's ministry of defence, which has denied earlier reports, called the claim \"an invention\"; no pictures were shown.\n\n";
  std::string story;
  while (story.size() < size) story += paragraph;
  return story;
}

void segment_prose(benchmark::State& state) {
  const std::string story = make_story(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(article::segment(story, {0, story.size()}));
  state.SetBytesProcessed(static_cast<std::int64_t>(story.size()) * state.iterations());
}
BENCHMARK(segment_prose)->Arg(4 << 10)->Arg(1 << 20);

void read_plain_text(benchmark::State& state) {
  const std::string story = make_story(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(article::read_article(story, "story.txt", {}));
  state.SetBytesProcessed(static_cast<std::int64_t>(story.size()) * state.iterations());
}
BENCHMARK(read_plain_text)->Arg(4 << 10)->Arg(1 << 20);

void read_html(benchmark::State& state) {
  std::string page = "<!doctype html><html><head><title>News</title></head><body><nav><a href=/>Home</a></nav><article>";
  while (page.size() < 64U << 10U) page += "<p>" + make_story(400) + "</p><aside>Read this as well.</aside>";
  page += "</article></body></html>";
  for (auto _ : state) benchmark::DoNotOptimize(article::read_article(page, "page.html", {}));
  state.SetBytesProcessed(static_cast<std::int64_t>(page.size()) * state.iterations());
}
BENCHMARK(read_html);

}  // namespace
