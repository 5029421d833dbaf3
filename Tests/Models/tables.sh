#!/usr/bin/env bash
# Remakes names.table and variants.tsv of the packs: tables.sh ANNALS. It downloads the packages that tables.py names
# into .build, so that only this script, not `make models`, needs the network.
set -euo pipefail
bin=$(realpath "${1:-.build/release/annals}")
here=$(cd "$(dirname "$0")" && pwd)
root=$(realpath "$here/../..")
packs=$root/Sources/Languages
data=$(realpath "$root/../shared/data")
python=$root/.build/tables/bin/python
if [ ! -x "$python" ]; then
  python3 -m venv "$root/.build/tables"
  "$python" -m pip -q install "setuptools<81" natasha==1.6.0 jieba==0.42.1 \
    opencc-python-reimplemented==0.1.7 spacy-lookups-data==1.0.5
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
list() { "$python" "$here/tables.py" "$1" "$2" "$data" "$packs"; }
{
  echo "# traditional characters as simplified ones; OpenCC TSCharacters (Apache-2.0)"
  list zh variants
} > "$packs/Chinese/Pack/variants.tsv"
for pair in en:English hi:Hindi ru:Russian zh:Chinese; do
  code=${pair%:*} pack=$packs/${pair#*:}/Pack
  list "$code" names > "$work/names"
  "$bin" table "$code" "$work/names" --out "$pack/names.table"
done
chmod 644 "$packs"/*/Pack/*.table
