#include "geo/detail/draft_file.hpp"

#include <utility>

#include "base/error.hpp"
#include "base/output_file.hpp"

namespace dateline::geo::detail {

namespace fs = std::filesystem;

DraftFile::DraftFile(fs::path target, Overwrite overwrite, const std::string& ending) : target_(std::move(target)), path_(target_), overwrite_(overwrite) {
  refuse_existing();
  path_ += ".dateline-draft" + ending;
  std::error_code ignored;
  fs::remove(path_, ignored);  // of a run that was killed
}

DraftFile::~DraftFile() {
  std::error_code ignored;
  fs::remove(path_, ignored);
}

void DraftFile::put_in_place() {
  sync_file(path_);
  refuse_existing();
  std::error_code ignored;
  if (const auto old = fs::status(target_, ignored); fs::exists(old)) fs::permissions(path_, old.permissions(), ignored);
  move_into_place(path_, target_);
}

void DraftFile::refuse_existing() const {
  std::error_code ignored;
  if (overwrite_ == Overwrite::Refuse && fs::exists(target_, ignored)) throw OutputError(target_.string() + " exists already", "choose another name, or allow overwriting");
}

}  // namespace dateline::geo::detail
