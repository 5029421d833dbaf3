#!/usr/bin/env python3
"""Cuts a slice out of a lake that annotate.py wrote, into a session.

  pull.py LAKE SESSION --name Putin --from 2024-10-01 --until 2024-10-31 --lang hi --limit 1000 [--annals annals]

DuckDB finds the documents, and `annals SESSION -c "load --annotated …"` takes them as they are. The slice is in order
of day and id, so that the same lake gives the same session. Needs the Python package duckdb.
"""
import argparse, os, subprocess, sys, tempfile

import duckdb


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("lake")
    arguments.add_argument("session")
    arguments.add_argument("--name", help="documents that mention a name that holds these letters")
    arguments.add_argument("--from", dest="first", help="published on this day or later")
    arguments.add_argument("--until", help="published on this day or earlier")
    arguments.add_argument("--lang")
    arguments.add_argument("--source")
    arguments.add_argument("--limit", type=int, default=100_000)
    arguments.add_argument("--annals", default="annals")
    options = arguments.parse_args()

    conditions, values = ["error IS NULL"], []
    for condition, value in [("published >= ?", options.first), ("published <= ?", options.until),
                             ("lang = ?", options.lang), ("source = ?", options.source)]:
        if value:
            conditions.append(condition)
            values.append(value)
    if options.name:
        conditions.append("id IN (SELECT id FROM read_parquet(?) WHERE contains(lower(name), lower(?)))")
        values += [os.path.join(options.lake, "mentions", "*.parquet"), options.name]
    query = f"SELECT line FROM read_parquet(?) WHERE {' AND '.join(conditions)} ORDER BY published, id LIMIT ?"
    found = duckdb.connect().execute(query, [os.path.join(options.lake, "documents", "*.parquet"), *values, options.limit])
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False) as slice_:
        count = 0
        while rows := found.fetchmany(1000):
            slice_.writelines(line + "\n" for (line,) in rows)
            count += len(rows)
    try:
        if count == 0:
            sys.exit("no document fits")
        load = subprocess.run([options.annals, options.session, "-c", f'load "{slice_.name}" --annotated'], stdout=subprocess.PIPE, text=True)
        print(load.stdout.strip().splitlines()[-1] if load.stdout else "nothing was loaded")
        sys.exit(load.returncode)
    finally:
        os.unlink(slice_.name)


if __name__ == "__main__":
    main()
