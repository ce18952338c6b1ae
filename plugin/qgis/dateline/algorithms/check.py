"""Ledger in, verdict out."""
from qgis.core import QgsProcessingOutputNumber, QgsProcessingOutputString, QgsProcessingParameterFile

from .. import program
from ..text import tr
from .base import INPUT, DatelineAlgorithm

ARTICLES, PROBLEMS, REPORT = "ARTICLES", "PROBLEMS", "REPORT"
FOUND_PROBLEMS = 5  # the program's exit code


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
        arguments = ["check", self.parameterAsFile(parameters, INPUT, context)] + (["--articles", folder] if folder else [])
        code, text = program.run(arguments, feedback, good=(0, FOUND_PROBLEMS))
        lines = [line for line in text.splitlines() if line.strip()]
        for line in lines:
            feedback.pushWarning(line)
        return {PROBLEMS: len(lines) if code == FOUND_PROBLEMS else 0, REPORT: text}
