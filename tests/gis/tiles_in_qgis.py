"""Opens tiles in QGIS as a layer and draws it. Runs under Debian's own Python; prints one line "REPORT {json}".

usage: tiles_in_qgis.py KIND SOURCE PICTURE    KIND: xyz, mbtiles, vector-mbtiles, vector-xyz"""
import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from qgis.core import (QgsApplication, QgsCoordinateReferenceSystem, QgsMapRendererSequentialJob, QgsMapSettings, QgsProject, QgsRasterLayer, QgsRectangle,  # noqa: E402
                       QgsVectorTileLayer)
from qgis.PyQt.QtCore import QSize  # noqa: E402

kind, source, picture = sys.argv[1:4]
app = QgsApplication([], False)
app.initQgis()
if kind == "xyz":
    layer = QgsRasterLayer(f"type=xyz&url=file://{source}/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmin=0&zmax=4", "tiles", "wms")
elif kind == "mbtiles":
    layer = QgsRasterLayer(source, "tiles", "gdal")
elif kind == "vector-mbtiles":
    layer = QgsVectorTileLayer(f"type=mbtiles&url={source}", "tiles")
else:
    layer = QgsVectorTileLayer(f"type=xyz&url=file://{source}/%7Bz%7D/%7Bx%7D/%7By%7D.mvt&zmin=0&zmax=4", "tiles")
report = {"valid": layer.isValid(), "crs": layer.crs().authid()}
QgsProject.instance().addMapLayer(layer)
settings = QgsMapSettings()
settings.setLayers([layer])
settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
settings.setExtent(QgsRectangle(13_000_000, 4_000_000, 16_500_000, 7_500_000))  # the Far East
settings.setOutputSize(QSize(600, 600))
job = QgsMapRendererSequentialJob(settings)
job.start()
job.waitForFinished()
image = job.renderedImage()
image.save(picture)
report["colours"] = len({image.pixel(x, y) for x in range(0, 600, 3) for y in range(0, 600, 3)})
report["errors"] = [str(e.message) for e in job.errors()]
print("REPORT " + json.dumps(report), flush=True)
os._exit(0)  # taking a tile layer down off-screen crashes QGIS 3.22
