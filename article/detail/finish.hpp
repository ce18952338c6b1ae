#pragma once

#include <string>
#include <string_view>

#include "article/article.hpp"
#include "article/reader.hpp"

namespace dateline::article::detail {

/// Decodes the bytes of a file. Throws InputError for an empty, binary or too large input; notes repairs in `article`.
[[nodiscard]] std::string decode_input(std::string_view bytes, Article& article);

/// The sidecar beside `file` ("NAME.meta.json", or "NAME.txt.meta.json"), if there is one; its fields win.
void apply_sidecar(Article& article);

/// What every form of story ends with: defaults from the options, hash, id, flags. Throws InputError if there is no text.
void finish(Article& article, const ReadOptions& options);

/// A story from one JSON object. Throws InputError whose position counts within `json`.
[[nodiscard]] Article article_from_json(std::string_view json, const std::string& file, const ReadOptions& options);

/// Whether the text is JSON Lines or a single JSON object: by name, or because it begins with an object.
[[nodiscard]] bool looks_like_json(std::string_view text, const std::string& file);

}  // namespace dateline::article::detail
