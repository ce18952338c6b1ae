"""For tests that need heavy programs: each says which one is missing and is skipped, and none of them touches the user's own settings or servers."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SOURCE, DRIVERS = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
SAMPLES = sorted(str(p) for p in (SOURCE / "samples/far-east").glob("*.txt"))
SKIPPED = 77
# QGIS looks along PATH for its Python: another python3 there hides its modules.
PLAIN_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"


def skip(missing, packages):
    print(f"skipped: {missing} is not installed (Debian: apt-get install {packages})")
    sys.exit(SKIPPED)


def need(path_or_name, packages):
    """The path of a program; ends the test as skipped if it is not there."""
    found = path_or_name if os.path.exists(path_or_name) else shutil.which(path_or_name, path=PLAIN_PATH)
    if not found:
        skip(path_or_name, packages)
    return found


def dateline(*arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise AssertionError(f"dateline {' '.join(map(str, arguments))}: {done.stderr}")
    return done.stdout


class GisTest(unittest.TestCase):
    """A test with a folder of its own and the samples' ledger in it."""

    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory(prefix="dateline-gis-")
        cls.folder = pathlib.Path(cls.holder.name)
        cls.folder.chmod(0o755)  # a server that runs as somebody else reads here
        cls.ledger = cls.folder / "far-east.ledger.json"
        dateline("extract", *SAMPLES, "-o", cls.ledger)

    @classmethod
    def tearDownClass(cls):
        cls.holder.cleanup()


def main():
    unittest.main(argv=[sys.argv[0]], verbosity=1)
