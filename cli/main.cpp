#include <clocale>
#include <iostream>

#include "cli/run.hpp"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  // Numbers and letters never depend on the machine's locale.
  std::setlocale(LC_ALL, "C");
  return dateline::cli::run({argv + 1, argv + argc}, std::cout, std::cerr);
}
