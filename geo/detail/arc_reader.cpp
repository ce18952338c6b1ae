#include "geo/detail/arc_reader.hpp"

#include "base/error.hpp"

namespace dateline::geo::detail {
namespace {

constexpr std::string_view magic = "dateline arcs 1\n";
constexpr std::int64_t full_turn = 3'600'000;

class Varints {
 public:
  Varints(std::string_view bytes, const std::string& file) : bytes_(bytes), file_(file) {}

  std::uint32_t next() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
      if (at_ == bytes_.size()) fail();
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return static_cast<std::uint32_t>(value);
    }
    fail();
  }
  std::int64_t next_signed() {
    const std::uint32_t value = next();
    return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
  }
  [[nodiscard]] std::size_t left() const noexcept { return bytes_.size() - at_; }
  [[noreturn]] void fail() const { throw InputError("arc file " + file_ + " is damaged at byte " + std::to_string(at_)); }

 private:
  std::string_view bytes_;
  const std::string& file_;
  std::size_t at_ = magic.size();
};

}  // namespace

std::vector<SourceArc> read_arcs(std::string_view bytes, const std::string& file) {
  if (!bytes.starts_with(magic)) throw InputError(file + " is not an arc file");
  Varints in(bytes, file);
  std::vector<SourceArc> arcs(std::min<std::size_t>(in.next(), in.left()));
  for (SourceArc& arc : arcs) {
    arc.left = in.next() - 1;
    arc.right = in.next() - 1;
    arc.attribute = in.next();
    const std::uint32_t count = in.next();
    if (count < 2 || count > in.left()) in.fail();
    std::int64_t x = 0;
    std::int64_t y = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
      x += in.next_signed();
      y += in.next_signed();
      if (x >= full_turn / 2) x -= full_turn;
      if (x < -full_turn / 2) x += full_turn;
      if (y < -900'000 || y > 900'000 || x < -full_turn / 2 || x > full_turn / 2) in.fail();
      arc.points.push_back({static_cast<std::int32_t>(x), static_cast<std::int32_t>(y)});
    }
  }
  return arcs;
}

}  // namespace dateline::geo::detail
