#!/usr/bin/python3
"""GSHHG -> water.arcs (rivers, lakes, islands in lakes) and coast.arcs. Usage: make_water.py GSHHG_FOLDER OUTPUT_FOLDER

The program gmt (Debian package gmt) writes the binned shorelines and rivers as text, piece by piece; this script
joins the pieces, throws away what is too small and packs the rest.
"""

import collections
import math
import subprocess
import sys

import arcfile

UNIT = 10_000
LEAST_LAKE_KM2 = 20
LEAST_ISLAND_IN_LAKE_KM2 = 5
LEAST_LAND_KM2 = 0.5
RIVER_LEVELS = (0, 1, 2, 3)
KM_PER_UNIT = 0.01113195


def dump(folder, *options):
    """Pieces as lists of quantised points; longitudes from -180 to 180 (not)."""
    command = ["gmt", "pscoast", "-Rd", "-Dh", "-M", f"--DIR_GSHHG={folder}", *options]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    pieces, piece = [], []
    for line in text.splitlines():
        if line.startswith((">", "#")):
            piece = []
            pieces.append(piece)
            continue
        x, y = (round(float(v) * UNIT) for v in line.split()[:2])
        point = (arcfile.short_way(x), y)
        if not piece or piece[-1] != point:
            piece.append(point)
    return [p for p in pieces if len(p) > 1]


def join(pieces):
    """Joins pieces at ends where exactly two meet. Closed lines come back with first == last."""
    ends = collections.defaultdict(list)
    for number, piece in enumerate(pieces):
        ends[piece[0]].append(number)
        ends[piece[-1]].append(number)
    used = [False] * len(pieces)

    def extend(line):
        while line[0] != line[-1]:
            following = [n for n in ends[line[-1]] if not used[n]]
            if len(ends[line[-1]]) != 2 or not following:
                return
            piece = pieces[following[0]]
            used[following[0]] = True
            line += (piece if piece[0] == line[-1] else piece[::-1])[1:]

    lines = []
    for number, piece in enumerate(pieces):
        if used[number]:
            continue
        used[number] = True
        line = list(piece)
        extend(line)
        if line[0] != line[-1]:
            line.reverse()
            extend(line)
        lines.append(line)
    return lines


def unrolled(line):
    x, last, out = line[0][0], line[0][0], []
    for px, y in line:
        x += arcfile.short_way(px - last)
        last = px
        out.append((x, y))
    return out


def area_km2(ring):
    """On an equal-area cylinder; a ring round a pole gives the area between it and the equator, which is never small."""
    total = 0.0
    points = unrolled(ring)
    for (ax, ay), (bx, by) in zip(points, points[1:]):
        total += (bx - ax) * (math.sin(math.radians(ay / UNIT)) + math.sin(math.radians(by / UNIT))) / 2
    return abs(total) * KM_PER_UNIT * 6371.0088


def rings(pieces, least_km2, what):
    closed, open_lines = [], []
    for line in join(pieces):
        (closed if line[0] == line[-1] and len(line) > 3 else open_lines).append(line)
    print(f"{what}: {len(closed)} rings, {len(open_lines)} left open: {[(l[0], l[-1], len(l)) for l in open_lines][:8]}")
    return [ring for ring in closed if area_km2(ring) >= least_km2]


def inside(ring, point):
    x, y = point
    odd = False
    points = unrolled(ring)
    for (ax, ay), (bx, by) in zip(points, points[1:]):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            odd = not odd
    return odd


def make_water(folder):
    lakes = rings(dump(folder, "-W2", "-A0/2/2"), LEAST_LAKE_KM2, "lakes")
    lakes.sort(key=lambda ring: (-area_km2(ring), ring[0]))
    members = [[lake] for lake in lakes]
    boxes = [[f(v) for v in zip(*lake) for f in (min, max)] for lake in lakes]
    for island in rings(dump(folder, "-W3", "-A0/3/3"), LEAST_ISLAND_IN_LAKE_KM2, "islands in lakes"):
        x, y = island[0]
        for number, (west, east, south, north) in enumerate(boxes):
            if west <= x <= east and south <= y <= north and inside(lakes[number], island[0]):
                members[number].append(island)
                break
    arcs = [(number, -1, 0, ring) for number, group in enumerate(members) for ring in group]
    for level in RIVER_LEVELS:
        lines = join(dump(folder, f"-I{level}"))
        lines.sort(key=lambda line: (line[0], line[-1], len(line)))
        arcs += [(-1, -1, level, line) for line in lines]
    return arcs


def make_coast(folder):
    land = rings(dump(folder, "-W1", "-A0/1/1"), LEAST_LAND_KM2, "coast")
    land.sort(key=lambda ring: (-area_km2(ring), ring[0]))
    return [(number, -1, 0, ring) for number, ring in enumerate(land)]


def main(folder, output):
    for name, arcs in (("water", make_water(folder)), ("coast", make_coast(folder))):
        size = arcfile.write(f"{output}/{name}.arcs", arcs)
        print(f"{name}: {len(arcs)} arcs, {sum(len(a[3]) for a in arcs)} points, {size} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
