#include "claims/ledger_json.hpp"

#include <algorithm>
#include <set>

#include "claims/detail/ledger_writer.hpp"

namespace dateline::claims {

namespace {

using detail::FieldWriter;
using detail::OrderedJson;

// A ledger holds text from outside only after repair; should a bad byte get in all the same, it must not stop the writing.
constexpr auto kBadBytes = OrderedJson::error_handler_t::replace;

/// Writes the lists of the ledger one element at a time: a tree of the whole ledger would take ten times the file.
class ListWriter {
 public:
  explicit ListWriter(std::string& out) : out_(out) {}

  template <typename Record>
  void list(const char* name, const std::vector<Record>& records) {
    out_ += ",\n  \"" + std::string(name) + "\": [";
    const char* separator = "\n";
    for (Record record : records) {
      out_ += separator;
      separator = ",\n";
      add_indented(FieldWriter::to_object(record).dump(2, ' ', false, kBadBytes));
    }
    out_ += records.empty() ? "]" : "\n  ]";
  }

 private:
  void add_indented(std::string_view element) {
    constexpr std::string_view kIndent = "    ";
    while (true) {
      const std::size_t end = element.find('\n');
      out_ += kIndent;
      out_ += element.substr(0, end);
      if (end == std::string_view::npos) return;
      out_ += '\n';
      element.remove_prefix(end + 1);
    }
  }

  std::string& out_;
};

/// The record with this id. The lists are sorted by id unless a person reordered them.
template <typename Record>
const Record* find_record(const std::vector<Record>& records, const std::string& id) {
  const auto by_id = [](const Record& record, const std::string& wanted) { return record.id < wanted; };
  const auto sorted = std::lower_bound(records.begin(), records.end(), id, by_id);
  if (sorted != records.end() && sorted->id == id) return &*sorted;
  const auto found = std::find_if(records.begin(), records.end(), [&](const Record& record) { return record.id == id; });
  return found == records.end() ? nullptr : &*found;
}

template <typename Record>
OrderedJson resolve(const std::vector<Record>& records, const std::set<std::string>& ids) {
  OrderedJson found = OrderedJson::array();
  for (const std::string& id : ids) {
    if (const Record* record = find_record(records, id)) {
      Record copy = *record;
      found.push_back(FieldWriter::to_object(copy));
    }
  }
  return found;
}

}  // namespace

std::string to_json(const Ledger& ledger) {
  std::string out = "{\n  \"" + std::string(detail::kSchemaField) + "\": \"" + detail::kSchemaName + "\",\n  \"" +
                    detail::kVersionField + "\": \"" + detail::kVersion + "\"";
  out.reserve(out.size() + 3000 * ledger.claims.size());
  ListWriter writer(out);
  writer.list("articles", ledger.articles);
  writer.list("sources", ledger.sources);
  writer.list("places", ledger.places);
  writer.list("claims", ledger.claims);
  writer.list("events", ledger.events);
  writer.list("conflicts", ledger.conflicts);
  writer.list("pins", ledger.pins);
  out += "\n}\n";
  return out;
}

std::string to_json_line(const Ledger& ledger, const Claim& claim) {
  Claim copy = claim;
  OrderedJson object = FieldWriter::to_object(copy);
  std::set<std::string> sources;
  for (const Attribution& attribution : claim.attribution) sources.insert(attribution.source);
  for (const Response& response : claim.responses) sources.insert(response.source);
  std::set<std::string> places;
  for (const auto* refs : {&claim.origin, &claim.destination, &claim.via, &claim.at}) {
    for (const PlaceRef& ref : *refs) places.insert(ref.place);
  }
  if (const ArticleRecord* article = find_record(ledger.articles, claim.article)) {
    ArticleRecord record = *article;
    object["article"] = FieldWriter::to_object(record);
  }
  object["sources"] = resolve(ledger.sources, sources);
  object["places"] = resolve(ledger.places, places);
  for (OrderedJson& place : object["places"]) place.erase("alternatives");
  return object.dump(-1, ' ', false, kBadBytes);
}

}  // namespace dateline::claims
