#!/bin/sh
# Estimates a 5-gram model (modified Kneser-Ney) from a text within a 2 GB heap, and asks it for the perplexity of another.
# Usage: bench/ngrams.sh TEXT.txt MODEL.arpa words|characters BUFFER-MEGABYTES [TEXT-TO-JUDGE]
# A text of any size: java bench/ZipfText.java WORDS.txt MEGABYTES TEXT.txt
set -e
root=$(cd "$(dirname "$0")/.." && pwd)
java=${JAVA_HOME:?set JAVA_HOME to a JDK 25 or newer}/bin/java
"$root/mvnw" -q -B -f "$root/pom.xml" -pl corpus,dist -am -DskipTests -Dspotless.check.skip package
exec "$java" ${AYATORI_OPTS:-} -Xmx2g -XX:+UseSerialGC \
    -cp "$root/corpus/target/test-classes:$root/dist/target/ayatori/lib/*" dev.ayatori.corpus.ngram.NgramBench "$@"
