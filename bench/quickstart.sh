#!/bin/sh
# Measures the main job in an empty folder: wall and CPU time, peak memory of the largest process, then a second run
# in which every stage must be up to date. Build first (any ./ayatori command does) so that the build is not measured.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
runs=$(mktemp -d)
"$root/ayatori" --version
/usr/bin/time -v "$root/ayatori" run "$root/recipes/quickstart.yaml" --runs "$runs"
/usr/bin/time -v "$root/ayatori" run "$root/recipes/quickstart.yaml" --runs "$runs"
echo "the run is in $runs"
