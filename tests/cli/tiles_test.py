"""Pyramids of tiles: same tiles in every container, shared by several runs, checked by strict readers where they are at hand."""
import json
import shutil
import sqlite3
import subprocess

from program import SOURCE, main, run
from tiles_support import TilesTest, contents, to_zoom

FAR_EAST = "126,42,138,50"


class Archives(TilesTest):
    FORMATS = {"png": to_zoom(3, sanitized=1), "mvt": ("--format", "mvt", *to_zoom(4, sanitized=2))}

    def test_every_container_passes_its_strict_reader(self):
        for kind, options in self.FORMATS.items():
            with self.subTest(kind):
                self.tiles("t.pmtiles", *options, "--overwrite", "--tilejson", self.folder / "t.json", "--url", "https://maps.example.org/{z}/{x}/{y}." + kind)
                self.tiles("t.mbtiles", *options, "--overwrite")
                self.tiles("t", *options, "--overwrite")
                sizes = ["--tile-size", "256"] if kind == "png" else []
                self.check("check_pmtiles.mjs", "--strict", "--deduplicated", "--type", kind, *sizes, self.folder / "t.pmtiles")
                self.check("check_mbtiles.py", "--strict", "--require-id", *sizes, self.folder / "t.mbtiles")
                self.check("check_tilejson.mjs", self.folder / "t.json")
                self.check("check_tilejson.mjs", "--relative", self.folder / "t/tiles.json")
                if kind == "mvt":
                    self.check("check_mvt.mjs", "--gzip", "no", "--max-bytes", "500000", *(self.folder / "t").glob("[0-4]/*/*.mvt"))

    def test_containers_hold_the_same_tiles(self):
        for kind, options in self.FORMATS.items():
            with self.subTest(kind):
                for name in ("t.pmtiles", "t.mbtiles", "t"):
                    self.tiles(name, *options, "--overwrite")
                # Each as a folder again.
                folders = []
                for name in ("t.pmtiles", "t.mbtiles", "t"):
                    target = self.folder / ("again-" + name.replace(".", "-"))
                    done = run("tiles", "merge", self.folder / name, "-o", target, "--overwrite")
                    self.assertEqual(done.returncode, 0, done.talk)
                    folders.append({k: v for k, v in contents(target).items() if "json" not in k})
                self.assertEqual(folders[0], folders[1])
                self.assertEqual(folders[0], folders[2])
                self.assertEqual(folders[0], {k: v for k, v in contents(self.folder / "t").items() if "json" not in k})

    def test_gdal_opens_what_it_can(self):
        if not shutil.which("gdalinfo") or not shutil.which("ogrinfo"):
            self.skipTest("gdal-bin is not installed")
        self.tiles("r.mbtiles", "--zoom", "0-3")
        info = subprocess.run(["gdalinfo", self.folder / "r.mbtiles"], capture_output=True, text=True, check=True).stdout
        self.assertIn("Driver: MBTiles", info)
        self.assertIn("Size is 2048, 2048", info)
        self.tiles("v.mbtiles", "--zoom", "0-3", "--format", "mvt")
        info = subprocess.run(["ogrinfo", "-ro", "-so", self.folder / "v.mbtiles", "movements"], capture_output=True, text=True, check=True).stdout
        self.assertIn("quote: String", info)
        self.assertRegex(info, r"Feature Count: [1-9]")

    def test_every_theme_asks_only_for_layers_and_fields_that_the_tiles_have(self):
        self.tiles("t", "--format", "mvt", "--zoom", "0-3")
        known = {layer["id"]: layer["fields"] for layer in json.loads((self.folder / "t/tiles.json").read_text(encoding="utf-8"))["vector_layers"]}

        def asked(value):
            if isinstance(value, list):
                if len(value) == 2 and value[0] == "get":
                    yield value[1]
                for part in value:
                    yield from asked(part)
            elif isinstance(value, dict):
                for part in value.values():
                    yield from asked(part)

        for theme in ("light", "dark", "print", "colour-blind"):
            done = run("style", "export", "--theme", theme, "--tiles", "https://maps.example.org/tiles.json")
            self.assertEqual(done.returncode, 0, done.talk)
            style = json.loads(done.text)
            self.assertEqual(style["sources"]["dateline"], {"type": "vector", "url": "https://maps.example.org/tiles.json"})
            for layer in style["layers"]:
                if layer["type"] == "background":
                    continue
                self.assertIn(layer["source-layer"], known, f"{theme}: {layer['id']}")
                for field in asked([layer.get("filter"), layer.get("layout"), layer.get("paint")]):
                    self.assertIn(field, known[layer["source-layer"]], f"{theme}: {layer['id']}")

    def test_neither_threads_nor_locale_change_a_byte(self):
        for kind, options in self.FORMATS.items():
            for name in ("t.pmtiles", "t.mbtiles", "t"):
                with self.subTest(kind + " " + name):
                    self.tiles(name, *options, "--overwrite", "--threads", "1")
                    first = contents(self.folder / name)
                    done = run("tiles", self.ledger, "-o", self.folder / name, *options, "--overwrite", "--threads", "5", env={"LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo"})
                    self.assertEqual(done.returncode, 0, done.talk)
                    self.assertEqual(first, contents(self.folder / name))

    def test_a_box_over_the_date_line_has_tiles_on_both_sides(self):
        self.tiles("t.mbtiles", "--format", "mvt", "--zoom", "5", "--bbox", "176,60,-168,70")
        with sqlite3.connect(self.folder / "t.mbtiles") as db:
            columns = {x for (x,) in db.execute("SELECT tile_column FROM tiles")}
            bounds = db.execute("SELECT value FROM metadata WHERE name = 'bounds'").fetchone()[0]
        self.assertEqual(columns, {0, 1, 31})
        self.assertEqual(bounds, "-180,60,180,70")
        if (TilesTest.TOOLS / "check_mbtiles.py").exists():
            self.check("check_mbtiles.py", self.folder / "t.mbtiles")

    def test_a_tile_is_the_same_in_any_box(self):
        self.tiles("all", "--format", "mvt", "--zoom", "4-5")
        self.tiles("part", "--format", "mvt", "--zoom", "4-5", "--bbox", FAR_EAST)
        whole, part = contents(self.folder / "all"), contents(self.folder / "part")
        tiles = [name for name in part if name.endswith(".mvt")]
        self.assertGreater(len(tiles), 3)
        for name in tiles:
            self.assertEqual(part[name], whole[name], name)


