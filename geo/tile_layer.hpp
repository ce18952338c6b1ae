#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "geo/tile_id.hpp"
#include "geo/vector_layer.hpp"

namespace dateline::geo {

/// What tiles are made of: a table of features in degrees, for a range of zooms. A style's layer draws it when "source" and
/// "source-layer" (data.name) are the same. Several with the same names serve different zooms (coarse and fine coasts).
struct TileLayer {
  std::string source;
  VectorLayer data;
  int min_zoom = 0, max_zoom = max_tile_zoom;   ///< zooms of tiles, both included
};

/// Layers in the order in which they lie upon each other. They never change, and copies share them: a base map is hundreds of megabytes.
class TileLayers {
 public:
  using Layer = std::shared_ptr<const TileLayer>;
  class Iterator {
   public:
    using difference_type = std::ptrdiff_t;
    using value_type = TileLayer;
    explicit Iterator(std::vector<Layer>::const_iterator at) noexcept : at_(at) {}
    const TileLayer& operator*() const noexcept { return **at_; }
    Iterator& operator++() noexcept {
      ++at_;
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    std::vector<Layer>::const_iterator at_;
  };

  TileLayers() = default;
  TileLayers(std::vector<TileLayer> layers) {   // NOLINT(google-explicit-constructor): a list of layers is one
    for (TileLayer& layer : layers) layers_.push_back(std::make_shared<const TileLayer>(std::move(layer)));
  }
  TileLayers(std::initializer_list<TileLayer> layers) : TileLayers(std::vector<TileLayer>(layers)) {}

  void add(Layer layer) { layers_.push_back(std::move(layer)); }
  void add(const TileLayers& above) { layers_.insert(layers_.end(), above.layers_.begin(), above.layers_.end()); }

  [[nodiscard]] Iterator begin() const noexcept { return Iterator(layers_.begin()); }
  [[nodiscard]] Iterator end() const noexcept { return Iterator(layers_.end()); }
  [[nodiscard]] std::size_t size() const noexcept { return layers_.size(); }
  [[nodiscard]] const TileLayer& operator[](std::size_t i) const { return *layers_[i]; }
  /// To be shared with other lists.
  [[nodiscard]] const Layer& shared(std::size_t i) const { return layers_[i]; }

 private:
  std::vector<Layer> layers_;
};

}  // namespace dateline::geo
