#include "claims/speech.hpp"

#include "claims/detail/speech_frames.hpp"

namespace dateline::claims {

class SpeechFinder::Impl {
 public:
  explicit Impl(detail::SpeechTables loaded) : tables(std::move(loaded)) {}
  detail::SpeechTables tables;
};

SpeechFinder::SpeechFinder(const std::filesystem::path& data_folder)
    : impl_(std::make_unique<const Impl>(detail::load_speech_tables(data_folder / "lexicons"))) {}
SpeechFinder::~SpeechFinder() = default;
SpeechFinder::SpeechFinder(SpeechFinder&&) noexcept = default;
SpeechFinder& SpeechFinder::operator=(SpeechFinder&&) noexcept = default;

SpeechAnalysis SpeechFinder::find(std::string_view text, const SegmentedText& segments, const std::vector<gazetteer::Mention>& /*mentions*/,
                                  const gazetteer::Store& /*store*/, const std::vector<TimeExpression>& times) const {
  return detail::FrameFinder(impl_->tables, text, segments, times).find();
}

}  // namespace dateline::claims
