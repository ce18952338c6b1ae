#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/server_limits.hpp"
#include "pipeline/tile_source.hpp"

namespace dateline::pipeline {

/// One answered request, for a log. The texts come from the client; `target` is printable ASCII already.
struct RequestRecord {
  std::string client;                 ///< its address
  std::string method, target;
  unsigned status = 0;                ///< 0: the client left before it was answered
  std::uint64_t bytes = 0;            ///< of the body, as far as the answer has one
  std::chrono::microseconds time{0};  ///< from the request line to the last byte handed to the system
};

struct ServerOptions {
  std::string host = "127.0.0.1";     ///< an IP address, or "localhost"
  int port = 8080;                    ///< 0: any that is free
  int threads = 0;                    ///< that answer; 0: one a processor
  int making_threads = 0;             ///< that make tiles; 0: one a processor
  int connections = 1024;             ///< at once; more wait in the system's queue
  int connections_per_client = 256;   ///< further ones of one address are closed; a proxy is one client
  int waiting = 512;                  ///< groups of tiles that wait to be made; more requests are answered 503
  std::size_t memory_bytes = 256U << 20U;             ///< of tiles kept in memory
  std::filesystem::path disk_cache;   ///< folder for tiles kept on disk; empty: none
  std::uint64_t disk_bytes = std::uint64_t{2} << 30U;
  std::chrono::milliseconds request_time{limits::request_seconds * 1000};   ///< for a whole request to arrive, and until the next one
  std::chrono::milliseconds answer_time{limits::answer_seconds * 1000};     ///< for an answer to be taken; more for large ones
  std::string cors = "*";             ///< Access-Control-Allow-Origin of tiles; empty: only our own pages may use them
  std::string public_url;             ///< "https://maps.example.org/desk": how clients reach the server, if not by its own address
  std::function<void(const RequestRecord&)> on_request;   ///< called from several threads
  std::function<void(const std::string&)> on_problem;     ///< one line; called from several threads
};

/// Something that is there at one path, from memory.
struct ServedDocument {
  std::string path;                   ///< "/", "/web/preview.js"
  std::string content_type;
  std::string bytes;                  ///< "{base}" in it becomes the server's address as the client knows it if `names_server`
  enum class Readers {
    Everyone,                         ///< pages of other sites may read it, as far as ServerOptions::cors allows
    OwnPages,                         ///< what nobody but the user should see: no CORS, and only by the server's own names
  } readers = Readers::Everyone;
  bool names_server = false;
  std::string policy;                 ///< Content-Security-Policy; empty: one that allows nothing
};

/// A file that answers requests for ranges of it.
struct ServedFile {
  std::string path;
  std::string content_type;
  std::filesystem::path file;
};

/// Letters for MapLibre at /glyphs/STACK/FIRST-LAST.pbf. Tile {glyph_zoom, range, number of the stack} of `source` is a range (pipeline/glyph_source.hpp).
struct ServedGlyphs {
  std::vector<std::string> stacks;
  std::shared_ptr<const TileSource> source;
};

struct ServerContent {
  std::vector<NamedTileSet> sets;     ///< each also has its TileJSON at /NAME.json
  std::vector<ServedDocument> documents;
  std::vector<ServedFile> files;
  ServedGlyphs glyphs;                ///< none without stacks
};

/// An HTTP/1.1 server of tiles and a few documents. Everything it can answer is known when it starts: no path of a request ever becomes a path of a file.
class TileServer {
 public:
  /// Listens and answers, on threads of its own. Throws UsageError for an address that is none, OutputError for one that cannot be listened on,
  /// InputError for a file that cannot be read.
  TileServer(ServerContent content, ServerOptions options);
  /// stop() without patience.
  ~TileServer();
  TileServer(const TileServer&) = delete;
  TileServer& operator=(const TileServer&) = delete;

  /// "http://127.0.0.1:8080"
  [[nodiscard]] const std::string& address() const noexcept;
  [[nodiscard]] int port() const noexcept;

  /// Takes no further connection, finishes the requests that have arrived, at most for `patience`, and ends its threads. Returns how many were cut off.
  std::size_t stop(std::chrono::milliseconds patience);

  struct Status {
    std::uint64_t requests = 0;       ///< answered since the start
    std::size_t connections = 0, active = 0, waiting = 0;
    std::size_t tiles_in_memory = 0, bytes_in_memory = 0;
    std::uint64_t bytes_on_disk = 0, made = 0, from_disk = 0, turned_away = 0, cut_off = 0;
  };
  [[nodiscard]] Status status() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// True for addresses that only programs of this machine reach. Throws UsageError for what is no address.
[[nodiscard]] bool is_loopback(const std::string& host);

}  // namespace dateline::pipeline
