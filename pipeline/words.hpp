#pragma once

#include "claims/words.hpp"

/// How values of the ledger read in English (claims/words.hpp), under the names that this folder uses.
namespace dateline::pipeline {

using claims::capitalised;
using claims::count_of;
using claims::first_words;
using claims::format_edtf;
using claims::format_number;
using claims::format_quantity;
using claims::join;
using claims::join_and;
using claims::kind_words;
using claims::stance_words;
using claims::status_words;

}  // namespace dateline::pipeline
