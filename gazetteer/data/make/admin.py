"""First- and second-level divisions: English newspaper names, and points taken from their towns.

GeoNames' own points are not in any of the packages. Where one is known it stands in ../admin-points.tsv; else the point is
the mean of the division's towns, which lies in the inhabited part (a polygon's centroid often does not).
"""
import collections
import json
import math

from names_clean import fold
from tables import degrees

COLUMNS = ["code", "name", "lat", "lon", "point_source", "alternates"]


def mean_point(towns):
    """Mean on the sphere, so that a division across the date line keeps its point."""
    x = y = z = 0.0
    for lat, lon, _ in towns:
        a, b = math.radians(lat), math.radians(lon)
        x += math.cos(a) * math.cos(b)
        y += math.cos(a) * math.sin(b)
        z += math.sin(a)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def towns_by_division(cities, newer):
    out = collections.defaultdict(list)
    for country, admin1, admin2, lat, lon, population in (
            [(r[5], r[6], r[7], r[2], r[3], r[8]) for r in cities] + [(r[4], r[5], r[6], r[2], r[3], 0) for r in newer]):
        town = (float(lat), float(lon), population)
        if admin1 and admin1 != "00":
            out[f"{country}.{admin1}"].append(town)
            if admin2:
                out[f"{country}.{admin1}.{admin2}"].append(town)
    return out


def newspaper_name(code, plain, english, town_names):
    """`english` tells a division from its town ("Tehran Province"); without such a town the plain name is what papers print."""
    if not english:
        return plain
    if fold(plain) and fold(english).startswith(fold(plain) + " ") and (code.split(".")[0], fold(plain)) not in town_names:
        return plain
    return english


def tables(package, cities, newer, english_names, own_points):
    towns = towns_by_division(cities, newer)
    town_names = {(row[5], fold(row[1])) for row in cities if row[8] >= 1000}
    out = []
    for level in ("admin1", "admin2"):
        rows = json.load(open(package / f"package/{level}.json", encoding="utf-8"))
        plain_names = {item["code"]: item["name"].strip() for item in rows}
        if level == "admin1":
            for code, name in english_names.items():
                if "." in code and not code.endswith(".00"):
                    plain_names.setdefault(code, name)
        for code in sorted(plain_names):
            plain = plain_names[code]
            name = newspaper_name(code, plain, english_names.get(code), town_names) if level == "admin1" else plain
            members = towns.get(code, [])
            point, source = ("", ""), ""
            if members:
                point, source = tuple(map(degrees, mean_point(members))), "towns"
            if code in own_points:
                point, source = own_points[code], "geonames"
            if not source:
                continue
            alternates = [other for other in dict.fromkeys([plain, english_names.get(code, "")]) if other and other != name]
            out.append([code, name, *point, source, "|".join(alternates)])
    return out
