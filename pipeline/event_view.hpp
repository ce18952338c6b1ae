#pragma once

#include "claims/event_view.hpp"

/// Events as their claims together describe them (claims/event_view.hpp), under the names that this folder uses.
namespace dateline::pipeline {

using claims::EventView;
using claims::force_words;
using claims::heading_of;
using claims::LedgerIndex;
using claims::view_events;

}  // namespace dateline::pipeline
