"""Ledgers compared, verified, cited and reported; claims filtered; review on a real terminal."""
import csv
import fcntl
import io
import json
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import termios
import time

from program import PROGRAM, SAMPLES, ProgramTest, main, run


class LedgerTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.ledger = self.folder / "l.ledger.json"
        done = run("extract", *SAMPLES, "-o", self.ledger)
        self.assertEqual(done.returncode, 0, done.talk)

    def data(self):
        return json.loads(self.ledger.read_text(encoding="utf-8"))

    def save(self, data, name="other.ledger.json"):
        return self.write(name, json.dumps(data, ensure_ascii=False, indent=2))


class Diff(LedgerTest):
    def test_the_same_ledger_does_not_differ(self):
        done = run("diff", self.ledger, self.ledger)
        self.assertEqual((done.returncode, done.text), (0, ""))
        self.assertIn("the same", done.talk)
        self.assertTrue(json.loads(run("diff", self.ledger, self.ledger, "--json").text)["same"])

    def test_changes_are_told_and_give_code_6(self):
        data = self.data()
        gone = data["claims"].pop()
        for event in data["events"]:
            event["claims"] = [c for c in event["claims"] if c != gone["id"]]
        data["events"] = [e for e in data["events"] if e["claims"]]
        for conflict in data["conflicts"]:
            conflict["claims"] = [c for c in conflict.get("claims", []) if c != gone["id"]]
        data["claims"][0]["status"] = "planned" if data["claims"][0]["status"] != "planned" else "reported"
        other = self.save(data)
        done = run("diff", self.ledger, other)
        self.assertEqual(done.returncode, 6, done.talk)
        self.assertIn("claims: 1 removed, 1 changed", done.text)
        self.assertIn(f"[{gone['id']}]", done.text)
        self.assertRegex(done.text, r"      status: \w+ -> \w+\n")
        found = json.loads(run("diff", self.ledger, other, "--json").text)
        self.assertEqual((found["same"], found["claims"]["removed"]), (False, [gone["id"]]))
        self.assertEqual(found["claims"]["changed"][0]["fields"][0]["field"], "status")

    def test_one_of_both_may_be_standard_input(self):
        self.assertEqual(run("diff", "-", self.ledger, stdin=self.ledger.read_bytes()).returncode, 0)
        self.assert_fails(run("diff", "-", "-"), 2, "cannot be both")
        self.assert_fails(run("diff", self.ledger, self.folder / "none"), 3)


class Verify(LedgerTest):
    def test_a_fresh_ledger_comes_out_again(self):
        done = run("verify", self.ledger)
        self.assertEqual((done.returncode, done.text), (0, ""), done.talk)
        self.assertIn("the stories give this ledger again", done.talk)
        self.assertTrue(json.loads(run("verify", self.ledger, "--json").text)["same"])

    def test_decisions_of_people_are_no_difference(self):
        run("review", self.ledger, "--by", "R. Roe", "--at", "2031-06-01", stdin=b"a\nr\nno\ne\nwithdrawal\n\n\n\n\n\n\n\nq\n")
        done = run("verify", self.ledger)
        self.assertEqual((done.returncode, done.text), (0, ""), done.talk)

    def test_a_claim_changed_by_hand_is_found(self):
        data = self.data()
        data["claims"][0]["activity"] = "picnic"
        done = run("verify", self.save(data))
        self.assertEqual(done.returncode, 6)
        self.assertIn("activity: picnic -> ", done.text)

    def test_stories_in_another_folder_missing_and_changed(self):
        stories = self.folder / "stories"
        stories.mkdir()
        for sample in SAMPLES:
            shutil.copy(sample, stories)
        ledger = self.folder / "moved.ledger.json"
        self.assertEqual(run("extract", *sorted(stories.glob("*.txt")), "-o", ledger).returncode, 0)
        away = self.folder / "away"
        stories.rename(away)
        done = run("verify", ledger)
        self.assertEqual(done.returncode, 6)
        self.assertEqual(done.text.count("not there: "), len(SAMPLES))
        self.assertEqual(run("verify", ledger, "--articles", away).returncode, 0)
        first = sorted(away.glob("*.txt"))[0]
        first.write_text(first.read_text(encoding="utf-8") + "\nOne line more.\n", encoding="utf-8")
        done = run("verify", ledger, "--articles", away)
        self.assertEqual(done.returncode, 6)
        self.assertIn("has another text now: ", done.text)


