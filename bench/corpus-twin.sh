#!/bin/sh
# The small twin of LLM-jp's corpus, from files to folds: usage bench/corpus-twin.sh DATA [RUNS]
# DATA is the folder of the sample files; the account of the mix is printed at the end.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
export AYATORI_DATA="${1:?name the folder of the sample files}"
runs=${2:-$(mktemp -d)}
cd "$home"
./ayatori run recipes/llm-jp-v1-corpus-sample.yaml --to shards --runs "$runs"
cat "$runs/llm-jp-v1-corpus-sample/shards/mix.json"
