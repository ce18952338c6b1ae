#include "pipeline/review_session.hpp"

#include <algorithm>
#include <utility>

#include "article/hash.hpp"
#include "base/limits.hpp"
#include "claims/assemble.hpp"
#include "claims/ledger_json.hpp"
#include "pipeline/detail/review_card.hpp"
#include "pipeline/ledger_file.hpp"

namespace dateline::pipeline {

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

ReviewSession::ReviewSession(std::string ledger_file, std::string article_folder, claims::Reviewer reviewer, const ReviewScope& scope, claims::FindPlace find_place)
    : ReviewSession(lock_ledger(ledger_file, find_place), ledger_file, std::move(article_folder), std::move(reviewer), scope, find_place) {}

ReviewSession::ReviewSession(LockedLedger locked, std::string ledger_file, std::string article_folder, claims::Reviewer reviewer, const ReviewScope& scope, claims::FindPlace find_place)
    : file_(std::move(ledger_file)), article_folder_(std::move(article_folder)), reviewer_(std::move(reviewer)), find_place_(std::move(find_place)),
      journal_(std::move(locked.journal)), recovered_(std::move(locked.recovered)), sha256_(std::move(locked.sha256)), ledger_(std::move(locked.ledger)) {
  for (std::size_t i = 0; i < ledger_.claims.size(); ++i) claims_.emplace(ledger_.claims[i].id, i);
  const bool any_state = scope.all || !scope.filter.state.empty();
  for (const claims::Claim* claim : filter_claims(ledger_, scope.filter)) {
    if (any_state || claim->review.state == claims::ReviewState::Unreviewed) queue_.push_back(claim->id);
  }
}

ReviewSession::~ReviewSession() {
  if (done_.empty()) journal_.remove();  // nothing waits in it
}

claims::Claim& ReviewSession::find(const std::string& id) { return ledger_.claims[claims_.at(id)]; }

const claims::Claim& ReviewSession::claim() const { return ledger_.claims[claims_.at(queue_.at(position_))]; }

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
  if (!index_) index_ = std::make_unique<claims::LedgerIndex>(ledger_);
  return detail::review_card(*index_, shown, {position_ + 1, queue_.size()}, story_text_, story_note_);
}

bool ReviewSession::change(const claims::ClaimEdit& edit) {
  claims::Claim& changed = find(queue_.at(position_));
  Done done{position_, changed};
  index_.reset();   // its keys look into the records that change
  if (!claims::apply_edit(ledger_, changed, edit, reviewer_, find_place_)) return false;
  if (done_.empty()) journal_.begin(sha256_);
  journal_.add({changed.id, edit, reviewer_});
  done_.push_back(std::move(done));
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
  journal_.undo();
  index_.reset();
  position_ = done_.back().position;
  find(queue_.at(position_)) = std::move(done_.back().before);
  done_.pop_back();
  return true;
}

void ReviewSession::next() noexcept { position_ = std::min(position_ + 1, queue_.size()); }

bool ReviewSession::back() noexcept {
  if (position_ == 0) return false;
  --position_;
  return true;
}

bool ReviewSession::go_to(std::size_t number) noexcept {
  if (number == 0 || number > queue_.size()) return false;
  position_ = number - 1;
  return true;
}

std::vector<std::string> ReviewSession::finish() {
  if (done_.empty()) {
    journal_.remove();
    return {};
  }
  Recovered again;
  const std::string now = read_file(file_, limits::max_ledger_bytes);
  if (article::sha256_hex(now) != sha256_) {
    ledger_ = claims::ledger_from_json(now, file_);
    again = apply_decisions(ledger_, journal_.decisions(), find_place_);
  }
  claims::group(ledger_);
  save_locked(ledger_, file_, journal_);
  done_.clear();
  return std::move(again.lost);
}

}  // namespace dateline::pipeline