class Cite(LedgerTest):
    def test_both_formats_have_an_entry_a_story(self):
        bib, csl = self.folder / "x.bib", self.folder / "x.csl.json"
        self.assertEqual(run("cite", self.ledger, "-o", bib).returncode, 0)
        self.assertEqual(run("cite", self.ledger, "-o", csl).returncode, 0)
        items = json.loads(csl.read_text(encoding="utf-8"))
        text = bib.read_text(encoding="utf-8")
        self.assertEqual(len(items), len(self.data()["articles"]))
        for item in items:
            self.assertIn("@misc{" + item["id"] + ",", text)
            self.assertIn("note = {" + item["note"] + "}", text)
        self.assertEqual(run("cite", self.ledger).text, text)
        self.assertEqual(run("cite", self.ledger, "--format", "csl-json").text, csl.read_text(encoding="utf-8"))
        self.assert_fails(run("cite", self.ledger, "-o", bib), 1, "exists already")
        self.assert_fails(run("cite", self.ledger, "-o", self.folder / "x.ris"), 2, "names no format")

    def test_numbers_are_those_of_the_events(self):
        data = self.data()
        articles = {c["id"]: c["article"] for c in data["claims"]}
        items = json.loads(run("cite", self.ledger, "--format", "csl-json").text)
        for article, item in zip(data["articles"], items):
            wanted = sorted({e["number"] for e in data["events"] for c in e["claims"] if articles[c] == article["id"]})
            self.assertEqual([int(w) for w in item["note"].replace(",", " ").split() if w.isdigit()], wanted)


class Report(LedgerTest):
    def test_each_format_has_every_number_and_every_source(self):
        data = self.data()
        for ending, number in (("md", "### {} · "), ("qmd", "### {} · "), ("tex", "\\label{{note-{}}}"), ("html", "<li id=\"note-{}\">")):
            with self.subTest(ending):
                report = self.folder / f"r{ending}.{ending}"
                done = run("report", self.ledger, "-o", report)
                self.assertEqual(done.returncode, 0, done.talk)
                text = report.read_text(encoding="utf-8")
                for event in data["events"]:
                    self.assertEqual(text.count(number.format(event["number"])), 1)
                self.assertEqual(text.count("SHA-256"), len(data["articles"]))
                again = self.folder / f"again{ending}.{ending}"
                run("report", self.ledger, "-o", again)
                self.assertEqual(again.read_text(encoding="utf-8").replace(f"again{ending}-map", f"r{ending}-map"), text)
        self.assertTrue((self.folder / "rqmd-map.svg").read_bytes().startswith(b"<?xml"))
        self.assertTrue((self.folder / "rtex-map.pdf").read_bytes().startswith(b"%PDF"))

    def test_the_page_needs_nothing_else(self):
        page = self.folder / "r.html"
        run("report", self.ledger, "-o", page)
        text = page.read_text(encoding="utf-8")
        self.assertEqual(self.names(), ["l.ledger.json", "r.html"])
        self.assertNotIn("<script", text)
        self.assertNotRegex(text, r"(?:src|href)=\"(?!#|data:|https?:)")
        self.assertIn("src=\"data:image/svg+xml;base64,", text)

    def test_quotes_have_25_words_at_most(self):
        report = self.folder / "r.md"
        run("report", self.ledger, "-o", report, "--no-map")
        quotes = [line for line in report.read_text(encoding="utf-8").splitlines() if line.startswith("> “")]
        self.assertTrue(quotes)
        for quote in quotes:
            self.assertLessEqual(len(quote[2:].replace(" …", "").split()), 25)

    def test_nothing_is_overwritten_and_a_picture_can_be_named(self):
        report = self.folder / "r.md"
        self.assertEqual(run("report", self.ledger, "-o", report, "--map", "mine.png").returncode, 0)
        self.assertIn("](<mine.png>)", report.read_text(encoding="utf-8"))
        self.assert_fails(run("report", self.ledger, "-o", report), 1, "exists already")
        self.assert_fails(run("report", self.ledger, "-o", self.folder / "r.docx"), 2, "names no format")
        self.assert_fails(run("report", self.ledger, "-o", self.folder / "x.md", "--map", "a", "--no-map"), 2, "exclude each other")

    def test_words_without_a_map(self):
        story = self.write("s.txt", "The ministry said on 3 May 2031 that the soldiers had left for the front lines.\n")
        report = self.folder / "r.md"
        done = run("report", story, "-o", report)
        self.assertEqual(done.returncode, 0, done.talk)
        self.assertNotIn("![", report.read_text(encoding="utf-8"))


