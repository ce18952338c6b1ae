#include "pipeline/review_csv.hpp"

#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "claims/ledger_csv.hpp"
#include "pipeline/ledger_file.hpp"
#include "pipeline/review_recovery.hpp"

namespace dateline::pipeline {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// What spreadsheets save, as UTF-8: "Unicode text" is UTF-16 with a byte-order mark. Throws InputError for older encodings, whose letters would be guessed.
std::string spreadsheet_text(std::string bytes, const std::string& file) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return utf8_from_utf16(bytes);
  if (is_valid_utf8(bytes)) return bytes;
  InputError error("the table is not in UTF-8", "save it as \"CSV UTF-8\" in Excel, or choose Unicode (UTF-8) in LibreOffice's export");
  error.set_file(file);
  throw error;
}

}  // namespace

std::string review_csv(const std::string& ledger_file, TableEncoding encoding) {
  return (encoding == TableEncoding::Excel ? std::string(kByteOrderMark) : std::string()) + claims::to_review_csv(load_ledger(ledger_file));
}

std::size_t apply_review_csv(const std::string& ledger_file, const std::string& csv_file, const claims::Reviewer& reviewer, const claims::FindPlace& find_place) {
  const std::string csv = spreadsheet_text(read_file(csv_file, limits::max_ledger_bytes), csv_file);  // a table says less than its ledger
  LockedLedger locked = lock_ledger(ledger_file, find_place);
  const std::size_t changed = claims::apply_review_csv(locked.ledger, csv, csv_file, reviewer, find_place);
  if (changed != 0) save_ledger(locked.ledger, ledger_file, Overwrite::Allow);
  locked.journal.remove();
  return changed;
}

}  // namespace dateline::pipeline
