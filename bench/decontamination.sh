#!/bin/sh
# Looks for the nine evaluation sets of llm-jp-eval v1.0 in texts, and measures how fast, on one thread.
# Usage: bench/decontamination.sh FOLDER-OF-SHARED-DATA TEXTS.jsonl.gz
set -e
root=$(cd "$(dirname "$0")/.." && pwd)
java=${JAVA_HOME:?set JAVA_HOME to a JDK 25 or newer}/bin/java
"$root/mvnw" -q -B -f "$root/pom.xml" -pl corpus,dist -am -DskipTests -Dspotless.check.skip package
exec "$java" ${AYATORI_OPTS:-} -Xmx2g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
    -cp "$root/corpus/target/test-classes:$root/dist/target/ayatori/lib/*" \
    dev.ayatori.corpus.decontaminate.DecontaminationBench "$@"
