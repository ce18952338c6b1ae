"""Stores of one's own, lookups by point, places of stories and ledgers, pins."""
import json
import subprocess
import sys

from program import SAMPLES, ProgramTest, main, run

MAKE_DUMP = sys.argv[3] if len(sys.argv) > 3 else ""
STORY = "TOWN (Wire) - The regiment left Camp Zorvino for Vladivostok on Monday, officials said. Camp Zorvino lies near Moscow.\n"
OWN = "name,lat,lon,id,class,country\nCamp Zorvino,43.5,131.5,larch,military_base,RU\n"


class Build(ProgramTest):
    def test_own_places_are_found_by_every_command_that_reads_stories(self):
        self.write("own.csv", OWN)
        story = self.write("story.txt", STORY)
        store = self.folder / "mine.dgz"
        done = run("gazetteer", "build", "--add", self.folder / "own.csv", "-o", store)
        self.assertEqual(done.returncode, 0, done.talk)
        self.assertIn("1 row read: 1 place added", done.talk)
        found = json.loads(run("gazetteer", "lookup", "camp zorvino", "--gazetteer", store, "--json").text)["places"]
        self.assertEqual([(p["id"], p["kind"], p["source"]) for p in found], [("own:larch", "site", "own places, own.csv")])
        for command in (["locate"], ["places"], ["extract"], ["claims", "--json"]):
            done = run(*command, story, "--gazetteer", store)
            self.assertEqual(done.returncode, 0, done.talk)
            if command[0] in ("locate", "places"):
                self.assertIn("own:larch", done.text, command)
        self.assertNotIn("own:larch", run("locate", story).text)
        # What the shipped store knows is still there.
        self.assertIn("geonames:2013348", run("gazetteer", "lookup", "Vladivostok", "--gazetteer", store).text)
        self.assertIn("Own places: own.csv.", run("gazetteer", "info", "--gazetteer", store).text)

    def test_a_dump_of_twenty_thousand_rows(self):
        subprocess.run([MAKE_DUMP, "20000", self.folder], check=True)
        with open(self.folder / "allCountries.txt", "a", encoding="utf-8") as dump:
            dump.write("this is no row\n")
        arguments = ["gazetteer", "build", self.folder / "allCountries.txt", "--alternate-names", self.folder / "alternateNamesV2.txt"]
        done = run(*arguments, "-o", self.folder / "a.dgz")
        self.assertEqual(done.returncode, 0, done.talk)
        self.assertIn("allCountries.txt:20001:1: warning: the row has 1 columns instead of 19", done.talk)
        self.assertIn("1 row skipped", done.talk)
        self.assertEqual(self.names(), ["a.dgz", "allCountries.txt", "alternateNamesV2.txt"])
        before = json.loads(run("gazetteer", "info", "--json").text)
        after = json.loads(run("gazetteer", "info", "--gazetteer", self.folder / "a.dgz", "--json").text)
        self.assertGreater(after["places"], before["places"] + 19_000)
        self.assert_fails(run(*arguments, "-o", self.folder / "a.dgz"), 1, "exists already")
        self.assertEqual(run(*arguments, "-o", self.folder / "b.dgz").returncode, 0)
        self.assertEqual((self.folder / "a.dgz").read_bytes(), (self.folder / "b.dgz").read_bytes())

    def test_a_larger_store_reads_the_samples_alike(self):
        subprocess.run([MAKE_DUMP, "20000", self.folder], check=True)
        store = self.folder / "a.dgz"
        run("gazetteer", "build", self.folder / "allCountries.txt", "-o", store)
        chosen = [[(m["surface"], m.get("place_id")) for m in json.loads(line)["mentions"]] for line in run("locate", *SAMPLES).text.splitlines()]
        with_more = [[(m["surface"], m.get("place_id")) for m in json.loads(line)["mentions"]] for line in run("locate", *SAMPLES, "--gazetteer", store).text.splitlines()]
        self.assertEqual(chosen, with_more)

    def test_wrong_inputs_are_refused_with_a_hint(self):
        out = self.folder / "o.dgz"
        self.assert_fails(run("gazetteer", "build", "-o", out), 2, "nothing to build from")
        self.assert_fails(run("gazetteer", "build", self.folder / "none.txt", "-o", out), 3, "there is no such file")
        self.assert_fails(run("gazetteer", "build", "--add", self.write("a.csv", "a,b\n1,2\n"), "-o", out), 3, "does not name the columns name, lat and lon")
        self.assert_fails(run("gazetteer", "build", "--add", self.write("a.txt", OWN), "-o", out), 3, "neither CSV nor GeoJSON")
        self.assert_fails(run("locate", SAMPLES[0], "--gazetteer", self.write("foreign.dgz", "x" * 1000)), 3, "is not a place store")
        self.assertFalse(out.exists())

    def test_a_cut_store_is_refused(self):
        self.write("own.csv", OWN)
        run("gazetteer", "build", "--add", self.folder / "own.csv", "-o", self.folder / "mine.dgz")
        cut = self.write("cut.dgz", (self.folder / "mine.dgz").read_bytes()[:100_000])
        self.assert_fails(run("locate", SAMPLES[0], "--gazetteer", cut), 3, "truncated")


