#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace dateline::cli {

/// The whole program but for main(): understands the arguments, runs the command, prints errors, returns the exit code.
[[nodiscard]] int run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err);

}  // namespace dateline::cli
