"""MapLibre GL in Chromium draws the style that `dateline serve` answers, as it stands: tiles, names, badges."""
import json
import os
import pathlib
import shutil
import signal
import subprocess

from support import PROGRAM, GisTest, main, need

MODULES = os.environ.get("DATELINE_NODE_MODULES", "")
need("/usr/bin/chromium", "chromium")
need("node", "nodejs")
for package in ("maplibre-gl", "playwright-core"):
    if not (pathlib.Path(MODULES) / "node_modules" / package).is_dir():
        print(f"skipped: needs DATELINE_NODE_MODULES, a folder where npm installed maplibre-gl and playwright-core; {package} is not there")
        raise SystemExit(77)


class MapLibre(GisTest):
    def test_the_served_style_is_drawn_with_names_and_without_a_complaint(self):
        server = subprocess.Popen([PROGRAM, "serve", str(self.ledger), "--port", "0", "--json", "--max-zoom", "5"], stdout=subprocess.PIPE, text=True)
        try:
            address = json.loads(server.stdout.readline())["address"]
            picture = self.folder / "map.png"
            done = subprocess.run([shutil.which("node"), str(pathlib.Path(__file__).with_name("maplibre_page.mjs")), MODULES, address + "style.json", "4", "125", "45", str(picture)],
                                  capture_output=True, text=True, timeout=240, check=False)
        finally:
            server.send_signal(signal.SIGTERM)
            server.communicate()
        self.assertEqual(done.returncode, 0, done.stderr)
        seen = json.loads(done.stdout.strip().splitlines()[-1])
        self.assertTrue(seen["idle"], seen)
        self.assertEqual(seen["problems"], [])
        self.assertGreater(len(seen["letters"]), 2)
        self.assertEqual(set(seen["letters"]), {200})
        for layer in ("land", "cities", "countries", "badges", "places", "movements"):
            names = [name for name in seen["shown"] if name.startswith(layer)]
            self.assertTrue(names, f"nothing of {layer} is drawn: {seen['shown']}")
        self.assertGreater(picture.stat().st_size, 20_000)


main()
