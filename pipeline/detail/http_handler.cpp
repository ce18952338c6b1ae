#include "pipeline/detail/http_handler.hpp"

#include <algorithm>
#include <charconv>
#include <exception>

#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/server_limits.hpp"
#include "geo/gzip.hpp"
#include "pipeline/detail/http_headers.hpp"

namespace dateline::pipeline::detail {

namespace {

constexpr const char* kMethods = "GET, HEAD, OPTIONS";

/// Empty if the request has no such header.
std::string_view header_of(MHD_Connection* connection, const char* name) {
  const char* value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

bool body_is_too_long(std::string_view content_length) {
  std::uint64_t bytes = 0;
  const auto [end, error] = std::from_chars(content_length.data(), content_length.data() + content_length.size(), bytes);
  static_cast<void>(end);
  return error == std::errc::result_out_of_range || bytes > limits::max_request_body_bytes;
}

/// The same bytes unpacked are another representation, which needs a tag of its own.
std::string plain_etag(const std::string& etag) { return etag.substr(0, etag.size() - 1) + "-plain\""; }

std::string host_of(const std::string& url) {
  const auto begin = url.find("://");
  if (begin == std::string::npos) return {};
  return url.substr(begin + 3, url.find('/', begin + 3) - begin - 3);
}

}  // namespace

Handler::Handler(const Site& site, TileStore& tiles, const ServerOptions& options)
    : site_(site), tiles_(tiles), options_(options), base_(options.public_url), no_tile_(make_text_response("There is no such tile.", tile_headers(options.cors))) {}

void Handler::set_address(const std::string& address) {
  if (options_.public_url.empty()) base_ = address;
}

MHD_Result Handler::handle(MHD_Connection* connection, std::string_view method, std::size_t* upload_size, Exchange& exchange) {
  if (exchange.step == Exchange::Step::Header) {
    exchange.method = method;
    exchange.step = Exchange::Step::Body;
    // An answer given now, before the body, ends the connection: right for requests that are out of bounds.
    if (exchange.target.size() > limits::max_request_target_bytes) return refuse(connection, MHD_HTTP_URI_TOO_LONG, "This address is too long.", exchange);
    if (body_is_too_long(header_of(connection, "Content-Length"))) return refuse(connection, MHD_HTTP_CONTENT_TOO_LARGE, "Requests need no body here.", exchange);
    return MHD_YES;
  }
  if (*upload_size > 0) {
    exchange.body_bytes += *upload_size;
    *upload_size = 0;
    // A body in chunks tells no length; here no answer can be given any more.
    return exchange.body_bytes > limits::max_request_body_bytes ? MHD_NO : MHD_YES;
  }
  try {
    return route(connection, exchange);
  } catch (const std::exception& error) {
    if (options_.on_problem) options_.on_problem(printable(exchange.target, limits::max_request_target_bytes) + ": " + error.what());
    return refuse(connection, MHD_HTTP_INTERNAL_SERVER_ERROR, "Something went wrong here.", exchange);
  }
}

MHD_Result Handler::route(MHD_Connection* connection, Exchange& exchange) {
  if (exchange.step == Exchange::Step::Made) {
    exchange.step = Exchange::Step::Answered;
    if (exchange.tile != nullptr) return answer_tile(connection, *exchange.tile, exchange);
    if (stopping_) return refuse(connection, MHD_HTTP_SERVICE_UNAVAILABLE, "The server is being stopped.", exchange, {{"Connection", "close"}});
    return refuse(connection, MHD_HTTP_INTERNAL_SERVER_ERROR, "This tile could not be made.", exchange);
  }
  if (exchange.step == Exchange::Step::Refused) {
    return refuse(connection, MHD_HTTP_SERVICE_UNAVAILABLE, "Too many tiles are being made.", exchange, {{"Retry-After", "1"}});
  }
  if (exchange.method == "OPTIONS") return answer_options(connection, exchange);
  if (exchange.method != "GET" && exchange.method != "HEAD") {
    return refuse(connection, MHD_HTTP_METHOD_NOT_ALLOWED, "Only GET and HEAD are answered.", exchange, {{"Allow", kMethods}});
  }
  const auto path = path_of_target(exchange.target);
  if (!path) return refuse(connection, MHD_HTTP_BAD_REQUEST, "This is no address.", exchange);
  if (const auto tile = parse_tile_path(*path)) return answer_tile_address(connection, *tile, exchange);
  if (const auto letters = parse_glyph_path(*path)) return answer_glyphs(connection, *letters, exchange);
  if (const auto* document = site_.find_document(*path)) return answer_document(connection, *document, exchange);
  if (const auto* file = site_.find_file(*path)) return answer_file(connection, *file, exchange);
  return refuse(connection, MHD_HTTP_NOT_FOUND, "There is nothing at this address.", exchange);
}

MHD_Result Handler::answer_tile_address(MHD_Connection* connection, const TileAddress& address, Exchange& exchange) {
  const auto& sets = tiles_.sets();
  std::size_t set = 0;
  while (set < sets.size() && sets[set].name != address.set) ++set;
  if (set == sets.size()) return refuse(connection, MHD_HTTP_NOT_FOUND, "There is nothing at this address.", exchange);
  const auto& info = sets[set].source->info();
  if (!is_ending_of(address.ending, info.metadata.format) || address.scale > info.max_scale || address.id.zoom < info.metadata.min_zoom || address.id.zoom > info.metadata.max_zoom) {
    return queue(connection, MHD_HTTP_NOT_FOUND, no_tile_.get(), 0, exchange);
  }
  return answer_from_set(connection, set, address.id, address.scale, exchange);
}

MHD_Result Handler::answer_glyphs(MHD_Connection* connection, const GlyphAddress& address, Exchange& exchange) {
  const auto id = site_.find_glyphs(address);
  if (!id) return refuse(connection, MHD_HTTP_NOT_FOUND, "The style has no such font.", exchange);
  const auto& sets = tiles_.sets();
  const auto set = std::find_if(sets.begin(), sets.end(), [](const NamedTileSet& one) { return one.name == glyph_set; });
  return answer_from_set(connection, static_cast<std::size_t>(set - sets.begin()), *id, 1, exchange);
}

MHD_Result Handler::answer_from_set(MHD_Connection* connection, std::size_t set, geo::TileId id, int scale, Exchange& exchange) {
  if (const auto tile = tiles_.find(set, id, scale)) return answer_tile(connection, *tile, exchange);
  // Suspended before the request is handed over: another thread may be done with it at once.
  exchange.step = Exchange::Step::Making;
  if (exchange.connection != nullptr) exchange.connection->expect_nothing();
  MHD_suspend_connection(connection);
  const bool taken = tiles_.request(set, id, scale, [connection, &exchange](TileStore::Tile tile) {
    exchange.tile = std::move(tile);
    exchange.step = Exchange::Step::Made;
    MHD_resume_connection(connection);
  });
  if (!taken) {
    exchange.step = Exchange::Step::Refused;   // answered when the library calls again
    MHD_resume_connection(connection);
  }
  return MHD_YES;
}

MHD_Result Handler::answer_tile(MHD_Connection* connection, const HttpTile& tile, Exchange& exchange) {
  if (tile.response == nullptr) return queue(connection, MHD_HTTP_NOT_FOUND, no_tile_.get(), 0, exchange);
  const bool unpack = tile.gzipped && !accepts_gzip(header_of(connection, "Accept-Encoding"));
  const auto wanted = header_of(connection, "If-None-Match");
  if (!wanted.empty()) {
    const std::string etag = unpack ? plain_etag(tile.etag) : tile.etag;
    if (matches_etag(wanted, etag)) {
      HeaderList headers = tile_headers(options_.cors);
      headers.emplace_back("ETag", etag);
      if (tile.gzipped) headers.emplace_back("Vary", "Accept-Encoding");
      return queue(connection, MHD_HTTP_NOT_MODIFIED, make_empty_response(headers).get(), 0, exchange);
    }
  }
  if (!unpack) return queue(connection, MHD_HTTP_OK, tile.response.get(), tile.bytes->size(), exchange);
  const auto plain = std::make_shared<const std::string>(geo::gunzip(*tile.bytes, limits::max_tile_bytes));
  HeaderList headers = tile_headers(options_.cors);
  headers.emplace_back("Content-Type", tile.content_type);
  headers.emplace_back("ETag", plain_etag(tile.etag));
  headers.emplace_back("Vary", "Accept-Encoding");
  return queue(connection, MHD_HTTP_OK, make_response(plain, headers).get(), plain->size(), exchange);
}

MHD_Result Handler::answer_document(MHD_Connection* connection, const SiteDocument& document, Exchange& exchange) {
  if (document.source.readers == ServedDocument::Readers::OwnPages && !is_own_name(header_of(connection, "Host"))) {
    return refuse(connection, MHD_HTTP_FORBIDDEN, "This is answered under the server's own name only (see --public-url).", exchange);
  }
  HeaderList headers = document.headers(options_.cors);
  const auto wanted = header_of(connection, "If-None-Match");
  if (document.source.names_server) {
    auto text = std::make_shared<const std::string>(with_base(document.source.bytes, base_for(connection)));
    headers.emplace_back("ETag", etag_of(*text));
    if (matches_etag(wanted, headers.back().second)) return queue(connection, MHD_HTTP_NOT_MODIFIED, make_empty_response(headers).get(), 0, exchange);
    const auto bytes = text->size();
    return queue(connection, MHD_HTTP_OK, make_response(std::move(text), headers).get(), bytes, exchange);
  }
  if (matches_etag(wanted, document.etag)) {
    headers.emplace_back("ETag", document.etag);
    return queue(connection, MHD_HTTP_NOT_MODIFIED, make_empty_response(headers).get(), 0, exchange);
  }
  if (document.gzipped != nullptr && accepts_gzip(header_of(connection, "Accept-Encoding"))) {
    return queue(connection, MHD_HTTP_OK, document.gzipped.get(), document.gzipped_size, exchange);
  }
  return queue(connection, MHD_HTTP_OK, document.plain.get(), document.size, exchange);
}

MHD_Result Handler::answer_file(MHD_Connection* connection, const SiteFile& file, Exchange& exchange) {
  HeaderList headers = {{"Accept-Ranges", "bytes"}, {"ETag", file.etag}, {"Cache-Control", "no-cache"}, {"X-Content-Type-Options", "nosniff"}};
  if (!options_.cors.empty()) {
    headers.emplace_back("Access-Control-Allow-Origin", options_.cors);
    headers.emplace_back("Access-Control-Expose-Headers", "Content-Range, Content-Length, ETag, Accept-Ranges");
  }
  if (matches_etag(header_of(connection, "If-None-Match"), file.etag)) return queue(connection, MHD_HTTP_NOT_MODIFIED, make_empty_response(headers).get(), 0, exchange);
  headers.emplace_back("Content-Type", file.content_type);
  const auto if_range = header_of(connection, "If-Range");
  const bool ranged = if_range.empty() || if_range == file.etag;   // another version, or a date: the whole
  const auto asked = ranged ? parse_range(header_of(connection, "Range"), file.size) : RangeRequest{};
  if (asked.kind == RangeRequest::Kind::Unsatisfiable) {
    return refuse(connection, MHD_HTTP_RANGE_NOT_SATISFIABLE, "The range begins behind the end.", exchange, {{"Content-Range", "bytes */" + std::to_string(file.size)}});
  }
  if (asked.kind == RangeRequest::Kind::Whole) {
    return queue(connection, MHD_HTTP_OK, make_file_response(file.descriptor->get(), 0, file.size, headers).get(), file.size, exchange);
  }
  const auto& range = asked.range;
  headers.emplace_back("Content-Range", "bytes " + std::to_string(range.first) + "-" + std::to_string(range.last) + "/" + std::to_string(file.size));
  return queue(connection, MHD_HTTP_PARTIAL_CONTENT, make_file_response(file.descriptor->get(), range.first, range.size(), headers).get(), range.size(), exchange);
}

/// What a browser asks before a page of another site may send a Range header.
MHD_Result Handler::answer_options(MHD_Connection* connection, Exchange& exchange) {
  HeaderList headers = {{"Allow", kMethods}};
  if (!options_.cors.empty()) {
    headers.emplace_back("Access-Control-Allow-Origin", options_.cors);
    headers.emplace_back("Access-Control-Allow-Methods", kMethods);
    headers.emplace_back("Access-Control-Allow-Headers", "Range, If-None-Match, If-Range");
    headers.emplace_back("Access-Control-Max-Age", "86400");
  }
  return queue(connection, MHD_HTTP_NO_CONTENT, make_empty_response(headers).get(), 0, exchange);
}

MHD_Result Handler::refuse(MHD_Connection* connection, unsigned status, std::string_view sentence, Exchange& exchange, HeaderList more) {
  more.emplace_back("Cache-Control", "no-store");
  more.emplace_back("X-Content-Type-Options", "nosniff");
  if (!options_.cors.empty()) more.emplace_back("Access-Control-Allow-Origin", options_.cors);
  return queue(connection, status, make_text_response(sentence, more).get(), sentence.size() + 1, exchange);
}

MHD_Result Handler::queue(MHD_Connection* connection, unsigned status, MHD_Response* response, std::uint64_t bytes, Exchange& exchange) {
  exchange.step = Exchange::Step::Answered;
  exchange.status = status;
  exchange.bytes = bytes;
  if (exchange.connection != nullptr) exchange.connection->expect_reading(bytes);
  return MHD_queue_response(connection, status, response);
}

std::string Handler::base_for(MHD_Connection* connection) const {
  if (!options_.public_url.empty()) return base_;
  const auto host = safe_host(header_of(connection, "Host"));
  return host ? "http://" + *host : base_;
}

bool Handler::is_own_name(std::string_view host) const {
  // Without a name no browser asks.
  return host.empty() || names_machine_by_number(host) || (!options_.public_url.empty() && host == host_of(options_.public_url));
}

}  // namespace dateline::pipeline::detail
