#include "article/detail/json_story.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "article/detail/fields.hpp"
#include "base/error.hpp"
#include "base/json_position.hpp"
#include "base/limits.hpp"

namespace dateline::article::detail {

namespace {

using nlohmann::json;

/// Refuses nesting that would exhaust the stack of whoever walks the value.
bool shallow(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      else if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > limits::max_json_depth) return false;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return true;
}

[[noreturn]] void fail(std::string_view text, std::size_t offset, const std::string& message, const std::string& hint) {
  InputError error(message, hint);
  error.set_position(position_at(text, offset, {}));
  throw error;
}

json parse_object(std::string_view text) {
  if (!shallow(text)) fail(text, 0, "the JSON is nested too deeply for a story", "give one flat object a story");
  try {
    json value = json::parse(text);
    if (!value.is_object()) fail(text, 0, "expected a JSON object, found " + std::string(value.type_name()),
                                 "write a story as {\"text\": \"...\", \"title\": \"...\"}");
    return value;
  } catch (const json::parse_error& error) {
    const std::size_t offset = error.byte > 0 ? error.byte - 1 : 0;
    const bool cut = offset >= text.size();
    fail(text, offset, cut ? "the JSON ends too early" : "this is not JSON", cut ? "the line or file was cut; get it again" : "look for a missing quote or comma");
  }
}

/// Strings as they are; numbers as they are written (ids are often numbers); a name from {"name": ...} or the first of a list.
std::string text_of(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return value.dump();
  if (value.is_object() && value.contains("name")) return value["name"].is_string() ? value["name"].get<std::string>() : "";
  if (value.is_array()) {
    std::string joined;
    for (const json& item : value) {
      const std::string name = item.is_array() ? "" : text_of(item);
      if (!name.empty()) joined += (joined.empty() ? "" : ", ") + name;
    }
    return joined;
  }
  return {};
}

Diagnostic bad_date(std::string_view json_text, const std::string& key, const std::string& file) {
  const Span span = find_json_value(json_text, "/" + key).value_or(Span{});
  return diagnose(Severity::Warning, "this is not a date that can be read", "write it as YYYY-MM-DD", json_text, span, file);
}

bool is_news_type(const json& object) {
  if (!object.contains("@type")) return false;
  const std::string type = text_of(object["@type"]);
  return type.find("Article") != std::string::npos || type.find("BlogPosting") != std::string::npos;
}

/// The first news article in the value; looks into lists and "@graph".
const json* find_news(const json& value) {
  if (value.is_object()) {
    if (is_news_type(value)) return &value;
    return value.contains("@graph") ? find_news(value["@graph"]) : nullptr;
  }
  if (!value.is_array()) return nullptr;
  for (const json& item : value) {
    if (const json* found = find_news(item)) return found;
  }
  return nullptr;
}

}  // namespace

void read_json_story(std::string_view text, Article& article) {
  const json object = parse_object(text);
  if (!object.contains("text") || !object["text"].is_string()) {
    const Span where = find_json_value(text, "/text").value_or(Span{});
    fail(text, where.start, object.contains("text") ? "\"text\" must be a string" : "the story has no \"text\"",
         "put the words of the story into \"text\"");
  }
  article.text = object["text"].get<std::string>();
  for (const auto& [key, value] : object.items()) {
    // other fields are the feed's own business
    if (set_field(article.metadata, key, text_of(value)) == FieldResult::BadDate) {
      article.diagnostics.push_back(bad_date(text, key, article.file));
    }
  }
}

Metadata read_sidecar(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  Metadata metadata;
  const json object = parse_object(text);
  for (const auto& [key, value] : object.items()) {
    switch (set_field(metadata, key, text_of(value))) {
      case FieldResult::Taken: break;
      case FieldResult::BadDate: diagnostics.push_back(bad_date(text, key, file)); break;
      case FieldResult::Unknown: {
        const Span span = find_json_value(text, "/" + key).value_or(Span{});
        diagnostics.push_back(diagnose(Severity::Warning, "unknown field \"" + key + "\" is not used",
                                       "known are id, title, publisher, author, url, archive_url, language and published", text, span, file));
      }
    }
  }
  return metadata;
}

void read_json_ld(std::string_view text, Metadata& metadata, std::string& article_body) {
  if (!shallow(text)) return;
  const json value = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (value.is_discarded()) return;
  const json* news = find_news(value);
  if (news == nullptr) return;
  constexpr std::array<std::pair<const char*, const char*>, 6> kNames{{{"headline", "title"},
                                                                       {"datePublished", "published"},
                                                                       {"author", "author"},
                                                                       {"publisher", "publisher"},
                                                                       {"url", "url"},
                                                                       {"inLanguage", "language"}}};
  for (const auto& [theirs, ours] : kNames) {
    if (news->contains(theirs)) static_cast<void>(set_field(metadata, ours, text_of((*news)[theirs])));
  }
  if (news->contains("articleBody")) article_body = text_of((*news)["articleBody"]);
}

}  // namespace dateline::article::detail
