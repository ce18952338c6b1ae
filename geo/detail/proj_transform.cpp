#include "geo/detail/proj_transform.hpp"

#include <cmath>
#include <cstdlib>
#include <limits>
#include <set>
#include <string_view>

#include "base/error.hpp"
#include "geo/detail/proj_handles.hpp"

namespace dateline::geo::detail {
namespace {

ProjContext make_context() {
  ProjContext context(proj_context_create());
  if (!context) throw GeoError("PROJ could not start");
  proj_context_set_enable_network(context.get(), 0);
  proj_log_level(context.get(), PJ_LOG_NONE);
  return context;
}

/// Twice round the Earth, in metres: what comes out farther away is a pole of Mercator or the far pole of a cone, where
/// rounding makes a large number of infinity.
constexpr double farthest = 8e7;

[[noreturn]] void refuse(const std::string& definition, const std::string& why) {
  throw GeoError("\"" + definition + "\" " + why, "give an EPSG code such as EPSG:3857 or a PROJ string of a map projection");
}

/// "lcc" of "+proj=lcc +lat_0=..."; the number of "+lon_0=131".
std::string find_parameter(std::string_view proj_string, std::string_view key) {
  const std::string needle = "+" + std::string(key) + "=";
  const auto at = proj_string.find(needle);
  if (at == std::string_view::npos) return {};
  const auto start = at + needle.size();
  return std::string(proj_string.substr(start, proj_string.find(' ', start) - start));
}

double to_number(const std::string& text) { return text.empty() ? 0 : std::strtod(text.c_str(), nullptr); }

/// A PROJ string that is only an operation ("+proj=lcc ...") becomes a CRS.
std::string as_crs(const std::string& definition) {
  if (definition.find("+proj=") == std::string::npos || definition.find("+type=crs") != std::string::npos) return definition;
  return definition + " +type=crs";
}

bool in_metres(PJ_CONTEXT* context, const PJ* crs) {
  const ProjOperation axes(proj_crs_get_coordinate_system(context, crs));
  double factor = 0;
  return axes && proj_cs_get_axis_info(context, axes.get(), 0, nullptr, nullptr, nullptr, &factor, nullptr, nullptr, nullptr) &&
         factor == 1;
}

}  // namespace

/// Whether the definition is a projection of WGS 84, or of a sphere, given by nothing but its parameters, in metres: then PROJ need not
/// open its database, which takes longer than projecting a map.
bool is_plain_projection(const std::string& definition) {
  static const std::set<std::string, std::less<>> harmless{"proj", "lat_0", "lon_0", "lat_1", "lat_2", "R", "datum", "units"};
  if (!definition.starts_with("+proj=") || definition.find_first_of("\t\n\"") != std::string::npos) return false;
  for (std::size_t at = 0; at < definition.size();) {
    const std::size_t end = std::min(definition.find(' ', at), definition.size());
    const std::string_view word = std::string_view(definition).substr(at, end - at);
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos || !word.starts_with('+') || !harmless.contains(word.substr(1, equals - 1))) return false;
    at = end + 1;
  }
  const bool sphere = !find_parameter(definition, "R").empty();
  return find_parameter(definition, "units") == "m" && find_parameter(definition, "datum") == (sphere ? "" : "WGS84");
}

class ProjTransform::Impl {
 public:
  explicit Impl(const std::string& definition) : context_(make_context()) {
    if (is_plain_projection(definition)) {
      std::string step = definition;
      if (const auto at = step.find("+datum="); at != std::string::npos) step.replace(at, 7, "+ellps=");
      operation_.reset(proj_create(context_.get(), ("+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step " + step).c_str()));
      name_ = "unknown";
      read_parameters(definition);
      if (operation_) return;
    }
    const ProjOperation crs(proj_create(context_.get(), as_crs(definition).c_str()));
    if (!crs) refuse(definition, "is not a coordinate reference system that PROJ knows");
    const PJ* plain = crs.get();
    ProjOperation base;
    if (proj_get_type(plain) == PJ_TYPE_BOUND_CRS) {
      base.reset(proj_get_source_crs(context_.get(), plain));
      plain = base.get();
    }
    if (proj_get_type(plain) != PJ_TYPE_PROJECTED_CRS) refuse(definition, "is not a projected coordinate reference system");
    if (!in_metres(context_.get(), plain)) refuse(definition, "is not in metres");
    if (const char* name = proj_get_name(plain)) name_ = name;
    if (const char* text = proj_as_proj_string(context_.get(), plain, PJ_PROJ_5, nullptr)) read_parameters(text);

    const ProjOperation wgs84(proj_create(context_.get(), "OGC:CRS84"));
    const ProjOperation raw(proj_create_crs_to_crs_from_pj(context_.get(), wgs84.get(), crs.get(), nullptr, nullptr));
    if (!raw) refuse(definition, "cannot be reached from WGS 84");
    // Longitude and easting come first whatever the authority's axis order says.
    operation_.reset(proj_normalize_for_visualization(context_.get(), raw.get()));
    if (!operation_) refuse(definition, "cannot be reached from WGS 84");
  }

  void run(PJ_DIRECTION direction, std::span<MapPoint> points) const {
    if (points.empty()) return;
    constexpr auto stride = sizeof(MapPoint);
    proj_errno_reset(operation_.get());
    proj_trans_generic(operation_.get(), direction, &points[0].x, stride, points.size(), &points[0].y, stride, points.size(),
                       nullptr, 0, 0, nullptr, 0, 0);
    // A bad point comes back as infinity and leaves an error behind, which would stop nothing but poison the next call.
    if (proj_errno(operation_.get()) != 0) proj_errno_reset(operation_.get());
    constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();
    for (MapPoint& p : points) {
      if (!(std::abs(p.x) < farthest) || !(std::abs(p.y) < farthest)) p = {nowhere, nowhere};
    }
  }

  std::string method_;
  std::string name_;
  double center_longitude_ = 0;
  double center_latitude_ = 0;

 private:
  void read_parameters(const std::string& text) {
    method_ = find_parameter(text, "proj");
    center_longitude_ = to_number(find_parameter(text, "lon_0"));
    center_latitude_ = to_number(find_parameter(text, "lat_0"));
    if (method_ == "utm") center_longitude_ = to_number(find_parameter(text, "zone")) * 6 - 183;
  }

  ProjContext context_;
  ProjOperation operation_;
};

ProjTransform::ProjTransform(const std::string& definition) : impl_(std::make_unique<Impl>(definition)) {}
ProjTransform::~ProjTransform() = default;
ProjTransform::ProjTransform(ProjTransform&&) noexcept = default;
ProjTransform& ProjTransform::operator=(ProjTransform&&) noexcept = default;

void ProjTransform::forward(std::span<MapPoint> points) const { impl_->run(PJ_FWD, points); }
void ProjTransform::inverse(std::span<MapPoint> points) const { impl_->run(PJ_INV, points); }
const std::string& ProjTransform::method() const noexcept { return impl_->method_; }
double ProjTransform::center_longitude() const noexcept { return impl_->center_longitude_; }
double ProjTransform::center_latitude() const noexcept { return impl_->center_latitude_; }
const std::string& ProjTransform::name() const noexcept { return impl_->name_; }

}  // namespace dateline::geo::detail
