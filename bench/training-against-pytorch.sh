#!/bin/sh
# Our trainer and PyTorch eager in turn, on two cores: OpenBLAS, MKL (lib-mkl must be built: AYATORI_MKL=1 ./ayatori --version),
# PyTorch. Ours may cut the same sequences into more lanes than the peer's one: fewer activations at once.
#
# usage: training-against-pytorch.sh PYTHON ROUNDS LAYERS,WIDTH,HEADS,CONTEXT,VOCABULARY,SEQUENCES LANES STEPS PRECISION
# for example training-against-pytorch.sh python3 3 6,384,6,256,256,8 2 20 F32
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
round=0
while [ "$round" -lt "$2" ]; do
    AYATORI_MKL='' "$root/bench/training-speed.sh" "$3,$4,$5,1,1,0,0" "$6" 2>&1 | sed 's/^/OpenBLAS /'
    AYATORI_MKL=1 "$root/bench/training-speed.sh" "$3,$4,$5,1,1,0,0" "$6" 2>&1 | sed 's/^/MKL /'
    OMP_NUM_THREADS=2 "$1" "$root/peers/train_step.py" "$3,1,$5" "$6"
    round=$((round + 1))
done
