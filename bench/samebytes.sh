#!/bin/sh
# Builds one corpus on threads, on Spark in one process, on a standalone cluster, and on one whose driver and worker are
# killed; tells content hashes and times.
# Usage: bench/samebytes.sh WORK FILE...   (each FILE.jsonl.gz or other input is a collection; jsonl.gz are cut into parts)
set -e
root=$(cd "$(dirname "$0")/.." && pwd)
java=${JAVA_HOME:?set JAVA_HOME to a JDK 25 or newer}/bin/java
work=$1
shift
mkdir -p "$work/inputs"
number=0
for file in "$@"; do
    number=$((number + 1))
    case "$file" in
    *.jsonl.gz)
        mkdir -p "$work/inputs/c$number"
        gzip -dc "$file" | split -C 8m -a 3 --additional-suffix=.jsonl --filter='gzip -1 >"$FILE.gz"' - "$work/inputs/c$number/part"
        ;;
    *)
        mkdir -p "$work/inputs/c$number"
        cp -R "$file" "$work/inputs/c$number/"
        ;;
    esac
done
"$root/mvnw" -q -B -f "$root/pom.xml" -Pcluster -pl cluster -am -DskipTests -Dspotless.check.skip package
exec "$java" -Xmx1500m --enable-native-access=ALL-UNNAMED \
    -cp "$root/cluster/target/test-classes:$root/cluster/target/lib-spark/app/*:$root/cluster/target/lib-spark/spark/*" \
    dev.ayatori.cluster.SameBytesBench "$work/inputs" "$work"
