// Writes made-up tables in the formats of GeoNames, of any size, for testing and measuring `dateline gazetteer build`.
// The same numbers give the same bytes. Names are syllables; a tenth of the places share theirs with others, as in life.
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

namespace {

struct CloseFile {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// SplitMix64: small, and the same everywhere, which std's distributions are not.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15ULL;
    auto z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
  }
  std::uint64_t below(std::uint64_t limit) { return next() % limit; }

 private:
  std::uint64_t state_;
};

constexpr std::array<const char*, 24> syllables = {"ka", "ro", "mi", "ta", "lu", "shen", "vo", "gra", "dor", "bel", "nov", "ya",
                                                   "san", "qui", "te", "ol", "ber", "ix", "na", "po", "zhu", "ar", "fel", "un"};
constexpr std::array<const char*, 10> second_words = {"", "", "", "", "", "", " River", " Hill", " Norte", " Creek"};
struct Feature {
  const char* feature_class;
  const char* code;
};
constexpr std::array<Feature, 12> features = {{{"P", "PPL"}, {"P", "PPL"}, {"P", "PPL"}, {"P", "PPLA2"}, {"H", "STM"}, {"H", "LK"}, {"T", "MT"},
                                               {"T", "HLL"}, {"S", "FRM"}, {"S", "SCH"}, {"L", "LCTY"}, {"S", "AIRF"}}};
constexpr std::array<const char*, 8> countries = {"RU", "US", "CN", "IN", "NO", "MX", "UA", "ID"};
constexpr std::array<const char*, 6> languages = {"en", "ru", "zh", "ar", "fr", "link"};

std::string make_name(Random& random, std::uint64_t row) {
  // Every tenth name comes from a small set.
  Random letters(row % 10 == 0 ? random.below(5'000) : random.next());
  std::string name;
  const auto count = 2 + letters.below(3);
  for (std::uint64_t i = 0; i < count; ++i) name += syllables[letters.below(syllables.size())];
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name + second_words[letters.below(second_words.size())];
}

File open(const std::filesystem::path& path) {
  File file(std::fopen(path.c_str(), "wb"));
  if (!file) {
    std::fprintf(stderr, "error: %s cannot be written\n", path.c_str());
    std::exit(1);
  }
  return file;
}

void write_places(std::FILE* out, std::uint64_t rows) {
  Random random(1);
  for (std::uint64_t row = 0; row < rows; ++row) {
    const auto name = make_name(random, row);
    const auto other = make_name(random, row + 1);
    const auto& feature = features[random.below(features.size())];
    const double lat = static_cast<double>(random.below(13'000'000)) / 1e5 - 55;
    const double lon = static_cast<double>(random.below(36'000'000)) / 1e5 - 180;
    const auto population = feature.feature_class[0] == 'P' && random.below(8) == 0 ? random.below(200'000) : 0;
    std::fprintf(out, "%llu\t%s\t%s\t%s,%s\t%.5f\t%.5f\t%s\t%s\t%s\t\t%02llu\t\t\t\t%llu\t\t10\tEtc/UTC\t2024-01-01\n",
                 static_cast<unsigned long long>(20'000'000 + row), name.c_str(), name.c_str(), other.c_str(), (other + "ville").c_str(), lat, lon,
                 feature.feature_class, feature.code, countries[random.below(countries.size())], static_cast<unsigned long long>(1 + random.below(80)),
                 static_cast<unsigned long long>(population));
  }
}

void write_alternate_names(std::FILE* out, std::uint64_t rows, std::uint64_t count) {
  Random random(2);
  for (std::uint64_t i = 0; i < count; ++i) {
    const auto name = make_name(random, i + 1);
    const auto* preferred = random.below(4) == 0 ? "1" : "";
    const auto* historic = random.below(50) == 0 ? "1" : "";
    std::fprintf(out, "%llu\t%llu\t%s\t%s\t%s\t\t\t%s\t\t\n", static_cast<unsigned long long>(i + 1),
                 static_cast<unsigned long long>(20'000'000 + random.below(rows)), languages[random.below(languages.size())], name.c_str(), preferred, historic);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto rows = argc == 3 ? std::strtoull(argv[1], nullptr, 10) : 0;
  if (rows == 0) {
    std::fputs("usage: dateline_make_dump ROWS FOLDER\nwrites allCountries.txt with so many rows, and alternateNamesV2.txt with as many again\n", stderr);
    return 2;
  }
  const std::filesystem::path folder = argv[2];
  write_places(open(folder / "allCountries.txt").get(), rows);
  write_alternate_names(open(folder / "alternateNamesV2.txt").get(), rows, rows);
  return 0;
}
