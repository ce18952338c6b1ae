"""The server as its clients meet it: tiles, ranges, the page, slow and many clients, signals. Each server listens on a free port of this machine and is stopped by its own pid."""
import gzip
import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import threading
import time
import urllib.parse

import program
from program import SAMPLES, SOURCE, ProgramTest, main, run


class Server:
    """A running server; `wait()` after `stop()` gives its exit status and talk."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen([program.PROGRAM, "serve", *map(str, arguments), "--port", "0", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(self.process.stderr.read().decode())
        self.ready = json.loads(line)
        self.port = self.ready["port"]

    def get(self, path, headers=None, method="GET"):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, headers=headers or {})
            answer = connection.getresponse()
            answer.body = answer.read()
            return answer
        finally:
            connection.close()

    def memory(self):
        """Resident bytes."""
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
        return 0

    def stop(self, with_signal=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(with_signal)
        out, talk = self.process.communicate(timeout=60)
        return self.process.returncode, talk.decode()


class Serve(ProgramTest):
    def serve(self, *arguments):
        server = Server(*arguments)
        self.addCleanup(server.stop)
        return server

    def archive(self):
        path = self.folder / "base.pmtiles"
        done = run("tiles", "--basemap-only", "--format", "mvt", "--zoom", "0-2", "-o", path)
        self.assertEqual(done.returncode, 0, done.talk)
        return path

    def ledger(self):
        path = self.folder / "far-east.ledger.json"
        self.assertEqual(run("extract", *SAMPLES, "-o", path).returncode, 0)
        return path

    def test_the_style_names_tiles_and_letters_that_are_there(self):
        server = self.serve("--basemap-only", "--max-zoom", "3")
        style = json.loads(server.get("/style.json").body)
        stacks = {font for layer in style["layers"] for font in layer.get("layout", {}).get("text-font", [])}
        self.assertGreater(len(stacks), 2)
        for stack in sorted(stacks):
            address = style["glyphs"].replace("{fontstack}", urllib.parse.quote(stack)).replace("{range}", "0-255")
            self.assertTrue(address.startswith(server.ready["address"]), address)
            letters = server.get(address[len(server.ready["address"]) - 1:], {"Accept-Encoding": "gzip"})
            self.assertEqual((letters.status, letters.getheader("Content-Type"), letters.getheader("Access-Control-Allow-Origin")), (200, "application/x-protobuf", "*"))
            self.assertIn(stack.encode(), gzip.decompress(letters.body))
            again = server.get(address[len(server.ready["address"]) - 1:], {"If-None-Match": letters.getheader("ETag"), "Accept-Encoding": "gzip"})
            self.assertEqual(again.status, 304)
        self.assertEqual(server.get("/glyphs/No%20Such%20Font/0-255.pbf").status, 404)
        self.assertEqual(server.get("/glyphs/Open%20Sans%20Regular/0-256.pbf").status, 404)
        tiles = json.loads(server.get("/" + style["sources"]["dateline"]["url"].rsplit("/", 1)[1]).body)
        self.assertEqual(tiles["tilejson"], "3.0.0")

    def test_an_archive_is_served_by_tile_and_by_range(self):
        path = self.archive()
        whole = path.read_bytes()
        server = self.serve(path)
        tile = server.get("/tiles/1/1/0.mvt", {"Accept-Encoding": "gzip"})
        self.assertEqual(tile.status, 200)
        self.assertIn(tile.body, whole)
        self.assertEqual(server.get("/tiles/1/1/0.mvt").body, gzip.decompress(tile.body))
        part = server.get("/map.pmtiles", {"Range": "bytes=0-126"})
        self.assertEqual((part.status, part.body), (206, whole[:127]))
        self.assertEqual(server.get("/map.pmtiles").body, whole)
        self.assertEqual(server.get("/map.pmtiles", {"Range": f"bytes={len(whole)}-"}).status, 416)
        description = json.loads(server.get("/tiles.json").body)
        self.assertEqual(description["tiles"], [f"http://127.0.0.1:{server.port}/tiles/{{z}}/{{x}}/{{y}}.mvt"])
        self.assertEqual(description["maxzoom"], 2)
        self.assertEqual(server.get("/tiles/3/0/0.mvt").status, 404)
        self.assertEqual(server.get("/tiles/1/1/0.png").status, 404)

    def test_a_ledger_has_a_page_tiles_and_marks(self):
        server = self.serve(self.ledger(), "--max-zoom", "2")
        page = server.get("/")
        text = page.body.decode()
        self.assertEqual(page.status, 200)
        self.assertIn("default-src 'none'", page.getheader("Content-Security-Policy"))
        self.assertIn('id="note-1"', text)
        self.assertNotIn("style=", text)
        marks = json.loads(server.get("/data/marks.json").body)
        self.assertGreater(len(marks["marks"]["sites"]["features"]), 1)
        self.assertTrue(all("quote" not in f["properties"] for f in marks["marks"]["sites"]["features"]))
        for area in marks["marks"]["areas"]["features"]:
            lon, lat = area["properties"]["inside"]
            self.assertTrue(-180 <= lon < 180 and -86 < lat < 86, area["properties"])
        self.assertTrue(any("first" in event for event in marks["events"]))
        for name in ("leaflet.min.js", "leaflet.css", "preview.js", "preview.css", "vector-tiles.js", "icon.svg"):
            self.assertEqual(server.get("/web/" + name).status, 200)
        for address in ("/tiles/0/0/0.png", "/base/1/1/0.png", "/dark/2/3/1.png"):
            tile = server.get(address)
            self.assertEqual((tile.status, tile.body[:8]), (200, b"\x89PNG\r\n\x1a\n"), address)
        sharp = server.get("/base/1/1/0@2x.png").body
        self.assertEqual(int.from_bytes(sharp[16:20], "big"), 512)
        self.assertEqual(server.get("/vector/0/0/0.mvt").status, 200)
        self.assertIn(f"http://127.0.0.1:{server.port}/vector.json", server.get("/style.json").body.decode())
        # A page whose name was pointed at this machine is not one of ours.
        self.assertEqual(server.get("/data/marks.json", {"Host": "example.org"}).status, 403)
        self.assertEqual(server.get("/", {"Host": "example.org"}).status, 403)

    def test_tiles_on_request_are_those_of_the_pyramid(self):
        ledger = self.ledger()
        folder = self.folder / "tiles"
        self.assertEqual(run("tiles", ledger, "-o", folder, "--zoom", "0-2").returncode, 0)
        server = self.serve(ledger, "--max-zoom", "2")
        for path in sorted(folder.glob("2/*/*.png")):
            name = path.relative_to(folder).as_posix()
            self.assertEqual(server.get("/tiles/" + name).body, path.read_bytes(), name)

    def test_many_clients_are_answered_beside_stalled_ones_in_bounded_memory(self):
        server = self.serve(self.archive(), "--cache", "4")
        stalled = []
        for _ in range(50):
            client = socket.create_connection(("127.0.0.1", server.port))
            self.addCleanup(client.close)
            client.sendall(b"GET /tiles/0/0/0.mvt HTTP/1.1\r\nHost: x\r\nX-Slow: ")
            stalled.append(client)
        want = server.get("/tiles/0/0/0.mvt").body
        before = server.memory()
        bad = []

        def ask():
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
            try:
                for _ in range(30):
                    connection.request("GET", "/tiles/0/0/0.mvt")
                    answer = connection.getresponse()
                    if answer.read() != want or answer.status != 200:
                        bad.append(answer.status)
            except OSError as problem:
                bad.append(problem)
            finally:
                connection.close()

        threads = [threading.Thread(target=ask) for _ in range(64)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(bad, [])
        if os.environ.get("DATELINE_SANITIZED") != "1":   # sanitizers keep what is freed for a while
            self.assertLess(server.memory() - before, 64 << 20)

    def test_sigterm_finishes_what_is_running_and_sigint_stops_as_well(self):
        path = self.archive()
        for with_signal in (signal.SIGTERM, signal.SIGINT):
            server = Server(path)
            kept = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
            kept.request("GET", "/tiles/2/1/1.mvt")
            time.sleep(0.1)
            code, talk = server.stop(with_signal)
            self.assertEqual(code, 0, talk)
            self.assertIn("1 request answered", talk)
            self.assertEqual(kept.getresponse().status, 200)
            kept.close()
            with self.assertRaises(OSError):
                socket.create_connection(("127.0.0.1", server.port), timeout=1)

    def test_the_log_cannot_be_written_into(self):
        server = Server(self.archive(), "--log")
        raw = socket.create_connection(("127.0.0.1", server.port))
        raw.sendall(b"GET /\x1b[31m\"x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        raw.recv(100)
        raw.close()
        _, talk = server.stop()
        self.assertIn('"GET /%1B[31m%22x" 400 ', talk)

    def test_wrong_use_is_told_with_advice(self):
        path = self.archive()
        self.assert_fails(run("serve"), 2, "nothing to serve")
        self.assert_fails(run("serve", "--basemap-only", path), 2, "--basemap-only")
        self.assert_fails(run("serve", path, path), 2, "two archives")
        self.assert_fails(run("serve", path, "--host", "example.org"), 2, "no address")
        self.assert_fails(run("serve", path, "--public-url", "ftp://x"), 2, "--public-url")
        self.assert_fails(run("serve", path, "--cache-dir", SOURCE / "docs"), 2, "no cache of tiles")
        self.assert_fails(run("serve", self.write("x.pmtiles", b"PMTiles\x03 and no more")), 3)
        server = self.serve(path)
        self.assert_fails(run("serve", path, "--port", server.port), 1, "cannot listen")

    def test_a_server_for_the_network_says_what_that_means(self):
        code, talk = Server(self.archive(), "--host", "0.0.0.0").stop()
        self.assertEqual(code, 0)
        self.assertIn("warning: everybody who can reach 0.0.0.0", talk)

    def test_the_checkers_of_servers_and_pages_find_nothing(self):
        tools, modules = SOURCE.parent / "shared/tools", os.environ.get("DATELINE_NODE_MODULES")
        if not (tools.exists() and shutil.which("node")):
            self.skipTest("needs node and the checkers")
        server = self.serve(self.ledger(), self.archive(), "--max-zoom", "3")
        base = f"http://127.0.0.1:{server.port}"
        for options in (["--range", "/map.pmtiles"], ["--tile", "/vector/0/0/0.mvt", "--tilejson", "/vector.json", "--requests", "500"]):
            done = subprocess.run(["node", tools / "check_tile_server.mjs", base, "--tilejson", "/tiles.json", "--page", "/", "--missing", "/tiles/9/0/0.png", *options],
                                  capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        if not (modules and shutil.which("chromium")):
            self.skipTest("the page needs chromium, and DATELINE_NODE_MODULES with axe-core and playwright-core")
        for options in (["--keyboard", "14"], ["--dark"], ["--size", "360x740", "--keyboard", "10"], ["--no-js"]):
            wait = [] if "--no-js" in options else ["--wait", "[data-ready]"]
            done = subprocess.run(["node", tools / "check_html.mjs", base + "/", "--modules", modules, "--timeout", "60", *wait, *options], capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    main()
