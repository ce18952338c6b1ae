"""Stories in, ledger out."""
from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterFile, QgsProcessingParameterFileDestination

from .. import program
from ..text import tr
from .base import OUTPUT, DatelineAlgorithm

INTO, COUNT = "INTO", "CLAIMS"


class Extract(DatelineAlgorithm):
    NAME = "extract"
    TITLE = "Extract claims"
    HELP = ("Reads news stories and writes a ledger: every claim of a movement or of basing with its quote, who says so, when and where. "
            "With an old ledger the stories are merged into a copy of it, and what people decided is kept. The same stories give the same bytes.")

    def initAlgorithm(self, config=None):  # noqa: N802
        self.add_stories("Stories: files or folders, one a line")
        self.add_date()
        self.addParameter(QgsProcessingParameterFile(INTO, tr("Ledger to add the stories to"), fileFilter=tr("Ledgers (*.ledger.json)"), optional=True))
        self.addParameter(QgsProcessingParameterFileDestination(OUTPUT, tr("Ledger"), tr("Ledgers (*.ledger.json)")))
        self.addOutput(QgsProcessingOutputNumber(COUNT, tr("Claims")))

    def processAlgorithm(self, parameters, context, feedback):  # noqa: N802
        ledger = self.parameterAsFileOutput(parameters, OUTPUT, context)
        old = self.parameterAsFile(parameters, INTO, context)
        into = ["--into", old] if old else []
        program.run(["extract", *self.stories(parameters, context), *self.date(parameters, context), *into, "-o", ledger, "--overwrite"], feedback)
        _, lines = program.run(["claims", ledger, "--json"], feedback)
        return {OUTPUT: ledger, COUNT: len(lines.splitlines())}
