#include "claims/force_words.hpp"
#include "claims/detail/conflict_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>
#include <set>

namespace dateline::claims::detail {

namespace {

/// What happened to the force, with the preposition of its place.
struct DeedWords {
  const char* deed;         ///< "sent"
  const char* plan;         ///< "to be sent"
  const char* preposition;  ///< of the place
};

DeedWords words_of(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::Movement: return {"sent", "to be sent", "to"};
    case ClaimKind::Withdrawal: return {"withdrawn", "to be withdrawn", "from"};
    case ClaimKind::Basing: return {"based", "to be based", "at"};
    case ClaimKind::Presence: return {"present", "to be present", "in"};
    case ClaimKind::Mobilisation: return {"called up", "to be called up", "in"};
    case ClaimKind::Transfer: break;
  }
  return {"delivered", "to be delivered", "to"};
}

std::string plain_number(double value) {
  constexpr double kMillion = 1e6;
  if (value >= kMillion && std::fmod(value, kMillion / 10) < 0.5) {
    const auto tenths = static_cast<long long>(value / (kMillion / 10));
    return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) + " million";
  }
  std::string digits = std::to_string(static_cast<long long>(value));
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

/// "dozens of": words that stand for a range nobody meant to the digit.
std::string collective(const std::string& qualifier) {
  for (const char* word : {"dozens", "hundreds", "thousands"}) {
    if (qualifier == word) return qualifier + " of";
  }
  return qualifier == "tens-of-thousands" ? "tens of thousands of" : "";
}

/// "1 May 2031", "August 2022"; what is neither day nor month comes back as it is.
std::string plain_date(const std::string& edtf) {
  constexpr std::array kMonths{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
  const bool day = edtf.size() == 10;
  if ((!day && edtf.size() != 7) || edtf[4] != '-') return edtf;
  const auto two = [&](std::size_t at) { return std::isdigit(static_cast<unsigned char>(edtf[at])) != 0 && std::isdigit(static_cast<unsigned char>(edtf[at + 1])) != 0 ? 10 * (edtf[at] - '0') + edtf[at + 1] - '0' : 0; };
  const int month = two(5);
  if (month < 1 || month > 12 || (day && (edtf[7] != '-' || two(8) == 0))) return edtf;
  const std::string year = edtf.starts_with("XXXX") ? "" : " " + edtf.substr(0, 4);
  return (day ? std::to_string(two(8)) + " " : "") + kMonths[static_cast<std::size_t>(month - 1)] + year;
}

}  // namespace

Words::Words(const Ledger& ledger) {
  for (const SourceRecord& source : ledger.sources) sources_.emplace(source.id, &source);
  for (const ArticleRecord& article : ledger.articles) articles_.emplace(article.id, &article);
}

std::string Words::source(const std::string& id) const {
  const auto found = sources_.find(id);
  return found == sources_.end() ? id : found->second->name;
}

std::string Words::voice(const Features& claim) const {
  return claim.root.empty() ? outlet(claim) : source(claim.root);
}

std::string Words::outlet(const Features& claim) const {
  const auto found = articles_.find(claim.claim->article);
  if (found == articles_.end()) return claim.claim->article;
  const ArticleRecord& article = *found->second;
  if (!article.publisher.empty()) return article.publisher;
  const std::size_t slash = article.file.rfind('/');
  return slash == std::string::npos ? article.file : article.file.substr(slash + 1);
}

std::string Words::number(const Claim& claim) {
  const std::string text = bare_number(claim);
  return claim.quantity && claim.quantity->additional ? text + " more" : text;
}

std::string Words::told_on(const Features& claim) const {
  const std::string& day = claim.claim->reported_on;
  if (day.size() == 10) return plain_date(day);
  const auto found = articles_.find(claim.claim->article);
  return found == articles_.end() || found->second->published.empty() ? outlet(claim) : plain_date(found->second->published);
}

std::string Words::bare_number(const Claim& claim) {
  if (!claim.quantity) return {};
  const QuantityOf& quantity = *claim.quantity;
  std::string text = plain_number(quantity.low);
  if (const std::string word = collective(quantity.qualifier); !word.empty()) text = word.substr(0, word.size() - 3);
  else if (!quantity.high) text = (quantity.qualifier == "at-least" ? "at least " : "more than ") + text;
  else if (quantity.qualifier == "up-to") text = "up to " + plain_number(*quantity.high);
  else if (*quantity.high != quantity.low) text += " to " + plain_number(*quantity.high);
  else if (quantity.qualifier == "about") text = "about " + text;
  return text;
}

std::string Words::time(const Claim& claim) {
  if (!claim.when) return {};
  const std::string& edtf = claim.when->edtf;
  if (edtf.ends_with("/..")) return "since " + plain_date(edtf.substr(0, edtf.size() - 3));
  if (edtf.starts_with("../")) return "until " + plain_date(edtf.substr(3));
  const std::size_t slash = edtf.find('/');
  if (slash == std::string::npos) return plain_date(edtf);
  return plain_date(edtf.substr(0, slash)) + " to " + plain_date(edtf.substr(slash + 1));
}

std::string Words::places(const Features& claim) {
  std::vector<std::string> names;
  for (const PlaceRecord* place : claim.places) names.push_back(place->name);
  return join_and(names);
}

std::string Words::subject(const Cluster& cluster, Naming naming) {
  const auto first = [&](auto&& states) {
    const auto found = std::find_if(cluster.begin(), cluster.end(), [&](const Features* f) { return states(*f); });
    return found == cluster.end() ? nullptr : *found;
  };
  const Features& leader = *cluster.front();
  const bool goods = leader.claim->kind == ClaimKind::Transfer;
  const Features* counted = naming == Naming::WithoutNumber ? nullptr : first([](const Features& f) { return f.claim->quantity && f.claim->quantity->low > 0; });
  const Features* typed = first([&](const Features& f) { return goods ? !f.claim->materiel.empty() : f.claim->force && !f.claim->force->type.empty(); });
  const Features* placed = naming == Naming::WithoutPlace ? nullptr : first([](const Features& f) { return !f.places.empty(); });
  std::string thing = goods ? "materiel" : people_words("");
  if (typed != nullptr) thing = goods ? typed->claim->materiel : people_words(typed->claim->force->type);
  std::string text;
  if (counted != nullptr) {
    const QuantityOf& quantity = *counted->claim->quantity;
    const bool whole = goods || quantity.unit.empty() || quantity.unit == "persons";
    const std::string of = collective(quantity.qualifier).empty() ? " " : " of ";
    text = (naming == Naming::WithoutAddition ? bare_number(*counted->claim) : number(*counted->claim)) + of + (goods && typed == nullptr && !quantity.unit.empty() ? quantity.unit : whole ? thing : quantity.unit);
  } else {
    text = thing;
  }
  const DeedWords words = words_of(leader.claim->kind);
  text += std::string(" ") + (leader.status == StatusClass::Plan ? words.plan : words.deed);
  if (placed != nullptr) text += std::string(" ") + words.preposition + " " + places(*placed);
  return text;
}

std::string join_and(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
    text += items[i];
  }
  return text;
}

std::string list_statements(const std::vector<Statement>& statements, const Words& words, Voice named) {
  const auto voice_of = [&](const Features& claim) { return named == Voice::Outlet ? words.outlet(claim) : words.voice(claim); };
  std::map<std::string, std::set<std::string>> values_of;  // by voice
  for (const auto& [value, claim] : statements) values_of[voice_of(*claim)].insert(value);
  std::vector<std::pair<std::string, std::vector<std::string>>> values;
  for (const auto& [value, claim] : statements) {
    auto found = std::find_if(values.begin(), values.end(), [&, key = value](const auto& entry) { return entry.first == key; });
    if (found == values.end()) found = values.insert(values.end(), {value, {}});
    std::string voice = voice_of(*claim);
    // who corrects itself is told apart from itself by the day, or by the story
    if (values_of[voice].size() > 1) voice += ", " + words.told_on(*claim);
    if (std::find(found->second.begin(), found->second.end(), voice) == found->second.end()) found->second.push_back(voice);
  }
  std::string text;
  for (const auto& [value, voices] : values) text += (text.empty() ? "" : ", ") + value + " (" + join_and(voices) + ")";
  return text;
}

}  // namespace dateline::claims::detail
