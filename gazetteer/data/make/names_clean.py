"""Cleaning and comparing names. fold() is for merging tables only; the program's own folding is gazetteer/fold.cpp."""
import re
import unicodedata

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻʹʺ`´′ʾʿ＇"), None)
_SPACES = dict.fromkeys(map(ord, "-‐‑‒–—−/.－"), " ")
_LETTERS = {ord("ł"): "l", ord("ø"): "o", ord("đ"): "d", ord("ı"): "i", ord("æ"): "ae", ord("œ"): "oe", ord("ð"): "d", ord("þ"): "th"}


def fold(name):
    text = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return " ".join(text.translate(_APOSTROPHES).translate(_SPACES).translate(_LETTERS).split())


def is_latin(text):
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 for c in text if c.isalpha())


def keep_alternate(name):
    """Drops airport codes, links, names with digits, single letters, and machine transliterations in lower case."""
    if len(name) < 2 or re.search(r"\d", name) or "://" in name or "|" in name or "\t" in name:
        return False
    if re.fullmatch(r"[A-Z]{3}", name):
        return False
    return not (is_latin(name) and name[0].islower())
