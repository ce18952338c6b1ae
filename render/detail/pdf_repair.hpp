#pragma once

#include <string>
#include <string_view>

namespace dateline::render::detail {

/// Mends the cross-reference table as Cairo 1.16 leaves it, without moving a byte: a link tag reserves one object that is never
/// written; its entry points at another object, and readers call the file damaged. Every in-use entry that does not lead to
/// its own object is marked free.
void repair_cross_references(std::string& pdf);

/// Sets the creation and modification dates to `date` ("D:20231114221320Z", ISO 32000-1, 7.9.4), or blanks them out if
/// it is empty: Cairo writes the present time when given none, and leaves out the "D:" when given one. A date longer
/// than what Cairo wrote counts as empty.
void set_dates(std::string& pdf, std::string_view date);

}  // namespace dateline::render::detail
