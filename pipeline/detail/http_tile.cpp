#include "pipeline/detail/http_tile.hpp"

#include <array>

namespace dateline::pipeline::detail {

namespace {

struct FormatNames {
  TileFormat format;
  const char* ending;
  const char* content_type;
};
constexpr std::array<FormatNames, 4> kFormats = {{{TileFormat::Png, "png", "image/png"},
                                                  {TileFormat::Jpeg, "jpg", "image/jpeg"},
                                                  {TileFormat::Webp, "webp", "image/webp"},
                                                  {TileFormat::Mvt, "mvt", "application/vnd.mapbox-vector-tile"}}};

const FormatNames& names_of(TileFormat format) noexcept {
  for (const auto& names : kFormats) {
    if (names.format == format) return names;
  }
  return kFormats.front();
}

/// A response object with its headers, and the nodes of cache and table, as measured with glibc's allocator.
constexpr std::size_t kOverhead = 1800;

}  // namespace

const char* content_type_of(TileFormat format) noexcept { return names_of(format).content_type; }
const char* ending_of(TileFormat format) noexcept { return names_of(format).ending; }
bool is_ending_of(std::string_view ending, TileFormat format) noexcept {
  return ending == ending_of(format) || (format == TileFormat::Mvt && ending == "pbf") || (format == TileFormat::Jpeg && ending == "jpeg");
}

HeaderList tile_headers(const std::string& cors) {
  // An hour without asking, then by ETag: a server that was started anew with other stories is soon seen.
  HeaderList headers = {{"Cache-Control", "public, max-age=3600"}, {"X-Content-Type-Options", "nosniff"}};
  if (!cors.empty()) headers.emplace_back("Access-Control-Allow-Origin", cors);
  return headers;
}

std::shared_ptr<const HttpTile> make_http_tile(const SourceTile& tile, TileFormat format, const std::string& cors) {
  auto made = std::make_shared<HttpTile>();
  made->cost = kOverhead;
  if (tile.bytes == nullptr) return made;
  made->bytes = tile.bytes;
  made->gzipped = tile.gzipped;
  if (format == TileFormat::Mvt && !tile.gzipped) {
    made->bytes = std::make_shared<const std::string>(gzipped(*tile.bytes));
    made->gzipped = true;
  }
  made->etag = etag_of(*made->bytes);
  made->cost += made->bytes->size();
  HeaderList headers = tile_headers(cors);
  headers.emplace_back("Content-Type", content_type_of(format));
  headers.emplace_back("ETag", made->etag);
  if (made->gzipped) headers.emplace_back("Content-Encoding", "gzip");
  if (format == TileFormat::Mvt) headers.emplace_back("Vary", "Accept-Encoding");
  made->response = make_response(made->bytes, headers);
  return made;
}

}  // namespace dateline::pipeline::detail
