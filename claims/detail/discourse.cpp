#include "claims/detail/discourse.hpp"

namespace dateline::claims::detail {

ForceEntity* Discourse::before(std::size_t offset, std::uint32_t sentence) { return with_country(offset, sentence, {}); }

ForceEntity* Discourse::with_country(std::size_t offset, std::uint32_t sentence, const std::string& country) {
  for (auto entity = forces_.rbegin(); entity != forces_.rend(); ++entity) {
    if (entity->sentence + max_distance < sentence) return nullptr;
    if (entity->span.end > offset || entity->vehicle || entity->rival) continue;
    if (country.empty() || entity->country == country) return &*entity;
  }
  return nullptr;
}

ForceEntity* Discourse::collective(std::size_t offset, std::uint32_t sentence) {
  for (auto entity = forces_.rbegin(); entity != forces_.rend(); ++entity) {
    if (entity->sentence + 1 < sentence) return nullptr;
    if (entity->span.end <= offset && entity->collective) return &*entity;
  }
  return nullptr;
}

ForceEntity* Discourse::vehicles(std::size_t offset, std::uint32_t sentence) {
  for (auto entity = forces_.rbegin(); entity != forces_.rend(); ++entity) {
    if (entity->sentence + 1 < sentence) return nullptr;
    if (entity->span.end <= offset && entity->vehicle) return &*entity;
  }
  return nullptr;
}

bool Discourse::follows_rival(std::size_t offset, std::uint32_t sentence) const {
  for (auto entity = forces_.rbegin(); entity != forces_.rend(); ++entity) {
    if (entity->sentence + 1 < sentence) return false;
    if (entity->span.end <= offset) return entity->rival;
  }
  return false;
}

ForceEntity* Discourse::ship(const std::string& name) {
  for (auto& entity : forces_) {
    if (!entity.name.empty() && entity.name == name) return &entity;
  }
  return nullptr;
}

ForceEntity* Discourse::at(Span span) {
  for (auto entity = forces_.rbegin(); entity != forces_.rend(); ++entity) {
    if (entity->span == span) return &*entity;
    if (entity->span.end < span.start) return nullptr;
  }
  return nullptr;
}

std::optional<Actor> Discourse::actor(std::uint32_t sentence) const {
  if (!actor_ || actor_->sentence + max_distance < sentence) return std::nullopt;
  return actor_->actor;
}

}  // namespace dateline::claims::detail
