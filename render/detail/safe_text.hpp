#pragma once

#include "base/markup.hpp"

/// Names of base/markup.hpp that every writer of this folder uses.
namespace dateline::render::detail {

using dateline::clean_text;
using dateline::escape_xml;
using dateline::safe_link;

}  // namespace dateline::render::detail
