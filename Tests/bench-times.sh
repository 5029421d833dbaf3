#!/usr/bin/env bash
# Reading of times, one core: MB/s on the development articles, and growth on texts made to be slow.
set -euo pipefail
bench=$(realpath "${1:-.build/release/Benchmarks}")
data=$(realpath "$(dirname "$0")/../../shared/data" 2>/dev/null || true)
if [ ! -d "$data/timelines" ]; then
  echo "the development data is not here: nothing to measure" >&2
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A text a line, its line breaks as U+001F.
texts() { xz -dc "$@" | python3 -c 'import json, sys
for line in sys.stdin: print(json.loads(line)["text"].replace("\n", "\x1f"))'; }
texts "$data"/timelines/t17/*/docs.jsonl.xz > "$work/en"
texts "$data"/times/hi-timebank/docs.jsonl.xz "$data"/times/hi-hiner/docs.jsonl.xz > "$work/hi"
for language in en hi; do "$bench" "$language" "$work/$language"; done
