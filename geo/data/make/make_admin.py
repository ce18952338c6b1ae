#!/usr/bin/python3
"""world_map.gpkg + cities500.txt -> admin.arcs, cells.tsv. Usage: make_admin.py GPKG CITIES OUTPUT_FOLDER"""

import collections
import sys

from osgeo import ogr

import arcfile
import cells as cell_rules
import cut
import topology

ogr.UseExceptions()
UNIT = 10_000
SEAM = int(179.9 * UNIT)
SOUTH = int(-89.9 * UNIT)


def quantise(x, y):
    x, y = round(x * UNIT), round(y * UNIT)
    if abs(x) >= SEAM:
        x = topology.HALF_TURN if x > 0 else -topology.HALF_TURN
    return x, -topology.POLE if y <= SOUTH else y


def signed_area(ring):
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]))


def rings_of(geometry):
    """Rings with the interior to the left, as quantised points without repeats."""
    rings = []
    polygons = [geometry.GetGeometryRef(i) for i in range(geometry.GetGeometryCount())]
    for polygon in polygons:
        for i in range(polygon.GetGeometryCount()):
            points = []
            for x, y in (p[:2] for p in polygon.GetGeometryRef(i).GetPoints()):
                point = quantise(x, y)
                if not points or points[-1] != point:
                    points.append(point)
            if points[0] == points[-1]:
                points.pop()
            if len(points) < 3:
                continue
            if (signed_area(points) > 0) != (i == 0):
                points.reverse()
            rings.append(points)
    return rings


def read_units(path):
    source = ogr.Open(path)
    layer = source.GetLayer("states_provinces")
    units = []
    for feature in layer:
        units.append({
            "fid": feature.GetFID(),
            "iso": feature.GetField("iso_a2"),
            "name": feature.GetField("name") or "",
            "admin": feature.GetField("admin") or "",
            "rings": rings_of(feature.GetGeometryRef()),
        })
    return sorted(units, key=lambda unit: unit["fid"])


def read_claims(path):
    """(first field, quantised points) of each line of the disputed borders."""
    source = ogr.Open(path)
    claims = []
    for feature in source.GetLayer("disputed_borders"):
        geometry = feature.GetGeometryRef()
        count = geometry.GetGeometryCount()
        parts = [geometry.GetGeometryRef(i) for i in range(count)] if count else [geometry]
        pieces = [[quantise(*p[:2]) for p in part.GetPoints()] for part in parts]
        claims += [(feature.GetField(0), line) for line in cut.join(pieces)]
    return claims


def split_southern_kurils(units):
    """Sakhalin's islands west of 149 E and south of 45.6 N, which Japan claims, become a cell."""
    for unit in units:
        if unit["iso"] == "RU" and unit["name"] == "Sakhalin":
            def southern(ring):
                return max(x for x, _ in ring) < 149.2 * UNIT and max(y for _, y in ring) < 45.6 * UNIT and \
                    min(x for x, _ in ring) > 145 * UNIT
            taken = [ring for ring in unit["rings"] if southern(ring)]
            unit["rings"] = [ring for ring in unit["rings"] if not southern(ring)]
            return units + [dict(unit, special="southern-kurils", rings=taken)]
    raise SystemExit("no Sakhalin in the source")


def name_cell(unit, places):
    """(cell id, country de facto, GeoNames code) of one unit of the source."""
    degrees = [[(x / UNIT, y / UNIT) for x, y in ring] for ring in unit["rings"]]
    country = unit["iso"] if unit["iso"] != "-1" else cell_rules.COUNTRY_OF_UNCODED[unit["admin"]]
    country = cell_rules.COUNTRY_OF_NAME.get(unit["name"], country)
    code = cell_rules.vote(places, degrees, country)
    if code[:2] in cell_rules.OVERSEAS:
        country = code[:2]
    special = unit.get("special") or cell_rules.SPECIAL.get((unit["iso"], unit["name"]))
    if special in ("crimea", "sevastopol"):
        country = "RU"  # de facto; the views decide who owns it
    if special:
        return special, country, code
    if code and not code.startswith(country + "."):
        code = ""  # the few places inside belong across the border: an error of generalisation
    if not code:
        largest = max(degrees, key=lambda ring: abs(signed_area(ring)))
        lon = sum(x for x, _ in largest) / len(largest)
        lat = sum(y for _, y in largest) / len(largest)
        code = str(places.nearest_code(country, lon, lat, 0.6))
        if code.endswith(".00"):
            code = ""
    return code or f"{country}.{cell_rules.slug(unit['name'])}", country, code


def main(gpkg, cities, folder):
    places = cell_rules.Places(cities)
    cells = collections.OrderedDict()
    for unit in cut.cut_units(split_southern_kurils(read_units(gpkg)), read_claims(gpkg)):
        cell, country, code = name_cell(unit, places)
        entry = cells.setdefault(cell, {"country": country, "code": code, "name": unit["name"], "rings": []})
        entry["rings"] += unit["rings"]
    names = sorted(cells)
    rings = topology.join_at_date_line([cells[name]["rings"] for name in names], SEAM)
    arcs = topology.build_arcs(rings)
    size = arcfile.write(f"{folder}/admin.arcs", [(left, right, 0, points) for left, right, points in arcs])
    with open(f"{folder}/cells.tsv", "w", encoding="utf-8") as file:
        file.write("# Cells of admin.arcs in the order of their numbers. Made by make/make_admin.py.\n")
        file.write("cell\tcountry\tadmin1\tname\n")
        for name in names:
            cell = cells[name]
            file.write(f"{name}\t{cell['country']}\t{cell['code']}\t{cell['name']}\n")
    print(f"{len(names)} cells, {len(arcs)} arcs, {sum(len(a[2]) for a in arcs)} points, {size} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
