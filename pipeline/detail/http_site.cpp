#include "pipeline/detail/http_site.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "base/error.hpp"
#include "geo/gzip.hpp"
#include "geo/tile_metadata.hpp"
#include "pipeline/detail/http_tile.hpp"
#include "pipeline/glyph_source.hpp"

namespace dateline::pipeline::detail {

namespace {

/// A browser that is led to a tile or a document by itself must run nothing from it.
constexpr const char* kNothing = "default-src 'none'; frame-ancestors 'none'";

/// Compression is for text; pictures and fonts are packed already.
bool is_text(const std::string& content_type) {
  return content_type.starts_with("text/") || content_type.find("json") != std::string::npos || content_type.find("javascript") != std::string::npos ||
         content_type.find("svg") != std::string::npos;
}

SiteFile open_file(const ServedFile& file) {
  const auto fail = [&](const std::string& what) {
    InputError error(what, "check the name and the permissions");
    error.set_file(file.file.string());
    throw error;
  };
  const int descriptor = ::open(file.file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) fail("this file cannot be opened");
  SiteFile out{std::make_shared<const FileDescriptor>(descriptor), 0, "", file.content_type};
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) fail("this is no file");
  out.size = static_cast<std::uint64_t>(status.st_size);
  out.etag = etag_of(std::to_string(status.st_dev) + "." + std::to_string(status.st_ino) + "." + std::to_string(status.st_size) + "." +
                     std::to_string(status.st_mtim.tv_sec) + "." + std::to_string(status.st_mtim.tv_nsec));
  return out;
}

}  // namespace

FileDescriptor::~FileDescriptor() { ::close(descriptor_); }

HeaderList SiteDocument::headers(const std::string& cors) const {
  HeaderList headers = {{"Content-Type", source.content_type}, {"Cache-Control", "no-cache"}, {"X-Content-Type-Options", "nosniff"},
                        {"Content-Security-Policy", source.policy.empty() ? kNothing : source.policy}, {"Referrer-Policy", "no-referrer"},
                        {"Vary", "Accept-Encoding"}};
  if (source.readers == ServedDocument::Readers::OwnPages) headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  else if (!cors.empty()) headers.emplace_back("Access-Control-Allow-Origin", cors);
  return headers;
}

Site::Site(const ServerContent& content, const std::string& cors) : stacks_(content.glyphs.stacks) {
  const auto add = [&](ServedDocument source) {
    const std::string path = source.path;
    SiteDocument document;
    document.source = std::move(source);
    if (!document.source.names_server) {
      auto bytes = std::make_shared<const std::string>(document.source.bytes);
      document.etag = etag_of(*bytes);
      document.size = bytes->size();
      HeaderList headers = document.headers(cors);
      headers.emplace_back("ETag", document.etag);
      document.plain = make_response(bytes, headers);
      if (is_text(document.source.content_type)) {
        auto packed = std::make_shared<const std::string>(geo::gzip(*bytes));
        document.gzipped_size = packed->size();
        headers.emplace_back("Content-Encoding", "gzip");
        document.gzipped = make_response(std::move(packed), headers);
      }
    }
    documents_.insert_or_assign(path, std::move(document));
  };
  for (const auto& set : content.sets) {
    const auto& metadata = set.source->info().metadata;
    const std::string url = "{base}/" + set.name + "/{z}/{x}/{y}." + metadata.format;
    add({"/" + set.name + ".json", "application/json", geo::tile_json(metadata, url), ServedDocument::Readers::Everyone, true, ""});
  }
  for (const auto& document : content.documents) add(document);
  for (const auto& file : content.files) files_.insert_or_assign(file.path, open_file(file));
}

const SiteDocument* Site::find_document(std::string_view path) const {
  const auto found = documents_.find(path);
  return found == documents_.end() ? nullptr : &found->second;
}

const SiteFile* Site::find_file(std::string_view path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : &found->second;
}

std::optional<geo::TileId> Site::find_glyphs(const GlyphAddress& address) const {
  const auto found = std::find(stacks_.begin(), stacks_.end(), address.stack);
  if (found == stacks_.end()) return std::nullopt;
  return geo::TileId{glyph_zoom, address.range, static_cast<std::uint32_t>(found - stacks_.begin())};
}

std::string with_base(std::string_view text, std::string_view base) {
  constexpr std::string_view mark = "{base}";
  std::string out;
  for (;;) {
    const auto found = text.find(mark);
    out += text.substr(0, found);
    if (found == std::string_view::npos) return out;
    out += base;
    text.remove_prefix(found + mark.size());
  }
}

}  // namespace dateline::pipeline::detail
