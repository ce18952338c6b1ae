#include "claims/detail/group_clusters.hpp"

#include <algorithm>
#include <map>
#include <tuple>

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

/// Clusters by what their members say, for one bucket.
class Index {
 public:
  void add(const Features& claim, std::size_t cluster) {
    for (std::string& key : keys_of(claim, Side::Stored)) push(std::move(key), cluster);
  }

  /// Clusters that may fit, in order, each once.
  [[nodiscard]] std::vector<std::size_t> candidates(const Features& claim) const {
    std::vector<std::size_t> found;
    for (const std::string& key : keys_of(claim, Side::Asked)) {
      const auto list = clusters_.find(key);
      if (list == clusters_.end()) continue;
      const auto& entries = list->second;
      const std::size_t count = std::min(entries.size(), kMostCandidates);
      found.insert(found.end(), entries.end() - static_cast<std::ptrdiff_t>(count), entries.end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  enum class Side { Stored, Asked };

  void push(std::string&& key, std::size_t cluster) {
    auto& entries = clusters_[std::move(key)];
    if (entries.empty() || entries.back() != cluster) entries.push_back(cluster);
  }

  /// Months a time touches, "any" for none or a long or yearless one. Stored under all of them and "all"; a claim without a time asks
  /// for "all", one with a time for its months and for "any".
  static std::vector<std::string> times_of(const Features& claim, Side side) {
    const bool dated = claim.when && claim.when->year_known && claim.when->last - claim.when->first <= 2 * kDaysOfMonth;
    std::vector<std::string> times;
    if (dated) {
      for (int month = claim.when->first / kDaysOfMonth; month <= claim.when->last / kDaysOfMonth; ++month) times.push_back(std::to_string(month));
    }
    if (side == Side::Stored) times.emplace_back("all");
    if (!dated && side == Side::Stored) times.emplace_back("any");
    if (side == Side::Asked) times.emplace_back(dated ? "any" : "all");
    return times;
  }

  static std::vector<std::string> subjects_of(const Features& claim, Side side) {
    std::vector<std::string> subjects;
    bool town = false;
    for (const PlaceRecord* place : claim.places) {
      if (place->kind == "city" || place->kind == "site") {
        town = true;
        subjects.push_back("town " + place->id);
      }
    }
    for (const PlaceRecord* place : claim.places) {
      const std::string country = place->country.empty() ? "sea" : place->country;
      if (side == Side::Stored || !town) subjects.push_back("in " + country);
      if (side == Side::Stored ? !town : town) subjects.push_back("wide " + country);
      if (place->country.empty() || place->kind == "region") subjects.push_back("sea");
    }
    if (claim.claim->quantity && claim.claim->quantity->low > 0) subjects.push_back("number " + std::to_string(static_cast<std::int64_t>(claim.claim->quantity->low)));
    if (!claim.described.empty()) subjects.push_back("at " + claim.described);
    if (side == Side::Asked && !claim.places.empty()) subjects.emplace_back("sea");  // a sea or region may hold any town
    subjects.push_back("from " + claim.root);
    if (claim.when && (claim.places.empty() || side == Side::Stored)) subjects.emplace_back("when");
    return subjects;
  }

  static std::vector<std::string> keys_of(const Features& claim, Side side) {
    std::vector<std::string> keys;
    for (const std::string& subject : subjects_of(claim, side)) {
      for (const std::string& time : times_of(claim, side)) {
        for (const std::string& nation : nations_of(claim, side)) keys.push_back(nation + "|" + subject + "|" + time);
      }
    }
    return keys;
  }

  /// A claim that does not say whose troops they are may fit any nation's, and the other way round.
  static std::vector<std::string> nations_of(const Features& claim, Side side) {
    if (side == Side::Stored) return {claim.nationality, "*"};
    if (claim.nationality.empty()) return {"*"};
    return {claim.nationality, ""};
  }

  std::map<std::string, std::vector<std::size_t>> clusters_;
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