class Filters(LedgerTest):
    def ids(self, *options):
        done = run("claims", self.ledger, "--json", *options)
        self.assertEqual(done.returncode, 0, done.talk)
        return [json.loads(line)["id"] for line in done.text.splitlines()]

    def test_filters_choose_what_the_ledger_says(self):
        claims = self.data()["claims"]
        disputed = {c for conflict in self.data()["conflicts"] for c in conflict.get("claims", [])}
        self.assertEqual(self.ids(), [c["id"] for c in claims])
        self.assertEqual(self.ids("--kind", "basing"), [c["id"] for c in claims if c["kind"] == "basing"])
        self.assertEqual(self.ids("--state", "unreviewed"), [c["id"] for c in claims])
        self.assertEqual(self.ids("--state", "rejected"), [])
        self.assertEqual(self.ids("--conflict", "any"), [c["id"] for c in claims if c["id"] in disputed])
        self.assertEqual(self.ids("--from", "0001-01-01", "--to", "0002-01-01"), [])
        dated = self.ids("--from", "2000-01-01")
        self.assertTrue(dated)
        entity = next(c["force"]["entity"] for c in claims if c.get("force", {}).get("entity"))
        found = self.ids("--actor", entity.lower())
        for claim in claims:
            if claim.get("force", {}).get("entity") == entity:
                self.assertIn(claim["id"], found)

    def test_mistakes_are_told(self):
        self.assert_fails(run("claims", self.ledger, "--from", "tomorrow"), 2, "not a date")
        self.assert_fails(run("claims", self.ledger, "--from", "2031-02-01", "--to", "2031-01-01"), 2, "before")
        self.assert_fails(run("claims", self.ledger, "--kind", "basin"), 2)
        self.assertIn("passes the filter", run("claims", self.ledger, "--place", "Atlantis").talk)
        self.assertIn("passes the filter", run("conflicts", self.ledger, "--event", "999").talk)

    def test_conflicts_by_kind_and_event(self):
        conflicts = self.data()["conflicts"]
        for kind in sorted({c["kind"] for c in conflicts}):
            listed = run("conflicts", self.ledger, "--kind", kind, "--json").text.splitlines()
            self.assertEqual([json.loads(line)["text"] for line in listed], [c["text"] for c in conflicts if c["kind"] == kind])


