#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "claims/extract.hpp"
#include "gazetteer/locate.hpp"
#include "gazetteer/store.hpp"
#include "geo/basemap.hpp"

namespace dateline::pipeline {

/// The shipped data (share/dateline): each part is opened when it is first asked for and kept. Thread-safe.
class Data {
 public:
  /// Looks where base/files.hpp says. Throws InputError if there is no data folder.
  Data();
  explicit Data(std::filesystem::path folder);
  ~Data();
  Data(const Data&) = delete;
  Data& operator=(const Data&) = delete;

  [[nodiscard]] const std::filesystem::path& folder() const noexcept;
  /// Takes this place store instead of the shipped one; an empty path changes nothing. Precondition: store() was not called yet.
  void use_store(std::filesystem::path file);
  [[nodiscard]] const gazetteer::Store& store();
  /// Finds and places names with store() and the shipped word lists and weights (folder() / "locate").
  [[nodiscard]] const gazetteer::Locator& locator();
  [[nodiscard]] const claims::Extractor& extractor();
  /// The base map in one view of the world ("un"); the last view asked for is kept.
  [[nodiscard]] const geo::BaseMap& base_map(const std::string& worldview);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace dateline::pipeline
