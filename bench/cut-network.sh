#!/bin/sh
# Two ranks in two network namespaces, started by RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT as torchrun and Slurm do. The
# cable between them is cut in the middle: what each says and after how long, that both end, and that starting them again
# ends with the weights of one worker that nobody disturbed. Then a short cut that the restarts survive by themselves.
# Makes network namespaces: needs root.
#
# usage: cut-network.sh [TIMEOUT_SECONDS]     Build first (any ./ayatori command does).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
lib=${AYATORI_LIB:-$root/dist/target/ayatori/lib/*}
java=${AYATORI_JAVA_HOME:-${JAVA_HOME:?a JDK 25}}/bin/java
timeout=${1:-15}
work=$(mktemp -d)
a=ayatori-a-$$
b=ayatori-b-$$

clean() {
    ip netns del "$a" 2>/dev/null || true
    ip netns del "$b" 2>/dev/null || true
    rm -rf "$work"
}
trap clean EXIT
ip netns add "$a"
ip netns add "$b"
ip link add va netns "$a" type veth peer name vb netns "$b"
ip -n "$a" addr add 10.77.0.1/24 dev va
ip -n "$b" addr add 10.77.0.2/24 dev vb
for each in "$a lo" "$a va" "$b lo" "$b vb"; do
    ip -n "${each% *}" link set "${each#* }" up
done

# train NAMESPACE RANK FOLDER KEY=VALUE...
train() {
    space=$1
    rank=$2
    folder=$3
    shift 3
    RANK=$rank WORLD_SIZE=2 MASTER_ADDR=10.77.0.1 MASTER_PORT=29511 ip netns exec "$space" \
        "$java" --enable-native-access=ALL-UNNAMED -cp "$lib" "$root/bench/TrainingRuns.java" "$folder" \
        steps=3000 checkpoint=100 workers=2 zero=2 environment=1 "timeout=$timeout" "$@" \
        >"$folder.$rank.out" 2>"$folder.$rank.err"
}

await() {
    until ls -d $1 >/dev/null 2>&1; do
        sleep 0.1
    done
}

# both FOLDER KEY=VALUE...: starts both ranks, whose process ids are then in first and second
both() {
    train "$a" 0 "$@" &
    first=$!
    train "$b" 1 "$@" &
    second=$!
}

code() {
    code=0
    wait "$1" || code=$?
}

tell() {
    echo "rank $1: exit code $code, $(($(date +%s) - cut)) s after the cut"
    grep -v -e "validation loss" -e "^	at " "$work/$2.$1.err" | grep . | tail -n 4 | cut -c 1-240 | sed 's/^/    /'
}

expected=$("$java" --enable-native-access=ALL-UNNAMED -cp "$lib" "$root/bench/TrainingRuns.java" "$work/calm" \
    steps=3000 checkpoint=100 2>"$work/calm.err")

echo "== the network is cut, no restarts"
both "$work/cut" restarts=0
await "$work/cut/checkpoints/step-000?00"
ip -n "$a" link set va down
cut=$(date +%s)
code $first
tell 0 cut
code $second
tell 1 cut
ip -n "$a" link set va up
both "$work/cut" restarts=0
code $first
code $second
grep "goes on" "$work/cut.0.err"
[ "$(cat "$work/cut.0.out")" = "$expected" ] && echo "same weights" || echo "OTHER WEIGHTS"

echo "== the network is cut for one and a half timeouts, three restarts"
both "$work/short" restarts=3
await "$work/short/checkpoints/step-000?00"
ip -n "$a" link set va down
cut=$(date +%s)
sleep $((timeout * 3 / 2))
ip -n "$a" link set va up
code $first
tell 0 short
code $second
tell 1 short
[ "$(cat "$work/short.0.out")" = "$expected" ] && echo "same weights" || echo "OTHER WEIGHTS"
find "$work" -name 'hs_err*' -print | sed 's/^/crashed: /'
