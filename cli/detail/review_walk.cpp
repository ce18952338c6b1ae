#include "cli/detail/review_walk.hpp"

#include <ostream>

#include "base/error.hpp"
#include "base/text_table.hpp"
#include "cli/detail/key_reader.hpp"
#include "pipeline/terminal_text.hpp"

namespace dateline::cli {

namespace {

constexpr const char* kKeys = "[a]ccept [e]dit [r]eject [n]ext [p]revious [u]ndo [m]ake a note [q]uit [?] ";
constexpr const char* kHelp =
    "\na  accept: the reading is right\n"
    "e  edit: kind, status, quantity, places, note; Enter keeps a value\n"
    "r  reject, with a note: the claim leaves the map, not the ledger\n"
    "n  next: decide later (so do s, Enter and the down arrow)\n"
    "p  previous claim (so do b and the up arrow)\n"
    "g  go to the claim with a number\n"
    "m  make a note, or change it, without deciding\n"
    "u  undo the last change and go back to it\n"
    "q  quit (so does Ctrl-D); every decision is on the disk already\n";

std::string place_words(const claims::ClaimEdit::PlaceIds& ids) {
  std::string text;
  for (const auto& id : ids) text += (text.empty() ? "" : "; ") + (id.empty() ? "-" : id);
  return text;
}

class Walk {
 public:
  Walk(pipeline::ReviewSession& review, KeyReader& keys, std::ostream& out, const std::function<std::size_t()>& columns)
      : review_(review), keys_(keys), out_(out), columns_(columns) {}

  void run() {
    show();
    while (!review_.at_end()) {
      out_ << kKeys;
      const auto key = keys_.key();
      if (!key || *key == 'q') {
        out_ << '\n';
        return;
      }
      out_ << (*key > ' ' && *key <= '~' ? *key : ' ') << '\n';
      act(*key);
    }
    out_ << "that was the last claim\n";
  }

 private:
  void show() {
    constexpr std::size_t kIndent = 12;  // behind the labels
    if (!review_.at_end()) out_ << pipeline::wrap(review_.card(), columns_(), kIndent);
  }

  void act(char key) {
    switch (key) {
      case 'a': review_.accept(); break;
      case 'e': edit(); break;
      case 'r': reject(); break;
      case 'n':
      case 's':
      case '\n':
      case '\r': review_.next(); break;
      case 'u':
        if (!review_.undo()) out_ << "there is nothing to undo\n";
        break;
      case 'g': go_to(); break;
      case 'm': note(); break;
      case 'b':
      case 'p':
        if (!review_.back()) out_ << "this is the first claim\n";
        break;
      case '?': out_ << kHelp; return;
      default: out_ << "'?' shows the keys\n"; return;
    }
    show();
  }

  void reject() {
    if (const auto note = keys_.line("why (Enter: no note): ")) review_.reject(*note);
  }

  void go_to() {
    const auto text = keys_.line("number (1 to " + std::to_string(review_.count()) + "): ");
    if (!text || text->empty()) return;
    const auto number = claims::parse_number(*text);
    if (!number || *number > static_cast<double>(review_.count()) || !review_.go_to(static_cast<std::size_t>(*number))) out_ << "there is no such claim\n";
  }

  void note() {
    const auto text = keys_.line("note [" + review_.claim().review.note + "] (Enter keeps it, - removes it): ");
    if (!text || text->empty()) return;
    claims::ClaimEdit edit;
    edit.note = *text == "-" ? "" : *text;
    review_.edit(edit);
  }

  void edit() {
    claims::ClaimEdit edit = claims::current_values(review_.claim());
    ask_word("kind", claims::to_string(*edit.kind), claims::known_claim_kinds(), [&](const std::string& text) { return assign(edit.kind, claims::parse_claim_kind(text)); });
    ask_word("status", claims::to_string(*edit.status), claims::known_claim_statuses(), [&](const std::string& text) { return assign(edit.status, claims::parse_claim_status(text)); });
    ask_quantity(edit);
    ask_places("from", edit.origin);
    ask_places("to", edit.destination);
    ask_places("via", edit.via);
    ask_places("at", edit.at);
    if (const auto note = keys_.line("note [" + *edit.note + "]: "); note && !note->empty()) edit.note = *note == "-" ? "" : *note;
    try {
      if (!review_.edit(edit)) out_ << "nothing has changed\n";
    } catch (const InputError& error) {
      out_ << error.to_string();
    }
  }

  template <typename Value>
  static bool assign(std::optional<Value>& target, std::optional<Value> value) {
    if (value) target = value;
    return value.has_value();
  }

  /// Asks until the answer is empty or `take` likes it.
  template <typename Take>
  void ask_word(const std::string& name, const std::string& now, const std::string& known, Take&& take) {
    while (const auto text = keys_.line(name + " [" + now + "]: ")) {
      if (text->empty() || take(*text)) return;
      out_ << "use " << known << '\n';
    }
  }

  void ask_quantity(claims::ClaimEdit& edit) {
    const auto& range = *edit.quantity;
    const std::string now = !range ? "none" : claims::number_text(range->low) + " " + (range->high ? claims::number_text(*range->high) : "..");
    ask_word("quantity", now, "1500, or 1000 1500 for a range, 1000 .. for more than, - for none", [&](const std::string& text) {
      const auto words = split_cell(text, ' ');
      if (words.size() == 1 && words[0] == "-") {
        edit.quantity.emplace();
        return true;
      }
      if (words.empty() || words.size() > 2) return false;
      const auto low = claims::parse_number(words[0]);
      const bool open = words.size() == 2 && words[1] == "..";
      const auto high = open ? std::nullopt : claims::parse_number(words.back());
      if (!low || (!open && !high) || (high && *high < *low)) return false;
      *edit.quantity = claims::ClaimEdit::Range{*low, high};
      return true;
    });
  }

  void ask_places(const std::string& role, std::optional<claims::ClaimEdit::PlaceIds>& places) {
    if (places->empty()) return;
    const std::size_t count = places->size();
    ask_word(role, place_words(*places), count == 1 ? "the id of a place, - for none" : "the ids of " + std::to_string(count) + " places between semicolons, - for none", [&](const std::string& text) {
      auto ids = split_cell(text);
      if (ids.size() != count) return false;
      for (auto& id : ids) {
        if (id == "-") id.clear();
      }
      places = std::move(ids);
      return true;
    });
  }

  pipeline::ReviewSession& review_;
  KeyReader& keys_;
  std::ostream& out_;
  const std::function<std::size_t()>& columns_;
};

}  // namespace

void walk_through(pipeline::ReviewSession& review, KeyReader& keys, std::ostream& out, const std::function<std::size_t()>& columns) {
  Walk(review, keys, out, columns).run();
}

}  // namespace dateline::cli
