"""Runs the program under test and looks at what it says and leaves behind."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv[1] if len(sys.argv) > 2 else ""
SOURCE = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else pathlib.Path()
SAMPLES = sorted(str(p) for p in (SOURCE / "samples/far-east").glob("*.txt"))


def run(*arguments, stdin=b"", cwd=None, env=None, timeout=300):
    """One run; `returncode`, `stdout` and `stderr` as text."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, cwd=cwd, timeout=timeout,
                          env={**os.environ, **(env or {})}, check=False)
    done.text = done.stdout.decode("utf-8", "replace")
    done.talk = done.stderr.decode("utf-8", "replace")
    return done


class ProgramTest(unittest.TestCase):
    """A test with an empty folder of its own."""

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="dateline-test-")
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def names(self):
        return sorted(p.name for p in self.folder.iterdir())

    def assert_fails(self, done, code, *parts):
        """Exit code, an `error:` and a `hint:` line, and each of `parts` in the message."""
        self.assertEqual(done.returncode, code, done.talk)
        self.assertIn("error: ", done.talk)
        self.assertIn("hint: ", done.talk)
        for part in parts:
            self.assertIn(part, done.talk)


def main():
    unittest.main(argv=[sys.argv[0]], verbosity=1)
