"""Reports go through the programs that set them: LaTeX as it is, Quarto's Markdown through pandoc, which Quarto is built on. Nothing of a quote may get lost on the way."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

from program import SAMPLES, ProgramTest, main, run

XELATEX, PDFLATEX, PANDOC = shutil.which("xelatex"), shutil.which("pdflatex"), shutil.which("pandoc")
TEX_PACKAGES = "texlive-xetex texlive-latex-extra texlive-fonts-recommended fonts-noto-core"
STORY = """---
title: Tests of the {brackets}, 100% & $5 #1 a_b c^d ~e \\\\f
publisher: Газета «Низина»
published: 2024-10-18
url: https://nizina.example/a_b%20c?x=1&y=#z
---
The Defence Ministry said that 1,200 soldiers of the "Łódź" brigade moved from Khabarovsk to Vladivostok on 14 October & waited.
"""


class Typeset(ProgramTest):
    def report(self, ending):
        story = self.write("story.txt", STORY)
        done = run("extract", *SAMPLES, story, "-o", self.folder / "l.ledger.json")
        self.assertEqual(done.returncode, 0, done.talk)
        done = run("report", self.folder / "l.ledger.json", "-o", self.folder / f"r.{ending}")
        self.assertEqual(done.returncode, 0, done.talk)
        return self.folder / f"r.{ending}"

    def compile(self, program, name):
        done = subprocess.run([program, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", name], cwd=self.folder, capture_output=True, check=False, timeout=300,
                              env={**os.environ, "HOME": str(self.folder)})
        log = pathlib.Path(self.folder / name).with_suffix(".log").read_text("utf-8", "replace")
        self.assertEqual(done.returncode, 0, log[-3000:])
        return log

    @unittest.skipUnless(XELATEX and shutil.which("fc-list"), f"XeLaTeX is not installed (Debian: {TEX_PACKAGES})")
    def test_xelatex_sets_a_report_with_every_letter(self):
        self.report("tex")
        log = self.compile(XELATEX, "r.tex")
        fonts = subprocess.run(["fc-list", ":lang=ru", "family"], capture_output=True, text=True, check=False).stdout
        if re.search("Noto Serif|DejaVu Serif|Open Sans", fonts):
            self.assertNotIn("Missing character", log)
        self.assertGreater((self.folder / "r.pdf").stat().st_size, 20_000)

    @unittest.skipUnless(PDFLATEX, f"pdfLaTeX is not installed (Debian: {TEX_PACKAGES})")
    def test_pdflatex_sets_a_report_in_latin_letters(self):
        global STORY
        before, STORY = STORY, STORY.replace("Газета «Низина»", "Lowland “Gazette”")
        try:
            self.report("tex")
        finally:
            STORY = before
        self.compile(PDFLATEX, "r.tex")

    @unittest.skipUnless(PANDOC, "pandoc is not installed (Debian: pandoc)")
    def test_pandoc_reads_the_quarto_report(self):
        source = self.report("qmd")
        done = subprocess.run([PANDOC, "-f", "markdown-smart", "-t", "plain", "--wrap=none", source], cwd=self.folder, capture_output=True, text=True, check=False, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("Tests of the {brackets}, 100% & $5 #1 a_b c^d ~e", done.stdout)
        self.assertIn("Газета «Низина»", done.stdout)
        self.assertIn('1,200 soldiers of the "Łódź" brigade', done.stdout)
        html = subprocess.run([PANDOC, "-f", "markdown", "-t", "html", source], cwd=self.folder, capture_output=True, text=True, check=False, timeout=60).stdout
        self.assertEqual(len(re.findall(r"<img ", html)), 1)
        self.assertIn('href="https://nizina.example/a_b%20c?x=1&amp;y=#z"', html)


if not (XELATEX or PDFLATEX or PANDOC):
    print(f"skipped: neither LaTeX nor pandoc is installed (Debian: apt-get install {TEX_PACKAGES} pandoc)")
    sys.exit(77)
main()
