#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>
#include <vector>

#include "base/error.hpp"
#include "base/server_limits.hpp"
#include "geo/gzip.hpp"
#include "http_client.hpp"
#include "pipeline/tile_server.hpp"

using namespace dateline;
using namespace dateline::pipeline;
using dateline::testing::HttpClient;
using namespace std::chrono_literals;

namespace {

/// Tiles whose bytes say which they are; groups of 2 x 2; none in column 3 of zoom 2; row 1 of zoom 2 cannot be made.
class WordSource final : public TileSource {
 public:
  explicit WordSource(const std::string& format = "png") {
    info_.metadata.name = "Words";
    info_.metadata.format = format;
    info_.metadata.max_zoom = 5;
    info_.max_scale = format == "png" ? 2 : 1;
    info_.identity = "words";
    if (format == "mvt") info_.metadata.vector_layers = {{"sites", "", {{"name", "String"}}, 0, 5}};
  }
  const TileSetInfo& info() const noexcept override { return info_; }
  geo::TileId group_of(geo::TileId id, int) const override { return {id.zoom, id.x / 2 * 2, id.y / 2 * 2}; }
  std::vector<SourceTile> read_group(geo::TileId id, int scale) const override {
    ++groups;
    std::this_thread::sleep_for(delay);
    if (id.zoom == 2 && id.y == 3) throw std::runtime_error("a broken tile");
    std::vector<SourceTile> out;
    for (const auto& tile : geo::tiles_of({id.zoom, id.x / 2 * 2, id.y / 2 * 2, 2})) {
      auto words = std::make_shared<const std::string>("tile " + std::to_string(tile.zoom) + " " + std::to_string(tile.x) + " " + std::to_string(tile.y) + " x" + std::to_string(scale));
      if (tile.zoom != 2 || tile.x != 3) out.push_back({tile, words});
    }
    return out;
  }
  std::chrono::milliseconds delay{0};
  mutable std::atomic<int> groups{0};

 private:
  TileSetInfo info_;
};

struct TemporaryFile {
  TemporaryFile() {
    std::string name = (std::filesystem::temp_directory_path() / "dateline-range-XXXXXX").string();
    ::close(::mkstemp(name.data()));
    path = name;
    std::ofstream(path) << "0123456789abcdefghij";
  }
  ~TemporaryFile() { std::filesystem::remove(path); }
  std::filesystem::path path;
};

struct Running {
  explicit Running(ServerOptions options = {}, std::chrono::milliseconds delay = 0ms) {
    source->delay = delay;
    options.port = 0;
    options.on_problem = [this](const std::string& line) {
      const std::lock_guard lock(mutex);
      problems.push_back(line);
    };
    ServerContent content;
    content.sets = {{"tiles", source}, {"vector", std::make_shared<WordSource>("mvt")}};
    content.documents = {{"/", "text/html; charset=utf-8", "<h1>page</h1>", ServedDocument::Readers::Everyone, false, "default-src 'self'"},
                         {"/data/ledger.json", "application/json", "{\"secret\":1}", ServedDocument::Readers::OwnPages, false, ""}};
    content.files = {{"/map.pmtiles", "application/vnd.pmtiles", file.path}};
    server = std::make_unique<TileServer>(content, options);
  }
  std::shared_ptr<WordSource> source = std::make_shared<WordSource>();
  TemporaryFile file;
  std::mutex mutex;
  std::vector<std::string> problems;
  std::unique_ptr<TileServer> server;
};

}  // namespace

TEST_CASE("a tile comes with its type, its length, a tag and leave for other sites", "[pipeline][http]") {
  Running running;
  HttpClient client(running.server->port());
  for (int i = 0; i < 2; ++i) {   // made, then from memory
    const auto answer = client.get("/tiles/1/1/0.png");
    CHECK(answer.status == 200);
    CHECK(answer.body == "tile 1 1 0 x1");
    CHECK(answer.header("content-type") == "image/png");
    CHECK(answer.header("content-length") == "13");
    CHECK(answer.header("access-control-allow-origin") == "*");
    CHECK(answer.header("x-content-type-options") == "nosniff");
    CHECK(answer.header("cache-control").find("max-age") != std::string::npos);
    const auto same = client.get("/tiles/1/1/0.png", "If-None-Match: " + answer.header("etag") + "\r\n");
    CHECK(same.status == 304);
    CHECK(same.header("etag") == answer.header("etag"));
    CHECK(same.body.empty());
    const auto head = client.ask("HEAD", "/tiles/1/1/0.png");
    CHECK(head.status == 200);
    CHECK(head.header("content-length") == "13");
  }
  CHECK(client.get("/tiles/1/1/0@2x.png").body == "tile 1 1 0 x2");
  CHECK(running.source->groups == 2);   // one for each size
}

