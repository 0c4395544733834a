#!/bin/sh
# Tokens per second and peak memory of training a GPT-2 on random tokens.
#
# usage: training-speed.sh LAYERS,WIDTH,HEADS,CONTEXT,VOCABULARY,SEQUENCES,LANES,STEPS,WORKERS,STAGES,ZERO,RECOMPUTE[,1] PRECISION
# for example 6,384,6,256,256,8,2,20,1,1,0,0 BF16 (10.8 M) or 12,768,12,256,50257,4,2,10,1,1,0,0 BF16 (124 M).
# A 1 at the end keeps the moments of AdamW in mapped files. The peer is peers/train_step.py with the same numbers. Build first (any ./ayatori command does; with AYATORI_MKL=1 where
# that is set here, too).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
lib=${AYATORI_LIB:-$root/dist/target/ayatori/lib/*}
[ -z "${AYATORI_MKL:-}" ] || lib="$lib:$root/dist/target/ayatori/lib-mkl/*"
java=${AYATORI_JAVA_HOME:-${JAVA_HOME:?a JDK 25}}/bin/java
exec /usr/bin/time -f "%U s user, %S s system, %e s wall, %M KiB largest process" \
    "$java" ${AYATORI_MKL:+-Dorg.bytedeco.openblas.load=mkl_rt} --enable-native-access=ALL-UNNAMED -cp "$lib" "$root/bench/TrainingSpeed.java" "$@"
