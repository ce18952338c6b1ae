"""Runs inside the QGIS desktop: opens a project, starts the plugin, explains the first movement, takes a picture of the window, opens a ledger,
unloads."""
import json
import os
import sys
import traceback

import qgis.utils
from qgis.core import QgsApplication, QgsCoordinateTransform, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QDockWidget

WISH = json.loads(os.environ["DATELINE_DESKTOP"])
told = {"errors": [], "providers": [], "explained": "", "unloaded": False}
sys.excepthook = lambda kind, value, trace: told["errors"].append("".join(traceback.format_exception(kind, value, trace)))
qgis.utils.showException = lambda kind, value, trace, message, *a, **k: told["errors"].append(str(message) + "".join(traceback.format_exception(kind, value, trace)))


def end():
    with open(WISH["result"], "w", encoding="utf-8") as f:
        json.dump(told, f)
    os._exit(0)


def step(work):
    try:
        work()
    except Exception:  # noqa: BLE001 - whatever it was belongs into the report
        told["errors"].append(traceback.format_exc())
        end()


def begin():
    qgis.utils.updateAvailablePlugins()
    qgis.utils.loadPlugin("dateline")
    qgis.utils.startPlugin("dateline")
    told["providers"] = [p.id() for p in QgsApplication.processingRegistry().providers()]
    qgis.utils.iface.addProject(WISH["project"])
    browser = qgis.utils.iface.mainWindow().findChild(QDockWidget, "Browser")
    if browser is not None:
        browser.close()
    layer = QgsProject.instance().mapLayersByName("Movements reported")[0]
    feature = min(layer.getFeatures(), key=lambda f: f["number"])
    plugin = qgis.utils.plugins["dateline"]
    plugin.explain.show(layer, feature)
    told["explained"] = plugin.explain.browser.toPlainText()
    QTimer.singleShot(1500, lambda: step(look))


def look():
    canvas = qgis.utils.iface.mapCanvas()
    box = canvas.extent()
    middle = QgsProject.instance().mapLayersByName("Places reported")[0]
    east = QgsCoordinateTransform(middle.crs(), canvas.mapSettings().destinationCrs(), QgsProject.instance()).transformBoundingBox(QgsRectangle(126, 41, 136, 51))
    canvas.setExtent(east if east.isFinite() else box)
    canvas.refresh()
    canvas.waitWhileRendering()
    QTimer.singleShot(3000, lambda: step(finish))


def finish():
    qgis.utils.iface.mapCanvas().waitWhileRendering()
    qgis.utils.iface.mainWindow().grab().save(WISH["shot"])
    ledger = qgis.utils.iface.addVectorLayer(WISH["ledger"] + "|layername=sites", "ledger", "ogr")
    QTimer.singleShot(1500, lambda: step(lambda: leave(ledger)))


def leave(ledger):
    told["ledger"] = [ledger.renderer().type(), ledger.labelsEnabled()]
    told["unloaded"] = bool(qgis.utils.unloadPlugin("dateline"))
    end()


QTimer.singleShot(1500, lambda: step(begin))
QTimer.singleShot(120000, end)
