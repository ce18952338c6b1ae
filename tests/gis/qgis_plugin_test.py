"""The QGIS plugin in real QGIS: every algorithm through qgis_process; with DATELINE_HEAVY_TESTS also in the desktop on a screen that nobody sees."""
import json
import os
import shutil
import subprocess
import unittest

from support import DRIVERS, PLAIN_PATH, PROGRAM, SAMPLES, SOURCE, GisTest, main, need

PROCESS = need("/usr/bin/qgis_process.bin", "qgis python3-qgis")  # Debian's wrapper of it adds an option that it does not know
HEAVY = bool(os.environ.get("DATELINE_HEAVY_TESTS"))


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


class Plugin(GisTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        plugins = cls.folder / "plugins"
        plugins.mkdir()
        (plugins / "dateline").symlink_to(SOURCE / "plugin/qgis/dateline")
        cls.env = {"PATH": PLAIN_PATH, "QGIS_PLUGINPATH": str(plugins), "QGIS_CUSTOM_CONFIG_PATH": str(cls.folder / "cfg"), "HOME": str(cls.folder), "XDG_RUNTIME_DIR": str(cls.folder),
                   "GDAL_DRIVER_PATH": DRIVERS, "DATELINE_PROGRAM": PROGRAM, "DATELINE_DATA": os.environ["DATELINE_DATA"], "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
        cls.process("plugins", "enable", "dateline")

    @classmethod
    def process(cls, *arguments):
        return subprocess.run([PROCESS, *arguments], capture_output=True, text=True, env={**cls.env, "QT_QPA_PLATFORM": "offscreen"}, check=False, timeout=120)

    def run_algorithm(self, name, **parameters):
        done = self.process("--json", "run", f"dateline:{name}", "--", *[f"{key}={value}" for key, value in parameters.items()])
        self.assertNotIn("Traceback", done.stdout + done.stderr)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return json.loads(done.stdout[done.stdout.index("{"):])["results"]

    def test_stories_become_a_package_and_a_ledger(self):
        results = self.run_algorithm("map", INPUT=";".join(SAMPLES), OUTPUT=self.folder / "m.gpkg", THEME=3, COARSEN=2)
        self.assertTrue(os.path.getsize(results["OUTPUT"]) > 100_000)
        self.assertEqual(read_json(results["LEDGER"])["dateline_ledger"], "1")

    def test_a_ledger_is_extracted_exported_and_checked(self):
        ledger = self.run_algorithm("extract", INPUT=";".join(SAMPLES), OUTPUT=self.folder / "x.ledger.json")
        self.assertEqual(ledger["CLAIMS"], len(json.loads(self.ledger.read_text())["claims"]))
        export = self.run_algorithm("export", INPUT=ledger["OUTPUT"], OUTPUT=self.folder / "x.geojson")
        self.assertTrue(read_json(export["OUTPUT"])["features"])
        self.assertEqual(self.run_algorithm("check", INPUT=ledger["OUTPUT"])["PROBLEMS"], 0)

    def test_a_quote_that_is_not_in_its_story_is_counted(self):
        ledger = json.loads(self.ledger.read_text())
        quote = ledger["claims"][0]["quote"]
        quote["exact"] = "x" * len(quote["exact"])
        (self.folder / "false.ledger.json").write_text(json.dumps(ledger))
        self.assertGreater(self.run_algorithm("check", INPUT=self.folder / "false.ledger.json")["PROBLEMS"], 0)

    def test_places_become_points(self):
        result = self.run_algorithm("locate", INPUT=SAMPLES[0], OUTPUT=self.folder / "places.geojson")
        names = {f["properties"]["name"] for f in read_json(result["OUTPUT"])["features"]}
        self.assertIn("Vladivostok", names)

    def test_a_wrong_input_fails_with_the_program_s_own_message(self):
        (self.folder / "no.ledger.json").write_text("{]")
        done = self.process("--json", "run", "dateline:export", "--", f"INPUT={self.folder / 'no.ledger.json'}", f"OUTPUT={self.folder / 'no.gpkg'}")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("no.ledger.json", done.stdout + done.stderr)
        self.assertNotIn("Traceback", done.stdout + done.stderr)

    def parts(self, step, *arguments, **more):
        """A step of plugin_parts.py, which runs in QGIS without a screen and tells what it saw."""
        env = {**self.env, "QT_QPA_PLATFORM": "offscreen", **more}
        done = subprocess.run(["/usr/bin/python3", SOURCE / "tests/gis/plugin_parts.py", step, *map(str, arguments)], capture_output=True, text=True, env=env, check=False, timeout=150)
        reports = [line[7:] for line in done.stdout.splitlines() if line.startswith("REPORT ")]
        self.assertTrue(reports, done.stdout + done.stderr)
        return json.loads(reports[0])

    def script(self, name, text):
        path = self.folder / name
        path.write_text("#!/bin/sh\n" + text)
        path.chmod(0o755)
        return str(path)

    def test_cancelling_ends_the_program_at_once_and_leaves_no_result(self):
        endless = self.script("endless", '[ "$2" = --help ] && exit 0\necho $$ >"$0.pid"\nprintf "progress\\tread\\t1\\t4\\n" >&2\nexec sleep 60\n')
        told = self.parts("cancel", self.ledger, self.folder / "never.gpkg", DATELINE_PROGRAM=endless)
        self.assertEqual(told["message"], "Cancelled.")
        self.assertLess(told["seconds"], 5)
        self.assertIn(25.0, told["progress"])
        pid = int((self.folder / "endless.pid").read_text())
        with self.assertRaises(ProcessLookupError):
            os.kill(pid, 0)
        self.assertFalse((self.folder / "never.gpkg").exists())

    def test_tiles_are_offered_only_if_the_program_can_make_them(self):
        able = self.script("able", "exit 0\n")
        unable = self.script("unable", '[ "$1" = tiles ] && exit 2\nexit 0\n')
        self.assertIn("tiles", self.parts("algorithms", DATELINE_PROGRAM=able)["names"])
        self.assertNotIn("tiles", self.parts("algorithms", DATELINE_PROGRAM=unable)["names"])
        self.assertNotIn("tiles", self.parts("algorithms", DATELINE_PROGRAM="/nowhere/dateline")["names"])

    def test_the_tiles_algorithm_runs_the_command_with_what_was_chosen(self):
        echo = self.script("echo", 'for a in "$@"; do echo "$a"; done >>"$0.said"\nexit 0\n')
        self.parts("tiles", self.ledger, self.folder / "t.mbtiles", DATELINE_PROGRAM=echo)
        said = (self.folder / "echo.said").read_text().split("\n")
        for word, value in (("-o", str(self.folder / "t.mbtiles")), ("--zoom", "2-5"), ("--format", "mvt")):
            self.assertEqual(said[len(said) - said[::-1].index(word)], value)

    @unittest.skipUnless(shutil.which("lrelease"), "lrelease is not installed (Debian: qttools5-dev-tools)")
    def test_the_plugin_speaks_the_language_of_qgis(self):
        folder = self.folder / "translated" / "dateline"
        shutil.copytree(SOURCE / "plugin/qgis/dateline", folder)
        subprocess.run(["lrelease", "-silent", folder / "i18n/dateline_de.ts", "-qm", folder / "i18n/dateline_de.qm"], check=True)
        told = self.parts("language", "de", QGIS_PLUGINPATH=str(folder.parent))
        self.assertEqual(told["title"], "Karte aus Artikeln")
        self.assertIn("Nummer, Zitat, Quelle und Link", told["help"])

    def test_all_words_are_in_the_translation_files(self):
        done = subprocess.run(["/usr/bin/python3", SOURCE / "plugin/qgis/translations.py", "--check"], capture_output=True, text=True, env={"PATH": PLAIN_PATH}, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    @unittest.skipUnless(os.path.exists(os.path.join(DRIVERS, "gdal_DATELINE.so")), "the driver is not built")
    def test_a_ledger_without_a_style_beside_it_gets_the_look_of_the_map_with_its_labels(self):
        told = self.parts("look", self.ledger)
        self.assertEqual(set(told["before"].values()), {"embeddedSymbol"})
        self.assertEqual(set(told["after"].values()), {"RuleRenderer"})
        self.assertTrue(all(told["labels"].values()), told)

    @unittest.skipUnless(HEAVY and shutil.which("xvfb-run", path=PLAIN_PATH) and os.path.exists("/usr/bin/qgis.bin"),
                         "the desktop is started by ./dev test --qgis only (Debian: qgis xvfb xauth)")
    def test_the_desktop_shows_the_map_and_explains_a_claim(self):
        package = self.run_algorithm("map", INPUT=";".join(SAMPLES), OUTPUT=self.folder / "far-east.gpkg")["OUTPUT"]
        result, shot = self.folder / "desktop.json", self.folder / "qgis-desktop.png"
        env = {**self.env, "DATELINE_DESKTOP": json.dumps({"project": os.path.splitext(package)[0] + ".qgz", "result": str(result), "shot": str(shot), "ledger": str(self.ledger)})}
        subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1400x900x24", "/usr/bin/qgis.bin", "--nologo", "--noversioncheck", "--profiles-path", self.folder / "profiles",
                        "--code", SOURCE / "tests/gis/desktop.py"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, timeout=180)
        told = json.loads(result.read_text())
        self.assertEqual(told["errors"], [])
        self.assertTrue(told["unloaded"])
        self.assertIn("dateline", told["providers"])
        self.assertIn("National Intelligence Service", told["explained"])
        self.assertEqual(told["ledger"], ["RuleRenderer", True])
        self.assertGreater(shot.stat().st_size, 30_000)
        if os.environ.get("DATELINE_PICTURES"):
            shutil.copy(shot, os.environ["DATELINE_PICTURES"])


main()
