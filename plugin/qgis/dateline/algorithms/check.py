"""Ledger in, verdict out."""
import json

from qgis.core import QgsProcessingOutputNumber, QgsProcessingOutputString, QgsProcessingParameterFile

from .. import program
from ..text import tr
from .base import INPUT, DatelineAlgorithm

ARTICLES, PROBLEMS, REPORT = "ARTICLES", "PROBLEMS", "REPORT"
FOUND_PROBLEMS = 5  # the program's exit code
SERIOUS = ("quote", "hash", "place", "missing")


class Check(DatelineAlgorithm):
    NAME = "check"
    TITLE = "Check a ledger"
    HELP = ("Holds every quote of a ledger against its story: each must stand there word for word at its place, and the stories must be the ones that were read. "
            "Problems are listed in the log and counted; they do not stop a model.")

    def initAlgorithm(self, config=None):  # noqa: N802
        self.add_ledger()
        self.addParameter(QgsProcessingParameterFile(ARTICLES, tr("Folder of the stories"), behavior=QgsProcessingParameterFile.Folder, optional=True))
        self.addOutput(QgsProcessingOutputNumber(PROBLEMS, tr("Problems")))
        self.addOutput(QgsProcessingOutputString(REPORT, tr("Report")))

    def processAlgorithm(self, parameters, context, feedback):  # noqa: N802
        folder = self.parameterAsFile(parameters, ARTICLES, context)
        arguments = ["check", self.parameterAsFile(parameters, INPUT, context), "--json", "--fail-on", ",".join(SERIOUS)] + (["--articles", folder] if folder else [])
        _, text = program.run(arguments, feedback, good=(0, FOUND_PROBLEMS))
        counts = json.loads(text)["problems"]
        for kind, count in counts.items():
            (feedback.pushWarning if kind in SERIOUS and count else feedback.pushInfo)(f"{kind}: {count}")
        return {PROBLEMS: sum(counts.get(kind, 0) for kind in SERIOUS), REPORT: text}
