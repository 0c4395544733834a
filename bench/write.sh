#!/bin/sh
# Measures what documents cost between the rules and the finished tables.
# Usage: bench/write.sh FOLDER FILE.jsonl.gz   (records with a "text")
set -e
root=$(cd "$(dirname "$0")/.." && pwd)
java=${JAVA_HOME:?set JAVA_HOME to a JDK 25 or newer}/bin/java
"$root/mvnw" -q -B -f "$root/pom.xml" -pl corpus,dist -am -DskipTests -Dspotless.check.skip package
exec "$java" -Xmx2g --enable-native-access=ALL-UNNAMED \
    -cp "$root/corpus/target/test-classes:$root/dist/target/ayatori/lib/*" dev.ayatori.corpus.build.WriteBench "$@"
