"""Same input, same bytes: for every output, any number of threads, any locale, zone and folder."""
from program import SAMPLES, ProgramTest, main, run


class SameBytes(ProgramTest):
    def outputs(self, ending, *options, env=None):
        target = self.folder / f"out.{ending}"
        done = run("map", *SAMPLES, "-o", target, "--overwrite", "--ledger", self.folder / "l.ledger.json", *options, env=env)
        self.assertEqual(done.returncode, 0, done.talk)
        return target.read_bytes(), (self.folder / "l.ledger.json").read_bytes()

    def test_threads_locale_and_zone_change_nothing(self):
        for ending in ("png", "svg", "pdf"):
            with self.subTest(ending):
                first = self.outputs(ending, "--threads", "1")
                self.assertEqual(first, self.outputs(ending, "--threads", "7"))
                self.assertEqual(first, self.outputs(ending, env={"LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Asia/Tokyo", "HOME": "/nonexistent"}))

    def test_the_order_of_the_stories_changes_nothing_but_their_letters(self):
        forward = run("locate", *SAMPLES).text.splitlines()
        backward = run("locate", *reversed(SAMPLES)).text.splitlines()
        self.assertEqual(forward, backward[::-1])

    def test_locate_does_not_depend_on_threads(self):
        self.assertEqual(run("locate", *SAMPLES, "--threads", "1").text, run("locate", *SAMPLES, "--threads", "5").text)

    def test_source_date_epoch_is_honoured(self):
        plain, _ = self.outputs("pdf")
        dated, _ = self.outputs("pdf", env={"SOURCE_DATE_EPOCH": "1729209600"})
        self.assertNotIn(b"CreationDate", plain)
        self.assertEqual(dated, self.outputs("pdf", env={"SOURCE_DATE_EPOCH": "1729209600"})[0])


main()
