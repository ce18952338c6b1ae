#include "geo/basemap.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <set>

#include "base/error.hpp"
#include "geo/detail/basemap_file.hpp"
#include "geo/detail/basemap_reader.hpp"
#include "geo/detail/country_areas.hpp"
#include "geo/detail/outlines.hpp"

namespace dateline::geo {
namespace {

using namespace detail;

/// First-level lines would cover a map of a continent.
constexpr double first_level_below = 12e6;
/// Closer than this the divisions' own coast shows its corners.
constexpr double fine_coast_below = 4e6;

/// The least important river that a scale shows; -1 for none.
int deepest_river(double denominator) noexcept {
  if (denominator > 60e6) return -1;
  if (denominator > 30e6) return 0;
  if (denominator > 16e6) return 1;
  if (denominator > 5e6) return 2;
  return 3;
}

/// Lakes smaller than this many tolerances across (1.5 px) are only specks.
constexpr double least_lake = 5;

/// The id of a view as people write it.
std::string view_id(std::string name) {
  std::replace(name.begin(), name.end(), '-', '_');
  return name == "neutral" ? "un" : name;
}

}  // namespace

class BaseMap::Impl {
 public:
  Impl(const std::filesystem::path& folder, const std::string& wanted_view)
      : divisions(folder / "basemap.dbm", BaseMapKind::Divisions), worldview(view_id(wanted_view)) {
    if (std::filesystem::exists(folder / "water.dbm")) water.emplace(folder / "water.dbm", BaseMapKind::Water);
    if (std::filesystem::exists(folder / "coast.dbm")) coast.emplace(folder / "coast.dbm", BaseMapKind::Coast);
    const auto names = divisions.views();
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (divisions.text(names[i]) == worldview) view = i;
    }
    if (view == names.size() || divisions.text(names[view]) != worldview) {
      std::string known = "neutral";
      for (const auto name : names) known += ", " + std::string(divisions.text(name));
      throw InputError("the base map has no view of the world called \"" + wanted_view + "\"", "known views: " + known);
    }
  }

  [[nodiscard]] std::uint16_t owner(std::uint32_t cell) const noexcept { return divisions.owners()[view * divisions.cells().size() + cell]; }
  [[nodiscard]] std::string_view owner_code(std::uint32_t cell) const noexcept { return divisions.text(divisions.countries()[owner(cell)].iso2); }

  /// The cell at p, `none` on water; absent where no coast lies to the south.
  [[nodiscard]] std::optional<std::uint32_t> cell_at(LonLat p) const;
  void read_divisions(const Projection& projection, const BaseMapRequest& request, bool with_coast, BaseMapGeometry& out) const;
  void read_water(const Projection& projection, const BaseMapRequest& request, BaseMapGeometry& out) const;
  [[nodiscard]] std::vector<CountryLabel> make_labels() const;

  BaseMapFile divisions;
  std::optional<BaseMapFile> water;
  std::optional<BaseMapFile> coast;
  std::string worldview;
  std::size_t view = 0;
  mutable std::once_flag labels_made;
  mutable std::vector<CountryLabel> labels;
  /// Made once each: a map asks for the same countries for tints, arrows and names.
  [[nodiscard]] const MultiPolygon& country(std::uint16_t number) const;
  mutable std::mutex outlines_lock;
  mutable std::optional<CountryAreas> areas;
  mutable std::map<std::uint16_t, MultiPolygon> outlines;
};

void BaseMap::Impl::read_divisions(const Projection& projection, const BaseMapRequest& request, bool with_coast, BaseMapGeometry& out) const {
  const BaseMapReader reader(divisions, projection, request);
  if (with_coast) reader.add_polygons(out.land);
  std::vector<MapLine> lines;
  for (const StoredArc& arc : divisions.arcs()) {
    if (arc.left == none || arc.right == none) {
      if (with_coast && reader.may_show(arc.box)) reader.add_arc(arc, out.coast);
      continue;
    }
    BorderKind kind = BorderKind::FirstLevel;
    if ((arc.flags & arc_disputed) != 0) {
      kind = BorderKind::Disputed;
    } else if (owner(arc.left) != owner(arc.right)) {
      kind = BorderKind::International;
    } else if (request.scale_denominator >= first_level_below) {
      continue;
    }
    lines.clear();
    reader.add_arc(arc, lines);
    for (MapLine& line : lines) out.borders.push_back({kind, std::move(line)});
  }
}

