"""Measures on the real articles, which are not part of the project: skipped with a notice where they are absent."""
import json
import re
import subprocess
import sys

from program import SOURCE, ProgramTest, main, run

SHARED = SOURCE.parent / "shared"
ARTICLES = sorted((SHARED / "articles").glob("*.txt"))

if not ARTICLES:
    print(f"skipped: {SHARED}/articles is not there")
    sys.exit(77)


class RealArticles(ProgramTest):
    def setUp(self):
        super().setUp()
        self.svg = self.folder / "m.svg"
        self.ledger = self.folder / "l.ledger.json"
        done = run("map", *ARTICLES, "--published", "2024-10-18", "-o", self.svg, "--ledger", self.ledger)
        self.assertEqual(done.returncode, 0, done.talk)

    def tool(self, name, *arguments):
        done = subprocess.run([SHARED / "tools" / name, *map(str, arguments)], capture_output=True, text=True, check=False)
        print(name, done.stdout.strip(), done.stderr.strip())
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_claims_reach_the_bar(self):
        bars = [f"--min={measure}" for measure in ("recall=0.97", "precision=0.95", "quotes=1", "places=0.97", "actor=0.95", "count=0.95", "when=0.95", "attribution=0.95", "stance=0.95")]
        arguments = [SHARED / "gold/claims.json", self.ledger, "--articles", SHARED / "articles"]
        for bar in bars:
            arguments += bar.split("=", 1)
        self.tool("score_ledger.py", *arguments)

    def test_the_story_with_a_date_of_its_own_keeps_it(self):
        articles = json.loads(self.ledger.read_text(encoding="utf-8"))["articles"]
        dates = {a["file"].rsplit("/", 1)[1][:3]: (a["published"], a["published_basis"]) for a in articles}
        self.assertEqual(dates["002"], ("2024-10-19", "text"))
        self.assertEqual(dates["000"], ("2024-10-18", "option"))

    def test_one_origin_five_outlets(self):
        events = json.loads(self.ledger.read_text(encoding="utf-8"))["events"]
        widest = max(events, key=lambda e: len(e["outlets"]))
        self.assertEqual((len(widest["origins"]), len(widest["outlets"])), (1, 5))

    def events(self):
        """(event, its claims) of the ledger, and the names of places by id."""
        data = json.loads(self.ledger.read_text(encoding="utf-8"))
        claims = {c["id"]: c for c in data["claims"]}
        names = {p["id"]: p["name"] for p in data["places"]}
        return [(e, [claims[c] for c in e["claims"]]) for e in data["events"]], names

    def test_the_events_are_those_that_a_reader_expects(self):
        events, names = self.events()

        def places(claims, role):
            return {names[p["place"]] for c in claims for p in c.get(role, []) if p.get("place")}

        def numbers(claims):
            return {c["quantity"]["low"] for c in claims if "quantity" in c}

        moved = [e for e, c in events if e["kind"] == "movement" and e["status"] in ("reported", "ongoing") and "Vladivostok" in places(c, "destination")]
        self.assertEqual([(len(e["origins"]), len(e["outlets"])) for e in moved], [(1, 5)])
        based = [places(c, "at") for e, c in events if e["kind"] == "basing"]
        self.assertIn({"Vladivostok", "Ussuriysk", "Khabarovsk", "Blagoveshchensk"}, based)
        planned = [numbers(c) for e, c in events if e["status"] in ("planned", "conditional")]
        self.assertEqual([n for n in planned if 12000 in n], [{12000}])
        self.assertEqual([n for n in planned if 10000 in n], [{10000}])
        self.assertNotIn(22000, {n for some in planned for n in some})
        self.assertTrue(any(e["kind"] == "presence" and any("Donetsk" in name for name in places(c, "at")) for e, c in events))
        for event, claims in events:
            kinds = {c["kind"] == "transfer" for c in claims}
            self.assertEqual(kinds, {event["kind"] == "transfer"})

    def test_the_conflicts_are_told_in_sentences(self):
        lines = run("conflicts", self.ledger, "--json").text.splitlines()
        found = [(c["kind"], c["text"]) for c in map(json.loads, lines)]
        wanted = {
            "who says 12,000": ("attribution", r"12,000 .*National Intelligence Service did not confirm"),
            "deliveries since when": ("time", r"since August 2022 .*since August 2023|since August 2023 .*since August 2022"),
            "10,000 and 10,000 more": ("quantity", r"10,000 .*10,000 more \(.*10,000 \("),
            "to Russia or to Ukraine": ("place", r"12,000 .*(Ukraine .*Russia|Russia .*Ukraine)"),
            "the Kremlin, earlier": ("denial", r"^(The Kremlin|Russia|Dmitry Peskov) denied earlier reports"),
            "the White House": ("denial", r"^(The )?White House.* cannot confirm reports of"),
            "NATO": ("denial", r"^NATO cannot confirm reports of"),
        }
        for name, (kind, pattern) in wanted.items():
            with self.subTest(name):
                self.assertTrue(any(k == kind and re.search(pattern, text) for k, text in found), found)
        for _, text in found:
            self.assertRegex(text, r"^[A-Z0-9].*\.$")

    def test_mention_only_places_are_not_drawn(self):
        text = self.svg.read_text(encoding="utf-8")
        marks = text[text.index('id="event-'):]
        for name in ("Yakutia", "Buryatia", "Brussels", "London", "Seoul", "Vietnam", "Syria"):
            self.assertNotIn(f">{name}<", marks[: marks.index('class="furniture') if 'class="furniture' in marks else len(marks)])
        for name in ("Vladivostok", "Ussuriysk", "Khabarovsk", "Blagoveshchensk", "Donetsk"):
            self.assertIn(name, text)

    def test_pictures_pass_their_checkers(self):
        self.tool("check_svg.sh", self.svg, "--expect", "Vladivostok")
        pdf = self.folder / "m.pdf"
        self.assertEqual(run("map", self.ledger, "-o", pdf).returncode, 0)
        self.tool("check_pdf.sh", pdf, "--title", "--expect", "Vladivostok", "--deterministic")


main()
