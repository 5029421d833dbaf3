#!/usr/bin/env bash
# Runs every fuzz target for some seconds: Tests/fuzz.sh [SECONDS] [TARGET…]; what it finds is kept in .build/found.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-600}
shift || true
targets=${*:-decode html jsonl mail xml archive command notebook dates}
build=.build/fuzz
ANNALS_FUZZ=1 swift build --scratch-path "$build" --sanitize fuzzer --product Fuzz 1>&2
mkdir -p .build/found .build/seeds
python3 Tests/fixtures.py formats .build/seeds
for target in $targets; do
  corpus=.build/corpus-$target
  mkdir -p "$corpus"
  echo "== $target, $seconds s" >&2
  # The swift runtime's own backtraces would keep libFuzzer from writing what it found.
  FUZZ_TARGET=$target SWIFT_BACKTRACE=enable=no "$build/debug/Fuzz" "$corpus" .build/seeds \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=16384 \
    -artifact_prefix=".build/found/$target-" -print_final_stats=1 2>&1 | tail -12
done
