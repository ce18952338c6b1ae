#include "article/detail/html_blocks.hpp"

#include <algorithm>
#include <array>

#include "base/limits.hpp"

namespace dateline::article::detail {

namespace {

template <std::size_t Size>
bool is_in(std::string_view name, const std::array<std::string_view, Size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 27> kSkipped{
    "script", "style",  "noscript", "template", "nav",    "footer", "aside",  "form",  "button",
    "svg",    "iframe", "figcaption", "select", "option", "input",  "textarea", "head", "title",
    "object", "embed",  "audio",    "video",    "canvas", "menu",   "dialog", "label", "header"};

constexpr std::array<std::string_view, 28> kBlocks{
    "p",  "h1", "h2", "h3", "h4", "h5",    "h6",    "li",  "ul",      "ol",      "dl",     "dt",   "dd",      "blockquote",
    "pre", "div", "section", "article", "main", "table", "tr", "td", "th", "figure", "body", "address", "center", "hr"};

// Parts of class and id names, between hyphens, underscores and capitals, that mark furniture.
constexpr std::array<std::string_view, 37> kFurniture{
    "ad",       "ads",     "advert",   "advertisement", "banner",  "breadcrumb", "breadcrumbs", "caption", "comment", "comments",
    "cookie",   "cookies", "consent",  "copyright",     "credit",  "disqus",     "footer",      "login",   "masthead",
    "menu",     "modal",   "nav",      "navigation",    "navbar",  "newsletter", "outbrain",    "popup",   "promo",   "recommended",
    "related",  "share",   "sharing",  "sidebar",       "social",  "subscribe",  "taboola",     "toolbar"};

constexpr std::array<std::string_view, 5> kFurnitureRoles{"navigation", "complementary", "banner", "contentinfo", "search"};

/// Whether one of the parts of "main-nav_top relatedStories" names furniture.
bool names_furniture(const std::string& names) {
  std::string part;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    if (!lower && !part.empty()) {
      if (is_in(std::string_view(part), kFurniture)) return true;
      part.clear();
    }
    if (lower || upper) part += static_cast<char>(upper ? c + 32 : c);
  }
  return false;
}

bool is_hidden(const xmlNode* node) {
  if (xmlHasProp(const_cast<xmlNode*>(node), reinterpret_cast<const xmlChar*>("hidden")) != nullptr) return true;
  if (attribute(node, "aria-hidden") == "true") return true;
  std::string style = attribute(node, "style");
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos;
}

bool is_furniture(const xmlNode* node, std::string_view name, Names names) {
  if (is_in(name, kSkipped)) return true;
  if (names == Names::Ignore) return false;
  if (name == "body" || name == "html" || name == "article" || name == "main") return false;
  if (node->properties == nullptr) return false;
  return is_hidden(node) || is_in(std::string_view(attribute(node, "role")), kFurnitureRoles) ||
         names_furniture(attribute(node, "class")) || names_furniture(attribute(node, "id"));
}

BlockKind kind_of(std::string_view name) {
  if (name == "p" || name == "blockquote" || name == "pre") return BlockKind::Paragraph;
  if (name == "li" || name == "dd" || name == "dt") return BlockKind::ListItem;
  if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') return BlockKind::Heading;
  return BlockKind::Other;
}

class Collector {
 public:
  explicit Collector(Names names) : names_(names) {}

  BlockList run(const xmlNode* root) {
    visit(root, 0);
    end_block();
    return std::move(list_);
  }

 private:
  void visit(const xmlNode* node, int depth) {
    if (depth > limits::max_html_depth) {
      list_.too_deep = true;
      return;
    }
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) return add_text(content_of(node));
    const std::string_view name = element_name(node);
    if (name.empty() || is_furniture(node, name, names_)) return;
    if (name == "br") return add_break();
    const bool block = is_in(name, kBlocks);
    const bool link = name == "a";
    if (block) begin_block(node, name);
    links_ += link ? 1 : 0;
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) visit(child, depth + 1);
    links_ -= link ? 1 : 0;
    if (block) begin_block(node->parent, node->parent == nullptr ? std::string_view() : element_name(node->parent));
  }

  void begin_block(const xmlNode* node, std::string_view name) {
    end_block();
    current_.kind = kind_of(name);
    // the container of a paragraph is what is around it; of loose text, the element itself
    current_.parent = current_.kind == BlockKind::Other || node == nullptr ? node : node->parent;
  }

  void end_block() {
    while (!current_.text.empty() && current_.text.back() == ' ') current_.text.pop_back();
    Block next;
    next.kind = current_.kind;
    next.parent = current_.parent;
    if (!current_.text.empty()) list_.blocks.push_back(std::move(current_));
    current_ = std::move(next);
    breaks_ = 0;
  }

  /// Two <br> in a row end a paragraph.
  void add_break() {
    if (++breaks_ >= 2) end_block();
    else if (!current_.text.empty() && current_.text.back() != ' ') current_.text += ' ';
  }

  void add_text(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool no_break = text.substr(i, 2) == "\xC2\xA0";
      const char c = text[i];
      if (no_break || c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        if (!current_.text.empty() && current_.text.back() != ' ') current_.text += ' ';
        i += no_break ? 1 : 0;
        continue;
      }
      breaks_ = 0;
      current_.text += c;
      current_.link_bytes += links_ > 0 ? 1 : 0;
    }
  }

  Names names_;
  BlockList list_;
  Block current_;
  int links_ = 0;
  int breaks_ = 0;
};

}  // namespace

BlockList collect_blocks(const xmlNode* root, Names names) { return Collector(names).run(root); }

}  // namespace dateline::article::detail
