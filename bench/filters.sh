#!/bin/sh
# Measures texts on their way through the rules, JSON lines in and Parquet out, on one thread.
# Usage: bench/filters.sh FOLDER TEXTS.jsonl.zst LIST=FILE...   with the lists advertising, adult, discrimination, violence
set -e
root=$(cd "$(dirname "$0")/.." && pwd)
java=${JAVA_HOME:?set JAVA_HOME to a JDK 25 or newer}/bin/java
"$root/mvnw" -q -B -f "$root/pom.xml" -pl corpus,dist -am -DskipTests -Dspotless.check.skip package
exec "$java" ${AYATORI_OPTS:-} -Xmx2g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "$root/corpus/target/test-classes:$root/dist/target/ayatori/lib/*" dev.ayatori.corpus.build.FilterBench "$@"
