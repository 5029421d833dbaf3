# Sourced by the benchmarks: `data`, the development data; `work`, a folder that goes at the end; and
# `texts FILE…`, a text a line, its line breaks as U+001F.
data=$(realpath "$(dirname "$0")/../../shared/data" 2>/dev/null || true)
if [ ! -d "$data" ]; then
  echo "the development data is not here: nothing to measure" >&2
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
texts() { xz -dc "$@" | python3 -c 'import json, sys
for line in sys.stdin: print(json.loads(line)["text"].replace("\n", "\x1f"))'; }
