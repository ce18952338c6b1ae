#!/usr/bin/env python3
"""Holds every #include line against the include table of docs/architecture.md.

usage: check_includes.py SOURCE_DIR
       check_includes.py --self-test

Exit status 1 if a folder includes what it may not, or a third-party header stands outside its place."""
import pathlib, re, sys

MAY_INCLUDE = {
    "base": set(),
    "geo": {"base"}, "article": {"base"}, "styles": {"base"},
    "gazetteer": {"geo", "base"},
    "claims": {"article", "gazetteer", "geo", "base"},
    "render": {"styles", "geo", "base"},
    "features": {"claims", "gazetteer", "geo", "base"},
    "plugin": {"features", "claims", "geo", "base"},
    "pipeline": {"features", "claims", "article", "gazetteer", "render", "styles", "geo", "base"},
    "cli": {"pipeline", "base"},
}
# Third-party headers by their beginning -> folders whose detail/ may include them. CLI11 and JSON are allowed in any detail/.
ONLY_IN = {
    ("gdal", "ogr", "cpl_"): {"geo", "plugin"}, ("proj.h",): {"geo"},
    ("cairo", "pango", "fontconfig", "png.h"): {"render"},
    ("libxml",): {"article"}, ("openssl",): {"article", "gazetteer", "geo"}, ("libdeflate",): {"geo", "render"}, ("sqlite3",): {"geo"}, ("geos_c.h",): {"geo"},
    ("unicode/",): {"article", "gazetteer", "claims", "render"},
    ("nlohmann/",): {"article", "gazetteer", "claims", "styles", "geo", "pipeline", "cli"},
    ("simdjson",): {"claims"}, ("microhttpd",): {"pipeline"}, ("CLI/",): {"cli"}, ("zlib.h",): {"geo", "gazetteer", "pipeline", "render"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def problems_in(path, folder, text):
    """Lines of one file that break the table, as messages."""
    in_detail = "/detail/" in path
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        quoted, name = match.group(1) == '"', match.group(2)
        target = name.split("/")[0]
        if quoted:
            if target not in MAY_INCLUDE:
                found.append(f"{path}:{number}: '{name}' is not written from the root")
            elif target != folder and target not in MAY_INCLUDE[folder]:
                found.append(f"{path}:{number}: {folder} may not include {target}")
            elif "/detail/" in name and target != folder:
                found.append(f"{path}:{number}: '{name}' is private to {target}")
            continue
        for beginnings, folders in ONLY_IN.items():
            if name.startswith(beginnings) and not (folder in folders and in_detail):
                found.append(f"{path}:{number}: <{name}> belongs under detail/ of {', '.join(sorted(folders))}")
    return found


def self_test():
    assert problems_in("render/a.cpp", "render", '#include "claims/ledger.hpp"\n')
    assert problems_in("cli/a.cpp", "cli", '#include "geo/detail/proj_handles.hpp"\n')
    assert problems_in("render/a.cpp", "render", "#include <cairo.h>\n")
    assert problems_in("render/a.cpp", "render", '#include "draw.hpp"\n')
    assert not problems_in("render/detail/a.cpp", "render", '#include <cairo.h>\n#include "geo/box.hpp"\n#include <vector>\n')
    print("self-test: ok")


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    root = pathlib.Path(sys.argv[1])
    found = []
    files = 0
    for folder in MAY_INCLUDE:
        for path in sorted((root / folder).rglob("*.[ch]pp")):
            files += 1
            found += problems_in(str(path.relative_to(root)), folder, path.read_text(encoding="utf-8"))
    print(*found, sep="\n")
    print(f"{files} files, {len(found)} problems")
    sys.exit(1 if found or files == 0 else 0)


main()
