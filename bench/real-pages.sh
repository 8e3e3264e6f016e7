#!/bin/sh
# Measures the whole path on real pages, and the quality of extraction, feeds and tags, on a collection that lies beside the
# project (../shared or $1). Prints the figures of the collection's own scorers.
set -eu
cd "$(dirname "$0")/.."
shared=${1:-../shared}
out=$(mktemp -d)
trap 'rm -r "$out"' EXIT

echo "== intake of real pages through a feed"
mvn -B -q test -Dtest=RealPagesTest -Dspotless.check.skip 2>/dev/null | grep '^RealPagesTest' || echo "(skipped or failed)"

echo "== extraction"
./onrecord extract --jsonl "$shared/pages/manifest.jsonl" >"$out/pages.jsonl"
python3 bench/set-aside.py "$shared/pages/manifest.jsonl" "$out/open.jsonl" "$out/aside.jsonl"
for part in open aside; do
    echo "-- $part: pages whose errors were $([ $part = open ] && echo looked at || echo never looked at)"
    python3 "$shared/eval/score_extract.py" "$out/$part.jsonl" "$out/pages.jsonl" --by-set 2>/dev/null
done

echo "== cost of extraction"
./onrecord bench extract --pages "$shared/pages/manifest.jsonl"

echo "== feeds"
./onrecord feed --jsonl "$shared/feeds/manifest.jsonl" >"$out/feeds.jsonl"
python3 "$shared/eval/score_feeds.py" "$shared/feeds/manifest.jsonl" "$out/feeds.jsonl"

for gold in dev-a,dev-b seed real-dev; do
    echo "== tags: $gold"
    files=$(echo "$gold" | tr ',' '\n' | sed "s|.*|$shared/gold/&.jsonl|")
    cat $files >"$out/gold.jsonl"
    ./onrecord tag --jsonl "$out/gold.jsonl" >"$out/tags.jsonl"
    python3 "$shared/eval/score_tags.py" "$out/gold.jsonl" "$out/tags.jsonl"
done
