#!/bin/sh
# Bytes of weights, gradients and optimizer that one of several processes holds after backward, in each stage of ZeRO.
#
# usage: zero-memory.sh PROCESSES LAYERS,WIDTH,HEADS,CONTEXT,VOCABULARY F32|BF16
# for example 4 12,768,12,1024,50257 F32 (124 M). Build first (any ./ayatori command does).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
lib=${AYATORI_LIB:-$root/dist/target/ayatori/lib/*}
java=${AYATORI_JAVA_HOME:-${JAVA_HOME:?a JDK 25}}/bin/java
export OMP_NUM_THREADS=1 OMP_WAIT_POLICY=PASSIVE GOMP_SPINCOUNT=0 OPENBLAS_NUM_THREADS=1
for stage in 0 1 2 3; do
    rank=0
    while [ "$rank" -lt "$1" ]; do
        "$java" -Xmx1g -Xmn16m --add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED \
            -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 -cp "$lib" "$root/bench/ZeroMemory.java" \
            "$rank" "$1" "$2" "$3" "$stage" "$((29620 + stage))" &
        rank=$((rank + 1))
    done
    wait
done
