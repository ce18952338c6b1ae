#pragma once

#include <string>

#include "gazetteer/detail/store_builder.hpp"
#include "gazetteer/store.hpp"

namespace dateline::gazetteer::fixture {

/// A town of a made-up store.
inline std::uint32_t add_town(detail::StoreBuilder& builder, const char* id, const char* name, double lon, double lat, std::int64_t population,
                              const char* country = "RU", const char* admin1 = "", const char* feature = "PPL") {
  detail::PlaceRow row;
  row.id = id;
  row.name = name;
  row.kind = PlaceKind::City;
  row.feature = feature;
  row.point = geo::LonLat::checked(geo::Lon(lon), geo::Lat(lat));
  row.radius = Meters(2000);
  row.country = country;
  row.admin1 = admin1;
  row.population = population;
  const auto place = builder.add_place(row);
  builder.add_name(place, name, NameKind::Main);
  return place;
}

inline std::uint32_t add_area(detail::StoreBuilder& builder, const char* id, const char* name, PlaceKind kind, const char* country,
                              const char* admin1, geo::Box box) {
  detail::PlaceRow row;
  row.id = id;
  row.name = name;
  row.kind = kind;
  row.feature = kind == PlaceKind::Country ? "PCL" : "ADM1";
  row.point = box.center();
  row.box = box;
  row.radius = Meters(100'000);
  row.country = country;
  row.admin1 = admin1;
  const auto place = builder.add_place(row);
  builder.add_name(place, name, NameKind::Main);
  return place;
}

/// A store of a dozen places that has one of everything.
inline detail::StoreBuilder small_builder() {
  detail::StoreBuilder builder;
  (void)builder.add_source("made up for tests");
  builder.set_credits("Nobody.");
  const auto english = builder.language("en");
  const auto russian = builder.language("ru");
  const auto russia = add_area(builder, "country:RU", "Russia", PlaceKind::Country, "RU", "", {27, 41, -169, 82});
  builder.add_name(russia, "Russian", NameKind::Adjective);
  builder.add_name(russia, "Russians", NameKind::Demonym, no_guard, 0, people_name);
  builder.add_name(russia, "USSR", NameKind::English, needs_capitals, 0, historic_name);
  builder.add_id_alias(russia, 2017370);
  const auto amur = add_area(builder, "admin1:RU.05", "Amur Oblast", PlaceKind::Admin1, "RU", "RU.05", {119, 48, 135, 57});
  builder.add_name(amur, "Amur region", NameKind::English);
  const auto amur_town = add_town(builder, "geonames:2026609", "Blagoveshchensk", 127.5, 50.3, 225'000, "RU", "RU.05", "PPLA");
  builder.add_language_name(amur_town, "ru", "Благовещенск");
  builder.add_language_name(amur_town, "en", "Blagoveshchensk");
  builder.add_name(amur_town, "Благовещенск", NameKind::Alternate, no_guard, russian);
  builder.add_name(amur_town, "Blagoveshchensk", NameKind::English, no_guard, english);
  add_town(builder, "geonames:576116", "Blagoveshchensk", 56, 55, 34'000);
  const auto moscow = add_town(builder, "geonames:524901", "Moscow", 37.6, 55.75, 10'000'000, "RU", "", "PPLC");
  builder.set_capital("RU", moscow);
  add_town(builder, "geonames:5601538", "Moscow", -117, 46.7, 25'000, "US");
  const auto york = add_town(builder, "geonames:5128581", "New York City", -74, 40.7, 8'800'000, "US");
  builder.add_name(york, "New York", NameKind::English);
  const auto california = add_area(builder, "admin1:US.CA", "California", PlaceKind::Admin1, "US", "US.CA", {-124, 32, -114, 42});
  builder.add_name(california, "Calif.", NameKind::Abbreviation, needs_dot);
  builder.add_name(california, "CA", NameKind::Abbreviation, needs_capitals);
  const auto lax = add_area(builder, "admin1:US.LA", "Louisiana", PlaceKind::Admin1, "US", "US.LA", {-94, 29, -89, 33});
  builder.add_name(lax, "La.", NameKind::Abbreviation, needs_dot);
  builder.add_name(lax, "LA", NameKind::Abbreviation, needs_capitals);
  add_town(builder, "cj:00000001", "Uelen", -169.8, 66.16, 700);
  add_town(builder, "cj:00000002", "Lavrentiya", -171, 65.6, 1300);
  add_town(builder, "cj:00000003", "Suva", 178.44, -18.14, 77'000, "FJ");
  add_town(builder, "cj:00000004", "Taveuni", -179.9, -16.8, 9'000, "FJ");
  return builder;
}

inline Store small_store() { return Store::from_bytes(small_builder().build(), "small.dgz"); }

}  // namespace dateline::gazetteer::fixture
