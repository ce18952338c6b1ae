"""Real QGIS opens what we write, styled and labelled, from each of the four forms: GeoJSON, GeoPackage, project and ledger."""
import json
import os
import shutil
import subprocess

from support import DRIVERS, PLAIN_PATH, SOURCE, GisTest, dateline, main, need, skip

PYTHON = need("/usr/bin/python3", "python3")
if subprocess.run([PYTHON, "-c", "import qgis.core"], capture_output=True, env={"PATH": PLAIN_PATH}, check=False).returncode != 0:
    skip("QGIS for Python", "--no-install-recommends qgis python3-qgis qgis-providers")
FAR_EAST = ("122", "37", "138", "52")
MARK, TINT, BADGE = (179, 32, 27), (240, 221, 208), (27, 27, 27)


class InQgis(GisTest):
    def look(self, name, *extent, size=("1000", "800"), picture="qgis.png"):
        picture = self.folder / picture
        env = {"PATH": PLAIN_PATH, "GDAL_DRIVER_PATH": DRIVERS, "DATELINE_DATA": os.environ.get("DATELINE_DATA", ""), "LC_ALL": "C.UTF-8", "HOME": str(self.folder)}
        done = subprocess.run([PYTHON, SOURCE / "tests/gis/open_in_qgis.py", str(name), picture, *size, *extent], capture_output=True, text=True, env=env, check=False, timeout=120)
        reports = [line[7:] for line in done.stdout.splitlines() if line.startswith("REPORT ")]
        self.assertTrue(reports, done.stderr)
        if os.environ.get("DATELINE_PICTURES") and picture.name != "qgis.png":
            shutil.copy(picture, os.environ["DATELINE_PICTURES"])
        return json.loads(reports[0]), picture

    def assert_styled(self, report):
        for layer in report["drawn"]:
            self.assertTrue(layer["valid"], layer)
            self.assertEqual((layer["renderer"], layer["undrawn"]), ("RuleRenderer", 0), layer)
            if not layer["name"].startswith(("base", "Towns", "Coast", "Land")):
                self.assertTrue(layer["tip"] and layer["actions"] and layer["temporal"], layer)
        self.assertLessEqual({"Vladivostok", "Khabarovsk"}, set(report["labels"]))

    def assert_colours(self, picture, *colours):
        from PIL import Image
        seen = {colour: 0 for colour in colours}
        for count, pixel in Image.open(picture).convert("RGB").getcolors(1 << 24):
            for colour in colours:
                if all(abs(a - b) <= 4 for a, b in zip(pixel, colour)):
                    seen[colour] += count
        self.assertTrue(all(n > 40 for n in seen.values()), seen)

    def test_geojson_with_its_style_beside_it(self):
        dateline("export", self.ledger, "-o", self.folder / "m.geojson")
        report, picture = self.look(self.folder / "m.geojson", *FAR_EAST)
        self.assertEqual(len(report["drawn"]), 3)
        self.assert_styled(report)
        self.assert_picture(picture)

    def test_without_its_style_the_same_file_is_plain(self):
        dateline("export", self.ledger, "-o", self.folder / "plain.geojson", "--no-sidecars")
        report, _ = self.look(self.folder / "plain.geojson", *FAR_EAST)
        self.assertEqual({layer["renderer"] for layer in report["drawn"]}, {"singleSymbol"})

    def test_geopackage_and_both_of_its_projects(self):
        dateline("export", self.ledger, "-o", self.folder / "m.gpkg")
        report, _ = self.look(self.folder / "m.gpkg", *FAR_EAST)
        self.assert_styled(report)
        for project in (self.folder / "m.qgz", f"geopackage:{self.folder / 'm.gpkg'}?projectName=dateline"):
            report, picture = self.look(project, *FAR_EAST, picture="qgis-project.png")
            self.assertEqual(report["layers"], 11)
            self.assert_styled(report)
            self.assert_picture(picture)

    def test_the_project_has_a_print_layout(self):
        dateline("export", self.ledger, "-o", self.folder / "layout.gpkg")
        report, picture = self.look(self.folder / "layout.qgz", size=("layout",), picture="qgis-layout.png")
        self.assertTrue(report["done"])
        self.assertEqual(report["items"], ["Fine print", "Key", "Map", "Scale bar", "Title"])
        self.assert_picture(picture)

    def test_a_ledger_through_the_driver(self):
        if not os.path.exists(os.path.join(DRIVERS, "gdal_DATELINE.so")):
            self.skipTest("the driver is not built")
        report, _ = self.look(self.ledger, *FAR_EAST)
        self.assertEqual({layer["driver"] for layer in report["drawn"]}, {"DATELINE"})
        self.assertEqual({layer["renderer"] for layer in report["drawn"]}, {"embeddedSymbol"})
        dateline("export", self.ledger, "-o", self.folder / "far-east.ledger.geojson")  # its style has the ledger's name
        report, picture = self.look(self.ledger, *FAR_EAST)
        self.assert_styled(report)
        self.assert_picture(picture)

    def assert_picture(self, picture):
        try:
            self.assert_colours(picture, MARK, TINT, BADGE)
        except ImportError:
            self.assertGreater(picture.stat().st_size, 10_000)


main()
