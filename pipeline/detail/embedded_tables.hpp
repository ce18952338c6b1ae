#pragma once

#include <string_view>

/// Files of pipeline/data that are compiled in (see cmake/DatelineEmbedTable.cmake).
namespace dateline::pipeline::detail {

[[nodiscard]] std::string_view map_page_style();
[[nodiscard]] std::string_view map_page_script();
/// How notes look, on the page of a map and in the preview.
[[nodiscard]] std::string_view notes_style();

}  // namespace dateline::pipeline::detail
