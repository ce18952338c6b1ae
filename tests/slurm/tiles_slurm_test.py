"""The worked example of docs/tiles.md on a real Slurm: a controller and two workers on this machine share a pyramid. Skipped where Slurm is not installed."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

from cluster import Cluster, missing

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLES = sorted(str(p) for p in (SOURCE / "samples/far-east").glob("*.txt"))
SKIPPED = 77

if name := missing():
    print(f"skipped: {name} is not installed (Debian: apt-get install --no-install-recommends slurmctld slurmd slurm-client munge)")
    sys.exit(SKIPPED)


def script(name):
    """The commands of docs/tiles.md under "### name", so that the document cannot go stale."""
    text = (SOURCE / "docs/tiles.md").read_text(encoding="utf-8")
    block = re.search(rf"^### {name}\n.*?\n```sh\n(.*?)```", text, re.S | re.M)
    assert block, f"docs/tiles.md has no script {name}"
    return block.group(1)


class OnSlurm(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="dateline-slurm-")
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        self.work = self.folder / "work"
        self.work.mkdir()
        (self.work / "dateline").symlink_to(PROGRAM)
        self.dateline("extract", *SAMPLES, "-o", "far-east.ledger.json")
        daemons = self.folder / "slurm"
        daemons.mkdir()
        self.cluster = Cluster(daemons)
        self.cluster.env["PATH"] += f":{self.work}"
        self.addCleanup(self.cluster.stop)
        try:
            self.cluster.start()
        except RuntimeError as problem:
            # A container may forbid what the daemons want; that says nothing about us.
            self.skipTest(f"Slurm does not start here: {problem}")

    def dateline(self, *arguments):
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, cwd=self.work, check=False, env=os.environ)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_a_job_array_on_two_workers_makes_what_one_run_makes(self):
        (self.work / "tiles.sh").write_text(script("tiles.sh"), encoding="utf-8")
        (self.work / "submit.sh").write_text(script("submit.sh"), encoding="utf-8")
        done = subprocess.run(["sh", "-eu", "submit.sh"], capture_output=True, text=True, cwd=self.work, check=False, env=self.cluster.env, timeout=400)
        outputs = "\n".join(p.read_text(errors="replace") for p in self.work.glob("slurm-*.out"))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr + outputs + self.cluster.logs())
        options = re.search(r"--format \S+ --zoom \S+", script("tiles.sh")).group(0).split()
        self.dateline("tiles", "far-east.ledger.json", "-o", "alone.pmtiles", *options)
        self.assertEqual((self.work / "far-east.pmtiles").read_bytes(), (self.work / "alone.pmtiles").read_bytes())
        jobs = (self.cluster.folder / "jobs.txt").read_text(encoding="utf-8")
        used = set(re.findall(r"NodeList=(worker\d)", jobs))
        self.assertEqual(used, {"worker1", "worker2"}, jobs)
        self.assertEqual(len(re.findall(r"JobState=COMPLETED", jobs)), 5, jobs)


unittest.main(argv=[sys.argv[0]], verbosity=1)
