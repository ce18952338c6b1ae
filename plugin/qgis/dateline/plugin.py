"""The plugin: its Processing provider, and in the desktop the action that explains a mark."""
import os

from qgis.core import QgsApplication

from .provider import DatelineProvider
from .text import load_translator, tr


class DatelinePlugin:
    def __init__(self, iface):
        self.iface = iface
        self.provider = None
        self.explain = None
        self.look = None
        self.translator = load_translator()

    def initProcessing(self):  # noqa: N802
        """Called alone by qgis_process, which has no desktop."""
        if self.provider is None:
            self.provider = DatelineProvider()
            QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self):  # noqa: N802
        self.initProcessing()
        from qgis.PyQt.QtGui import QIcon
        from qgis.PyQt.QtWidgets import QAction

        from .explain import ExplainTool
        from .look import Look
        self.look = Look()
        icon = QIcon(os.path.join(os.path.dirname(__file__), "icon.svg"))
        self.action = QAction(icon, tr("Explain this claim"), self.iface.mainWindow())
        self.action.setObjectName("datelineExplain")
        self.action.setCheckable(True)
        self.action.setToolTip(tr("Click a mark: its quotes, who says so and through whom, and who denies it"))
        self.explain = ExplainTool(self.iface, self.action)
        self.action.triggered.connect(self.explain.activate_tool)
        self.iface.addToolBarIcon(self.action)
        self.iface.addPluginToVectorMenu("Dateline", self.action)

    def unload(self):
        if self.look is not None:
            self.look.close()
            self.look = None
        if self.explain is not None:
            self.explain.close()
            self.iface.removeToolBarIcon(self.action)
            self.iface.removePluginVectorMenu("Dateline", self.action)
            self.explain = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
