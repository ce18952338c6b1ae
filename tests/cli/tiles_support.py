"""What the tests of tiles share."""
import os
import shutil
import subprocess

from program import SAMPLES, SOURCE, ProgramTest, run

# Where npm packages of the second readers are, if anybody installed them; the checkers say what they did without.
MODULES = [str(p) for p in (SOURCE / "node_modules", SOURCE.parent / "node_modules") if p.is_dir()]

# A sanitized program takes ten times as long; its memory is looked after as well in shallow pyramids.
SANITIZED = os.environ.get("DATELINE_SANITIZED") == "1"


def to_zoom(deepest, sanitized):
    return ("--zoom", f"0-{sanitized if SANITIZED else deepest}")


def ledger_file(folder):
    path = folder / "far-east.ledger.json"
    done = run("extract", *SAMPLES, "-o", path)
    assert done.returncode == 0, done.talk
    return path


def contents(path):
    """Bytes of an archive; of a folder, of every file in it by name."""
    if path.is_dir():
        return {str(p.relative_to(path)): p.read_bytes() for p in sorted(path.rglob("*")) if p.is_file()}
    return path.read_bytes()


class TilesTest(ProgramTest):
    TOOLS = SOURCE.parent / "shared/tools"

    def setUp(self):
        super().setUp()
        self.ledger = ledger_file(self.folder)

    def tiles(self, name, *options, code=0):
        done = run("tiles", self.ledger, "-o", self.folder / name, *options)
        self.assertEqual(done.returncode, code, done.talk)
        return done

    def check(self, tool, *arguments):
        path = self.TOOLS / tool
        if not path.exists() or (path.suffix == ".mjs" and not shutil.which("node")):
            self.skipTest(f"{tool} or node is not there")
        command = ["python3" if path.suffix == ".py" else "node", path, *arguments]
        for folder in MODULES if "tilejson" not in tool else []:
            command += ["--modules", folder]
        done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout
