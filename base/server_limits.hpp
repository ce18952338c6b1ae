#pragma once

#include <cstddef>

/// What `dateline serve` takes from clients, with the accident or attack that each limit stops.
namespace dateline::limits {

/// Request line and header of one request, and the memory of one connection. Browsers send under 2 kB; without a limit, a thousand
/// connections with an endless header each would fill the memory.
inline constexpr std::size_t max_request_header_bytes = 16U << 10U;
/// The address in it. Ours have under 100 bytes; proxies and logs choke on longer ones.
inline constexpr std::size_t max_request_target_bytes = 2048;
/// The body of a request, which nothing here needs: it is read and thrown away, so that the client sees the answer.
inline constexpr std::size_t max_request_body_bytes = 64U << 10U;
/// Time for a request to arrive whole, and for the next one on a kept connection. Clients that send a byte now and then would otherwise hold
/// all connections for ever ("slowloris").
inline constexpr int request_seconds = 20;
/// Time to take an answer, and the least rate for large ones: clients that read nothing hold a connection and its buffers.
inline constexpr int answer_seconds = 30;
inline constexpr std::size_t answer_bytes_per_second = 8U << 10U;

}  // namespace dateline::limits