class Spreadsheet(LedgerTest):
    def test_what_excel_saves_is_read(self):
        table = self.folder / "t.csv"
        self.assertEqual(run("review", self.ledger, "--csv-out", table, "--excel").returncode, 0)
        self.assertTrue(table.read_bytes().startswith(b"\xef\xbb\xbf"))
        rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"), newline="")))
        for encoding, separator in (("utf-8-sig", ";"), ("utf-16", "\t")):
            for row in rows:
                row["note"] = f"geprüft {encoding}"
            with table.open("w", encoding=encoding, newline="") as file:
                writer = csv.DictWriter(file, rows[0], delimiter=separator)
                writer.writeheader()
                writer.writerows(rows)
            done = run("review", self.ledger, "--csv-in", table, "--by", "R", "--at", "2031-06-01")
            self.assertEqual(done.returncode, 0, done.talk)
            self.assertEqual({c["review"]["note"] for c in self.data()["claims"]}, {f"geprüft {encoding}"})
        table.write_bytes("id,note\nx,gepr\xfcft\n".encode("latin-1"))
        self.assert_fails(run("review", self.ledger, "--csv-in", table), 3, "not in UTF-8")

    def test_a_few_rows_and_columns_are_enough(self):
        wanted = self.data()["claims"][1]["id"]
        table = self.write("t.csv", f"id,state\n{wanted},accepted\n")
        self.assertIn("1 claim changed", run("review", self.ledger, "--csv-in", table, "--at", "2031-06-01").talk)
        self.assertEqual([c["id"] for c in self.data()["claims"] if c["review"]["state"] == "accepted"], [wanted])


class Terminal:
    """The program on a terminal of its own."""

    def __init__(self, *arguments, columns=80, rows=24, term="xterm"):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ["TERM"] = term
            self.fd = 0
            self.resize(columns, rows)   # before the program looks
            os.execv(PROGRAM, [PROGRAM, *map(str, arguments)])
        self.seen = ""

    def resize(self, columns, rows=24):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def wait_for(self, text, seconds=60):
        end = time.monotonic() + seconds
        while text not in self.seen:
            if not select.select([self.fd], [], [], max(0, end - time.monotonic()))[0]:
                raise AssertionError(f"no {text!r} in {self.seen[-2000:]!r}")
            try:
                got = os.read(self.fd, 65536)
            except OSError:
                got = b""
            if not got:
                raise AssertionError(f"ended without {text!r}: {self.seen[-2000:]!r}")
            self.seen += got.decode("utf-8", "replace")
        before, _, self.seen = self.seen.partition(text)
        return before

    def press(self, keys):
        os.write(self.fd, keys.encode())

    def end(self):
        while True:
            try:
                if not os.read(self.fd, 65536):
                    break
            except OSError:
                break
        os.close(self.fd)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def read_all(self):
        """What the program writes until it ends; decoded at once, as letters may arrive in pieces."""
        written = b""
        while True:
            try:
                got = os.read(self.fd, 65536)
            except OSError:
                got = b""
            if not got:
                break
            written += got
        os.close(self.fd)
        os.waitpid(self.pid, 0)
        return written.decode("utf-8")

    def kill(self, how=signal.SIGKILL):
        os.kill(self.pid, how)
        os.close(self.fd)
        os.waitpid(self.pid, 0)


