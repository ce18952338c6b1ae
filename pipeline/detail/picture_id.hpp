#pragma once

#include <string>
#include <string_view>

namespace dateline::pipeline::detail {

/// The document id that render/ wrote into a picture; empty if there is none or the bytes are no SVG, PNG or PDF.
///
/// SVG: dc:identifier in its metadata. PNG: the text chunk "Source". PDF: "document ID" in its keywords, in Latin or UTF-16 text strings.
/// The bytes may come from anywhere: damaged ones give an empty id, never an error.
[[nodiscard]] std::string document_id_of(std::string_view picture);

}  // namespace dateline::pipeline::detail
