// The driver as programs meet it: through GDAL's C interface, loaded as a plug-in.
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <catch2/catch.hpp>

#include <cstdlib>
#include <memory>
#include <random>
#include <string>

#include "claims/ledger_json.hpp"
#include "styles/style.hpp"
#include "tests/features/small_ledger.hpp"

using namespace dateline;
using dateline::test::make_place;

namespace {

void start() {
  static const bool started = [] {
    CPLSetConfigOption("GDAL_DRIVER_PATH", DATELINE_DRIVER_FOLDER);
    GDALAllRegister();
    return true;
  }();
  static_cast<void>(started);
}

std::string ledger_text() {
  return claims::to_json(dateline::test::make_movement(make_place("p:fort", "Fort Žižka", "city", 135.1, 48.5, "AA"), {make_place("p:port", "Port", "city", 131.9, 43.1, "AA")}));
}

/// A file in memory, under a name that only this test uses.
class MemoryFile {
 public:
  MemoryFile(std::string name, std::string bytes) : name_("/vsimem/" + std::move(name)), bytes_(std::move(bytes)) {
    VSIFCloseL(VSIFileFromMemBuffer(name_.c_str(), reinterpret_cast<GByte*>(bytes_.data()), bytes_.size(), FALSE));
  }
  ~MemoryFile() { VSIUnlink(name_.c_str()); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  std::string name_;
  std::string bytes_;
};

struct Close {
  void operator()(void* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<void, Close>;

Dataset open(const std::string& name, unsigned flags = GDAL_OF_VECTOR | GDAL_OF_READONLY) {
  start();
  const char* only[] = {"DATELINE", nullptr};
  CPLPushErrorHandler(CPLQuietErrorHandler);
  CPLErrorReset();
  Dataset dataset(GDALOpenEx(name.c_str(), flags, only, nullptr, nullptr));
  CPLPopErrorHandler();
  return dataset;
}

struct Destroy {
  void operator()(void* feature) const { OGR_F_Destroy(static_cast<OGRFeatureH>(feature)); }
};
using Feature = std::unique_ptr<void, Destroy>;

OGRLayerH layer(const Dataset& dataset, const char* name) {
  OGRLayerH found = GDALDatasetGetLayerByName(dataset.get(), name);
  REQUIRE(found != nullptr);
  return found;
}

}  // namespace

TEST_CASE("GDAL opens a ledger under any name, by its content or by the prefix", "[plugin]") {
  start();
  for (const char* name : {"war.ledger.json", "x.bin", "Ž 北京.json"}) {
    const MemoryFile file(name, ledger_text());
    CHECK(open(file.name()));
    CHECK(open("DATELINE:" + file.name()));
  }
}

TEST_CASE("a ledger has its layers, their rows and longitude first", "[plugin]") {
  const MemoryFile file("war.ledger.json", ledger_text());
  const auto dataset = open(file.name());
  REQUIRE(dataset);
  CHECK(GDALDatasetGetLayerCount(dataset.get()) == 7);
  CHECK(std::string(GDALGetMetadataItem(dataset.get(), "CLAIMS", nullptr)) == "1");
  OGRLayerH sites = layer(dataset, "sites");
  CHECK(OGR_L_GetFeatureCount(sites, TRUE) == 2);
  const Feature first(OGR_L_GetNextFeature(sites));
  REQUIRE(first);
  CHECK(OGR_F_GetFieldAsInteger(first.get(), OGR_F_GetFieldIndex(first.get(), "number")) == 7);
  CHECK_THAT(OGR_G_GetX(OGR_F_GetGeometryRef(first.get()), 0), Catch::WithinAbs(131.9, 1e-9));
  CHECK_THAT(OGR_G_GetY(OGR_F_GetGeometryRef(first.get()), 0), Catch::WithinAbs(43.1, 1e-9));
  OGRSpatialReferenceH crs = OGR_L_GetSpatialRef(sites);
  REQUIRE(crs != nullptr);
  CHECK(std::string(OSRGetAuthorityCode(crs, nullptr)) == "4326");
  CHECK(OSRGetAxisMappingStrategy(crs) == OAMS_TRADITIONAL_GIS_ORDER);
  CHECK(OGR_L_GetFeatureCount(layer(dataset, "claims"), TRUE) == 1);
}

TEST_CASE("options choose the events and the layer of arrows", "[plugin]") {
  start();
  auto ledger = dateline::test::make_movement(make_place("p:fort", "Fort", "city", 135.1, 48.5, "AA"), {make_place("p:port", "Port", "city", 131.9, 43.1, "AA")});
  ledger.events[0].status = claims::ClaimStatus::Past;
  const MemoryFile file("past.ledger.json", claims::to_json(ledger));
  const auto mapped = open(file.name());
  CHECK(OGR_L_GetFeatureCount(layer(mapped, "movements"), TRUE) == 0);
  const char* options[] = {"EVENTS=ALL", "ARROWS=YES", nullptr};
  const Dataset all(GDALOpenEx(file.name().c_str(), GDAL_OF_VECTOR, nullptr, options, nullptr));
  REQUIRE(all);
  CHECK(OGR_L_GetFeatureCount(layer(all, "movements"), TRUE) == 1);
  const Feature arrow(OGR_L_GetNextFeature(layer(all, "movement_arrows")));
  REQUIRE(arrow);
  CHECK(OGR_G_GetPointCount(OGR_G_GetGeometryRef(OGR_F_GetGeometryRef(arrow.get()), 0)) == 3);
}

TEST_CASE("filters by place and by value select and are lifted again", "[plugin]") {
  const MemoryFile file("war.ledger.json", ledger_text());
  const auto dataset = open(file.name());
  OGRLayerH sites = layer(dataset, "sites");
  OGR_L_SetSpatialFilterRect(sites, 134, 47, 136, 49);
  CHECK(OGR_L_GetFeatureCount(sites, TRUE) == 1);
  OGR_L_SetSpatialFilter(sites, nullptr);
  CHECK(OGR_L_SetAttributeFilter(sites, "place = 'Fort Žižka'") == OGRERR_NONE);
  CHECK(OGR_L_GetFeatureCount(sites, TRUE) == 1);
  OGR_L_SetAttributeFilter(sites, nullptr);
  CHECK(OGR_L_GetFeatureCount(sites, TRUE) == 2);
}

TEST_CASE("features are styled in the colours of the light theme", "[plugin]") {
  const MemoryFile file("war.ledger.json", ledger_text());
  const auto dataset = open(file.name());
  const Feature line(OGR_L_GetNextFeature(layer(dataset, "movements")));
  REQUIRE(line);
  const auto style = styles::load_style("light", std::string(std::getenv("DATELINE_DATA")));
  CHECK_THAT(std::string(OGR_F_GetStyleString(line.get())), Catch::Contains("PEN(c:" + styles::to_hex(style.color("mark"))));
  CHECK_THAT(std::string(OGR_F_GetStyleString(line.get())), Catch::Contains("t:\"7\""));
}

TEST_CASE("the style is there even when it is to be ignored: QGIS says so and asks for it all the same", "[plugin]") {
  const MemoryFile file("war.ledger.json", ledger_text());
  const auto dataset = open(file.name());
  OGRLayerH sites = layer(dataset, "sites");
  const char* ignored[] = {"OGR_STYLE", nullptr};
  REQUIRE(OGR_L_SetIgnoredFields(sites, ignored) == OGRERR_NONE);
  const Feature site(OGR_L_GetNextFeature(sites));
  REQUIRE(OGR_F_GetStyleString(site.get()) != nullptr);
}

TEST_CASE("writing is refused without a word, as QGIS wants it", "[plugin]") {
  const MemoryFile file("war.ledger.json", ledger_text());
  CHECK_FALSE(open(file.name(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
  CHECK(CPLGetLastErrorType() == CE_None);
}

TEST_CASE("other files are left to other drivers", "[plugin]") {
  for (const char* text : {"", "hello", "{}", "{\"type\":\"FeatureCollection\",\"features\":[]}", "[\"dateline_ledger\"]"}) {
    const MemoryFile file("other.json", text);
    CHECK_FALSE(open(file.name()));
  }
}

TEST_CASE("a ledger that is cut anywhere is an error, never half a ledger", "[plugin]") {
  const std::string whole = ledger_text();
  const std::size_t end = whole.find_last_of('}');
  for (std::size_t length = 100; length <= end; length += 1 + whole.size() / 150) {
    const MemoryFile file("cut.ledger.json", whole.substr(0, length));
    CHECK_FALSE(open(file.name()));
    CHECK(CPLGetLastErrorType() == CE_Failure);
  }
}

TEST_CASE("a damaged ledger is opened or refused and nothing else", "[plugin]") {
  const std::string whole = ledger_text();
  std::mt19937 random(20310503);
  for (int i = 0; i < 400; ++i) {
    std::string damaged = whole;
    for (unsigned n = random() % 4 + 1; n > 0; --n) damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
    const MemoryFile file("damaged.ledger.json", damaged);
    const auto dataset = open(file.name());
    if (!dataset) continue;
    for (int k = 0; k < GDALDatasetGetLayerCount(dataset.get()); ++k) {
      OGRLayerH table = GDALDatasetGetLayer(dataset.get(), k);
      GIntBig count = 0;
      while (const Feature row{OGR_L_GetNextFeature(table)}) ++count;
      CHECK(count == OGR_L_GetFeatureCount(table, TRUE));
    }
  }
}
