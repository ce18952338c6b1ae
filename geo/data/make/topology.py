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


def seam_runs(ring, side):
    """Index runs of consecutive vertices on one side of the seam; [(first, last)], both included, cyclic."""
    on = [i for i, p in enumerate(ring) if p[0] == side]
    runs = []
    for i in on:
        if ring[i - 1][0] != side:
            last = i
            while ring[(last + 1) % len(ring)][0] == side and (last + 1) % len(ring) != i:
                last = (last + 1) % len(ring)
            runs.append((i, last))
    return runs


def join_at_date_line(cells, short_of):
    """Makes the two sides of the date line meet, so that the seam between them disappears, and drops the pole.

    The source stops short of 180 degrees on both sides (at `short_of`). Where land ends there on both sides over about the
    same latitudes it goes on: both ends take the same vertices. Where it does not, the island ends short of 180.
    """
    for rings in cells:
        ends = {HALF_TURN: [], -HALF_TURN: []}
        for number, ring in enumerate(rings):
            for side, found in ends.items():
                for first, last in seam_runs(ring, side):
                    low, high = sorted((ring[first][1], ring[last][1]))
                    found.append((low, high, number, first, last))
        matched = {}
        for low, high, *where in ends[HALF_TURN]:
            def mismatch(other):
                return abs(other[0] - low) + abs(other[1] - high)
            best = min(ends[-HALF_TURN], key=mismatch, default=None)
            if best and mismatch(best) <= max(high - low, best[1] - best[0]) and tuple(best[2:]) not in matched.values():
                matched[tuple(where)] = tuple(best[2:])
                for (number, first, last), (other, other_first, other_last) in [(where, best[2:])]:
                    # The run goes up on one side and down on the other.
                    for mine, theirs in ((first, other_last), (last, other_first)):
                        rings[number][mine] = (HALF_TURN, rings[other][theirs][1])
        joined = set(matched) | set(matched.values())
        for side, found in ends.items():
            for _, _, number, first, last in found:
                ring, i = rings[number], first
                while True:
                    x = -HALF_TURN if (number, first, last) in joined else (short_of if side > 0 else -short_of)
                    ring[i] = (x, ring[i][1])
                    if i == last:
                        break
                    i = (i + 1) % len(ring)
    # All points of the pole are one: edges along it vanish.
    for rings in cells:
        for i, ring in enumerate(rings):
            rings[i] = [(-HALF_TURN, -POLE) if y == -POLE else (x, y) for x, y in ring]
    return cells
