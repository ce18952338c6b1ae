#include <charconv>
#include <cstdlib>

#include <cairo-pdf.h>

#include "base/civil_date.hpp"
#include "base/error.hpp"
#include "base/limits.hpp"
#include "render/detail/lettering.hpp"
#include "render/detail/link_boxes.hpp"
#include "render/detail/pdf_repair.hpp"
#include "render/detail/safe_text.hpp"
#include "render/detail/svg_path.hpp"
#include "render/write.hpp"

namespace dateline::render {

namespace {

constexpr double points_per_pixel = 72.0 / 96.0;

cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned int length) noexcept {
  try {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
  } catch (...) {  // nothing may be thrown through Cairo
    return CAIRO_STATUS_NO_MEMORY;
  }
}

/// Sets a link tag around every group that has a safe address.
class LinkTags final : public detail::GroupObserver {
 public:
  LinkTags(cairo_t* context, const DisplayList& items, const detail::PangoEngine& engine)
      : context_(context), items_(items), engine_(engine) {}

  void begin_group(std::size_t index, const BeginGroup& group) override {
    std::string link = inside_link() ? "" : detail::safe_link(group.href);  // PDF links do not nest
    if (link.rfind('#', 0) == 0) link.clear();  // a fragment names a group of the SVG; the PDF has no such place
    const std::vector<PageBox> boxes = link.empty() ? std::vector<PageBox>{} : detail::link_boxes(items_, index, engine_);
    tagged_.push_back(!boxes.empty());
    if (boxes.empty()) return;
    std::string rectangles;
    for (const PageBox& box : boxes) {
      for (const double value : {box.left, box.top, box.width(), box.height()}) rectangles += detail::svg_number(value) + ' ';
    }
    // safe_link() leaves no quote or backslash that could end the text.
    cairo_tag_begin(context_, CAIRO_TAG_LINK, ("uri='" + link + "' rect=[" + rectangles + ']').c_str());
  }
  void end_group() override {
    if (tagged_.back()) cairo_tag_end(context_, CAIRO_TAG_LINK);
    tagged_.pop_back();
  }

 private:
  bool inside_link() const {
    for (const bool tagged : tagged_) {
      if (tagged) return true;
    }
    return false;
  }

  cairo_t* context_;
  const DisplayList& items_;
  const detail::PangoEngine& engine_;
  std::vector<bool> tagged_;
};

/// SOURCE_DATE_EPOCH (reproducible-builds.org) as a PDF date in UTC; empty if unset or not a number of seconds.
std::string build_date() {
  const char* text = std::getenv("SOURCE_DATE_EPOCH");
  if (text == nullptr) return {};
  const std::string_view digits = text;
  long long seconds = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  constexpr long long last = 253'402'300'799;  // the end of the year 9999
  if (error != std::errc{} || end != digits.data() + digits.size() || seconds < 0 || seconds > last) return {};
  std::string day = CivilDate::make(1970, 1, 1)->plus_days(static_cast<int>(seconds / 86'400)).to_string();
  std::erase(day, '-');
  const auto two = [](long long value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  const long long in_day = seconds % 86'400;
  return "D:" + day + two(in_day / 3600) + two(in_day / 60 % 60) + two(in_day % 60) + 'Z';
}

void set_metadata(cairo_surface_t* surface, const Page& page) {
  const auto set = [&](cairo_pdf_metadata_t key, const std::string& value) {
    const std::string clean = detail::clean_text(value);
    if (!clean.empty()) cairo_pdf_surface_set_metadata(surface, key, clean.c_str());
  };
  set(CAIRO_PDF_METADATA_TITLE, page.title.empty() ? "Map" : page.title);
  set(CAIRO_PDF_METADATA_SUBJECT, page.description);
  set(CAIRO_PDF_METADATA_KEYWORDS, page.document_id.empty() ? page.credits : "document " + page.document_id + "; " + page.credits);
  set(CAIRO_PDF_METADATA_CREATOR, "Dateline");
  // Cairo's own date would be the clock's, and its length would depend on the zone; set_dates() writes over these.
  set(CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00+00:00");
  set(CAIRO_PDF_METADATA_MOD_DATE, "1970-01-01T00:00:00+00:00");
}

void check_size(const Page& page) {
  const auto good = [](double side) { return side >= 1 && side <= limits::max_page_side; };
  if (good(page.width) && good(page.height)) return;
  throw RenderError("a page must be 1 to " + std::to_string(limits::max_page_side) + " pixels wide and high");
}

}  // namespace

std::string write_pdf(const std::vector<Page>& pages) {
  if (pages.empty()) throw RenderError("a PDF needs at least one page");
  for (const Page& page : pages) check_size(page);
  std::string pdf;
  const detail::SurfaceHandle surface(cairo_pdf_surface_create_for_stream(
      append_bytes, &pdf, pages.front().width * points_per_pixel, pages.front().height * points_per_pixel));
  detail::check_cairo(surface.get(), "starting the PDF");
  set_metadata(surface.get(), pages.front());
  for (const Page& page : pages) {
    cairo_pdf_surface_set_size(surface.get(), page.width * points_per_pixel, page.height * points_per_pixel);
    const detail::ContextHandle context(cairo_create(surface.get()));
    cairo_scale(context.get(), points_per_pixel, points_per_pixel);
    const detail::PangoEngine engine(page.font_families);
    LinkTags links(context.get(), page.items, engine);
    detail::paint(context.get(), detail::FontLettering(engine), page.items, {.observer = &links});
    cairo_show_page(context.get());
    detail::check_cairo(context.get(), "drawing the PDF");
  }
  cairo_surface_finish(surface.get());
  detail::check_cairo(surface.get(), "writing the PDF");
  detail::repair_cross_references(pdf);
  detail::set_dates(pdf, build_date());
  return pdf;
}

}  // namespace dateline::render
