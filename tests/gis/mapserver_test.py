"""MapServer draws a ledger through the driver, in the colours and with the labels that the ledger's features carry."""
import os
import struct
import subprocess
import zlib

from support import DRIVERS, GisTest, main, need

MAP2IMG = need("map2img", "mapserver-bin")

MAPFILE = """MAP
  NAME "dateline"
  SIZE 600 500
  EXTENT 122 37 138 52
  IMAGETYPE PNG
  IMAGECOLOR 219 229 234
  PROJECTION "init=epsg:4326" END
  OUTPUTFORMAT NAME "png" DRIVER "AGG/PNG" IMAGEMODE RGB END
  # MapServer wants a symbol for each name that a feature's style may use.
  SYMBOL NAME "ogr-sym-3" TYPE ELLIPSE FILLED TRUE POINTS 1 1 END END
  SYMBOL NAME "ogr-sym-2" TYPE ELLIPSE FILLED FALSE POINTS 1 1 END END
  {layers}
END
"""
LAYER = 'LAYER NAME "{0}" TYPE {1} STATUS ON CONNECTIONTYPE OGR CONNECTION "{2}" DATA "{0}" STYLEITEM "AUTO" CLASS END END'


def pixels(png):
    """Rows of (r, g, b) of an 8-bit RGB picture that is not interlaced."""
    data, at, width, height = b"", 8, 0, 0
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at:at + 8])
        body = png[at + 8:at + 8 + size]
        if kind == b"IHDR":
            width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", body)
            assert (depth, colour, interlaced) == (8, 2, 0)
        elif kind == b"IDAT":
            data += body
        at += size + 12
    raw, stride, before, rows = zlib.decompress(data), width * 3, bytearray(width * 3), []
    for y in range(height):
        line = bytearray(raw[y * (stride + 1) + 1:(y + 1) * (stride + 1)])
        how = raw[y * (stride + 1)]
        for i in range(stride):
            a, b, c = (line[i - 3] if i > 2 else 0), before[i], (before[i - 3] if i > 2 else 0)
            nearest = min((abs(b - c), 0, a), (abs(a - c), 1, b), (abs(a + b - 2 * c), 2, c))[2]
            line[i] = (line[i] + (0, a, b, (a + b) // 2, nearest)[how]) & 255
        rows.append(line)
        before = line
    return rows


class MapServer(GisTest):
    def draw(self, name, layers):
        (self.folder / f"{name}.map").write_text(MAPFILE.format(layers="\n  ".join(LAYER.format(layer, kind, self.ledger) for layer, kind in layers)))
        env = {**os.environ, "GDAL_DRIVER_PATH": DRIVERS}
        done = subprocess.run([MAP2IMG, "-m", self.folder / f"{name}.map", "-o", self.folder / f"{name}.png"], capture_output=True, text=True, env=env, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return pixels((self.folder / f"{name}.png").read_bytes())

    @staticmethod
    def count(rows, colour):
        return sum(1 for row in rows for i in range(0, len(row), 3) if all(abs(row[i + k] - colour[k]) <= 6 for k in range(3)))

    def test_areas_lines_and_points_are_drawn_in_our_colours(self):
        areas = self.draw("areas", [("areas", "POLYGON")])
        self.assertGreater(self.count(areas, (240, 221, 208)), 3000)
        lines = self.draw("lines", [("movements", "LINE")])
        self.assertGreater(self.count(lines, (179, 32, 27)), 50)
        points = self.draw("points", [("sites", "POINT")])
        self.assertGreater(self.count(points, (179, 32, 27)), 100)
        self.assertGreater(self.count(points, (27, 27, 27)), 50)
        self.draw("all", [("areas", "POLYGON"), ("movements", "LINE"), ("sites", "POINT")])


main()
