"""Single parts of the plugin in QGIS without a screen, told as JSON. Run with the Python that QGIS uses.

usage: plugin_parts.py algorithms | cancel LEDGER TARGET | tiles LEDGER TARGET | language CODE | look LEDGER"""
import json
import os
import sys
import threading
import time

sys.path[:0] = ["/usr/share/qgis/python/plugins", "/usr/share/qgis/python", os.environ["QGIS_PLUGINPATH"]]
from qgis.core import (QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsProject, QgsProviderRegistry,  # noqa: E402
                       QgsProviderSublayerDetails)
from qgis.PyQt.QtCore import QSettings  # noqa: E402

app = QgsApplication([], True)
app.initQgis()


def make_provider():
    from dateline.provider import DatelineProvider
    provider = DatelineProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    return provider


def algorithms():
    return {"names": sorted(a.name() for a in make_provider().algorithms())}


def run(name, parameters, feedback):
    algorithm = make_provider().algorithm(name).create()
    return algorithm.run(parameters, QgsProcessingContext(), feedback, catchExceptions=False)


def cancel(ledger, target):
    """Cancels an export once it tells its progress."""
    seen, when, feedback = [], [], QgsProcessingFeedback()
    feedback.progressChanged.connect(lambda percent: seen.append(percent))

    def when_it_runs():
        end = time.monotonic() + 90  # a busy machine is slow to start it
        while not seen and time.monotonic() < end:
            time.sleep(0.05)
        when.append(time.monotonic())
        feedback.cancel()

    threading.Thread(target=when_it_runs, daemon=True).start()
    try:
        run("export", {"INPUT": ledger, "OUTPUT": target}, feedback)
        message = ""
    except QgsProcessingException as error:
        message = str(error)
    return {"message": message, "seconds": time.monotonic() - when[0], "progress": seen}


def tiles(ledger, target):
    run("tiles", {"INPUT": ledger, "OUTPUT": target, "FORMAT": 1, "MIN_ZOOM": 2, "MAX_ZOOM": 5, "LOAD": False}, QgsProcessingFeedback())
    return {}


def language(code):
    QSettings().setValue("locale/userLocale", code)
    from dateline.text import load_translator
    translator = load_translator()  # noqa: F841 - it speaks as long as it lives
    algorithm = make_provider().algorithm("map")
    return {"title": algorithm.displayName(), "help": algorithm.shortHelpString()}


def look(ledger):
    """The ledger's layers before and after they are added to a project while the plugin is there."""
    from dateline.look import Look
    options = QgsProviderSublayerDetails.LayerOptions(QgsProject.instance().transformContext())
    layers = [s.toLayer(options) for s in QgsProviderRegistry.instance().querySublayers(ledger) if s.providerKey() == "ogr"]
    layers = [layer for layer in layers if layer.isSpatial()]
    renderers = lambda: {layer.name(): layer.renderer().type() for layer in layers}
    before, dresser = renderers(), Look()
    QgsProject.instance().addMapLayers(layers)
    told = {"before": before, "after": renderers(), "labels": {layer.name(): layer.labelsEnabled() for layer in layers}}
    dresser.close()
    return told


told = {"algorithms": algorithms, "cancel": cancel, "tiles": tiles, "language": language, "look": look}[sys.argv[1]](*sys.argv[2:])
print("REPORT " + json.dumps(told), flush=True)
os._exit(0)  # taking QGIS down without a screen may crash
