#!/usr/bin/env python3
"""Makes english_verbs.tsv, english_adjectives.tsv and english_places.tsv from WordNet 3.0 as Debian packages it (package wordnet-base).

    claims/data/make_english.py [--wordnet /usr/share/wordnet] [--out claims/data]

The tables are committed; nobody needs WordNet to build or to run Dateline. Same input, same bytes.

How it decides:
- How often a word means what is counted in the concordance that comes with WordNet (cntlist.rev). A sense that was never met counts a
  fifth, the first one a half, so that rare words have shares as well.
- A sense is a way of going if it descends from "travel, go, move", a way of sending if it descends from "move, displace" and its sentence
  frames have an object and a place, a way of being somewhere if it descends from "be (occupy a place)", "live" or "lodge". What merely moves
  on the spot (to nod, to wave, to spin) descends from none of them.
- A noun is a place if at least six in ten of its uses descend from a structure, a way, a facility, a region, land, water or a formation of the
  ground, and it is no proper name.
- Verbs that are rarer than the noun of the same letters and were never met as verbs are left out: "to cat" helps nobody.
"""
import argparse
import collections
import pathlib

MOTION, CONTACT, POSSESSION, SOCIAL = 38, 35, 40, 41     # lexicographer files, lexnames(5WN)
INNER = {29, 31, 32, 33, 34, 37, 39, 43}                 # body, thought, speech, competition, eating, feeling, seeing, weather
PLACES = {"04341686", "04564698", "03315023", "09287968", "09225146", "08630985", "09334396", "03682189"}
GOING = {"01835514", "01843073"}                         # travel, go, move, locomote; travel, trip, jaunt
SENDING = {"01850333"}                                   # move, displace
BEING = {"02655135", "02614181", "02651424"}             # be (occupy a place); be, live; lodge, accommodate
EXTRA_PLACES = set("farm apron trench villa ditch anchorage mooring treeline hardstand taxiway flightline".split())
NOT_VERBS = {"buss"}                                     # "bussed" is of "to bus"
NOT_PLACES = set("airline airframe coil catheter conduit manifold filter obstruction unknown pipe plug tube lager draw dive steps link links".split())
WITH_PLACE = {20, 21}                                    # Somebody ----s somebody/something PP
WITHOUT_OBJECT = {1, 2, 3, 4, 6, 7, 12, 13, 22, 27, 28}  # wninput(5WN), verb frames
# Left out for what they mean in the news: games, talk, trade and machines.
NOT_GOING = set("bounce crab dog drip flop fold founder greet hunt orbit pace rise run salute score sink skate swim tail top tour track "
                "trace visit weather welcome whistle wind accompany follow pursue chase shadow stalk trail surpass overtake haunt frequent "
                "congratulate felicitate approach climb soar plunge plummet tumble drop crash fall collapse derail dismount elapse err infringe "
                "progress pan precess recede revolve rack surface topple whine poise quest stamp round hitch home proceed "
                "trample tread float glide mouse ghost billow butterfly".split())
NOT_SENDING = set("attract compact compress clap curl debar depress detach disconnect drape elevate flick grave impact jab lean lower mislay misplace "
                  "poise posit pound raise rake repel sculpt seat slop spill splatter unwind wind wrap wad install instal launch set pitch "
                  "pop poke drag lift unhook unroll unseat space sky situate skitter decant birdlime manure lime ladle heap".split())
NOT_BEING = set("attend beard belong board cap crest dot dwarf extend face front go line overlap overlook point precede reach rim "
                "span stretch stud cohabit crowd lap slant ridge orient miscegenate overpopulate overtop localise localize focalise focalize".split())


