"""Runs inside QGIS's Python: sets the review state of the first claim of a GeoPackage, as somebody does in the attribute table, and prints the claim's id.

  edit_in_qgis.py FILE.gpkg STATE
"""
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import QgsApplication, QgsVectorLayer  # noqa: E402  (the platform is read when Qt is loaded)

app = QgsApplication([], False)
app.initQgis()
claims = QgsVectorLayer(f"{sys.argv[1]}|layername=claims", "claims", "ogr")
if not claims.isValid():
    sys.exit(f"{sys.argv[1]} has no layer of claims")
first = next(claims.getFeatures())
state = claims.fields().indexFromName("state")
if not (claims.startEditing() and claims.changeAttributeValue(first.id(), state, sys.argv[2]) and claims.commitChanges()):
    sys.exit("; ".join(claims.commitErrors()))
print("EDITED", first["id"])
del claims
app.exitQgis()
