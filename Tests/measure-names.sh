#!/usr/bin/env bash
# Precision and recall of automatic merges by pair of scripts. Han is measured with readings that
# were learned from the other half of the names.
set -euo pipefail
measure=$1 names=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$(dirname "$0")/Tables/han-readings.py" "$names" --half > "$work/han.tsv" 2>/dev/null
xzcat "$names/rigour-1.4.0-persons.txt.xz" > "$work/persons"
xzcat "$names/geonames-cities15000-2015.txt.xz" > "$work/places"
"$measure" parts half < "$work/persons" > "$work/parts"
export PARTS=$work/parts
for kind in persons places; do
  for pair in "cyrl latn" "deva latn" "hans latn" "arab latn" "cyrl deva" "hans cyrl" "hans deva"; do
    echo "$kind $pair: $("$measure" $kind $pair "$work/han.tsv" < "$work/$kind")"
  done
done
for pair in "cyrl latn" "deva latn" "hans latn" "arab latn" "cyrl deva"; do
  echo "places with the table, $pair: $(TABLE=1 "$measure" places $pair "$work/han.tsv" < "$work/places")"
done
export PARTS=$(dirname "$0")/../Sources/Names/Tables/parts.tsv
for pair in "cyrl latn" "deva latn" "hans latn" "arab latn" "cyrl deva" "hans cyrl" "hans deva"; do
  echo "persons as shipped, $pair: $("$measure" persons $pair "$work/han.tsv" < "$work/persons")"
done
