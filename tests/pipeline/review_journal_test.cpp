#include "pipeline/review_journal.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "base/error.hpp"
#include "base/files.hpp"
#include "claims/ledger_json.hpp"
#include "pipeline/ledger_file.hpp"
#include "pipeline/review_session.hpp"
#include "tests/claims/ledger_samples.hpp"

using namespace dateline;
using namespace dateline::pipeline;

namespace {

/// A ledger of five claims in a folder of its own.
class Desk {
 public:
  Desk() {
    std::string pattern = (std::filesystem::temp_directory_path() / "dateline-review-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    claims::Ledger ledger = claims::samples::random_ledger(12);
    for (auto& claim : ledger.claims) claim.review = {};
    save_ledger(ledger, file(), Overwrite::Refuse);
  }
  ~Desk() { std::filesystem::remove_all(folder_); }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  [[nodiscard]] std::string file() const { return (folder_ / "war.ledger.json").string(); }
  [[nodiscard]] std::string journal() const { return ReviewJournal::name_for(file()); }
  [[nodiscard]] std::string text() const { return read_file(file(), 1U << 20U); }
  [[nodiscard]] claims::ReviewState state(std::size_t i) const { return load_ledger(file()).claims[i].review.state; }

 private:
  std::filesystem::path folder_;
};

const claims::Reviewer kReviewer{"R. Roe", "2031-06-01"};

std::unique_ptr<ReviewSession> open(const Desk& desk) {
  return std::make_unique<ReviewSession>(desk.file(), "", kReviewer, ReviewScope{}, claims::FindPlace{});
}

/// Ends a review as a lost connection does: what is on the disk stays as it is.
void cut(const Desk& desk, std::unique_ptr<ReviewSession> session) {
  const std::string journal = read_file(desk.journal(), 1U << 20U);
  session.reset();
  std::ofstream(desk.journal(), std::ios::binary) << journal;
}

}  // namespace

TEST_CASE("decisions are in the journal at once and in the ledger at the end", "[pipeline]") {
  const Desk desk;
  const std::string before = desk.text();
  auto session = open(desk);
  session->accept();
  session->reject("no such place");
  CHECK(desk.text() == before);
  CHECK(has_journal(desk.file()));
  CHECK(read_file(desk.journal(), 1U << 20U).find("no such place") != std::string::npos);
  CHECK(session->finish().empty());
  CHECK_FALSE(has_journal(desk.file()));
  CHECK(desk.state(0) == claims::ReviewState::Accepted);
  CHECK(desk.state(1) == claims::ReviewState::Rejected);
}

TEST_CASE("what an interrupted review decided is in the ledger when the next begins", "[pipeline]") {
  const Desk desk;
  auto session = open(desk);
  session->accept();
  session->accept();
  session->undo();
  session->reject("twice told");
  cut(desk, std::move(session));
  CHECK(desk.state(0) == claims::ReviewState::Unreviewed);
  const auto next = open(desk);
  CHECK(next->recovered().decisions == 2);
  CHECK(next->recovered().lost.empty());
  CHECK(desk.state(0) == claims::ReviewState::Accepted);
  CHECK(desk.state(1) == claims::ReviewState::Rejected);
  CHECK(next->count() == 3);
}

TEST_CASE("a review that was cut at any byte of its journal loses at most the key in hand", "[pipeline]") {
  const Desk desk;
  const std::string ledger = desk.text();
  auto session = open(desk);
  std::vector<std::size_t> sizes;  // of the journal after each key
  for (int i = 0; i < 4; ++i) {
    session->accept();
    sizes.push_back(read_file(desk.journal(), 1U << 20U).size());
  }
  const std::string journal = read_file(desk.journal(), 1U << 20U);
  session.reset();
  for (std::size_t size = 0; size <= journal.size(); size += 3) {
    CAPTURE(size);
    std::ofstream(desk.file(), std::ios::binary) << ledger;
    std::ofstream(desk.journal(), std::ios::binary) << journal.substr(0, size);
    const auto confirmed = static_cast<std::size_t>(std::count_if(sizes.begin(), sizes.end(), [&](std::size_t end) { return end <= size; }));
    CHECK(open(desk)->recovered().decisions == confirmed);
  }
}

TEST_CASE("a crash between writing the ledger and removing the journal does not decide twice", "[pipeline]") {
  const Desk desk;
  auto session = open(desk);
  session->accept();
  session->back();
  session->reject("after all");
  const std::string journal = read_file(desk.journal(), 1U << 20U);
  CHECK(session->finish().empty());
  session.reset();
  const std::string written = desk.text();
  {
    std::ofstream(desk.journal(), std::ios::binary) << journal;
    ReviewJournal again(desk.file());
    again.written("0123");  // of another ledger: its decisions wait
    CHECK(again.pending("4567").size() == 2);
    CHECK(again.pending("0123").size() == 2);  // as announced, but this object was opened before
  }
  const ReviewJournal reopened(desk.file());
  CHECK(reopened.pending("0123").empty());
  CHECK(desk.text() == written);
}

TEST_CASE("two reviews of one ledger at a time are refused", "[pipeline]") {
  const Desk desk;
  const auto first = open(desk);
  CHECK_THROWS_WITH(open(desk), Catch::Contains("another review of this ledger is going on"));
}

TEST_CASE("a ledger that another program changes meanwhile keeps both", "[pipeline]") {
  const Desk desk;
  auto session = open(desk);
  session->accept();
  claims::Ledger changed = load_ledger(desk.file());
  changed.articles[0].title = "A title that somebody added";
  save_ledger(changed, desk.file(), Overwrite::Allow);
  CHECK(session->finish().empty());
  const auto ledger = load_ledger(desk.file());
  CHECK(ledger.articles[0].title == "A title that somebody added");
  CHECK(ledger.claims[0].review.state == claims::ReviewState::Accepted);
}

TEST_CASE("a review without a change leaves the ledger and the folder as they were", "[pipeline]") {
  const Desk desk;
  const std::string before = desk.text();
  auto session = open(desk);
  session->accept();
  session->undo();
  session->next();
  CHECK(session->finish().empty());
  session.reset();
  CHECK(desk.text() == before);
  CHECK_FALSE(std::filesystem::exists(desk.journal()));
}

TEST_CASE("a damaged journal is told with its line", "[pipeline]") {
  const Desk desk;
  std::ofstream(desk.journal(), std::ios::binary) << "{\"dateline_review\":\"1\"}\nnonsense\n";
  try {
    open(desk);
    FAIL("the journal was read");
  } catch (const InputError& error) {
    CHECK(error.position().line == 2);
    CHECK(error.position().file == desk.journal());
  }
}

TEST_CASE("every field of an edit goes through the journal", "[pipeline]") {
  const Desk desk;
  claims::ClaimEdit edit;
  edit.state = claims::ReviewState::Edited;
  edit.note = "a \"note\"\nof two lines";
  edit.kind = claims::ClaimKind::Withdrawal;
  edit.status = claims::ClaimStatus::Planned;
  edit.quantity.emplace(claims::ClaimEdit::Range{1000.5, std::nullopt});
  edit.origin = claims::ClaimEdit::PlaceIds{"place:1", ""};
  edit.at = claims::ClaimEdit::PlaceIds{};
  {
    ReviewJournal journal(desk.file());
    journal.begin("00");
    journal.add({"claim-1", edit, kReviewer});
    edit.quantity.emplace();
    journal.add({"claim-2", edit, kReviewer});
  }
  const auto entries = ReviewJournal(desk.file()).pending("00");
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].claim == "claim-1");
  CHECK(entries[0].reviewer.by == "R. Roe");
  CHECK(entries[0].reviewer.at == "2031-06-01");
  CHECK(entries[0].edit.state == edit.state);
  CHECK(entries[0].edit.note == edit.note);
  CHECK(entries[0].edit.kind == edit.kind);
  CHECK(entries[0].edit.status == edit.status);
  CHECK(entries[0].edit.quantity == std::optional(std::optional(claims::ClaimEdit::Range{1000.5, std::nullopt})));
  CHECK(entries[0].edit.origin == edit.origin);
  CHECK(entries[0].edit.at == edit.at);
  CHECK_FALSE(entries[0].edit.via);
  CHECK(entries[1].edit.quantity == edit.quantity);
}
