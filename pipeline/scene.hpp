#pragma once

#include <string>
#include <vector>

#include "claims/ledger.hpp"
#include "pipeline/data.hpp"
#include "pipeline/event_dates.hpp"
#include "render/scene.hpp"

namespace dateline::pipeline {

enum class Transfers { LeaveOut, Draw };

/// Military symbols beside the badges. Countries by ISO code; everybody else's side is not given.
struct SymbolChoice {
  bool app6 = false;
  std::vector<std::string> friends, hostile, neutral;
};

/// What to show of a ledger.
struct SceneOptions {
  std::string title;                          ///< empty: made from the events
  std::string worldview = "un";
  std::string names = "both";                 ///< contested names: both, un, or the ISO code of a country whose names are set
  Transfers transfers = Transfers::LeaveOut;  ///< deliveries of materiel
  DateRange time;                              ///< only events that may have happened in it; undated ones by the day they were told
  Multiples multiples = Multiples::None;      ///< one panel a day or week instead of panels by place
  SymbolChoice symbols;
  std::size_t quote_words = 25;               ///< longest quote in the notes; a cautious figure for quotation, not law
};

struct SceneResult {
  render::Scene scene;
  std::vector<std::string> left_out;          ///< one line for each thing that is in the ledger and not drawn, with the reason
};

/// A ledger's events as places, marks, notes and words. Throws NothingToDraw if no event is left.
[[nodiscard]] SceneResult make_scene(Data& data, const claims::Ledger& ledger, const SceneOptions& options);

}  // namespace dateline::pipeline
