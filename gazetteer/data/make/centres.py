"""Centres of large first-level divisions, from the outlines of the base map (../../../geo/data).

In a division as large as a country the towns lie to one side of it, and GeoNames gives it a point near the centre of its area:
of five whose point is published elsewhere the centroid is 27 km off on the average, the towns' point 71 km. Small divisions
keep the towns' point, which is as good, and lies where people live.
"""
import collections
import math
import pathlib

GEO = pathlib.Path(__file__).resolve().parents[3] / "geo/data"
LEAST_AREA_KM2 = 150_000
KM2_PER_SQUARE_DEGREE = 12_364  # at the equator


def read_varints(data):
    value = shift = 0
    for byte in data:
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield value
            value = shift = 0


def read_arcs(path):
    """(left cell, right cell, points in degrees) of each arc; docs/formats/basemap.md, part 2."""
    data = path.read_bytes()
    numbers = read_varints(data[data.index(b"\n") + 1:])
    unzigzag = lambda n: n // 2 if n % 2 == 0 else -(n + 1) // 2
    for _ in range(next(numbers)):
        left, right, _, count = next(numbers) - 1, next(numbers) - 1, next(numbers), next(numbers)
        x = y = 0
        points = []
        for _ in range(count):
            x += unzigzag(next(numbers))
            y += unzigzag(next(numbers))
            points.append((x / 10_000, y / 10_000))
        yield left, right, points


def large_divisions(near):
    """code -> (lat, lon) of the area's centroid. `near` gives a longitude inside each division: outlines may cross 180 degrees."""
    with open(GEO / "cells.tsv", encoding="utf-8") as file:
        codes = [line.rstrip("\n").split("\t")[2] for line in file if not line.startswith("#")][1:]
    sums = collections.defaultdict(lambda: [0.0, 0.0, 0.0])
    for left, right, points in read_arcs(GEO / "admin.arcs"):
        for cell, sign in ((left, 1), (right, -1)):
            code = codes[cell] if cell >= 0 else ""
            if code not in near:
                continue
            line = [((x - near[code] + 540) % 360 - 180, y) for x, y in points]
            total = sums[code]
            for (ax, ay), (bx, by) in zip(line, line[1:]):
                cross = sign * (ax * by - bx * ay)
                total[0] += cross
                total[1] += (ax + bx) * cross
                total[2] += (ay + by) * cross
    out = {}
    for code, (twice_area, moment_x, moment_y) in sums.items():
        if twice_area == 0:
            continue
        lon, lat = moment_x / (3 * twice_area), moment_y / (3 * twice_area)
        if abs(twice_area) / 2 * math.cos(math.radians(lat)) * KM2_PER_SQUARE_DEGREE >= LEAST_AREA_KM2:
            out[code] = (lat, (lon + near[code] + 540) % 360 - 180)
    return out
