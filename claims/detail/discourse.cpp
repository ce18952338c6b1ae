#include "claims/detail/discourse.hpp"

namespace dateline::claims::detail {

ForceEntity& Discourse::add(ForceEntity entity) {
  entity.last_sentence = entity.sentence;
  forces_.push_back(std::move(entity));
  return forces_.back();
}

/// The referent told of last before `offset`, at most `distance` sentences back, that fits.
template <class Fits>
ForceEntity* Discourse::last_before(std::size_t offset, std::uint32_t sentence, std::uint32_t distance, const Fits& fits) {
  std::size_t looked_at = 0;
  for (auto entity = forces_.rbegin(); entity != forces_.rend() && looked_at < max_candidates; ++entity, ++looked_at) {
    if (entity->last_sentence + distance < sentence || entity->span.end > offset) continue;
    if (fits(*entity)) return &*entity;
  }
  return nullptr;
}

void Discourse::set_actor(Actor actor, std::uint32_t sentence, bool leads) {
  if (!leads && actor_ && actor_->leads && actor_->sentence == sentence) return;
  actor_ = LastActor{std::move(actor), sentence, leads};
}

ForceEntity* Discourse::before(std::size_t offset, std::uint32_t sentence) { return with_country(offset, sentence, {}); }

ForceEntity* Discourse::with_country(std::size_t offset, std::uint32_t sentence, const std::string& country) {
  return last_before(offset, sentence, max_distance, [&](const ForceEntity& entity) { return !entity.vehicle && !entity.rival && (country.empty() || entity.country == country); });
}

bool Discourse::tells_soldiers_of(std::size_t offset, std::uint32_t sentence, const std::string& country) {
  return last_before(offset, sentence, sentence, [&](const ForceEntity& entity) { return !entity.weak && !entity.rival && (entity.country == country || entity.actor_text_country == country); }) != nullptr;
}

ForceEntity* Discourse::collective(std::size_t offset, std::uint32_t sentence) {
  return last_before(offset, sentence, 1, [](const ForceEntity& entity) { return entity.collective; });
}

ForceEntity* Discourse::vehicles(std::size_t offset, std::uint32_t sentence) {
  return last_before(offset, sentence, 2, [](const ForceEntity& entity) { return entity.vehicle; });
}

bool Discourse::tells_of_ships(std::size_t offset, std::uint32_t sentence) {
  return last_before(offset, sentence, 2, [](const ForceEntity& entity) { return entity.naval; }) != nullptr;
}

bool Discourse::follows_rival(std::size_t offset, std::uint32_t sentence) {
  const auto* last = last_before(offset, sentence, 1, [](const ForceEntity&) { return true; });
  return last != nullptr && last->rival;
}

ForceEntity* Discourse::ship(const std::string& name) {
  for (auto& entity : forces_) {
    if (!entity.name.empty() && entity.name == name) return &entity;
  }
  return nullptr;
}

ForceEntity* Discourse::at(Span span) {
  std::size_t looked_at = 0;
  for (auto entity = forces_.rbegin(); entity != forces_.rend() && looked_at < max_candidates; ++entity, ++looked_at) {
    if (entity->span == span) return &*entity;
  }
  return nullptr;
}

std::optional<Actor> Discourse::actor(std::uint32_t sentence) const {
  if (!actor_ || actor_->sentence + max_distance < sentence) return std::nullopt;
  return actor_->actor;
}

}  // namespace dateline::claims::detail
