#include "tests/render/support/golden.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "tests/render/support/pixels.hpp"

namespace dateline::render::test {

namespace {

std::filesystem::path expected_path(const std::string& file) { return std::filesystem::path(DATELINE_SOURCE_DIR) / "tests" / "golden" / file; }

bool updating() { return std::getenv("DATELINE_UPDATE_GOLDENS") != nullptr; }

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::filesystem::create_directories(path.has_parent_path() ? path.parent_path() : ".");
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string first_difference(const std::string& expected, const std::string& found) {
  std::istringstream a(expected), b(found);
  std::string line_a, line_b;
  for (int number = 1;; ++number) {
    const bool more_a = static_cast<bool>(std::getline(a, line_a)), more_b = static_cast<bool>(std::getline(b, line_b));
    if (!more_a && !more_b) return "none";
    if (!more_a || !more_b || line_a != line_b) {
      return "line " + std::to_string(number) + "\nexpected: " + (more_a ? line_a : "(end)") + "\nfound:    " + (more_b ? line_b : "(end)");
    }
  }
}

}  // namespace

void check_golden_text(const std::string& name, const std::string& text) {
  const auto path = expected_path(name + ".txt");
  if (updating()) return write(path, text);
  const std::string expected = read(path);
  if (expected == text) return;
  write(name + "-out.txt", text);
  FAIL_CHECK("differs from " << path << ", " << first_difference(expected, text) << "\nIf the change is meant: ./dev goldens");
}

void check_golden_picture(const std::string& name, const std::string& png, double share_allowed) {
  const auto path = expected_path(name + ".png");
  if (updating()) return write(path, png);
  REQUIRE(std::filesystem::exists(path));
  const Pixels expected = decode_png(read(path)), found = decode_png(png);
  REQUIRE(expected.width == found.width);
  REQUIRE(expected.height == found.height);
  const PixelDifference difference = compare(expected, found);
  if (difference.largest <= 2) return;
  if (difference.largest <= 8) {
    WARN(name << ": colours differ by up to " << difference.largest << " of 255");
    return;
  }
  if (difference.share_above_8 <= share_allowed) {
    WARN(name << ": " << difference.share_above_8 * 100 << " % of the pixels differ by more than 8 of 255");
    return;
  }
  write(name + "-out.png", png);
  write(name + "-diff.png", encode_png(difference.picture));
  FAIL_CHECK(name << ": colours differ by up to " << difference.largest << " of 255, " << difference.share_above_8 * 100
                  << " % of the pixels by more than 8; see " << name << "-out.png and -diff.png");
}

}  // namespace dateline::render::test
