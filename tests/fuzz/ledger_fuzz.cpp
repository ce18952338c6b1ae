#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "claims/ledger_json.hpp"

/// Any bytes either give a value or an InputError; nothing else may happen.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    static_cast<void>(dateline::claims::ledger_from_json(bytes, "fuzz"));
  } catch (const dateline::InputError&) {
    // A clear refusal is a good answer.
  }
  return 0;
}
