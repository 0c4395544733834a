#!/bin/sh
# Builds two corpora in a heap of 2 GB, copied substrings of 200 characters cut: one of real texts, each once, and one of pages
# that copy them again and again with small changes. Tells CPU time and memory of each; AYATORI_THREADS sets the threads.
# Usage: bench/copied-pages.sh FOLDER MEGABYTES-OF-COPIES TEXTS.jsonl.gz...   (FOLDER holds texts and corpora)
set -eu
[ $# -ge 3 ] || { sed -n '2,4p' "$0"; exit 2; }
root=$(cd "$(dirname "$0")/.." && pwd)
java=${JAVA_HOME:?set JAVA_HOME to a JDK 25 or newer}/bin/java
folder=$1 megabytes=$2
shift 2
"$root/ayatori" --version # built before anything is measured
"$java" -cp "$root/dist/target/ayatori/lib/*" "$root/bench/CopiedPages.java" \
    "$megabytes" "$folder/unique.jsonl" "$folder/copies" "$@"
for pages in unique.jsonl copies; do
    recipe=$folder/$pages.yaml
    cat >"$recipe" <<RECIPE
sources:
  local:
    - {name: pages, licence: NOASSERTION, path: "$folder/$pages", sha256: "", reading: {uri: url, language: ja}}
corpus:
  duplicates: {substringCharacters: 200}
RECIPE
    du -sb "$folder/$pages"
    AYATORI_OPTS=-Xmx2g /usr/bin/time -f "$pages: %U + %S CPU s, %e s wall, %M kB" \
        "$root/ayatori" corpus build --recipe "$recipe" --run "$pages" --runs "$folder/runs"
done
