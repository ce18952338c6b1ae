// Compiles gazetteer/data into the default place store; run by the build.
#include <cstdio>

#include "base/error.hpp"
#include "base/files.hpp"
#include "gazetteer/build.hpp"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: dateline_compile_places TABLE_FOLDER OUTPUT\n", stderr);
    return 2;
  }
  try {
    dateline::NoProgress progress;
    dateline::write_file_atomically(argv[2], dateline::gazetteer::compile_tables(argv[1], progress), dateline::Overwrite::Allow);
    return 0;
  } catch (const dateline::Error& error) {
    std::fputs(error.to_string().c_str(), stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "error: %s\n", error.what());
  }
  return 1;
}
