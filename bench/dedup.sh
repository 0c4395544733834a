#!/bin/sh
# Measures the search for duplicates on generated text with planted clusters, in a heap of 2 GB.
# Usage: bench/dedup.sh THREADS FOLDER GIGABYTES...   (FOLDER holds sketches and keys meanwhile)
set -e
root=$(cd "$(dirname "$0")/.." && pwd)
java=${JAVA_HOME:?set JAVA_HOME to a JDK 25 or newer}/bin/java
"$root/mvnw" -q -B -f "$root/pom.xml" -pl corpus,dist -am -DskipTests -Dspotless.check.skip package
exec "$java" -Xmx2g --enable-native-access=ALL-UNNAMED \
    -cp "$root/corpus/target/test-classes:$root/dist/target/ayatori/lib/*" dev.ayatori.corpus.dedup.cluster.DedupBench "$@"
