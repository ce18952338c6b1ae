"""A ledger goes into a real PostGIS, twice, and the second time only what changed is changed. The server is this test's own and ends with it."""
import json
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import tempfile

from support import GisTest, dateline, main, need, skip

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


main()
