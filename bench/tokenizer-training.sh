#!/bin/sh
# Measures `ayatori tokenizer train`: CPU seconds (user, sys), wall time and peak memory, and the SHA-256 of what it made.
# Usage: bench/tokenizer-training.sh HEAP FOLDER FILE [OPTION...]   e.g. 512m runs/bench text.txt --vocabulary-size 32000
# The peers: peers/tokenizer_training.py sentencepiece|tokenizers FILE OUTPUT SIZE
set -e
root=$(cd "$(dirname "$0")/.." && pwd)
heap=$1
folder=$2
file=$3
shift 3
AYATORI_OPTS="-Xmx$heap" /usr/bin/time -f "user %U s, sys %S s, wall %e s, peak %M KB" \
    "$root/ayatori" tokenizer train --input "$file" --output "$folder" "$@"
sha256sum "$folder"/tokenizer/tokenizer.*
