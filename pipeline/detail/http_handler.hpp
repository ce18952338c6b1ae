#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/detail/http_connections.hpp"
#include "pipeline/detail/http_site.hpp"
#include "pipeline/detail/http_target.hpp"
#include "pipeline/detail/http_tile_store.hpp"

namespace dateline::pipeline::detail {

/// One request, from its first line to the end of its answer.
struct Exchange {
  std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
  std::string target;               ///< as sent, at most limits::max_request_target_bytes + 1
  std::string method;
  enum class Step { Header, Body, Making, Made, Refused, Answered } step = Step::Header;
  std::uint64_t body_bytes = 0;
  TileStore::Tile tile;             ///< Made: null if it could not be made
  ConnectionWatch::Connection* connection = nullptr;
  unsigned status = 0;
  std::uint64_t bytes = 0;          ///< of the answer's body
};

/// Turns requests into answers. Called by all threads of the server.
class Handler {
 public:
  /// The references are kept.
  Handler(const Site& site, TileStore& tiles, const ServerOptions& options);
  /// The server's address, for clients that do not say how they reach it. Precondition: no request was handled yet.
  void set_address(const std::string& address);
  /// From now on a tile that is not made is nobody's fault.
  void begin_stopping() noexcept { stopping_ = true; }

  /// The library's access handler (MHD_AccessHandlerCallback).
  [[nodiscard]] MHD_Result handle(MHD_Connection* connection, std::string_view method, std::size_t* upload_size, Exchange& exchange);

 private:
  [[nodiscard]] MHD_Result route(MHD_Connection* connection, Exchange& exchange);
  [[nodiscard]] MHD_Result answer_tile_address(MHD_Connection* connection, const TileAddress& address, Exchange& exchange);
  [[nodiscard]] MHD_Result answer_glyphs(MHD_Connection* connection, const GlyphAddress& address, Exchange& exchange);
  /// From memory, or when it is made.
  [[nodiscard]] MHD_Result answer_from_set(MHD_Connection* connection, std::size_t set, geo::TileId id, int scale, Exchange& exchange);
  [[nodiscard]] MHD_Result answer_tile(MHD_Connection* connection, const HttpTile& tile, Exchange& exchange);
  [[nodiscard]] MHD_Result answer_document(MHD_Connection* connection, const SiteDocument& document, Exchange& exchange);
  [[nodiscard]] MHD_Result answer_file(MHD_Connection* connection, const SiteFile& file, Exchange& exchange);
  [[nodiscard]] MHD_Result answer_options(MHD_Connection* connection, Exchange& exchange);
  [[nodiscard]] MHD_Result refuse(MHD_Connection* connection, unsigned status, std::string_view sentence, Exchange& exchange, HeaderList more = {});
  [[nodiscard]] MHD_Result queue(MHD_Connection* connection, unsigned status, MHD_Response* response, std::uint64_t bytes, Exchange& exchange);
  [[nodiscard]] std::string base_for(MHD_Connection* connection) const;
  [[nodiscard]] bool is_own_name(std::string_view host) const;

  const Site& site_;
  TileStore& tiles_;
  const ServerOptions& options_;
  std::string base_;
  ResponseHandle no_tile_;
  std::atomic<bool> stopping_{false};
};

}  // namespace dateline::pipeline::detail
