#include "pipeline/detail/html_notes.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/markup.hpp"
#include "claims/citation_words.hpp"
#include "claims/date_range.hpp"
#include "claims/words.hpp"
#include "pipeline/detail/scene_notes.hpp"
#include "pipeline/html_page.hpp"

namespace dateline::pipeline::detail {

namespace {

/// YYYY-MM-DD; empty for an open end.
std::string day_text(const std::optional<CivilDate>& day) { return day ? day->to_string() : ""; }

std::string paragraph(const char* css_class, const std::string& text) {
  return text.empty() ? "" : std::string("<p class=\"") + css_class + "\">" + escape_xml(text) + "</p>\n";
}

/// Attributes that the filters read.
std::string filter_attributes(const claims::EventView& view) {
  std::string out = std::string(" data-status=\"") + claims::to_string(view.event->status) + "\"";
  if (view.denied || view.not_confirmed) out += " data-disputed";
  if (const auto days = claims::date_range(view.when); days.is_known()) out += " data-dated data-first=\"" + day_text(days.first) + "\" data-last=\"" + day_text(days.last) + "\"";
  return out;
}

/// A map has a drawing for wide windows and one for telephones, so a badge has two links, of which one is shown.
std::string badge(const HtmlNote& note) {
  const std::string number = std::to_string(note.note.number);
  if (note.anchor.empty()) return "<span class=\"badge\">" + number + "</span>";
  const std::string label = "\" aria-label=\"Number " + number + " on the map\">" + number + "</a>";
  return "<a class=\"badge wide\" href=\"#" + note.anchor + label + "<a class=\"badge narrow\" href=\"#n-" + note.anchor + label;
}

std::string quote_block(const render::NoteQuote& quote) {
  std::string by = quote.speaker.empty() ? "" : escape_xml(quote.speaker) + " · ";
  by += html_link(quote.href, quote.outlet) + (quote.date.empty() ? "" : ", " + escape_xml(quote.date));
  return "<blockquote class=\"for-card\"><p>“" + escape_xml(quote.quote) + "”</p><footer>" + by + "</footer></blockquote>\n";
}

/// "Example Wire, citing NATO (said), citing the intelligence service (reported)": outermost first.
std::string chain(const claims::Claim& claim, const claims::LedgerIndex& index) {
  const auto* article = index.article(claim.article);
  std::string out = article == nullptr ? "The story" : outlet_name(*article, index);
  if (claim.attribution.empty()) return out + ", naming no source";
  return out + ", citing " + claims::chain_words(claim, ", citing ", [&](const claims::Attribution& link) {
    return index.source_name(link.source) + " (" + claims::to_string(link.relation) + (link.when.empty() ? "" : ", " + claims::format_edtf(link.when)) + ")";
  });
}

std::string reading(const claims::Claim& claim) {
  std::string out = std::string(claims::kind_words(claim.kind)) + ", " + claims::to_string(claim.status);
  for (const auto& cue : claim.cues) out += " (“" + cue.span.text + "”)";
  if (claim.quantity) out += "; " + claims::format_quantity(*claim.quantity) + (claim.quantity->unit.empty() ? "" : " " + claim.quantity->unit);
  if (claim.when) out += "; " + claims::format_edtf(claim.when->edtf) + " from “" + claim.when->span.text + "”";
  return out;
}

std::string wording(const claims::Claim& claim, const claims::LedgerIndex& index, std::size_t quote_words) {
  std::string out = "<figure><blockquote><p>“" + escape_xml(claims::first_words(claim.quote.exact, quote_words)) + "”</p></blockquote>\n<figcaption>" +
                    escape_xml(chain(claim, index)) + ". ";
  if (const auto* article = index.article(claim.article)) {
    const std::string file = std::filesystem::path(article->file).filename().string();
    const std::string where = "Story " + index.article_letter(claim.article) + ", characters " + std::to_string(claim.quote.start) + "–" + std::to_string(claim.quote.end);
    out += html_link(article->url, where) + (file.empty() ? "" : " of " + escape_xml(file)) +
           (article->published.empty() ? ", undated" : ", " + escape_xml(claims::format_edtf(article->published))) + ". ";
  }
  return out + "Read as " + escape_xml(reading(claim)) + ".</figcaption></figure>\n";
}

std::string conflicts_of(const claims::EventView& view, const claims::LedgerIndex& index) {
  std::string items;
  for (const auto& conflict : index.ledger().conflicts) {
    const bool touches = std::any_of(conflict.claims.begin(), conflict.claims.end(), [&](const std::string& id) {
      return std::any_of(view.claims.begin(), view.claims.end(), [&](const auto* claim) { return claim->id == id; });
    });
    if (touches) items += "<li>" + escape_xml(conflict.text) + "</li>";
  }
  return items.empty() ? "" : "<p class=\"status\">Where the stories differ:</p><ul class=\"conflicts\">" + items + "</ul>\n";
}

/// A list of the days that occur: one stop for the Tab key, and the same on every machine.
std::string day_choice(const char* id, const char* words, const std::set<std::string>& days) {
  std::string out = std::string("<label>") + words + " <select id=\"" + id + "\"><option value=\"\">any</option>";
  for (const auto& day : days) out += "<option value=\"" + day + "\">" + escape_xml(claims::format_edtf(day)) + "</option>";
  return out + "</select></label>";
}

}  // namespace

std::string html_note(const HtmlNote& note, const claims::LedgerIndex& index, std::size_t quote_words) {
  const std::string number = std::to_string(note.note.number);
  std::string out = "<li class=\"note\" id=\"note-" + number + "\" value=\"" + number + "\" tabindex=\"-1\"" + filter_attributes(note.view) + ">\n";
  out += "<h3 class=\"for-card\">" + badge(note) + "<span>" + escape_xml(note.note.heading) + "</span></h3>\n";
  out += paragraph("status for-card", note.note.status_line);
  for (const auto& quote : note.note.quotes) out += quote_block(quote);
  if (!note.view.claims.empty()) out += paragraph("chain for-card", "Chain: " + chain(*note.view.claims.front(), index) + ".");
  std::string responses;
  for (const auto& line : note.note.responses) responses += "<li>" + escape_xml(line) + "</li>";
  if (!responses.empty()) out += "<ul class=\"responses for-card\">" + responses + "</ul>\n";
  std::string wordings;
  for (const auto* claim : note.view.claims) wordings += wording(*claim, index, quote_words);
  // Two notes of a page must not have links or buttons of one name that lead elsewhere.
  out += "<details><summary>" + claims::count_of(note.view.claims.size(), "wording and its source", "wordings and their sources") +
         "<span class=\"unseen\"> of number " + number + "</span></summary>\n" + wordings + conflicts_of(note.view, index) + "</details>\n</li>\n";
  return out;
}

std::string html_controls(const std::vector<HtmlNote>& notes) {
  std::map<claims::ClaimStatus, std::size_t> statuses;
  bool disputed = false;
  std::set<std::string> days;
  for (const HtmlNote& note : notes) {
    ++statuses[note.view.event->status];
    disputed = disputed || note.view.denied || note.view.not_confirmed;
    const auto range = claims::date_range(note.view.when);
    for (const auto& day : {range.first, range.last}) {
      if (day) days.insert(day->to_string());
    }
  }
  std::string out = "<div class=\"controls\" id=\"controls\" hidden>\n";
  if (statuses.size() > 1 || disputed) {
    out += "<fieldset><legend>Show</legend>";
    for (const auto& [status, count] : statuses) {
      if (statuses.size() < 2) continue;
      out += "<label><input type=\"checkbox\" checked data-status=\"" + std::string(claims::to_string(status)) + "\"> " + escape_xml(claims::status_words(status)) +
             " (" + std::to_string(count) + ")</label>";
    }
    if (disputed) out += "<label><input type=\"checkbox\" id=\"disputed\"> Only what someone denies or cannot confirm</label>";
    out += "</fieldset>\n";
  }
  if (days.size() > 1) {
    out += "<fieldset><legend>Time</legend>" + day_choice("from", "from", days) + day_choice("to", "to", days) + "</fieldset>\n";
  }
  return out + "<button type=\"button\" id=\"all\">Show all</button>\n<p class=\"count\" id=\"count\" role=\"status\"></p>\n"
               "<fieldset><legend>Zoom</legend><button type=\"button\" id=\"zoom-out\" aria-label=\"Zoom out\">−</button>"
               "<button type=\"button\" id=\"zoom-in\" aria-label=\"Zoom in\">+</button></fieldset>\n</div>\n";
}

std::string html_sources(const claims::LedgerIndex& index) {
  std::string out = "<ol class=\"sources\" type=\"A\">\n";
  for (const auto& article : index.ledger().articles) {
    const std::string title = !article.title.empty() ? article.title : std::filesystem::path(article.file).filename().string();
    out += "<li>" + (article.publisher.empty() ? "" : escape_xml(article.publisher) + ", ") + html_link(article.url, "“" + title + "”") + ", " +
           (article.published.empty() ? "undated" : escape_xml(claims::format_edtf(article.published)));
    if (!safe_link(article.archive_url).empty()) out += " (" + html_link(article.archive_url, "archived copy of story " + index.article_letter(article.id)) + ")";
    out += "</li>\n";
  }
  return out + "</ol>\n";
}

}  // namespace dateline::pipeline::detail
