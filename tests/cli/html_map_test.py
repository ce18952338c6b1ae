"""The map as an HTML page: self-contained, linked both ways, safe against hostile stories; looked at by a browser where there is one."""
import html.parser
import os
import pathlib
import re
import shutil
import subprocess

from program import SAMPLES, SOURCE, ProgramTest, main, run

VOID = {"meta", "input", "br", "path", "image"}


class Page(html.parser.HTMLParser):
    """Elements with their attributes, and whether they are balanced."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.open, self.balanced = [], [], True
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        self.balanced = self.balanced and bool(self.open) and self.open.pop() == tag

    def values(self, name):
        return [attrs[name] for _, attrs in self.elements if attrs.get(name) is not None]


class HtmlMap(ProgramTest):
    def draw(self, *stories, options=()):
        path = self.folder / "m.html"
        done = run("map", *stories, *options, "-o", path, "--overwrite")
        self.assertEqual(done.returncode, 0, done.talk)
        return path.read_text(encoding="utf-8")

    def test_every_badge_leads_to_its_note_and_back(self):
        page = Page(self.draw(*SAMPLES))
        self.assertTrue(page.balanced and not page.open)
        ids = page.values("id")
        self.assertEqual(len(ids), len(set(ids)))
        links = {href[1:] for href in page.values("href") if href.startswith("#")}
        self.assertLessEqual(links, set(ids))
        notes = {i for i in ids if re.fullmatch(r"note-\d+", i)}
        marks = {i for i in links if i.startswith("event-")}
        self.assertGreater(len(marks), 3)
        self.assertEqual({"note-" + m.split("-")[1] for m in marks}, notes & links)
        for mark in marks:
            self.assertIn("n-" + mark, links)

    def test_the_page_needs_nothing_else(self):
        text = self.draw(*SAMPLES)
        page = Page(text)
        self.assertEqual(page.values("src"), [])
        self.assertEqual(page.values("style"), [])
        self.assertFalse([a for _, attrs in page.elements for a in attrs if a.startswith("on")])
        self.assertNotRegex(text, r"url\((?!#)|@import")
        self.assertIn("default-src 'none'", text)
        self.assertIn('<html lang="en">', text)

    def test_both_themes_are_in_one_drawing(self):
        text = self.draw(*SAMPLES)
        self.assertIn("@media screen and (prefers-color-scheme:dark){\n.w1{", text)
        self.assertNotIn("\n.w1{", self.draw(*SAMPLES, options=("--style", "print")))

    def test_quotes_are_verbatim_and_short(self):
        stories = " ".join(pathlib.Path(s).read_text(encoding="utf-8") for s in SAMPLES)
        stories = re.sub(r"\s+", " ", stories)
        quotes = re.findall(r"<blockquote[^>]*><p>“(.*?)”</p>", self.draw(*SAMPLES))
        self.assertGreater(len(quotes), 5)
        for quote in quotes:
            plain = html.unescape(quote)
            self.assertLessEqual(len(plain.split()), 26)
            self.assertIn(plain.removesuffix(" …").strip(), stories)

    def test_hostile_stories_stay_text(self):
        story = ('---\ntitle: "</title><script>alert(1)</script>"\npublisher: "<img src=x onerror=alert(2)>"\n'
                 'url: "javascript:alert(3)"\n---\n'
                 "North Korea sent 1,500 troops to Vladivostok on 8 October 2024, officials in Seoul <script>alert(4)</script> said.\n")
        text = self.draw(self.write("a.txt", story))
        self.assertIn("&lt;img src=x onerror=alert(2)&gt;", text)   # the outlet stands in the note, as text
        page = Page(text)
        self.assertEqual([tag for tag, _ in page.elements if tag in ("script", "img", "iframe")], ["script"])
        self.assertFalse([h for h in page.values("href") if not h.startswith("#")])
        self.assertTrue(page.balanced)

    def test_the_same_stories_give_the_same_page(self):
        self.assertEqual(self.draw(*SAMPLES), self.draw(*SAMPLES))

    def test_explain_finds_the_ledger_of_a_page(self):
        run("map", *SAMPLES, "-o", self.folder / "m.html", "--ledger", self.folder / "m.ledger.json")
        self.assertEqual(run("explain", str(self.folder / "m.html") + "#1").returncode, 0)

    def test_a_browser_and_axe_find_nothing(self):
        checker, modules = SOURCE.parent / "shared/tools/check_html.mjs", os.environ.get("DATELINE_NODE_MODULES")
        if not (checker.exists() and modules and shutil.which("node") and shutil.which("chromium")):
            self.skipTest("needs node, chromium, the checker, and DATELINE_NODE_MODULES with axe-core and playwright-core")
        self.draw(*SAMPLES)
        for options in (["--keyboard", "18"], ["--no-js"], ["--dark", "--keyboard", "8"], ["--print"], ["--size", "360x740", "--keyboard", "12"]):
            done = subprocess.run(["node", checker, self.folder / "m.html", "--modules", modules, *options], capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    main()
