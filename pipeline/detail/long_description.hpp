#pragma once

#include <string>
#include <vector>

#include "claims/event_view.hpp"
#include "render/scene.hpp"

namespace dateline::pipeline::detail {

/// The map in words: one paragraph about the whole, then one for each mark: its sign, where it stands, what it says and how sure that is.
[[nodiscard]] std::vector<std::string> long_description(const render::Scene& scene);

}  // namespace dateline::pipeline::detail
