#include "article/detail/html_metadata.hpp"

#include <array>

#include "article/detail/fields.hpp"
#include "article/detail/json_story.hpp"
#include "base/limits.hpp"

namespace dateline::article::detail {

namespace {

struct MetaName {
  std::string_view theirs;
  std::string_view ours;
};

// Strongest last: a later one overwrites.
constexpr std::array kMetaNames{
    MetaName{"author", "author"},
    MetaName{"date", "published"},
    MetaName{"dc.date", "published"},
    MetaName{"dc.title", "title"},
    MetaName{"dcterms.created", "published"},
    MetaName{"parsely-pub-date", "published"},
    MetaName{"datepublished", "published"},
    MetaName{"twitter:title", "title"},
    MetaName{"application-name", "publisher"},
    MetaName{"og:title", "title"},
    MetaName{"og:site_name", "publisher"},
    MetaName{"og:url", "url"},
    MetaName{"og:article:published_time", "published"},
    MetaName{"article:published_time", "published"},
};

std::string fold_space(std::string_view text) {
  std::string folded;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) folded += c;
    else if (!folded.empty() && folded.back() != ' ') folded += ' ';
  }
  while (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

std::string text_below(const xmlNode* node, int depth) {
  if (depth > limits::max_html_depth) return {};
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) return std::string(content_of(node));
  std::string text;
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) text += text_below(child, depth + 1);
  return text;
}

class Visitor {
 public:
  PageMetadata run(const xmlNode* root) {
    visit(root, 0);
    PageMetadata page;
    page.article_body = std::move(article_body_);
    page.metadata = std::move(linked_);
    Metadata meta;
    for (std::size_t i = 0; i < kMetaNames.size(); ++i) static_cast<void>(set_field(meta, kMetaNames[i].ours, meta_[i]));
    fill_missing(page.metadata, meta);
    fill_missing(page.metadata, weak_);
    return page;
  }

 private:
  void visit(const xmlNode* node, int depth) {
    if (depth > limits::max_html_depth) return;
    const std::string_view name = element_name(node);
    if (name == "meta") return read_meta(node);
    if (name == "script") return read_script(node);
    if (name == "link" && attribute(node, "rel") == "canonical") weak_.url = attribute(node, "href");
    if (name == "html") weak_.language = attribute(node, "lang");
    if (name == "title" && weak_.title.empty()) weak_.title = fold_space(text_below(node, depth));
    if (name == "h1" && !has_heading_) {  // better than <title>, which often ends in the name of the outlet
      has_heading_ = true;
      if (std::string heading = fold_space(text_below(node, depth)); !heading.empty()) weak_.title = std::move(heading);
    }
    if (name == "time" && !weak_.published) static_cast<void>(set_field(weak_, "published", attribute(node, "datetime")));
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) visit(child, depth + 1);
  }

  void read_meta(const xmlNode* node) {
    std::string key = attribute(node, "property");
    if (key.empty()) key = attribute(node, "name");
    if (key.empty()) key = attribute(node, "itemprop");
    for (char& c : key) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    for (std::size_t i = 0; i < kMetaNames.size(); ++i) {
      if (key == kMetaNames[i].theirs && meta_[i].empty()) meta_[i] = fold_space(attribute(node, "content"));
    }
  }

  void read_script(const xmlNode* node) {
    if (attribute(node, "type") != "application/ld+json") return;
    if (linked_.published && !linked_.title.empty()) return;
    read_json_ld(text_below(node, 0), linked_, article_body_);
  }

  Metadata linked_;
  Metadata weak_;
  std::array<std::string, kMetaNames.size()> meta_;
  std::string article_body_;
  bool has_heading_ = false;
};

}  // namespace

PageMetadata read_page_metadata(const xmlNode* root) { return Visitor().run(root); }

}  // namespace dateline::article::detail
