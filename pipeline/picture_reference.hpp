#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "claims/ledger.hpp"

namespace dateline::pipeline {

/// "far-east.svg#3": a number on a picture.
struct PictureReference {
  std::string picture;
  std::string number;
};

/// Absent if `text` does not end in "#" and something behind it, or the part before is no .svg, .png or .pdf.
[[nodiscard]] std::optional<PictureReference> parse_picture_reference(std::string_view text);

/// The ledger behind a picture.
struct FoundLedger {
  std::string file;
  claims::Ledger ledger;
  std::string warning;      ///< why it may not be the one the picture was made from; empty if it is
};

/// Looks for the ledger that a picture was made from: `ledger_file` if that is not empty, else the ledger beside the picture with its name
/// ("far-east.ledger.json"), else the one in its folder whose content has the picture's document id. Throws InputError if the picture or the
/// ledger cannot be read, or there is none.
[[nodiscard]] FoundLedger find_ledger_of(const std::string& picture, const std::string& ledger_file);

/// The id that pictures of this ledger carry: the first digits of the SHA-256 of its bytes.
[[nodiscard]] std::string document_id(const claims::Ledger& ledger);

}  // namespace dateline::pipeline
