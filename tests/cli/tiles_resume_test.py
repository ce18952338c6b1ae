"""Runs that make tiles are killed at any moment: nothing is lost, nothing is doubled. Takes its time: seven kills for each container, on a pyramid
that is large enough to be killed in."""
import random
import signal
import subprocess
import time

from program import PROGRAM, main, run
from tiles_support import TilesTest, contents


class Interrupted(TilesTest):
    OPTIONS = ("--format", "mvt", "--zoom", "0-5", "--bbox", "60,-10,180,80")

    def start(self, name, *options):
        return subprocess.Popen([PROGRAM, "tiles", str(self.ledger), "-o", str(self.folder / name), *self.OPTIONS, "--progress-lines", *options], stderr=subprocess.PIPE, text=True)

    @staticmethod
    def wait_for_tiles(process, least=0):
        """Until so many tiles are drawn, or the process ends."""
        for line in process.stderr:
            parts = line.split("\t")
            if parts[0] == "progress" and parts[1] == "drawing tiles" and int(parts[2]) >= least:
                return

    def kill_after(self, seconds, name):
        """Starts the job and kills it so long after its first tile, unless it ends by itself before."""
        process = self.start(name, "--threads", "2")
        self.wait_for_tiles(process)
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stderr.close()
        return process.returncode

    def test_twenty_kills_at_any_moment_change_no_byte(self):
        whole = self.start("whole.pmtiles", "--shard", "1/1")
        self.wait_for_tiles(whole)
        start = time.monotonic()
        whole.communicate()
        duration = time.monotonic() - start
        seed = 20241018
        moments = random.Random(seed)
        for name in ("t.pmtiles", "t.mbtiles", "t"):
            kills = 0
            for _ in range(7):
                # Seven runs do a little more than the whole: the last ones come to the writing of the archive.
                kills += self.kill_after(duration * moments.uniform(0, 0.35), name) == -signal.SIGKILL
            done = self.tiles(name, *self.OPTIONS)
            self.assertGreater(kills, 0, f"seed {seed}: nothing was killed")
            # Undisturbed, in this container: the one shard of a job that has one.
            self.assertEqual(run("tiles", "merge", self.folder / "whole.pmtiles", "-o", self.folder / ("fresh-" + name)).returncode, 0)
            self.assertEqual(contents(self.folder / name), contents(self.folder / ("fresh-" + name)), f"seed {seed}, {kills} kills; {done.talk}")
            self.assertEqual([n for n in self.names() if ".work" in n], [])

    def test_what_was_done_is_not_done_again(self):
        process = self.start("t.pmtiles", "--threads", "1")
        self.wait_for_tiles(process, 20)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stderr.close()
        self.assertIn("t.pmtiles.work", self.names())
        # Another job must not mix with it.
        other = run("tiles", self.ledger, "-o", self.folder / "t.pmtiles", "--format", "mvt", "--zoom", "0-5")
        self.assert_fails(other, 3, "t.pmtiles.work", "other options", "--restart")
        done = self.tiles("t.pmtiles", *self.OPTIONS)
        self.assertRegex(done.talk, r"[0-9,]+ had been made by a run that was interrupted")
        again = self.tiles("t.pmtiles", *self.OPTIONS)
        self.assertIn("complete already", again.talk)

    def test_two_runs_do_not_write_one_archive(self):
        process = self.start("t.pmtiles", "--threads", "1")
        try:
            self.wait_for_tiles(process)
            process.send_signal(signal.SIGSTOP)
            done = run("tiles", self.ledger, "-o", self.folder / "t.pmtiles", *self.OPTIONS)
            self.assert_fails(done, 1, "another run is making these tiles")
        finally:
            process.send_signal(signal.SIGCONT)
            process.communicate()
        self.assertEqual(process.returncode, 0)


main()