class Lookup(ProgramTest):
    def test_what_lies_at_a_point(self):
        places = json.loads(run("gazetteer", "lookup", "--at", "43.1056,131.8735", "--limit", 3, "--json").text)["places"]
        self.assertEqual(len(places), 3)
        self.assertEqual([p["distance_m"] for p in places], sorted(p["distance_m"] for p in places))
        self.assertIn("Vladivostok", [p["name"] for p in places])
        self.assertEqual(places[0]["country_name"], "Russia")
        self.assertIn("km", run("gazetteer", "lookup", "--at", "43.1056,131.8735").text)

    def test_a_name_or_a_point_but_not_both(self):
        self.assert_fails(run("gazetteer", "lookup"), 2, "neither a name nor a point")
        self.assert_fails(run("gazetteer", "lookup", "Kyiv", "--at", "1,2"), 2, "both a name and --at")
        self.assert_fails(run("gazetteer", "lookup", "--at", "91,2"), 2, "write --at LAT,LON")


class Places(ProgramTest):
    def test_names_of_stories_with_choice_alternatives_and_reasons(self):
        rows = [json.loads(line) for line in run("places", self.write("story.txt", STORY), "--json").text.splitlines()]
        town = next(r for r in rows if r["surface"] == "Vladivostok")
        self.assertEqual((town["choice"]["place_id"], town["count"], town["pinned"]), ("geonames:2013348", 1, False))
        self.assertTrue(town["choice"]["reasons"])
        moscow = next(r for r in rows if r["surface"] == "Moscow")
        self.assertGreater(len(moscow["alternatives"]), 2)
        self.assertIn("is  Vladivostok", run("places", self.folder / "story.txt").text)

    def test_a_pin_changes_the_ledger_nowhere_else(self):
        ledger = self.folder / "l.ledger.json"
        self.assertEqual(run("extract", *SAMPLES, "-o", ledger).returncode, 0)
        old = ledger.read_bytes()
        done = run("places", "pin", ledger, "Somewhere", "geonames:524901")
        self.assertEqual(done.returncode, 0, done.talk)
        self.assertIn("Moscow", done.talk)
        new = ledger.read_bytes()
        self.assertEqual(json.loads(new)["pins"], [{"surface": "Somewhere", "place": "geonames:524901"}] if "article" not in json.loads(new)["pins"][0]
                         else [{"surface": "Somewhere", "article": "", "place": "geonames:524901"}])
        start = old.index(b'"pins"')
        self.assertEqual(new[:start], old[:start])
        story = json.loads(old)["articles"][0]["id"]
        self.assertEqual(run("places", "pin", ledger, "Somewhere", "geonames:703448", "--story", story).returncode, 0)
        self.assertEqual(len(json.loads(ledger.read_bytes())["pins"]), 2)
        kept = ledger.read_bytes()
        self.assert_fails(run("places", "pin", ledger, "Somewhere", "geonames:999999999"), 3, "there is no place")
        self.assert_fails(run("places", "pin", ledger, "Somewhere", "geonames:703448", "--story", "none"), 3, "has no story")
        self.assertEqual(ledger.read_bytes(), kept)
        self.assertEqual(run("places", ledger).returncode, 0)

    def test_pins_from_a_file_decide(self):
        story = self.write("story.txt", STORY)
        pins = self.write("pins.csv", "surface,place\nMoscow,geonames:5601538\n")
        chosen = [m.get("place_id") for m in json.loads(run("locate", story, "--pins", pins).text)["mentions"] if m["surface"] == "Moscow"]
        self.assertEqual(chosen, ["geonames:5601538"])
        self.assertEqual(json.loads(run("extract", story, "--pins", pins).text)["pins"][0]["surface"], "Moscow")
        self.assert_fails(run("locate", story, "--pins", self.write("bad.csv", "surface,place\nMoscow\n")), 3, "bad.csv:2", "surface and a place")


if __name__ == "__main__":
    main()
