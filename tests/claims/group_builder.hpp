#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "claims/assemble.hpp"

/// Short ways to write claims for grouping tests.
namespace dateline::claims::samples {

inline PlaceRecord place(std::string id, std::string kind, std::string country, double lon, double lat, std::string admin1 = {},
                         std::optional<geo::Box> box = {}) {
  PlaceRecord record;
  record.name = id;
  record.id = std::move(id);
  record.kind = std::move(kind);
  record.country = std::move(country);
  record.admin1 = std::move(admin1);
  record.lon = lon;
  record.lat = lat;
  record.box = box;
  return record;
}

/// A made-up continent: two towns in the Coast region of Ruritania (RU), a border province and its town in Freedonia (FR).
inline std::vector<PlaceRecord> places() {
  return {place("Ruritania", "country", "RU", 10, 50, "", geo::Box{0, 40, 20, 60}),
          place("Coast", "region", "RU", 18, 50, "", geo::Box{15, 45, 20, 55}),
          place("Port Sorrow", "city", "RU", 17, 48, "01"),
          place("Strelsau", "city", "RU", 18, 52, "02"),
          place("Freedonia", "country", "FR", 30, 50),
          place("Marchland", "admin1", "FR", 29, 50, "M"),
          place("Marchtown", "city", "FR", 29.5, 50.5, "M")};
}

inline std::vector<SourceRecord> sources() {
  return {{"agency", "Border Agency", SourceKind::Intelligence, "FR", {}},
          {"ministry", "Ministry of War", SourceKind::Government, "RU", {}},
          {"press", "Freedonian media", SourceKind::Media, "FR", {}},
          {"wire", "Harbour Wire", SourceKind::Media, "FR", {}},
          {"nobody", "an unnamed official", SourceKind::Anonymous, "", {}}};
}

class ClaimBuilder {
 public:
  ClaimBuilder(std::string article, std::string id, ClaimKind kind) {
    claim_.article = std::move(article);
    claim_.id = std::move(id);
    claim_.kind = kind;
    claim_.force = Force{{}, "RU", "troops", "", 0};
    claim_.quote.exact = claim_.id;
    claim_.quote.end = claim_.id.size();
  }
  ClaimBuilder& status(ClaimStatus status) { return claim_.status = status, *this; }
  ClaimBuilder& number(double low, std::string qualifier = "exact") {
    claim_.quantity = QuantityOf{{}, low, low, std::move(qualifier), "persons", false, Distribution::Total};
    return *this;
  }
  ClaimBuilder& more(double low = 0) {
    claim_.quantity = QuantityOf{{}, low, low > 0 ? std::optional(low) : std::nullopt, "", "persons", true, Distribution::Total};
    return *this;
  }
  ClaimBuilder& unit(std::string unit) { return claim_.quantity->unit = std::move(unit), *this; }
  ClaimBuilder& force(std::string type, std::string echelon = {}, int count = 0) {
    claim_.force = Force{{}, "RU", std::move(type), std::move(echelon), count};
    return *this;
  }
  ClaimBuilder& to(const std::string& place) { return add(claim_.destination, place); }
  ClaimBuilder& at(const std::string& place) { return add(claim_.at, place); }
  ClaimBuilder& when(std::string edtf) {
    claim_.when = When{{}, std::move(edtf), "day", ""};
    return *this;
  }
  ClaimBuilder& by(const std::string& source) {
    claim_.attribution.push_back({source, {}, "said", Relation::Said, SpeechMode::Indirect, ""});
    return *this;
  }
  ClaimBuilder& response(const std::string& source, Stance stance, ResponseAbout about = ResponseAbout::This) {
    Quote quote;
    quote.exact = "No";
    quote.end = 2;
    claim_.responses.push_back({source, stance, "", about, quote});
    return *this;
  }
  ClaimBuilder& materiel(std::string goods) { return claim_.materiel = std::move(goods), *this; }
  ClaimBuilder& means(std::string means) { return claim_.means = std::move(means), *this; }
  operator Claim() const { return claim_; }  // NOLINT: lets lists of claims be written plainly

 private:
  ClaimBuilder& add(std::vector<PlaceRef>& refs, const std::string& place) {
    PlaceRef ref;
    ref.place = place;
    refs.push_back(ref);
    return *this;
  }
  Claim claim_;
};

inline ClaimBuilder movement(std::string article, std::string id) { return {std::move(article), std::move(id), ClaimKind::Movement}; }

/// The claims of some stories as extraction would hand them over.
inline std::vector<Extraction> extractions(const std::vector<Claim>& claims, const std::string& published = "2031-05-10") {
  std::vector<Extraction> all;
  for (const Claim& claim : claims) {
    auto found = std::find_if(all.begin(), all.end(), [&](const Extraction& e) { return e.article.id == claim.article; });
    if (found == all.end()) {
      Extraction extraction;
      extraction.article.id = claim.article;
      extraction.article.file = claim.article + ".txt";
      extraction.article.sha256 = std::string(64, claim.article.back());
      extraction.article.published = published;
      extraction.sources = sources();
      extraction.places = places();
      found = all.insert(all.end(), std::move(extraction));
    }
    found->claims.push_back(claim);
  }
  return all;
}

inline Ledger grouped(const std::vector<Claim>& claims) { return assemble(extractions(claims)); }

/// The event that holds the claim.
inline const Event& event_of(const Ledger& ledger, const std::string& claim) {
  return *std::find_if(ledger.events.begin(), ledger.events.end(),
                       [&](const Event& event) { return std::find(event.claims.begin(), event.claims.end(), claim) != event.claims.end(); });
}

inline bool together(const Ledger& ledger, const std::string& a, const std::string& b) { return event_of(ledger, a).id == event_of(ledger, b).id; }

inline std::vector<Conflict> conflicts_of(const Ledger& ledger, ConflictKind kind) {
  std::vector<Conflict> found;
  for (const Conflict& conflict : ledger.conflicts) {
    if (conflict.kind == kind) found.push_back(conflict);
  }
  return found;
}

}  // namespace dateline::claims::samples
