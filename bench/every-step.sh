#!/bin/sh
# Builds one corpus of articles with every step that a recipe can ask for (a classifier, a model of n-grams, masked personal
# data, an evaluation set, copied lines, similar paragraphs and substrings, a document taken down), by 1, 2 and 4 threads and by
# Spark in one process. Tells CPU time and content hash of each; the hashes must be equal.
# Usage: bench/every-step.sh DATA FOLDER   (DATA is the folder of the sample files; FOLDER holds model and corpora)
set -eu
[ $# -eq 2 ] || { sed -n '2,5p' "$0"; exit 2; }
root=$(cd "$(dirname "$0")/.." && pwd)
data=$(cd "$1" && pwd)
mkdir -p "$2"
folder=$(cd "$2" && pwd)
"$root/ayatori" --version # built before anything is measured
hash() { sha256sum "$1" | cut -d ' ' -f 1; }
texts=$data/text-ja-kyotowiki/dev.jsonl.gz
lid=$data/model-lid176/lid.176.ftz
questions=$data/eval-jglue/datasets/jcommonsenseqa-v1.1/valid-v1.1.json
gzip -dc "$texts" | head -n 1000 | sed 's/.*"text": "//; s/\\n/\n/g' >"$folder/articles.txt"
"$root/ayatori" corpus ngrams --unit characters --order 3 "$folder/articles.txt" "$folder/articles.arpa"
cat >"$folder/every.yaml" <<RECIPE
sources:
  local:
    - {name: kyoto, licence: CC-BY-SA-3.0, path: "$texts", sha256: ""}
corpus:
  filters:
    classifiers:
      - {name: lid-ja, address: "$lid", sha256: $(hash "$lid"), label: ja, languages: [ja]}
    ngrams:
      - {language: ja, address: "$folder/articles.arpa", sha256: $(hash "$folder/articles.arpa"), unit: characters}
    bounds: {lid-ja: ">= 0.9", perplexity: "<= 120"}
  duplicates: {passages: line, similarPassages: paragraph, substringCharacters: 100}
  privacy: {email: mask, phone: mask, ipAddress: mask, cardNumber: mask, myNumber: mask, postalAddress: mask}
  decontamination:
    sets:
      - {name: jcommonsenseqa, address: "$questions", sha256: $(hash "$questions"), id: q_id, fields: [question]}
RECIPE
mkdir -p "$folder/runs"
echo "file:$texts!/1" >"$folder/runs/takedown.txt"
build() {
    run=$1
    shift
    /usr/bin/time -f "$run: %U + %S CPU s, %e s wall, %M kB" "$root/ayatori" corpus build --recipe "$folder/every.yaml" \
        --run "$run" --runs "$folder/runs" "$@" >"$folder/$run.log" 2>&1
    tail -n 1 "$folder/$run.log"
    grep 'content hash' "$folder/$run.log"
}
build one --threads 1
build two --threads 2
build four --threads 4
build spark --engine spark --master 'local[2]'
