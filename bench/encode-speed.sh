#!/bin/sh
# Encoding speed beside sentencepiece and Hugging Face tokenizers, alternated, one thread each; then ours on two threads.
# usage: bench/encode-speed.sh CLASSPATH PYTHON SENTENCEPIECE_MODEL TOKENIZER_JSON GPT2_FOLDER JAPANESE_LINES ENGLISH_LINES MEGABYTES
set -eu
[ $# -eq 8 ] || { sed -n '2,3p' "$0"; exit 2; }
classpath=$1 python=$2 model=$3 json=$4 gpt2=$5 japanese=$6 english=$7 size=$8
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for file in japanese english; do
  eval "source=\$$file"
  head -c "${size}000000" "$source" | sed '$d' > "$work/$file"
  head -c "${size}00000" "$source" | sed '$d' > "$work/$file.short"
done
ours() { java -cp "$classpath" "$here/EncodeSpeed.java" "$1" "$2" "$size"; }
for round in 1 2 3; do
  echo "round $round: sentencepiece"; "$python" "$here/../peers/tokenizer_oracle.py" "$model" "$work/japanese" "$work/ids"
  echo "round $round: ours, the same model"; ours "$model" "$work/japanese"
  echo "round $round: tokenizers"; "$python" "$here/../peers/tokenizer_oracle.py" "$json" "$work/japanese.short" "$work/ids"
  echo "round $round: ours, the same tokenizer.json"; ours "$json" "$work/japanese"
  echo "round $round: tokenizers, GPT-2"; "$python" "$here/../peers/tokenizer_oracle.py" "$gpt2" "$work/english.short" "$work/ids"
  echo "round $round: ours, GPT-2"; ours "$gpt2" "$work/english"
done
for one in "$model" "$gpt2"; do
  echo "adversarial: $one"
  java -cp "$classpath" "$here/EncodeSpeed.java" "$one" "$work/english" "$size" adversarial
done
