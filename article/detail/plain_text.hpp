#pragma once

#include <string>
#include <string_view>

#include "article/article.hpp"

namespace dateline::article::detail {

/// Reads front matter and a leading "date YYYY-MM-DD": sets `body` past them, fills `metadata`, notes what could not be read.
/// The text itself stays as it is, so that offsets count from the start of the file.
void read_preamble(Article& article);

/// Adds the flags "unbalanced-quote", "machine-translated" and "truncated" with a note that says why.
void note_damage(Article& article);

}  // namespace dateline::article::detail
