#include "pipeline/review_session.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "claims/assemble.hpp"
#include "pipeline/detail/review_card.hpp"
#include "pipeline/ledger_file.hpp"

namespace dateline::pipeline {

namespace {

namespace fs = std::filesystem;

/// The claim with this id, which is there: reviewing neither adds nor removes any.
template <typename Ledger>
auto& find_claim(Ledger& ledger, const std::string& id) {
  return *std::find_if(ledger.claims.begin(), ledger.claims.end(), [&](const claims::Claim& claim) { return claim.id == id; });
}

}  // namespace

claims::FindPlace place_finder(Data& data) {
  return [&data](const std::string& id) -> std::optional<claims::PlaceRecord> {
    const auto place = data.store().find_id(id);
    if (!place) return std::nullopt;
    claims::PlaceRecord record;
    record.id = place->id;
    record.name = place->name;
    record.kind = gazetteer::to_string(place->kind);
    record.lon = place->point.lon();
    record.lat = place->point.lat();
    record.box = place->box;
    record.radius_m = place->radius.value();
    record.country = place->country;
    record.country_name = place->country_name;
    record.admin1 = place->admin1;
    return record;
  };
}

ReviewSession::ReviewSession(std::string ledger_file, std::string article_folder, claims::Reviewer reviewer, ReviewScope scope, claims::FindPlace find_place)
    : file_(std::move(ledger_file)), article_folder_(std::move(article_folder)), reviewer_(std::move(reviewer)), find_place_(std::move(find_place)),
      ledger_(load_ledger(file_)), written_(fs::last_write_time(file_)), size_(fs::file_size(file_)) {
  for (const claims::Claim& claim : ledger_.claims) {
    if (scope == ReviewScope::All || claim.review.state == claims::ReviewState::Unreviewed) queue_.push_back(claim.id);
  }
}

const claims::Claim& ReviewSession::claim() const { return find_claim(ledger_, queue_.at(position_)); }

std::string ReviewSession::card() {
  const claims::Claim& shown = claim();
  if (story_id_ != shown.article) {
    story_id_ = shown.article;
    story_text_.clear();
    story_note_.clear();
    const auto article = std::find_if(ledger_.articles.begin(), ledger_.articles.end(), [&](const auto& a) { return a.id == shown.article; });
    if (auto story = find_story(*article, file_, article_folder_)) {
      if (story->changed) story_note_ = "the story has changed since; the words are those of the ledger";
      else story_text_ = std::move(story->text);
    } else {
      story_note_ = "the story is not there; the words are those of the ledger";
    }
  }
  return detail::review_card(ledger_, shown, {position_ + 1, queue_.size()}, story_text_, story_note_);
}

bool ReviewSession::change(const claims::ClaimEdit& edit) {
  claims::Claim& changed = find_claim(ledger_, queue_.at(position_));
  Done done{position_, changed};
  if (!claims::apply_edit(ledger_, changed, edit, reviewer_, find_place_)) return false;
  done_.push_back(std::move(done));
  save();
  return true;
}

void ReviewSession::accept() {
  claims::ClaimEdit edit;
  edit.state = claims::ReviewState::Accepted;
  change(edit);
  next();
}

void ReviewSession::reject(const std::string& note) {
  claims::ClaimEdit edit;
  edit.state = claims::ReviewState::Rejected;
  if (!note.empty()) edit.note = note;
  change(edit);
  next();
}

bool ReviewSession::edit(const claims::ClaimEdit& edit) { return change(edit); }

bool ReviewSession::undo() {
  if (done_.empty()) return false;
  position_ = done_.back().position;
  find_claim(ledger_, queue_.at(position_)) = std::move(done_.back().before);
  done_.pop_back();
  save();
  return true;
}

void ReviewSession::next() noexcept { position_ = std::min(position_ + 1, queue_.size()); }

bool ReviewSession::back() noexcept {
  if (position_ == 0) return false;
  --position_;
  return true;
}

void ReviewSession::save() {
  std::error_code gone;
  const auto written = fs::last_write_time(file_, gone);
  if (gone || written != written_ || fs::file_size(file_, gone) != size_) {
    OutputError error("another program has changed the ledger since it was opened", "begin the review again; what you did before is in the ledger");
    error.set_file(file_);
    throw error;
  }
  claims::group(ledger_);
  save_ledger(ledger_, file_, Overwrite::Allow);
  written_ = fs::last_write_time(file_);
  size_ = fs::file_size(file_);
}

}  // namespace dateline::pipeline
