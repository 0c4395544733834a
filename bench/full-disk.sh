#!/bin/sh
# A training on a disk that fills up while checkpoints are written, with the moments in memory and in mapped files: what it
# says, what it leaves, and that it ends with the same weights once there is room again. Mounts a small tmpfs: needs root.
#
# usage: full-disk.sh     Build first (any ./ayatori command does).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
lib=${AYATORI_LIB:-$root/dist/target/ayatori/lib/*}
java=${AYATORI_JAVA_HOME:-${JAVA_HOME:?a JDK 25}}/bin/java
work=$(mktemp -d)
disk=$work/disk
mkdir "$disk"
mount -t tmpfs -o size=8m none "$disk"
trap 'umount "$disk"; rm -rf "$work"' EXIT

train() {
    "$java" --enable-native-access=ALL-UNNAMED -cp "$lib" "$root/bench/TrainingRuns.java" "$@"
}

expected=$(train "$work/calm" steps=3000 checkpoint=100 2>"$work/calm.err")
for ondisk in 0 1; do
    folder=$disk/run$ondisk
    train "$folder" steps=3000 checkpoint=100 "ondisk=$ondisk" >"$work/out" 2>"$work/err" &
    training=$!
    until ls "$folder"/checkpoints/step-000?00 >/dev/null 2>&1; do
        sleep 0.1
    done
    dd if=/dev/zero of="$disk/filler" bs=4k >/dev/null 2>&1 || true
    code=0
    wait "$training" || code=$?
    echo "== ondisk=$ondisk: full disk, exit code $code, said:"
    cut -c 1-300 "$work/err"
    ls "$folder" "$folder/checkpoints"
    code=0
    train "$folder" steps=3000 checkpoint=100 "ondisk=$ondisk" >"$work/out" 2>"$work/err" || code=$?
    echo "== run again on the full disk, exit code $code, said:"
    cut -c 1-300 "$work/err"
    rm "$disk/filler"
    train "$folder" steps=3000 checkpoint=100 "ondisk=$ondisk" >"$work/out" 2>"$work/err"
    echo "== with room again:"
    grep "goes on" "$work/err"
    if [ "$(cat "$work/out")" = "$expected" ]; then echo "same weights"; else echo "OTHER WEIGHTS"; fi
    find "$disk" -name 'hs_err*' -print | sed 's/^/crashed: /'
    rm -rf "$folder"
done
