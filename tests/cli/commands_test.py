"""Each command does its job on the samples; help, version, completion and man pages exist for each."""
import json

from program import SAMPLES, ProgramTest, main, run

COMMANDS = ["map", "extract", "locate", "claims", "conflicts", "explain", "review", "check", "places", "places pin", "export", "import", "gazetteer build", "gazetteer lookup", "gazetteer info", "symbol", "style export", "style check"]


class Help(ProgramTest):
    def test_every_command_has_help_with_an_example_first(self):
        listing = run("help").text
        for command in COMMANDS:
            with self.subTest(command):
                self.assertIn(command, listing)
                words = command.split()
                done = run(*words, "--help")
                self.assertEqual((done.returncode, done.talk), (0, ""))
                self.assertEqual(done.text, run("help", *words).text)
                self.assertLess(done.text.index(f"dateline {command}"), done.text.index("usage:"))
                self.assertIn("-q, --quiet", done.text)

    def test_every_command_has_a_man_page_with_exit_codes(self):
        for command in COMMANDS:
            page = run("man", *command.split()).text
            self.assertTrue(page.startswith(".TH DATELINE-"), command)
            self.assertIn(".SH EXIT STATUS", page)

    def test_version_and_completion(self):
        self.assertRegex(run("--version").text, r"^dateline \d+\.\d+\.\d+\n$")
        self.assertIn("complete -o filenames -F _dateline dateline", run("completion").text)

    def test_a_slip_gets_did_you_mean(self):
        self.assert_fails(run("mpa"), 2, "did you mean map?")
        self.assert_fails(run("map", "x", "-o", "y.svg", "--overwrit"), 2, "did you mean --overwrite?")
        self.assert_fails(run("gazetteer"), 2, "gazetteer lookup")


class Map(ProgramTest):
    def test_stories_become_a_picture_and_a_ledger(self):
        for ending, magic in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF-")):
            done = run("map", *SAMPLES, "-o", self.folder / f"m.{ending}", "--ledger", self.folder / f"{ending}.ledger.json")
            self.assertEqual(done.returncode, 0, done.talk)
            self.assertTrue((self.folder / f"m.{ending}").read_bytes().startswith(magic))
            self.assertEqual(done.text, "")
        self.assertEqual((self.folder / "svg.ledger.json").read_bytes(), (self.folder / "png.ledger.json").read_bytes())

    def test_a_ledger_gives_the_same_map_as_its_stories(self):
        run("map", *SAMPLES, "-o", self.folder / "a.svg", "--ledger", self.folder / "l.ledger.json")
        done = run("map", self.folder / "l.ledger.json", "-o", self.folder / "b.svg")
        self.assertEqual(done.returncode, 0, done.talk)
        self.assertEqual((self.folder / "a.svg").read_bytes(), (self.folder / "b.svg").read_bytes())

    def test_an_existing_file_needs_overwrite(self):
        self.write("m.svg", "precious")
        self.assert_fails(run("map", *SAMPLES, "-o", self.folder / "m.svg"), 1, "exists already", "--overwrite")
        self.assertEqual((self.folder / "m.svg").read_text(), "precious")
        self.assertEqual(run("map", *SAMPLES, "-o", self.folder / "m.svg", "--overwrite", "-q").talk, "")
        self.assertEqual(self.names(), ["m.svg"])

    def test_a_time_narrows_the_map_and_multiples_caption_their_days(self):
        ledger = self.folder / "l.ledger.json"
        run("extract", *SAMPLES, "-o", ledger)
        self.assert_fails(run("map", ledger, "-o", self.folder / "m.svg", "--from", "1999-01-01", "--to", "1999-01-02"), 4)
        self.assert_fails(run("map", ledger, "-o", self.folder / "m.svg", "--from", "May"), 2, "'May' is not a date")
        self.assert_fails(run("map", ledger, "-o", self.folder / "m.svg", "--from", "2024-02-02", "--to", "2024-02-01"), 2, "--to lies before --from")
        done = run("map", ledger, "-o", self.folder / "m.svg", "--multiples", "week")
        self.assertEqual(done.returncode, 0, done.talk)
        panels = [line for line in done.talk.splitlines() if line.startswith("panel: ")]
        self.assertTrue(panels)
        scales = {}  # one extent a cluster of places, whatever the week
        for line in panels:
            week, places, scale = line.split(" · ")[:3]
            scales.setdefault(places, set()).add(scale)
        self.assertTrue(all(len(found) == 1 for found in scales.values()), panels)

    def test_a_map_for_embedding_has_no_notes(self):
        for notes in ("caption", "none"):
            run("map", *SAMPLES, "-o", self.folder / f"{notes}.svg", "--notes", notes, "--size", "a4-landscape")
            self.assertNotIn('id="notes"', (self.folder / f"{notes}.svg").read_text(encoding="utf-8"))

    def test_the_map_shows_what_the_stories_report(self):
        run("map", *SAMPLES, "-o", self.folder / "m.svg")
        text = (self.folder / "m.svg").read_text(encoding="utf-8")
        for name in ("Vladivostok", "Ussuriysk", "Khabarovsk", "Blagoveshchensk", "Donetsk", "not independently verified"):
            self.assertIn(name, text)


