#pragma once

#include "claims/ledger.hpp"
#include "pipeline/data.hpp"

namespace dateline::pipeline {

/// The sharpest place that is told on.
enum class Coarseness { None, City, Admin, Country };

/// A ledger in which no place is sharper than asked: a site becomes the largest town within its reach or its division, a town its first-level division or its
/// country. What cannot be made coarser within its country (a sea, a region over several countries) stays. Words that are quoted are not changed:
/// a name that stands in a quote stands there still.
[[nodiscard]] claims::Ledger coarsen(claims::Ledger ledger, Coarseness to, Data& data);

}  // namespace dateline::pipeline
