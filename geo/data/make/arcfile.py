"""Writes the committed arc files of the base map (docs/formats/basemap.md, part 2).

An arc file is one stream of unsigned LEB128 varints after the magic line: the number of arcs, then for each arc
left + 1, right + 1, attribute, number of points, and the points as zigzag differences of 1e-4 degree, longitude
first. Differences of longitude take the short way round the Earth.
"""

MAGIC = b"dateline arcs 1\n"
FULL_TURN = 3_600_000


def zigzag(value):
    return value * 2 if value >= 0 else -value * 2 - 1


def append_varint(out, value):
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)


def short_way(difference):
    return (difference + FULL_TURN // 2) % FULL_TURN - FULL_TURN // 2


def write(path, arcs):
    """arcs: list of (left, right, attribute, points); points are pairs of integers; -1 is "nothing"."""
    out = bytearray(MAGIC)
    append_varint(out, len(arcs))
    for left, right, attribute, points in arcs:
        for value in (left + 1, right + 1, attribute, len(points)):
            append_varint(out, value)
        last_x = last_y = 0
        for x, y in points:
            append_varint(out, zigzag(short_way(x - last_x)))
            append_varint(out, zigzag(y - last_y))
            last_x, last_y = x, y
    with open(path, "wb") as file:
        file.write(out)
    return len(out)
