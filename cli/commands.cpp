#include "cli/command.hpp"

namespace dateline::cli {

/// The one table of commands: help, man pages, completion and dispatch read it.
const std::vector<CommandEntry>& commands() {
  static const std::vector<CommandEntry> table = {
      {"map", "Turn stories, or a ledger, into a cited map",
       "Reads the stories, finds the places and the reported movements and basing in them, groups what several stories say alike, and "
       "draws a map on which every mark carries a number and every number leads to a quoted sentence.\n\n"
       "The map shows what sources say. It verifies nothing, guesses no places and uses no network.",
       {{"dateline map story1.txt story2.html -o map.svg", "two stories to an editable picture"},
        {"dateline map wire/ --published 2024-10-18 --ledger far-east.ledger.json -o far-east.png", "a folder of undated stories, with the ledger"},
        {"dateline map far-east.ledger.json --style print -o far-east.pdf", "the same map from the ledger, in grey"}},
       make_map_command},
      {"extract", "Turn stories into a ledger of claims",
       "Writes the ledger: every claim with its quote and offsets, who says so, places with alternatives, events and conflicts. "
       "The same stories give the same bytes.",
       {{"dateline extract wire/*.txt -o far-east.ledger.json", "stories to a ledger"},
        {"dateline extract today/*.txt --into far-east.ledger.json", "new stories into an old ledger; what people decided is kept"},
        {"cat feed.jsonl | dateline extract - --ndjson", "a feed to one claim a line"}},
       make_extract_command},
      {"locate", "Find and resolve the places in stories",
       "Prints one JSON object a story: {\"id\", \"mentions\": [{\"start\", \"end\", \"surface\", \"kind\", \"lat\", \"lon\", \"place_id\", ...}]}. "
       "Offsets count Unicode code points. `kind` tells demonyms, metonyms and names inside organisations from places.",
       {{"dateline locate story.txt", "the places of a story"}, {"dateline locate --stream - < million.jsonl", "a stream of any length"}},
       make_locate_command},
      {"claims", "List the claims of a ledger or of stories",
       "On a terminal the table is cut to its width, and becomes blocks where it is too narrow; pipes and files get whole cells.",
       {{"dateline claims far-east.ledger.json --kind basing", "a table of one kind"}, {"dateline claims wire/*.txt --csv > claims.csv", "for a spreadsheet"}},
       make_claims_command},
      {"conflicts", "List where the sources disagree", "",
       {{"dateline conflicts far-east.ledger.json", "one disagreement a line"}, {"dateline conflicts wire/*.txt --kind quantity", "different numbers only"}}, make_conflicts_command},
      {"explain", "Show everything behind one number of a map",
       "Prints the quotes with their offsets and hashes, who says so and through whom, the words and rules that decided, how each place was "
       "chosen among its namesakes, and who denies or cannot confirm it. The ledger of a map is looked for beside it, by name, then by the document id that "
       "the map carries.",
       {{"dateline explain far-east.svg#3", "what stands behind number 3 of a map"}, {"dateline explain far-east.ledger.json 3", "the same from the ledger"}}, make_explain_command},
      {"review", "Accept, edit or reject claims, in the terminal or in a spreadsheet",
       "Shows each claim that nobody has reviewed: its quote in the story, how it is read, who says so. One key decides: a accept, e edit, r reject, n next, "
       "p previous, g go to, m note, u undo, q quit, ? help. Every decision is on the disk before the next key, in LEDGER.review beside the ledger, so that a lost "
       "connection loses nothing; at the end, or at the start of the next review, it is brought into the ledger. What was there before is "
       "kept in the claim. Two reviews of one ledger at a time are refused. If standard input is no terminal, each line is a key or an answer.\n\n"
       "With --csv-out and --csv-in the same is done in a spreadsheet: state, note, kind, status, low, high and the ids of places can be edited.\n\n"
       "The day of the review is --at, else SOURCE_DATE_EPOCH, else today in UTC.",
       {{"dateline review far-east.ledger.json --by 'R. Roe'", "claim after claim"},
        {"dateline review far-east.ledger.json --conflict any", "only what the sources disagree about"},
        {"dateline review far-east.ledger.json --csv-out claims.csv", "to a spreadsheet"},
        {"dateline review far-east.ledger.json --csv-in claims.csv --by 'R. Roe'", "and back"}},
       make_review_command},
      {"check", "Verify a ledger against its stories",
       "Every quote must stand in its story at its offsets, every story must still have its hash, every place must exist. "
       "Exit code 5 tells that a problem of the kinds in --fail-on was found.",
       {{"dateline check far-east.ledger.json", "quotes, hashes, places"}, {"dateline check l.ledger.json --fail-on quote,unreviewed", "a gate before publication"}},
       make_check_command},
      {"diff", "Compare two ledgers",
       "Lists the stories, claims, events and conflicts that came (+), went (-) and changed (~), field by field. A claim whose story was edited "
       "is found again by its words. Exit code 6 tells that the ledgers differ, 0 that they are the same.",
       {{"dateline diff monday.ledger.json tuesday.ledger.json", "what is new since yesterday"},
        {"dateline diff old.ledger.json new.ledger.json --json", "the same for a program"}},
       make_diff_command},
      {"verify", "Read the stories of a ledger again and compare",
       "Extracts every story of the ledger anew, with the ledger's pins and dates, and compares what comes out with what is written. What people "
       "decided in a review is taken from the ledger. Exit code 6 tells that something differs: a claim that the story does not give, a story that "
       "is missing or has another text, an event that was changed by hand.",
       {{"dateline verify far-east.ledger.json", "the stories are where the ledger says"}, {"dateline verify far-east.ledger.json --articles wire/", "the stories are in another folder"}},
       make_verify_command},
      {"report", "Write a report: map, numbered notes with quotes, conflicts, sources",
       "The ending chooses the format: .md, .html, .tex or .qmd. HTML is one file with the map in it that works offline; beside the others the map is "
       "written as NAME-map.svg, for LaTeX as NAME-map.pdf. The numbers are those of the map and of the ledger; quotes have 25 words at most; alt text "
       "and a long description are written from the data.",
       {{"dateline report far-east.ledger.json -o far-east.html", "one page to send or print"},
        {"dateline report wire/*.txt -o far-east.qmd", "stories to a Quarto document and its map"},
        {"dateline report far-east.ledger.json -o far-east.tex --no-map", "words only"}},
       make_report_command},
      {"cite", "Write the bibliography of a ledger",
       "One entry a story, as BibTeX (.bib) or CSL-JSON (.json). Keys are made of outlet, year and text, so that they stay when other stories are added. The note "
       "of an entry names the letter of the source list and the numbers of the map.",
       {{"dateline cite far-east.ledger.json -o far-east.bib", "for LaTeX"}, {"dateline cite far-east.ledger.json -o far-east.csl.json", "for pandoc, Quarto, Zotero"}},
       make_cite_command},
      {"places", "Show what each place name means and why",
       "Lists every name with the place chosen for it, the places it could also mean, their scores and the reasons. Of a ledger, the names that "
       "its claims use. With --json, one object a line: {\"surface\", \"story\", \"mention\", \"count\", \"pinned\", \"choice\", \"alternatives\"}.",
       {{"dateline places story.txt", "names, choices, reasons"}, {"dateline places far-east.ledger.json --unresolved", "names that have no place yet"}},
       make_places_command},
      {"places pin", "Settle what a name means",
       "Writes a pin into the ledger; everything else in the file stays byte for byte as it is. The pin decides when stories are next read into "
       "the ledger. For stories without a ledger give --pin NAME=ID or --pins FILE to the command that reads them.",
       {{"dateline places pin far-east.ledger.json Donetsk geonames:709717", "for all stories of the ledger"},
        {"dateline places pin far-east.ledger.json Donetsk geonames:709717 --story wire-3", "for one story"}},
       make_places_pin_command},
      {"export", "Write the marks of a map as GIS layers",
       "Writes the events as flat layers (movements, movement_arrows, sites, areas) and the record behind them as tables (claims, sources, citations, conflicts). "
       "The ending chooses the format: .gpkg and .sql hold all of them, .geojson, .fgb, .kml and .kmz the marks, .csv one table (the claims, unless --layer "
       "names another). The numbers are those of the map, the ids stay the same from run to run.\n\n"
       "A GeoPackage brings its styles, our base map around the marks and a QGIS project, once inside and once beside it as .qgz; a GeoJSON file gets a .qml "
       "of the same name. QGIS opens them looking like the printed map. The same ledger gives the same bytes.\n\n"
       "-o postgresql://user@host/name writes into a PostGIS database, in one transaction: tables are made if they are not there, rows are brought up to date by "
       "their ids. --sql prints the same as a script.\n\n"
       "--coarsen moves every place that is sharper to its town, its first-level division or its country. Quotes are left as they are.",
       {{"dateline export far-east.ledger.json -o far-east.gpkg", "everything, styled, with a QGIS project beside it"},
        {"dateline export wire/*.txt -o far-east.geojson", "the marks for the web, and their QGIS style"},
        {"dateline export far-east.ledger.json --coarsen admin -o far-east.kmz", "no place sharper than a first-level division"},
        {"dateline export far-east.ledger.json -o postgresql://desk@localhost/maps", "into PostGIS"}},
       make_export_command},
      {"tiles", "Make tiles of the map for web maps and GIS programs",
       "Makes a pyramid of tiles (XYZ, Web Mercator) of base map and events: pictures in the style, or vector tiles. The name of the output chooses what they are kept in: "
       "a folder z/x/y with TileJSON, an MBTiles database, a PMTiles file. Equal tiles are stored once.\n\n"
       "A run that is interrupted, in whatever way, goes on when the same command is given again; what is finished lies in OUTPUT.work until the archive is whole. The archive is the "
       "same byte for byte as that of an undisturbed run, for any number of threads and for any number of shards. Where the archive of the same job is there already, nothing is done.\n\n"
       "A style's sources of type dateline:ogr name GIS files, and with --databases PostGIS tables, that are drawn, too. With such a style and --basemap-only, only what the style draws is read.",
       {{"dateline tiles far-east.ledger.json -o far-east.pmtiles --zoom 0-8", "pictures in one file"},
        {"dateline tiles wire/*.txt -o tiles --format mvt --zoom 0-7 --bbox 100,30,180,70", "vector tiles in a folder, for MapLibre"},
        {"dateline tiles --basemap-only -o world.mbtiles --style dark --scale 2", "the base map for sharp screens"},
        {"dateline tiles far-east.ledger.json -o part-3.pmtiles --shard 3/8", "one of eight parts; dateline tiles merge puts them together"}},
       make_tiles_command},
      {"tiles merge", "Put archives of tiles together",
       "The shards of one job become the archive that one run would have written, byte for byte; shards that are missing, doubled or of another job are refused. Other archives may be "
       "merged, too, if they have no tile in common: a world to zoom 5 and one country to zoom 10, for example. Input and output may be of different kinds.",
       {{"dateline tiles merge part-*.pmtiles -o far-east.pmtiles", "all shards of a job"}, {"dateline tiles merge world.mbtiles -o world", "an archive as a folder"}},
       make_tiles_merge_command},
      {"serve", "Show the map in a browser and serve its tiles to other programs",
       "Serves a preview page with the map, the claims with their quotes, the stories and a choice of days, and tiles that are made when they are asked for: pictures in one and two "
       "sizes, vector tiles, TileJSON, a MapLibre style. An archive of tiles is served as it is; of a PMTiles file also any range of bytes.\n\n"
       "Only programs of this machine reach the server unless --host says otherwise; there is no login. Ctrl-C or SIGTERM stops it: requests that are running are finished, and the exit "
       "status is 0. docs/serve.md has the addresses.",
       {{"dateline serve far-east.ledger.json", "then open http://127.0.0.1:8080/"},
        {"dateline serve wire/*.txt --port 0 --json", "any free port; the address as JSON when it is ready"},
        {"dateline serve far-east.pmtiles", "an archive, whole, by range and by tile"},
        {"dateline serve --basemap-only --cache-dir ~/.cache/dateline-tiles", "the base map for QGIS, kept for the next time"}},
       make_serve_command},
      {"import", "Take edits of the table of claims from a GIS file back into the ledger",
       "Reads the layer `claims` of a GeoPackage, or a CSV file, that `dateline export` wrote and somebody edited, in QGIS or a spreadsheet. State, note, kind, status, low, high and "
       "the ids of places are taken; what was there before is kept in the claim, with the name of who changed it. Rows may be missing. Nothing else in the "
       "ledger changes.\n\n"
       "The day of the review is --at, else SOURCE_DATE_EPOCH, else today in UTC.",
       {{"dateline import far-east.ledger.json far-east.gpkg --by 'R. Roe'", "edits made in QGIS"}}, make_import_command},
      {"gazetteer build", "Build a place store from GeoNames' tables and from places of your own",
       "Starts from the shipped store, so that the new one holds all of it, and adds the places of GeoNames' allCountries.txt (or of one country's "
       "table), names by language from alternateNamesV2.txt, and your own places. A row that is a place the store has already brings its point, "
       "population and names up to date.\n\n"
       "Own places: CSV whose first row names the columns name, lat, lon and, if you like, id, aliases (separated by ;), kind or class, country, "
       "radius_m, population; or GeoJSON points with such properties. Their ids begin with own:.\n\n"
       "Rows that cannot be used are told with file and line and skipped. Memory stays under 2 GB for the whole dump; temporary files of about "
       "the size of the result lie beside it while it is built. The same inputs give the same bytes.\n\n"
       "Use the result with --gazetteer FILE, or put it as places.dgz into the folder that DATELINE_DATA names.",
       {{"dateline gazetteer build allCountries.txt --alternate-names alternateNamesV2.txt -o full.dgz", "all of GeoNames"},
        {"dateline gazetteer build --add bases.csv -o mine.dgz", "the shipped places and your own"}},
       make_gazetteer_build_command},
      {"gazetteer lookup", "Look a name up in the place store, or find what lies at a point", "",
       {{"dateline gazetteer lookup Blagoveshchensk", "all places of a name"}, {"dateline gazetteer lookup Донецк --country UA --json", "any script, one country, as JSON"},
        {"dateline gazetteer lookup --at 43.1,131.9", "the nearest places"}},
       make_gazetteer_lookup_command},
      {"gazetteer info", "Show what the place store holds and where it comes from", "",
       {{"dateline gazetteer info", "counts, sources, credits"}}, make_gazetteer_info_command},
      {"symbol", "Draw a military symbol by its code",
       "Draws symbols of APP-6 and MIL-STD-2525 (land, sea, air, subsurface, installations) from their codes: frame by identity, icon, echelon, "
       "status, headquarters, task force, dummy, exercise. docs/symbols.md has the list and the codes' digits.",
       {{"dateline symbol 10031000181211000000 -o brigade.svg", "a friendly infantry brigade"},
        {"dateline symbol --list", "what can be drawn"},
        {"dateline symbol --sheet -o symbols.png", "all of them in one picture"}},
       make_symbol_command},
      {"style export", "Write a theme or a house style for MapLibre or QGIS",
       "Writes the whole style, with everything that a house style takes from its theme, as MapLibre Style Specification v8. It styles Dateline's "
       "vector tiles in MapLibre, and can be given back to `dateline map --style`. With a target .qml it is the style of QGIS for sites, movements and areas.",
       {{"dateline style export --theme dark -o dark.json", "a theme to begin a style of one's own"},
        {"dateline style export -o war.ledger.qml", "the look of the marks, for a ledger that QGIS opens through the driver"},
        {"dateline style export --theme house.json --tiles https://maps.example.org/tiles.json", "a house style for the newsroom's web maps"},
        {"dateline style export --tiles https://maps.example.org/tiles.json --fonts fonts --glyphs 'https://maps.example.org/fonts/{fontstack}/{range}.pbf' -o style.json", "with the letters that MapLibre needs"}},
       make_style_export_command},
      {"style check", "Check a style file",
       "Says what is malformed or outside the format, with line and column. Of a good style it tells where text has too little contrast or marks look alike; "
       "that is advice and no error.",
       {{"dateline style check house.json", "before the style goes into production"}}, make_style_check_command},
  };
  return table;
}

}  // namespace dateline::cli
