#!/bin/sh
# Estimates a 5-gram model (modified Kneser-Ney) from a text within a 2 GB heap, and asks it for the perplexity of another.
# Tells CPU time, memory, and the room on disk that it needed beside the model (kilobytes, looked at every two seconds).
# Usage: bench/ngrams.sh TEXT.txt MODEL.arpa words|characters MEGABYTES THREADS [TEXT-TO-JUDGE]
# A text of any size: java bench/ShuffledText.java REAL.txt MEGABYTES TEXT.txt, or bench/ZipfText.java with equal arguments
set -e
root=$(cd "$(dirname "$0")/.." && pwd)
java=${JAVA_HOME:?set JAVA_HOME to a JDK 25 or newer}/bin/java
"$root/mvnw" -q -B -f "$root/pom.xml" -pl corpus,dist -am -DskipTests -Dspotless.check.skip package
room=$(mktemp)
(while sleep 2; do du -sk "$2.partial" 2>/dev/null | cut -f1; done > "$room") &
watch=$!
trap 'kill $watch; rm -f "$room"' EXIT
time "$java" ${AYATORI_OPTS:-} -Xmx2g -XX:+UseSerialGC \
    -cp "$root/corpus/target/test-classes:$root/dist/target/ayatori/lib/*" dev.ayatori.corpus.ngram.NgramBench "$@"
echo "most room beside the model, kB: $(sort -n "$room" | tail -1)"
