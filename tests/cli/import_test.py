"""Edits made in a GIS come back into the ledger, and nothing else changes."""
import copy
import csv
import io
import json
import sqlite3

from program import SAMPLES, ProgramTest, main, run


class Import(ProgramTest):
    def setUp(self):
        super().setUp()
        self.ledger = self.folder / "l.ledger.json"
        self.assertEqual(run("extract", *SAMPLES, "-o", self.ledger).returncode, 0)
        self.before = json.loads(self.ledger.read_text())

    def bring_back(self, name):
        return run("import", self.ledger, self.folder / name, "--by", "R. Roe", "--at", "2031-06-01")

    def assert_only_review_changed(self, claim_id, state, note):
        after = json.loads(self.ledger.read_text())
        expected = copy.deepcopy(self.before)
        claim = next(c for c in expected["claims"] if c["id"] == claim_id)
        found = next(c for c in after["claims"] if c["id"] == claim_id)
        self.assertEqual((found["review"]["state"], found["review"]["by"], found["review"]["at"], found["review"].get("note", "")), (state, "R. Roe", "2031-06-01", note))
        claim["review"] = found["review"]
        self.assertEqual(after, expected)

    def test_a_geopackage_that_nobody_edited_changes_not_one_byte(self):
        run("export", self.ledger, "-o", self.folder / "m.gpkg")
        before = self.ledger.read_bytes()
        done = self.bring_back("m.gpkg")
        self.assertEqual((done.returncode, done.talk), (0, "0 claims changed\n"))
        self.assertEqual(self.ledger.read_bytes(), before)

    def test_a_state_set_in_a_geopackage_comes_back_alone(self):
        run("export", self.ledger, "-o", self.folder / "m.gpkg")
        claim = self.before["claims"][2]["id"]
        db = sqlite3.connect(self.folder / "m.gpkg")
        db.execute("UPDATE claims SET state = 'accepted', note = '=seen on ''page'' 2' WHERE id = ?", (claim,))
        db.commit()
        db.close()
        self.assertEqual(self.bring_back("m.gpkg").talk, "1 claim changed\n")
        self.assert_only_review_changed(claim, "accepted", "=seen on 'page' 2")

    def test_an_edited_csv_with_rows_left_out_comes_back(self):
        run("export", self.ledger, "-o", self.folder / "m.csv")
        rows = list(csv.DictReader(io.StringIO((self.folder / "m.csv").read_bytes().decode())))
        rows = rows[3:5]
        rows[0]["state"], rows[0]["note"] = "accepted", "'-2 is a page"
        out = io.StringIO()
        writer = csv.DictWriter(out, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
        self.write("m.csv", out.getvalue())
        self.assertEqual(self.bring_back("m.csv").talk, "1 claim changed\n")
        self.assert_only_review_changed(rows[0]["id"], "accepted", "-2 is a page")

    def test_a_rejected_claim_leaves_the_map(self):
        run("export", self.ledger, "-o", self.folder / "m.gpkg")
        event = self.before["events"][0]
        db = sqlite3.connect(self.folder / "m.gpkg")
        db.executemany("UPDATE claims SET state = 'rejected' WHERE id = ?", [(c,) for c in event["claims"]])
        db.commit()
        db.close()
        self.bring_back("m.gpkg")
        after = json.loads(self.ledger.read_text())
        self.assertFalse({c for e in after["events"] for c in e["claims"]} & set(event["claims"]))

    def test_a_table_that_does_not_fit_changes_nothing(self):
        before = self.ledger.read_bytes()
        self.write("x.csv", "id,state,quote\nnobody,accepted,x\n")
        self.assert_fails(self.bring_back("x.csv"), 3, 'no claim "nobody"')
        self.write("y.csv", "a,b\n1,2\n")
        self.assert_fails(self.bring_back("y.csv"), 3, "no table of claims")
        self.write("z.csv", f"id,state,quote\n{self.before['claims'][0]['id']},acepted,x\n")
        self.assert_fails(self.bring_back("z.csv"), 3, 'unknown state "acepted"')
        self.assertEqual(self.ledger.read_bytes(), before)


main()
