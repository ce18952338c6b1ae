#pragma once

#include "claims/event_view.hpp"
#include "claims/force_words.hpp"

/// Events as their claims together describe them (claims/event_view.hpp), under the names that this folder uses.
namespace dateline::pipeline {

using claims::EventView;
using claims::counted_words;
using claims::force_words;
using claims::heading_of;
using claims::LedgerIndex;
using claims::view_events;

}  // namespace dateline::pipeline
