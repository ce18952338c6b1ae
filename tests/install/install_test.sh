#!/bin/sh
# usage: install_test.sh BUILD_DIR CONSUMER_DIR COMPILER SANITIZE
set -eu
build=$1 consumer=$2 compiler=$3 sanitize=$4
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cmake --install "$build" --prefix "$scratch/first" >/dev/null
mv "$scratch/first" "$scratch/moved"
unset DATELINE_DATA
cd "$scratch/moved"

for file in bin/dateline share/dateline/places.dgz share/dateline/basemap.dbm share/dateline/styles/light.json \
            share/man/man1/dateline-map.1 share/bash-completion/completions/dateline \
            include/dateline/geo/lonlat.hpp include/dateline/pipeline/picture.hpp; do
  [ -s "$file" ] || { echo "missing after installation: $file" >&2; exit 1; }
done
if find include -path '*detail*' | grep -q .; then echo "private headers were installed" >&2; exit 1; fi

# The moved program finds its data beside itself.
answer=$(./bin/dateline gazetteer lookup Ussuriysk)
case $answer in *geonames:*) ;; *) echo "the moved program finds no places" >&2; exit 1 ;; esac

cmake -G Ninja -S "$consumer" -B "$scratch/consumer" -DCMAKE_PREFIX_PATH="$scratch/moved" -DCMAKE_CXX_COMPILER="$compiler" \
  -DCMAKE_CXX_FLAGS="${sanitize:+-fsanitize=$sanitize}" >/dev/null
cmake --build "$scratch/consumer" >/dev/null
"$scratch/consumer/consumer"
