#!/usr/bin/env bash
# Timelines against human ones (Timeline17): the standard setting, then nothing told.
set -euo pipefail
bin=$(realpath "${1:-.build/release/annals}")
data=$(realpath "$(dirname "$0")/../../shared/data/timelines" 2>/dev/null || true)
if [ ! -d "$data/t17" ]; then
  echo "the development data is not here: nothing to measure" >&2
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for topic in "$data"/t17/*; do
  folder="$work/$(basename "$topic")"
  mkdir "$folder"
  xz -dc "$topic/docs.jsonl.xz" > "$folder/docs.jsonl"
  cp "$topic/set.json" "$folder"
done
bench() { "$bin" bench timeline "$work"/* --stop-words "$data/smart-stopwords.txt" "$@"; }
bench
for count in 10 20; do
  echo "nothing told, top $count"
  bench --nothing-told "$count" | tail -2
done
