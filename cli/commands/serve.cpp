#include <csignal>
#include <ctime>
#include <iostream>
#include <mutex>
#include <optional>
#include <ostream>

#include <unistd.h>

#include "base/counted.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/story_options.hpp"
#include "pipeline/served_map.hpp"
#include "pipeline/tile_sources.hpp"

namespace dateline::cli {

namespace {

constexpr std::uint64_t kMega = 1U << 20U;

/// Lets the signals that end a program wait until somebody takes them, in all threads that are started from now on.
class EndSignals {
 public:
  EndSignals() {
    sigemptyset(&set_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&set_, signal);
    pthread_sigmask(SIG_BLOCK, &set_, &before_);
    // A client that leaves while it is answered must not end the server.
    std::signal(SIGPIPE, SIG_IGN);
  }
  ~EndSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  EndSignals(const EndSignals&) = delete;
  EndSignals& operator=(const EndSignals&) = delete;

  void wait() const {
    int signal = 0;
    while (sigwait(&set_, &signal) != 0) {
    }
  }
  /// A second signal ends the program at once.
  void give_back() const { pthread_sigmask(SIG_UNBLOCK, &set_, nullptr); }

 private:
  sigset_t set_{}, before_{};
};

/// One line on standard error, whole, whichever thread it comes from.
void write_line(const std::string& line) {
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  std::cerr << line + "\n" << std::flush;
}

std::string log_line(const pipeline::RequestRecord& record) {
  char time[32];
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::strftime(time, sizeof time, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return std::string(time) + " " + record.client + " \"" + record.method + " " + record.target + "\" " + std::to_string(record.status) + " " + std::to_string(record.bytes) + " " +
         std::to_string(record.time.count()) + "us";
}

class ServeCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    stories_.declare(table, "A ledger, or stories, and at most one archive of tiles (.pmtiles, .mbtiles, or a folder that `dateline tiles` made)", StoryOptions::Inputs::Optional);
    table.flag("--basemap-only", basemap_only_, "Serve the base map, or the GIS files that the style names, without any event");
    table.integer("--port", "N", server_.port, 0, 65535, "Port to listen on; 0: any that is free");
    table.text("--host", "ADDRESS", server_.host, "Address to listen on; others than this machine's own can be reached from the network");
    table.text("--style", "THEME", map_.style, "Theme (light, dark, print, colour-blind) or a style file; light has dark tiles for dark screens");
    table.flag("--databases", databases_, "Let the style read tables of PostGIS databases; only for a style that you trust");
    table.text("--boundaries,--worldview", "VIEW", map_.scene.worldview, "Whose view of disputed borders: neutral (the UN's), de-facto, or a country such as in or us");
    table.text("--title", "TEXT", map_.scene.title, "Title of the page; made from the events if not given");
    table.flag("--transfers", transfers_, "Show deliveries of weapons and ammunition too");
    table.integer("--max-zoom", "N", map_.max_zoom, 0, pipeline::deepest_pyramid_zoom, "Deepest zoom of tiles that are made on request; maps enlarge those beyond it");
    table.integer("--cache", "MB", cache_, 1, 65536, "Memory for tiles that are ready");
    table.text("--cache-dir", "FOLDER", cache_folder_, "Keep tiles there for the next time; a folder of its own");
    table.integer("--cache-disk", "MB", cache_disk_, 1, 1 << 22, "Most that the folder takes");
    table.integer("--connections", "N", server_.connections, 2, 16384, "Connections at once; more wait");
    table.integer("--client-connections", "N", server_.connections_per_client, 1, 16384, "Connections of one address at once; further ones are closed");
    table.integer("--queue", "N", server_.waiting, 1, 65536, "Blocks of tiles that wait to be made; further requests are answered 503");
    table.integer("--server-threads", "N", server_.threads, 0, 64, "Threads that answer; 0: one a processor");
    table.integer("--tile-threads", "N", server_.making_threads, 0, 64, "Threads that make tiles; 0: one a processor");
    table.text("--public-url", "URL", server_.public_url, "Address under which clients reach the server, if a proxy stands before it; it is written into TileJSON");
    table.text("--cors", "ORIGIN", server_.cors, "Whose pages may use the tiles (Access-Control-Allow-Origin): *, one origin, or none");
    table.integer("--grace", "SECONDS", grace_, 0, 3600, "Time for running requests when the server is stopped");
    table.flag("--log", log_, "Write a line for each request to standard error");
    table.flag("--json", json_, "Print the address as JSON when the server is ready");
  }

