// `dateline gazetteer build`: GeoNames' tables and own places on top of a small base.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "article/article.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "gazetteer/build.hpp"
#include "gazetteer/locate.hpp"
#include "store_fixture.hpp"

namespace dateline::gazetteer {
namespace {

namespace fs = std::filesystem;

/// A folder of its own with the small store as base.
class Workshop {
 public:
  Workshop() {
    std::string pattern = (fs::temp_directory_path() / "dateline-build-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    write("base.dgz", fixture::small_builder().build());
    inputs.base = folder_ / "base.dgz";
  }
  ~Workshop() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  fs::path write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }
  BuildReport build(const std::string& name = "out.dgz") {
    NoProgress silent;
    return build_store(inputs, folder_ / name, Overwrite::Allow, silent);
  }
  [[nodiscard]] Store open(const std::string& name = "out.dgz") const { return Store::open(folder_ / name); }
  [[nodiscard]] std::string bytes(const std::string& name) const { return read_file(folder_ / name, std::size_t{1} << 30U); }
  [[nodiscard]] std::vector<std::string> files() const {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(folder_)) out.push_back(entry.path().filename().string());
    std::sort(out.begin(), out.end());
    return out;
  }
  BuildInputs inputs;

 private:
  fs::path folder_;
};

/// A row of GeoNames' 19 columns.
std::string row(const std::string& number, const std::string& name, const std::string& alternates, const std::string& lat, const std::string& lon,
                const std::string& feature, const std::string& country = "RU", const std::string& admin1 = "05", const std::string& population = "0") {
  const auto dot = feature.find('.');
  return number + '\t' + name + '\t' + name + '\t' + alternates + '\t' + lat + '\t' + lon + '\t' + feature.substr(0, dot) + '\t' + feature.substr(dot + 1) +
         '\t' + country + "\t\t" + admin1 + "\t\t\t\t" + population + "\t\t\tAsia/Yakutsk\t2024-01-01\n";
}

std::vector<std::string> ids_of(const Store& store, const std::string& name) {
  std::vector<std::string> out;
  for (const auto& candidate : store.find(name)) out.push_back(store.place(candidate.record).id);
  return out;
}

using Ids = std::vector<std::string>;

TEST_CASE("a dump adds its places to those of the base", "[gazetteer][build]") {
  Workshop shop;
  shop.inputs.dump = shop.write("dump.txt", row("77", "Tygda \"Nova\"", "Тыгда,TYD,tygdah,Tigda", "53.1", "126.3", "P.PPL", "RU", "05", "2400") +
                                                row("78", "Tygda Range", "", "53.5", "126.9", "T.MTS"));
  const auto report = shop.build();
  CHECK(report.added == 2);
  CHECK(report.skipped == 0);
  const auto store = shop.open();
  store.verify();
  const auto base = fixture::small_store();
  CHECK(store.size() == base.size() + 2);
  const auto town = store.find_id("geonames:77");
  REQUIRE(town);
  CHECK(town->name == "Tygda \"Nova\"");
  CHECK(town->kind == PlaceKind::City);
  CHECK(town->country == "RU");
  CHECK(town->country_name == "Russia");
  CHECK(town->admin1_name == "Amur Oblast");
  CHECK(town->population == 2400);
  CHECK(town->source == "GeoNames, dump.txt");
  CHECK(store.find_id("geonames:78")->kind == PlaceKind::Mountain);
  CHECK(ids_of(store, "Тыгда") == Ids{"geonames:77"});
  CHECK(ids_of(store, "TIGDA") == Ids{"geonames:77"});
  // Codes and transliterations in lower case are no names.
  CHECK(ids_of(store, "tyd").empty());
  CHECK(ids_of(store, "tygdah").empty());
  CHECK(shop.files() == Ids{"base.dgz", "dump.txt", "out.dgz"});
}

TEST_CASE("everything in the base is in the new store, under the same names", "[gazetteer][build]") {
  Workshop shop;
  shop.inputs.dump = shop.write("dump.txt", row("77", "Tygda", "", "53.1", "126.3", "P.PPL"));
  (void)shop.build();
  const auto base = fixture::small_store();
  const auto store = shop.open();
  for (std::uint32_t i = 0; i < base.size(); ++i) {
    const auto was = base.place(i);
    const auto is = store.place(i);
    CHECK(is.id == was.id);
    CHECK(is.name == was.name);
    CHECK(is.kind == was.kind);
    CHECK(is.box.has_value() == was.box.has_value());
    CHECK(store.names(i) == base.names(i));
    CHECK(store.find_record(was.id) == i);
  }
  for (const char* name : {"Blagoveshchensk", "Moscow", "New York", "Calif.", "LA", "Russians", "USSR", "Благовещенск"}) CHECK(std::ranges::equal(store.find(name), base.find(name)));
  CHECK(store.has_longer("new"));
  CHECK(store.has_longer("new york"));
  CHECK_FALSE(store.has_longer("moscow"));
  CHECK(store.find_capital("RU") == base.find_capital("RU"));
}

TEST_CASE("rows that are places of the base join them", "[gazetteer][build]") {
  Workshop shop;
  shop.inputs.dump = shop.write("dump.txt", row("2026609", "Blagoveshchensk", "Blago", "50.27", "127.54", "P.PPLA", "RU", "05", "241437") +
                                                row("2027748", "Amur Oblast", "Amurskaya", "53.5", "127.5", "A.ADM1") +
                                                row("555", "Uelen", "Ugelen", "66.159", "-169.81", "P.PPL", "RU", "15", "650"));
  const auto report = shop.build();
  CHECK(report.added == 0);
  CHECK(report.joined == 3);
  const auto store = shop.open();
  CHECK(store.size() == fixture::small_store().size());
  CHECK(store.find_id("geonames:2026609")->population == 241437);
  CHECK(ids_of(store, "blago") == Ids{"geonames:2026609"});
  // The division keeps its id and is found by its number as well.
  CHECK(store.find_id("geonames:2027748")->id == "admin1:RU.05");
  CHECK(store.find_id("geonames:2027748")->point.lat() == Approx(53.5));
  // A town that had no number has one now, and its old id still leads to it.
  CHECK(store.find_id("cj:00000001")->id == "geonames:555");
}

TEST_CASE("names by language keep their tags and flags", "[gazetteer][build]") {
  Workshop shop;
  shop.inputs.dump = shop.write("dump.txt", row("77", "Tygda", "", "53.1", "126.3", "P.PPL"));
  shop.inputs.alternate_names = shop.write("names.txt",
                                           "1\t77\tru\tТыгда\t\t\t\t\t\t\n2\t77\tfr\tTygda-la-Vieille\t\t\t\t1\t\t\n3\t77\tlink\thttps://example.org/Tygda\t\t\t\t\t\t\n"
                                           "4\t77\tpost\tABCD\t\t\t\t\t\t\n5\t77\tzh\t特格达乙\t\t\t\t\t\t\n6\t77\tzh\t特格达\t1\t\t\t\t\t\n7\t99\tde\tFremd\t\t\t\t\t\t\n"
                                           "8\t77\tabbr\tTGD\t\t\t\t\t\t\nnine\tx\n");
  const auto report = shop.build();
  CHECK(report.skipped == 1);
  const auto store = shop.open();
  const auto names = store.names(*store.find_record("geonames:77"));
  CHECK(names == std::vector<LanguageName>{{"ru", "Тыгда"}, {"zh", "特格达"}, {"zh", "特格达乙"}});
  REQUIRE(store.find("Tygda la vieille").size() == 1);
  CHECK(store.find("Tygda la vieille").front().note == historic_name);
  CHECK(store.languages()[store.find("тыгда").front().language] == "ru");
  CHECK(store.find("tgd").front().guards == needs_capitals);
  CHECK(store.find("ABCD").empty());
  CHECK(store.find("Fremd").empty());
}

TEST_CASE("rows that cannot be used are told with their line and skipped", "[gazetteer][build]") {
  Workshop shop;
  shop.inputs.dump = shop.write("dump.txt", row("77", "Tygda", "", "53.1", "126.3", "P.PPL") + "only\tthree\tcells\n" +
                                                row("78", "Nowhere", "", "93.1", "126.3", "P.PPL") + row("x", "Numberless", "", "3", "4", "P.PPL") +
                                                row("79", "Bad \xFF", "", "3", "4", "P.PPL") + row("80", "Good", "", "3", "4", "P.PPL", "RU", "05", "-3"));
  const auto report = shop.build();
  CHECK(report.rows == 6);
  CHECK(report.added == 1);
  CHECK(report.skipped == 5);
  REQUIRE(report.diagnostics.size() == 5);
  CHECK(format_diagnostic(report.diagnostics[0]).find("dump.txt:2:1: warning: the row has 3 columns instead of 19; the row is skipped") != std::string::npos);
  CHECK(report.diagnostics[1].message.find("latitude '93.1'") != std::string::npos);
}

TEST_CASE("of many bad rows the first are told and all are counted", "[gazetteer][build]") {
  Workshop shop;
  std::string rows = row("77", "Tygda", "", "53.1", "126.3", "P.PPL");
  for (int i = 0; i < 1000; ++i) rows += "bad\n";
  shop.inputs.dump = shop.write("dump.txt", rows);
  const auto report = shop.build();
  CHECK(report.skipped == 1000);
  CHECK(report.diagnostics.size() == 20);
}

TEST_CASE("a file that is no dump is refused and nothing is left behind", "[gazetteer][build]") {
  Workshop shop;
  shop.inputs.dump = shop.write("dump.txt", "name,lat,lon\nTygda,53,126\n");
  CHECK_THROWS_AS(shop.build(), InputError);
  CHECK(shop.files() == Ids{"base.dgz", "dump.txt"});
  shop.inputs.dump = shop.write("dump.txt", std::string("PK\3\4rest", 8));
  CHECK_THROWS_WITH(shop.build(), "is a ZIP archive");
}

TEST_CASE("own places come from CSV, with quotes, aliases and kinds", "[gazetteer][build]") {
  Workshop shop;
  shop.inputs.own = {shop.write("bases.csv",
                                "\xEF\xBB\xBFName,LAT,lon,id,aliases,class,country,radius_m,comment\n\"Depot \"\"Four\"\", north\",43.2,131.9,d4,Fourth Depot; The Depot,military_base,ru,2500,x\n"
                                "Camp Larch,43.3,131.8,,,site,,,\nCamp Larch,44,132,,,,,,\nLost,,,,,,,,\nOdd,1,2,,,castle,,,\nTwice,1,2,d4,,,,,\n")};
  const auto report = shop.build();
  CHECK(report.added == 3);
  CHECK(report.skipped == 3);
  CHECK(report.diagnostics[0].position.line == 5);
  const auto store = shop.open();
  const auto depot = store.find_id("own:d4");
  REQUIRE(depot);
  CHECK(depot->name == "Depot \"Four\", north");
  CHECK(depot->kind == PlaceKind::Site);
  CHECK(depot->feature_code == "military_base");
  CHECK(depot->country == "RU");
  CHECK(depot->radius.value() == Approx(2500));
  CHECK(depot->source == "own places, bases.csv");
  CHECK(ids_of(store, "fourth depot") == Ids{"own:d4"});
  CHECK(ids_of(store, "Camp Larch") == Ids{"own:camp-larch", "own:camp-larch-2"});
  CHECK(store.info().credits.find("Own places: bases.csv.") != std::string::npos);
}

TEST_CASE("own places come from GeoJSON points", "[gazetteer][build]") {
  Workshop shop;
  shop.inputs.own = {shop.write("sites.geojson", R"({"type":"FeatureCollection","features":[
    {"type":"Feature","id":7,"properties":{"name":"Range Echo","aliases":["Echo Range","Polygon E"],"kind":"training_ground","country":"RU"},"geometry":{"type":"Point","coordinates":[131.5,43.5,12]}},
    {"type":"Feature","properties":{"name":"A line"},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}},
    {"type":"Feature","properties":null,"geometry":null}]})")};
  const auto report = shop.build();
  CHECK(report.added == 1);
  CHECK(report.skipped == 2);
  const auto store = shop.open();
  CHECK(ids_of(store, "Polygon E") == Ids{"own:7"});
  CHECK(store.find_id("own:7")->point.lon() == Approx(131.5));
  shop.inputs.own = {shop.write("cut.geojson", R"({"type":"FeatureCollection","features":[{"type")")};
  CHECK_THROWS_AS(shop.build(), InputError);
}

