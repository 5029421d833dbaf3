#!/usr/bin/env bash
# Runs fuzz targets for some seconds each: Tests/fuzz.sh [SECONDS] [TARGET…].
# What it finds is kept in .build/found; a line of base64 in Tests/FuzzTests/Corpus makes it a test.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-600}
shift || true
targets=${*:-decode html jsonl mail xml archive command notebook dates session}
build=.build/fuzz
ANNALS_FUZZ=1 swift build -c release --scratch-path "$build" --sanitize fuzzer --product Fuzz 1>&2
mkdir -p .build/found
for target in $targets; do
  corpus=.build/corpus-$target
  ANNALS=.build/release/annals python3 Tests/fixtures.py "seeds-$target" "$corpus"
  length=16384
  if [ "$target" = session ]; then length=131072; fi
  echo "== $target, $seconds s" >&2
  # The swift runtime's own backtraces would keep libFuzzer from writing what it found.
  FUZZ_TARGET=$target SWIFT_BACKTRACE=enable=no "$build/release/Fuzz" "$corpus" \
    -max_total_time="$seconds" -timeout=60 -rss_limit_mb=1024 -max_len="$length" \
    -artifact_prefix=".build/found/$target-" -print_final_stats=1 2>&1 | tail -12
done
