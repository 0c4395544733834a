#!/bin/sh
# Measures how well personal data is told from what looks like it, and how fast texts are searched on one thread.
# Usage: bench/privacy.sh [FILE-OR-FOLDER-OF-PLAIN-TEXT]
set -e
root=$(cd "$(dirname "$0")/.." && pwd)
java=${JAVA_HOME:?set JAVA_HOME to a JDK 25 or newer}/bin/java
"$root/mvnw" -q -B -f "$root/pom.xml" -pl corpus,dist -am -DskipTests -Dspotless.check.skip package
run() {
    "$java" ${AYATORI_OPTS:-} -Xmx2g -XX:+UseSerialGC \
        -cp "$root/corpus/target/test-classes:$root/dist/target/ayatori/lib/*" dev.ayatori.corpus.privacy.PrivacyBench "$@"
}
run
[ -z "$1" ] || run "$1"
