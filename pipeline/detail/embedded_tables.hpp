#pragma once

#include <string_view>

/// Files of pipeline/data that are compiled in (see cmake/DatelineEmbedTable.cmake).
namespace dateline::pipeline::detail {

[[nodiscard]] std::string_view map_page_style();
[[nodiscard]] std::string_view map_page_script();

}  // namespace dateline::pipeline::detail
