#pragma once

#include "gazetteer/detail/lexicon.hpp"
#include "gazetteer/detail/resolver.hpp"
#include "gazetteer/detail/rules.hpp"
#include "gazetteer/detail/tagger.hpp"
#include "gazetteer/locate.hpp"

namespace dateline::gazetteer {

/// What LocateModel holds; its parts are made one by one while training.
class LocateModel::Impl {
 public:
  Impl(detail::Lexicon lexicon_in, detail::Tagger tagger_in, detail::ResolverWeights resolver_in)
      : lexicon(std::move(lexicon_in)), tagger(std::move(tagger_in)), resolver(resolver_in) {}

  detail::Lexicon lexicon;
  detail::Tagger tagger;
  detail::ResolverWeights resolver;
};

namespace detail {

/// Reads lexicon-words.tsv and lexicon-phrases.tsv of `folder`.
[[nodiscard]] Lexicon load_lexicon(const std::filesystem::path& folder);

/// The names to place of a text whose spans are known: candidates, hints, containers.
[[nodiscard]] std::vector<NameToPlace> make_names(const Store& store, const Document& document, const Matches& matches, const Ruling& ruling,
                                                  std::span<const std::pair<std::uint32_t, std::uint32_t>> ranges, const LocateOptions& options);

/// Word ranges of byte spans; words that a span only touches belong to it.
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> word_ranges(const Document& document, std::span<const Span> spans);

}  // namespace detail
}  // namespace dateline::gazetteer
