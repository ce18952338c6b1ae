#pragma once

#include <string>

namespace dateline::render::test {

/// Compares `text` with tests/golden/NAME.txt, exactly. On a difference writes NAME-out.txt into the folder of the
/// test run, and fails the running test with the first line that differs. With DATELINE_UPDATE_GOLDENS set, rewrites
/// the expected file instead.
void check_golden_text(const std::string& name, const std::string& text);

/// Compares two pictures channel by channel: off by up to 2 is silent, up to 8 a note, more fails (FreeType and
/// Cairo differ a little between versions). On a failure NAME-out.png and NAME-diff.png are written. The expected
/// picture is tests/golden/NAME.png; DATELINE_UPDATE_GOLDENS rewrites it. Up to `share_allowed` of the pixels may differ by more.
void check_golden_picture(const std::string& name, const std::string& png, double share_allowed = 0);

}  // namespace dateline::render::test
