<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en">
<context>
    <name>Dateline</name>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Areas reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Movements reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Places reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>citations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>No story is named: give files or folders, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>There is no file {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>A name may not begin with a dash: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Date of stories that carry none (YYYY-MM-DD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Ledgers (*.ledger.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/check.py"/>
        <source>Check a ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/check.py"/>
        <source>Holds every quote of a ledger against its story: each must stand there word for word at its place, and the stories must be the ones that were read. Problems are listed in the log and counted; they do not stop a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/check.py"/>
        <source>Folder of the stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/check.py"/>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/check.py"/>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>Export a ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>Writes the marks of a ledger as GIS layers. The ending chooses the format: a GeoPackage holds all layers and tables, a base map and a project; GeoJSON, FlatGeobuf and KML the marks; CSV the claims. The numbers are those of the printed map, the ids stay the same from run to run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>Sharpest place told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>as in the story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>first-level division</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>town</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>Include deliveries of materiel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>Include history and what is only denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>Add the layers of a GeoPackage to the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/extract.py"/>
        <source>Extract claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/extract.py"/>
        <source>Reads news stories and writes a ledger: every claim of a movement or of basing with its quote, who says so, when and where. With an old ledger the stories are merged into a copy of it, and what people decided is kept. The same stories give the same bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/extract.py"/>
        <source>Stories: files or folders, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/extract.py"/>
        <source>Ledger to add the stories to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/extract.py"/>
        <source>Ledgers (*.ledger.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/extract.py"/>
        <source>Claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/locate.py"/>
        <source>Locate places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/locate.py"/>
        <source>Finds the place names in news stories and tells which place each means. One point a mention, with its offsets in the story (code points) and the radius within which the truth lies. Names of people and institutions, and words such as "Russian", are not points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/locate.py"/>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/map.py"/>
        <source>Map from articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/map.py"/>
        <source>Reads news stories and puts what they report on the map: movements, sites and areas, each with its number, quote, source and link. Name text or HTML files or folders of them, one a line. The result is a GeoPackage with styled layers, tables of claims, sources and citations, a base map and a QGIS project. The ledger is the record that can be checked, reviewed and cited. Reports are not independently verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/map.py"/>
        <source>Add the layers to the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/map.py"/>
        <source>GeoPackage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/map.py"/>
        <source>The output must end in {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/tiles.py"/>
        <source>Tiles of a ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/tiles.py"/>
        <source>Cuts the map of a ledger into tiles for web maps and phones, in one MBTiles file: pictures, or vector tiles that are styled where they are shown. Each zoom level has four times the tiles of the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/tiles.py"/>
        <source>Tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/tiles.py"/>
        <source>pictures (PNG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/tiles.py"/>
        <source>vector tiles (MVT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/tiles.py"/>
        <source>Smallest zoom level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/tiles.py"/>
        <source>Largest zoom level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/tiles.py"/>
        <source>Add the tiles to the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../algorithms/tiles.py"/>
        <source>The smallest zoom level is above the largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../citations.py"/>
        <source>independent origins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../citations.py"/>
        <source>outlets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../citations.py"/>
        <source>characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../citations.py"/>
        <source>archived copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../citations.py"/>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../citations.py"/>
        <source>Reports, not independently verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../explain.py"/>
        <source>No layer of Dateline is on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../explain.py"/>
        <source>Nothing is reported here; click on a line, a circle or an area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../explain.py"/>
        <source>Dateline: what stands behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Explain this claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Click a mark: its quotes, who says so and through whom, and who denies it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../program.py"/>
        <source>The program dateline was not found. Install it, or name it under Settings, Options, Processing, Providers, Dateline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../program.py"/>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../program.py"/>
        <source>dateline ended with code {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../provider.py"/>
        <source>Dateline (news stories as cited maps)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../settings.py"/>
        <source>Program dateline (empty: found along PATH)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../settings.py"/>
        <source>Its data folder (empty: beside the program)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
