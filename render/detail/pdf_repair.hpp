#pragma once

#include <string>

namespace dateline::render::detail {

/// Mends the cross-reference table as Cairo 1.16 leaves it, without moving a byte: a link tag reserves one object that is never
/// written; its entry points at another object, and readers call the file damaged. Every in-use entry that does not lead to
/// its own object is marked free.
void repair_cross_references(std::string& pdf);

/// Blanks out the creation and modification dates; Cairo writes the present time unless it was given one.
void remove_dates(std::string& pdf);

}  // namespace dateline::render::detail
