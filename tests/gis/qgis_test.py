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
            if layer["name"].endswith("outlines"):
                continue  # one plain symbol
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
            self.assertEqual(report["layers"], 12)
            self.assert_styled(report)
            self.assert_picture(picture)

    def test_an_edit_in_qgis_comes_back_and_changes_nothing_else(self):
        dateline("export", self.ledger, "-o", self.folder / "edited.gpkg")
        before = json.loads(self.ledger.read_text(encoding="utf-8"))
        ledger = self.folder / "edited.ledger.json"
        shutil.copy(self.ledger, ledger)
        env = {"PATH": PLAIN_PATH, "LC_ALL": "C.UTF-8", "HOME": str(self.folder)}
        done = subprocess.run([PYTHON, SOURCE / "tests/gis/edit_in_qgis.py", self.folder / "edited.gpkg", "accepted"], capture_output=True, text=True, env=env, check=False, timeout=120)
        edited = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("EDITED ")]
        self.assertEqual(len(edited), 1, done.stderr)
        dateline("import", ledger, self.folder / "edited.gpkg", "--by", "R. Roe", "--at", "2024-10-20")
        after = json.loads(ledger.read_text(encoding="utf-8"))
        changed = [claim["id"] for claim, old in zip(after["claims"], before["claims"], strict=True) if claim != old]
        self.assertEqual(changed, edited)
        review = next(claim["review"] for claim in after["claims"] if claim["id"] == edited[0])
        self.assertEqual((review["state"], review["by"]), ("accepted", "R. Roe"))
        self.assertEqual({**after, "claims": []}, {**before, "claims": []})

    def test_the_project_has_a_print_layout(self):
        dateline("export", self.ledger, "-o", self.folder / "layout.gpkg")
        report, picture = self.look(self.folder / "layout.qgz", size=("layout",), picture="qgis-layout.png")
        self.assertTrue(report["done"])
        self.assertEqual(report["items"], ["Fine print", "Key", "Map", "Scale bar", "Title"])
        self.assert_picture(picture)

    def test_a_movement_over_the_date_line_has_one_head(self):
        """The line is cut there; its first piece must end as it goes on, not in an arrow."""
        try:
            from PIL import Image
        except ImportError:
            self.skipTest("Pillow is not installed (Debian: python3-pil)")
        ledger = json.loads(self.ledger.read_text())
        claim = next(c for c in ledger["claims"] if c.get("destination") and c["kind"] == "movement")
        ref = {**claim["destination"][0], "precision": "city"}
        places = [{"id": f"p:{name}", "name": name, "kind": "city", "lon": lon, "lat": 60, "radius_m": 5000} for name, lon in (("East", 165), ("West", -165))]
        ledger.update(places=sorted(places, key=lambda p: p["id"]), conflicts=[], claims=[{**claim, "origin": [{**ref, "place": "p:East"}], "destination": [{**ref, "place": "p:West"}], "via": [], "at": [],
                                                                                           "responses": []}],
                      events=[{"id": "event:x", "number": 1, "kind": "movement", "status": "reported", "claims": [claim["id"]], "origins": [], "outlets": [claim["article"]]}])
        (self.folder / "over.ledger.json").write_text(json.dumps(ledger))
        dateline("export", self.folder / "over.ledger.json", "-o", self.folder / "over.gpkg")

        def thickest(west, east):
            """The most pixels of the mark's colour above each other in one column."""
            _, picture = self.look(self.folder / "over.gpkg", str(west), "56", str(east), "66", size=("600", "600"), picture=f"over{west}.png")
            pixels = Image.open(picture).convert("RGB")
            return max(sum(all(abs(a - b) <= 12 for a, b in zip(pixels.getpixel((x, y)), MARK)) for y in range(pixels.height)) for x in range(pixels.width))

        line = thickest(174, 179)
        self.assertGreater(line, 1)
        self.assertLess(thickest(175, 185), line + 3)
        self.assertGreater(thickest(-170, -160), line + 5)

    def test_a_ledger_through_the_driver(self):
        if not os.path.exists(os.path.join(DRIVERS, "gdal_DATELINE.so")):
            self.skipTest("the driver is not built")
        report, picture = self.look(self.ledger, *FAR_EAST, picture="qgis-bare.png")
        self.assertEqual({layer["driver"] for layer in report["drawn"]}, {"DATELINE"})
        self.assertEqual({layer["renderer"] for layer in report["drawn"]}, {"embeddedSymbol"})
        self.assert_picture(picture, MARK, TINT)  # the colours of the features, not QGIS's own
        dateline("export", self.ledger, "-o", self.folder / "far-east.ledger.geojson")  # its style has the ledger's name
        report, picture = self.look(self.ledger, *FAR_EAST)
        self.assert_styled(report)
        self.assert_picture(picture)

    def assert_picture(self, picture, *colours):
        try:
            self.assert_colours(picture, *(colours or (MARK, TINT, BADGE)))
        except ImportError:
            self.assertGreater(picture.stat().st_size, 10_000)


main()
