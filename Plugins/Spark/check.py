#!/usr/bin/env python3
"""Shows that Spark gives what a plain pipe gives: a master and two workers on loopback, once as they are, and once
with a worker and its executor killed in the middle.

  check.py ANNALS CORPUS.jsonl      needs pyspark and Java in the Python that runs it
"""
import glob, hashlib, json, os, shutil, signal, subprocess, sys, tempfile, time

import pyspark
import pyspark.sql

ANNALS, CORPUS = map(os.path.abspath, sys.argv[1:3])
HERE = os.path.dirname(os.path.abspath(__file__))
SPARK = os.path.join(os.path.dirname(pyspark.__file__), "bin")
PORT = 17077
MASTER = f"spark://127.0.0.1:{PORT}"


def digest(lines):
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def daemon(log, *words):
    environment = dict(os.environ, SPARK_LOCAL_IP="127.0.0.1", PYSPARK_PYTHON=sys.executable)
    return subprocess.Popen([os.path.join(SPARK, "spark-class"), *words], stdout=log, stderr=log, env=environment, start_new_session=True)


def worker(log, folder):
    return daemon(log, "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "-c", "1", "-m", "1200m", "-d", folder, MASTER)


def job(folder, output):
    environment = dict(os.environ, SPARK_LOCAL_IP="127.0.0.1", PYSPARK_PYTHON=sys.executable)
    return subprocess.Popen(
        [os.path.join(SPARK, "spark-submit"), "--master", MASTER, "--executor-memory", "700m", "--driver-memory", "700m",
         os.path.join(HERE, "annotate.py"), "--annals", ANNALS, "--input", CORPUS, "--output", output, "--partitions", "12"],
        stdout=subprocess.PIPE, stderr=open(os.path.join(folder, "job.log"), "a"), text=True, env=environment)


def lines(output):
    import duckdb
    rows = duckdb.connect().execute("SELECT line FROM read_parquet(?)", [os.path.join(output, "documents", "*.parquet")])
    return [line for (line,) in rows.fetchall()]


def finish(process, output, plain, what):
    out, _ = process.communicate(timeout=1500)
    assert process.returncode == 0, what
    counts = json.loads(out.strip().splitlines()[-1])
    assert digest(lines(output)) == plain, what
    print(f"{what}: {counts}, the same bytes as the plain pipe", flush=True)


def main():
    folder = tempfile.mkdtemp(prefix="annals-spark-")
    log = open(os.path.join(folder, "daemons.log"), "w")
    with open(CORPUS) as corpus:
        plain = subprocess.run([ANNALS, "annotate", "--whole"], stdin=corpus, capture_output=True, text=True, check=True)
    plain = digest(plain.stdout.splitlines())
    daemons = [daemon(log, "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", str(PORT), "--webui-port", "18080")]
    try:
        time.sleep(10)
        daemons += [worker(log, os.path.join(folder, "w1")), worker(log, os.path.join(folder, "w2"))]
        time.sleep(15)
        finish(job(folder, os.path.join(folder, "lake1")), os.path.join(folder, "lake1"), plain, "two workers")
        cut = job(folder, os.path.join(folder, "lake2"))
        while not glob.glob(os.path.join(folder, "lake2", "documents", "_temporary", "*", "*")):
            time.sleep(0.5)
        os.killpg(daemons[1].pid, signal.SIGKILL)
        finish(cut, os.path.join(folder, "lake2"), plain, "a worker killed in the middle")
    finally:
        for process in daemons:
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
