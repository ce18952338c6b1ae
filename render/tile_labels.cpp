#include "render/tile_labels.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "render/tile_name_setter.hpp"

namespace dateline::render {

namespace {

constexpr double cell = 64;   ///< px; about the length of a name

/// CSS px. Where towns crowd around a large one, their dots stand in the way of its name beside its own dot: a little further out
/// it still plainly belongs there.
constexpr double pushes[] = {0, 2, 4};

struct Taken {
  double west, north, east, south;
  double x, y;                ///< of the place whose dot this is; names of the same place may touch it
};

bool overlap(const Taken& a, double west, double north, double east, double south) noexcept {
  return a.west < east && west < a.east && a.north < south && north < a.south;
}

/// What is taken, on a world that closes at the date line.
class TakenGround {
 public:
  explicit TakenGround(double world) : world_(world) {}

  void add(const Taken& box) {
    for (const double shift : {0.0, world_, -world_}) {
      if (box.west + shift >= world_ || box.east + shift <= 0) continue;
      Taken moved = box;
      moved.west += shift;
      moved.east += shift;
      moved.x += shift;
      const auto index = static_cast<std::uint32_t>(boxes_.size());
      boxes_.push_back(moved);
      each_cell(moved.west, moved.north, moved.east, moved.south, [&](std::uint64_t key) {
        cells_[key].push_back(index);
        return true;
      });
    }
  }

  [[nodiscard]] bool is_free(double west, double north, double east, double south, double x, double y) const {
    for (const double shift : {0.0, world_, -world_}) {
      if (west + shift >= world_ || east + shift <= 0) continue;
      const bool free = each_cell(west + shift, north, east + shift, south, [&](std::uint64_t key) {
        const auto found = cells_.find(key);
        if (found == cells_.end()) return true;
        return std::none_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
          const Taken& box = boxes_[i];
          const bool own = std::fabs(box.x - x - shift) < 0.5 && std::fabs(box.y - y) < 0.5;
          return !own && overlap(box, west + shift, north, east + shift, south);
        });
      });
      if (!free) return false;
    }
    return true;
  }

 private:
  template <typename F>
  static bool each_cell(double west, double north, double east, double south, F&& f) {
    const auto at = [](double v) { return static_cast<std::int64_t>(std::floor(v / cell)); };
    for (std::int64_t y = at(north); y <= at(south); ++y) {
      for (std::int64_t x = at(west); x <= at(east); ++x) {
        if (!f(static_cast<std::uint64_t>(y) << 32U ^ (static_cast<std::uint64_t>(x) & 0xFFFFFFFFU))) return false;
      }
    }
    return true;
  }

  double world_;
  std::vector<Taken> boxes_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cells_;
};

/// The same name at the same place of the same layer, whatever the zoom. FNV-1a.
std::uint64_t identity(const std::string& layer, const TileName& name, double world) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  const auto add = [&](unsigned char byte) { hash = (hash ^ byte) * 0x100000001B3U; };
  for (const char c : layer) add(static_cast<unsigned char>(c));
  add(0);
  for (const char c : name.text) add(static_cast<unsigned char>(c));
  // A hundred-thousandth of the world is 400 m.
  for (const double share : {name.x / world, name.y / world}) {
    const auto whole = static_cast<std::uint64_t>(std::llround(share * 1e5));
    for (unsigned shift = 0; shift < 24; shift += 8) add(static_cast<unsigned char>(whole >> shift));
  }
  return hash;
}

class Placer {
 public:
  Placer(const std::vector<NameLayer>& layers, const NamePlacement& placement, detail::GlyphStore& glyphs, ShownNames& shown)
      : layers_(layers), placement_(placement), shown_(shown), ground_(placement.world), placed_(layers.size()) {
    for (const NameLayer& layer : layers) {
      setters_.emplace_back(*layer.style, placement, glyphs);
      order_.push_back(sorted(layer));
      const auto padding = layer.style->numbers.find("text-padding");
      padding_.push_back((padding == layer.style->numbers.end() ? 2 : padding->second.at(placement.style_zoom)) * placement.scale);
      const auto overlap = layer.style->words.find("text-allow-overlap");
      always_.push_back(overlap != layer.style->words.end() && overlap->second == "true");
      done_.emplace_back(layer.names.size(), false);
    }
  }

  std::vector<TileNames> run(const std::vector<TileObstacle>& obstacles) {
    for (const TileObstacle& o : obstacles) ground_.add({o.x - o.radius, o.y - o.radius, o.x + o.radius, o.y + o.radius, o.x, o.y});
    // First what stands whatever happens, then what was there one zoom above, then the rest.
    pass([&](std::size_t layer, std::uint64_t) { return always_[layer]; });
    if (placement_.before != nullptr) pass([&](std::size_t, std::uint64_t id) { return placement_.before->contains(id); });
    pass([](std::size_t, std::uint64_t) { return true; });
    std::vector<TileNames> out(layers_.size());
    for (std::size_t i = 0; i < layers_.size(); ++i) out[i] = by_tile(i);
    return out;
  }

