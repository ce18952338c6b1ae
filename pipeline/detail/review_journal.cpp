#include "pipeline/review_journal.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "base/limits.hpp"

namespace dateline::pipeline {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kVersionField = "dateline_review";
constexpr const char* kVersion = "1";

AppendFile open_journal(const std::string& ledger_file) {
  auto file = AppendFile::open(ReviewJournal::name_for(ledger_file));
  if (file) return std::move(*file);
  OutputError error("another review of this ledger is going on", "finish it first, or wait; two people would overwrite each other");
  error.set_file(ledger_file);
  throw error;
}

template <typename Value>
void set(Json& line, const char* name, const std::optional<Value>& value) {
  if (value) line[name] = *value;
}

Json to_json(const JournalEntry& entry) {
  const claims::ClaimEdit& edit = entry.edit;
  Json line = {{"claim", entry.claim}, {"by", entry.reviewer.by}, {"at", entry.reviewer.at}};
  if (edit.state) line["state"] = claims::to_string(*edit.state);
  set(line, "note", edit.note);
  if (edit.kind) line["kind"] = claims::to_string(*edit.kind);
  if (edit.status) line["status"] = claims::to_string(*edit.status);
  if (edit.quantity) {
    line["quantity"] = nullptr;
    if (const auto& range = *edit.quantity) line["quantity"] = {{"low", range->low}, {"high", range->high ? Json(*range->high) : Json(nullptr)}};
  }
  set(line, "origin", edit.origin);
  set(line, "destination", edit.destination);
  set(line, "via", edit.via);
  set(line, "at_places", edit.at);
  return line;
}

template <typename Value, typename Parse>
void get_word(const Json& line, const char* name, std::optional<Value>& value, Parse&& parse) {
  if (!line.contains(name)) return;
  value = parse(line[name].get<std::string>());
  if (!value) throw InputError("unknown " + std::string(name) + " \"" + line[name].get<std::string>() + "\"");
}

template <typename Value>
void get(const Json& line, const char* name, std::optional<Value>& value) {
  if (line.contains(name)) value = line[name].get<Value>();
}

JournalEntry to_entry(const Json& line) {
  JournalEntry entry{line.at("claim").get<std::string>(), {}, {line.at("by").get<std::string>(), line.at("at").get<std::string>()}};
  claims::ClaimEdit& edit = entry.edit;
  get_word(line, "state", edit.state, claims::parse_review_state);
  get_word(line, "kind", edit.kind, claims::parse_claim_kind);
  get_word(line, "status", edit.status, claims::parse_claim_status);
  get(line, "note", edit.note);
  if (line.contains("quantity")) {
    const Json& range = line["quantity"];
    edit.quantity.emplace();
    if (!range.is_null()) *edit.quantity = claims::ClaimEdit::Range{range.at("low").get<double>(), range.at("high").is_null() ? std::nullopt : std::optional(range.at("high").get<double>())};
  }
  get(line, "origin", edit.origin);
  get(line, "destination", edit.destination);
  get(line, "via", edit.via);
  get(line, "at_places", edit.at);
  return entry;
}

/// What the lines of a journal say together.
struct Contents {
  std::vector<JournalEntry> entries;
  std::string written;

  void take(const Json& line) {
    if (line.contains(kVersionField)) {
      if (line[kVersionField] != kVersion) throw InputError("this journal has another version than \"1\"");
      entries.clear();
      written.clear();
    } else if (line.contains("undo")) {
      if (!entries.empty()) entries.pop_back();
    } else if (line.contains("written")) {
      written = line["written"].get<std::string>();
    } else {
      entries.push_back(to_entry(line));
    }
  }
};

Contents read_lines(std::string_view text, const std::string& file) {
  Contents contents;
  for (std::size_t start = 0, number = 1; start < text.size(); ++number) {
    const std::size_t end = text.find('\n', start);
    try {
      contents.take(Json::parse(text.substr(start, end - start)));
    } catch (const std::exception& problem) {
      InputError error("this line is no decision of a review", "move the journal away to go on without it; the ledger itself is whole");
      error.set_position({file, number, 1}, problem.what());
      throw error;
    }
    start = end + 1;
  }
  return contents;
}

}  // namespace

ReviewJournal::ReviewJournal(const std::string& ledger_file) : file_(open_journal(ledger_file)) {
  std::string text = file_.read(limits::max_ledger_bytes);
  // a line without its end was being written when the program was stopped: that key was never confirmed
  const std::size_t whole = text.rfind('\n') + 1;  // npos + 1 is 0
  if (whole != text.size()) file_.truncate(whole);
  text.resize(whole);
  Contents contents = read_lines(text, name_for(ledger_file));
  entries_ = std::move(contents.entries);
  written_ = std::move(contents.written);
}

std::vector<JournalEntry> ReviewJournal::pending(std::string_view ledger_sha256) const {
  return !written_.empty() && written_ == ledger_sha256 ? std::vector<JournalEntry>{} : entries_;
}

void ReviewJournal::begin(std::string_view ledger_sha256) {
  file_.truncate(0);
  entries_.clear();
  written_.clear();
  file_.append(Json{{kVersionField, kVersion}, {"ledger", ledger_sha256}}.dump() + "\n");
}

void ReviewJournal::add(const JournalEntry& entry) {
  file_.append(to_json(entry).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
  entries_.push_back(entry);
}

void ReviewJournal::undo() {
  file_.append("{\"undo\":true}\n");
  if (!entries_.empty()) entries_.pop_back();
}

void ReviewJournal::written(std::string_view ledger_sha256) { file_.append(Json{{"written", ledger_sha256}}.dump() + "\n"); }

bool has_journal(const std::string& ledger_file) {
  std::error_code ignored;
  if (ledger_file == "-" || !std::filesystem::exists(ReviewJournal::name_for(ledger_file), ignored)) return false;
  return std::filesystem::file_size(ReviewJournal::name_for(ledger_file), ignored) > 0;
}

}  // namespace dateline::pipeline
