#!/usr/bin/env bash
# Remakes every shipped model from ../shared/data, byte for byte, with the card beside it: models.sh ANNALS [LANGUAGE …]
set -euo pipefail
bin=$(realpath "${1:-.build/release/annals}")
shift || true
here=$(cd "$(dirname "$0")" && pwd)
packs=$(realpath "$here/../../Sources/Languages")
data=$(realpath "$here/../../../shared/data/entities")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# A set as JSON Lines, under its own name.
set_of() { xz -dc "$data/$1/docs.jsonl.xz" > "$1"; }

# Trains from the sets in this folder and writes model and card: model CODE PACK SET…
model() {
  local code=$1 pack=$packs/$2/Pack
  shift 2
  echo "$code: $*" >&2
  "$bin" train "$code" --out "$pack/tagger.model" "$@" > scores
  {
    cat "$here/cards/$code.md"
    printf '\n## Counts and scores\n\nStrict span and kind of the tagger alone on every tenth document, which a model trained on the rest did not see:\n\n```\n'
    grep -v 'tagger.model' scores
    printf '```\n\n`tagger.model` is learnt from all of them by\n\n    annals train %s --out tagger.model %s\n\nwhere each file is `docs.jsonl.xz` of that set, unpacked (`make models` does all). SHA-256 %s, %s bytes.\n' \
      "$code" "$*" "$(sha256sum < "$pack/tagger.model" | cut -d' ' -f1)" "$(stat -c %s "$pack/tagger.model")"
  } > "$pack/tagger.card.md"
  chmod 644 "$pack/tagger.model" "$pack/tagger.card.md"
}

for code in ${*:-hi ru zh en}; do
  case $code in
    hi)
      set_of hi-hiner; set_of hi-ilner
      model hi Hindi hi-hiner hi-ilner ;;
    ru)
      set_of ru-factrueval
      python3 "$here/silver.py" join "$data/ru-nerel" "$here/ru-wikinews.labels" > ru-wikinews-silver
      model ru Russian ru-factrueval ru-wikinews-silver ;;
    zh)
      set_of zh-uner-gsd
      model zh Chinese zh-uner-gsd ;;
    en)
      for name in uner-ewt wikigold btc gum-train gum-dev meantime-airbus meantime-apple; do set_of en-$name; done
      xz -dc "$data/en-re3d/docs.jsonl.xz" | python3 "$here/named.py" > en-re3d
      model en English en-uner-ewt en-wikigold en-btc en-gum-train en-gum-dev en-meantime-airbus en-meantime-apple en-re3d ;;
    *) echo "no model of $code" >&2; exit 1 ;;
  esac
done
