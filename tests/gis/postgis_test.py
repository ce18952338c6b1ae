"""A ledger goes into a real PostGIS, twice, and the second time only what changed is changed; tables of it become tiles. The server is this test's own and ends with it."""
import json
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import tempfile

from support import PROGRAM, GisTest, dateline, main, need, skip

BIN = next((str(p) for p in sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), "")
need(BIN + "/initdb" if BIN else "initdb", "postgresql postgis")
if not list(pathlib.Path("/usr/share/postgresql").glob("*/extension/postgis.control")):
    skip("PostGIS", "postgis postgresql-15-postgis-3")
need("psql", "postgresql-client")


def as_server(*command):
    """initdb refuses to run as root."""
    if os.geteuid() != 0:
        return list(command)
    try:
        pwd.getpwnam("postgres")
    except KeyError:
        skip("the user postgres", "postgresql")
    return ["runuser", "-u", "postgres", "--", *command]


class PostGis(GisTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.cluster = pathlib.Path(tempfile.mkdtemp(prefix="dateline-pg-"))
        cls.cluster.chmod(0o777)
        cls.addClassCleanup(shutil.rmtree, cls.cluster, ignore_errors=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            cls.port = free.getsockname()[1]
        data = str(cls.cluster / "data")
        cls.must(as_server(BIN + "/initdb", "-D", data, "-U", "desk", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"))
        options = f"-p {cls.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={cls.cluster} -c fsync=off"
        cls.must(as_server(BIN + "/pg_ctl", "-D", data, "-w", "-l", str(cls.cluster / "log"), "-o", options, "start"))
        cls.addClassCleanup(subprocess.run, as_server(BIN + "/pg_ctl", "-D", data, "-m", "immediate", "stop"), capture_output=True, check=False)
        cls.address = f"postgresql://desk@127.0.0.1:{cls.port}/postgres"

    @staticmethod
    def must(command):
        # Output goes to files: the server would keep a pipe open.
        with tempfile.TemporaryFile() as said:
            if subprocess.run(command, stdout=said, stderr=said, check=False, cwd="/").returncode != 0:
                said.seek(0)
                raise AssertionError(f"{command}: {said.read().decode(errors='replace')}")

    def query(self, sql):
        done = subprocess.run(["psql", "-X", "-A", "-t", "-v", "ON_ERROR_STOP=1", self.address, "-c", sql], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.strip()

    def test_1_a_ledger_becomes_tables_with_geometry(self):
        dateline("export", self.ledger, "-o", self.address)
        ledger = json.loads(self.ledger.read_text())
        self.assertEqual(self.query("SELECT count(*) FROM dateline.claims"), str(len(ledger["claims"])))
        self.assertEqual(self.query("SELECT count(*) FROM dateline.sites WHERE ST_SRID(geom) = 4326 AND radius_m > 0"), self.query("SELECT count(*) FROM dateline.sites"))
        self.assertEqual(self.query("SELECT bool_and(ST_IsValid(geom)) FROM dateline.areas"), "t")
        numbers = self.query("SELECT string_agg(DISTINCT number::text, ' ') FROM dateline.movements").split()
        self.assertLessEqual(set(numbers), {str(e["number"]) for e in ledger["events"]})
        self.assertEqual(self.query("SELECT count(*) FROM pg_indexes WHERE schemaname = 'dateline' AND indexdef LIKE '%gist%'"), "4")
        self.assertEqual(self.query("SELECT count(*) FROM public.layer_styles WHERE f_table_schema = 'dateline'"), "4")

    def test_2_a_second_time_brings_rows_up_to_date_and_keeps_others(self):
        before = self.query("SELECT count(*) FROM dateline.claims")
        self.query("INSERT INTO dateline.sources (id, name) VALUES ('other-ledger', 'kept'); UPDATE dateline.claims SET note = 'old'")
        dateline("export", self.ledger, "-o", self.address)
        self.assertEqual(self.query("SELECT count(*) FROM dateline.claims"), before)
        self.assertEqual(self.query("SELECT count(*) FROM dateline.claims WHERE note = 'old'"), "0")
        self.assertEqual(self.query("SELECT name FROM dateline.sources WHERE id = 'other-ledger'"), "kept")

    def test_3_the_script_does_the_same_through_psql(self):
        script = self.folder / "m.sql"
        dateline("export", self.ledger, "-o", script, "--schema", "by_script")
        done = subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", self.address, "-f", script], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        for table in ("sites", "movements", "movement_arrows", "areas", "claims", "citations", "conflicts"):
            self.assertEqual(self.query(f"SELECT count(*) FROM (SELECT * FROM by_script.{table} EXCEPT SELECT * FROM dateline.{table}) d"), "0", table)

    def test_4_an_error_in_the_middle_leaves_nothing_behind(self):
        self.query("CREATE SCHEMA taken; CREATE TABLE taken.citations (id text PRIMARY KEY)")
        with self.assertRaises(AssertionError) as failed:
            dateline("export", self.ledger, "-o", self.address, "--schema", "taken")
        self.assertIn("the database refused", str(failed.exception))
        self.assertEqual(self.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'taken'"), "1")

    # Two areas and a line; in the table the later ones come first.
    SHAPES = {1: "POLYGON((100 20,140 20,140 60,100 60,100 20))", 2: "POLYGON((120 30,160 30,160 50,120 50,120 30))", 3: "LINESTRING(90 10,170 65)"}

    def style(self, path, layer):
        source = {"type": "dateline:ogr", "path": str(path)} | ({"layer": layer} if layer else {})
        layers = [{"id": "sea", "type": "background", "paint": {"background-color": "#ffffff"}},
                  {"id": "first", "type": "fill", "source": "shapes", "paint": {"fill-color": "#208040"}},
                  {"id": "edge", "type": "line", "source": "shapes", "paint": {"line-color": "#102030", "line-width": 2}}]
        file = self.folder / f"style-{layer or 'file'}.json"
        file.write_text(json.dumps({"version": 8, "name": "Shapes", "metadata": {"dateline:base": "light"}, "sources": {"shapes": source}, "layers": layers}), encoding="utf-8")
        return file

    def pictures(self, style, name, *options):
        target = self.folder / name
        dateline("tiles", "--basemap-only", "-o", target, "--style", style, "--zoom", "0-3", *options)
        return {str(p.relative_to(target)): p.read_bytes() for p in target.rglob("*.png")}, b"".join(p.read_bytes() for p in target.rglob("*.json"))

    def test_5_tables_are_sources_of_a_style(self):
        values = ",".join(f"({key}, ST_GeomFromText('{self.SHAPES[key]}', 4326))" for key in (3, 1, 2))
        for schema in ("public", "survey"):
            self.query(f"CREATE SCHEMA IF NOT EXISTS {schema}; CREATE TABLE {schema}.shapes (id integer PRIMARY KEY, geom geometry); INSERT INTO {schema}.shapes VALUES {values}")
        rows = [json.loads(self.query(f"SELECT ST_AsGeoJSON(geom) FROM shapes WHERE id = {key}")) for key in (1, 2, 3)]
        file = self.folder / "shapes.geojson"
        file.write_text(json.dumps({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry": row} for row in rows]}), encoding="utf-8")
        expected, _ = self.pictures(self.style(file, ""), "from-file")
        with_password = self.address.replace("desk@", "desk:sesame-quux@")
        for layer in ("shapes", "survey.shapes"):
            tiles, said = self.pictures(self.style(with_password, layer), "from-" + layer, "--databases")
            self.assertEqual(tiles, expected, layer)
            self.assertNotIn(b"sesame-quux", said)

    def test_6_a_database_is_asked_only_if_the_user_allows_it_and_its_password_is_never_told(self):
        def fails(address, layer, *options):
            command = [PROGRAM, "tiles", "--basemap-only", "-o", str(self.folder / "none"), "--style", str(self.style(address, layer)), "--zoom", "0", *options]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 3, done.stderr)
            self.assertNotIn("sesame", done.stdout + done.stderr)
            self.assertNotIn("quux", done.stdout + done.stderr)
            return done.stderr

        there = self.address.replace("desk@", "desk:sesame-quux@")
        self.assertIn("--databases", fails(there, "shapes"))
        self.assertIn('no table "nothing"', fails(there, "nothing", "--databases"))
        for address in (there.replace(str(self.port), "1"), there.replace("sesame-quux", "sesame@quux"), "PG:host=127.0.0.1 password=sesame quux"):
            self.assertIn("cannot reach the database", fails(address, "shapes", "--databases"))


main()
