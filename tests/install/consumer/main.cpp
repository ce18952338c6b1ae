#include <geo/lonlat.hpp>
#include <claims/words.hpp>

#include <iostream>

int main() {
  using namespace dateline::geo;
  const auto distance = great_circle_distance(LonLat::checked(Lon(131.9), Lat(43.1)), LonLat::checked(Lon(135.1), Lat(48.5)));
  std::cout << dateline::claims::format_number(static_cast<int>(distance.value() / 1000)) << " km\n";
  return distance.value() > 600'000 && distance.value() < 700'000 ? 0 : 1;
}