class OnATerminal(LedgerTest):
    def review(self, *options, **size):
        return Terminal("review", self.ledger, "--by", "R. Roe", "--at", "2031-06-01", *options, **size)

    def states(self):
        return [c["review"]["state"] for c in self.data()["claims"]]

    def test_keys_arrows_notes_and_numbers(self):
        terminal = self.review()
        terminal.wait_for("[?] ")
        terminal.press("\x1b[B")  # down: next
        terminal.wait_for("claim 2 of")
        terminal.press("\x1b[A")  # up: back
        terminal.wait_for("claim 1 of")
        terminal.wait_for("[?] ")
        terminal.press("g3\n")
        terminal.wait_for("claim 3 of")
        terminal.wait_for("[?] ")
        terminal.press("mhörte es auch\n")
        terminal.wait_for("claim 3 of")
        terminal.press("a")
        terminal.wait_for("claim 4 of")
        terminal.press("u")
        terminal.wait_for("claim 3 of")
        terminal.press("aq")
        terminal.wait_for("2 changes saved")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.data()["claims"][2]["review"]["note"], "hörte es auch")
        self.assertEqual(self.states()[2], "accepted")
        self.assertEqual(self.states().count("accepted"), 1)

    def test_keys_typed_ahead_are_not_lost(self):
        count = len(self.states())
        terminal = self.review()
        terminal.press("a" * (count - 1) + "rno such thing\n")
        terminal.wait_for("that was the last claim")
        terminal.wait_for("saved in")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.states(), ["accepted"] * (count - 1) + ["rejected"])

    def test_a_lost_connection_loses_nothing(self):
        for how in (signal.SIGKILL, signal.SIGHUP):
            terminal = self.review()
            terminal.wait_for("[?] ")
            terminal.press("a")
            terminal.wait_for("[?] ")
            terminal.kill(how)
        done = run("claims", self.ledger)
        self.assertIn("its decisions are not in the ledger yet", done.talk)
        done = run("review", self.ledger, "--at", "2031-06-02", stdin=b"q\n")
        self.assertIn("of an interrupted review", done.talk)
        self.assertEqual(self.states()[:3], ["accepted", "accepted", "unreviewed"])
        self.assertEqual(self.names(), ["l.ledger.json"])
        self.assertEqual(self.data()["claims"][0]["review"]["at"], "2031-06-01")

    def test_two_at_a_time_are_refused(self):
        terminal = self.review()
        terminal.wait_for("[?] ")
        self.assert_fails(run("review", self.ledger, stdin=b"a\n"), 1, "another review of this ledger is going on")
        self.assert_fails(run("extract", SAMPLES[0], "--into", self.ledger), 1, "another review")
        terminal.press("q")
        self.assertEqual(terminal.end(), 0)

    def test_lines_fit_the_terminal_and_follow_its_size(self):
        terminal = self.review("--all", columns=50)
        terminal.wait_for("claim 1 of")
        terminal.wait_for("[?] ")
        terminal.resize(120)
        terminal.press("n")
        wide = terminal.wait_for("[?] ")
        terminal.resize(44)
        terminal.press("n")
        narrow = terminal.wait_for("[?] ")
        terminal.press("q")
        self.assertEqual(terminal.end(), 0)
        longest = lambda text: max(len(line) for line in text.replace("\r", "").splitlines() if " " in line.strip()[:40])
        self.assertGreater(longest(wide), 60)
        # a word longer than the line (an id) may stand out
        self.assertTrue(all(len(line) <= 44 or len(max(line.split(), key=len)) > 28 for line in narrow.replace("\r", "").splitlines()[:-1]), narrow)

    def test_a_dumb_terminal_gets_no_escapes(self):
        terminal = self.review(term="dumb")
        shown = terminal.wait_for("[?] ")
        self.assertNotIn("\x1b", shown)
        terminal.press("q")
        self.assertEqual(terminal.end(), 0)

    def test_a_table_is_cut_on_a_terminal_and_whole_in_a_pipe(self):
        lines = [line for line in Terminal("claims", self.ledger, columns=100).read_all().replace("\r", "").splitlines() if line]
        self.assertIn("quote", lines[0])
        self.assertTrue(all(len(line) <= 100 for line in lines), lines)
        self.assertGreater(max(len(line) for line in run("claims", self.ledger).text.splitlines()), 100)


class ReviewFilters(LedgerTest):
    def test_only_what_the_filter_lets_through(self):
        basings = [c["id"] for c in self.data()["claims"] if c["kind"] == "basing"]
        done = run("review", self.ledger, "--kind", "basing", "--at", "2031-06-01", stdin=b"a\n" * len(basings))
        self.assertIn(f"claim 1 of {len(basings)}", done.text)
        self.assertEqual([c["id"] for c in self.data()["claims"] if c["review"]["state"] == "accepted"], basings)
        again = run("review", self.ledger, "--state", "accepted", stdin=b"q\n")
        self.assertIn(f"claim 1 of {len(basings)}", again.text)


main()
