#!/usr/bin/env bash
# Finding names and resolving them within each text, one core: tokens/s on the development sets, and
# the peak memory of a process that has read all languages.
set -euo pipefail
bench=$(realpath "${1:-.build/release/Benchmarks}")
bin=$(realpath "${2:-.build/release/annals}")
source "$(dirname "$0")/bench-texts.sh"
texts "$data"/timelines/t17/bpoil/docs.jsonl.xz > "$work/en"
texts "$data"/entities/hi-hiner/docs.jsonl.xz > "$work/hi"
texts "$data"/entities/ru-nerel/docs.jsonl.xz > "$work/ru"
texts "$data"/entities/zh-uner-gsd/docs.jsonl.xz > "$work/zh"
for language in en hi ru zh; do "$bench" names "$language" "$work/$language"; done
for language in en hi ru zh; do
  printf '{"id": "%s", "lang": "%s", "text": "Putin"}\n' "$language" "$language"
done > "$work/all"
/usr/bin/time -f "peak memory with all models: %M KB" "$bin" annotate < "$work/all" > /dev/null
