#include "pipeline/detail/http_response.hpp"

#include <fcntl.h>
#include <unistd.h>

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

}  // namespace dateline::pipeline::detail
