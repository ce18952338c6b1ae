#pragma once

#include <microhttpd.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Answers of libmicrohttpd. A response object is counted by reference inside the library: one that is kept can be queued on any number of
/// connections, and its bytes are never copied.
namespace dateline::pipeline::detail {

struct ResponseDeleter {
  void operator()(MHD_Response* response) const noexcept { MHD_destroy_response(response); }
};
using ResponseHandle = std::unique_ptr<MHD_Response, ResponseDeleter>;

using HeaderList = std::vector<std::pair<std::string_view, std::string>>;

/// Keeps the bytes alive as long as any connection sends them. Throws std::bad_alloc.
[[nodiscard]] ResponseHandle make_response(std::shared_ptr<const std::string> bytes, const HeaderList& headers);
/// An answer without a body: 304.
[[nodiscard]] ResponseHandle make_empty_response(const HeaderList& headers);
/// A short text for people who look at the address: "There is no such tile."
[[nodiscard]] ResponseHandle make_text_response(std::string_view sentence, const HeaderList& headers);
/// Part of an open file; `descriptor` stays the caller's.
[[nodiscard]] ResponseHandle make_file_response(int descriptor, std::uint64_t offset, std::uint64_t size, const HeaderList& headers);

/// The tag of these bytes, with its quotes: another one whenever they change.
[[nodiscard]] std::string etag_of(std::string_view bytes);

}  // namespace dateline::pipeline::detail
