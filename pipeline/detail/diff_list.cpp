#include "claims/event_view.hpp"
#include "claims/words.hpp"
#include "pipeline/diff_list.hpp"

#include <map>
#include <nlohmann/json.hpp>


namespace dateline::pipeline {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kQuoteWords = 14;

std::string number_words(const Json& number) { return number.is_null() ? "" : claims::format_number(number.get<double>()); }

/// A value of the ledger in a few words: what a person looks at first.
std::string summary(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_array()) {
    std::vector<std::string> items;
    for (const Json& item : value) items.push_back(summary(item));
    return claims::join(items, "; ");
  }
  if (!value.is_object()) return value.dump();
  const auto text = [&](const char* name) { return value.value(name, std::string()); };
  if (value.contains("edtf")) return claims::format_edtf(text("edtf")) + " (“" + text("text") + "”)";
  if (value.contains("low")) {
    const std::string low = number_words(value["low"]), high = number_words(value["high"]);
    return (high.empty() ? low + " or more" : low == high ? low : low + "–" + high) + (text("unit").empty() ? "" : " " + text("unit"));
  }
  if (value.contains("state")) return text("state") + (text("by").empty() ? "" : " by " + text("by")) + (text("note").empty() ? "" : ": " + text("note"));
  if (value.contains("source")) return text("source") + " " + (value.contains("stance") ? text("stance") : text("relation"));
  if (value.contains("exact")) return "“" + claims::first_words(text("exact"), kQuoteWords) + "”";
  if (value.contains("text")) return "“" + text("text") + "”" + (text("place").empty() ? text("entity").empty() ? "" : " [" + text("entity") + "]" : " [" + text("place") + "]");
  return value.dump();
}

std::string value_words(const std::string& json) { return json.empty() ? "(none)" : summary(Json::parse(json)); }

/// Names the records of one ledger.
class Names {
 public:
  explicit Names(const claims::Ledger& ledger) : index_(ledger) {
    for (const auto& event : ledger.events) events_[event.id] = &event;
  }

  [[nodiscard]] std::string article(const std::string& id) const {
    const auto* article = index_.article(id);
    return article == nullptr ? id : article->file + (article->title.empty() ? "" : ", “" + article->title + "”");
  }
  [[nodiscard]] std::string source(const std::string& id) const { return index_.source_name(id); }
  [[nodiscard]] std::string place(const std::string& id) const {
    const auto* place = index_.place(id);
    return place == nullptr ? id : place->name + " [" + id + "]";
  }
  [[nodiscard]] std::string claim(const std::string& id) const {
    const auto* claim = index_.claim(id);
    if (claim == nullptr) return id;
    const auto* article = index_.article(claim->article);
    return std::string(claims::kind_words(claim->kind)) + ", " + claims::to_string(claim->status) + ": “" + claims::first_words(claim->quote.exact, kQuoteWords) + "” (" +
           (article == nullptr ? claim->article : article->file) + ") [" + id + "]";
  }
  [[nodiscard]] std::string event(const std::string& id) const {
    const auto found = events_.find(id);
    if (found == events_.end()) return id;
    const auto& event = *found->second;
    const auto* claim = event.claims.empty() ? nullptr : index_.claim(event.claims.front());
    return "#" + std::to_string(event.number) + " " + claims::kind_words(event.kind) + ", " + claims::to_string(event.status) + (claim == nullptr ? "" : ": “" + claims::first_words(claim->quote.exact, kQuoteWords) + "”");
  }

 private:
  claims::LedgerIndex index_;
  std::map<std::string, const claims::Event*> events_;
};

using NameOf = std::string (Names::*)(const std::string&) const;

struct Lists {
  const Names& before;
  const Names& after;
  std::string out;

