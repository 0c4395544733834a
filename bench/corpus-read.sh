#!/bin/sh
# Measures readers, filters and extraction on one core.
#   bench/corpus-read.sh TEXTS.jsonl.zst PAGES.warc.gz LIST=FILE...   with the lists advertising, adult, discrimination, violence
# Build first with any ./ayatori command. AYATORI_JAVA_HOME or JAVA_HOME must be a JDK 25 or newer.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
java=${AYATORI_JAVA_HOME:-$JAVA_HOME}/bin/java
exec "$java" -Xmx1g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "${AYATORI_LIB:-$root/dist/target/ayatori/lib}/*" "$root/bench/CorpusRead.java" "$@"
