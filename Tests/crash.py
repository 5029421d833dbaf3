#!/usr/bin/env python3
"""Shows that a load that is cut off loses nothing: `make crash`, or crash.py ANNALS [TRIALS].

Kills a load at random moments, lets two load at once, lets the disk and the file's size run out, and after each looks
whether the session opens, is whole, and is completed by loading again. Then loads every hostile
file that fixtures.py makes beside a good one. Standard library only.
"""
import json, os, random, resource, shutil, signal, subprocess, sys, tempfile, time

ANNALS = os.path.abspath(sys.argv[1])
TRIALS = int(sys.argv[2]) if len(sys.argv) > 2 else 40
DOCUMENTS = 3000
SENTENCES = [
    "The ministry said on {d} October 2024 that talks in Kazan would go on for {n} days.",
    "Spokeswoman Maria Zakharova said that {n} delegations had arrived in Moscow.",
    "\"We are ready,\" Foreign Minister Sergey Lavrov said, according to the agency.",
    "A fire in the port of Odesa was put out after {n} hours, the mayor said on Tuesday.",
]


def corpus(path, random_):
    with open(path, "w") as file:
        for number in range(DOCUMENTS):
            text = " ".join(random_.choice(SENTENCES).format(d=random_.randint(1, 28), n=random_.randint(2, 999)) for _ in range(12))
            file.write(json.dumps({"id": f"a{number}", "text": f"{number}. {text}", "lang": "en", "published": "2024-10-03"}) + "\n")


def run(session, command, **options):
    return subprocess.run([ANNALS, session, "-c", command], capture_output=True, text=True, **options)


def loaded(session):
    rows = [line.split(" | ") for line in run(session, "session info").stdout.splitlines()]
    return next(int(row[1]) for row in rows if row[0] == "documents")


def check(session, what):
    """The session opens, is whole, and a second load completes it; says how many documents there were."""
    result = run(session, "session check")
    assert result.returncode == 0 and result.stdout.strip() == "everything is whole", (what, result)
    return loaded(session)


def complete(session, source, before, what):
    result = run(session, f"load {source}")
    summary = result.stdout.strip().splitlines()[-1]
    assert f"{before} already here, 0 rejected" in summary, (what, before, summary, result.stderr)
    assert loaded(session) == DOCUMENTS, (what, loaded(session))
    check(session, what)


def killed(folder, source, random_):
    started = time.time()
    assert run(os.path.join(folder, "whole.session"), f"load {source}").returncode == 0
    whole = time.time() - started
    kept = []
    for trial in range(TRIALS):
        session = os.path.join(folder, f"killed{trial}.session")
        load = subprocess.Popen([ANNALS, session, "-c", f"load {source}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random_.uniform(0.02, whole))
        load.kill()
        load.wait()
        if not os.path.exists(session) or os.path.getsize(session) == 0:
            kept.append(0)
            continue
        before = check(session, f"trial {trial}")
        kept.append(before)
        if trial % 4 == 0:
            complete(session, source, before, f"trial {trial}")
    print(f"kill -9: {TRIALS} trials, {min(kept)} to {max(kept)} documents kept, every session whole, every fourth completed")


def interrupted(folder, source, random_):
    session = os.path.join(folder, "interrupted.session")
    load = subprocess.Popen([ANNALS, session, "-c", f"load {source}"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(1)
    load.send_signal(signal.SIGINT)
    out, _ = load.communicate()
    summary = out.strip().splitlines()[-1] if out.strip() else ""
    before = check(session, "Ctrl-C")
    if "interrupted" in summary:
        assert summary.startswith(f"{before} documents loaded"), (summary, before)
    complete(session, source, before, "Ctrl-C")
    print(f"Ctrl-C: {before} documents reported and kept, then completed")


def together(folder, source):
    """Two loads into one session: each stores all or says that the other one writes; the session is whole."""
    session, halves = os.path.join(folder, "together.session"), []
    with open(source) as file:
        lines = file.readlines()
    for number, part in enumerate((lines[::2], lines[1::2])):
        halves.append(os.path.join(folder, f"half{number}.jsonl"))
        with open(halves[-1], "w") as file:
            file.writelines(part)
    loads = [subprocess.Popen([ANNALS, session, "-c", f"load {half}"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for half in halves]
    said = [load.communicate()[1] for load in loads]
    for load, words in zip(loads, said):
        assert load.returncode == 0 or "another annals is writing to this session" in words, (load.returncode, words)
    assert any(load.returncode == 0 for load in loads), said
    before = check(session, "together")
    assert before >= DOCUMENTS // 2, before
    complete(session, source, before, "together")
    waited = sum(load.returncode == 0 for load in loads)
    print(f"two loads at once: {waited} ended well, {before} documents kept, then completed")


def file_limit(folder, source):
    session = os.path.join(folder, "limited.session")
    limit = 2 << 20
    result = run(session, f"load {source}", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    assert result.returncode != 0 and len(result.stderr.strip().splitlines()) <= 4, result
    before = check(session, "file limit")
    complete(session, source, before, "file limit")
    print(f"file-size limit: {before} documents kept, then completed; it said: {result.stderr.strip().splitlines()[0]}")


def full_disk(folder, source):
    disk = os.path.join(folder, "disk")
    os.mkdir(disk)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk], capture_output=True).returncode != 0:
        return print("full disk: skipped, mounting a small one needs root")
    try:
        session = os.path.join(disk, "full.session")
        result = run(session, f"load {source}")
        assert result.returncode != 0 and "full" in result.stderr, result
        moved = os.path.join(folder, "moved.session")
        for end in ("", "-wal"):
            if os.path.exists(session + end):
                shutil.copy(session + end, moved + end)
        before = check(moved, "full disk")
        complete(moved, source, before, "full disk")
        print(f"full disk: {before} documents kept, then completed; it said: {result.stderr.strip().splitlines()[0]}")
    finally:
        subprocess.run(["umount", disk])


def hostile(folder):
    """A document that is made to do harm takes less than 2 s of CPU and 256 MB, and no other is lost."""
    files = os.path.join(folder, "hostile")
    fixtures = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fixtures.py")
    subprocess.run([sys.executable, fixtures, "hostile", files], check=True)
    good = os.path.join(files, "good.txt")
    worst = (0, ""), (0, "")
    for name in sorted(os.listdir(files)):
        session = os.path.join(folder, name + ".session")
        load = subprocess.Popen([ANNALS, session, "-c", f"load {files}/{name} {good}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(load.pid, 0)
        seconds, megabytes = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
        assert status == 0 and seconds < 2 and megabytes < 256, (name, status, seconds, megabytes)
        assert "good.txt" in run(session, "docs").stdout, name
        check(session, name)
        worst = max(worst[0], (seconds, name)), max(worst[1], (megabytes, name))
    print(f"hostile files: at most {worst[0][0]:.2f} s ({worst[0][1]}) and {worst[1][0]:.0f} MB ({worst[1][1]}), every good document kept")


def main():
    random_ = random.Random(int(os.environ.get("SEED", "1")))
    folder = tempfile.mkdtemp(prefix="annals-crash-")
    try:
        source = os.path.join(folder, "articles.jsonl")
        corpus(source, random_)
        killed(folder, source, random_)
        interrupted(folder, source, random_)
        together(folder, source)
        file_limit(folder, source)
        full_disk(folder, source)
        hostile(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
