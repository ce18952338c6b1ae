#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "article/article.hpp"

namespace dateline::article::detail {

/// A story as one JSON object: {"text", and any of the metadata fields}. Sets text and metadata of `article`. Throws InputError with
/// line and column within `json` if it is malformed, too deep, no object, or has no "text".
void read_json_story(std::string_view json, Article& article);

/// A sidecar file: one JSON object of metadata fields. Unknown fields and bad dates are warnings. Throws InputError if it is malformed.
[[nodiscard]] Metadata read_sidecar(std::string_view json, const std::string& file, Diagnostics& diagnostics);

/// Metadata of the first news article that a JSON-LD script of a page describes, and its text if it carries one. Malformed scripts are common
/// and say nothing; never throws.
void read_json_ld(std::string_view json, Metadata& metadata, std::string& article_body);

}  // namespace dateline::article::detail
