#!/bin/sh
# Rewrites the expected display lists and pictures of tests/golden from what the program draws now. Look at every
# changed picture before committing it: git diff --stat tests/golden
set -eu
cd "$(dirname "$0")/.."
program=$(find build/release build/ci build/dev -type f -name render_tests 2>/dev/null | head -1)
[ -n "$program" ] || { echo "update-goldens: build the tests first (./dev build with the dev or ci preset)" >&2; exit 1; }
DATELINE_DATA="${program%/tests/*}/share/dateline" DATELINE_UPDATE_GOLDENS=1 LC_ALL=C.UTF-8 TZ=UTC "$program" "[golden]"
git --no-pager diff --stat -- tests/golden
