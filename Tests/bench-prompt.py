#!/usr/bin/env python3
"""Measures the prompt on a pseudo-terminal, milliseconds as median (largest): start to prompt, the echo
of a key, completion among many names, and how soon Ctrl-C gives the prompt back.

usage: bench-prompt.py ANNALS [ENTITIES]"""
import fcntl
import os
import pty
import select
import signal
import sqlite3
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

PROMPT = b"annals> "
SYLLABLES = "ka ro mi ta ne su li vo da she an per zu gri mo ".split()


class Terminal:
    """A program at a terminal of 24 lines."""

    def __init__(self, *arguments, columns=80):
        self.seen = b""
        self.start = time.perf_counter()
        self.child, self.descriptor = pty.fork()
        if self.child == 0:
            os.environ["TERM"] = "xterm-256color"
            os.execv(arguments[0], arguments)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))

    def type(self, keys):
        self.seen = b""
        self.start = time.perf_counter()
        os.write(self.descriptor, keys)

    def wait(self, sign, limit=60):
        """Milliseconds from the last key, or the start, until `sign` is on the screen."""
        while sign not in self.seen:
            left = self.start + limit - time.perf_counter()
            if left <= 0 or not select.select([self.descriptor], [], [], left)[0]:
                raise SystemExit(f"no {sign!r} within {limit} s but {self.seen[-200:]!r}")
            self.seen += os.read(self.descriptor, 1 << 16)
        return 1000 * (time.perf_counter() - self.start)

    def close(self):
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)
        os.close(self.descriptor)


def many_entities(path, count):
    """Names of made-up persons, written into a session."""
    database = sqlite3.connect(path)
    name = lambda n: "".join(SYLLABLES[n // 15**k % 15] for k in range(3)).capitalize()
    rows = [(n + 1, f"{name(n)} {name(n // 7 + 31 * n)}{n}") for n in range(count)]
    database.executemany("INSERT INTO entity VALUES (?, ?, 'person', 0)", rows)
    database.executemany(
        "INSERT INTO entity_name VALUES (?, 'person', ?, 0, 'same')", [(b, a) for a, b in rows])
    database.commit()
    database.close()


def tell(what, times):
    print(f"{what}\t{statistics.median(times):.1f} ({max(times):.1f})")


def starts(annals, session):
    times = []
    for _ in range(15):
        terminal = Terminal(annals, session)
        times.append(terminal.wait(PROMPT))
        terminal.close()
    return times


def echoes(terminal):
    times = []
    for key in b"docs --lang en " * 4:
        terminal.type(bytes([key]))
        times.append(terminal.wait(bytes([key])))
        time.sleep(0.01)
    terminal.type(b"\x03")
    terminal.wait(PROMPT)
    return times


def completion(terminal):
    terminal.type(b"quotes --by karo\t")
    first = terminal.wait(b"more")
    terminal.type(b"x")
    echo = terminal.wait(b"x")
    terminal.type(b"\x7f\t")
    return first, echo, terminal.wait(b'"Karo')


def cancelled(annals, session, line, after=0.7, sign=PROMPT):
    times = []
    for _ in range(5):
        terminal = Terminal(annals, session)
        terminal.wait(PROMPT)
        terminal.type(line.encode() + b"\r")
        time.sleep(after)
        terminal.type(b"\x03")
        times.append(terminal.wait(sign))
        terminal.close()
    return times


def main():
    annals = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HOME"] = folder
        empty, full = folder + "/empty.session", folder + "/full.session"
        for path in (empty, full):
            subprocess.run([annals, path, "-c", "plugins"], check=True, capture_output=True)
        many_entities(full, count)
        tell("start to prompt, empty session", starts(annals, empty))
        tell(f"start to prompt, {count} entities", starts(annals, full))
        terminal = Terminal(annals, full)
        terminal.wait(PROMPT)
        tell("echo of a key", echoes(terminal))
        first, echo, second = completion(terminal)
        tell(f"first Tab among {count} names", [first])
        tell("a key after it", [echo])
        tell("the next Tab", [second])
        terminal.close()
        with open(folder + "/many.jsonl", "w") as file:
            for n in range(200_000):
                file.write('{"text": "President Xi Jinping met Vladimir Putin in Kazan on %d May. '
                           'He said that number %d was agreed."}\n' % (n % 28 + 1, n))
        endless = ('sql "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) '
                   'SELECT count(*) FROM n"')
        for what, line in [("load", f"load {folder}/many.jsonl"), ("sql", endless),
                           ("watch", "watch docs")]:
            tell(f"Ctrl-C during {what}", cancelled(annals, empty, line))
        for line in ["entities", "events", "quotes", "timeline", "stories", "copies",
                     "session check"]:
            tell(f"Ctrl-C during {line}", cancelled(annals, empty, line, after=0.1))


main()
