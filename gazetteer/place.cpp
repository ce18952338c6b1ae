#include "gazetteer/place.hpp"

namespace dateline::gazetteer {

const char* to_string(PlaceKind kind) noexcept {
  switch (kind) {
    case PlaceKind::Country: return "country";
    case PlaceKind::Admin1: return "admin1";
    case PlaceKind::Admin2: return "admin2";
    case PlaceKind::City: return "city";
    case PlaceKind::Region: return "region";
    case PlaceKind::Continent: return "continent";
    case PlaceKind::Sea: return "sea";
    case PlaceKind::Strait: return "strait";
    case PlaceKind::River: return "river";
    case PlaceKind::Lake: return "lake";
    case PlaceKind::Island: return "island";
    case PlaceKind::Mountain: return "mountain";
    case PlaceKind::Site: return "site";
    case PlaceKind::Bloc: return "bloc";
    case PlaceKind::Metonym: return "metonym";
    case PlaceKind::Other: return "other";
  }
  return "other";
}

}  // namespace dateline::gazetteer
