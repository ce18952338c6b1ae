"""Bad input: the documented exit code, a message that says what to do, and nothing left behind."""
import json
import os
import stat
import subprocess

from program import PROGRAM, SAMPLES, ProgramTest, main, run


class BadStories(ProgramTest):
    def map(self, *inputs, **options):
        return run("map", *inputs, "-o", self.folder / "out.svg", **options)

    def test_an_empty_file(self):
        self.assert_fails(self.map(self.write("a.txt", b"")), 3, "a.txt")
        self.assert_fails(self.map(self.write("a.txt", b" \n\n")), 3, "a.txt")
        self.assertEqual(self.names(), ["a.txt"])

    def test_a_binary_file(self):
        self.assert_fails(self.map(self.write("a.txt", bytes(range(256)) * 64)), 3, "a.txt")
        self.assertEqual(self.names(), ["a.txt"])

    def test_a_200_mb_file_is_refused_at_once(self):
        path = self.folder / "big.txt"
        with open(path, "wb") as file:
            file.truncate(200 << 20)
        self.assert_fails(self.map(path), 3, "big.txt", "larger than")
        self.assertEqual(self.names(), ["big.txt"])

    def test_invalid_utf8_is_mended_and_told(self):
        text = b"North Korea sent 1,500 troops to Vladivostok, officials in Seoul said. \xff\xfe\x80 They are stationed in Khabarovsk.\n"
        done = self.map(self.write("a.txt", text))
        self.assertEqual(done.returncode, 0, done.talk)
        self.assertIn("a.txt", done.talk)
        self.assertIn("warning", done.talk)

    def test_a_missing_file(self):
        self.assert_fails(self.map(self.folder / "none.txt"), 3, "none.txt", "no such file")
        self.assertEqual(self.names(), [])

    def test_a_story_that_reports_nothing(self):
        done = self.map(self.write("a.txt", "The bakery in the market square opens at six and sells rolls.\n"))
        self.assert_fails(done, 4)
        self.assertEqual(self.names(), ["a.txt"])


class BadOutput(ProgramTest):
    def test_an_unwritable_folder(self):
        locked = self.folder / "locked"
        locked.mkdir()
        locked.chmod(stat.S_IRUSR | stat.S_IXUSR)
        self.addCleanup(locked.chmod, stat.S_IRWXU)
        if os.access(locked, os.W_OK):
            # The superuser may write anywhere: run as nobody, who may not.
            command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", PROGRAM, "map", *SAMPLES, "-o", str(locked / "m.svg")]
            self.folder.chmod(0o755)
            done = subprocess.run(command, capture_output=True, check=False)
            if b"setpriv" in done.stderr or done.returncode == 127:
                self.skipTest("setpriv is not allowed here")
            code, talk = done.returncode, done.stderr.decode()
        else:
            done = run("map", *SAMPLES, "-o", locked / "m.svg")
            code, talk = done.returncode, done.talk
        self.assertEqual(code, 1, talk)
        self.assertIn("may not be written to", talk)
        self.assertEqual(list(locked.iterdir()), [])

    def test_a_folder_that_does_not_exist(self):
        self.assert_fails(run("map", *SAMPLES, "-o", self.folder / "no/where/m.svg"), 1, "does not exist")
        self.assertEqual(self.names(), [])

    def test_an_unknown_ending(self):
        self.assert_fails(run("map", *SAMPLES, "-o", self.folder / "m.bmp"), 2, ".png, .svg, .pdf or .html")

    def test_an_input_is_never_overwritten(self):
        story = self.write("story.svg", open(SAMPLES[0], "rb").read())
        self.assert_fails(run("map", story, "-o", story, "--overwrite"), 2, "is also an input")
        self.assertEqual(story.read_bytes(), open(SAMPLES[0], "rb").read())

    def test_a_killed_run_leaves_the_old_file(self):
        out = self.write("m.svg", "old")
        process = subprocess.Popen([PROGRAM, "map", *SAMPLES, "-o", str(out), "--overwrite"], stderr=subprocess.DEVNULL)
        process.kill()
        process.wait()
        self.assertEqual(out.read_text(), "old")

    def test_wrong_values(self):
        for arguments, part in (
            (["--size", "enormous"], "is not a size"), (["--size", "10x10"], "is not a size"), (["--scale", "99"], "--scale"),
            (["--published", "yesterday"], "is not a date"), (["--pin", "Donetsk"], "is not a pin"),
        ):
            with self.subTest(arguments):
                self.assert_fails(run("map", *SAMPLES, "-o", self.folder / "m.svg", *arguments), 2, part)
        self.assert_fails(run("map", *SAMPLES, "-o", self.folder / "m.svg", "--style", "sepia"), 3, "sepia")
        self.assert_fails(run("map", *SAMPLES, "-o", self.folder / "m.svg", "--crs", "nonsense"), 1, "nonsense")
        self.assertEqual(self.names(), [])


