"""The Processing provider."""
import os

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from . import program, settings
from .algorithms.check import Check
from .algorithms.export import Export
from .algorithms.extract import Extract
from .algorithms.locate import Locate
from .algorithms.map import MapFromArticles
from .algorithms.tiles import Tiles
from .text import tr


class DatelineProvider(QgsProcessingProvider):
    def load(self):
        settings.add(self)
        self.refreshAlgorithms()
        return True

    def unload(self):
        settings.remove()

    def loadAlgorithms(self):  # noqa: N802
        offered = [MapFromArticles, Extract, Locate, Export, Check]
        if program.has_command("tiles"):  # an older program has none
            offered.append(Tiles)
        for algorithm in offered:
            self.addAlgorithm(algorithm())

    def id(self):
        return "dateline"

    def name(self):
        return "Dateline"

    def longName(self):  # noqa: N802
        return tr("Dateline (news stories as cited maps)")

    def icon(self):
        return QIcon(os.path.join(os.path.dirname(__file__), "icon.svg"))
