#include "claims/detail/lexicon.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/text_table.hpp"

namespace dateline::claims::detail {

namespace {

template <class T, std::size_t N>
T read_enum(const TextTable& table, const TextTable::Row& row, const std::string& cell,
            const std::array<std::pair<std::string_view, T>, N>& names, const char* what) {
  for (const auto& [name, value] : names) {
    if (name == cell) return value;
  }
  table.fail(row, std::string("'") + cell + "' is no " + what, "docs/formats/lexicons.md lists the words this column may hold");
}

constexpr std::array<std::pair<std::string_view, Tag>, 16> tags{{
    {"determiner", Tag::Determiner}, {"pronoun", Tag::Pronoun}, {"preposition", Tag::Preposition}, {"to", Tag::To},
    {"conjunction", Tag::Conjunction}, {"subordinator", Tag::Subordinator}, {"relative", Tag::Relative}, {"have", Tag::Have},
    {"be", Tag::Be}, {"do", Tag::Do}, {"adjective", Tag::Adjective}, {"modal", Tag::Modal}, {"not", Tag::Not}, {"there", Tag::There}, {"adverb", Tag::Adverb}, {"noun", Tag::Noun}}};

constexpr std::array<std::pair<std::string_view, Frame>, 15> frames{{
    {"cause", Frame::Cause}, {"go", Frame::Go}, {"both", Frame::Both}, {"reach", Frame::Reach}, {"quit", Frame::Quit},
    {"place", Frame::Place}, {"stay", Frame::Stay}, {"be", Frame::Be}, {"give", Frame::Give}, {"get", Frame::Get},
    {"muster", Frame::Muster}, {"find", Frame::Find}, {"join", Frame::Join}, {"own", Frame::Own}, {"swell", Frame::Swell}}};

constexpr std::array<std::pair<std::string_view, ClaimKind>, 6> kinds{{
    {"movement", ClaimKind::Movement}, {"withdrawal", ClaimKind::Withdrawal}, {"basing", ClaimKind::Basing},
    {"presence", ClaimKind::Presence}, {"mobilisation", ClaimKind::Mobilisation}, {"transfer", ClaimKind::Transfer}}};

constexpr std::array<std::pair<std::string_view, ClaimStatus>, 6> statuses{{
    {"reported", ClaimStatus::Reported}, {"ongoing", ClaimStatus::Ongoing}, {"planned", ClaimStatus::Planned},
    {"conditional", ClaimStatus::Conditional}, {"denied", ClaimStatus::Denied}, {"", ClaimStatus::Reported}}};

constexpr std::array<std::pair<std::string_view, CueRole>, 4> roles{{
    {"control", CueRole::Control}, {"raise", CueRole::Raise}, {"accuse", CueRole::Accuse}, {"irrealis", CueRole::Irrealis}}};

constexpr std::array<std::pair<std::string_view, NounClass>, 15> classes{{
    {"force", NounClass::Force}, {"unit", NounClass::Unit}, {"loose", NounClass::Loose}, {"vehicle", NounClass::Vehicle}, {"carrier", NounClass::Carrier},
    {"materiel", NounClass::Materiel}, {"equipment", NounClass::Equipment}, {"container", NounClass::Container},
    {"people", NounClass::People}, {"nominal", NounClass::Nominal}, {"descriptive", NounClass::Descriptive},
    {"not-force", NounClass::NotForce}, {"state", NounClass::State}, {"partitive", NounClass::Partitive}, {"fiction", NounClass::Fiction}}};

TextTable read_table(const std::filesystem::path& file, const std::vector<std::string>& columns) {
  return TextTable::parse(read_file(file, limits::max_config_bytes), file.string(), columns);
}

bool is_vowel(char letter) { return std::string_view("aeiou").find(letter) != std::string_view::npos; }
bool ends_with(std::string_view text, std::string_view tail) { return text.ends_with(tail); }

std::string with_s(const std::string& word) {
  if (ends_with(word, "y") && word.size() > 1 && !is_vowel(word[word.size() - 2])) return word.substr(0, word.size() - 1) + "ies";
  if (ends_with(word, "s") || ends_with(word, "x") || ends_with(word, "z") || ends_with(word, "ch") || ends_with(word, "sh") ||
      ends_with(word, "o")) {
    return word + "es";
  }
  return word + "s";
}

/// The example of a class with a member in the place of {past}, {participle} or {ing}; "*" of a particle reads as "their".
std::string conjugate(std::string example, const VerbForms& forms, std::string_view particle) {
  const std::array<std::pair<std::string_view, const std::string*>, 3> places{{{"{past}", &forms.past}, {"{participle}", &forms.participle}, {"{ing}", &forms.ing}}};
  std::string words;
  for (const char letter : particle) words += letter == '*' ? std::string("their") : std::string(1, letter);
  if (!words.empty()) words.insert(0, " ");
  for (const auto& [mark, form] : places) {
    const auto at = example.find(mark);
    if (at != std::string::npos) example.replace(at, mark.size(), *form + words);
  }
  return example;
}

}  // namespace

std::string pluralise(const std::string& noun) { return with_s(noun); }

VerbForms inflect(const std::string& lemma, std::string_view forms) {
  VerbForms made;
  made.third = lemma == "go" ? "goes" : with_s(lemma);
  const bool drops_e = ends_with(lemma, "e") && !ends_with(lemma, "ee") && !ends_with(lemma, "ye");
  std::string stem = drops_e ? lemma.substr(0, lemma.size() - 1) : lemma;
  std::string past = drops_e ? lemma + "d" : ends_with(lemma, "e") ? lemma + "d" : lemma + "ed";
  if (ends_with(lemma, "y") && lemma.size() > 1 && !is_vowel(lemma[lemma.size() - 2])) past = lemma.substr(0, lemma.size() - 1) + "ied";
  std::string participle = past;
  if (!forms.empty()) {
    const auto slash = forms.find('/');
    past = std::string(forms.substr(0, slash));
    participle = slash == std::string_view::npos ? past : std::string(forms.substr(slash + 1));
    // "shipped" tells that the -ing form doubles its consonant too.
    const bool doubled = past.size() == lemma.size() + 3 && past.starts_with(lemma) && past[lemma.size()] == lemma.back();
    if (doubled) stem = past.substr(0, lemma.size() + 1);
    static const std::array<std::string_view, 13> doubling{"run", "set", "put", "cut", "hit", "let", "get", "win", "sit", "begin", "forbid", "overrun", "dig"};
    if (std::find(doubling.begin(), doubling.end(), lemma) != doubling.end()) stem = lemma + lemma.back();
    if (lemma == "lie") stem = "ly";
  }
  if (lemma == "die") stem = "dy";
  made.past = past;
  made.participle = participle;
  made.ing = stem + "ing";
  return made;
}

Lexicon::Lexicon(const std::filesystem::path& folder) : sets_(folder / "word_sets.tsv"), evidence_(read_file(folder / "evidence.tsv", limits::max_config_bytes), (folder / "evidence.tsv").string()) {
  read_words(folder / "words.tsv");
  read_plain_verbs(folder / "plain_verbs.tsv");
  read_verbs(folder / "verbs.tsv");
  read_motion_verbs(folder / "motion_classes.tsv", folder / "motion_verbs.tsv");
  read_nouns(folder / "nouns.tsv");
  read_cues(folder / "status_cues.tsv");
  read_forces(folder / "forces.tsv");
  constexpr std::size_t all_lemmas = 10000;  // with those of common English
  senses_by_lemma_.reserve(all_lemmas);
  lemmas_.reserve(all_lemmas);
  senses_by_lemma_.resize(lemmas_.size());
  for (std::uint32_t i = 0; i < senses_.size(); ++i) senses_by_lemma_[lemma_index_.find(senses_[i].lemma)->second].push_back(i);
  read_common(folder);
}

std::uint32_t Lexicon::intern(const std::string& lemma) {
  const auto [found, inserted] = lemma_index_.emplace(lemma, static_cast<std::uint32_t>(lemmas_.size()));
  if (inserted) lemmas_.push_back(lemma);
  return found->second;
}

void Lexicon::add_form(const std::string& form, std::uint8_t bits, std::uint32_t lemma, bool noun_too) {
  auto& word = words_[form];
  if (word.has_tag) return;  // "be" and "have" stay auxiliaries
  // "found" is the past of "find" before it is the base of "found": the movement verb, read last, wins.
  if (word.verb_forms != 0 && word.verb != lemma) {
    word.base_too = word.base_too || (word.verb_forms & base_form) != 0;
    word.verb_forms = 0;
  }
  word.noun_too = word.verb_forms == 0 ? noun_too : (word.noun_too || noun_too);
  word.verb_forms = static_cast<std::uint8_t>(word.verb_forms | bits);
  word.verb = lemma;
}

void Lexicon::add_verb(const std::string& lemma, const std::string& forms, bool noun_too) {
  const auto index = intern(lemma);
  const auto made = inflect(lemma, forms);
  add_form(lemma, base_form, index, noun_too);
  add_form(made.third, third_form, index, noun_too);
  add_form(made.past, past_form, index, false);
  add_form(made.participle, participle_form, index, false);
  add_form(made.ing, ing_form, index, false);
}

void Lexicon::read_words(const std::filesystem::path& file) {
  const auto table = read_table(file, {"word", "tag"});
  for (const auto& row : table.rows()) {
    auto& word = words_[row.cells[table.column("word")]];
    word.has_tag = true;
    word.tag = read_enum(table, row, row.cells[table.column("tag")], tags, "tag");
  }
}

void Lexicon::read_plain_verbs(const std::filesystem::path& file) {
  const auto table = read_table(file, {"lemma", "forms", "noun"});
  for (const auto& row : table.rows()) {
    add_verb(row.cells[table.column("lemma")], row.cells[table.column("forms")], row.cells[table.column("noun")] == "noun");
  }
}

void Lexicon::read_verbs(const std::filesystem::path& file) {
  const auto table = read_table(file, {"lemma", "forms", "particle", "frame", "kind", "id", "example"});
  for (const auto& row : table.rows()) {
    VerbSense sense;
    sense.lemma = row.cells[table.column("lemma")];
    sense.particle = split_cell(row.cells[table.column("particle")], ' ');
    std::erase(sense.particle, std::string{});
    sense.frame = read_enum(table, row, row.cells[table.column("frame")], frames, "frame");
    sense.kind = read_enum(table, row, row.cells[table.column("kind")], kinds, "kind of claim");
    sense.rule = row.cells[table.column("id")];
    sense.example = row.cells[table.column("example")];
    const auto* known = find(sense.lemma);
    add_verb(sense.lemma, row.cells[table.column("forms")], known != nullptr && known->verb_forms != 0 && known->noun_too);
    senses_.push_back(std::move(sense));
  }
}

void Lexicon::read_motion_verbs(const std::filesystem::path& class_file, const std::filesystem::path& members) {
  std::map<std::string, VerbSense> senses;
  const auto class_table = read_table(class_file, {"class", "frame", "kind", "example"});
  for (const auto& row : class_table.rows()) {
    VerbSense sense;
    sense.rule = row.cells[class_table.column("class")];
    sense.frame = read_enum(class_table, row, row.cells[class_table.column("frame")], frames, "frame");
    sense.kind = read_enum(class_table, row, row.cells[class_table.column("kind")], kinds, "kind of claim");
    sense.example = row.cells[class_table.column("example")];
    sense.broad = true;
    senses[sense.rule] = std::move(sense);
  }
  const auto table = read_table(members, {"lemma", "forms", "particle", "class", "noun"});
  for (const auto& row : table.rows()) {
    const auto& name = row.cells[table.column("class")];
    const auto found = senses.find(name);
    if (found == senses.end()) table.fail(row, "there is no class '" + name + "'", "motion_classes.tsv lists the classes");
    auto sense = found->second;
    sense.lemma = row.cells[table.column("lemma")];
    const auto& forms = row.cells[table.column("forms")];
    const auto& particle = row.cells[table.column("particle")];
    sense.particle = split_cell(particle, ' ');
    std::erase(sense.particle, std::string{});
    sense.rule += "." + sense.lemma;
    for (const auto& word : sense.particle) sense.rule += word == "*" ? "" : "-" + word;
    sense.example = conjugate(sense.example, inflect(sense.lemma, forms), particle);
    const auto* known = find(sense.lemma);
    const bool noun_too = row.cells[table.column("noun")] == "noun" || (known != nullptr && known->verb_forms != 0 && known->noun_too);
    add_verb(sense.lemma, forms, noun_too);
    senses_.push_back(std::move(sense));
  }
}

void Lexicon::read_nouns(const std::filesystem::path& file) {
  const auto table = read_table(file, {"noun", "plural", "class", "verb"});
  for (const auto& row : table.rows()) {
    const auto& noun = row.cells[table.column("noun")];
    const auto& plural = row.cells[table.column("plural")];
    const auto noun_class = read_enum(table, row, row.cells[table.column("class")], classes, "class of noun");
    const auto lemma = intern(noun);
    std::uint32_t verb = 0;
    if (noun_class == NounClass::Nominal) {
      const auto& of = row.cells[table.column("verb")];
      const auto found = lemma_index_.find(of);
      if (found == lemma_index_.end()) table.fail(row, "there is no verb '" + of + "'", "add it to verbs.tsv or correct the last column");
      verb = found->second;
    }
    const std::array<std::pair<std::string, bool>, 2> forms{{{noun, false}, {plural.empty() ? pluralise(noun) : plural, true}}};
    for (const auto& [form, is_plural] : forms) {
      auto& word = words_[form];
      word.noun = noun_class;
      word.noun_lemma = lemma;
      word.plural = is_plural;
      word.nominal_of = verb;
      word.noun_too = true;
    }
  }
}

void Lexicon::read_cues(const std::filesystem::path& file) {
  const auto table = read_table(file, {"cue", "role", "status", "id", "example"});
  for (const auto& row : table.rows()) {
    StatusCue cue;
    cue.role = read_enum(table, row, row.cells[table.column("role")], roles, "role");
    cue.status = read_enum(table, row, row.cells[table.column("status")], statuses, "status");
    cue.rule = row.cells[table.column("id")];
    cue.example = row.cells[table.column("example")];
    cues_[row.cells[table.column("cue")]] = std::move(cue);
  }
}

void Lexicon::read_forces(const std::filesystem::path& file) {
  const auto table = read_table(file, {"term", "role", "country", "type"});
  for (const auto& row : table.rows()) {
    const auto& term = row.cells[table.column("term")];
    const auto& role = row.cells[table.column("role")];
    if (role == "modifier") {
      words_[term].modifier = true;
    } else if (role == "designation") {
      designations_[term] = row.cells[table.column("type")];
    } else if (role == "name") {
      forces_[term] = {term, row.cells[table.column("country")], row.cells[table.column("type")]};
      force_beginnings_[term.substr(0, term.find_first_of(" -'"))] = true;
      force_beginnings_[term.substr(0, term.find_first_of(" -"))] = true;  // an apostrophe may be inside of a word
      // A space, a hyphen or an apostrophe may each make two tokens more.
      const auto joints = std::count_if(term.begin(), term.end(), [](char c) { return c == ' ' || c == '-' || c == '\''; });
      longest_force_name_ = std::max(longest_force_name_, static_cast<std::size_t>(1 + 2 * joints));
    } else {
      table.fail(row, "'" + role + "' is no role", "write modifier, name or designation");
    }
  }
}

namespace {

/// What all verbs of a sort have in common that no reviewed table tells of.
VerbSense open_sense(Frame frame, ClaimKind kind, const char* rule, const char* example) {
  VerbSense sense;
  sense.frame = frame;
  sense.kind = kind;
  sense.rule = rule;
  sense.example = example;
  sense.broad = sense.open = true;
  return sense;
}

/// Tenths of the uses of a verb from which on it is taken for one of its sort.
constexpr std::uint8_t mostly = 3;

}  // namespace

/// Words of common English: all their forms, unless a reviewed table has them, and the sense of their sort, unless it has one for them.
void Lexicon::read_common(const std::filesystem::path& folder) {
  const auto go = static_cast<std::uint32_t>(senses_.size());
  const auto send = go + 1;
  const auto be = go + 2;
  senses_.push_back(open_sense(Frame::Go, ClaimKind::Movement, "open.go", "Two hundred Omani soldiers clomped into Aden."));
  senses_.push_back(open_sense(Frame::Cause, ClaimKind::Movement, "open.send", "Oman catapulted two hundred soldiers into Aden."));
  senses_.push_back(open_sense(Frame::Stay, ClaimKind::Presence, "open.be", "Two hundred Omani soldiers roomed in Aden."));

  const auto file = folder / "english_verbs.tsv";
  const auto read = [&](const char* name) { return read_file(folder / name, limits::max_config_bytes); };
  common_.fill({read("english_verbs.tsv"), read("english_adjectives.tsv"), read("english_places.tsv")}, file.string(), [&](const CommonVerb& verb) {
    const auto known = lemma_index_.find(verb.lemma);
    const bool reviewed = known != lemma_index_.end();
    const auto index = reviewed ? known->second : static_cast<std::uint32_t>(lemmas_.size());
    if (reviewed) {
      complete_forms(index, verb);
    } else {
      lemmas_.emplace_back(verb.lemma);
      senses_by_lemma_.emplace_back();
    }
    auto& senses = senses_by_lemma_[index];
    if (std::any_of(senses.begin(), senses.end(), [&](std::uint32_t sense) { return senses_[sense].particle.empty() && senses_[sense].kind != ClaimKind::Transfer; })) return index;
    if (verb.go >= mostly) senses.push_back(go);
    else if (verb.send >= mostly) senses.push_back(send);
    else if (verb.be > mostly) senses.push_back(be);
    return index;
  });
  for (auto& [form, word] : words_) {
    const auto* common = common_.find(form);
    if (common != nullptr && common->place) word.place = true;
  }
}

/// What the reviewed tables do not tell of their own verbs.
void Lexicon::complete_forms(std::uint32_t lemma, const CommonVerb& verb) {
  const auto made = inflect(std::string(verb.lemma), verb.forms);
  for (const auto* form : {&made.third, &made.past, &made.participle, &made.ing}) {
    if (const auto own = words_.find(*form); own != words_.end() && own->second.verb_forms != 0 && own->second.verb == lemma) {
      own->second.object = verb.object;
      own->second.inner = verb.inner;
      own->second.noun_share = form == &made.third ? verb.noun : std::uint8_t{0};
    }
  }
  if (const auto own = words_.find(verb.lemma); own != words_.end() && own->second.verb_forms != 0 && own->second.verb == lemma) {
    own->second.object = verb.object;
    own->second.inner = verb.inner;
    own->second.noun_share = verb.noun;
  }
}

const Word* Lexicon::designation(std::string_view letters) const {
  const auto found = designations_.find(letters);
  return found == designations_.end() ? nullptr : find(found->second);
}

const Word* Lexicon::find(std::string_view form) const {
  const auto found = words_.find(form);
  return found == words_.end() ? common_.find(form) : &found->second;
}

const std::vector<std::uint32_t>& Lexicon::senses_of(std::uint32_t lemma) const {
  static const std::vector<std::uint32_t> none;
  return lemma < senses_by_lemma_.size() ? senses_by_lemma_[lemma] : none;
}

const std::vector<std::uint32_t>& Lexicon::senses_of(std::string_view lemma) const {
  static const std::vector<std::uint32_t> none;
  const auto found = lemma_index_.find(lemma);
  return found == lemma_index_.end() ? none : senses_of(found->second);
}

const StatusCue* Lexicon::cue_of(std::string_view lemma) const {
  const auto found = cues_.find(lemma);
  return found == cues_.end() ? nullptr : &found->second;
}

const NamedForce* Lexicon::named_force(std::string_view name) const {
  const auto found = forces_.find(name);
  return found == forces_.end() ? nullptr : &found->second;
}

std::vector<StatusCue> Lexicon::cues_with_examples() const {
  std::vector<StatusCue> cues;
  for (const auto& [name, cue] : cues_) {
    if (!cue.example.empty()) cues.push_back(cue);
  }
  std::sort(cues.begin(), cues.end(), [](const StatusCue& a, const StatusCue& b) { return a.rule < b.rule; });
  return cues;
}

}  // namespace dateline::claims::detail
