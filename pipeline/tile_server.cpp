#include "pipeline/tile_server.hpp"

#include <algorithm>
#include <thread>

#include "pipeline/detail/http_address.hpp"
#include "pipeline/detail/http_daemon.hpp"
#include "pipeline/detail/http_disk_cache.hpp"
#include "pipeline/detail/http_handler.hpp"
#include "pipeline/detail/http_site.hpp"
#include "pipeline/detail/http_tile_store.hpp"

namespace dateline::pipeline {

namespace {

detail::TileStoreOptions store_options(const ServerOptions& options) {
  detail::TileStoreOptions out;
  out.memory_bytes = options.memory_bytes;
  if (!options.disk_cache.empty()) out.disk = std::make_shared<detail::DiskCache>(options.disk_cache, options.disk_bytes, options.on_problem);
  out.threads = options.making_threads > 0 ? options.making_threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  out.max_waiting = static_cast<std::size_t>(options.waiting);
  out.cors = options.cors;
  out.on_error = options.on_problem;
  return out;
}

/// All that is made on request: letters too.
std::vector<NamedTileSet> made_sets(ServerContent& content) {
  auto sets = std::move(content.sets);
  if (content.glyphs.source != nullptr) sets.push_back({detail::glyph_set, std::move(content.glyphs.source)});
  return sets;
}

}  // namespace

/// In the order in which they need each other; destroyed from the last to the first.
struct TileServer::Parts {
  Parts(ServerContent content, ServerOptions given)
      : options(std::move(given)), site(content, options.cors), tiles(made_sets(content), store_options(options)), handler(site, tiles, options),
        daemon(std::make_unique<detail::HttpDaemon>(handler, options)) {}

  ServerOptions options;
  detail::Site site;
  detail::TileStore tiles;
  detail::Handler handler;
  std::unique_ptr<detail::HttpDaemon> daemon;
};

TileServer::TileServer(ServerContent content, ServerOptions options) : parts_(std::make_unique<Parts>(std::move(content), std::move(options))) {}

TileServer::~TileServer() {
  stop(std::chrono::milliseconds(0));
  parts_->tiles.stop();
}

const std::string& TileServer::address() const noexcept { return parts_->daemon->address(); }
int TileServer::port() const noexcept { return parts_->daemon->port(); }

std::size_t TileServer::stop(std::chrono::milliseconds patience) {
  constexpr std::chrono::milliseconds last_words{500};   // for those who are told that their tile will not come
  parts_->daemon->stop_listening();
  if (parts_->daemon->wait_until_idle(patience)) return 0;
  const std::size_t left = parts_->daemon->active();
  // Nobody waits for a tile any more after this; without it the library could not close the connections.
  parts_->handler.begin_stopping();
  parts_->tiles.stop();
  static_cast<void>(parts_->daemon->wait_until_idle(last_words));
  return left;
}

TileServer::Status TileServer::status() const {
  const auto tiles = parts_->tiles.status();
  Status out;
  out.requests = parts_->daemon->requests();
  out.connections = parts_->daemon->connections();
  out.active = parts_->daemon->active();
  out.waiting = tiles.waiting;
  out.tiles_in_memory = tiles.memory.values;
  out.bytes_in_memory = tiles.memory.cost;
  out.bytes_on_disk = tiles.disk.bytes;
  out.made = tiles.made;
  out.from_disk = tiles.from_disk;
  out.turned_away = tiles.turned_away;
  out.cut_off = parts_->daemon->cut_off();
  return out;
}

bool is_loopback(const std::string& host) { return detail::parse_address(host, 0).is_loopback(); }

}  // namespace dateline::pipeline
