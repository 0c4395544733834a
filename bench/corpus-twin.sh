#!/bin/sh
# The small twin of LLM-jp's corpus, from files to folds: usage bench/corpus-twin.sh DATA [RUNS]
# DATA is the folder of the sample files. In the end everything is added up once more, row by row.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
export AYATORI_DATA="${1:?name the folder of the sample files}"
runs=${2:-$(mktemp -d)}
cd "$home"
./ayatori run recipes/llm-jp-v1-corpus-sample.yaml --to shards --runs "$runs"
exec "${AYATORI_JAVA_HOME:-$JAVA_HOME}/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "${AYATORI_LIB:-$home/dist/target/ayatori/lib}/*" bench/CorpusAccount.java "$runs/llm-jp-v1-corpus-sample"