TEST_CASE("the same inputs give the same bytes, and a build on a build adds nothing", "[gazetteer][build]") {
  Workshop shop;
  std::string rows;
  for (int i = 0; i < 3000; ++i) {
    rows += row(std::to_string(1000 + i), "Town " + std::to_string(i % 7) + std::string(static_cast<std::size_t>(i % 5), 'x'), "Alias A,Alias B", std::to_string(i % 80),
                std::to_string(i % 170), "P.PPL", "RU", "05", std::to_string(i));
  }
  shop.inputs.dump = shop.write("dump.txt", rows);
  (void)shop.build("a.dgz");
  (void)shop.build("b.dgz");
  CHECK(shop.bytes("a.dgz") == shop.bytes("b.dgz"));
  shop.inputs.base = shop.write("again.dgz", shop.bytes("a.dgz"));
  const auto report = shop.build("c.dgz");
  CHECK(report.added == 0);
  CHECK(report.joined == 3000);
  const auto a = shop.open("a.dgz");
  const auto c = shop.open("c.dgz");
  CHECK(c.size() == a.size());
  CHECK(c.info().names == a.info().names);
  CHECK(std::ranges::equal(c.find("alias a"), a.find("alias a")));
}

TEST_CASE("names of one's own table are found in a text, of several words, with synonyms and lower-case ends", "[gazetteer][build]") {
  Workshop workshop;
  workshop.inputs.own = {workshop.write("own.csv",
                                        "name,lat,lon,kind,aliases\n"
                                        "Novaya Zarya grain terminal,46.6,31.0,port,Terminal Seven\n"
                                        "Checkpoint Kalyna 7,48.4,37.9,border_crossing,KPP\n")};
  (void)workshop.build();
  const Store store = workshop.open();
  const LocateModel model = LocateModel::load(find_data_folder() / "locate");
  const std::string text = "Trucks left the Novaya Zarya grain terminal for Terminal Seven. At Checkpoint Kalyna 7 they stopped; the KPP was shut.";
  std::vector<std::string> found;
  for (const auto& mention : Locator(store, model).locate(text, article::segment(text, {0, text.size()}), {})) {
    REQUIRE_FALSE(mention.alternatives.empty());
    found.push_back(std::string(mention.span.of(text)) + " = " + store.place(mention.alternatives.front().record).id);
  }
  CHECK(found == std::vector<std::string>{"Novaya Zarya grain terminal = own:novaya-zarya-grain-terminal", "Terminal Seven = own:novaya-zarya-grain-terminal",
                                          "Checkpoint Kalyna 7 = own:checkpoint-kalyna-7", "KPP = own:checkpoint-kalyna-7"});
}

}  // namespace
}  // namespace dateline::gazetteer
