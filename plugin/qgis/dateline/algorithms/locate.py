"""Stories in, a layer of the places they mention out."""
import json

from qgis.core import (QgsCoordinateReferenceSystem, QgsFeature, QgsFeatureSink, QgsField, QgsFields, QgsGeometry, QgsPointXY, QgsProcessing, QgsProcessingException,
                       QgsProcessingParameterFeatureSink, QgsWkbTypes)
from qgis.PyQt.QtCore import QVariant

from .. import program
from ..text import tr
from .base import OUTPUT, DatelineAlgorithm

FIELDS = (("story", QVariant.String), ("surface", QVariant.String), ("start", QVariant.Int), ("end", QVariant.Int), ("kind", QVariant.String), ("place_id", QVariant.String),
          ("name", QVariant.String), ("country", QVariant.String), ("place_kind", QVariant.String), ("radius_m", QVariant.Double))


class Locate(DatelineAlgorithm):
    NAME = "locate"
    TITLE = "Locate places"
    HELP = ("Finds the place names in news stories and tells which place each means. One point a mention, with its offsets in the story (code points) and "
            "the radius within which the truth lies. Names of people and institutions, and words such as \"Russian\", are not points.")

    def initAlgorithm(self, config=None):  # noqa: N802
        self.add_stories("Stories: files or folders, one a line")
        self.add_date()
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("Places"), QgsProcessing.TypeVectorPoint))

    def processAlgorithm(self, parameters, context, feedback):  # noqa: N802
        fields = QgsFields()
        for name, kind in FIELDS:
            fields.append(QgsField(name, kind))
        sink, result = self.parameterAsSink(parameters, OUTPUT, context, fields, QgsWkbTypes.Point, QgsCoordinateReferenceSystem("EPSG:4326"))
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, OUTPUT))
        _, lines = program.run(["locate", *self.stories(parameters, context), *self.date(parameters, context)], feedback)
        for line in lines.splitlines():
            story = json.loads(line)
            for mention in story["mentions"]:
                if mention.get("lat") is not None and mention.get("lon") is not None and mention.get("kind") == "toponym":
                    sink.addFeature(self.feature(fields, story["id"], mention), QgsFeatureSink.FastInsert)
        return {OUTPUT: result}

    @staticmethod
    def feature(fields, story, mention):
        feature = QgsFeature(fields)
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(mention["lon"], mention["lat"])))
        feature.setAttributes([story] + [mention.get(name) for name, _ in FIELDS[1:]])
        return feature
