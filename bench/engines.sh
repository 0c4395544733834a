#!/bin/sh
# Builds one corpus on threads and on Spark in one process, in turn, and tells CPU seconds of each.
# Usage: bench/engines.sh INPUTS WORK ROUNDS   (each entry of the folder INPUTS is a collection)
set -e
root=$(cd "$(dirname "$0")/.." && pwd)
java=${JAVA_HOME:?set JAVA_HOME to a JDK 25 or newer}/bin/java
"$root/mvnw" -q -B -f "$root/pom.xml" -Pcluster -pl cluster -am -DskipTests -Dspotless.check.skip package
exec "$java" -Xmx1500m --enable-native-access=ALL-UNNAMED \
    -cp "$root/cluster/target/test-classes:$root/cluster/target/lib-spark/app/*:$root/cluster/target/lib-spark/spark/*" \
    dev.ayatori.cluster.EngineBench "$@"
