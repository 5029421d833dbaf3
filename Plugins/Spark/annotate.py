#!/usr/bin/env python3
"""Reads a corpus with annals on a Spark cluster and writes Parquet.

  spark-submit annotate.py --annals /usr/local/bin/annals --input 'corpus/*.jsonl' --output lake

Input is JSON Lines, a record with an id and a text a line (`annals annotate --help`). Every line goes through
`annals annotate --whole`, and every line comes back: as a reading, or as an error record. The job fails if annals
does, or if fewer lines come out than went in. It writes two tables below --output, with a manifest of the counts:

  documents/  id, lang, published, source, title, line     `line` is what `load --annotated` takes
  mentions/   id, lang, published, source, kind, name      a row a name, for counting and for pull.py

annals must be on every worker under the same path, with its language packs.
"""
import argparse, json, shlex, sys

from pyspark.sql import Row, SparkSession
from pyspark.sql.types import StringType, StructField, StructType

DOCUMENT = StructType([StructField(name, StringType()) for name in ("id", "lang", "published", "source", "title", "error", "line")])
MENTION = StructType([StructField(name, StringType()) for name in ("id", "lang", "published", "source", "kind", "name")])


def document(line):
    record = json.loads(line)
    if "error" in record:
        return Row(id=record.get("id"), lang=None, published=None, source=None, title=None, error=record["error"], line=line)
    said = record["document"]
    return Row(id=record["id"], lang=record["lang"], published=record["published"]["value"], source=said.get("source"),
               title=said.get("title"), error=None, line=line)


def mentions(line):
    record = json.loads(line)
    if "error" in record:
        return
    source = record["document"].get("source")
    for entity in record["entities"]:
        yield Row(id=record["id"], lang=record["lang"], published=record["published"]["value"], source=source,
                  kind=entity["kind"], name=entity["name"])


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--annals", required=True, help="the program, under a path that every worker has")
    arguments.add_argument("--input", required=True)
    arguments.add_argument("--output", required=True)
    arguments.add_argument("--partitions", type=int, default=0, help="at least so many; 0: as Spark cuts the input")
    arguments.add_argument("--mode", default="news", choices=["news", "narrative"])
    options = arguments.parse_args()

    spark = SparkSession.builder.appName("annals annotate").getOrCreate()
    lines = spark.sparkContext.textFile(options.input, options.partitions or None)
    lines = lines.filter(lambda line: line.strip() != "")
    went_in = lines.count()
    command = f"{shlex.quote(options.annals)} annotate --whole --mode {options.mode}"
    # Without checkCode a filter that fails gives an empty partition and no error.
    out = lines.pipe(command, checkCode=True)
    documents = spark.createDataFrame(out.map(document), DOCUMENT)
    documents.write.mode("overwrite").parquet(options.output + "/documents")
    # What was written is read again, so that annals runs once a line.
    written = spark.read.parquet(options.output + "/documents")
    came_out = written.count()
    errors = written.filter("error IS NOT NULL").count()
    if went_in != came_out:
        sys.exit(f"{went_in} lines went in, {came_out} came out")
    rows = written.filter("error IS NULL").select("line").rdd.flatMap(lambda row: mentions(row.line))
    spark.createDataFrame(rows, MENTION).sort("name", "published", "id").write.mode("overwrite").parquet(options.output + "/mentions")
    print(json.dumps({"in": went_in, "out": came_out, "errors": errors}))
    spark.stop()


if __name__ == "__main__":
    main()
