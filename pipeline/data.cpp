#include "pipeline/data.hpp"

#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "base/files.hpp"

namespace dateline::pipeline {

struct Data::Parts {
  std::filesystem::path folder;
  std::filesystem::path store_file;
  std::mutex mutex;
  std::optional<gazetteer::Store> store;
  std::optional<gazetteer::LocateModel> locate_model;
  std::optional<gazetteer::Locator> locator;
  std::optional<claims::Extractor> extractor;

  /// To be called with the mutex locked.
  const gazetteer::Store& opened_store() {
    if (!store) store.emplace(gazetteer::Store::open(store_file.empty() ? folder / "places.dgz" : store_file));
    return *store;
  }
  std::map<std::string, geo::BaseMap> base_maps;
};

Data::Data() : Data(find_data_folder()) {}
Data::Data(std::filesystem::path folder) : parts_(std::make_unique<Parts>()) { parts_->folder = std::move(folder); }
Data::~Data() = default;

const std::filesystem::path& Data::folder() const noexcept { return parts_->folder; }

void Data::use_store(std::filesystem::path file) {
  const std::scoped_lock lock(parts_->mutex);
  parts_->store_file = std::move(file);
}

const gazetteer::Store& Data::store() {
  const std::scoped_lock lock(parts_->mutex);
  return parts_->opened_store();
}

const gazetteer::Locator& Data::locator() {
  const std::scoped_lock lock(parts_->mutex);
  if (!parts_->locator) {
    const auto& store = parts_->opened_store();
    parts_->locate_model.emplace(gazetteer::LocateModel::load(parts_->folder / "locate"));
    parts_->locator.emplace(store, *parts_->locate_model);
  }
  return *parts_->locator;
}

const claims::Extractor& Data::extractor() {
  const std::scoped_lock lock(parts_->mutex);
  if (!parts_->extractor) parts_->extractor.emplace(parts_->folder);
  return *parts_->extractor;
}

const geo::BaseMap& Data::base_map(const std::string& worldview) {
  const std::scoped_lock lock(parts_->mutex);
  auto found = parts_->base_maps.find(worldview);
  if (found == parts_->base_maps.end()) {
    found = parts_->base_maps.emplace(worldview, geo::BaseMap::open(parts_->folder, worldview)).first;
  }
  return found->second;
}

}  // namespace dateline::pipeline
