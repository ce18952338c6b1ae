#include "gazetteer/detail/tagger.hpp"

#include <algorithm>
#include <bit>
#include <limits>

#include "base/error.hpp"

namespace dateline::gazetteer::detail {
namespace {

constexpr std::string_view magic = "DLTAGGER";
constexpr std::uint32_t format_version = 1;
constexpr float impossible = -1e9F;
/// Weights fit 8 bits and the shipped model has about 100,000; ten times that is a damaged count.
constexpr std::uint32_t max_entries = 1'000'000;

void put_u32(std::string& out, std::uint32_t v) {
  for (unsigned i = 0; i < 4; ++i) out += static_cast<char>((v >> (8 * i)) & 0xFFU);
}

class Reader {
 public:
  Reader(std::string_view bytes, const std::string& file) : bytes_(bytes), file_(file) {}
  std::uint32_t u32() {
    const std::string_view b = take(4);
    std::uint32_t v = 0;
    for (unsigned i = 0; i < 4; ++i) v |= static_cast<std::uint32_t>(static_cast<unsigned char>(b[i])) << (8 * i);
    return v;
  }
  float f32() { return std::bit_cast<float>(u32()); }
  std::int8_t i8() { return static_cast<std::int8_t>(take(1)[0]); }
  std::string_view take(std::size_t n) {
    if (bytes_.size() < n) throw InputError("the weights file " + file_ + " is truncated", "install Dateline's data again");
    const std::string_view part = bytes_.substr(0, n);
    bytes_.remove_prefix(n);
    return part;
  }
  [[nodiscard]] bool empty() const noexcept { return bytes_.empty(); }

 private:
  std::string_view bytes_;
  const std::string& file_;
};

bool is_allowed(Verdict verdict, Label label) noexcept {
  switch (verdict) {
    case Verdict::Free: return true;
    case Verdict::MustBeOutside: return label == Label::Outside;
    case Verdict::MustBegin: return label == Label::Begin;
    case Verdict::MustContinue: return label == Label::Inside;
  }
  return true;
}

}  // namespace

Tagger Tagger::parse(std::string_view bytes, const std::string& file) {
  Reader reader(bytes, file);
  if (reader.take(magic.size()) != magic || reader.u32() != format_version) {
    throw InputError(file + " is not a weights file of this version", "install Dateline's data again");
  }
  const float scale = reader.f32();
  std::array<Scores, label_count> transitions{};
  for (Scores& row : transitions) {
    for (float& weight : row) weight = reader.f32();
  }
  const std::uint32_t count = reader.u32();
  if (count > max_entries) throw InputError(file + " has an impossible number of weights", "install Dateline's data again");
  std::vector<Entry> entries(count);
  for (Entry& entry : entries) {
    entry.hash = reader.u32();
    for (std::int8_t& weight : entry.weights) weight = reader.i8();
  }
  return Tagger(std::move(entries), transitions, scale);
}

Tagger::Tagger(std::vector<Entry> entries, const std::array<Scores, label_count>& transitions, float scale)
    : transitions_(transitions), scale_(scale) {
  slots_.resize(std::bit_ceil(std::max<std::size_t>(16, entries.size() * 2)));
  for (const Entry& entry : entries) {
    std::size_t i = entry.hash & (slots_.size() - 1);
    while (slots_[i].used != 0) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = {entry.hash, entry.weights, 1};
  }
}

Tagger::Scores Tagger::score(const FeatureSet& features) const noexcept {
  std::array<int, label_count> sum{};
  const std::size_t mask = slots_.size() - 1;
  for (const std::uint32_t hash : features.view()) {
    for (std::size_t i = hash & mask; slots_[i].used != 0; i = (i + 1) & mask) {
      if (slots_[i].hash != hash) continue;
      for (std::size_t l = 0; l < label_count; ++l) sum[l] += slots_[i].weights[l];
      break;
    }
  }
  Scores scores{};
  for (std::size_t l = 0; l < label_count; ++l) scores[l] = static_cast<float>(sum[l]) * scale_;
  return scores;
}

std::vector<Label> Tagger::tag(const Document& document, const Matches& matches, std::span<const Verdict> verdicts) const {
  std::vector<Label> labels(document.words.size(), Label::Outside);
  std::vector<Scores> emissions;
  FeatureSet features;
  std::size_t begin = 0;
  for (const std::uint32_t end : document.sentence_ends) {
    // Words that cannot be named are fixed, so that each stretch between them is decoded by itself.
    for (std::size_t i = begin; i < end;) {
      if (verdicts[i] == Verdict::MustBeOutside || (verdicts[i] == Verdict::Free && !may_be_tagged(document, matches, i, begin, end))) {
        ++i;
        continue;
      }
      const std::size_t first = i;
      emissions.clear();
      while (i < end && verdicts[i] != Verdict::MustBeOutside && (verdicts[i] != Verdict::Free || may_be_tagged(document, matches, i, begin, end))) {
        extract_features(document, matches, i, begin, end, features);
        emissions.push_back(score(features));
        ++i;
      }
      decode(emissions, verdicts.subspan(first, i - first), transitions_, std::span(labels).subspan(first, i - first));
    }
    begin = end;
  }
  return labels;
}

void decode(std::span<const Tagger::Scores> emissions, std::span<const Verdict> verdicts, const std::array<Tagger::Scores, label_count>& transitions,
            std::span<Label> out) {
  const std::size_t count = emissions.size();
  std::vector<std::array<std::uint8_t, label_count>> back(count);
  Tagger::Scores best{0, impossible, impossible};  // before the stretch: outside
  for (std::size_t i = 0; i < count; ++i) {
    Tagger::Scores next{impossible, impossible, impossible};
    for (std::size_t to = 0; to < label_count; ++to) {
      if (!is_allowed(verdicts[i], static_cast<Label>(to))) continue;
      for (std::size_t from = 0; from < label_count; ++from) {
        if (from == 0 && to == static_cast<std::size_t>(Label::Inside)) continue;  // a name begins with Begin
        const float score = best[from] + transitions[from][to] + emissions[i][to];
        if (score > next[to]) {
          next[to] = score;
          back[i][to] = static_cast<std::uint8_t>(from);
        }
      }
    }
    best = next;
  }
  std::size_t label = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t i = count; i > 0; --i) {
    out[i - 1] = static_cast<Label>(label);
    label = back[i - 1][label];
  }
}

std::string write_tagger(std::span<const Tagger::Entry> entries, const std::array<Tagger::Scores, label_count>& transitions, float scale) {
  std::string out(magic);
  put_u32(out, format_version);
  put_u32(out, std::bit_cast<std::uint32_t>(scale));
  for (const Tagger::Scores& row : transitions) {
    for (const float weight : row) put_u32(out, std::bit_cast<std::uint32_t>(weight));
  }
  put_u32(out, static_cast<std::uint32_t>(entries.size()));
  for (const Tagger::Entry& entry : entries) {
    put_u32(out, entry.hash);
    for (const std::int8_t weight : entry.weights) out += static_cast<char>(weight);
  }
  return out;
}

}  // namespace dateline::gazetteer::detail
