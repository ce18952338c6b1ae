#pragma once

#include <memory>

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

/// Owners of Pango and fontconfig objects: each deleter names the freeing function.
namespace dateline::render::detail {

struct GObjectUnref {
  void operator()(void* object) const noexcept { g_object_unref(object); }
};
struct FcConfigRelease {
  void operator()(FcConfig* config) const noexcept { FcConfigDestroy(config); }
};
struct FontDescriptionFree {
  void operator()(PangoFontDescription* description) const noexcept { pango_font_description_free(description); }
};
struct AttrListUnref {
  void operator()(PangoAttrList* list) const noexcept { pango_attr_list_unref(list); }
};
struct FontMetricsUnref {
  void operator()(PangoFontMetrics* metrics) const noexcept { pango_font_metrics_unref(metrics); }
};

using FcConfigHandle = std::unique_ptr<FcConfig, FcConfigRelease>;
using PangoFontMapHandle = std::unique_ptr<PangoFontMap, GObjectUnref>;
using PangoContextHandle = std::unique_ptr<PangoContext, GObjectUnref>;
using PangoLayoutHandle = std::unique_ptr<PangoLayout, GObjectUnref>;
using PangoFontHandle = std::unique_ptr<PangoFont, GObjectUnref>;
using PangoFontsetHandle = std::unique_ptr<PangoFontset, GObjectUnref>;
using FontDescriptionHandle = std::unique_ptr<PangoFontDescription, FontDescriptionFree>;
using AttrListHandle = std::unique_ptr<PangoAttrList, AttrListUnref>;
using FontMetricsHandle = std::unique_ptr<PangoFontMetrics, FontMetricsUnref>;

}  // namespace dateline::render::detail
