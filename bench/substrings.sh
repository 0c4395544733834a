#!/bin/sh
# Measures how copied substrings of 200 characters and more are cut out of generated text, in a heap of 2 GB.
# Usage: bench/substrings.sh THREADS FOLDER MEGABYTES KIND...   (KIND: unique, copies or near; FOLDER holds the work meanwhile)
set -e
root=$(cd "$(dirname "$0")/.." && pwd)
java=${JAVA_HOME:?set JAVA_HOME to a JDK 25 or newer}/bin/java
"$root/mvnw" -q -B -f "$root/pom.xml" -pl corpus,dist -am -DskipTests -Dspotless.check.skip package
exec "$java" -Xmx2g --enable-native-access=ALL-UNNAMED \
    -cp "$root/corpus/target/test-classes:$root/dist/target/ayatori/lib/*" \
    dev.ayatori.corpus.dedup.substring.SubstringBench "$@"
