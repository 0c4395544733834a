#!/bin/sh
# Measures the index: CPU seconds to build a megabyte, time of a count, CPU of a trace.
# Usage: bench/search.sh MEGABYTES FILE.jsonl.gz...   (records with a "text"; the share of each file is equal)
set -e
root=$(cd "$(dirname "$0")/.." && pwd)
java=${JAVA_HOME:?set JAVA_HOME to a JDK 25 or newer}/bin/java
"$root/mvnw" -q -B -f "$root/pom.xml" -pl search,dist -am -DskipTests -Dspotless.check.skip package
exec "$java" -Xmx4g --enable-native-access=ALL-UNNAMED \
    -cp "$root/search/target/test-classes:$root/dist/target/ayatori/lib/*" dev.ayatori.search.SearchBench "$@"
