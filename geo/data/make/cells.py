"""Which cell of the base map is which: names, GeoNames codes by vote of the places inside, special cells."""

import collections
import re
import unicodedata

import numpy

# Cells that some view of the world gives to another owner keep a name of their own: (ISO code in the source, name
# in the source) -> cell. They are never merged with their neighbours.
SPECIAL = {
    ("RU", "Crimea"): "crimea",
    ("RU", "Sevastopol"): "sevastopol",
    ("UA", "Crimea"): "crimea",
    ("UA", "Sevastopol"): "sevastopol",
    ("GE", "Abkhazia"): "abkhazia",
    ("-1", "Northern Cyprus"): "northern-cyprus",
    ("-1", "Somaliland"): "somaliland",
    ("EH", "Western Sahara"): "western-sahara-east",
    ("MA", "Oued el Dahab"): "western-sahara-south",
    ("PK", "Azad Kashmir"): "azad-kashmir",
    ("PK", "Northern Areas"): "gilgit-baltistan",
    ("IN", "Jammu and Kashmir"): "jammu-and-kashmir",
    ("-1", "Kashmir"): "siachen",
    ("IN", "Arunachal Pradesh"): "arunachal-pradesh",
    ("SY", "UNDOF"): "undof-zone",
    ("FK", "Falkland Islands"): "falkland-islands",
    ("-1", "Baykonur lease in Qyzylorda"): "baykonur",
}
# The source leaves these without an ISO code; what the countries table of the views starts from.
COUNTRY_OF_UNCODED = {
    "Somaliland": "x-somaliland",
    "Northern Cyprus": "x-northern-cyprus",
    "Siachen Glacier": "IN",
    "Baykonur Cosmodrome": "KZ",
    "Dhekelia Sovereign Base Area": "GB",
    "Akrotiri Sovereign Base Area": "GB",
    "US Naval Base Guantanamo Bay": "CU",
    "Clipperton Island": "FR",
    "Indian Ocean Territories": "AU",
    "Spratly Is.": "x-spratly",
}
# The source files these under their sovereign; ISO gives them codes of their own.
OVERSEAS = set("GF GP MQ RE YT PM BL MF NC PF WF TF BQ AW CW SX SJ BV PR VI GU AS MP CX CC NF HM TK CK NU".split())


COUNTRY_OF_NAME = {"Svalbard": "SJ", "Jan Mayen": "SJ", "Bouvet Island": "BV", "Paracel Islands": "x-paracel"}


class Places:
    """The places of the GeoNames table cities500, for finding those inside a polygon."""

    def __init__(self, path):
        lon, lat, country, admin1, population = [], [], [], [], []
        with open(path, encoding="utf-8") as file:
            for line in file:
                fields = line.rstrip("\n").split("\t")
                lat.append(float(fields[4]))
                lon.append(float(fields[5]))
                country.append(fields[8])
                admin1.append(fields[10])
                population.append(int(fields[14] or 0))
        order = numpy.argsort(lon, kind="stable")
        self.lon = numpy.array(lon)[order]
        self.lat = numpy.array(lat)[order]
        self.country = numpy.array(country)[order]
        self.population = numpy.array(population)[order]
        self.code = numpy.array([f"{c}.{a}" for c, a in zip(country, admin1)])[order]

    def inside(self, rings):
        """Indices of the places inside rings (lists of pairs in degrees, even-odd)."""
        xs = [x for ring in rings for x, _ in ring]
        ys = [y for ring in rings for _, y in ring]
        first, last = numpy.searchsorted(self.lon, [min(xs), max(xs)])
        index = numpy.arange(first, last)
        index = index[(self.lat[index] >= min(ys)) & (self.lat[index] <= max(ys))]
        if not len(index):
            return index
        x, y = self.lon[index], self.lat[index]
        odd = numpy.zeros(len(index), bool)
        for ring in rings:
            for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
                if ay != by:
                    crosses = (y < max(ay, by)) & (y >= min(ay, by))
                    odd ^= crosses & (x < ax + (y - ay) * (bx - ax) / (by - ay))
        return index[odd]

    def nearest_code(self, country, lon, lat, most_degrees):
        mine = numpy.nonzero(self.country == country)[0]
        if not len(mine):
            return ""
        dx = (self.lon[mine] - lon + 180) % 360 - 180
        distance = numpy.hypot(dx * numpy.cos(numpy.radians(lat)), self.lat[mine] - lat)
        best = mine[numpy.argmin(distance)]
        return self.code[best] if distance.min() <= most_degrees else ""


def vote(places, rings, country):
    """The GeoNames code of most places inside, those of `country` first; a place counts by the root of its people, so
    that neither one city nor many hamlets decide alone."""
    index = places.inside(rings)
    own = [i for i in index if places.country[i] == country]
    counts = collections.Counter()
    for i in own or index:
        if not places.code[i].endswith(".00"):
            counts[str(places.code[i])] += round(float(places.population[i] + 100) ** 0.5)
    if not counts:
        return ""
    return min(counts, key=lambda code: (-counts[code], code))


def slug(text):
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "unnamed"
