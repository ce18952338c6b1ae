#include <algorithm>

#include "base/error.hpp"
#include "base/json_position.hpp"
#include "base/limits.hpp"
#include "base/suggest.hpp"
#include "claims/detail/ledger_reader.hpp"
#include "claims/detail/ledger_readers.hpp"
#include "claims/detail/ledger_references.hpp"
#include "claims/ledger_json.hpp"

namespace dateline::claims {

namespace {

using detail::FieldError;
using detail::Json;
using detail::Path;

[[noreturn]] void fail_at(std::string_view json, std::size_t offset, const std::string& file, const std::string& message, const std::string& hint) {
  InputError error(message, hint);
  error.set_position(position_at(json, std::min(offset, json.size()), file), std::string(line_at(json, std::min(offset, json.size()))));
  throw error;
}

/// Takes each record out of the JSON as soon as it is complete and drops its tree: memory stays near the size of the ledger.
class StreamingReader {
 public:
  /// The parser's callback; false drops the value.
  bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
    using Event = Json::parse_event_t;
    if (depth > limits::max_json_depth) throw FieldError{"", "the JSON is nested too deeply for a ledger", "is this a ledger?"};
    if (event == Event::object_start) open_keys(depth);
    if (event == Event::key) add_key(depth, parsed);
    if (depth == 1 && event == Event::array_start) index_ = 0;
    if (depth == 1 && event == Event::object_start && in_list_) {
      throw FieldError{"/" + list_, "\"" + list_ + "\" must be a list, found an object", "write [ ... ]"};
    }
    const bool complete = event == Event::object_end || event == Event::array_end || event == Event::value;
    if (depth == 2 && complete && in_list_) {
      take(parsed);
      return false;
    }
    return true;
  }

  /// Checks what stands beside the lists.
  Ledger finish(const Json& top) {
    if (!top.is_object()) throw FieldError{"", "expected a ledger, found " + detail::describe_value(top), "a ledger is one JSON object; make one with `dateline extract`"};
    if (!top.contains(detail::kVersionField)) throw FieldError{"", "this is not a ledger: the field \"dateline_ledger\" is missing", "make a ledger with `dateline extract`"};
    const Json& version = top[detail::kVersionField];
    if (version != detail::kVersion) {
      throw FieldError{std::string("/") + detail::kVersionField, "this ledger has version " + detail::describe_value(version) + ", expected \"1\"",
                       "use the version of Dateline that wrote it"};
    }
    std::vector<std::string_view> known{detail::kLists.begin(), detail::kLists.end()};
    known.insert(known.end(), {detail::kVersionField, detail::kSchemaField});
    for (const auto& [key, value] : top.items()) {
      if (std::find(known.begin(), known.end(), key) == known.end()) throw FieldError{"/" + key, "unknown field \"" + key + "\"", did_you_mean(key, known)};
      const bool is_list = std::find(detail::kLists.begin(), detail::kLists.end(), key) != detail::kLists.end();
      if (is_list && !value.is_array()) throw FieldError{"/" + key, "\"" + key + "\" must be a list, found " + detail::describe_value(value), "write [ ... ]"};
    }
    for (const char* list : detail::kLists) {
      if (!top.contains(list)) throw FieldError{"", "the list \"" + std::string(list) + "\" is missing", "add it, as [] if it is empty"};
    }
    detail::check_references(ledger_);
    return std::move(ledger_);
  }

 private:
  void open_keys(int depth) {
    keys_.resize(std::max(keys_.size(), static_cast<std::size_t>(depth) + 2));
    keys_[static_cast<std::size_t>(depth) + 1].clear();
  }

  void add_key(int depth, const Json& parsed) {
    const auto& key = parsed.get_ref<const std::string&>();
    if (depth == 1) {
      list_ = key;
      in_list_ = std::find(detail::kLists.begin(), detail::kLists.end(), key) != detail::kLists.end();
    }
    std::vector<std::string>& seen = keys_[static_cast<std::size_t>(depth)];
    if (std::find(seen.begin(), seen.end(), key) != seen.end()) {
      // JSON readers keep one of two equal fields and disagree on which
      throw FieldError{depth == 1 ? "/" + key : "/" + list_ + "/" + std::to_string(index_), "the field \"" + key + "\" stands there twice", "keep one of the two"};
    }
    constexpr std::size_t kMostFields = 64;  // no record has half as many; the search above stays short
    if (seen.size() >= kMostFields) throw FieldError{"/" + list_, "too many fields in one object", "is this a ledger?"};
    seen.push_back(key);
  }

  void take(const Json& parsed) {
    const Path list{nullptr, list_, 0, false};
    const Path path{&list, {}, index_++, true};
    if (list_ == "articles") read(parsed, path, ledger_.articles);
    else if (list_ == "sources") read(parsed, path, ledger_.sources);
    else if (list_ == "places") read(parsed, path, ledger_.places);
    else if (list_ == "claims") read(parsed, path, ledger_.claims);
    else if (list_ == "events") read(parsed, path, ledger_.events);
    else if (list_ == "conflicts") read(parsed, path, ledger_.conflicts);
    else if (list_ == "pins") read(parsed, path, ledger_.pins);
  }
  template <typename Record>
  static void read(const Json& parsed, const Path& path, std::vector<Record>& records) {
    detail::FieldReader::read(parsed, path, records.emplace_back());
  }

  Ledger ledger_;
  std::string list_;
  std::size_t index_ = 0;
  bool in_list_ = false;
  std::vector<std::vector<std::string>> keys_;  // by depth, of the objects that are open
};

/// The useful half of the library's message: "unexpected '}'; expected string literal".
std::string reason_of(const Json::exception& error) {
  const std::string_view what = error.what();
  const std::size_t dash = what.rfind(" - ");
  const std::size_t bracket = what.rfind("] ");
  if (dash != std::string_view::npos) return std::string(what.substr(dash + 3));
  return std::string(bracket == std::string_view::npos ? what : what.substr(bracket + 2));
}

}  // namespace

Ledger detail::read_carefully(std::string_view json, const std::string& file) {
  if (json.find_first_not_of(" \t\r\n") == std::string_view::npos) fail_at(json, 0, file, "the ledger is empty", "make one with `dateline extract`");
  StreamingReader reader;
  try {
    const Json top = Json::parse(json, [&](int depth, Json::parse_event_t event, Json& parsed) { return reader(depth, event, parsed); });
    return reader.finish(top);
  } catch (const Json::parse_error& error) {
    const std::size_t offset = error.byte > 0 ? error.byte - 1 : 0;
    const std::size_t last = json.find_last_not_of(" \t\r\n");
    if (offset > last) fail_at(json, last, file, "the ledger ends too early", "the file was cut; restore it from a copy or make it again");
    fail_at(json, offset, file, "this is not JSON: " + reason_of(error), "look for a missing comma or quotation mark just before");
  } catch (const Json::out_of_range& error) {
    fail_at(json, 0, file, "a number of the ledger is too large: " + reason_of(error), "no quantity has three hundred digits");
  } catch (const FieldError& error) {
    const Span span = find_json_value(json, error.pointer).value_or(Span{});
    fail_at(json, span.start, file, error.message, error.hint);
  }
}

Ledger ledger_from_json(std::string_view json, const std::string& file) {
  if (json.size() > limits::max_ledger_bytes) fail_at(json, 0, file, "the ledger is larger than " + std::to_string(limits::max_ledger_bytes >> 20U) + " MB", "split it");
  if (auto ledger = detail::read_quickly(json)) return std::move(*ledger);
  return detail::read_carefully(json, file);
}

}  // namespace dateline::claims
