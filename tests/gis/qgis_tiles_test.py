"""Real QGIS opens our tiles: a folder as XYZ, MBTiles, and vector tiles from both."""
import json
import os
import subprocess

from support import PLAIN_PATH, SOURCE, GisTest, dateline, main, need, skip

PYTHON = need("/usr/bin/python3", "python3")
if subprocess.run([PYTHON, "-c", "import qgis.core"], capture_output=True, env={"PATH": PLAIN_PATH}, check=False).returncode != 0:
    skip("QGIS for Python", "--no-install-recommends qgis python3-qgis qgis-providers")


class TilesInQgis(GisTest):
    def look(self, kind, name, least_colours):
        picture = self.folder / f"{kind}.png"
        env = {"PATH": PLAIN_PATH, "LC_ALL": "C.UTF-8", "HOME": str(self.folder)}
        done = subprocess.run([PYTHON, SOURCE / "tests/gis/tiles_in_qgis.py", kind, self.folder / name, picture], capture_output=True, text=True, env=env, check=False, timeout=120)
        reports = [line[7:] for line in done.stdout.splitlines() if line.startswith("REPORT ")]
        self.assertTrue(reports, done.stderr)
        report = json.loads(reports[0])
        self.assertEqual((report["valid"], report["crs"], report["errors"]), (True, "EPSG:3857", []))
        self.assertGreater(report["colours"], least_colours, "the picture is nearly empty")
        if os.environ.get("DATELINE_PICTURES"):
            picture.rename(os.path.join(os.environ["DATELINE_PICTURES"], picture.name))

    def test_pictures_in_a_folder_and_in_mbtiles(self):
        dateline("tiles", self.ledger, "-o", self.folder / "t", "--zoom", "0-4")
        self.look("xyz", "t", 50)
        dateline("tiles", self.ledger, "-o", self.folder / "t.mbtiles", "--zoom", "0-4")
        self.look("mbtiles", "t.mbtiles", 50)

    def test_vector_tiles_in_a_folder_and_in_mbtiles(self):
        # Without a style QGIS gives each kind of geometry one colour.
        dateline("tiles", self.ledger, "-o", self.folder / "v", "--zoom", "0-4", "--format", "mvt")
        self.look("vector-xyz", "v", 10)
        dateline("tiles", self.ledger, "-o", self.folder / "v.mbtiles", "--zoom", "0-4", "--format", "mvt")
        self.look("vector-mbtiles", "v.mbtiles", 10)


main()
