"""Opens a file in QGIS without a screen and tells what it finds, as JSON. Run with the Python that QGIS uses.

usage: open_in_qgis.py FILE OUT.png WIDTH HEIGHT [WEST SOUTH EAST NORTH]
       open_in_qgis.py PROJECT OUT.png layout

A project is drawn as it stands, in its own projection; of any other file all layers are drawn, points on top, with the styles that QGIS finds for them."""
import json
import os
import sys
import tempfile

home = tempfile.TemporaryDirectory(prefix="dateline-qgis-")
os.environ.update(QT_QPA_PLATFORM="offscreen", QGIS_CUSTOM_CONFIG_PATH=home.name, XDG_RUNTIME_DIR=home.name)
from qgis.core import (Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsExpressionContext, QgsExpressionContextUtils, QgsMapRendererParallelJob,  # noqa: E402
                       QgsMapSettings, QgsProject, QgsProviderRegistry, QgsProviderSublayerDetails, QgsRectangle, QgsRenderContext, QgsSymbol)
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

app = QgsApplication([], True)
app.initQgis()
project = QgsProject.instance()


def open_layers(name):
    if name.endswith(".qgz") or name.startswith("geopackage:"):
        assert project.read(name), "QGIS cannot read the project"
        return [n.layer() for n in project.layerTreeRoot().findLayers() if n.layer() is not None and n.isVisible()], len(project.layerTreeRoot().findLayers())
    found = QgsProviderRegistry.instance().querySublayers(name, Qgis.SublayerQueryFlag.ResolveGeometryType)
    options = QgsProviderSublayerDetails.LayerOptions(project.transformContext())
    options.loadDefaultStyle = False
    layers = [s.toLayer(options) for s in found if s.providerKey() == "ogr"]
    for layer in layers:
        if layer.isSpatial():
            layer.loadDefaultStyle()
    return sorted(layers, key=lambda layer: layer.geometryType()), len(layers)


def undrawn(layer):
    """Features that the style gives no symbol of their kind."""
    renderer, context = layer.renderer().clone(), QgsRenderContext.fromMapSettings(QgsMapSettings())
    context.setExpressionContext(QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer)))
    want, count = QgsSymbol.symbolTypeForGeometryType(layer.geometryType()), 0
    renderer.startRender(context, layer.fields())
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        count += feature.hasGeometry() and not any(s.type() == want for s in renderer.symbolsForFeature(feature, context))
    renderer.stopRender(context)
    return count


def draw(layers, target, size, extent):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setOutputSize(QSize(*size))
    crs = project.crs() if project.crs().isValid() and project.fileName() else QgsCoordinateReferenceSystem("EPSG:4326")
    settings.setDestinationCrs(crs)
    settings.setBackgroundColor(project.backgroundColor() if project.fileName() else QColor("white"))
    if extent:
        settings.setExtent(QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), crs, project).transformBoundingBox(QgsRectangle(*extent)))
    elif project.fileName():
        settings.setExtent(QgsRectangle(project.viewSettings().defaultViewExtent()))
    else:
        box = QgsRectangle()
        for layer in layers:
            box.combineExtentWith(layer.extent())
        settings.setExtent(box.buffered(1))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(target)
    return sorted({label.labelText for label in job.takeLabelingResults().allLabels()})


def main(name, target, width, height, *extent):
    layers, count = open_layers(name)
    spatial = [layer for layer in layers if layer.isSpatial()]
    told = {"layers": count, "labels": draw(spatial, target, (int(width), int(height)), [float(x) for x in extent]),
            "drawn": [{"name": layer.name(), "valid": layer.isValid(), "driver": layer.dataProvider().storageType(), "renderer": layer.renderer().type(),
                       "features": layer.featureCount(), "undrawn": undrawn(layer) if layer.renderer().type() == "RuleRenderer" else 0,
                       "tip": bool(layer.mapTipTemplate()), "actions": len(layer.actions().actions()), "temporal": layer.temporalProperties().isActive()} for layer in spatial]}
    print("REPORT " + json.dumps(told), flush=True)


def print_layout(name, target):
    """The project's print layout as a picture."""
    from qgis.core import QgsLayoutExporter
    assert project.read(name), "QGIS cannot read the project"
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 110
    settings.generateWorldFile = False
    layout = project.layoutManager().layoutByName("Dateline A4")
    done = QgsLayoutExporter(layout).exportToImage(target, settings)
    print("REPORT " + json.dumps({"done": done == QgsLayoutExporter.Success, "items": sorted(item.id() for item in layout.items() if getattr(item, "id", None) and item.id())}), flush=True)


if sys.argv[3] == "layout":
    print_layout(sys.argv[1], sys.argv[2])
else:
    main(*sys.argv[1:])
home.cleanup()
os._exit(0)  # taking QGIS down without a screen may crash
