"""How well extraction finds what is annotated in the stories of tests/claims/stories. They were used for development: the floors show what got worse, not how good it is."""
import collections
import json

from program import SOURCE, ProgramTest, main, run

STORIES = sorted((SOURCE / "tests/claims/stories").glob("*.ndjson"))
WHO = ("moved", "actor")
WHERE = ("destination", "place")


def spans(value):
    return [tuple(value)] if not isinstance(value[0], list) else [tuple(part) for part in value]


def fillers(event, roles):
    found = []
    for role in roles:
        found += spans(event[role]) if event.get(role) else []
        found += [tuple(part) for part in event.get("more", {}).get(role, [])]
    return found


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


class Count:
    def __init__(self):
        self.right = self.found = self.asked = 0

    def add(self, right, found, asked):
        self.right += right
        self.found += found
        self.asked += asked

    @property
    def f1(self):
        return 2 * self.right / (self.found + self.asked)

    def __str__(self):
        return f"F1 {self.f1:.3f} (precision {self.right / self.found:.3f}, recall {self.right / self.asked:.3f}, {self.asked} asked for)"


def pairs(asked, found):
    """Events of one kind whose triggers overlap, one to one, in the order of the text."""
    free, matched = list(found), []
    for event in asked:
        for other in free:
            if other["kind"] == event["kind"] and any(overlap(a, b) for a in fillers(event, ["trigger"]) for b in fillers(other, ["trigger"])):
                matched.append((event, other))
                free.remove(other)
                break
    return matched


class Stories(ProgramTest):
    def test_what_is_annotated_is_found(self):
        counts = collections.defaultdict(Count)
        for path in STORIES:
            done = run("extract", "--spans", path)
            self.assertEqual(done.returncode, 0, done.talk)
            found = {record["id"]: record["events"] for record in map(json.loads, done.text.splitlines())}
            for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
                # Deliveries are not annotated.
                told = [event for event in found[record["id"]] if event["kind"] in record["kinds"]]
                matched = pairs(record["events"], told)
                counts["events"].add(len(matched), len(told), len(record["events"]))
                for name, roles in (("who", WHO), ("where", WHERE), ("quantity", ["quantity"])):
                    right = sum(any(overlap(a, b) for b in fillers(other, roles)) for event, other in matched for a in fillers(event, roles))
                    counts[name].add(right, sum(len(fillers(event, roles)) for event in told), sum(len(fillers(event, roles)) for event in record["events"]))
        for name, floor in (("events", 0.88), ("who", 0.84), ("where", 0.79), ("quantity", 0.80)):
            print(f"{name}: {counts[name]}")
            self.assertGreaterEqual(counts[name].f1, floor, name)
        self.assertGreater(counts["events"].asked, 1500)


if __name__ == "__main__":
    main()
