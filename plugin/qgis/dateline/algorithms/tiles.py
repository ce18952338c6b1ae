"""Ledger in, tiles out."""
import os

from qgis.core import (QgsProcessingContext, QgsProcessingException, QgsProcessingParameterBoolean, QgsProcessingParameterEnum, QgsProcessingParameterFileDestination,
                       QgsProcessingParameterNumber, QgsProject, QgsRasterLayer, QgsVectorTileLayer)

from .. import program
from ..text import tr
from .base import INPUT, OUTPUT, DatelineAlgorithm
from .map import LOAD

FORMAT, LEAST, MOST = "FORMAT", "MIN_ZOOM", "MAX_ZOOM"
FORMATS = ("png", "mvt")
DEEPEST = 16  # beyond it a map of regions has nothing to add, and its tiles fill disks


class Tiles(DatelineAlgorithm):
    NAME = "tiles"
    TITLE = "Tiles of a ledger"
    HELP = ("Cuts the map of a ledger into tiles for web maps and phones, in one MBTiles file: pictures, or vector tiles that are styled where they are shown. "
            "Each zoom level has four times the tiles of the one before.")

    def initAlgorithm(self, config=None):  # noqa: N802
        self.add_ledger()
        self.addParameter(QgsProcessingParameterEnum(FORMAT, tr("Tiles"), options=[tr("pictures (PNG)"), tr("vector tiles (MVT)")], defaultValue=0))
        self.addParameter(QgsProcessingParameterNumber(LEAST, tr("Smallest zoom level"), QgsProcessingParameterNumber.Integer, 0, minValue=0, maxValue=DEEPEST))
        self.addParameter(QgsProcessingParameterNumber(MOST, tr("Largest zoom level"), QgsProcessingParameterNumber.Integer, 8, minValue=0, maxValue=DEEPEST))
        self.addParameter(QgsProcessingParameterBoolean(LOAD, tr("Add the tiles to the map"), defaultValue=True))
        self.addParameter(QgsProcessingParameterFileDestination(OUTPUT, tr("Tiles"), "MBTiles (*.mbtiles)"))

    def processAlgorithm(self, parameters, context, feedback):  # noqa: N802
        least, most = (self.parameterAsInt(parameters, name, context) for name in (LEAST, MOST))
        if least > most:
            raise QgsProcessingException(tr("The smallest zoom level is above the largest"))
        target = self.parameterAsFileOutput(parameters, OUTPUT, context)
        if not target.lower().endswith(".mbtiles"):
            raise QgsProcessingException(tr("The output must end in {}").format(".mbtiles"))
        kind = FORMATS[self.parameterAsEnum(parameters, FORMAT, context)]
        program.run(["tiles", self.parameterAsFile(parameters, INPUT, context), "-o", target, "--zoom", f"{least}-{most}", "--format", kind, "--overwrite"], feedback)
        if self.parameterAsBool(parameters, LOAD, context):
            self.show(target, kind, context)
        return {OUTPUT: target}

    @staticmethod
    def show(target, kind, context):
        name = os.path.splitext(os.path.basename(target))[0]
        layer = QgsRasterLayer(target, name, "gdal") if kind == "png" else QgsVectorTileLayer(f"type=mbtiles&url={target}", name)
        if layer.isValid():
            context.temporaryLayerStore().addMapLayer(layer)
            context.addLayerToLoadOnCompletion(layer.id(), QgsProcessingContext.LayerDetails(name, context.project() or QgsProject.instance(), "tiles"))