  ExitCode run(Session& session) override {
    sort_inputs();
    read_options();
    pipeline::Data data;
    std::optional<claims::Ledger> ledger;
    if (stories_.inputs.empty()) data.use_store(stories_.gazetteer);
    else ledger = ledger_from_inputs(data, stories_, session);
    auto content = pipeline::make_served_map(data, ledger ? &*ledger : nullptr, map_);
    session.detail("layers read");

    const EndSignals signals;
    std::string sets;
    for (const auto& set : content.sets) sets += (sets.empty() ? "\"" : ", \"") + set.name + "\"";
    pipeline::TileServer server(std::move(content), server_);
    warn_of_network(session);
    tell_ready(session, server, sets);
    signals.wait();
    signals.give_back();
    session.say("stopping");
    const std::size_t left = server.stop(std::chrono::seconds(grace_));
    const auto status = server.status();
    session.say(counted(status.requests, "request", "requests") + " answered, " + counted(status.made, "tile", "tiles") + " made" +
                (left > 0 ? ", " + counted(left, "request", "requests") + " cut off" : ""));
    return ExitCode::Ok;
  }

 private:
  /// Archives of tiles and everything else.
  void sort_inputs() {
    std::vector<std::string> stories;
    for (const auto& input : stories_.inputs) {
      if (input == "-" || !pipeline::is_tile_archive(input)) {
        stories.push_back(input);
      } else if (map_.archive.empty()) {
        map_.archive = input;
      } else {
        throw UsageError("there are two archives of tiles", "serve each on a port of its own, or put them together with `dateline tiles merge`");
      }
    }
    stories_.inputs = stories;
    if (basemap_only_ && (!stories.empty() || !map_.archive.empty())) throw UsageError("--basemap-only takes no inputs", "leave out the option, or the inputs");
    if (!basemap_only_ && stories.empty() && map_.archive.empty()) {
      throw UsageError("there is nothing to serve", "name a ledger, stories or an archive of tiles, or give --basemap-only");
    }
  }

  void read_options() {
    if (databases_) map_.databases = render::SourceReading::Databases::Read;
    if (transfers_) map_.scene.transfers = pipeline::Transfers::Draw;
    server_.memory_bytes = static_cast<std::size_t>(cache_) * kMega;
    server_.disk_bytes = static_cast<std::uint64_t>(cache_disk_) * kMega;
    server_.disk_cache = cache_folder_;
    if (server_.cors == "none") server_.cors.clear();
    while (server_.public_url.ends_with('/')) server_.public_url.pop_back();
    if (!server_.public_url.empty() && !server_.public_url.starts_with("http://") && !server_.public_url.starts_with("https://")) {
      throw UsageError("'" + server_.public_url + "' is no address of the web", "write --public-url like https://maps.example.org/desk");
    }
    for (const std::string* text : {&server_.cors, &server_.public_url}) {
      if (text->find_first_of(" \t\r\n\"<>{}") != std::string::npos) throw UsageError("'" + *text + "' has characters that no address has", "write it like https://maps.example.org");
    }
    static_cast<void>(pipeline::is_loopback(server_.host));
    server_.on_problem = [](const std::string& line) { write_line("warning: " + line); };
    if (log_) server_.on_request = [](const pipeline::RequestRecord& record) { write_line(log_line(record)); };
  }

  void warn_of_network(Session& session) const {
    if (pipeline::is_loopback(server_.host)) return;
    Diagnostic warning;
    warning.message = "everybody who can reach " + server_.host + " can read these tiles" + (stories_.inputs.empty() ? "" : " and the claims with their quotes") + ", without a password";
    warning.hint = "leave out --host to serve this machine only, or put a proxy with a login before the server";
    session.report(warning);
  }

  void tell_ready(Session& session, const pipeline::TileServer& server, const std::string& sets) const {
    if (json_) {
      session.out() << "{\"address\": \"" << server.address() << "/\", \"port\": " << server.port() << ", \"pid\": " << ::getpid() << ", \"sets\": [" << sets << "]}" << std::endl;
    } else {
      session.out() << server.address() << "/" << std::endl;
      session.say("ready; Ctrl-C stops");
    }
    session.finish_output();
  }

  StoryOptions stories_;
  pipeline::ServedMapOptions map_;
  pipeline::ServerOptions server_;
  std::string cache_folder_;
  int cache_ = 256;
  int cache_disk_ = 2048;
  int grace_ = 10;
  bool basemap_only_ = false;
  bool databases_ = false;
  bool transfers_ = false;
  bool log_ = false;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_serve_command() { return std::make_unique<ServeCommand>(); }

}  // namespace dateline::cli