class Shards(TilesTest):
    OPTIONS = ("--format", "mvt", *to_zoom(5, sanitized=2))

    def test_shards_merged_are_what_one_run_writes(self):
        for name in ("whole.pmtiles", "whole.mbtiles", "whole"):
            self.tiles(name, *self.OPTIONS)
        parts = []
        for i, ending in enumerate((".pmtiles", ".mbtiles", ""), 1):
            parts.append(self.folder / f"part-{i}{ending}")
            self.tiles(parts[-1].name, *self.OPTIONS, "--shard", f"{i}/3")
        for name in ("whole.pmtiles", "whole.mbtiles", "whole"):
            with self.subTest(name):
                done = run("tiles", "merge", *reversed(parts), "-o", self.folder / ("merged-" + name))
                self.assertEqual(done.returncode, 0, done.talk)
                self.assertEqual(contents(self.folder / name), contents(self.folder / ("merged-" + name)))
        self.assert_fails(run("tiles", "merge", *parts[:2], "-o", self.folder / "m.pmtiles"), 3, "1 of 3 shards are missing: 3")
        self.assert_fails(run("tiles", "merge", *parts, parts[0], "-o", self.folder / "m.pmtiles"), 3, "name each shard once")
        self.assert_fails(run("tiles", "merge", *parts, self.folder / "whole", "-o", self.folder / "m.pmtiles"), 3, "is no shard")
        self.assertNotIn("m.pmtiles", self.names())

    def test_archives_of_different_zooms_become_one(self):
        self.tiles("low.mbtiles", "--format", "mvt", "--zoom", "0-2")
        self.tiles("deep.pmtiles", "--format", "mvt", "--zoom", "3-5", "--bbox", FAR_EAST)
        done = run("tiles", "merge", self.folder / "low.mbtiles", self.folder / "deep.pmtiles", "-o", self.folder / "both")
        self.assertEqual(done.returncode, 0, done.talk)
        self.assertEqual({p.name for p in (self.folder / "both").iterdir() if p.is_dir()}, {"0", "1", "2", "3", "4", "5"})
        metadata = json.loads((self.folder / "both/metadata.json").read_text(encoding="utf-8"))
        self.assertEqual((metadata["minzoom"], metadata["maxzoom"]), (0, 5))
        self.tiles("more.pmtiles", "--format", "mvt", "--zoom", "2-3")
        self.assert_fails(run("tiles", "merge", self.folder / "low.mbtiles", self.folder / "more.pmtiles", "-o", self.folder / "no.pmtiles"), 3, "in more than one")

    def test_gnu_parallel_and_job_arrays_may_run_a_shard_twice(self):
        self.tiles("p.pmtiles", *self.OPTIONS, "--shard", "2/4")
        before = contents(self.folder / "p.pmtiles")
        self.assertIn("complete already", self.tiles("p.pmtiles", *self.OPTIONS, "--shard", "2/4").talk)
        self.assertEqual(before, contents(self.folder / "p.pmtiles"))


