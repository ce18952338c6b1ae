#pragma once

#include "claims/detail/story.hpp"

namespace dateline::claims::detail {

/// Whether what happens at a time of the story lies before or behind: the tense of the clause that the time belongs to.
[[nodiscard]] Tense tense_around(const Story& story, std::uint32_t time);

}  // namespace dateline::claims::detail
