#!/usr/bin/env bash
# Start-up and loading of the released binary: median wall time, peak memory. Needs hyperfine.
set -euo pipefail
bin=$(realpath "${1:-.build/release/annals}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
hyperfine --warmup 5 --runs 50 -N "$bin $work/start.session -c quit" 2>/dev/null | grep -E "Time|Range"
/usr/bin/time -f "peak memory of the start: %M KB" "$bin" "$work/start.session" -c quit
articles=$(realpath "$(dirname "$0")/../Notebooks/articles")
hyperfine --warmup 2 --runs 20 -N --prepare "rm -f $work/load.session*" \
  "$bin $work/load.session -c 'load $articles'" 2>/dev/null | grep -E "Time|Range"
