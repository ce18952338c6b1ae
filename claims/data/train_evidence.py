#!/usr/bin/env python3
"""Makes evidence.tsv: how much what is seen of a clause that the rules refuse speaks for a claim.

  train_evidence.py --program build/release/bin/dateline --stories tests/claims/stories/*.ndjson > claims/data/evidence.tsv
  train_evidence.py --program ... --stories ... --check      the same, but prints how well stories of one author are judged by those of the others

With --quiet, stories of ordinary news without annotation are read as well, and all that is weighed of them counts as no claim: annotated stories tell of
soldiers far more often than newspapers do.

The program reads the annotated stories with `extract --spans --evidence`; a clause that it weighs is a claim if an event of the same kind, which no
rule has found, is annotated at its verb. Weights are those of a logistic regression over all evidence and all pairs of it that occur often enough,
with an L1 penalty, so that most pairs drop out, fitted by proximal gradient descent. The result depends on nothing but the stories and the program.

Needs numpy (Debian: python3-numpy), which nothing else of Dateline does. Build and measure with the table that it writes, then run it once more:
which sense of a verb is weighed depends on the weights.
"""
import argparse
import collections
import json
import math
import os
import subprocess
import sys
import tempfile

import numpy

PAIR_SUPPORT = 40     # clauses in which a pair must be seen
L1, L2 = 1.0, 2.0     # penalties; chosen on stories of authors left out
STEPS, RATE = 3000, 0.3
BREAK_EVEN = 0.5      # a clause is taken if it is more likely a claim than not
LEAST_WEIGHT = 0.01   # smaller weights are left out of the table


def spans(value):
    return [tuple(value)] if not isinstance(value[0], list) else [tuple(part) for part in value]


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def found_by_program(program, path):
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "stories.ndjson")
        with open(path, encoding="utf-8") as stories, open(copy, "w", encoding="utf-8") as out:
            for line in stories:
                record = json.loads(line)
                out.write(json.dumps({key: record[key] for key in ("id", "text", "date") if key in record}) + "\n")
        out = subprocess.run([program, "extract", "--spans", "--evidence", copy], capture_output=True, text=True, check=True)
    return {record["id"]: record for record in map(json.loads, out.stdout.splitlines())}


def weighed_clauses(program, path):
    """(evidence, is a claim) of every weighed clause; events found by rules are no longer to be had."""
    found = found_by_program(program, path)
    with open(path, encoding="utf-8") as stories:
        for record in map(json.loads, stories):
            told = found[record["id"]]
            weighed = told.get("weighed", [])
            taken = {tuple(clause["trigger"]) for clause in weighed if clause["holds"]}
            open_events = [(spans(event["trigger"])[0], event["kind"]) for event in record["events"]]
            for event in told["events"]:
                trigger = spans(event["trigger"])[0]
                if trigger in taken:
                    continue
                match = next((known for known in open_events if known[1] == event["kind"] and overlap(known[0], trigger)), None)
                if match:
                    open_events.remove(match)
            for clause in weighed:
                kind = {"withdrawal": "movement"}.get(clause["kind"], clause["kind"])
                yield clause["evidence"], any(known[1] == kind and overlap(known[0], clause["trigger"]) for known in open_events)


def clauses_of_quiet_stories(program, path):
    return [(clause["evidence"], False) for told in found_by_program(program, path).values() for clause in told.get("weighed", [])]


def common_pairs(clauses):
    seen = collections.Counter()
    for evidence, _ in clauses:
        names = sorted(evidence)
        seen.update((a, b) for i, a in enumerate(names) for b in names[i + 1:])
    return sorted(pair for pair, times in seen.items() if times >= PAIR_SUPPORT)


def matrix(clauses, names, pairs):
    index = {name: i for i, name in enumerate(names)}
    table = numpy.zeros((len(clauses), len(names) + len(pairs)))
    for row, (evidence, _) in enumerate(clauses):
        held = set(evidence)
        for name in held & index.keys():
            table[row, index[name]] = 1
        for column, (a, b) in enumerate(pairs, len(names)):
            table[row, column] = a in held and b in held
    return table


def fit(table, labels):
    weights, bias = numpy.zeros(table.shape[1]), 0.0
    for _ in range(STEPS):
        error = 1 / (1 + numpy.exp(-(table @ weights + bias))) - labels
        weights -= RATE * (table.T @ error / len(labels) + L2 * weights / len(labels))
        weights = numpy.sign(weights) * numpy.maximum(0, numpy.abs(weights) - RATE * L1 / len(labels))
        bias -= RATE * error.mean()
    return weights, bias


def check(by_file, quiet):
    """Each file judged by the weights of all others."""
    cut = math.log(BREAK_EVEN / (1 - BREAK_EVEN))
    total = collections.Counter()
    for held_out in by_file:
        rest = [clause for path, clauses in by_file.items() if path != held_out for clause in clauses] + quiet
        names, pairs = sorted({name for evidence, _ in rest for name in evidence}), common_pairs(rest)
        weights, bias = fit(matrix(rest, names, pairs), numpy.array([float(claim) for _, claim in rest]))
        judged = matrix(by_file[held_out], names, pairs) @ weights + bias > cut
        count = collections.Counter((bool(taken), claim) for taken, (_, claim) in zip(judged, by_file[held_out]))
        total += count
        print(f"{os.path.basename(held_out):24s} taken rightly {count[True, True]:3d}  wrongly {count[True, False]:3d}  missed {count[False, True]:3d}")
    print(f"{'all':24s} taken rightly {total[True, True]:3d}  wrongly {total[True, False]:3d}  missed {total[False, True]:3d}")


def write_table(clauses):
    names, pairs = sorted({name for evidence, _ in clauses for name in evidence}), common_pairs(clauses)
    weights, bias = fit(matrix(clauses, names, pairs), numpy.array([float(claim) for _, claim in clauses]))
    print("# How much what is seen of a clause that the rules refuse speaks for a claim: log-odds, of one piece of evidence or of two together. Made by")
    print(f"# train_evidence.py from {len(clauses)} clauses of annotated stories, {sum(claim for _, claim in clauses)} of them claims; do not edit. Names: claims/detail/evidence.cpp.")
    print("evidence\tweight")
    print(f"always\t{bias - math.log(BREAK_EVEN / (1 - BREAK_EVEN)):.2f}")
    for name, weight in sorted(zip(names + [" ".join(pair) for pair in pairs], weights), key=lambda entry: entry[0]):
        if abs(weight) >= LEAST_WEIGHT:
            print(f"{name}\t{weight:.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, help="the dateline that weighs")
    parser.add_argument("--stories", nargs="+", required=True, help="annotated stories, JSON Lines (docs/formats/lexicons.md, Span records)")
    parser.add_argument("--quiet", nargs="*", default=[], help="stories of ordinary news, JSON Lines with id and text")
    parser.add_argument("--check", action="store_true", help="judge each file by the others instead of writing the table")
    options = parser.parse_args()
    by_file = {path: list(weighed_clauses(options.program, path)) for path in options.stories}
    quiet = [clause for path in options.quiet for clause in clauses_of_quiet_stories(options.program, path)]
    if options.check:
        check(by_file, quiet)
    else:
        write_table([clause for clauses in by_file.values() for clause in clauses] + quiet)
    return 0


if __name__ == "__main__":
    sys.exit(main())
