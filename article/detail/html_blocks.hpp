#pragma once

#include <string>
#include <vector>

#include "article/detail/html_handles.hpp"

namespace dateline::article::detail {

enum class BlockKind : unsigned char { Paragraph, Heading, ListItem, Other };

/// A stretch of text between two block-level tags.
struct Block {
  std::string text;            ///< white space folded to single spaces
  std::size_t link_bytes = 0;  ///< of the text, inside <a>
  BlockKind kind = BlockKind::Other;
  const xmlNode* parent = nullptr;  ///< the element that holds the block
};

struct BlockList {
  std::vector<Block> blocks;
  bool too_deep = false;       ///< something was left out below limits::max_html_depth
};

/// Whether class names, ids and roles ("sidebar", "share") may mark an element as furniture.
enum class Names : unsigned char { Trust, Ignore };

/// The blocks below `root` in reading order; elements that never hold a story (script, nav, footer, aside, captions, hidden ones) are left out.
[[nodiscard]] BlockList collect_blocks(const xmlNode* root, Names names);

}  // namespace dateline::article::detail
