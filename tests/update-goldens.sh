#!/bin/sh
# Rewrites the expected display lists and pictures of tests/golden from what the program draws now. Look at every
# changed picture before committing it: git diff --stat tests/golden
set -eu
cd "$(dirname "$0")/.."
# shellcheck disable=SC2012  # the newest one: another preset's may be of another day
program=$(ls -t build/*/tests/render/render_tests 2>/dev/null | head -1)
[ -n "$program" ] || { echo "update-goldens: build the tests first (./dev build with the dev or ci preset)" >&2; exit 1; }
DATELINE_DATA="${program%/tests/*}/share/dateline" DATELINE_UPDATE_GOLDENS=1 LC_ALL=C.UTF-8 TZ=UTC "$program" "[golden]"
git --no-pager diff --stat -- tests/golden