TEST_CASE("a group of tiles is made once, however many ask for its tiles at once", "[pipeline][http]") {
  Running running({}, 200ms);
  std::vector<std::unique_ptr<HttpClient>> clients;
  for (int i = 0; i < 12; ++i) {
    clients.push_back(std::make_unique<HttpClient>(running.server->port()));
    clients.back()->send("GET /tiles/3/" + std::to_string(i % 2) + "/" + std::to_string(i / 2 % 2) + ".png HTTP/1.1\r\nHost: x\r\n\r\n");
  }
  for (int i = 0; i < 12; ++i) {
    CHECK(clients[static_cast<std::size_t>(i)]->read().body == "tile 3 " + std::to_string(i % 2) + " " + std::to_string(i / 2 % 2) + " x1");
  }
  CHECK(running.source->groups == 1);
}

TEST_CASE("vector tiles are packed for those who take it and plain for the others", "[pipeline][http]") {
  Running running;
  HttpClient client(running.server->port());
  const auto packed = client.get("/vector/0/0/0.mvt", "Accept-Encoding: gzip\r\n");
  CHECK(packed.header("content-encoding") == "gzip");
  CHECK(packed.header("vary") == "Accept-Encoding");
  CHECK(geo::gunzip(packed.body, 1000) == "tile 0 0 0 x1");
  const auto plain = client.get("/vector/0/0/0.pbf");
  CHECK(plain.header("content-encoding").empty());
  CHECK(plain.body == "tile 0 0 0 x1");
  CHECK(plain.header("etag") != packed.header("etag"));
  CHECK(client.get("/vector/0/0/0.mvt", "If-None-Match: " + plain.header("etag") + "\r\n").status == 304);
  CHECK(client.get("/vector/0/0/0.mvt", "If-None-Match: " + packed.header("etag") + "\r\n").status == 200);
}

TEST_CASE("what is not there is 404, and a tile that cannot be made is told", "[pipeline][http]") {
  Running running;
  HttpClient client(running.server->port());
  for (const char* target : {"/tiles/2/3/0.png", "/tiles/6/0/0.png", "/tiles/0/0/0.jpg", "/tiles/0/0/0.exe", "/vector/0/0/0@2x.mvt", "/other/0/0/0.png", "/tiles/1/2/0.png",
                             "/../../etc/passwd", "/nothing", "/tiles.json/"}) {
    INFO(target);
    CHECK(client.get(target).status == 404);
  }
  CHECK(client.get("/tiles/..%2f..%2fetc%2fpasswd").status == 400);
  CHECK(client.get("/tiles/0/0/0.png%00").status == 400);
  CHECK(client.get("/tiles/2/0/3.png").status == 500);
  const std::lock_guard lock(running.mutex);
  REQUIRE(running.problems.size() == 1);
  CHECK(running.problems[0] == "tile tiles/2/0/3: a broken tile");
}

