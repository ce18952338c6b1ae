<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en" language="de">
<context>
    <name>Dateline</name>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Areas reported</source>
        <translation>Gemeldete Gebiete</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Movements reported</source>
        <translation>Gemeldete Bewegungen</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Places reported</source>
        <translation>Gemeldete Orte</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>citations</source>
        <translation>Belege</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>claims</source>
        <translation>Aussagen</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>news</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>stories</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>No story is named: give files or folders, one a line</source>
        <translation>Es ist kein Artikel angegeben: Dateien oder Ordner nennen, je Zeile einen</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>There is no file {}</source>
        <translation>Die Datei {} gibt es nicht</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>A name may not begin with a dash: {}</source>
        <translation>Ein Name darf nicht mit einem Bindestrich beginnen: {}</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Date of stories that carry none (YYYY-MM-DD)</source>
        <translation>Datum für Artikel ohne eigenes (JJJJ-MM-TT)</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Ledger</source>
        <translation>Register</translation>
    </message>
    <message>
        <location filename="../algorithms/base.py"/>
        <source>Ledgers (*.ledger.json);;All files (*)</source>
        <translation>Register (*.ledger.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../algorithms/check.py"/>
        <source>Check a ledger</source>
        <translation>Register prüfen</translation>
    </message>
    <message>
        <location filename="../algorithms/check.py"/>
        <source>Holds every quote of a ledger against its story: each must stand there word for word at its place, and the stories must be the ones that were read. Problems are listed in the log and counted; they do not stop a model.</source>
        <translation>Hält jedes Zitat eines Registers gegen seinen Artikel: Es muss dort Wort für Wort an seiner Stelle stehen, und die Artikel müssen die gelesenen sein. Beanstandungen stehen im Protokoll und werden gezählt; ein Modell halten sie nicht an.</translation>
    </message>
    <message>
        <location filename="../algorithms/check.py"/>
        <source>Folder of the stories</source>
        <translation>Ordner der Artikel</translation>
    </message>
    <message>
        <location filename="../algorithms/check.py"/>
        <source>Problems</source>
        <translation>Beanstandungen</translation>
    </message>
    <message>
        <location filename="../algorithms/check.py"/>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>Export a ledger</source>
        <translation>Register ausgeben</translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>Writes the marks of a ledger as GIS layers. The ending chooses the format: a GeoPackage holds all layers and tables, a base map and a project; GeoJSON, FlatGeobuf and KML the marks; CSV the claims. The numbers are those of the printed map, the ids stay the same from run to run.</source>
        <translation>Schreibt die Zeichen eines Registers als GIS-Layer. Die Endung bestimmt das Format: Ein GeoPackage enthält alle Layer und Tabellen, eine Grundkarte und ein Projekt; GeoJSON, FlatGeobuf und KML die Zeichen; CSV die Aussagen. Die Nummern sind die der gedruckten Karte, die Kennungen bleiben von Lauf zu Lauf gleich.</translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>Theme</source>
        <translation>Farbgebung</translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>Sharpest place told</source>
        <translation>Genaueste Ortsangabe</translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>as in the story</source>
        <translation>wie im Artikel</translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>country</source>
        <translation>Staat</translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>first-level division</source>
        <translation>oberste Verwaltungseinheit</translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>town</source>
        <translation>Ort</translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>Include deliveries of materiel</source>
        <translation>Lieferungen von Gerät einbeziehen</translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>Include history and what is only denied</source>
        <translation>Früheres und nur Bestrittenes einbeziehen</translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>Add the layers of a GeoPackage to the map</source>
        <translation>Layer eines GeoPackage zur Karte hinzufügen</translation>
    </message>
    <message>
        <location filename="../algorithms/export.py"/>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="../algorithms/extract.py"/>
        <source>Extract claims</source>
        <translation>Aussagen entnehmen</translation>
    </message>
    <message>
        <location filename="../algorithms/extract.py"/>
        <source>Reads news stories and writes a ledger: every claim of a movement or of basing with its quote, who says so, when and where. With an old ledger the stories are merged into a copy of it, and what people decided is kept. The same stories give the same bytes.</source>
        <translation>Liest Nachrichtenartikel und schreibt ein Register: jede Aussage über eine Bewegung oder Stationierung mit Zitat, Urheber, Zeit und Ort. Mit einem alten Register werden die Artikel in eine Kopie davon eingefügt, und was Menschen entschieden haben, bleibt. Gleiche Artikel ergeben gleiche Bytes.</translation>
    </message>
    <message>
        <location filename="../algorithms/extract.py"/>
        <source>Stories: files or folders, one a line</source>
        <translation>Artikel: Dateien oder Ordner, je Zeile einer</translation>
    </message>
    <message>
        <location filename="../algorithms/extract.py"/>
        <source>Ledger to add the stories to</source>
        <translation>Register, das die Artikel aufnehmen soll</translation>
    </message>
    <message>
        <location filename="../algorithms/extract.py"/>
        <source>Ledgers (*.ledger.json)</source>
        <translation>Register (*.ledger.json)</translation>
    </message>
    <message>
        <location filename="../algorithms/extract.py"/>
        <source>Claims</source>
        <translation>Aussagen</translation>
    </message>
    <message>
        <location filename="../algorithms/locate.py"/>
        <source>Locate places</source>
        <translation>Orte finden</translation>
    </message>
    <message>
        <location filename="../algorithms/locate.py"/>
        <source>Finds the place names in news stories and tells which place each means. One point a mention, with its offsets in the story (code points) and the radius within which the truth lies. Names of people and institutions, and words such as "Russian", are not points.</source>
        <translation>Findet die Ortsnamen in Nachrichtenartikeln und sagt, welcher Ort jeweils gemeint ist. Ein Punkt je Nennung, mit ihrer Stelle im Artikel (Codepunkte) und dem Umkreis, in dem die Wahrheit liegt. Namen von Menschen und Einrichtungen und Wörter wie "russisch" sind keine Punkte.</translation>
    </message>
    <message>
        <location filename="../algorithms/locate.py"/>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <location filename="../algorithms/map.py"/>
        <source>Map from articles</source>
        <translation>Karte aus Artikeln</translation>
    </message>
    <message>
        <location filename="../algorithms/map.py"/>
        <source>Reads news stories and puts what they report on the map: movements, sites and areas, each with its number, quote, source and link. Name text or HTML files or folders of them, one a line. The result is a GeoPackage with styled layers, tables of claims, sources and citations, a base map and a QGIS project. The ledger is the record that can be checked, reviewed and cited. Reports are not independently verified.</source>
        <translation>Liest Nachrichtenartikel und bringt auf die Karte, was sie melden: Bewegungen, Orte und Gebiete, jeweils mit Nummer, Zitat, Quelle und Link. Text- oder HTML-Dateien oder Ordner davon nennen, je Zeile einen. Das Ergebnis ist ein GeoPackage mit gestalteten Layern, Tabellen der Aussagen, Quellen und Belege, einer Grundkarte und einem QGIS-Projekt. Das Register ist der Nachweis, der sich prüfen, durchsehen und zitieren lässt. Meldungen sind nicht unabhängig geprüft.</translation>
    </message>
    <message>
        <location filename="../algorithms/map.py"/>
        <source>Add the layers to the map</source>
        <translation>Layer zur Karte hinzufügen</translation>
    </message>
    <message>
        <location filename="../algorithms/map.py"/>
        <source>GeoPackage</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <location filename="../algorithms/map.py"/>
        <source>The output must end in {}</source>
        <translation>Die Ausgabe muss auf {} enden</translation>
    </message>
    <message>
        <location filename="../algorithms/tiles.py"/>
        <source>Tiles of a ledger</source>
        <translation>Kacheln eines Registers</translation>
    </message>
    <message>
        <location filename="../algorithms/tiles.py"/>
        <source>Cuts the map of a ledger into tiles for web maps and phones, in one MBTiles file: pictures, or vector tiles that are styled where they are shown. Each zoom level has four times the tiles of the one before.</source>
        <translation>Zerlegt die Karte eines Registers in Kacheln für Webkarten und Telefone, in einer MBTiles-Datei: Bilder oder Vektorkacheln, die erst bei der Anzeige gestaltet werden. Jede Zoomstufe hat viermal so viele Kacheln wie die vorige.</translation>
    </message>
    <message>
        <location filename="../algorithms/tiles.py"/>
        <source>Tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <location filename="../algorithms/tiles.py"/>
        <source>pictures (PNG)</source>
        <translation>Bilder (PNG)</translation>
    </message>
    <message>
        <location filename="../algorithms/tiles.py"/>
        <source>vector tiles (MVT)</source>
        <translation>Vektorkacheln (MVT)</translation>
    </message>
    <message>
        <location filename="../algorithms/tiles.py"/>
        <source>Smallest zoom level</source>
        <translation>Kleinste Zoomstufe</translation>
    </message>
    <message>
        <location filename="../algorithms/tiles.py"/>
        <source>Largest zoom level</source>
        <translation>Größte Zoomstufe</translation>
    </message>
    <message>
        <location filename="../algorithms/tiles.py"/>
        <source>Add the tiles to the map</source>
        <translation>Kacheln zur Karte hinzufügen</translation>
    </message>
    <message>
        <location filename="../algorithms/tiles.py"/>
        <source>The smallest zoom level is above the largest</source>
        <translation>Die kleinste Zoomstufe liegt über der größten</translation>
    </message>
    <message>
        <location filename="../citations.py"/>
        <source>independent origins</source>
        <translation>unabhängige Quellen</translation>
    </message>
    <message>
        <location filename="../citations.py"/>
        <source>outlets</source>
        <translation>Medien</translation>
    </message>
    <message>
        <location filename="../citations.py"/>
        <source>characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <location filename="../citations.py"/>
        <source>archived copy</source>
        <translation>Archivkopie</translation>
    </message>
    <message>
        <location filename="../citations.py"/>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location filename="../citations.py"/>
        <source>Reports, not independently verified.</source>
        <translation>Meldungen, nicht unabhängig geprüft.</translation>
    </message>
    <message>
        <location filename="../explain.py"/>
        <source>No layer of Dateline is on the map</source>
        <translation>Auf der Karte liegt kein Layer von Dateline</translation>
    </message>
    <message>
        <location filename="../explain.py"/>
        <source>Nothing is reported here; click on a line, a circle or an area</source>
        <translation>Hier ist nichts gemeldet; auf eine Linie, einen Kreis oder ein Gebiet klicken</translation>
    </message>
    <message>
        <location filename="../explain.py"/>
        <source>Dateline: what stands behind it</source>
        <translation>Dateline: was dahintersteht</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Explain this claim</source>
        <translation>Diese Aussage erklären</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Click a mark: its quotes, who says so and through whom, and who denies it</source>
        <translation>Auf ein Zeichen klicken: die Zitate, wer es durch wen sagt und wer es bestreitet</translation>
    </message>
    <message>
        <location filename="../program.py"/>
        <source>The program dateline was not found. Install it, or name it under Settings, Options, Processing, Providers, Dateline.</source>
        <translation>Das Programm dateline wurde nicht gefunden. Bitte installieren oder unter Einstellungen, Optionen, Verarbeitung, Datenanbieter, Dateline angeben.</translation>
    </message>
    <message>
        <location filename="../program.py"/>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <location filename="../program.py"/>
        <source>dateline ended with code {}</source>
        <translation>dateline endete mit Code {}</translation>
    </message>
    <message>
        <location filename="../provider.py"/>
        <source>Dateline (news stories as cited maps)</source>
        <translation>Dateline (Nachrichten als belegte Karten)</translation>
    </message>
    <message>
        <location filename="../settings.py"/>
        <source>Program dateline (empty: found along PATH)</source>
        <translation>Programm dateline (leer: wird im PATH gesucht)</translation>
    </message>
    <message>
        <location filename="../settings.py"/>
        <source>Its data folder (empty: beside the program)</source>
        <translation>Sein Datenordner (leer: neben dem Programm)</translation>
    </message>
</context>
</TS>