class BadLedger(ProgramTest):
    def setUp(self):
        super().setUp()
        self.ledger = self.folder / "l.ledger.json"
        run("extract", *SAMPLES, "-o", self.ledger)
        self.text = self.ledger.read_text(encoding="utf-8")

    def test_a_cut_ledger_is_refused_with_its_position(self):
        self.write("cut.ledger.json", self.text[: len(self.text) // 2])
        self.assert_fails(run("map", self.folder / "cut.ledger.json", "-o", self.folder / "m.svg"), 3, "cut.ledger.json:")
        self.assertNotIn("m.svg", self.names())

    def test_a_mistyped_field_is_named_with_line_and_column(self):
        self.write("b.ledger.json", self.text.replace('"status": "planned"', '"status": "planed"', 1))
        self.assert_fails(run("claims", self.folder / "b.ledger.json"), 3, "b.ledger.json:", "planed")

    def test_a_ledger_of_another_version(self):
        self.write("v.ledger.json", self.text.replace('"dateline_ledger": "1"', '"dateline_ledger": "99"', 1))
        self.assert_fails(run("claims", self.folder / "v.ledger.json"), 3, "99")

    def test_a_changed_quote_is_found(self):
        data = json.loads(self.text)
        quote = data["claims"][0]["quote"]["exact"]
        for changed, code in ((quote[:-1] + "#", 5), (quote + "!", 3)):
            # Of the same length it is a wrong quote; of another length the ledger contradicts itself and is not read at all.
            self.write("q.ledger.json", self.text.replace(json.dumps(quote, ensure_ascii=False), json.dumps(changed, ensure_ascii=False)))
            done = run("check", self.folder / "q.ledger.json")
            self.assertEqual(done.returncode, code, done.talk)
            self.assertIn("q.ledger.json:", done.talk)

    def test_a_changed_story_is_found(self):
        story = self.write("s.txt", "Russia moved 300 soldiers to Khabarovsk on Monday, the army said.\n")
        run("extract", story, "-o", self.folder / "s.ledger.json")
        story.write_text("Russia moved 400 soldiers to Khabarovsk on Monday, the army said.\n")
        done = run("check", self.folder / "s.ledger.json")
        self.assertEqual(done.returncode, 5, done.talk)
        story.unlink()
        self.assertEqual(run("check", self.folder / "s.ledger.json").returncode, 5)


class BadData(ProgramTest):
    def test_a_missing_or_foreign_data_folder(self):
        done = run("gazetteer", "lookup", "Paris", env={"DATELINE_DATA": str(self.folder / "none")})
        self.assert_fails(done, 3, "DATELINE_DATA")
        self.write("places.dgz", b"not a store at all" * 100)
        self.assert_fails(run("gazetteer", "lookup", "Paris", env={"DATELINE_DATA": str(self.folder)}), 3, "places.dgz")


main()
