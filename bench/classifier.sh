#!/bin/sh
# The classifier beside fastText's own program (Debian's package fasttext), in turn: training on labelled lines with several
# losses and n-grams, CPU seconds and F1 on held-out lines, then predicting with published models such as lid.176.ftz.
# usage: bench/classifier.sh TRAIN.txt TEST.txt MODEL TEXT.txt...
# Labelled lines from texts: java bench/LabelledLines.java 10000 TRAIN.txt TEST.txt LABEL=TEXTS.jsonl.gz ...
#
# fastText fills only as many tenths of its first weights as it has threads (the others stay 0), so it learns less on one
# thread. Its CPU seconds are those of one thread, and its F1 is told of one and of twelve, its default.
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

f1() { # OF MODEL
    "$ayatori" corpus classifier test "$2" "$test" | awk -v of="$1" '$1 == "micro" || $1 == "macro" { print of, $1, "F1", $5 }'
}

compare() { # OUR-LOSS THEIR-LOSS WORD-NGRAMS SHORTEST LONGEST
    echo "$1, words to $3, characters $4 to $5"
    for round in 1 2 3; do
        /usr/bin/time -f "ours: %U + %S CPU s" "$ayatori" corpus classifier train "$train" "$work/ours.bin" --loss "$1" \
            --word-ngrams "$3" --character-ngrams "$4" "$5" --buckets 200000 --dimensions 50 --seed $round >/dev/null
        for threads in 1 12; do
            /usr/bin/time -f "fasttext -thread $threads: %U + %S CPU s" fasttext supervised -input "$train" \
                -output "$work/theirs-$threads" -loss "$2" -wordNgrams "$3" -minn "$4" -maxn "$5" -bucket 200000 -dim 50 \
                -epoch 5 -lr 0.1 -thread $threads -seed $round -verbose 0
        done
        f1 ours "$work/ours.bin"
        f1 "fasttext -thread 1" "$work/theirs-1.bin"
        f1 "fasttext -thread 12" "$work/theirs-12.bin"
    done
}
compare softmax softmax 1 2 4
compare softmax softmax 2 0 0
compare hierarchical_softmax hs 1 2 4
compare one_versus_all ova 1 2 4

for text in "$@"; do
    "$java" -cp "$root/dist/target/ayatori/lib/*" "$root/bench/ClassifierSpeed.java" "$model" "$text"
    /usr/bin/time -f "fasttext: %U + %S CPU s" fasttext predict "$model" "$text" >/dev/null
done