class Refused(TilesTest):
    def test_a_wrong_command_line_is_told_before_any_work(self):
        for options, words in (
            (("--zoom", "5-3"), "is no range of zooms"),
            (("--zoom", "0-20"), "deeper than"),
            (("--zoom", "0-16",), "are more than one run makes"),
            (("--bbox", "1,2,3"), "is no box"),
            (("--bbox", "0,60,10,50"), "not below its north"),
            (("--bbox", "0,50,400,60"), "beyond the Earth"),
            (("--shard", "5/4"), "is no shard"),
            (("--format", "mvt", "--scale", "2"), "about pictures"),
            (("--url", "https://x.example/{z}/{x}/{y}"), "belong together"),
        ):
            with self.subTest(options):
                self.assert_fails(run("tiles", self.ledger, "-o", self.folder / "t.pmtiles", *options), 2, words)
        self.assert_fails(run("tiles", "-o", self.folder / "t.pmtiles"), 2, "--basemap-only")
        self.assert_fails(run("tiles", self.ledger, "--basemap-only", "-o", self.folder / "t.pmtiles"), 2, "takes no stories")
        self.assert_fails(run("tiles", self.ledger, "-o", self.folder / "t.png"), 2, "not kept in a .png file")

    def test_what_is_there_is_not_replaced(self):
        self.write("t.pmtiles", "mine")
        self.assert_fails(run("tiles", self.ledger, "-o", self.folder / "t.pmtiles", "--format", "mvt", "--zoom", "0"), 1, "exists already", "--overwrite")
        self.assertEqual((self.folder / "t.pmtiles").read_text(), "mine")
        (self.folder / "d").mkdir()
        self.write("d/notes.txt", "mine")
        for options in ((), ("--overwrite",)):
            self.assert_fails(run("tiles", self.ledger, "-o", self.folder / "d", "--format", "mvt", "--zoom", "0", *options), 1, "other things in it")
        self.assertEqual((self.folder / "d/notes.txt").read_text(), "mine")
        self.assert_fails(run("tiles", self.ledger, "-o", self.folder / "no/t.pmtiles", "--zoom", "0"), 1, "does not exist")

    def test_a_ledger_without_a_place_has_nothing_to_draw(self):
        story = self.write("s.txt", "Nothing moved anywhere on that day, the ministry said.")
        self.assert_fails(run("tiles", story, "-o", self.folder / "t.pmtiles", "--zoom", "0"), 4, "no event has a place")

    def test_damaged_archives_are_told_by_name(self):
        self.write("a.pmtiles", "PMTiles\x03 and no more")
        self.write("b.mbtiles", "no database")
        for name in ("a.pmtiles", "b.mbtiles", "absent.pmtiles"):
            self.assert_fails(run("tiles", "merge", self.folder / name, "-o", self.folder / "m.pmtiles"), 3, name)


main()
