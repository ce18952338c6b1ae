#include "claims/extract.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <utility>

#include "article/hash.hpp"
#include "claims/detail/attribution.hpp"
#include "claims/detail/draft.hpp"
#include "claims/detail/history.hpp"
#include "claims/detail/make_quote.hpp"
#include "claims/detail/trace_spans.hpp"
#include "claims/place_relation.hpp"

namespace dateline::claims {

namespace {

/// Hex digits of a claim id: 64 bits, enough for a ledger of millions.
constexpr std::size_t id_digits = 16;

ArticleRecord to_record(const article::Article& article) {
  ArticleRecord record;
  record.id = article.id;
  record.file = article.file;
  record.sha256 = article.sha256;
  record.title = article.metadata.title;
  record.publisher = article.metadata.publisher;
  record.author = article.metadata.author;
  record.url = article.metadata.url;
  record.archive_url = article.metadata.archive_url;
  record.language = article.metadata.language;
  if (article.metadata.published) record.published = article.metadata.published->to_string();
  record.published_basis = article::to_string(article.metadata.published_basis);
  record.flags = article.flags;
  return record;
}

std::string claim_id(const article::Article& article, const Claim& claim) {
  const std::string key = article.sha256 + '\n' + to_string(claim.kind) + '\n' + std::to_string(claim.quote.start) + '\n' +
                          std::to_string(claim.quote.end) + '\n' + claim.quote.exact;
  return article::sha256_hex(key).substr(0, id_digits);
}

/// "about 90 kilometres south of Yonaguni": the words before the name belong to where it is.
void read_relations(const detail::Story& story, Claim& claim) {
  for (auto* list : {&claim.origin, &claim.destination, &claim.via, &claim.at}) {
    for (auto& place : *list) {
      const auto relation = relation_at_end(story.text().substr(0, story.code_points.to_bytes(place.span.start)));
      if (relation) place.qualifier = relation->words;
    }
  }
}

std::set<std::string> places_of(const std::vector<Claim>& claims) {
  std::set<std::string> used;
  for (const auto& claim : claims) {
    for (const auto* list : {&claim.origin, &claim.destination, &claim.via, &claim.at}) {
      for (const auto& place : *list) {
        if (!place.place.empty()) used.insert(place.place);
      }
    }
  }
  return used;
}

std::vector<SourceRecord> sources_of(const std::vector<Claim>& claims, const std::vector<SourceRecord>& all) {
  std::set<std::string> used;
  for (const auto& claim : claims) {
    for (const auto& link : claim.attribution) used.insert(link.source);
    for (const auto& response : claim.responses) used.insert(response.source);
  }
  std::vector<SourceRecord> kept;
  for (const auto& source : all) {
    if (used.contains(source.id)) kept.push_back(source);
  }
  return kept;
}

void trace_mentioned(const detail::Story& story, std::initializer_list<const std::vector<detail::Draft>*> lists, ExtractionTrace& trace) {
  for (const auto* list : lists) {
    for (const auto& draft : *list) trace.unclaimed.push_back({draft.claim, detail::to_range(story, draft.trigger), detail::to_range(story, draft.materiel)});
  }
}

void trace_weighed(const detail::Story& story, const std::vector<detail::Weighed>& clauses, ExtractionTrace& trace) {
  for (const auto& weighed : clauses) {
    const auto names = weighed.seen.names();
    trace.weighed.push_back({detail::to_range(story, weighed.trigger), weighed.kind, {names.begin(), names.end()}, weighed.holds});
  }
}

}  // namespace

class Extractor::Impl {
 public:
  explicit Impl(const std::filesystem::path& folder) : lexicon(folder / "lexicons"), speech(folder) {}
  detail::Lexicon lexicon;
  SpeechFinder speech;
};

Extractor::Extractor(const std::filesystem::path& data_folder) : impl_(std::make_unique<const Impl>(data_folder)) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

Extraction Extractor::extract(const article::Article& article, const SegmentedText& segments, const std::vector<gazetteer::Mention>& mentions,
                              const gazetteer::Store& store, Tracing tracing) const {
  detail::Story story{article, segments, mentions, store, impl_->lexicon, find_times(article.text, segments), {}, {}, {}, CodePointIndex(article.text)};
  story.quantities = find_quantities(article.text, segments, story.times);
  story.speech = impl_->speech.find(article.text, segments, mentions, store, story.times);
  auto masked = detail::mask({article.text, segments, mentions, story.times, story.quantities}, impl_->lexicon);
  for (auto& sentence : masked) {
    detail::ParsedSentence parsed;
    parsed.sentence = sentence.sentence;
    parsed.items = std::move(sentence.items);
    parsed.chunks = detail::chunk(parsed.items);
    parsed.clauses = detail::find_clauses(parsed.items, parsed.chunks, impl_->lexicon);
    story.sentences.push_back(std::move(parsed));
  }
  detail::DraftTools tools(story);
  auto drafts = detail::find_drafts(tools);
  detail::attribute(story, drafts);
  const auto spoken_of = detail::answer(story, tools.places, drafts);

  Extraction extraction;
  extraction.article = to_record(article);
  std::set<std::string> ids;
  for (auto& draft : drafts) {
    auto claim = std::move(draft.claim);
    detail::mark_history(story, draft, claim);
    read_relations(story, claim);
    claim.article = article.id;
    claim.quote = detail::make_quote(story, draft.quote);
    claim.id = claim_id(article, claim);
    for (const auto& flag : article.flags) claim.flags.push_back(flag);
    std::sort(claim.flags.begin(), claim.flags.end());
    claim.flags.erase(std::unique(claim.flags.begin(), claim.flags.end()), claim.flags.end());
    if (!ids.insert(claim.id).second) continue;
    extraction.claims.push_back(std::move(claim));
    if (tracing == Tracing::Off) continue;
    extraction.trace.triggers.push_back(detail::to_range(story, draft.trigger));
    extraction.trace.materiel.push_back(detail::to_range(story, draft.materiel));
  }
  if (tracing == Tracing::On) {
    trace_mentioned(story, {&std::as_const(tools.unclaimed), &spoken_of}, extraction.trace);
    trace_weighed(story, tools.weighed, extraction.trace);
    detail::trace_speech(story, extraction.trace);
    detail::trace_times(story, extraction.trace);
  }
  extraction.sources = sources_of(extraction.claims, story.speech.sources);
  extraction.places = tools.places.records(places_of(extraction.claims));
  return extraction;
}

}  // namespace dateline::claims