void BaseMap::Impl::read_water(const Projection& projection, const BaseMapRequest& request, BaseMapGeometry& out) const {
  const BaseMapReader reader(*water, projection, request);
  reader.add_polygons(out.lakes, least_lake);
  const int deepest = deepest_river(request.scale_denominator);
  std::vector<MapLine> lines;
  std::set<std::uint32_t> ring_arcs;
  for (const std::int32_t arc : water->ring_arcs()) ring_arcs.insert(static_cast<std::uint32_t>(arc));
  for (std::uint32_t i = 0; i < water->arcs().size(); ++i) {
    const StoredArc& arc = water->arcs()[i];
    if (static_cast<int>(arc.attribute) > deepest || ring_arcs.contains(i)) continue;
    lines.clear();
    reader.add_arc(arc, lines);
    for (MapLine& line : lines) out.rivers.push_back({static_cast<int>(arc.attribute), std::move(line)});
  }
}

const MultiPolygon& BaseMap::Impl::country(std::uint16_t number) const {
  const std::lock_guard lock(outlines_lock);
  const auto [found, is_new] = outlines.try_emplace(number);
  if (is_new) {
    if (!areas) areas.emplace(divisions, view);
    found->second = areas->outline(number);
  }
  return found->second;   // nodes of a map stay where they are
}

std::vector<BaseMap::CountryLabel> BaseMap::Impl::make_labels() const {
  std::vector<CountryLabel> made;
  for (std::uint16_t number = 0; number < divisions.countries().size(); ++number) {
    const std::string_view name = divisions.text(divisions.countries()[number].name);
    if (name.empty() || divisions.labels().empty()) continue;
    const StoredLabel& stored = divisions.labels()[view * divisions.countries().size() + number];
    if (!(stored.area_km2 > 0)) continue;
    const auto lon = [](std::int32_t units) { return Lon(units * degrees_per_unit); };
    const auto lat = [](std::int32_t units) { return Lat(units * degrees_per_unit); };
    const auto point = LonLat::make(lon(stored.point.x), lat(stored.point.y));
    if (!point) continue;
    made.push_back({std::string(divisions.text(divisions.countries()[number].iso2)), std::string(name), *point, stored.area_km2,
                    Box{stored.box.west * degrees_per_unit, stored.box.south * degrees_per_unit, stored.box.east * degrees_per_unit, stored.box.north * degrees_per_unit}});
  }
  std::sort(made.begin(), made.end(), [](const auto& a, const auto& b) { return a.iso2 < b.iso2; });
  return made;
}

