#pragma once

#include <filesystem>
#include <functional>
#include <istream>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "article/reader.hpp"
#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "base/progress.hpp"
#include "claims/check.hpp"
#include "claims/ledger.hpp"
#include "gazetteer/locate.hpp"
#include "render/draw.hpp"

/// The only folder that knows the others: stories -> ledger -> scene -> outputs. Never prints; returns values and diagnostics.
namespace dateline::pipeline {

/// Shipped data, opened when first needed. Thread-safe.
class Data {
 public:
  Data();                        ///< finds the data folder (base/files.hpp)
  explicit Data(std::filesystem::path folder);
  ~Data();
  [[nodiscard]] const std::filesystem::path& folder() const noexcept;
  [[nodiscard]] const gazetteer::Store& store();
  [[nodiscard]] const geo::BaseMap& base_map(const std::string& worldview);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

struct ExtractOptions {
  article::ReadOptions read;
  gazetteer::LocateOptions locate;
  int threads = 0;               ///< 0: as many as there are processors; never changes the result
};

struct ExtractResult {
  claims::Ledger ledger;
  Diagnostics diagnostics;       ///< of all stories, in their order
};

/// Stories -> ledger, grouped and numbered.
[[nodiscard]] ExtractResult extract(Data& data, const std::vector<std::string>& inputs, const ExtractOptions& options, Progress& progress);

/// Reads a ledger file and verifies it (positions, references).
[[nodiscard]] claims::Ledger load_ledger(const std::string& file);
/// True if the input is a ledger by its first bytes.
[[nodiscard]] bool is_ledger(const std::string& file);

struct MapOptions {
  render::DrawOptions draw;
  std::string style = "light";
  std::string worldview = "un";
  double scale = 1;              ///< PNG: device pixels per CSS pixel
  std::string title;             ///< empty: made from the events
  bool with_transfers = false;   ///< draw materiel too
};

enum class PictureFormat { Png, Svg, Pdf };
/// By file ending; throws UsageError that lists the known ones.
[[nodiscard]] PictureFormat picture_format(const std::string& path);

struct Picture {
  std::string bytes;
  Diagnostics diagnostics;
  std::vector<std::string> summary;   ///< lines for stderr: what was drawn, what not, panels
};
/// Ledger -> picture. Throws NothingToDraw.
[[nodiscard]] Picture draw_map(Data& data, const claims::Ledger& ledger, PictureFormat format, const MapOptions& options);

/// The scene of a ledger: places, marks, notes and words.
[[nodiscard]] render::Scene make_scene(Data& data, const claims::Ledger& ledger, const MapOptions& options);

/// One located story as one line of JSON: {"id","mentions":[...]}, offsets in code points.
[[nodiscard]] std::string locate_to_json_line(Data& data, const article::Article& article, const gazetteer::LocateOptions& options);

}  // namespace dateline::pipeline