def read_synsets(folder, part="verb"):
    """By offset: lexicographer file, words with their numbers, synsets above, sentence frames, and whether it is a proper name."""
    synsets = {}
    for line in open(folder / f"data.{part}", encoding="latin-1"):
        if line.startswith("  "):
            continue
        cells = line.split(" | ")[0].split()
        count = int(cells[3], 16)
        words = [(cells[4 + 2 * i].lower(), int(cells[5 + 2 * i], 16)) for i in range(count)]
        at = 4 + 2 * count
        pointers = int(cells[at])
        signs = [(cells[at + 1 + 4 * i], cells[at + 2 + 4 * i], cells[at + 3 + 4 * i]) for i in range(pointers)]
        above = [offset for sign, offset, kind in signs if sign in ("@", "@i") and kind == part[0]]
        at += 1 + 4 * pointers
        frames = [(int(cells[at + 2 + 3 * i]), int(cells[at + 3 + 3 * i], 16)) for i in range(int(cells[at]))] if part == "verb" else []
        synsets[cells[0]] = (int(cells[1]), words, above, frames, any(sign == "@i" for sign, _, _ in signs))
    return synsets


def descendants(synsets, roots):
    known = {}

    def reaches(synset):
        if synset not in known:
            known[synset] = synset in roots     # also ends the circles that WordNet has
            known[synset] = known[synset] or any(reaches(up) for up in synsets[synset][2])
        return known[synset]
    return {synset for synset in synsets if reaches(synset)}


def read_index(folder, part):
    for line in open(folder / f"index.{part}", encoding="latin-1"):
        if not line.startswith("  "):
            cells = line.split()
            yield cells[0], cells[6 + int(cells[3]):]


def plain(word):
    return word.isascii() and word.isalpha() and len(word) > 1


def counts(folder):
    """Uses of each word by part of speech, and of each sense by its key."""
    senses, words = collections.Counter(), collections.Counter()
    parts = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
    for line in open(folder / "cntlist.rev"):
        key, _, count = line.split()
        word, rest = key.split("%")
        senses[key] += int(count)
        words[word, parts[rest[0]]] += int(count)
    return senses, words


def irregular(folder):
    forms = collections.defaultdict(list)
    for line in open(folder / "verb.exc"):
        form, lemma = line.split()[:2]
        if plain(form) and plain(lemma) and form != lemma and not form.endswith("s") and form not in forms[lemma]:
            forms[lemma].append(form)
    return forms


def past_and_participle(lemma, forms):
    """"went/gone" of the forms in verb.exc, which do not tell which is which; empty if regular, "stopped/stopped" if the consonant doubles."""
    forms = [form for form in forms if not form.endswith("ing")]
    if not forms:
        return ""
    regular = [form for form in forms if form.endswith("ed")]
    if regular:
        if not any(form.startswith(lemma + lemma[-1]) for form in regular):
            return ""
        return f"{regular[0]}/{regular[0]}"
    if lemma.endswith(("come", "run")):
        return f"{forms[0]}/{lemma}"
    participles = [form for form in forms if form.endswith(("n", "ne")) or (lemma[-3:] in ("ing", "ink") and "u" in form[1:])]
    pasts = [form for form in forms if form not in participles]
    if not pasts:
        return f"{participles[0]}/{participles[0]}" if participles[0] in ("shone", "won", "spun", "begun") else ""
    return f"{pasts[0]}/{participles[0] if participles else pasts[0]}"


def share(part, whole):
    return min(9, int(10 * part / whole)) if whole else 0


