#include "pipeline/detail/http_tile.hpp"

#include <algorithm>
#include <array>

#include "geo/gzip.hpp"

namespace dateline::pipeline::detail {

namespace {

struct FormatNames {
  std::string_view format;
  const char* content_type;
  std::string_view other_ending;
  bool packed;   ///< sent as gzip
};
constexpr std::array<FormatNames, 5> kFormats = {{{"png", "image/png", "", false}, {"jpg", "image/jpeg", "jpeg", false}, {"webp", "image/webp", "", false},
                                                  {"mvt", "application/vnd.mapbox-vector-tile", "pbf", true}, {"glyphs", "application/x-protobuf", "", true}}};

const FormatNames* find_names(std::string_view format) noexcept {
  const auto found = std::find_if(kFormats.begin(), kFormats.end(), [&](const FormatNames& names) { return names.format == format; });
  return found == kFormats.end() ? nullptr : &*found;
}

/// A response object with its headers, and the nodes of cache and table, as measured with glibc's allocator.
constexpr std::size_t kOverhead = 1800;

}  // namespace

const char* content_type_of(std::string_view format) noexcept {
  const auto* names = find_names(format);
  return names == nullptr ? "application/octet-stream" : names->content_type;
}

bool is_ending_of(std::string_view ending, std::string_view format) noexcept {
  const auto* names = find_names(format);
  return ending == format || (names != nullptr && !ending.empty() && ending == names->other_ending);
}

HeaderList tile_headers(const std::string& cors) {
  // An hour without asking, then by ETag: a server that was started anew with other stories is soon seen.
  HeaderList headers = {{"Cache-Control", "public, max-age=3600"}, {"X-Content-Type-Options", "nosniff"}};
  if (!cors.empty()) headers.emplace_back("Access-Control-Allow-Origin", cors);
  return headers;
}

std::shared_ptr<const HttpTile> make_http_tile(const SourceTile& tile, const std::string& format, const std::string& cors) {
  auto made = std::make_shared<HttpTile>();
  made->cost = kOverhead;
  if (tile.bytes == nullptr) return made;
  made->bytes = tile.bytes;
  const auto* names = find_names(format);
  made->gzipped = names != nullptr && names->packed;
  made->content_type = content_type_of(format);
  if (made->gzipped && !geo::is_gzip(*tile.bytes)) made->bytes = std::make_shared<const std::string>(geo::gzip(*tile.bytes));
  made->etag = etag_of(*made->bytes);
  made->cost += made->bytes->size();
  HeaderList headers = tile_headers(cors);
  headers.emplace_back("Content-Type", made->content_type);
  headers.emplace_back("ETag", made->etag);
  if (made->gzipped) {
    headers.emplace_back("Content-Encoding", "gzip");
    headers.emplace_back("Vary", "Accept-Encoding");
  }
  made->response = make_response(made->bytes, headers);
  return made;
}

}  // namespace dateline::pipeline::detail
