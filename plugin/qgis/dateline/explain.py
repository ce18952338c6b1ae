"""The action "Explain this claim": click a mark, read its sentence."""
from qgis.gui import QgsMapToolIdentify
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDockWidget, QTextBrowser

from . import citations
from .text import tr


class ExplainTool(QgsMapToolIdentify):
    def __init__(self, iface, action):
        super().__init__(iface.mapCanvas())
        self.iface = iface
        self.setAction(action)
        self.dock = None
        self.browser = None

    def activate_tool(self, checked=True):
        if checked:
            self.iface.mapCanvas().setMapTool(self)
        else:
            self.iface.mapCanvas().unsetMapTool(self)

    def canvasReleaseEvent(self, event):  # noqa: N802
        layers = [layer for layer in self.iface.mapCanvas().layers() if citations.is_mark_layer(layer)]
        if not layers:
            self.iface.messageBar().pushInfo("Dateline", tr("No layer of Dateline is on the map"))
            return
        found = self.identify(event.x(), event.y(), layers, QgsMapToolIdentify.TopDownAll)
        if not found:
            self.iface.messageBar().pushInfo("Dateline", tr("Nothing is reported here; click on a line, a circle or an area"))
            return
        self.show(found[0].mLayer, found[0].mFeature)

    def show(self, layer, feature):
        if self.dock is None:
            self.dock = QDockWidget(tr("Dateline: what stands behind it"), self.iface.mainWindow())
            self.dock.setObjectName("datelineExplainDock")
            self.browser = QTextBrowser(self.dock)
            self.browser.setOpenExternalLinks(True)
            self.dock.setWidget(self.browser)
            self.iface.addDockWidget(Qt.RightDockWidgetArea, self.dock)
        self.browser.setHtml(citations.to_html(layer, feature))
        self.dock.show()

    def close(self):
        self.iface.mapCanvas().unsetMapTool(self)
        if self.dock is not None:
            self.iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None
