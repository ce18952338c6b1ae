"""Names with their language: GeoNames through libgeonames-common's catalogues, countries through CLDR."""
import gettext
import json

LANGUAGES = ["en", "ru", "uk", "ko", "zh", "ja", "ar", "fa", "de", "fr", "es"]
NAME_COLUMNS = ["key", "language", "name"]
TERRITORY_COLUMNS = ["code", "language", "form", "name"]


def catalogue(package, language):
    path = package / f"usr/share/locale/{language}/LC_MESSAGES/geonames.mo"
    with open(path, "rb") as file:
        messages = gettext.GNUTranslations(file)._catalog  # the module offers no public way to list the keys
    return {key: value.strip() for key, value in messages.items() if isinstance(key, str) and key and value.strip()}


def tagged_names(package, known_ids):
    """Rows of towns we have, of countries and of first-level divisions."""
    out = set()
    for language in LANGUAGES:
        for key, name in catalogue(package, language).items():
            if key.isdigit() and int(key) not in known_ids:
                continue
            if "\t" not in name and "\n" not in name:
                out.add((key, language, name))
    return sorted(out, key=lambda row: (0 if row[0].isdigit() else 1, int(row[0]) if row[0].isdigit() else 0, row))


def territories(package):
    out = []
    for language in LANGUAGES:
        path = package / f"package/main/{language}/territories.json"
        names = json.load(open(path, encoding="utf-8"))["main"][language]["localeDisplayNames"]["territories"]
        for key, name in names.items():
            code, _, form = key.partition("-alt-")
            if code in ("ZZ", "001", "EZ", "UN", "QO", "XA", "XB"):
                continue
            out.append((code, language, form, name))
    return sorted(out)
