#include "claims/detail/group_clusters.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "claims/detail/group_match.hpp"

namespace dateline::claims::detail {

namespace {

// Clusters a claim is compared with. Ten thousand reports that say no more than "troops moved in the country" would cost
// their square otherwise; the latest clusters in the order of specificity are the ones that are as vague as the claim.
constexpr std::size_t kMostCandidates = 512;
// Members of a cluster that a claim is compared with: the most specific ones decide, the rest say the same.
constexpr std::size_t kMostMembers = 24;
constexpr int kDaysOfMonth = 31;

using BucketKey = std::tuple<ClaimKind, StatusClass>;

bool more_specific(const Features* a, const Features* b) {
  if (a->specificity != b->specificity) return a->specificity > b->specificity;
  const int a_first = a->when ? a->when->first : 0;
  const int b_first = b->when ? b->when->first : 0;
  if (a_first != b_first) return a_first < b_first;
  return a->claim->id < b->claim->id;
}

/// FNV-1a over the parts of a key. Two keys of one hash would only mean a few comparisons more.
class KeyHash {
 public:
  KeyHash& add(std::string_view text) noexcept {
    for (const char c : text) mix(static_cast<unsigned char>(c));
    mix(0xFF);  // no byte of UTF-8: keeps "ab" + "c" apart from "a" + "bc"
    return *this;
  }
  KeyHash& add(std::int64_t number) noexcept {
    for (int shift = 0; shift < 64; shift += 8) mix(static_cast<unsigned char>(static_cast<std::uint64_t>(number) >> shift));
    return *this;
  }
  [[nodiscard]] std::uint64_t value() const noexcept { return hash_; }

 private:
  void mix(unsigned char byte) noexcept { hash_ = (hash_ ^ byte) * 0x100000001B3U; }
  std::uint64_t hash_ = 0xCBF29CE484222325U;
};

/// Clusters by what their members say, for one bucket.
class Index {
 public:
  void add(const Features& claim, std::size_t cluster) {
    make_keys(claim, Side::Stored);
    for (const std::uint64_t key : keys_) {
      auto& entries = clusters_[key];
      if (entries.empty() || entries.back() != cluster) entries.push_back(cluster);
    }
  }

  /// Clusters that may fit, in order, each once; valid until the next call.
  [[nodiscard]] const std::vector<std::size_t>& candidates(const Features& claim) {
    make_keys(claim, Side::Asked);
    found_.clear();
    for (const std::uint64_t key : keys_) {
      const auto list = clusters_.find(key);
      if (list == clusters_.end()) continue;
      const auto& entries = list->second;
      const std::size_t count = std::min(entries.size(), kMostCandidates);
      found_.insert(found_.end(), entries.end() - static_cast<std::ptrdiff_t>(count), entries.end());
    }
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return found_;
  }

 private:
  enum class Side { Stored, Asked };
  static constexpr std::int64_t kAnyTime = -1, kAllTimes = -2;

  /// Months a time touches, "any" for none or a long or yearless one. Stored under all of them and "all"; a claim without a time asks
  /// for "all", one with a time for its months and for "any".
  void make_times(const Features& claim, Side side) {
    times_.clear();
    const bool dated = claim.when && claim.when->year_known && claim.when->last - claim.when->first <= 2 * kDaysOfMonth;
    if (dated) {
      for (int month = claim.when->first / kDaysOfMonth; month <= claim.when->last / kDaysOfMonth; ++month) times_.push_back(month);
    }
    if (side == Side::Stored) times_.push_back(kAllTimes);
    if (!dated && side == Side::Stored) times_.push_back(kAnyTime);
    if (side == Side::Asked) times_.push_back(dated ? kAnyTime : kAllTimes);
  }

  void add_subject(std::string_view kind, std::string_view what = {}) { subjects_.push_back(KeyHash().add(kind).add(what).value()); }

  void make_subjects(const Features& claim, Side side) {
    subjects_.clear();
    bool town = false;
    for (const PlaceRecord* place : claim.places) {
      if (place->kind == "city" || place->kind == "site") {
        town = true;
        add_subject("town", place->id);
      }
    }
    for (const PlaceRecord* place : claim.places) {
      const std::string_view country = place->country.empty() ? std::string_view("sea") : std::string_view(place->country);
      if (side == Side::Stored || !town) add_subject("in", country);
      if (side == Side::Stored ? !town : town) add_subject("wide", country);
      if (place->country.empty() || place->kind == "region") add_subject("sea");
    }
    const auto& quantity = claim.claim->quantity;
    if (quantity && quantity->low > 0) subjects_.push_back(KeyHash().add("number").add(static_cast<std::int64_t>(quantity->low)).value());
    if (!claim.described.empty()) add_subject("at", claim.described);
    if (side == Side::Asked && !claim.places.empty()) add_subject("sea");  // a sea or region may hold any town
    add_subject("from", claim.root);
    if (claim.when && (claim.places.empty() || side == Side::Stored)) add_subject("when");
  }

  void make_keys(const Features& claim, Side side) {
    // a claim that does not say whose troops they are may fit any nation's, and the other way round
    const std::string_view nations[] = {side == Side::Asked && claim.nationality.empty() ? "*" : std::string_view(claim.nationality), side == Side::Stored ? "*" : ""};
    const std::size_t nation_count = side == Side::Asked && claim.nationality.empty() ? 1 : 2;
    make_times(claim, side);
    make_subjects(claim, side);
    keys_.clear();
    for (const std::uint64_t subject : subjects_) {
      for (const std::int64_t time : times_) {
        for (std::size_t i = 0; i < nation_count; ++i) keys_.push_back(KeyHash().add(nations[i]).add(static_cast<std::int64_t>(subject)).add(time).value());
      }
    }
  }

  std::unordered_map<std::uint64_t, std::vector<std::size_t>> clusters_;  // only asked, never walked
  std::vector<std::uint64_t> subjects_, keys_;
  std::vector<std::int64_t> times_;
  std::vector<std::size_t> found_;
};

/// How well the claim fits; 0 if it does not.
int fit(const Features& claim, const Cluster& cluster) {
  int best = 0;
  for (std::size_t i = 0; i < std::min(cluster.size(), kMostMembers); ++i) {
    const Match found = match(*cluster[i], claim);
    if (found.contradicts) return 0;
    if (found.anchored) best = std::max(best, found.support);
  }
  return best >= kEnoughSupport ? best : 0;
}

void cluster_bucket(std::vector<const Features*>& claims, std::vector<Cluster>& clusters) {
  std::sort(claims.begin(), claims.end(), more_specific);
  Index index;
  for (const Features* claim : claims) {
    std::size_t best = clusters.size();
    int best_fit = 0;
    for (const std::size_t candidate : index.candidates(*claim)) {
      const int found = fit(*claim, clusters[candidate]);
      if (found > best_fit) {
        best = candidate;
        best_fit = found;
      }
    }
    if (best == clusters.size()) clusters.emplace_back();
    clusters[best].push_back(claim);
    index.add(*claim, best);
  }
}

}  // namespace

std::vector<Cluster> cluster(const std::vector<Features>& features) {
  std::map<BucketKey, std::vector<const Features*>> buckets;
  for (const Features& claim : features) buckets[{claim.claim->kind, claim.status}].push_back(&claim);
  std::vector<Cluster> clusters;
  for (auto& [key, claims] : buckets) cluster_bucket(claims, clusters);
  return clusters;
}

}  // namespace dateline::claims::detail
