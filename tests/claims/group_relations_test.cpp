#include <catch2/catch.hpp>

#include "claims/detail/group_match.hpp"
#include "claims/detail/group_places.hpp"
#include "claims/detail/group_time.hpp"
#include "tests/claims/group_builder.hpp"

using namespace dateline;
using namespace dateline::claims;
using namespace dateline::claims::detail;

namespace {

TimeRelation relate(const char* a, const char* b) { return relate_times(parse_day_range(a), parse_day_range(b)); }

int days(const char* edtf) {
  const auto range = parse_day_range(edtf);
  return range ? range->last - range->first + 1 : 0;
}

}  // namespace

TEST_CASE("EDTF dates cover their days, ends included", "[claims]") {
  CHECK(days("2031-05-06") == 1);
  CHECK(days("2031-05-06~") == 1);
  CHECK(days("2028-02") == 29);
  CHECK(days("2031") == 365);
  CHECK(days("2031-05-01/2031-05-04") == 4);
  CHECK(days("2031-24") == 91);  // into February 2032
  CHECK(days("2031-05-06T10:00:00") == 1);
  for (const char* bad : {"", "../..", "XXXX", "2031-13-01", "2031-02-30", "May", "2031-05-04/2031-05-01", "/"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_day_range(bad));
  }
}

TEST_CASE("times relate as people read them", "[claims]") {
  CHECK(relate("2031-05-01/2031-05-04", "2031-05-01/2031-05-04") == TimeRelation::Equal);
  CHECK(relate("2031-05", "2031-05-31") == TimeRelation::Overlap);
  CHECK(relate("2031-05", "2031-06") == TimeRelation::Disjoint);
  CHECK(relate("2030-08/..", "2031-05-06") == TimeRelation::Overlap);
  CHECK(relate("2030-08/..", "2030-07") == TimeRelation::Disjoint);
  CHECK(relate("XXXX-05-01/XXXX-05-04", "2031-05-01/2031-05-04") == TimeRelation::Equal);
  CHECK(relate("XXXX-05-01", "2031-06-01") == TimeRelation::Disjoint);
  CHECK(relate("XXXX-05-01", "2030-01/..") == TimeRelation::Unknown);
  CHECK(relate("", "2031") == TimeRelation::Unknown);
}

TEST_CASE("places hold what lies in them", "[claims]") {
  const auto all = samples::places();
  const auto find = [&](const char* id) -> const PlaceRecord& { return *std::find_if(all.begin(), all.end(), [&](const auto& p) { return p.id == id; }); };
  CHECK(place_contains(find("Ruritania"), find("Port Sorrow")));
  CHECK(place_contains(find("Ruritania"), find("Coast")));
  CHECK(place_contains(find("Coast"), find("Port Sorrow")));
  CHECK(place_contains(find("Marchland"), find("Marchtown")));
  CHECK_FALSE(place_contains(find("Port Sorrow"), find("Coast")));
  CHECK_FALSE(place_contains(find("Freedonia"), find("Port Sorrow")));
  CHECK_FALSE(place_contains(find("Port Sorrow"), find("Strelsau")));
  // a foreign town inside the box of a region of another country
  CHECK_FALSE(place_contains(find("Coast"), samples::place("Enclave", "city", "FR", 17, 50)));
}

TEST_CASE("a region across the date line holds both of its sides", "[claims]") {
  const auto region = samples::place("Far Islands", "region", "", 180, 0, "", geo::Box{170, -20, -160, 20});
  CHECK(place_contains(region, samples::place("West", "city", "", 175, 0)));
  CHECK(place_contains(region, samples::place("East", "city", "", -165, 0)));
  CHECK_FALSE(place_contains(region, samples::place("Elsewhere", "city", "", 0, 0)));
}

TEST_CASE("numbers relate by their ranges and units", "[claims]") {
  const auto q = [](double low, std::optional<double> high, const char* qualifier = "exact", const char* unit = "persons") {
    return std::optional(QuantityOf{{}, low, high, qualifier, unit, false, Distribution::Total});
  };
  CHECK(relate_quantities(q(500, 500), q(500, 500, "about")) == QuantityRelation::Equal);
  CHECK(relate_quantities(q(24, 99, "dozens"), q(50, 50)) == QuantityRelation::Overlap);
  CHECK(relate_quantities(q(500, std::nullopt, "more-than"), q(900, 900)) == QuantityRelation::Overlap);
  CHECK(relate_quantities(q(500, 500, "about"), q(520, 520)) == QuantityRelation::Overlap);
  CHECK(relate_quantities(q(500, 500), q(900, 900)) == QuantityRelation::Disjoint);
  CHECK(relate_quantities(q(500, 500), q(900, 900, "exact", "shells")) == QuantityRelation::Disjoint);
  CHECK(relate_quantities(q(0, std::nullopt, "more"), q(900, 900)) == QuantityRelation::Unknown);
}
