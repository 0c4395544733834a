#!/bin/sh
# The price of sums whose bits do not depend on the number of processes: gradients of a GPT-2 added over processes in the
# fixed tree and by Gloo's all-reduce, in turn. Hold the difference against a step of training-speed.sh.
#
# usage: reduction-cost.sh PROCESSES LAYERS,WIDTH,HEADS,CONTEXT,VOCABULARY
# for example 2 6,384,6,256,256 (10.8 M) or 4 12,768,12,256,50257 (124 M). Build first (any ./ayatori command does).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
lib=${AYATORI_LIB:-$root/dist/target/ayatori/lib/*}
java=${AYATORI_JAVA_HOME:-${JAVA_HOME:?a JDK 25}}/bin/java
export OMP_NUM_THREADS=1 OMP_WAIT_POLICY=PASSIVE GOMP_SPINCOUNT=0 OPENBLAS_NUM_THREADS=1
export MALLOC_MMAP_THRESHOLD_=1073741824 MALLOC_TRIM_THRESHOLD_=4294967296
rank=0
while [ "$rank" -lt "$1" ]; do
    "$java" -Xmx1g --add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED \
        -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 -cp "$lib" "$root/bench/ReductionCost.java" "$rank" "$1" 29611 "$2" &
    rank=$((rank + 1))
done
wait
