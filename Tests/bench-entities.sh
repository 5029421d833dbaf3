#!/usr/bin/env bash
# How fast a session of 10,000 documents answers about entities: median wall time of the released
# binary, start included. Needs hyperfine and python3.
set -euo pipefail
bin=$(realpath "${1:-.build/release/annals}")
count=${2:-10000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 - "$count" > "$work/articles.jsonl" <<'PY'
import json, random, sys
random.seed(1)
syllables = ["ka", "ro", "mi", "ta", "len", "vor", "dan", "si", "pel", "gu", "nar", "bek", "sho", "lin"]
name = lambda: "".join(random.choices(syllables, k=random.randint(2, 3))).capitalize()
given = ["Maria", "Sergey", "Anna", "Ivan", "David", "Elena", "John", "Peter", "Olga", "Michael"]
people = [f"{random.choice(given)} {name()}" for _ in range(8000)]
known = ["Vladimir Putin", "Xi Jinping", "Narendra Modi", "Sergey Lavrov", "Joe Biden"]
places = ["Moscow", "Beijing", "New Delhi", "Kazan", "London", "Paris", "Astana", "Hanoi"]
for number in range(int(sys.argv[1])):
    who = [random.choice(known)] + [people[int(random.paretovariate(0.25)) % len(people)] for _ in range(6)]
    where = random.sample(places, 3)
    day = f"{2015 + number % 10}-{1 + number // 10 % 12:02}-{1 + number // 120 % 28:02}"
    text = f"President {who[0]} met Minister {who[1]} in {where[0]} on Monday. {who[2]} and {who[3]} " \
           f"visited {where[1]}. \"We agree,\" Minister {who[4]} said. {who[5]} will meet {who[6]} in {where[2]}. " * 3
    print(json.dumps({"id": f"a{number}", "lang": "en", "published": day, "source": f"Outlet {number % 40}", "text": text}))
PY
/usr/bin/time -f "load: %e s, %M KB" "$bin" "$work/s.session" -c "load $work/articles.jsonl --limit 0" > /dev/null
"$bin" "$work/s.session" -c "session"
for command in "entities --limit 20" "entities --limit 20 --kind person --from 2020" "entity Putin" \
  "entity Kazan" "entities --suggested --limit 20" "why Putin" "network Putin" "network --limit 20"; do
  printf '%s: ' "$command"
  hyperfine --warmup 1 --runs 10 -N "$bin $work/s.session -c '$command'" 2>/dev/null | grep Time
done
for command in "merge E5 E9" "undo"; do
  /usr/bin/time -f "$command: %e s" "$bin" "$work/s.session" -c "$command" > /dev/null
done
