#!/usr/bin/env bash
# Reading of times, one core: MB/s on the development articles, and growth on texts made to be slow.
set -euo pipefail
bench=$(realpath "${1:-.build/release/Benchmarks}")
source "$(dirname "$0")/bench-texts.sh"
texts "$data"/timelines/t17/*/docs.jsonl.xz > "$work/en"
texts "$data"/times/hi-timebank/docs.jsonl.xz "$data"/times/hi-hiner/docs.jsonl.xz > "$work/hi"
for language in en hi; do "$bench" "$language" "$work/$language"; done

# The peer beside it: dateparser over the first 200 KB of the same articles, paragraph by paragraph.
peer="$(dirname "$bench")/../peer"
if [ ! -x "$peer/bin/python" ]; then
  python3 -m venv "$peer" && "$peer/bin/pip" -q install dateparser==1.2.0
fi
for language in en hi; do
  "$peer/bin/python" - "$language" "$work/$language" <<'PYTHON'
import sys, time
from datetime import datetime
from dateparser.search import search_dates

language, path = sys.argv[1:]
size = found = 0
start = time.process_time()
for line in open(path, encoding="utf-8"):
    for paragraph in line.split("\x1f"):
        size += len(paragraph.encode())
        found += len(search_dates(paragraph, languages=[language],
                                  settings={"RELATIVE_BASE": datetime(2024, 10, 3)}) or [])
    if size > 200_000:
        break
seconds = time.process_time() - start
print(f"dateparser {language}: {size} bytes, {found} times, {size / 1e6 / seconds:.3f} MB/s")
PYTHON
done
