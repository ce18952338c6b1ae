#include "tests/fuzz/archive_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { return dateline::test::fuzz_archive(data, size, ".mbtiles"); }
