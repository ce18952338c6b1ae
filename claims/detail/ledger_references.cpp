#include "claims/detail/ledger_references.hpp"

#include <unordered_set>

#include "claims/detail/ledger_reader.hpp"

namespace dateline::claims::detail {

namespace {

/// The ids of one list; only asked, never walked, so that hash order cannot matter.
class Ids {
 public:
  template <typename Record>
  Ids(const char* list, const char* what, const std::vector<Record>& records) : what_(what) {
    const Path path{nullptr, list, 0, false};
    ids_.reserve(records.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (ids_.insert(records[i].id).second) continue;
      const Path element{&path, {}, i, true};
      fail({&element, "id", 0, false}, "the " + std::string(what) + " id \"" + records[i].id + "\" is used twice", "ids are unique; merge the two or rename one");
    }
  }
  void require(const std::string& id, const Path& path) const {
    if (ids_.contains(id)) return;
    fail(path, "there is no " + std::string(what_) + " \"" + id + "\" in the ledger", "add it, or name one that is there");
  }

 private:
  const char* what_;
  std::unordered_set<std::string_view> ids_;
};

struct AllIds {
  Ids articles, sources, places, claims;
};

void check_places(const AllIds& ids, const Path& claim, const char* name, const std::vector<PlaceRef>& refs) {
  const Path list{&claim, name, 0, false};
  for (std::size_t i = 0; i < refs.size(); ++i) {
    const Path element{&list, {}, i, true};
    if (!refs[i].place.empty()) ids.places.require(refs[i].place, {&element, "place", 0, false});
  }
}

template <typename Record>
void check_sources(const AllIds& ids, const Path& claim, const char* name, const std::vector<Record>& records) {
  const Path list{&claim, name, 0, false};
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Path element{&list, {}, i, true};
    ids.sources.require(records[i].source, {&element, "source", 0, false});
  }
}

void check_list(const Ids& ids, const Path& owner, const char* name, const std::vector<std::string>& wanted) {
  const Path list{&owner, name, 0, false};
  for (std::size_t i = 0; i < wanted.size(); ++i) ids.require(wanted[i], {&list, {}, i, true});
}

void check_claim(const AllIds& ids, const Path& path, const Claim& claim) {
  ids.articles.require(claim.article, {&path, "article", 0, false});
  check_places(ids, path, "origin", claim.origin);
  check_places(ids, path, "destination", claim.destination);
  check_places(ids, path, "via", claim.via);
  check_places(ids, path, "at", claim.at);
  check_sources(ids, path, "attribution", claim.attribution);
  check_sources(ids, path, "responses", claim.responses);
}

}  // namespace

void check_references(const Ledger& ledger) {
  const AllIds ids{{"articles", "article", ledger.articles},
                   {"sources", "source", ledger.sources},
                   {"places", "place", ledger.places},
                   {"claims", "claim", ledger.claims}};
  const Path claims{nullptr, "claims", 0, false};
  for (std::size_t i = 0; i < ledger.claims.size(); ++i) check_claim(ids, {&claims, {}, i, true}, ledger.claims[i]);
  const Path events{nullptr, "events", 0, false};
  for (std::size_t i = 0; i < ledger.events.size(); ++i) {
    const Path path{&events, {}, i, true};
    check_list(ids.claims, path, "claims", ledger.events[i].claims);
    check_list(ids.sources, path, "origins", ledger.events[i].origins);
    check_list(ids.articles, path, "outlets", ledger.events[i].outlets);
  }
  const Ids event_ids("events", "event", ledger.events);
  const Path conflicts{nullptr, "conflicts", 0, false};
  for (std::size_t i = 0; i < ledger.conflicts.size(); ++i) {
    check_list(ids.claims, {&conflicts, {}, i, true}, "claims", ledger.conflicts[i].claims);
  }
  const Path pins{nullptr, "pins", 0, false};
  for (std::size_t i = 0; i < ledger.pins.size(); ++i) {
    const Path path{&pins, {}, i, true};
    if (!ledger.pins[i].article.empty()) ids.articles.require(ledger.pins[i].article, {&path, "article", 0, false});
  }
}

}  // namespace dateline::claims::detail
