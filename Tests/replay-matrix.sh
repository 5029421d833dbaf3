#!/bin/sh
# The same notebook gives the same bytes whatever surrounds it: locale, time zone, cores, width, the
# seed of hashes (a new one with every process) and the order in which notebooks are replayed.
# usage: replay-matrix.sh ANNALS NOTEBOOK…
annals=$1
shift
reversed=
for notebook; do reversed="$notebook $reversed"; done

replay() { # locale, time zone, cores, columns, notebooks
  locale=$1 zone=$2 cores=$3 columns=$4
  shift 4
  for notebook; do
    LC_ALL=$locale TZ=$zone COLUMNS=$columns taskset -c "$cores" "$annals" run "$notebook"
  done | sha256sum
}

expected=$(replay C.UTF-8 UTC 0,1 80 "$@")
echo "$expected"
count=1 different=0
for locale in C.UTF-8 tr_TR.UTF-8 POSIX; do
  for zone in UTC Asia/Tokyo America/St_Johns; do
    for cores in 0 0,1; do
      for columns in 40 300; do
        count=$((count + 1))
        [ "$(replay $locale $zone $cores $columns "$@")" = "$expected" ] && continue
        different=$((different + 1))
        echo "different: $locale $zone cores $cores columns $columns"
      done
    done
  done
done

# One process for all of them, in their order and against it: what one leaves behind reaches no other.
together=$("$annals" check "$@" | sort | sha256sum)
# shellcheck disable=SC2086
[ "$("$annals" check $reversed | sort | sha256sum)" = "$together" ] || {
  different=$((different + 1))
  echo "different: the order of the notebooks"
}
echo "$count runs of $# notebooks, $different different"
[ "$different" = 0 ]
