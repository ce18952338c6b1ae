"""First- and second-level divisions: English newspaper names, and points taken from their towns.

GeoNames' own points are not in any of the packages. Where one is known it stands in ../admin-points.tsv; else the point is
found from the division's towns, which lie in the inhabited part; for large divisions it is the centre of their outline (centres.py).
"""
import collections
import json
import math

import centres
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


def middle_point(towns):
    """Halfway between the mean of the towns and the middle of their extent.

    Measured against 238 divisions whose GeoNames point is published elsewhere, it is nearer to that point than either
    alone, the median, the mean weighted by population, or the seat.
    """
    mean_lat, mean_lon = mean_point(towns)
    offsets = [(lon - mean_lon + 540) % 360 - 180 for _, lon, _ in towns]
    box_lat = (min(t[0] for t in towns) + max(t[0] for t in towns)) / 2
    box_lon = (min(offsets) + max(offsets)) / 2
    lon = mean_lon + box_lon / 2
    return (mean_lat + box_lat) / 2, (lon + 540) % 360 - 180


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
    """The plain name is what papers print, unless it is also a town's: then the form that tells them apart ("Tehran Province")."""
    same_as_town = (code.split(".")[0], fold(plain)) in town_names
    return english if same_as_town and english.startswith(plain + " ") else plain


def tables(package, cities, newer, english_names, own_points):
    towns = towns_by_division(cities, newer)
    divisions = {code: middle_point(members)[1] for code, members in towns.items() if code.count(".") == 1}
    large = centres.large_divisions(divisions)
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
            name = newspaper_name(code, plain, english_names.get(code, ""), town_names) if level == "admin1" else plain
            members = towns.get(code, [])
            point, source = ("", ""), ""
            if members:
                point, source = tuple(map(degrees, middle_point(members))), "towns"
            if code in large:
                point, source = tuple(map(degrees, large[code])), "outline"
            if code in own_points:
                point, source = own_points[code], "geonames"
            if not source:
                continue
            alternates = [other for other in dict.fromkeys([plain, english_names.get(code, "")]) if other and other != name]
            out.append([code, name, *point, source, "|".join(alternates)])
    return out
