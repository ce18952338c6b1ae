#pragma once

#include "gazetteer/detail/name_index.hpp"
#include "gazetteer/detail/store_file.hpp"
#include "gazetteer/store.hpp"

namespace dateline::gazetteer {

class Store::Impl {
 public:
  explicit Impl(detail::StoreFile opened) : file(std::move(opened)) {}
  detail::StoreFile file;

  /// Precondition: record < file.records.size(); std::out_of_range otherwise.
  [[nodiscard]] const detail::Record& record(std::uint32_t index) const;
  [[nodiscard]] geo::LonLat point(const detail::Record& record) const noexcept;
  [[nodiscard]] std::string id(const detail::Record& record) const;
  [[nodiscard]] std::string_view name_of(std::uint32_t index) const noexcept;
  [[nodiscard]] std::optional<geo::Box> box(std::uint32_t index) const;
};

}  // namespace dateline::gazetteer
