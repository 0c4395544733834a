#!/bin/sh
# 10,000 small steps with checkpoints and validation: resident memory of the workers each 1,000 steps, its growth after step
# 2,000, and whether a JVM crashed.
#
# usage: steady.sh [STEPS] [KEY=VALUE...]   such as steady.sh 10000 workers=2 zero=1 (keys: see TrainingRuns.java)
# Build first (any ./ayatori command does).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
lib=${AYATORI_LIB:-$root/dist/target/ayatori/lib/*}
java=${AYATORI_JAVA_HOME:-${JAVA_HOME:?a JDK 25}}/bin/java
steps=${1:-10000}
[ $# -eq 0 ] || shift
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

/usr/bin/time -f "%U s user, %S s system, %e s wall" \
    "$java" --enable-native-access=ALL-UNNAMED -cp "$lib" "$root/bench/TrainingRuns.java" "$folder" \
    "steps=$steps" checkpoint=500 validation=500 "memory=$((steps / 10))" "$@" | tee "$folder/out"
awk '/resident/ { m = 0; for (i = 3; i < NF - 1; i++) if ($i != "+") m += $i; n++; if (n == 2) first = m; last = m }
     END { printf "grew by %.2f %% after the second tenth\n", (last / first - 1) * 100 }' "$folder/out"
find "$folder" -name 'hs_err*' -print | sed 's/^/crashed: /'
