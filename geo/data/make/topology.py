"""Polygons that share edges -> arcs that know the cell to the left and to the right."""

import collections

HALF_TURN = 1_800_000
POLE = 900_000


def directed_edges(cells):
    """{(a, b) with a < b: [left of a->b, left of b->a]} of cells = lists of rings with the interior to the left."""
    edges = {}
    for cell, rings in enumerate(cells):
        for ring in rings:
            for a, b in zip(ring, ring[1:] + ring[:1]):
                if a == b or (a[0] == b[0] == -HALF_TURN):
                    continue  # nothing, or the seam of the date line
                key, side = ((a, b), 0) if a < b else ((b, a), 1)
                sides = edges.setdefault(key, [-1, -1])
                if sides[side] != -1:
                    raise ValueError(f"edge used twice from one side: {a} {b}, cells {sides[side]} {cell}")
                sides[side] = cell
    return {key: sides for key, sides in edges.items() if sides[0] != sides[1]}


def build_arcs(cells):
    """Arcs (left, right, points), cut where three lines meet or the pair of cells changes; order is deterministic."""
    edges = directed_edges(cells)
    neighbours = collections.defaultdict(list)
    for (a, b), (left, right) in sorted(edges.items()):
        neighbours[a].append((b, left, right))
        neighbours[b].append((a, right, left))

    def is_node(vertex):
        around = neighbours[vertex]
        if len(around) != 2:
            return True
        (_, left, right), (_, left2, right2) = around
        return (left, right) != (right2, left2)

    arcs, used = [], set()

    def walk(start, step):
        points, (here, left, right) = [start], step
        previous = start
        while True:
            used.add((min(previous, here), max(previous, here)))
            points.append(here)
            if here == start or is_node(here):
                break
            following = [s for s in neighbours[here] if s[0] != previous]
            if not following:
                break
            previous, here = here, following[0][0]
        arcs.append((left, right, points))

    for vertex in sorted(neighbours):
        if is_node(vertex):
            for step in neighbours[vertex]:
                if (min(vertex, step[0]), max(vertex, step[0])) not in used:
                    walk(vertex, step)
    for vertex in sorted(neighbours):
        for step in neighbours[vertex]:
            if (min(vertex, step[0]), max(vertex, step[0])) not in used:
                walk(vertex, step)
    return arcs


def join_at_date_line(cells):
    """Makes the two sides of the date line meet, so that the seam between them disappears, and drops the pole.

    The source stops just short of 180 degrees on both sides; the vertices there stand opposite each other but not at
    exactly the same latitude. Each vertex at +180 takes the place of the nearest one at -180 of the same cell.
    """
    for rings in cells:
        east = sorted({p[1] for ring in rings for p in ring if p[0] == HALF_TURN})
        west = sorted({p[1] for ring in rings for p in ring if p[0] == -HALF_TURN})
        match = {}
        if east and west:
            for latitude in east:
                nearest = min(west, key=lambda w: (abs(w - latitude), w))
                if abs(nearest - latitude) <= 6000:
                    match[latitude] = nearest
        for i, ring in enumerate(rings):
            rings[i] = [(-HALF_TURN, match.get(y, y)) if x == HALF_TURN else (x, y) for x, y in ring]
    # All points of the pole are one: edges along it vanish.
    for rings in cells:
        for i, ring in enumerate(rings):
            rings[i] = [(-HALF_TURN, -POLE) if y == -POLE else (x, y) for x, y in ring]
    return cells
