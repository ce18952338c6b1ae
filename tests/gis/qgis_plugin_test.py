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

    @unittest.skipUnless(HEAVY and shutil.which("xvfb-run", path=PLAIN_PATH) and os.path.exists("/usr/bin/qgis.bin"),
                         "the desktop is started by ./dev test --qgis only (Debian: qgis xvfb xauth)")
    def test_the_desktop_shows_the_map_and_explains_a_claim(self):
        package = self.run_algorithm("map", INPUT=";".join(SAMPLES), OUTPUT=self.folder / "far-east.gpkg")["OUTPUT"]
        result, shot = self.folder / "desktop.json", self.folder / "qgis-desktop.png"
        env = {**self.env, "DATELINE_DESKTOP": json.dumps({"project": os.path.splitext(package)[0] + ".qgz", "result": str(result), "shot": str(shot)})}
        subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1400x900x24", "/usr/bin/qgis.bin", "--nologo", "--noversioncheck", "--profiles-path", self.folder / "profiles",
                        "--code", SOURCE / "tests/gis/desktop.py"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, timeout=180)
        told = json.loads(result.read_text())
        self.assertEqual(told["errors"], [])
        self.assertTrue(told["unloaded"])
        self.assertIn("dateline", told["providers"])
        self.assertIn("National Intelligence Service", told["explained"])
        self.assertGreater(shot.stat().st_size, 30_000)
        if os.environ.get("DATELINE_PICTURES"):
            shutil.copy(shot, os.environ["DATELINE_PICTURES"])


main()
