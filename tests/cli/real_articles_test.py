"""Measures on the real articles, which are not part of the project: skipped with a notice where they are absent."""
import json
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
        bars = [f"--min={measure}" for measure in ("recall=0.80", "precision=0.80", "quotes=1", "places=0.80")]
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