BaseMap::BaseMap(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
BaseMap::~BaseMap() = default;
BaseMap::BaseMap(BaseMap&&) noexcept = default;
BaseMap& BaseMap::operator=(BaseMap&&) noexcept = default;

BaseMap BaseMap::open(const std::filesystem::path& data_folder, const std::string& worldview) {
  return BaseMap(std::make_unique<const Impl>(data_folder, worldview));
}

BaseMapGeometry BaseMap::read(const Projection& projection, const BaseMapRequest& request) const {
  BaseMapGeometry out;
  const bool fine = impl_->coast && request.scale_denominator < fine_coast_below;
  impl_->read_divisions(projection, request, !fine, out);
  if (fine) {
    const BaseMapReader reader(*impl_->coast, projection, request);
    reader.add_polygons(out.land);
    reader.add_ring_lines(out.coast);
  }
  if (impl_->water) impl_->read_water(projection, request, out);
  return out;
}

MultiPolygon BaseMap::country_outline(const std::string& iso2) const {
  const auto& file = impl_->divisions;
  for (std::uint16_t number = 0; number < file.countries().size(); ++number) {
    if (file.text(file.countries()[number].iso2) != iso2) continue;
    return impl_->country(number);
  }
  return {};
}

MultiPolygon BaseMap::admin1_outline(const std::string& code) const {
  if (code.empty()) return {};
  const auto& file = impl_->divisions;
  return outline_of(file, [&](std::uint32_t cell) { return file.text(file.cells()[cell].admin1) == code; });
}

MultiPolygon BaseMap::land_in_box(const Box& box, const std::vector<std::string>& countries) const {
  const std::set<std::string, std::less<>> wanted(countries.begin(), countries.end());
  const auto land = outline_of(impl_->divisions, [&](std::uint32_t cell) { return wanted.empty() || wanted.contains(impl_->owner_code(cell)); });
  return clip_to_box(land, box);
}

MultiPolygon BaseMap::region_outline(const std::string& region_id) const {
  const auto& file = impl_->divisions;
  for (const StoredRegion& region : file.regions()) {
    if (file.text(region.id) != region_id) continue;
    const auto members = file.region_cells().subspan(region.first, region.count);
    return outline_of(file, [&](std::uint32_t cell) { return std::binary_search(members.begin(), members.end(), cell); });
  }
  return {};
}

std::optional<std::uint32_t> BaseMap::Impl::cell_at(LonLat p) const {
  // A meridian southward from p: the side that faces p of the first arc below it is p's cell.
  const auto& file = divisions;
  constexpr double turn = 360 / degrees_per_unit;
  const double x = p.lon() / degrees_per_unit;
  const double y = p.lat() / degrees_per_unit;
  double highest = -1e18;
  std::uint32_t cell = none;
  for (const StoredArc& arc : file.arcs()) {
    if (arc.box.south > y) continue;
    for (const double shift : {0.0, turn, -turn}) {
      const bool all_round = arc.box.east - arc.box.west >= turn;  // round a pole: it may start at any meridian
      if (!all_round && (x + shift < arc.box.west || x + shift > arc.box.east)) continue;
      // Walk the arc unrolled, in the same turn as its box.
      std::vector<double> xs(arc.count);
      double low = xs[0] = file.points()[arc.first].x;
      for (std::uint32_t i = 1; i < arc.count; ++i) {
        xs[i] = xs[i - 1] + std::remainder(file.points()[arc.first + i].x - xs[i - 1], turn);
        low = std::min(low, xs[i]);
      }
      const double home = turn * std::round((arc.box.west - low) / turn);
      for (std::uint32_t i = 0; i + 1 < arc.count; ++i) {
        const double x0 = xs[i] + home;
        const double x1 = xs[i + 1] + home;
        if ((x0 <= x + shift) == (x1 <= x + shift)) continue;
        const double y0 = file.points()[arc.first + i].y;
        const double at = y0 + (x + shift - x0) * (file.points()[arc.first + i + 1].y - y0) / (x1 - x0);
        if (at > y || at <= highest) continue;
        highest = at;
        cell = x1 > x0 ? arc.left : arc.right;  // eastward: the left side is the north
      }
    }
  }
  if (highest < -1e17) return std::nullopt;
  return cell;
}

std::string BaseMap::country_at(LonLat p) const {
  const auto cell = impl_->cell_at(p);
  if (!cell) return "AQ";  // no coast to the south: the land of the south pole
  return *cell == none ? std::string() : std::string(impl_->owner_code(*cell));
}

std::string BaseMap::admin1_at(LonLat p) const {
  const auto cell = impl_->cell_at(p).value_or(none);
  return cell == none ? std::string() : std::string(impl_->divisions.text(impl_->divisions.cells()[cell].admin1));
}

const std::vector<BaseMap::CountryLabel>& BaseMap::country_labels() const {
  std::call_once(impl_->labels_made, [this] { impl_->labels = impl_->make_labels(); });
  return impl_->labels;
}

const std::string& BaseMap::worldview() const noexcept { return impl_->worldview; }

std::vector<std::string> BaseMap::worldviews() const {
  std::vector<std::string> names;
  for (const auto name : impl_->divisions.views()) names.emplace_back(impl_->divisions.text(name));
  return names;
}

std::string BaseMap::credits() const { return impl_->water || impl_->coast ? "Map: Natural Earth; GSHHG." : "Map: Natural Earth."; }

}  // namespace dateline::geo
