#pragma once

#include <string_view>

/// Tables of render/data that are compiled in (see cmake/DatelineEmbedTable.cmake).
namespace dateline::render::detail {

[[nodiscard]] std::string_view app6_frames_table();
[[nodiscard]] std::string_view app6_parts_table();
[[nodiscard]] std::string_view app6_symbols_table();

}  // namespace dateline::render::detail