TEST_CASE("other methods, bodies and addresses out of bounds are refused by name", "[pipeline][http]") {
  Running running;
  const int port = running.server->port();
  const auto refused = HttpClient(port).ask("POST", "/tiles/0/0/0.png", "Content-Length: 1\r\n", "x");
  CHECK(refused.status == 405);
  CHECK(refused.header("allow") == "GET, HEAD, OPTIONS");
  CHECK(HttpClient(port).ask("DELETE", "/").status == 405);
  CHECK(HttpClient(port).ask("BREW", "/").status == 405);
  CHECK(HttpClient(port).ask("POST", "/", "Content-Length: 99999999999999\r\n").status == 413);
  CHECK(HttpClient(port).get("/" + std::string(limits::max_request_target_bytes, 'a')).status == 414);
  CHECK(HttpClient(port).get("/" + std::string(100'000, 'a')).status == 414);
  CHECK(HttpClient(port).get("/", "X: " + std::string(200'000, 'a') + "\r\n").status == 431);
  const auto preflight = HttpClient(port).ask("OPTIONS", "/map.pmtiles", "Origin: http://example.org\r\n");
  CHECK(preflight.status == 204);
  CHECK(preflight.header("access-control-allow-headers").find("Range") != std::string::npos);
  HttpClient nameless(port);
  nameless.send("GET / HTTP/1.1\r\n\r\n");
  CHECK(nameless.read().status == 400);
}

TEST_CASE("parts of a file are sent, and a part behind its end is not", "[pipeline][http]") {
  Running running;
  HttpClient client(running.server->port());
  const auto whole = client.get("/map.pmtiles");
  CHECK(whole.status == 200);
  CHECK(whole.body == "0123456789abcdefghij");
  CHECK(whole.header("accept-ranges") == "bytes");
  const auto part = client.get("/map.pmtiles", "Range: bytes=3-5\r\n");
  CHECK(part.status == 206);
  CHECK(part.body == "345");
  CHECK(part.header("content-range") == "bytes 3-5/20");
  CHECK(client.get("/map.pmtiles", "Range: bytes=-4\r\n").body == "ghij");
  const auto behind = client.get("/map.pmtiles", "Range: bytes=20-\r\n");
  CHECK(behind.status == 416);
  CHECK(behind.header("content-range") == "bytes */20");
  CHECK(client.get("/map.pmtiles", "Range: bytes=3-5\r\nIf-Range: " + whole.header("etag") + "\r\n").status == 206);
  CHECK(client.get("/map.pmtiles", "Range: bytes=3-5\r\nIf-Range: \"older\"\r\n").status == 200);
  CHECK(client.get("/map.pmtiles", "If-None-Match: " + whole.header("etag") + "\r\n").status == 304);
  const auto head = client.ask("HEAD", "/map.pmtiles");
  CHECK(head.header("content-length") == "20");
}

TEST_CASE("TileJSON names the server as its client does", "[pipeline][http]") {
  Running running;
  HttpClient client(running.server->port());
  client.send("GET /tiles.json HTTP/1.1\r\nHost: maps.example.org:81\r\n\r\n");
  const auto answer = client.read();
  const auto json = nlohmann::json::parse(answer.body);
  CHECK(answer.header("content-type") == "application/json");
  CHECK(json["tiles"][0] == "http://maps.example.org:81/tiles/{z}/{x}/{y}.png");
  CHECK(json["name"] == "Words");
  CHECK(json["maxzoom"] == 5);
  client.send("GET /vector.json HTTP/1.1\r\nHost: a\"b\r\n\r\n");
  const auto vector = nlohmann::json::parse(client.read().body);
  CHECK(vector["tiles"][0] == running.server->address() + "/vector/{z}/{x}/{y}.mvt");
  CHECK(vector["vector_layers"][0]["id"] == "sites");
  ServerOptions behind_proxy;
  behind_proxy.public_url = "https://maps.example.org/desk";
  Running proxied(behind_proxy);
  CHECK(HttpClient(proxied.server->port()).get("/tiles.json").body.find("\"https://maps.example.org/desk/tiles/") != std::string::npos);
}

TEST_CASE("a ledger is not for pages of other sites, under whatever name they come", "[pipeline][http]") {
  Running running;
  HttpClient client(running.server->port());
  const auto own = client.get("/data/ledger.json");
  CHECK(own.status == 200);
  CHECK(own.header("access-control-allow-origin").empty());
  CHECK(own.header("cross-origin-resource-policy") == "same-origin");
  client.send("GET /data/ledger.json HTTP/1.1\r\nHost: example.org\r\n\r\n");
  CHECK(client.read().status == 403);
  CHECK(client.get("/").header("content-security-policy") == "default-src 'self'");
}

TEST_CASE("a full queue turns requests away, and what is in memory is answered all the same", "[pipeline][http]") {
  ServerOptions options;
  options.waiting = 1;
  options.making_threads = 1;
  Running running(options, 150ms);
  HttpClient warm(running.server->port());
  REQUIRE(warm.get("/tiles/0/0/0.png").status == 200);
  std::vector<std::unique_ptr<HttpClient>> clients;
  for (int i = 0; i < 6; ++i) {
    clients.push_back(std::make_unique<HttpClient>(running.server->port()));
    clients.back()->send("GET /tiles/5/" + std::to_string(2 * i) + "/0.png HTTP/1.1\r\nHost: x\r\n\r\n");
  }
  int good = 0, away = 0;
  for (auto& client : clients) {
    const auto answer = client->read();
    good += answer.status == 200;
    away += answer.status == 503 && answer.header("retry-after") == "1";
    CHECK(warm.get("/tiles/0/0/0.png").status == 200);
  }
  CHECK(good >= 1);
  CHECK(away >= 1);
  CHECK(good + away == 6);
  CHECK(running.server->status().turned_away == static_cast<std::uint64_t>(away));
}

TEST_CASE("stopping finishes what has arrived and takes nothing more", "[pipeline][http]") {
  Running running({}, 300ms);
  const int port = running.server->port();
  HttpClient busy(port), idle(port);
  busy.send("GET /tiles/4/0/0.png HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(100ms);
  CHECK(running.server->stop(5s) == 0);
  CHECK(busy.read().body == "tile 4 0 0 x1");
  running.server.reset();
  CHECK(idle.is_closed());
  CHECK_THROWS(HttpClient(port));
}

TEST_CASE("stopping without patience tells those who wait that their tile will not come", "[pipeline][http]") {
  ServerOptions options;
  options.making_threads = 1;
  Running running(options, 400ms);
  HttpClient first(running.server->port()), second(running.server->port());
  first.send("GET /tiles/4/0/0.png HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(100ms);
  second.send("GET /tiles/4/8/0.png HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(50ms);
  CHECK(running.server->stop(0ms) == 2);
  CHECK(first.read().status == 200);   // a tile that is being made is finished
  CHECK(second.read().status == 503);
}

TEST_CASE("a client that sends a byte now and then is cut off, one that asks in time is not", "[pipeline][http]") {
  ServerOptions options;
  options.request_time = 700ms;
  options.answer_time = 700ms;
  Running running(options);
  HttpClient slow(running.server->port()), quick(running.server->port());
  slow.send("GET / HTTP/1.1\r\nX: ");
  for (int i = 0; i < 20; ++i) {
    slow.send("y");
    // A client that asks again in time stays, however long that goes on.
    CHECK(quick.get("/tiles/0/0/0.png").status == 200);
    std::this_thread::sleep_for(100ms);
  }
  CHECK(slow.is_closed());
  CHECK(running.server->status().cut_off == 1);
}

TEST_CASE("an address that is taken or none is an error with advice", "[pipeline][http]") {
  Running running;
  ServerOptions options;
  options.port = running.server->port();
  CHECK_THROWS_AS(TileServer({}, options), OutputError);
  options.host = "example.org";
  CHECK_THROWS_AS(TileServer({}, options), UsageError);
  CHECK(is_loopback("127.0.0.1"));
  CHECK(is_loopback("::1"));
  CHECK(is_loopback("localhost"));
  CHECK_FALSE(is_loopback("0.0.0.0"));
  CHECK_FALSE(is_loopback("::"));
}

TEST_CASE("tiles on disk serve the next run without being made again", "[pipeline][http]") {
  std::string name = (std::filesystem::temp_directory_path() / "dateline-tiles-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  ServerOptions options;
  options.disk_cache = name;
  {
    Running first(options);
    HttpClient client(first.server->port());
    CHECK(client.get("/tiles/1/0/0.png").body == "tile 1 0 0 x1");
    CHECK(client.get("/vector/1/0/0.mvt").body == "tile 1 0 0 x1");
  }
  Running second(options);
  HttpClient client(second.server->port());
  CHECK(client.get("/tiles/1/1/1.png").body == "tile 1 1 1 x1");
  CHECK(client.get("/vector/1/0/1.mvt").body == "tile 1 0 1 x1");
  CHECK(second.source->groups == 0);
  CHECK(second.server->status().from_disk == 2);
  std::filesystem::remove_all(name);
}