  void add(const char* title, const claims::ListDiff& diff, NameOf name) {
    if (diff.empty()) return;
    heading(title, diff.added.size(), diff.removed.size(), diff.changed.size());
    for (const auto& id : diff.removed) out += "  - " + (before.*name)(id) + "\n";
    for (const auto& id : diff.added) out += "  + " + (after.*name)(id) + "\n";
    for (const auto& change : diff.changed) {
      out += "  ~ " + (after.*name)(change.new_id) + "\n";
      for (const auto& field : change.fields) out += "      " + field.field + ": " + value_words(field.before) + " -> " + value_words(field.after) + "\n";
    }
  }

  template <typename Record, typename Words>
  void add_plain(const char* title, const std::vector<Record>& added, const std::vector<Record>& removed, Words&& words) {
    if (added.empty() && removed.empty()) return;
    heading(title, added.size(), removed.size(), 0);
    for (const auto& record : removed) out += "  - " + words(record) + "\n";
    for (const auto& record : added) out += "  + " + words(record) + "\n";
  }

 private:
  void heading(const char* title, std::size_t added, std::size_t removed, std::size_t changed) {
    std::vector<std::string> parts;
    if (added != 0) parts.push_back(std::to_string(added) + " added");
    if (removed != 0) parts.push_back(std::to_string(removed) + " removed");
    if (changed != 0) parts.push_back(std::to_string(changed) + " changed");
    out += std::string(title) + ": " + claims::join(parts, ", ") + "\n";
  }
};

Json to_json(const claims::ListDiff& diff) {
  Json changed = Json::array();
  for (const auto& change : diff.changed) {
    Json fields = Json::array();
    const auto parsed = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json::parse(text); };
    for (const auto& field : change.fields) fields.push_back({{"field", field.field}, {"before", parsed(field.before)}, {"after", parsed(field.after)}});
    changed.push_back({{"old", change.old_id}, {"new", change.new_id}, {"fields", fields}});
  }
  return {{"added", diff.added}, {"removed", diff.removed}, {"changed", changed}};
}

Json to_json(const std::vector<claims::Conflict>& conflicts) {
  Json list = Json::array();
  for (const auto& conflict : conflicts) list.push_back({{"kind", claims::to_string(conflict.kind)}, {"text", conflict.text}, {"claims", conflict.claims}});
  return list;
}

Json to_json(const std::vector<claims::Pin>& pins) {
  Json list = Json::array();
  for (const auto& pin : pins) list.push_back({{"surface", pin.surface}, {"article", pin.article}, {"place", pin.place}});
  return list;
}

}  // namespace

std::string diff_text(const claims::Ledger& before, const claims::Ledger& after, const claims::LedgerDiff& diff) {
  const Names old_names(before), new_names(after);
  Lists lists{old_names, new_names, {}};
  lists.add("stories", diff.articles, &Names::article);
  lists.add("claims", diff.claims, &Names::claim);
  lists.add("events", diff.events, &Names::event);
  lists.add_plain("conflicts", diff.conflicts_added, diff.conflicts_removed, [](const claims::Conflict& conflict) { return std::string(claims::to_string(conflict.kind)) + ": " + conflict.text; });
  lists.add("sources", diff.sources, &Names::source);
  lists.add("places", diff.places, &Names::place);
  lists.add_plain("pins", diff.pins_added, diff.pins_removed, [](const claims::Pin& pin) { return pin.surface + " = " + pin.place + (pin.article.empty() ? "" : " in " + pin.article); });
  if (diff.reordered) lists.out += "the same records, in another order or linked otherwise\n";
  return lists.out;
}

std::string diff_json(const claims::LedgerDiff& diff) {
  const Json object = {{"same", diff.empty()},
                       {"articles", to_json(diff.articles)},
                       {"sources", to_json(diff.sources)},
                       {"places", to_json(diff.places)},
                       {"claims", to_json(diff.claims)},
                       {"events", to_json(diff.events)},
                       {"conflicts", {{"added", to_json(diff.conflicts_added)}, {"removed", to_json(diff.conflicts_removed)}}},
                       {"pins", {{"added", to_json(diff.pins_added)}, {"removed", to_json(diff.pins_removed)}}},
                       {"reordered", diff.reordered}};
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace dateline::pipeline
