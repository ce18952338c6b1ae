#!/usr/bin/python3
"""Draws the same world pyramid with Mapnik and with Dateline and prints the ratio.

Both read the same data set, in the same style, at the same zooms, on this machine, one after the other. Every run is a process
of its own, so reading data and starting up are counted. How well two threads share the work shows as times by the clock and, where
other programs take their part of the cores, as cores kept busy. `--baseline` is the folder with mapnik_style.py and run_mapnik.py; the
data set is made by its prep_data.py. Tiles per CPU second are what is compared: they bear other programs on the machine; the
best of the runs counts for both.

  tiles_against_mapnik.py --baseline DIR --data DIR --program build/release/bench/render/tile_pyramid [--runs 3] [--zooms 0-6]
  tiles_against_mapnik.py --baseline DIR --data DIR --style-only OUT.json     only writes the style
"""
import argparse, json, os, subprocess, sys, tempfile

SHARE_OF_LINE = {3: 10, 4: 10, 5: 8, 6: 20 / 3}   # Mapnik's dash of 4 px in widths of its line


def step(values, scale=1.0):
    """{tile zoom: value} as a step over the style's zoom, which is one less."""
    zooms = sorted(values)
    out = ['step', ['zoom'], round(values[zooms[0]] * scale, 6)]
    for z in zooms[1:]:
        if values[z] * scale != out[-1]:
            out += [z - 1, round(values[z] * scale, 6)]
    return out if len(out) > 3 else out[2]


def make_style(base, data, form):
    """The numbers of mapnik_style.py in the words of a Dateline style."""
    sys.path.insert(0, base)
    import mapnik_style as S
    file = lambda name: f'{data}/{form}/{name}.{form}'
    sources, layers = {}, [{'id': 'sea', 'type': 'background', 'paint': {'background-color': S.SEA}}]
    lods = (('110m', 0, 2), ('50m', 3, 4), ('10m', 5, 6))
    for r, lo, hi in lods:
        for kind in ('land', 'borders'):
            sources[f'{kind}_{r}'] = {'type': 'dateline:ogr', 'path': file(f'{kind}_{r}'), 'minzoom': lo, 'maxzoom': hi}
    sources['admin1'] = {'type': 'dateline:ogr', 'path': file('admin1_lines'), 'minzoom': 3}
    sources['cities'] = {'type': 'dateline:ogr', 'path': file('cities_z6_3857')}
    for r, _, _ in lods:
        layers.append({'id': f'land-{r}', 'type': 'fill', 'source': f'land_{r}', 'paint': {'fill-color': S.LAND}})
        layers.append({'id': f'coast-{r}', 'type': 'line', 'source': f'land_{r}', 'layout': {'line-join': 'round'},
                       'paint': {'line-color': S.COAST, 'line-width': step(S.COAST_W)}})
    for lo, hi in ((3, 4), (5, 5), (6, 24)):
        on = SHARE_OF_LINE[lo]
        layers.append({'id': f'admin1-{lo}', 'type': 'line', 'source': 'admin1', 'minzoom': lo - 1, 'maxzoom': min(hi, 24),
                       'paint': {'line-color': S.ADMIN1, 'line-width': S.ADMIN1_W[lo], 'line-dasharray': [on, on / 2]}})
    for r, _, _ in lods:
        layers.append({'id': f'borders-{r}', 'type': 'line', 'source': f'borders_{r}', 'layout': {'line-join': 'round', 'line-cap': 'round'},
                       'paint': {'line-color': S.BORDER, 'line-width': step(S.BORDER_W)}})
    anchors = {'E': 'left', 'W': 'right', 'NE': 'bottom-left', 'SE': 'top-left', 'NW': 'bottom-right', 'SW': 'top-right', 'N': 'bottom', 'S': 'top'}
    cities = []
    for z in range(7):
        span = {'minzoom': max(0, z - 1), 'maxzoom': z if z < 6 else 24}
        if z == 0:
            continue                                   # tile zoom 0 shares zoom 1's layer: the style's zooms begin at 0
        common = {'source': 'cities', 'filter': ['>=', 'pop', S.POP[z]], **span}
        cities.append({'id': f'dots-{z}', 'type': 'circle', **common,
                       'paint': {'circle-color': S.DOT, 'circle-radius': S.DOT_D[z] / 2 - .25, 'circle-stroke-color': '#ffffff', 'circle-stroke-width': .5}})
        cities.append({'id': f'names-{z}', 'type': 'symbol', **common,
                       'layout': {'text-field': ['get', 'name'], 'text-font': ['DejaVu Sans Book'], 'text-size': S.SIZE[z], 'text-padding': 0,
                                  'text-max-width': 100, 'text-variable-anchor': [anchors[p] for p in S.PLACES.split(',')],
                                  'text-radial-offset': (S.DOT_D[z] / 2 + 2) / S.SIZE[z], 'symbol-sort-key': ['-', ['get', 'pop']]},
                       'paint': {'text-color': S.TEXT, 'text-halo-color': S.HALO, 'text-halo-width': S.HALO_R}})
    layers += [c for c in cities if c['type'] == 'circle'] + [c for c in cities if c['type'] == 'symbol']
    colors = {n: '#000000' for n in ('ink', 'muted', 'rule', 'mark', 'denied', 'withdrawn', 'tint', 'badge')}
    colors.update({'paper': '#ffffff', 'badge-text': '#ffffff', 'land': S.LAND, 'water': S.SEA})
    sizes = {n: 12 for n in ('title', 'subtitle', 'note-heading', 'note', 'fine', 'country', 'label', 'context', 'small', 'badge')}
    return {'version': 8, 'name': 'Common data set', 'sources': sources, 'layers': layers,
            'metadata': {'dateline:font': ['DejaVu Sans', 'Noto Sans'], 'dateline:colors': colors, 'dateline:sizes': sizes}}


