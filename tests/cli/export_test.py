"""What `dateline export` writes is what GIS programs want: valid, styled, the same bytes twice. Needs no GIS program but GDAL's library."""
import csv
import io
import json
import re
import sqlite3
import xml.etree.ElementTree as xml
import zipfile

from program import SAMPLES, ProgramTest, main, run

KINDS = {"Point": "sites", "LineString": "movements", "MultiLineString": "movements", "Polygon": "areas", "MultiPolygon": "areas"}


def positions(value):
    if value and isinstance(value[0], (int, float)):
        yield value
    else:
        for part in value:
            yield from positions(part)


def ring_area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))


class Export(ProgramTest):
    def setUp(self):
        super().setUp()
        self.ledger = self.folder / "l.ledger.json"
        done = run("extract", *SAMPLES, "-o", self.ledger)
        self.assertEqual(done.returncode, 0, done.talk)

    def export(self, name, *options, code=0):
        done = run("export", self.ledger, "-o", self.folder / name, *options)
        self.assertEqual(done.returncode, code, done.talk)
        return self.folder / name

    def ledger_json(self):
        return json.loads(self.ledger.read_text())

    def test_geojson_is_flat_right_handed_and_numbered_like_the_map(self):
        data = json.loads(self.export("m.geojson").read_text())
        self.assertNotIn("crs", data)
        events = {e["number"]: e["id"] for e in self.ledger_json()["events"]}
        xs, ys = [], []
        for feature in data["features"]:
            properties, geometry = feature["properties"], feature["geometry"]
            self.assertEqual(properties["layer"], KINDS[geometry["type"]])
            self.assertEqual(properties["event"], events[properties["number"]])
            self.assertEqual(feature["id"], properties["id"])
            self.assertTrue(all(not isinstance(v, (dict, list)) for v in properties.values()))
            for x, y in positions(geometry["coordinates"]):
                xs.append(x), ys.append(y)
                self.assertEqual((round(x, 6), round(y, 6)), (x, y))
            if "Polygon" in geometry["type"]:
                for rings in [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]:
                    self.assertEqual(rings[0][0], rings[0][-1])
                    self.assertGreater(ring_area(rings[0]), 0)
        west, south, east, north = data["bbox"]
        self.assertEqual((south, north), (min(ys), max(ys)))
        if west <= east:
            self.assertEqual((west, east), (min(xs), max(xs)))
        else:  # over the date line: nothing lies in the gap
            self.assertIn(180, map(abs, xs))
            self.assertFalse([x for x in xs if east < x < west])

    def test_the_qml_beside_it_names_only_symbols_that_it_has_and_fields_that_there_are(self):
        fields = set(json.loads(self.export("a.b.geojson").read_text())["features"][0]["properties"])
        text = (self.folder / "a.b.qml").read_text(encoding="utf-8")
        self.assertNotIn("{{", text)
        root = xml.fromstring(text)
        symbols = {s.get("name"): s.get("type") for s in root.findall("renderer-v2/symbols/symbol")}
        self.assertEqual(set(symbols.values()), {"marker", "line", "fill"})
        for rule in root.iter("rule"):
            if rule.get("symbol"):
                self.assertIn(rule.get("symbol"), symbols)
        self.assertIn(root.find("temporal").get("startField"), fields)
        for alias in root.iter("alias"):
            self.assertIn(alias.get("field"), fields)
        self.assertTrue(root.find("mapTip").text.strip())
        self.assertIn("link", root.find("attributeactions/actionsetting").get("action"))

    def test_a_geopackage_has_every_layer_indexed_styled_and_a_project(self):
        path = self.export("m.gpkg")
        db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        self.addCleanup(db.close)
        self.assertEqual(db.execute("PRAGMA integrity_check").fetchone(), ("ok",))
        layers = {t for (t,) in db.execute("SELECT table_name FROM gpkg_contents WHERE data_type='features'")}
        self.assertEqual(layers, {"sites", "movements", "movement_arrows", "areas", "outlines", "base_places", "base_lines", "base_land"})
        tables = {t for (t,) in db.execute("SELECT table_name FROM gpkg_contents WHERE data_type='attributes'")}
        self.assertLessEqual({"claims", "sources", "citations", "conflicts", "layer_styles"}, tables)
        for layer in layers:
            self.assertTrue(db.execute("SELECT 1 FROM sqlite_master WHERE name=?", (f"rtree_{layer}_geom",)).fetchone(), layer)
        styles = db.execute("SELECT f_table_name, f_table_schema, f_geometry_column, styleQML, update_time FROM layer_styles").fetchall()
        self.assertEqual({s[0] for s in styles}, layers)
        for layer, schema, column, qml, time in styles:
            self.assertEqual((schema, column), ("", "geom"))
            self.assertTrue(time)
            self.assertEqual(xml.fromstring(qml).tag, "qgis")
        self.assertEqual(db.execute("SELECT count(*) FROM claims").fetchone()[0], len(self.ledger_json()["claims"]))
        archive = bytes.fromhex(db.execute("SELECT content FROM qgis_projects WHERE name='dateline'").fetchone()[0])
        self.assertEqual(archive, (self.folder / "m.qgz").read_bytes())
        project = xml.fromstring(zipfile.ZipFile(io.BytesIO(archive)).read("m.qgs"))
        ids = {layer.find("id").text for layer in project.iter("maplayer")}
        self.assertEqual(ids, {n.get("id") for n in project.iter("layer-tree-layer")})
        self.assertTrue(all(len(i) > 10 for i in ids))
        for layer in project.iter("maplayer"):
            self.assertTrue(layer.find("datasource").text.startswith("./m.gpkg|layername="))

    def test_an_area_that_many_events_name_stands_once(self):
        ledger = self.ledger_json()
        place = {"id": "region:marches", "name": "Marches", "kind": "region", "lon": 60, "lat": 55, "radius_m": 9000, "bbox": [40, 50, 80, 60]}
        ledger["places"] = sorted([*ledger["places"], place], key=lambda p: p["id"])
        claim = next(c for c in ledger["claims"] if c.get("destination"))
        ref = {**claim["destination"][0], "place": place["id"], "precision": "region"}
        ledger["claims"], ledger["events"], ledger["conflicts"] = [], [], []
        for i in range(40):
            ledger["claims"].append({**claim, "id": f"claim:{i:03d}", "kind": "basing", "at": [ref], "origin": [], "destination": [], "via": []})
            ledger["events"].append({"id": f"event:{i:03d}", "number": i + 1, "kind": "basing", "status": "reported", "claims": [f"claim:{i:03d}"], "origins": [], "outlets": [claim["article"]]})
        self.ledger.write_text(json.dumps(ledger))
        db = sqlite3.connect(f"file:{self.export('m.gpkg')}?mode=ro&immutable=1", uri=True)
        self.addCleanup(db.close)
        self.assertEqual(db.execute("SELECT count(*), count(DISTINCT number), count(DISTINCT geom) FROM areas").fetchone(), (40, 40, 1))
        self.assertEqual(db.execute("SELECT id, events FROM outlines").fetchall(), [(place["id"], 40)])
        with self.assertRaisesRegex(sqlite3.Error, "is not edited itself"):
            writable = sqlite3.connect(self.folder / "m.gpkg")
            self.addCleanup(writable.close)
            writable.execute("DELETE FROM areas")
        script = self.export("m.sql").read_text()
        self.assertEqual(len(re.findall(r"INSERT INTO pg_temp.dateline_outlines", script)), 1)
        self.assertEqual(script.count("WHERE key = 1)"), 40)

    def test_the_same_ledger_gives_the_same_bytes(self):
        for name in ("m.gpkg", "m.geojson", "m.kmz", "m.kml", "m.fgb", "m.csv", "m.sql"):
            first = self.export(name, "--no-sidecars").read_bytes()
            second = self.export(name, "--no-sidecars", "--overwrite").read_bytes()
            self.assertEqual(first, second, name)

    def test_csv_holds_the_claims_and_no_formula(self):
        ledger = self.ledger_json()
        ledger["claims"][0]["review"] = {"state": "accepted", "by": "R. Roe", "at": "2031-01-01", "note": "=cmd()"}
        self.ledger.write_text(json.dumps(ledger))
        rows = list(csv.DictReader(io.StringIO(self.export("m.csv").read_bytes().decode("utf-8"))))
        self.assertEqual([r["id"] for r in rows], [c["id"] for c in ledger["claims"]])
        self.assertEqual(rows[0]["note"], "'=cmd()")
        sites = list(csv.DictReader(io.StringIO(self.export("s.csv", "--layer", "sites").read_text())))
        self.assertTrue(all(-180 <= float(r["lon"]) < 180 and -90 <= float(r["lat"]) <= 90 for r in sites))

    def test_kml_and_kmz_are_one_document(self):
        kml = self.export("m.kml").read_bytes()
        self.assertEqual(zipfile.ZipFile(self.export("m.kmz")).read("doc.kml"), kml)
        root = xml.fromstring(kml)
        space = "{http://www.opengis.net/kml/2.2}"
        styles = {"#" + s.get("id") for s in root.iter(f"{space}Style")}
        marks = list(root.iter(f"{space}Placemark"))
        self.assertEqual(len(marks), len(json.loads(self.export("m.geojson").read_text())["features"]))
        self.assertTrue(all(m.find(f"{space}styleUrl").text in styles for m in marks))

    def test_sql_brings_rows_up_to_date_by_id_in_the_schema_asked_for(self):
        script = run("export", self.ledger, "--sql", "--schema", 'desk"1').text
        self.assertIn('CREATE SCHEMA IF NOT EXISTS "desk""1";', script)
        self.assertEqual(script.count("INSERT INTO"), script.count("ON CONFLICT (id) DO UPDATE") + script.count("INSERT INTO public.layer_styles") + script.count("INSERT INTO pg_temp."))

    def test_coarsening_leaves_no_sharper_place(self):
        allowed = {"city": {"city", "admin", "region", "country"}, "admin": {"admin", "region", "country"}, "country": {"country"}}
        for level, precisions in allowed.items():
            data = json.loads(self.export(f"{level}.geojson", "--coarsen", level).read_text())
            self.assertTrue(data["features"])
            for feature in data["features"]:
                for field in ("precision", "origin_precision", "destination_precision"):
                    self.assertIn(feature["properties"][field], precisions | {None})
        self.assertNotIn("geonames:", (self.folder / "country.geojson").read_text().replace("own:", ""))

    def test_wrong_targets_are_told_before_any_work(self):
        for name, part in (("m.shx", "names no format"), ("no/m.gpkg", "does not exist"), ("l.ledger.json", "also an input")):
            done = run("export", self.ledger, "-o", self.folder / name, "--overwrite")
            self.assertIn(done.returncode, (1, 2))
            self.assertIn(part, done.talk)
            self.assertIn("hint: ", done.talk)
        self.assert_fails(run("export", self.ledger, "-o", self.folder / "m.geojson", "--layer", "sights"), 2, "there is no layer 'sights'", "sites")
        self.assert_fails(run("export", self.ledger, "-o", self.folder / "m.gpkg", "--layer", "sites"), 2, "formats of one table")
        self.assert_fails(run("export", self.ledger), 2, "no output")

    def test_an_existing_sidecar_is_not_overwritten_either(self):
        self.write("m.qml", "mine")
        self.assert_fails(run("export", self.ledger, "-o", self.folder / "m.geojson"), 1, "exists already")
        self.assertNotIn("m.geojson", self.names())

    def test_a_database_that_is_not_there_is_an_error_that_keeps_the_password(self):
        done = run("export", self.ledger, "-o", "postgresql://desk:secret-word@127.0.0.1:1/maps")
        self.assert_fails(done, 1, "cannot reach the database")
        self.assertNotIn("secret-word", done.talk)


if __name__ == "__main__":
    main()
