#!/bin/sh
# What it costs to keep the documents of a sequence apart: a mask beside attention one by one, alternated, one thread.
# usage: bench/attention-masks.sh CLASSPATH
set -eu
[ $# -eq 1 ] || { sed -n '2,3p' "$0"; exit 2; }
OMP_NUM_THREADS=1 java -cp "$1" "$(dirname "$0")/AttentionMasks.java"
