#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/source_position.hpp"
#include "gazetteer/place.hpp"
#include "geo/box.hpp"

/// The ledger as plain values: what docs/formats/ledger.md and its JSON Schema describe, field by field.
/// Offsets are half-open ranges of Unicode code points of the article's text.
namespace dateline::claims {

/// A stretch of an article's text, in code points.
struct TextSpan {
  std::string text;
  std::size_t start = 0;
  std::size_t end = 0;
  bool operator==(const TextSpan&) const = default;
};

enum class ClaimKind { Movement, Withdrawal, Basing, Presence, Mobilisation, Transfer };
enum class ClaimStatus { Reported, Ongoing, Planned, Conditional, Denied, Past };
enum class SourceKind { Government, Intelligence, Military, Intergovernmental, Media, Expert, Anonymous, OwnReporting };
enum class Relation { Said, Accused, Denied, Cited, Reported, Estimated, CouldNotConfirm };
enum class SpeechMode { Direct, Indirect, Narrator };
enum class Stance { Denies, CannotConfirm, Doubts, Confirms };
enum class Precision { Site, City, Admin, Region, Country };
enum class PlaceMention { Toponym, Descriptive, Metonym, Event };
enum class ReviewState { Unreviewed, Accepted, Edited, Rejected };
enum class ConflictKind { Quantity, Time, Place, Attribution, Denial };

/// Quote with W3C TextQuote and TextPosition selectors: text[start:end] == exact, always.
struct Quote {
  std::string exact, prefix, suffix;
  std::size_t start = 0, end = 0;
  bool operator==(const Quote&) const = default;
};

struct Actor {                ///< who sends, or whose force it is
  TextSpan span;
  std::string entity;         ///< ISO 3166-1 alpha-2 for states, else a source id or empty
  bool operator==(const Actor&) const = default;
};

struct Force {                ///< who moves or is based
  TextSpan span;
  std::string entity;         ///< nationality, ISO code; empty if not stated
  std::string type;           ///< "special forces", "officers", "engineers"; as written, lower case
  std::string echelon_unit;   ///< "brigade"; empty if none
  int echelon_count = 0;
  bool operator==(const Force&) const = default;
};

enum class Distribution { Total, Each };
struct QuantityOf {
  TextSpan span;
  double low = 0;
  std::optional<double> high; ///< absent: open ("more than")
  std::string qualifier;      ///< exact, about, more-than, up-to, dozens, half, ...
  std::string unit;           ///< persons, shells, containers, ships, ...
  bool additional = false;
  Distribution distribution = Distribution::Total;
  bool operator==(const QuantityOf&) const = default;
};

struct PlaceRef {             ///< a place as one claim names it
  TextSpan span;
  std::string place;          ///< id in `places`; empty unless mention is Toponym and resolved
  Precision precision = Precision::City;
  PlaceMention mention = PlaceMention::Toponym;
  std::string qualifier;      ///< "eastern"
  bool operator==(const PlaceRef&) const = default;
};

struct When {
  TextSpan span;
  std::string edtf;           ///< ISO 8601-2; ends inclusive
  std::string precision;      ///< day, week, month, season, year, open
  std::string rule;           ///< id of the rule that read it
  bool operator==(const When&) const = default;
};

struct Cue {                  ///< a word that decided a status
  TextSpan span;
  std::string rule;
  bool operator==(const Cue&) const = default;
};

struct Attribution {
  std::string source;         ///< id in `sources`
  TextSpan span;
  std::string cue;            ///< "said", "according to"
  Relation relation = Relation::Said;
  SpeechMode mode = SpeechMode::Indirect;
  std::string when;           ///< EDTF of the statement, if known
  bool operator==(const Attribution&) const = default;
};

enum class ResponseAbout { This, Earlier };
struct Response {
  std::string source;
  Stance stance = Stance::CannotConfirm;
  std::string when;           ///< EDTF; empty if unknown
  ResponseAbout about = ResponseAbout::This;
  Quote quote;
  bool operator==(const Response&) const = default;
};

struct Review {
  ReviewState state = ReviewState::Unreviewed;
  std::string by, at, note, was;
  bool operator==(const Review&) const = default;
};

struct Credibility {          ///< set by people only
  std::string source;         ///< A..F
  int information = 6;        ///< 1..6
  std::string by;
  bool operator==(const Credibility&) const = default;
};

/// What one story says once.
struct Claim {
  std::string id;
  std::string article;
  Quote quote;
  ClaimKind kind = ClaimKind::Movement;
  ClaimStatus status = ClaimStatus::Reported;
  std::vector<Cue> cues;
  std::optional<Actor> actor;
  std::optional<TextSpan> carrier;
  std::optional<Force> force;
  std::optional<QuantityOf> quantity;
  std::vector<PlaceRef> origin, destination, via, at;
  std::optional<When> when;
  std::string reported_on;    ///< EDTF
  std::string activity;       ///< "training"
  std::string means;          ///< "Russian naval vessels"
  std::string materiel;       ///< "artillery shells and missiles"
  std::vector<Attribution> attribution;  ///< outermost first
  std::vector<Response> responses;
  std::vector<std::string> flags;
  std::vector<std::string> rules;        ///< ids of the rules that made the claim, for explain
  std::optional<Credibility> credibility;
  Review review;
  bool operator==(const Claim&) const = default;
};

struct ArticleRecord {
  std::string id, file, sha256, title, publisher, author, url, archive_url, language;
  std::string published;        ///< YYYY-MM-DD or empty
  std::string published_basis;  ///< option|metadata|text|inferred|none
  std::vector<std::string> flags;
  bool operator==(const ArticleRecord&) const = default;
};

struct SourceRecord {
  std::string id, name;
  SourceKind kind = SourceKind::Media;
  std::string country;
  std::vector<std::string> aliases;
  bool operator==(const SourceRecord&) const = default;
};

struct AlternativeRecord {
  std::string id, name;
  double score = 0;
  std::vector<std::string> reasons;
  bool operator==(const AlternativeRecord&) const = default;
};

struct PlaceRecord {
  std::string id, name, kind;   ///< kind as gazetteer::to_string(PlaceKind)
  double lon = 0, lat = 0;
  std::optional<geo::Box> box;
  double radius_m = 0;
  std::string country, country_name, admin1;
  std::vector<AlternativeRecord> alternatives;  ///< the chosen one first, with its reasons
  bool operator==(const PlaceRecord&) const = default;
};

/// Claims of several stories that say the same; `number` is the badge on the map.
struct Event {
  std::string id;
  int number = 0;
  ClaimKind kind = ClaimKind::Movement;
  ClaimStatus status = ClaimStatus::Reported;
  std::vector<std::string> claims;
  std::vector<std::string> origins;   ///< source ids of independent origins
  std::vector<std::string> outlets;   ///< article ids
  std::vector<std::string> differs;   ///< names of the fields in which its claims differ
  bool operator==(const Event&) const = default;
};

struct Conflict {
  ConflictKind kind = ConflictKind::Quantity;
  std::vector<std::string> claims;
  std::string text;             ///< a sentence a person understands
  bool operator==(const Conflict&) const = default;
};

struct Pin {
  std::string surface, article, place;
  bool operator==(const Pin&) const = default;
};

struct Ledger {
  std::vector<ArticleRecord> articles;
  std::vector<SourceRecord> sources;
  std::vector<PlaceRecord> places;
  std::vector<Claim> claims;
  std::vector<Event> events;
  std::vector<Conflict> conflicts;
  std::vector<Pin> pins;
  bool operator==(const Ledger&) const = default;
};

// Names as they stand in the JSON: to_string(ClaimKind::Mobilisation) == "mobilisation".
[[nodiscard]] const char* to_string(ClaimKind) noexcept;
[[nodiscard]] const char* to_string(ClaimStatus) noexcept;
[[nodiscard]] const char* to_string(SourceKind) noexcept;
[[nodiscard]] const char* to_string(Relation) noexcept;
[[nodiscard]] const char* to_string(SpeechMode) noexcept;
[[nodiscard]] const char* to_string(Stance) noexcept;
[[nodiscard]] const char* to_string(Precision) noexcept;
[[nodiscard]] const char* to_string(PlaceMention) noexcept;
[[nodiscard]] const char* to_string(ReviewState) noexcept;
[[nodiscard]] const char* to_string(ConflictKind) noexcept;
[[nodiscard]] const char* to_string(Distribution) noexcept;
[[nodiscard]] const char* to_string(ResponseAbout) noexcept;

}  // namespace dateline::claims
