#include "article/detail/html.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "article/detail/boilerplate.hpp"
#include "article/detail/fields.hpp"
#include "article/detail/html_blocks.hpp"
#include "article/detail/html_metadata.hpp"

namespace dateline::article::detail {

namespace {

constexpr std::size_t kShortestStory = 250;  // bytes; less is a caption or a teaser

std::string lower_start(std::string_view bytes, std::size_t size) {
  std::string start(bytes.substr(0, size));
  for (char& c : start) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return start;
}

/// Blocks that are mostly links, or short scraps that end without a stop, are lists of other stories and labels.
bool is_prose(const Block& block) {
  constexpr std::size_t kShort = 80;
  if (block.link_bytes * 2 > block.text.size()) return false;
  if (is_boilerplate(block.text)) return false;
  if (block.kind == BlockKind::Paragraph || block.kind == BlockKind::Heading) return true;
  const char last = block.text.back();
  const bool stops = last == '.' || last == '!' || last == '?' || last == '"' || static_cast<unsigned char>(last) >= 0x80;
  return stops && (block.text.size() > kShort || block.kind == BlockKind::ListItem);
}

/// Bytes of prose below each element, counted for the element around the block and, by half, for the one around that:
/// the container of the story gets most. Follows the idea of Readability (Arc90, 2010).
const xmlNode* find_container(const std::vector<Block>& blocks) {
  std::map<const xmlNode*, std::pair<std::size_t, std::size_t>> scores;  // score, order of first sight
  const auto add = [&](const xmlNode* node, std::size_t score) {
    if (node == nullptr || node->type != XML_ELEMENT_NODE) return;
    const auto [entry, added] = scores.try_emplace(node, 0, scores.size());
    entry->second.first += score;
  };
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::Heading || !is_prose(block)) continue;
    add(block.parent, 2 * block.text.size());
    if (block.parent != nullptr) add(block.parent->parent, block.text.size());
  }
  const xmlNode* best = nullptr;
  std::pair<std::size_t, std::size_t> best_score{0, 0};
  for (const auto& [node, score] : scores) {
    // the earlier one wins a tie: addresses must not decide
    if (score.first > best_score.first || (score.first == best_score.first && score.second < best_score.second)) {
      best = node;
      best_score = score;
    }
  }
  return best;
}

bool is_below(const xmlNode* node, const xmlNode* ancestor) {
  for (; node != nullptr; node = node->parent) {
    if (node == ancestor) return true;
  }
  return false;
}

std::string join_story(const std::vector<Block>& blocks, const xmlNode* container, const std::string& title) {
  std::vector<const Block*> kept;
  for (const Block& block : blocks) {
    if (is_prose(block) && is_below(block.parent, container) && block.text != title) kept.push_back(&block);
  }
  // a heading with nothing below it announced something that was left out
  while (!kept.empty() && kept.back()->kind == BlockKind::Heading) kept.pop_back();
  std::string text;
  for (const Block* block : kept) {
    if (!text.empty()) text += "\n\n";
    text += block->text;
  }
  return text;
}

}  // namespace

bool looks_like_html(std::string_view bytes, const std::string& file) {
  if (file.ends_with(".html") || file.ends_with(".htm") || file.ends_with(".xhtml")) return true;
  const std::size_t start = bytes.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || bytes[start] != '<') return false;
  const std::string head = lower_start(bytes.substr(start), 512);
  for (const char* tag : {"<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<p "}) {
    if (head.starts_with(tag)) return true;
  }
  return head.starts_with("<?xml") && head.find("<html") != std::string::npos;
}

void read_html(std::string_view page, Article& article) {
  // No network, no entities from outside, no messages on stderr; XML_PARSE_HUGE stays off so that libxml2's own limits hold.
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  const DocumentHandle document(htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8", kOptions));
  const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root == nullptr) return;
  PageMetadata about = read_page_metadata(root);
  fill_missing(article.metadata, about.metadata);
  BlockList list = collect_blocks(root, Names::Trust);
  article.text = join_story(list.blocks, find_container(list.blocks), article.metadata.title);
  if (article.text.size() < kShortestStory) {  // "page-with-sidebar" may be the name of the whole page
    list = collect_blocks(root, Names::Ignore);
    std::string all = join_story(list.blocks, find_container(list.blocks), article.metadata.title);
    if (all.size() > 2 * article.text.size()) article.text = std::move(all);
  }
  if (about.article_body.size() > 2 * article.text.size()) article.text = std::move(about.article_body);
  if (list.too_deep) {
    article.diagnostics.push_back({Severity::Warning, "the page is nested too deeply; its innermost parts were left out",
                                   "save the story as plain text", {article.file, 0, 0}, {}, 1});
  }
}

}  // namespace dateline::article::detail