 private:
  static std::vector<std::uint32_t> sorted(const NameLayer& layer) {
    std::vector<std::uint32_t> order(layer.names.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return layer.names[a].sort_key < layer.names[b].sort_key; });
    return order;
  }

  template <typename F>
  void pass(F&& wanted) {
    for (std::size_t layer = layers_.size(); layer-- > 0;) {
      for (const std::uint32_t i : order_[layer]) {
        if (done_[layer][i]) continue;
        const std::uint64_t id = identity(layers_[layer].style->id, layers_[layer].names[i], placement_.world);
        if (!wanted(layer, id)) continue;
        done_[layer][i] = true;
        if (const auto at = try_place(layer, i, id)) shown_[id] = *at;
      }
    }
  }

  /// Number of the position that the name takes: where it stood one zoom above if it can, else the first that is free.
  std::optional<std::uint16_t> try_place(std::size_t layer, std::uint32_t index, std::uint64_t id) {
    const NameSetter::Block block = setters_[layer].set(layers_[layer].names[index].text);
    if (block.lines.empty() || block.width > placement_.world) return std::nullopt;
    const std::size_t positions = setters_[layer].positions().size();
    if (placement_.before != nullptr && !always_[layer]) {
      const auto known = placement_.before->find(id);
      if (known != placement_.before->end() && known->second < positions * std::size(pushes) && take(layer, index, block, known->second)) return known->second;
    }
    for (std::size_t at = 0; at < positions * (always_[layer] ? 1 : std::size(pushes)); ++at) {
      if (take(layer, index, block, at)) return static_cast<std::uint16_t>(at);
    }
    return std::nullopt;
  }

  /// Puts the name there if it has room. Positions are numbered as the style has them, then again, pushed further from the place.
  bool take(std::size_t layer, std::uint32_t index, const NameSetter::Block& block, std::size_t at) {
    const TileName& name = layers_[layer].names[index];
    NameSetter& setter = setters_[layer];
    NamePosition position = setter.positions()[at % setter.positions().size()];
    const double push = pushes[at / setter.positions().size()] * placement_.scale, padding = padding_[layer];
    if (push > 0 && position.right == 0 && position.down == 0) return false;
    position.dx += position.right * push;
    position.dy += position.down * push;
    const NameSetter::Corner corner = setter.corner(block, name.x, name.y, position);
    const double west = static_cast<double>(corner.x), north = static_cast<double>(corner.y), east = west + block.width, south = north + block.height;
    const bool inside = north >= 0 && south <= placement_.world;
    if (!always_[layer] && (!inside || !ground_.is_free(west - padding, north - padding, east + padding, south + padding, name.x, name.y))) return false;
    ground_.add({west, north, east, south, -1e9, -1e9});
    placed_[layer].emplace_back(index, setter.place(block, corner, position));
    return true;
  }

  /// The names of a layer in the order of painting, with the tiles that each touches.
  TileNames by_tile(std::size_t layer) {
    TileNames out;
    std::stable_sort(placed_[layer].begin(), placed_[layer].end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    const auto columns = static_cast<std::int64_t>(placement_.world) / placement_.tile;
    for (auto& [index, name] : placed_[layer]) {
      if (name.letters.empty()) continue;
      const auto place = static_cast<std::uint32_t>(out.names.size());
      const auto tile_of = [&](std::int64_t v) { return static_cast<std::int64_t>(std::floor(static_cast<double>(v) / placement_.tile)); };
      for (std::int64_t y = std::max<std::int64_t>(0, tile_of(name.north)); y <= std::min(columns - 1, tile_of(name.south - 1)); ++y) {
        for (std::int64_t x = tile_of(name.west); x <= tile_of(name.east - 1); ++x) {
          const std::int64_t column = (x % columns + columns) % columns;
          auto& list = out.by_tile[static_cast<std::uint64_t>(y) << 32U | static_cast<std::uint64_t>(column)];
          if (list.empty() || list.back() != place) list.push_back(place);
        }
      }
      out.names.push_back(std::move(name));
    }
    return out;
  }

  const std::vector<NameLayer>& layers_;
  const NamePlacement& placement_;
  ShownNames& shown_;
  TakenGround ground_;
  std::vector<std::vector<std::pair<std::uint32_t, PlacedName>>> placed_;
  std::vector<NameSetter> setters_;
  std::vector<std::vector<std::uint32_t>> order_;
  std::vector<double> padding_;
  std::vector<bool> always_;
  std::vector<std::vector<bool>> done_;
};

}  // namespace

std::vector<TileNames> place_names(const std::vector<NameLayer>& layers, const std::vector<TileObstacle>& obstacles, const NamePlacement& placement,
                                   detail::GlyphStore& glyphs, ShownNames& shown) {
  return Placer(layers, placement, glyphs, shown).run(obstacles);
}

}  // namespace dateline::render
