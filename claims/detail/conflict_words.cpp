#include "claims/detail/conflict_words.hpp"

#include <algorithm>

namespace dateline::claims::detail {

namespace {

const char* deed_of(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::Movement: return "movement";
    case ClaimKind::Withdrawal: return "withdrawal";
    case ClaimKind::Basing: return "basing";
    case ClaimKind::Presence: return "presence";
    case ClaimKind::Mobilisation: return "mobilisation";
    case ClaimKind::Transfer: break;
  }
  return "delivery";
}

std::string plain_number(double value) {
  std::string digits = std::to_string(static_cast<long long>(value));
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
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
  if (!claim.root.empty()) return source(claim.root);
  const auto found = articles_.find(claim.claim->article);
  if (found == articles_.end()) return claim.claim->article;
  const ArticleRecord& article = *found->second;
  if (!article.publisher.empty()) return article.publisher;
  const std::size_t slash = article.file.rfind('/');
  return slash == std::string::npos ? article.file : article.file.substr(slash + 1);
}

std::string Words::number(const Claim& claim) {
  if (!claim.quantity) return {};
  const QuantityOf& quantity = *claim.quantity;
  std::string text = plain_number(quantity.low);
  if (!quantity.high) text = "more than " + text;
  else if (*quantity.high != quantity.low) text += " to " + plain_number(*quantity.high);
  if (quantity.qualifier == "about") text = "about " + text;
  return text;
}

std::string Words::time(const Claim& claim) {
  if (!claim.when) return {};
  std::string text = claim.when->edtf;
  if (text.ends_with("/..")) return "since " + text.substr(0, text.size() - 3);
  if (text.starts_with("../")) return "until " + text.substr(3);
  if (const std::size_t slash = text.find('/'); slash != std::string::npos) text = text.substr(0, slash) + " to " + text.substr(slash + 1);
  return text;
}

std::string Words::places(const Features& claim) {
  std::vector<std::string> names;
  for (const PlaceRecord* place : claim.places) names.push_back(place->name);
  return join_and(names);
}

std::string Words::subject(const Features& claim) const {
  std::string text = std::string("the ") + (claim.status == StatusClass::Plan ? "planned " : "") + deed_of(claim.claim->kind);
  const Claim& c = *claim.claim;
  if (c.quantity && c.quantity->low > 0) text += " of " + number(c) + (c.quantity->unit.empty() || c.quantity->unit == "persons" ? "" : " " + c.quantity->unit);
  else if (c.force && !c.force->type.empty()) text += " of " + c.force->type;
  else if (!c.materiel.empty()) text += " of " + c.materiel;
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

std::string list_statements(const std::vector<Statement>& statements, const Words& words) {
  std::vector<std::pair<std::string, std::vector<std::string>>> values;
  for (const auto& [value, claim] : statements) {
    auto found = std::find_if(values.begin(), values.end(), [&, key = value](const auto& entry) { return entry.first == key; });
    if (found == values.end()) found = values.insert(values.end(), {value, {}});
    const std::string voice = words.voice(*claim);
    if (std::find(found->second.begin(), found->second.end(), voice) == found->second.end()) found->second.push_back(voice);
  }
  std::string text;
  for (const auto& [value, voices] : values) text += (text.empty() ? "" : ", ") + value + " (" + join_and(voices) + ")";
  return text;
}

}  // namespace dateline::claims::detail
