#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "pipeline/detail/http_response.hpp"
#include "pipeline/detail/http_target.hpp"
#include "pipeline/tile_server.hpp"

/// What a server has at its paths, apart from tiles.
namespace dateline::pipeline::detail {

/// A document with its answers ready.
struct SiteDocument {
  ServedDocument source;
  std::string etag;
  std::size_t size = 0, gzipped_size = 0;
  ResponseHandle plain, gzipped;   ///< null if the text names the server, and so differs by client
  [[nodiscard]] HeaderList headers(const std::string& cors) const;
};

class FileDescriptor {
 public:
  explicit FileDescriptor(int descriptor) noexcept : descriptor_(descriptor) {}
  ~FileDescriptor();
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  [[nodiscard]] int get() const noexcept { return descriptor_; }

 private:
  int descriptor_;
};

/// A file that is held open: replacing it on disk does not mix two versions in one answer.
struct SiteFile {
  std::shared_ptr<const FileDescriptor> descriptor;
  std::uint64_t size = 0;
  std::string etag, content_type;
};

class Site {
 public:
  /// Throws InputError for a file that cannot be opened.
  Site(const ServerContent& content, const std::string& cors);
  [[nodiscard]] const SiteDocument* find_document(std::string_view path) const;
  [[nodiscard]] const SiteFile* find_file(std::string_view path) const;
  /// The tile that a range of letters is; absent for a stack of fonts that the style does not use.
  [[nodiscard]] std::optional<geo::TileId> find_glyphs(const GlyphAddress& address) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
  };
  std::unordered_map<std::string, SiteDocument, Hash, std::equal_to<>> documents_;
  std::unordered_map<std::string, SiteFile, Hash, std::equal_to<>> files_;
  std::vector<std::string> stacks_;
};

/// The document's text for a client that reaches the server as `base` ("http://127.0.0.1:8080").
[[nodiscard]] std::string with_base(std::string_view text, std::string_view base);

}  // namespace dateline::pipeline::detail
