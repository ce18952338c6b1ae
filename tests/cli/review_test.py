"""Review in the terminal and in a spreadsheet, stories into an old ledger, maps explained, checks as a gate."""
import csv
import io
import json
import shutil

from program import SAMPLES, ProgramTest, main, run


class ReviewTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.ledger = self.folder / "l.ledger.json"
        done = run("extract", *SAMPLES, "-o", self.ledger)
        self.assertEqual(done.returncode, 0, done.talk)

    def claims(self):
        return json.loads(self.ledger.read_text(encoding="utf-8"))["claims"]

    def review(self, keys, *options):
        done = run("review", self.ledger, "--by", "R. Roe", "--at", "2031-06-01", *options, stdin=keys.encode())
        self.assertEqual(done.returncode, 0, done.talk)
        return done


class Terminal(ReviewTest):
    def test_keys_decide_and_are_saved(self):
        before = self.claims()
        done = self.review("a\nr\nno such thing\ns\nq\n")
        for part in (">>>", "<<<", "claim 1 of", "[a]ccept", "says"):
            self.assertIn(part, done.text)
        after = self.claims()
        self.assertEqual(after[0]["review"], {"state": "accepted", "by": "R. Roe", "at": "2031-06-01", "was": "unreviewed"})
        self.assertEqual((after[1]["review"]["state"], after[1]["review"]["note"]), ("rejected", "no such thing"))
        self.assertEqual(after[2:], before[2:])
        self.assertEqual(run("check", self.ledger).returncode, 0)

    def test_end_of_input_loses_nothing(self):
        self.review("a")
        self.assertEqual(self.claims()[0]["review"]["state"], "accepted")

    def test_undo_gives_the_same_bytes(self):
        before = self.ledger.read_bytes()
        self.review("a\nu\nr\n\nu\nq\n")
        self.assertEqual(self.ledger.read_bytes(), before)

    def test_edit_asks_for_each_field(self):
        places = sum(len(self.claims()[0].get(role, [])) > 0 for role in ("origin", "destination", "via", "at"))
        self.review("e\nwithdrawal\nwhat\nplanned\n1000 ..\n" + "\n" * places + "checked by telephone\nq\n")
        claim = self.claims()[0]
        self.assertEqual((claim["kind"], claim["status"]), ("withdrawal", "planned"))
        self.assertEqual((claim["quantity"]["low"], claim["quantity"]["high"]), (1000, None))
        self.assertEqual((claim["review"]["state"], claim["review"]["note"]), ("edited", "checked by telephone"))
        self.assertIn("kind ", claim["review"]["was"])

    def test_reviewed_claims_are_not_shown_again(self):
        count = len(self.claims())
        self.review("a\n" * count)
        self.assertIn("every claim has been reviewed", self.review("").talk)
        self.assertEqual(run("check", self.ledger, "--fail-on", "unreviewed").returncode, 0)
        self.assertIn(f"claim 1 of {count}", self.review("q\n", "--all").text)


class Spreadsheet(ReviewTest):
    def test_round_trip(self):
        before = self.ledger.read_bytes()
        table = self.folder / "t.csv"
        self.assertEqual(run("review", self.ledger, "--csv-out", table).returncode, 0)
        self.assertIn("0 claims changed", self.review("", "--csv-in", table).talk)
        self.assertEqual(self.ledger.read_bytes(), before)
        rows = list(csv.DictReader(io.StringIO(table.read_bytes().decode("utf-8"), newline="")))
        rows[1]["state"] = "rejected"
        with table.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        self.assertIn("1 claim changed", self.review("", "--csv-in", table).talk)
        self.assertEqual([c["review"]["state"] for c in self.claims()].count("rejected"), 1)

    def test_errors_have_file_and_line(self):
        table = self.write("t.csv", "id,state\nnobody,accepted\n")
        self.assert_fails(run("review", self.ledger, "--csv-in", table), 3, "t.csv:2:1: error: there is no claim")


class Into(ReviewTest):
    def test_again_adds_nothing_and_one_by_one_is_the_same(self):
        before = self.ledger.read_bytes()
        done = run("extract", *SAMPLES, "--into", self.ledger)
        self.assertEqual(done.returncode, 0, done.talk)
        self.assertEqual(self.ledger.read_bytes(), before)
        other = self.folder / "other.ledger.json"
        for story in reversed(SAMPLES):
            self.assertEqual(run("extract", story, "--into", other).returncode, 0)
        self.assertEqual(other.read_bytes(), before)

    def test_decisions_outlive_new_stories(self):
        self.review("a\nr\nwrong\nq\n")
        reviews = {c["id"]: c["review"] for c in self.claims()}
        story = self.write("new.txt", "Officials said on 3 May 2031 that 700 soldiers arrived in Khabarovsk.\n")
        self.assertEqual(run("extract", story, *SAMPLES, "--into", self.ledger).returncode, 0)
        self.assertEqual({c["id"]: c["review"] for c in self.claims() if c["id"] in reviews}, reviews)

    def test_a_changed_story_is_told(self):
        story = self.write("story.txt", "The ministry said 700 soldiers arrived in Khabarovsk.\n")
        run("extract", story, "--into", self.ledger)
        self.write("story.txt", "The ministry said 800 soldiers arrived in Khabarovsk.\n")
        self.assertIn("this story has changed", run("extract", story, "--into", self.ledger).talk)
        self.assertTrue(any("story-changed" in c.get("flags", []) for c in self.claims()))


class Explain(ReviewTest):
    def test_a_number_on_a_map_leads_to_its_ledger(self):
        wanted = run("explain", self.ledger, "1").text
        for ending in ("svg", "png", "pdf"):
            picture = self.folder / f"m.{ending}"
            self.assertEqual(run("map", self.ledger, "-o", picture).returncode, 0)
            done = run("explain", f"{picture}#1")
            self.assertEqual((done.returncode, done.text, done.talk), (0, wanted, ""))

    def test_another_state_of_the_ledger_is_told(self):
        picture = self.folder / "l.svg"
        run("map", self.ledger, "-o", picture)
        self.review("a\nq\n")
        self.assertIn("another state", run("explain", f"{picture}#1").talk)

    def test_a_map_without_its_ledger(self):
        picture = self.folder / "m.svg"
        run("map", self.ledger, "-o", picture)
        away = self.folder / "away"
        away.mkdir()
        shutil.move(self.ledger, away / "l.ledger.json")
        self.assert_fails(run("explain", f"{picture}#1"), 3, "no ledger with the document id")
        self.assertEqual(run("explain", f"{picture}#1", "--ledger", away / "l.ledger.json").returncode, 0)


class Check(ReviewTest):
    def test_each_kind_can_fail(self):
        data = json.loads(self.ledger.read_text(encoding="utf-8"))
        counts = dict(line.split() for line in run("check", self.ledger).text.splitlines())
        for kind in ("unreviewed", "unresolved", "conflict", "quote"):
            with self.subTest(kind):
                expected = 5 if int(counts[kind]) > 0 else 0
                self.assertEqual(run("check", self.ledger, "--fail-on", kind).returncode, expected)
        self.assertEqual(int(counts["unreviewed"]), len(data["claims"]))
        self.assertEqual(int(counts["conflict"]), len(data["conflicts"]))
        quote = data["claims"][0]["quote"]
        quote["exact"] = "#" + quote["exact"][1:]
        self.ledger.write_text(json.dumps(data), encoding="utf-8")
        self.assertEqual(run("check", self.ledger, "--fail-on", "quote").returncode, 5)


main()
