"""Stories in, styled layers out."""
import os

from qgis.core import QgsProcessingException, QgsProcessingParameterBoolean, QgsProcessingParameterEnum, QgsProcessingParameterFileDestination

from .. import program
from ..text import tr
from .base import OUTPUT, DatelineAlgorithm, load_when_done

LEDGER, THEME, COARSEN, LOAD = "LEDGER", "THEME", "COARSEN", "LOAD"
THEMES = ("light", "dark", "print", "colour-blind")
LEVELS = ("none", "city", "admin", "country")


class MapFromArticles(DatelineAlgorithm):
    NAME = "map"
    TITLE = "Map from articles"
    HELP = ("Reads news stories and puts what they report on the map: movements, sites and areas, each with its number, quote, source and link. "
            "Name text or HTML files or folders of them, one a line. The result is a GeoPackage with styled layers, tables of claims, sources and citations, "
            "a base map and a QGIS project. The ledger is the record that can be checked, reviewed and cited. Reports are not independently verified.")

    def initAlgorithm(self, config=None):  # noqa: N802
        self.add_stories("Stories: files or folders, one a line")
        self.add_date()
        self.addParameter(QgsProcessingParameterEnum(THEME, tr("Theme"), options=list(THEMES), defaultValue=0))
        self.addParameter(QgsProcessingParameterEnum(COARSEN, tr("Sharpest place told"), options=[tr("as in the story"), tr("town"), tr("first-level division"), tr("country")], defaultValue=0))
        self.addParameter(QgsProcessingParameterBoolean(LOAD, tr("Add the layers to the map"), defaultValue=True))
        self.addParameter(QgsProcessingParameterFileDestination(LEDGER, tr("Ledger"), tr("Ledgers (*.ledger.json)"), optional=True, createByDefault=False))
        self.addParameter(QgsProcessingParameterFileDestination(OUTPUT, tr("GeoPackage"), "GeoPackage (*.gpkg)"))

    def processAlgorithm(self, parameters, context, feedback):  # noqa: N802
        files = self.stories(parameters, context)
        package = self.parameterAsFileOutput(parameters, OUTPUT, context)
        if not package.lower().endswith(".gpkg"):
            raise QgsProcessingException(tr("The output must end in {}").format(".gpkg"))
        ledger = self.parameterAsFileOutput(parameters, LEDGER, context) or os.path.splitext(package)[0] + ".ledger.json"
        program.run(["extract", *files, *self.date(parameters, context), "-o", ledger, "--overwrite"], feedback)
        theme = THEMES[self.parameterAsEnum(parameters, THEME, context)]
        level = LEVELS[self.parameterAsEnum(parameters, COARSEN, context)]
        program.run(["export", ledger, "-o", package, "--style", theme, "--coarsen", level, "--overwrite"], feedback)
        if self.parameterAsBool(parameters, LOAD, context):
            load_when_done(package, context)
        return {OUTPUT: package, LEDGER: ledger}
