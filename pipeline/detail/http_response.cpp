#include "pipeline/detail/http_response.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <new>

#include "article/hash.hpp"
#include "base/error.hpp"

namespace dateline::pipeline::detail {

namespace {

using Bytes = std::shared_ptr<const std::string>;

void forget_bytes(void* holder) noexcept { delete static_cast<Bytes*>(holder); }

ResponseHandle with_headers(MHD_Response* response, const HeaderList& headers) {
  if (response == nullptr) throw std::bad_alloc();
  ResponseHandle handle(response);
  for (const auto& [name, value] : headers) {
    if (MHD_add_response_header(response, std::string(name).c_str(), value.c_str()) != MHD_YES) throw std::bad_alloc();
  }
  return handle;
}

/// windowBits of zlib: the widest window, with gzip's header and not zlib's.
constexpr int kGzip = 15 + 16;
constexpr std::size_t kUnpackStep = 64U << 10U;

}  // namespace

ResponseHandle make_response(std::shared_ptr<const std::string> bytes, const HeaderList& headers) {
  auto holder = std::make_unique<Bytes>(std::move(bytes));
  const std::string& text = **holder;
  // The library takes a pointer to what it may write, and does not write.
  auto* response = MHD_create_response_from_buffer_with_free_callback_cls(text.size(), const_cast<char*>(text.data()), &forget_bytes, holder.get());
  if (response != nullptr) holder.release();
  return with_headers(response, headers);
}

ResponseHandle make_empty_response(const HeaderList& headers) { return with_headers(MHD_create_response_from_buffer(0, nullptr, MHD_RESPMEM_PERSISTENT), headers); }

ResponseHandle make_text_response(std::string_view sentence, const HeaderList& headers) {
  auto handle = make_response(std::make_shared<const std::string>(std::string(sentence) + "\n"), headers);
  if (MHD_add_response_header(handle.get(), MHD_HTTP_HEADER_CONTENT_TYPE, "text/plain; charset=utf-8") != MHD_YES) throw std::bad_alloc();
  return handle;
}

ResponseHandle make_file_response(int descriptor, std::uint64_t offset, std::uint64_t size, const HeaderList& headers) {
  const int copy = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
  if (copy < 0) throw InputError("no further file can be opened", "serve fewer clients at a time, or raise the limit with ulimit -n");
  auto* response = MHD_create_response_from_fd_at_offset64(size, copy, offset);
  if (response == nullptr) ::close(copy);
  return with_headers(response, headers);
}

std::string etag_of(std::string_view bytes) {
  constexpr std::size_t digits = 20;   // 80 bits: two contents of one address never share it by accident
  return "\"" + article::sha256_hex(bytes).substr(0, digits) + "\"";
}

std::string gzipped(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));   // zlib reads it only
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string gunzipped(std::string_view bytes, std::size_t max_bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, kGzip) != Z_OK) throw std::bad_alloc();
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  int result = Z_OK;
  while (result == Z_OK && out.size() <= max_bytes) {
    const std::size_t before = out.size();
    out.resize(before + kUnpackStep);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + before);
    stream.avail_out = kUnpackStep;
    result = inflate(&stream, Z_NO_FLUSH);
    out.resize(before + kUnpackStep - stream.avail_out);
    if (result == Z_OK && out.size() == before) break;   // no progress: the input is cut off
  }
  inflateEnd(&stream);
  if (result != Z_STREAM_END) throw InputError("a compressed tile is damaged or unpacks to more than " + std::to_string(max_bytes) + " bytes", "make the tiles again");
  return out;
}

}  // namespace dateline::pipeline::detail