class Ledger(ProgramTest):
    def setUp(self):
        super().setUp()
        self.ledger = self.folder / "l.ledger.json"
        done = run("extract", *SAMPLES, "-o", self.ledger)
        self.assertEqual(done.returncode, 0, done.talk)
        self.data = json.loads(self.ledger.read_text(encoding="utf-8"))

    def test_quotes_stand_in_their_stories(self):
        from pathlib import Path
        texts = {a["id"]: Path(a["file"]).read_text(encoding="utf-8") for a in self.data["articles"]}
        self.assertGreater(len(self.data["claims"]), 8)
        for claim in self.data["claims"]:
            quote = claim["quote"]
            self.assertEqual(texts[claim["article"]][quote["start"]:quote["end"]], quote["exact"])

    def test_five_outlets_are_one_origin(self):
        lift = [e for e in self.data["events"] if e["kind"] == "movement" and e["status"] in ("reported", "ongoing")]
        lift.sort(key=lambda e: -len(e["outlets"]))
        self.assertGreaterEqual(len(lift[0]["outlets"]), 3)
        self.assertEqual(len(lift[0]["origins"]), 1)

    def test_check_is_content_with_a_fresh_ledger(self):
        done = run("check", self.ledger)
        self.assertEqual(done.returncode, 0, done.talk)
        self.assertIn("quote 0", done.text)
        self.assertEqual(run("check", self.ledger, "--fail-on", "unreviewed").returncode, 5)

    def test_explain_shows_quote_source_and_place(self):
        done = run("explain", self.ledger, "#1")
        self.assertEqual(done.returncode, 0, done.talk)
        for part in ("“", "code points", "sha256", "says", "rules", "review unreviewed"):
            self.assertIn(part, done.text)
        self.assertEqual(json.loads(run("explain", self.ledger, "1", "--json").text)["event"], 1)
        self.assert_fails(run("explain", self.ledger, "999"), 2, "there is no event or claim '999'")

    def test_claims_as_table_csv_and_json(self):
        count = len(self.data["claims"])
        self.assertEqual(len(run("claims", self.ledger).text.splitlines()), count + 1)
        lines = run("claims", self.ledger, "--json").text.splitlines()
        self.assertEqual(len([json.loads(line) for line in lines]), count)
        self.assertTrue(run("claims", self.ledger, "--csv").text.startswith("no,kind,status,"))
        only = run("claims", self.ledger, "--kind", "basing", "--json").text.splitlines()
        self.assertTrue(only and all(json.loads(line)["kind"] == "basing" for line in only))

    def test_span_records_point_at_words_of_their_story(self):
        lines = [json.dumps({"id": str(i), "text": f"Chad sent {i + 2} soldiers to Bangui.", "date": "2024-10-18"}) for i in range(300)]
        lines.insert(100, "{broken")
        done = run("extract", "--spans", "--stream", "-", stdin="\n".join(lines).encode())
        records = [json.loads(line) for line in done.text.splitlines()]
        self.assertEqual([record["id"] for record in records], [str(i) for i in range(300)])
        self.assertIn("-:101:", done.talk)
        event = records[0]["events"][0]
        self.assertEqual("Chad sent 2 soldiers to Bangui."[slice(*event["destination"])], "Bangui")
        files = run("extract", "--spans", *SAMPLES)
        self.assertEqual(len(files.text.splitlines()), len(SAMPLES))
        self.assert_fails(run("extract", "--spans", "--ndjson", SAMPLES[0]), 2, "--spans excludes")
        self.assert_fails(run("extract", "--stream", "-"), 2, "--stream goes with --spans")

    def test_stdin_and_stdout_are_streams(self):
        story = open(SAMPLES[0], "rb").read()
        done = run("extract", "-", stdin=story)
        self.assertEqual(done.returncode, 0, done.talk)
        self.assertEqual(json.loads(done.text)["articles"][0]["file"], "-")


class Places(ProgramTest):
    def test_locate_streams_json(self):
        done = run("locate", *SAMPLES)
        rows = [json.loads(line) for line in done.text.splitlines()]
        self.assertEqual(len(rows), len(SAMPLES))
        text = open(SAMPLES[0], encoding="utf-8").read()
        for mention in rows[0]["mentions"]:
            self.assertEqual(text[mention["start"]:mention["end"]], mention["surface"])
        names = {m["surface"]: m for m in rows[0]["mentions"]}
        self.assertEqual(names["Vladivostok"]["place_id"], "geonames:2013348")

    def test_locate_stream_keeps_order_and_skips_bad_lines(self):
        lines = [json.dumps({"id": str(i), "text": f"Soldiers were seen in Khabarovsk on day {i}."}) for i in range(600)]
        lines.insert(300, "{broken")
        done = run("locate", "--stream", "-", stdin="\n".join(lines).encode())
        self.assertEqual([json.loads(line)["id"] for line in done.text.splitlines()], [str(i) for i in range(600)])
        self.assertIn("-:301:", done.talk)

    def test_lookup(self):
        done = run("gazetteer", "lookup", "Ussuriysk", "--json")
        places = json.loads(done.text)["places"]
        self.assertEqual(places[0]["country"], "RU")
        nearest = json.loads(run("gazetteer", "lookup", "Donetsk", "--near", "48,37.8", "--json").text)["places"][0]
        self.assertEqual(nearest["country"], "UA")
        self.assertIn("no place is called", run("gazetteer", "lookup", "Xyzzyville").talk)
        self.assertIn("GeoNames", run("gazetteer", "info").text)


main()