def make_verbs(folder):
    synsets = read_synsets(folder)
    going, sending, being = (descendants(synsets, roots) for roots in (GOING, SENDING, BEING))
    senses, words = counts(folder)
    exceptions = irregular(folder)
    nouns = {word: offsets for word, offsets in read_index(folder, "noun")}
    rows = []
    for verb, offsets in read_index(folder, "verb"):
        if not plain(verb) or verb in NOT_VERBS:
            continue
        total = go = send = be = inner = with_object = without = 0.0
        for rank, offset in enumerate(offsets):
            file, members, _, frames, _ = synsets[offset]
            number = next(identity for word, identity in members if word == verb)
            places = {i for i, (word, _) in enumerate(members, 1) if word == verb}
            own = {frame for frame, member in frames if member == 0 or member in places}
            weight = senses[f"{verb}%2:{file:02d}:{number:02d}::"] + (0.5 if rank == 0 else 0.2)
            total += weight
            go += weight * (offset in going and file == MOTION and bool(own & WITHOUT_OBJECT))
            send += weight * (offset in sending and file in (MOTION, CONTACT, POSSESSION, SOCIAL) and bool(own & WITH_PLACE))
            be += weight * (offset in being)
            inner += weight * (file in INNER)
            with_object += weight * bool(own - WITHOUT_OBJECT)
            without += weight * bool(own & WITHOUT_OBJECT)
        as_verb, as_noun = words[verb, "verb"], words[verb, "noun"]
        if as_verb == 0 and as_noun == 0:
            noun = share(len(nouns.get(verb, [])), len(nouns.get(verb, [])) + len(offsets))
        else:
            noun = share(as_noun + 0.2 * (verb in nouns), as_noun + as_verb + 0.2)
        if as_verb == 0 and verb in nouns and (as_noun > 1 or noun > 6):
            continue
        go, send, be = (0 if verb in out else share(part, total) for part, out in ((go, NOT_GOING), (send, NOT_SENDING), (be, NOT_BEING)))
        objects = "none" if with_object < 0.15 * total else "always" if without < 0.15 * total else ""
        cells = [verb, past_and_participle(verb, exceptions[verb]), noun, go, send, be, share(inner, total), objects]
        rows.append([str(cell) if cell else "" for cell in cells])
    return sorted(rows)


def make_adjectives(folder):
    _, words = counts(folder)
    others = {word for part in ("noun", "verb", "adv") for word, _ in read_index(folder, part)}
    rows = []
    for word, _ in read_index(folder, "adj"):
        if not plain(word) or word.endswith(("ing", "ed")):
            continue
        rivals = words[word, "noun"] + words[word, "verb"] + words[word, "adv"]
        if words[word, "adj"] > 3 * rivals if word in others else words[word, "adj"] > 0:
            rows.append([word])
    return sorted(rows)


def make_places(folder):
    synsets = read_synsets(folder, "noun")
    places = descendants(synsets, PLACES)
    senses, _ = counts(folder)
    rows = []
    for noun, offsets in read_index(folder, "noun"):
        if not plain(noun) or noun in NOT_PLACES or synsets[offsets[0]][4]:
            continue
        total = place = 0.0
        for rank, offset in enumerate(offsets):
            file, members, _, _, name = synsets[offset]
            number = next(identity for word, identity in members if word == noun)
            weight = senses[f"{noun}%1:{file:02d}:{number:02d}::"] + (0.5 if rank == 0 else 0.2)
            total += weight
            place += weight * (offset in places and not name)
        if place >= 0.6 * total:
            rows.append([noun])
    return sorted(rows + [[noun] for noun in EXTRA_PLACES if [noun] not in rows])


HEAD = """# Made by make_english.py from WordNet 3.0 (Copyright 2006 by Princeton University; licence and notice: SOURCES.md). Do not edit.
"""
VERBS = HEAD + """# English verbs, for words that no other table knows. forms: past/participle if irregular. noun, go, send, be: tenths of the uses in which the word is a noun,
# goes to a place, moves something to a place, is at a place, is of speech, thought, feeling, the body or games. object: "none" or "always" where the verb nearly never or nearly always has one.
lemma\tforms\tnoun\tgo\tsend\tbe\tinner\tobject
"""
ADJECTIVES = HEAD + """# English adjectives that are seldom or never nouns, verbs or adverbs, for words that no other table knows.
word
"""


PLACE_NOUNS = HEAD + """# English nouns that name a kind of place: buildings, ways, grounds, waters.
word
"""


def write(file, head, rows):
    file.write_text(head + "".join("\t".join(row).rstrip("\t") + "\n" for row in rows), encoding="utf-8")
    print(f"{file}: {len(rows)} rows, {file.stat().st_size} bytes")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--wordnet", type=pathlib.Path, default=pathlib.Path("/usr/share/wordnet"))
    options.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).parent)
    given = options.parse_args()
    write(given.out / "english_verbs.tsv", VERBS, make_verbs(given.wordnet))
    write(given.out / "english_adjectives.tsv", ADJECTIVES, make_adjectives(given.wordnet))
    write(given.out / "english_places.tsv", PLACE_NOUNS, make_places(given.wordnet))


if __name__ == "__main__":
    main()
