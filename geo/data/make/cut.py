"""Cuts cells with the source's disputed lines. The ends of a line are moved to vertices that the ring already has, so that
neighbours need not change."""

# (ISO code, name in the source, first field of the line, a place on the cut-off side, the new cell). Places only choose.
CUTS = [
    ("IL", "HaZafon", "Syrian claim", (35.78, 32.98), "golan-heights"),
    ("MA", "Laâyoune - Boujdour - Sakia El Hamra", "Western Saharan claim", (-13.0, 26.5), "western-sahara-north"),
    ("MA", "Guelmim - Es-Semara", "Western Saharan claim", (-10.5, 27.3), "western-sahara-north"),
    ("SD", "South Kordufan", "South Sudanese claim", (28.4, 9.8), "abyei"),
    ("GE", "Shida Kartli", "Georgian claim", (43.97, 42.3), "south-ossetia"),
    ("GE", "Mtskheta-Mtianeti", "Georgian claim", (44.35, 42.3), "south-ossetia"),
    ("GE", "Racha-Lechkhumi-Kvemo Svaneti", "Georgian claim", (43.75, 42.56), "south-ossetia"),
    ("UA", "Donets'k", "Ukrainian claim", (38.0, 48.0), "donetsk-line-2015"),
    ("UA", "Luhans'k", "Ukrainian claim", (39.3, 48.4), "luhansk-line-2015"),
    ("CN", "Xinjiang", "Indian claim", (79.2, 35.5), "aksai-chin"),
    ("CN", "Xinjiang", "Indian claim", (76.4, 36.0), "shaksgam"),
    ("KE", "Rift Valley", "Sudanese claim", (35.3, 4.9), "ilemi"),
]
# Farther than this (1e-4 degree) an end of the line does not belong to the ring.
REACH = 2000


def join(pieces):
    """Pieces put together wherever two of them meet and no third; longest first."""
    lines = [list(piece) for piece in pieces if len(piece) > 1]
    while True:
        ends = [p for line in lines for p in (line[0], line[-1])]
        for line in lines:
            other = next((o for o in lines if o is not line and line[-1] in (o[0], o[-1]) and ends.count(line[-1]) == 2), None)
            if other is None and ends.count(line[0]) == 2:
                line.reverse()
                other = next((o for o in lines if o is not line and line[-1] in (o[0], o[-1])), None)
            if other is not None:
                line += (other if other[0] == line[-1] else other[::-1])[1:]
                lines = [o for o in lines if o is not other]
                break
        else:
            return sorted(lines, key=lambda line: (-len(line), line[0]))


def distance2(a, b):
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


def inside(ring, point):
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            odd = not odd
    return odd


def split_ring(ring, line):
    """Both halves of a ring cut along the part of a line inside it, or None if that part does not end at the ring."""
    within = [i for i, p in enumerate(line) if inside(ring, p)]
    if within:
        low, high = max(within[0] - 1, 0), min(within[-1] + 1, len(line) - 1)
        nearest = {i: min(distance2(p, line[i]) for p in ring) for i in (low, within[0], within[-1], high)}
        low = min((within[0], low), key=nearest.get)
        high = min((within[-1], high), key=nearest.get)
        line = line[low:high + 1]
    first = min(range(len(ring)), key=lambda i: distance2(ring[i], line[0]))
    last = min(range(len(ring)), key=lambda i: distance2(ring[i], line[-1]))
    if first == last or max(distance2(ring[first], line[0]), distance2(ring[last], line[-1])) > REACH**2:
        return None
    middle = [p for p in line if inside(ring, p)]
    if first > last:
        first, last, middle = last, first, middle[::-1]
    return ring[first:last + 1] + middle[::-1], ring[last:] + ring[:first + 1] + middle


def twice_area(ring):
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1])))


def cut_off(unit, claim, point, lines):
    """(number of the ring, rest, piece) of the cut with the smallest piece that holds the point; None if no line cuts so."""
    cuts = []
    for number, ring in enumerate(unit["rings"]):
        for first_field, line in lines:
            halves = split_ring(ring, line) if first_field == claim else None
            if halves:
                cuts += [(twice_area(half), number, halves[1 - i], half) for i, half in enumerate(halves) if inside(half, point)]
    return min(cuts)[1:] if cuts else None


def cut_units(units, lines):
    """units: as read; lines: (first field, quantised points). New units carry the name of their cell in "special"."""
    made = []
    for iso, name, claim, place, cell in CUTS:
        unit = next(u for u in units if u["iso"] == iso and u["name"] == name)
        found = cut_off(unit, claim, (place[0] * 10_000, place[1] * 10_000), lines)
        print(cell, name, "cut" if found else "NOT CUT")
        if found:
            number, unit["rings"][number], piece = found
            made.append(dict(unit, special=cell, rings=[piece]))
    return units + made
