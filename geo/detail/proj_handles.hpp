#pragma once

#include <proj.h>

#include <memory>

namespace dateline::geo::detail {

struct FreeProjContext {
  void operator()(PJ_CONTEXT* context) const noexcept { proj_context_destroy(context); }
};
struct FreeProj {
  void operator()(PJ* operation) const noexcept { proj_destroy(operation); }
};

using ProjContext = std::unique_ptr<PJ_CONTEXT, FreeProjContext>;
using ProjOperation = std::unique_ptr<PJ, FreeProj>;

}  // namespace dateline::geo::detail
