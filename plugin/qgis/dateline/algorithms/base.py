"""What the algorithms share: stories as input, results that are loaded with their own styles."""
import os

from qgis.core import (QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingException, QgsProcessingParameterFile,
                       QgsProcessingParameterString, QgsProject, QgsVectorLayer)

from ..text import tr

INPUT, PUBLISHED, OUTPUT = "INPUT", "PUBLISHED", "OUTPUT"
# Uppermost last: Processing puts each loaded layer on top of the others.
MARK_LAYERS = (("areas", "Areas reported"), ("movements", "Movements reported"), ("sites", "Places reported"))


class DatelineAlgorithm(QgsProcessingAlgorithm):
    """Name, words and help of an algorithm are class members."""

    NAME = TITLE = HELP = ""

    def name(self):
        return self.NAME

    def displayName(self):  # noqa: N802
        return tr(self.TITLE)

    def shortHelpString(self):  # noqa: N802
        return tr(self.HELP)

    def shortDescription(self):  # noqa: N802
        return tr(self.HELP).split(". ")[0] + "."

    def createInstance(self):  # noqa: N802
        return type(self)()

    def icon(self):
        return self.provider().icon() if self.provider() else super().icon()

    def helpUrl(self):  # noqa: N802
        return ""

    def tags(self):
        return [tr("news"), tr("stories"), tr("citations"), tr("claims")]

    # -- parameters that several algorithms have

    def add_stories(self, words):
        self.addParameter(QgsProcessingParameterString(INPUT, tr(words), multiLine=True))

    def stories(self, parameters, context):
        """The files, one a line, or with semicolons between."""
        text = self.parameterAsString(parameters, INPUT, context)
        files = [part.strip().strip('"') for line in text.splitlines() for part in line.split(";")]
        files = [f for f in files if f]
        if not files:
            raise QgsProcessingException(tr("No story is named: give files or folders, one a line"))
        for name in files:
            if not os.path.exists(name):
                raise QgsProcessingException(tr("There is no file {}").format(name))
            if name.startswith("-"):
                raise QgsProcessingException(tr("A name may not begin with a dash: {}").format(name))
        return files

    def add_date(self):
        self.addParameter(QgsProcessingParameterString(PUBLISHED, tr("Date of stories that carry none (YYYY-MM-DD)"), optional=True))

    def date(self, parameters, context):
        day = self.parameterAsString(parameters, PUBLISHED, context).strip()
        return ["--published", day] if day else []

    def add_ledger(self):
        self.addParameter(QgsProcessingParameterFile(INPUT, tr("Ledger"), fileFilter=tr("Ledgers (*.ledger.json);;All files (*)")))


def load_when_done(package, context):
    """Lets QGIS load the marks of a GeoPackage when the algorithm is done. Their styles are in the package."""
    for layer, title in MARK_LAYERS:
        source = f"{package}|layername={layer}"
        probe = QgsVectorLayer(source, title, "ogr")
        if probe.isValid() and probe.featureCount() > 0:
            details = QgsProcessingContext.LayerDetails(tr(title), context.project() or QgsProject.instance(), layer)
            context.temporaryLayerStore().addMapLayer(probe)
            context.addLayerToLoadOnCompletion(probe.id(), details)
