"""Gives the layers of a ledger that is opened through GDAL the look of the map, labels included: QGIS takes colours from the features of a driver, but no labels."""
import os
import subprocess
import tempfile

from qgis.core import QgsProject

from . import citations, program


class Look:
    def __init__(self):
        self.folder = None
        QgsProject.instance().layersAdded.connect(self.dress)

    def close(self):
        QgsProject.instance().layersAdded.disconnect(self.dress)
        if self.folder is not None:
            self.folder.cleanup()
            self.folder = None

    def dress(self, layers):
        for layer in layers:
            if self.is_bare(layer):
                style = self.style()
                if style is not None:
                    layer.loadNamedStyle(style)
                    layer.triggerRepaint()

    @staticmethod
    def is_bare(layer):
        """A layer of a ledger with no style of its own: neither a sidecar nor one that somebody chose."""
        return (citations.is_mark_layer(layer) and layer.isSpatial() and layer.dataProvider().storageType() == "DATELINE"
                and layer.renderer() is not None and layer.renderer().type() == "embeddedSymbol")

    def style(self):
        """The style's file, written by the program once; None without a program that can."""
        if self.folder is None:
            self.folder = tempfile.TemporaryDirectory(prefix="dateline-look-")
            path = program.settings.program()
            if path is not None:
                subprocess.run([path, "style", "export", "-o", self.path()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               env=program.environment(), timeout=10, check=False)
        return self.path() if os.path.exists(self.path()) else None

    def path(self):
        return os.path.join(self.folder.name, "marks.qml")
