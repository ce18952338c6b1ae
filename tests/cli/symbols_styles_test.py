"""Military symbols, house styles and relief from the command line."""
import json
import math
import os
import shutil
import subprocess

from program import SAMPLES, ProgramTest, main, run


class Symbols(ProgramTest):
    def test_a_code_becomes_a_picture_or_words(self):
        done = run("symbol", "10061010181205000000", "-o", self.folder / "s.svg")
        self.assertEqual(done.returncode, 0, done.talk)
        self.assertIn("armour, hostile, brigade, planned", (self.folder / "s.svg").read_text(encoding="utf-8"))
        self.assertEqual(run("symbol", "10061010181205000000").text, "100610101812050000000000000000\tarmour; hostile, brigade, planned\n")

    def test_the_list_can_be_drawn(self):
        rows = [line.split("\t") for line in run("symbol", "--list").text.splitlines()[1:]]
        self.assertGreaterEqual(len(rows), 40)
        done = run("symbol", *[row[0] for row in rows], "-o", self.folder / "all.svg")
        self.assertEqual(done.returncode, 0, done.talk)

    def test_a_wrong_code_is_told_by_its_digit(self):
        self.assert_fails(run("symbol", "1006101018120500000X"), 3, "code:1:20")
        self.assert_fails(run("symbol", "10061010189999990000"), 3, "code:1:11", "--list")
        self.assert_fails(run("symbol"), 2, "--list")

    def draw(self, *options):
        done = run("map", *SAMPLES, *options, "-o", self.folder / "m.svg", "--overwrite")
        self.assertEqual(done.returncode, 0, done.talk)
        return (self.folder / "m.svg").read_text(encoding="utf-8")

    def test_a_map_invents_no_side(self):
        plain = self.draw()
        symbols = self.draw("--symbols", "app6")
        self.assertNotIn("side not given", plain)
        self.assertIn("Special forces: side not given", symbols)
        self.assertNotIn("hostile", symbols.lower())
        hostile = self.draw("--symbols", "app6", "--hostile", "kp")
        self.assertIn("Special forces: hostile", hostile)

    def test_sides_want_symbols_and_codes_of_countries(self):
        self.assert_fails(run("map", *SAMPLES, "--friend", "UA", "-o", self.folder / "m.svg"), 2, "--symbols app6")
        self.assert_fails(run("map", *SAMPLES, "--symbols", "app6", "--friend", "Ukraine", "-o", self.folder / "m.svg"), 2, "ISO 3166")


