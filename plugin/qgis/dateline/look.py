"""Gives the layers of a ledger that is opened through GDAL the look of the map, labels included: QGIS takes colours from the features of a driver, but no labels."""
import os
import subprocess
import tempfile

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer

from . import citations, program


class Look:
    def __init__(self):
        self.folder = None
        self.is_open = True
        QgsProject.instance().layersAdded.connect(self.added)

    def close(self):
        self.is_open = False
        QgsProject.instance().layersAdded.disconnect(self.added)
        if self.folder is not None:
            self.folder.cleanup()
            self.folder = None

    def added(self, layers):
        ids = [layer.id() for layer in layers]
        self.dress(ids)
        # The desktop gives a layer its default look only after it has told of it.
        QTimer.singleShot(0, lambda: self.dress(ids))

    def dress(self, ids):
        for layer in (QgsProject.instance().mapLayer(name) for name in ids):
            if self.is_open and layer is not None and self.is_bare(layer):
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
