#!/bin/sh
# The classifier beside fastText's own program (Debian's package fasttext), one thread each, in turn: training on labelled
# lines and their F1, then predicting with a published model such as lid.176.ftz.
# usage: bench/classifier.sh TRAIN.txt TEST.txt MODEL TEXT.txt...
# Labelled lines from texts: java bench/LabelledLines.java 10000 TRAIN.txt TEST.txt LABEL=TEXTS.jsonl.gz ...
set -eu
[ $# -ge 4 ] || { sed -n '2,5p' "$0"; exit 2; }
train=$1 test=$2 model=$3
shift 3
root=$(cd "$(dirname "$0")/.." && pwd)
java=${JAVA_HOME:?set JAVA_HOME to a JDK 25 or newer}/bin/java
"$root/mvnw" -q -B -f "$root/pom.xml" -pl dist -am -DskipTests -Dspotless.check.skip package
ayatori="$root/ayatori"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$ayatori" --version # built before anything is measured
for round in 1 2 3 4 5; do
    echo "round $round"
    /usr/bin/time -f "ours: %U + %S CPU s" "$ayatori" corpus classifier train "$train" "$work/ours.bin" \
        --character-ngrams 2 4 --buckets 200000 --dimensions 50 >/dev/null
    /usr/bin/time -f "fasttext: %U + %S CPU s" fasttext supervised -input "$train" -output "$work/theirs" \
        -minn 2 -maxn 4 -bucket 200000 -dim 50 -epoch 5 -lr 0.1 -thread 1 -verbose 0
done
"$ayatori" corpus classifier test "$work/ours.bin" "$test"
fasttext test "$work/theirs.bin" "$test"
for text in "$@"; do
    "$java" -cp "$root/dist/target/ayatori/lib/*" "$root/bench/ClassifierSpeed.java" "$model" "$text"
    /usr/bin/time -f "fasttext: %U + %S CPU s" fasttext predict "$model" "$text" >/dev/null
done