class Styles(ProgramTest):
    HOUSE = '{"version": 8, "name": "House", "metadata": {"dateline:base": "light", "dateline:colors": {"mark": "#00478f"}}}'

    def test_a_house_style_colours_the_map(self):
        house = self.write("house.json", self.HOUSE)
        self.assertEqual(run("map", *SAMPLES, "--style", house, "-o", self.folder / "m.svg").returncode, 0)
        self.assertIn("#00478f", (self.folder / "m.svg").read_text(encoding="utf-8"))

    def test_an_exported_style_draws_the_same_map(self):
        house = self.write("house.json", self.HOUSE)
        self.assertEqual(run("style", "export", "--theme", house, "-o", self.folder / "whole.json").returncode, 0)
        whole = json.loads((self.folder / "whole.json").read_text(encoding="utf-8"))
        self.assertEqual((whole["version"], whole["sources"]["dateline"]["type"]), (8, "vector"))
        for name in ("house", "whole"):
            run("map", *SAMPLES, "--style", self.folder / f"{name}.json", "-o", self.folder / f"{name}.svg")
        self.assertEqual((self.folder / "house.svg").read_bytes(), (self.folder / "whole.svg").read_bytes())

    def test_letters_for_maplibre_lie_beside_the_style(self):
        if os.environ.get("DATELINE_SANITIZED") == "1":
            self.skipTest("every letter of four fonts: the ranges are tested one by one elsewhere")
        done = run("style", "export", "--theme", "light", "--fonts", self.folder / "fonts", "-o", self.folder / "light.json")
        self.assertEqual(done.returncode, 0, done.talk)
        fonts = {font for layer in json.loads((self.folder / "light.json").read_text())["layers"] for font in layer.get("layout", {}).get("text-font", [])}
        self.assertEqual({p.name for p in (self.folder / "fonts").iterdir()}, fonts)
        for font in fonts:
            self.assertGreater((self.folder / "fonts" / font / "0-255.pbf").stat().st_size, 20_000)
            self.assertGreater((self.folder / "fonts" / font / "1024-1279.pbf").stat().st_size, 20_000)
        self.write("bad.json", json.dumps({"version": 8, "name": "Bad", "metadata": {"dateline:base": "light"}, "sources": {"dateline": {"type": "vector", "url": "tiles.json"}}, "layers": [
            {"id": "cities", "type": "symbol", "source": "dateline", "source-layer": "cities", "layout": {"text-field": ["get", "name"], "text-font": ["../outside"]}}]}))
        self.assert_fails(run("style", "export", "--theme", self.folder / "bad.json", "--fonts", self.folder / "fonts"), 3, "cannot be the name of a folder")

    def test_exported_themes_are_valid_for_maplibre(self):
        modules = os.environ.get("DATELINE_NODE_MODULES")
        validator = f"{modules}/node_modules/.bin/gl-style-validate" if modules else ""
        if not (shutil.which("node") and os.path.exists(validator)):
            self.skipTest("needs node, and DATELINE_NODE_MODULES with @maplibre/maplibre-gl-style-spec")
        for theme in ("light", "dark", "print", "colour-blind"):
            path = self.folder / f"{theme}.json"
            run("style", "export", "--theme", theme, "-o", path)
            done = subprocess.run([validator, path], capture_output=True, text=True, check=False)
            self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)

    def test_check_tells_errors_by_column_and_advice_in_words(self):
        good = run("style", "check", self.write("house.json", self.HOUSE))
        self.assertEqual((good.returncode, good.text.splitlines()[0][:6]), (0, "House:"))
        pale = run("style", "check", self.write("pale.json", self.HOUSE.replace('"mark": "#00478f"', '"muted": "#eeeeee"')))
        self.assertIn("advice: \"muted\" on \"paper\"", pale.text)
        self.assert_fails(run("style", "check", self.write("bad.json", self.HOUSE.replace("mark", "marc"))), 3, "bad.json:1:", "did you mean")


class Relief(ProgramTest):
    def grid(self, west, south):
        heights = [[int(900 + 800 * math.sin(x / 3) * math.sin(y / 4)) for x in range(80)] for y in range(60)]
        rows = "\n".join(" ".join(map(str, row)) for row in heights)
        return self.write("dem.asc", f"ncols 80\nnrows 60\nxllcorner {west}\nyllcorner {south}\ncellsize 0.5\n{rows}\n")

    def test_heights_shade_the_land(self):
        done = run("map", *SAMPLES, "--relief", self.grid(110, 30), "--relief-credit", "Invented Survey", "-o", self.folder / "m.svg")
        self.assertEqual(done.returncode, 0, done.talk)
        svg = (self.folder / "m.svg").read_text(encoding="utf-8")
        self.assertEqual(svg.count("<image "), 1)
        self.assertIn("Relief: Invented Survey", svg)
        self.assertIn("the relief has no heights in panel 2", done.talk)

    def test_what_is_no_raster_is_told(self):
        self.assert_fails(run("map", *SAMPLES, "--relief", self.folder / "none.tif", "-o", self.folder / "m.svg"), 3, "none.tif", "there is no such file")
        self.assert_fails(run("map", *SAMPLES, "--relief", self.write("a.tif", "words"), "-o", self.folder / "m.svg"), 3, "a.tif", "no raster of heights")
        self.assertEqual(self.names(), ["a.tif"])


if __name__ == "__main__":
    main()
