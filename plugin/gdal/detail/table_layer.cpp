#include "plugin/gdal/detail/table_layer.hpp"

#include <cpl_error.h>

#include <exception>
#include <unordered_set>
#include <utility>

#include "plugin/gdal/detail/feature_style.hpp"
#include "plugin/gdal/detail/ogr_geometry.hpp"

namespace dateline::plugin {

namespace {

OGRFieldType field_type(geo::FieldType type) noexcept {
  switch (type) {
    case geo::FieldType::Text: return OFTString;
    case geo::FieldType::Integer: return OFTInteger64;
    case geo::FieldType::Real: return OFTReal;
    case geo::FieldType::Date: return OFTDate;
    case geo::FieldType::Boolean: return OFTInteger;
  }
  return OFTString;
}

void set_value(OGRFeature& feature, int slot, const geo::FieldValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) feature.SetField(slot, text->c_str());
  else if (const auto* integer = std::get_if<std::int64_t>(&value)) feature.SetField(slot, static_cast<GIntBig>(*integer));
  else if (const auto* real = std::get_if<double>(&value)) feature.SetField(slot, *real);
  else if (const auto* date = std::get_if<CivilDate>(&value)) feature.SetField(slot, date->year(), date->month(), date->day());
  else if (const auto* truth = std::get_if<bool>(&value)) feature.SetField(slot, *truth ? 1 : 0);
  else feature.SetFieldNull(slot);
}

/// Runs `work`; an exception becomes an error of GDAL and `fallback`. Nothing may be thrown into the host program.
template <typename Work, typename Result>
Result guarded(Result fallback, Work work) noexcept {
  try {
    return work();
  } catch (const std::exception& error) {
    CPLError(CE_Failure, CPLE_AppDefined, "DATELINE: %s", error.what());
  } catch (...) {
    CPLError(CE_Failure, CPLE_AppDefined, "DATELINE: unknown error");
  }
  return fallback;
}

}  // namespace

TableLayer::TableLayer(geo::VectorLayer table, OGRSpatialReference* crs, MakeRows make_rows)
    : table_(std::move(table)), make_rows_(std::move(make_rows)), definition_(new OGRFeatureDefn(table_.name.c_str())) {
  definition_->Reference();
  SetDescription(table_.name.c_str());
  definition_->SetGeomType(to_ogr(table_.kind));
  if (table_.kind != geo::GeometryKind::None) definition_->GetGeomFieldDefn(0)->SetSpatialRef(crs);
  for (const auto& field : table_.fields) {
    OGRFieldDefn definition(field.name.c_str(), field_type(field.type));
    if (field.type == geo::FieldType::Boolean) definition.SetSubType(OFSTBoolean);
    definition_->AddFieldDefn(&definition);
  }
}

TableLayer::~TableLayer() { definition_->Release(); }

void TableLayer::need_rows() {
  if (!make_rows_) return;
  const MakeRows make_rows = std::exchange(make_rows_, {});  // once, even if it fails
  table_.features = make_rows(table_.name);
  geometries_.resize(table_.features.size());
}

std::shared_ptr<OGRGeometry> TableLayer::make_geometry(const geo::FeatureGeometry& from) const {
  std::shared_ptr<OGRGeometry> made = to_ogr(from);
  if (made) made->assignSpatialReference(definition_->GetGeomFieldDefn(0)->GetSpatialRef());
  return made;
}

const OGRGeometry* TableLayer::geometry(std::size_t row) const {
  auto& kept = geometries_[row];
  if (kept) return kept.get();
  const auto& from = table_.features[row].geometry;
  if (!std::holds_alternative<geo::SharedArea>(from)) return (kept = make_geometry(from)).get();
  auto& shared = shared_[geo::areas_of(from)];
  if (!shared) shared = make_geometry(from);
  return (kept = shared).get();
}

std::unique_ptr<OGRFeature> TableLayer::make_feature(std::size_t row) const {
  auto feature = std::make_unique<OGRFeature>(definition_);
  feature->SetFID(static_cast<GIntBig>(row) + 1);
  const auto& values = table_.features[row].values;
  for (int i = 0; i < definition_->GetFieldCount(); ++i) {
    if (!definition_->GetFieldDefn(i)->IsIgnored()) set_value(*feature, i, values[static_cast<std::size_t>(i)]);
  }
  if (!definition_->IsGeometryIgnored()) {
    if (const OGRGeometry* shape = geometry(row)) feature->SetGeometry(shape);
  }
  // Even if it is to be ignored: QGIS says so of every layer, and then asks for the style of the features all the same.
  const auto style = style_of(table_, table_.features[row]);
  if (!style.empty()) feature->SetStyleString(style.c_str());
  return feature;
}

bool TableLayer::passes(OGRFeature& feature) { return m_poAttrQuery == nullptr || m_poAttrQuery->Evaluate(&feature) != 0; }

OGRFeature* TableLayer::GetNextFeature() {
  return guarded(static_cast<OGRFeature*>(nullptr), [this]() -> OGRFeature* {
    need_rows();
    while (next_ < table_.features.size()) {
      const std::size_t row = next_++;
      if (m_poFilterGeom != nullptr && (geometry(row) == nullptr || !FilterGeometry(geometries_[row].get()))) continue;
      auto feature = make_feature(row);
      if (passes(*feature)) return feature.release();
    }
    return nullptr;
  });
}

OGRFeature* TableLayer::GetFeature(GIntBig fid) {
  return guarded(static_cast<OGRFeature*>(nullptr), [this, fid]() -> OGRFeature* {
    need_rows();
    if (fid < 1 || static_cast<std::size_t>(fid) > table_.features.size()) return nullptr;
    return make_feature(static_cast<std::size_t>(fid) - 1).release();
  });
}

GIntBig TableLayer::GetFeatureCount(int force) {
  return guarded(GIntBig{-1}, [this, force]() -> GIntBig {
    need_rows();
    if (m_poFilterGeom == nullptr && m_poAttrQuery == nullptr) return static_cast<GIntBig>(table_.features.size());
    return OGRLayer::GetFeatureCount(force);
  });
}

OGRErr TableLayer::GetExtent(OGREnvelope* extent, int) {
  return guarded(OGRErr{OGRERR_FAILURE}, [this, extent]() -> OGRErr {
    need_rows();
    OGREnvelope all;
    std::unordered_set<const OGRGeometry*> met;
    for (std::size_t row = 0; row < table_.features.size(); ++row) {
      const OGRGeometry* shape = geometry(row);
      if (shape == nullptr || shape->IsEmpty() || !met.insert(shape).second) continue;
      OGREnvelope one;
      shape->getEnvelope(&one);
      all.Merge(one);
    }
    if (!all.IsInit()) return OGRERR_FAILURE;
    *extent = all;
    return OGRERR_NONE;
  });
}

int TableLayer::TestCapability(const char* capability) {
  for (const char* known : {OLCRandomRead, OLCStringsAsUTF8, OLCIgnoreFields, OLCFastGetExtent}) {
    if (EQUAL(capability, known)) return TRUE;
  }
  return EQUAL(capability, OLCFastFeatureCount) && m_poFilterGeom == nullptr && m_poAttrQuery == nullptr;
}

}  // namespace dateline::plugin
