#include "gazetteer/locate.hpp"

#include <algorithm>

#include "base/files.hpp"
#include "base/limits.hpp"
#include "gazetteer/detail/consistency.hpp"
#include "gazetteer/detail/model.hpp"
#include "gazetteer/detail/rules.hpp"

namespace dateline::gazetteer {
namespace {

using detail::Label;
using Range = std::pair<std::uint32_t, std::uint32_t>;

constexpr std::size_t max_alternatives = 10;

/// Names end before a possessive or a dangling "of", and begin after the article.
void trim(const detail::Document& document, Range& range) {
  const auto dangles = [&](const detail::Word& word) {
    return word.kind == TokenKind::Possessive || (word.shape == detail::Shape::Lower && word.is(detail::WordClass::Connector)) || word.kind == TokenKind::Punctuation;
  };
  while (range.second > range.first + 1 && dangles(document.words[range.second - 1])) --range.second;
}

std::vector<Range> ranges_of(const detail::Document& document, std::span<const Label> labels) {
  std::vector<Range> ranges;
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == Label::Outside) continue;
    if (labels[i] == Label::Begin || ranges.empty() || ranges.back().second != i) {
      ranges.emplace_back(i, i + 1);
    } else {
      ranges.back().second = i + 1;
    }
  }
  for (Range& range : ranges) {
    trim(document, range);
  }
  return ranges;
}

const detail::Lexicon::Phrase* phrase_of(const detail::Matches& matches, Range range) {
  const detail::NameMatch* match = matches.covering(range.first);
  const bool same = match != nullptr && match->first == range.first && match->last == range.second;
  return same ? match->phrase : nullptr;
}

/// Everything known about one text on its way to mentions.
struct Reading {
  const Store& store;
  const detail::Document& document;
  const detail::Matches& matches;
  const std::vector<detail::NameToPlace>& names;
  const detail::Problem& problem;
  const LocateOptions& options;
};

/// One past the last word to be kept: "Anbar" of "Anbar province", "Kahului" of "Kahului airport". The common noun helped to place
/// the name and is no part of it, but for "the Donetsk region", which is another place than Donetsk, and for a user's own names.
std::uint32_t last_kept(const Reading& reading, const detail::NameToPlace& name, const detail::NameGroup& group) {
  const std::vector<detail::Word>& words = reading.document.words;
  const bool own = !group.candidates.empty() && (group.candidates.front().candidate.note & own_name) != 0;
  std::uint32_t last = name.last;
  while (!own && last > name.first + 1) {
    const detail::Word& word = words[last - 1];
    const std::string_view folded = reading.document.fold_of(word);
    const bool region = folded == "region" || folded == "regions" || folded == "oblast" || folded == "krai";
    if (word.kind != TokenKind::Word || word.shape != detail::Shape::Lower || region) break;
    --last;
  }
  return words[last - 1].kind == TokenKind::Word ? last : name.last;
}

Mention make_mention(const Reading& reading, std::size_t n) {
  const detail::NameToPlace& name = reading.names[n];
  const std::size_t group_index = reading.problem.group_of[n];
  const detail::NameGroup& group = reading.problem.groups[group_index];
  const std::vector<detail::Word>& words = reading.document.words;
  Mention mention;
  mention.span = {words[name.first].span.start, words[last_kept(reading, name, group) - 1].span.end};
  mention.pinned = group.pinned;
  detail::KindQuestion question;
  question.first = name.first;
  question.last = name.last;
  question.phrase = phrase_of(reading.matches, {name.first, name.last});
  if (!group.candidates.empty()) {
    question.place = &group.candidates.front().place;
    question.name_kind = group.candidates.front().candidate.name_kind;
  }
  mention.kind = kind_of(reading.document, question);
  mention.qualifier = qualifier_before(reading.document, name.first);
  if (question.phrase != nullptr && question.phrase->place.empty()) return mention;  // NATO is nowhere
  for (std::size_t c = 0; c < std::min(group.candidates.size(), max_alternatives); ++c) {
    Alternative alternative;
    alternative.record = group.candidates[c].candidate.record;
    alternative.score = static_cast<double>(group.candidates[c].belief);
    if (reading.options.reasons) {
      alternative.reasons = detail::reasons_for(reading.store, reading.document, reading.names, reading.problem, group_index, c);
    }
    mention.alternatives.push_back(std::move(alternative));
  }
  return mention;
}

