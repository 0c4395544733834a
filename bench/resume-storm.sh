#!/bin/sh
# Trainings whose workers and their parent are killed (kill -9) six times at random moments, also while checkpoints are
# written, beside one that is not: by one worker, by two with ZeRO stage 1, and going on with other workers, stages and
# pipelines after each kill. All must end with the same weights.
#
# usage: resume-storm.sh [STEPS] [SEED]     Build first (any ./ayatori command does).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
lib=${AYATORI_LIB:-$root/dist/target/ayatori/lib/*}
java=${AYATORI_JAVA_HOME:-${JAVA_HOME:?a JDK 25}}/bin/java
steps=${1:-200}
seed=${2:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Steps of some tens of milliseconds, a checkpoint after every fifth.
train() {
    exec "$java" --enable-native-access=ALL-UNNAMED -cp "$lib" "$root/bench/TrainingRuns.java" \
        "$@" layers=4 width=128 heads=4 context=64 vocabulary=512 lanes=4 micro=2 "steps=$steps" checkpoint=5
}

newest() {
    ls "$1/checkpoints" 2>/dev/null | sed -n 's/^step-0*\([0-9]*\)$/\1/p' | sort -n | tail -n 1
}

# storm NAME "KEY=VALUE..." [...]: one setting after the other, a kill between
storm() {
    name=$1
    shift
    kills=0
    drafts=0
    while [ $kills -lt 6 ]; do
        before=$(newest "$work/$name")
        (train "$work/$name" $1) >"$work/$name.out" 2>"$work/$name.err" &
        parent=$!
        # Not before a new checkpoint, so that each kill finds something to go on from.
        while kill -0 $parent 2>/dev/null && [ "$(newest "$work/$name")" = "$before" ]; do
            sleep 0.05
        done
        seed=$(((seed * 1103515245 + 12345) % 2147483648))
        sleep "0.$(printf %03d $((seed / 65536 % 1000)))"
        workers=$(pgrep -P $parent || true)
        kill -9 $parent $workers 2>/dev/null || true
        wait $parent 2>/dev/null || true
        kills=$((kills + 1))
        [ -z "$(ls -d "$work/$name"/checkpoints/*.partial 2>/dev/null)" ] || drafts=$((drafts + 1))
        echo "  kill $kills after step $(newest "$work/$name"): $1"
        set -- "$@" "$1"
        shift
    done
    found=$(train "$work/$name" $1 2>"$work/$name.err")
    [ "$found" = "$expected" ] && same="same weights" || same="OTHER WEIGHTS ($found)"
    echo "$name: $kills kills, $drafts of them while a checkpoint was written: $same"
}

expected=$(train "$work/calm" 2>"$work/calm.err")
echo "undisturbed: $expected"
storm one "workers=1"
storm two "workers=2 zero=1"
storm changing "workers=2 zero=1" "workers=1" "workers=4 zero=3" "workers=2 zero=2" "workers=2 pipeline=2" "workers=4 pipeline=2 zero=1"
find "$work" -name 'hs_err*' -print | sed 's/^/crashed: /'
