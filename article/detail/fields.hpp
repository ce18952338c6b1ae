#pragma once

#include <string_view>

#include "article/article.hpp"

namespace dateline::article::detail {

enum class FieldResult { Taken, Unknown, BadDate };

/// Sets one field of the metadata by the name it has in front matter, sidecar files and JSON Lines (docs/formats/stories.md):
/// id, title, publisher, author, url, archive_url, language, published, and common other names of the same ("date", "source", "lang").
/// An empty value changes nothing.
FieldResult set_field(Metadata& metadata, std::string_view name, std::string_view value);

/// Fills what is empty in `strong` from `weak`.
void fill_missing(Metadata& strong, const Metadata& weak);

}  // namespace dateline::article::detail
