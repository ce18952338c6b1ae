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
  std::optional<claims::Extractor> extractor;
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
  if (!parts_->store) {
    parts_->store.emplace(gazetteer::Store::open(parts_->store_file.empty() ? parts_->folder / "places.dgz" : parts_->store_file));
  }
  return *parts_->store;
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
