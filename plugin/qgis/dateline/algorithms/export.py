"""Ledger in, GIS file out."""
from qgis.core import QgsProcessingParameterBoolean, QgsProcessingParameterEnum, QgsProcessingParameterFileDestination

from .. import program
from ..text import tr
from .base import INPUT, OUTPUT, DatelineAlgorithm, load_when_done
from .map import COARSEN, LEVELS, LOAD, THEME, THEMES

ALL, TRANSFERS = "ALL", "TRANSFERS"
FORMATS = "GeoPackage (*.gpkg);;GeoJSON (*.geojson);;KML (*.kml);;KMZ (*.kmz);;CSV (*.csv);;FlatGeobuf (*.fgb);;PostGIS script (*.sql)"


class Export(DatelineAlgorithm):
    NAME = "export"
    TITLE = "Export a ledger"
    HELP = ("Writes the marks of a ledger as GIS layers. The ending chooses the format: a GeoPackage holds all layers and tables, a base map and a project; GeoJSON, FlatGeobuf and KML "
            "the marks; CSV the claims. The numbers are those of the printed map, the ids stay the same from run to run.")

    def initAlgorithm(self, config=None):  # noqa: N802
        self.add_ledger()
        self.addParameter(QgsProcessingParameterEnum(THEME, tr("Theme"), options=list(THEMES), defaultValue=0))
        self.addParameter(QgsProcessingParameterEnum(COARSEN, tr("Sharpest place told"), options=[tr("as in the story"), tr("town"), tr("first-level division"), tr("country")], defaultValue=0))
        self.addParameter(QgsProcessingParameterBoolean(TRANSFERS, tr("Include deliveries of materiel"), defaultValue=False))
        self.addParameter(QgsProcessingParameterBoolean(ALL, tr("Include history and what is only denied"), defaultValue=False))
        self.addParameter(QgsProcessingParameterBoolean(LOAD, tr("Add the layers of a GeoPackage to the map"), defaultValue=True))
        self.addParameter(QgsProcessingParameterFileDestination(OUTPUT, tr("File"), FORMATS))

    def processAlgorithm(self, parameters, context, feedback):  # noqa: N802
        target = self.parameterAsFileOutput(parameters, OUTPUT, context)
        arguments = ["export", self.parameterAsFile(parameters, INPUT, context), "-o", target, "--overwrite",
                     "--style", THEMES[self.parameterAsEnum(parameters, THEME, context)], "--coarsen", LEVELS[self.parameterAsEnum(parameters, COARSEN, context)]]
        for name, option in ((TRANSFERS, "--transfers"), (ALL, "--all")):
            if self.parameterAsBool(parameters, name, context):
                arguments.append(option)
        program.run(arguments, feedback)
        if target.lower().endswith(".gpkg") and self.parameterAsBool(parameters, LOAD, context):
            load_when_done(target, context)
        return {OUTPUT: target}
