#include "article/detail/fields.hpp"

#include <algorithm>
#include <array>

#include "article/detail/loose_date.hpp"

namespace dateline::article::detail {

namespace {

struct Field {
  std::string_view name;
  std::string Metadata::*member;
};

constexpr std::array kFields{
    Field{"id", &Metadata::id},
    Field{"title", &Metadata::title},
    Field{"headline", &Metadata::title},
    Field{"publisher", &Metadata::publisher},
    Field{"source", &Metadata::publisher},
    Field{"outlet", &Metadata::publisher},
    Field{"author", &Metadata::author},
    Field{"byline", &Metadata::author},
    Field{"url", &Metadata::url},
    Field{"link", &Metadata::url},
    Field{"archive_url", &Metadata::archive_url},
    Field{"language", &Metadata::language},
    Field{"lang", &Metadata::language},
};

constexpr std::array<std::string_view, 4> kDateNames{"published", "date", "datepublished", "pubdate"};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return result;
}

}  // namespace

FieldResult set_field(Metadata& metadata, std::string_view name, std::string_view value) {
  const std::string key = lower(name);
  const auto field = std::find_if(kFields.begin(), kFields.end(), [&](const Field& f) { return f.name == key; });
  if (field != kFields.end()) {
    if (!value.empty()) metadata.*(field->member) = value;
    return FieldResult::Taken;
  }
  if (std::find(kDateNames.begin(), kDateNames.end(), key) == kDateNames.end()) return FieldResult::Unknown;
  if (value.empty()) return FieldResult::Taken;
  const auto date = parse_published(value);
  if (!date) return FieldResult::BadDate;
  metadata.published = date;
  metadata.published_basis = PublishedBasis::Metadata;
  return FieldResult::Taken;
}

void fill_missing(Metadata& strong, const Metadata& weak) {
  for (const Field& field : kFields) {
    if ((strong.*(field.member)).empty()) strong.*(field.member) = weak.*(field.member);
  }
  if (!strong.published && weak.published) {
    strong.published = weak.published;
    strong.published_basis = weak.published_basis;
  }
}

}  // namespace dateline::article::detail
