#!/usr/bin/env python3
"""Collects every word that the plugin shows into translation files for Qt's Linguist.

usage: translations.py           writes dateline/i18n/dateline.ts, and brings each dateline_LANGUAGE.ts up to date; what is translated stays
       translations.py --check   exit status 1 if that would change a file

Words are what stands in tr("..."), in add_stories("..."), in TITLE and HELP of an algorithm and in the titles of layers."""
import ast
import pathlib
import sys
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

PLUGIN = pathlib.Path(__file__).resolve().parent / "dateline"
FOLDER = PLUGIN / "i18n"
CALLS = {"tr", "add_stories"}
MEMBERS = {"TITLE", "HELP"}


def words_of(path):
    """(line, words) of one source file, in order."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in CALLS and node.args:
            values = node.args[:1]
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in MEMBERS:
            values = [node.value]
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "MARK_LAYERS":
            values = [pair.elts[1] for pair in node.value.elts]
        else:
            continue
        found += [(v.lineno, v.value) for v in values if isinstance(v, ast.Constant) and isinstance(v.value, str) and v.value]
    return sorted(found)


def collect():
    """Words with the files that show them, in the order of files and lines."""
    all_words = {}
    for path in sorted(PLUGIN.rglob("*.py")):
        for _, words in words_of(path):
            all_words.setdefault(words, path.relative_to(PLUGIN).as_posix())
    return all_words


def known(path):
    """What a file of translations holds already."""
    if not path.exists():
        return {}
    return {m.findtext("source"): m.findtext("translation") for m in ET.parse(path).iter("message") if m.findtext("translation")}


def written(words, translated, language):
    attribute = f' language="{language}"' if language else ""
    out = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", f'<TS version="2.1" sourcelanguage="en"{attribute}>', "<context>", "    <name>Dateline</name>"]
    for source, file in words.items():
        target = translated.get(source)
        line = f"<translation>{escape(target)}</translation>" if target else '<translation type="unfinished"></translation>'
        out += ["    <message>", f'        <location filename="../{file}"/>', f"        <source>{escape(source)}</source>", f"        {line}", "    </message>"]
    return "\n".join(out + ["</context>", "</TS>", ""])


def main():
    words, stale = collect(), []
    for path in sorted({FOLDER / "dateline.ts", *FOLDER.glob("dateline_*.ts")}):
        language = path.stem.partition("_")[2]
        text = written(words, known(path), language)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path.name)
            if "--check" not in sys.argv:
                path.write_text(text, encoding="utf-8")
    if "--check" in sys.argv and stale:
        print("not up to date:", ", ".join(stale), "- run plugin/qgis/translations.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