std::vector<Mention> place_names(const Store& store, const detail::ResolverWeights& weights, const detail::Document& document, const detail::Matches& matches,
                                 const detail::Ruling& ruling, std::span<const Range> ranges, const LocateOptions& options) {
  const std::vector<detail::NameToPlace> names = detail::make_names(store, document, matches, ruling, ranges, options);
  detail::Problem problem = detail::make_problem(store, document, names, options);
  detail::rank(problem, weights);
  const Reading reading{store, document, matches, names, problem, options};
  std::vector<Mention> mentions;
  mentions.reserve(names.size());
  for (std::size_t n = 0; n < names.size(); ++n) {
    mentions.push_back(make_mention(reading, n));
    // "reports from Kyiv and Seoul": the second capital does what the first does.
    if (n == 0 || mentions[n - 1].kind != MentionKind::Metonym || mentions[n].kind != MentionKind::Toponym) continue;
    const detail::NameGroup& group = problem.groups[problem.group_of[n]];
    const bool capital = !group.candidates.empty() && group.candidates.front().place.seat == 6;
    const bool joined = names[n].first == names[n - 1].last + 1 && document.words[names[n - 1].last].is(detail::WordClass::Connector);
    if (capital && joined) mentions[n].kind = MentionKind::Metonym;
  }
  return mentions;
}

}  // namespace

const char* to_string(MentionKind kind) noexcept {
  switch (kind) {
    case MentionKind::Toponym: return "toponym";
    case MentionKind::Demonym: return "demonym";
    case MentionKind::Metonym: return "metonym";
    case MentionKind::Organisation: return "organisation";
    case MentionKind::Event: return "event";
    case MentionKind::Bloc: return "bloc";
  }
  return "toponym";
}

LocateModel::LocateModel(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
LocateModel::~LocateModel() = default;
LocateModel::LocateModel(LocateModel&&) noexcept = default;
LocateModel& LocateModel::operator=(LocateModel&&) noexcept = default;

namespace detail {

Lexicon load_lexicon(const std::filesystem::path& folder) {
  const std::filesystem::path words = folder / "lexicon-words.tsv";
  const std::filesystem::path phrases = folder / "lexicon-phrases.tsv";
  return Lexicon::parse(read_file(words, limits::max_config_bytes), words.string(), read_file(phrases, limits::max_config_bytes), phrases.string());
}

}  // namespace detail

LocateModel LocateModel::load(const std::filesystem::path& folder) {
  const std::filesystem::path tagger = folder / "tagger.weights";
  const std::filesystem::path resolver = folder / "resolver-weights.tsv";
  return LocateModel(std::make_unique<const Impl>(detail::load_lexicon(folder),
                                                  detail::Tagger::parse(read_file(tagger, limits::max_weights_bytes), tagger.string()),
                                                  detail::ResolverWeights::parse(read_file(resolver, limits::max_config_bytes), resolver.string())));
}

std::vector<Mention> Locator::locate(std::string_view text, const SegmentedText& segments, const LocateOptions& options) const {
  const LocateModel::Impl& model = *model_->impl_;
  const detail::Document document = detail::make_document(text, segments, model.lexicon, *store_);
  const detail::Matches matches = detail::find_matches(*store_, model.lexicon, document);
  const detail::Ruling ruling = detail::apply_rules(document, matches, options);
  std::vector<Label> labels = model.tagger.tag(document, matches, ruling.verdicts);
  detail::complete_names(document, matches, ruling.verdicts, labels);
  detail::extend_lists(document, matches, ruling.verdicts, labels);
  detail::make_consistent(document, matches, ruling.verdicts, labels);
  return place_names(*store_, model.resolver, document, matches, ruling, ranges_of(document, labels), options);
}

std::vector<Mention> Locator::resolve(std::string_view text, const SegmentedText& segments, std::span<const Span> names, const LocateOptions& options) const {
  const LocateModel::Impl& model = *model_->impl_;
  const detail::Document document = detail::make_document(text, segments, model.lexicon, *store_);
  const detail::Matches matches = detail::find_matches(*store_, model.lexicon, document);
  const detail::Ruling ruling = detail::apply_rules(document, matches, options);
  if (document.words.empty()) return {};
  const std::vector<Range> ranges = detail::word_ranges(document, names);
  std::vector<Mention> mentions = place_names(*store_, model.resolver, document, matches, ruling, ranges, options);
  for (std::size_t i = 0; i < mentions.size(); ++i) mentions[i].span = names[i];
  return mentions;
}

}  // namespace dateline::gazetteer