def last_json(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f'{command[0]} failed:\n{done.stderr}')
    return json.loads(done.stdout.strip().splitlines()[-1])


def mapnik(a, encoding, procs):
    form = 'png8:m=h' if encoding == 'palette' else 'png32:z=1'
    row = last_json(['/usr/bin/python3', os.path.join(a.baseline, 'run_mapnik.py'), 'tiles', '--data', a.data, '--runs', '1', '--zooms', a.zooms,
                     '--procs', str(procs), '--metatile', '8', '--solid', '--format', form])
    return row['median']


def dateline(a, style, encoding, threads):
    first, _, last = a.zooms.partition('-')
    return last_json([a.program, '--style', style, '--first', first, '--last', last or first, '--threads', str(threads), '--encoding', encoding])


def best(rows, key):
    return max(r[key] for r in rows)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--baseline', required=True); ap.add_argument('--data', required=True)
    ap.add_argument('--program'); ap.add_argument('--runs', type=int, default=3); ap.add_argument('--zooms', default='0-6')
    ap.add_argument('--source', default='fgb', choices=['fgb', 'shp', 'gpkg']); ap.add_argument('--style-only')
    a = ap.parse_args()
    style = make_style(a.baseline, os.path.abspath(a.data), a.source)
    if a.style_only:
        json.dump(style, open(a.style_only, 'w'), indent=1)
        return
    path = os.path.join(tempfile.mkdtemp(), 'common.json')
    json.dump(style, open(path, 'w'), indent=1)
    worst = None
    print(f'{"":22}{"tiles/CPU s":>12}{"tiles/s":>10}{"bytes/tile":>12}{"peak MB":>9}')
    for encoding in ('palette', 'rgba'):
        theirs, ours, both = [], [], []
        for _ in range(a.runs):                        # in turn, so that a noisy minute does not fall on one of them
            theirs.append(mapnik(a, encoding, 1))
            ours.append(dateline(a, path, encoding, 1))
            both.append(dateline(a, path, encoding, 2))
        for name, rows in (('Mapnik ' + encoding, theirs), ('Dateline ' + encoding, ours), ('  on two cores', both)):
            peak = min(r['peak_rss_mb'] for r in rows)
            print(f'{name:22}{best(rows, "tiles_per_cpu_s"):12.0f}{best(rows, "tiles_per_s"):10.0f}{rows[0]["bytes"] / rows[0]["tiles"]:12.0f}{peak:9.0f}')
        ratio = best(ours, 'tiles_per_cpu_s') / best(theirs, 'tiles_per_cpu_s')
        print(f'{"":22}{ratio:.1f} times Mapnik per core; {best(both, "tiles_per_s") / best(ours, "tiles_per_s"):.2f} times on two cores, '
              f'{max(r["cpu"] / r["wall"] for r in both):.2f} of them busy', flush=True)
        worst = ratio if worst is None else min(worst, ratio)
    print(f'at least {worst:.1f} times Mapnik')
    sys.exit(0 if worst >= 5 else 1)


main()
