#!/usr/bin/env python3
"""Texts that are made to take long: how the time to read them grows with their length.

usage: bench-slow.py ANNALS

A text of n and one of 2n characters of each kind are read by `annals annotate`; the CPU time of the
second over that of the first is about 2 if reading is linear. It says so and exits with 1 if a kind
takes more than 3 times, or a megabyte longer than half a minute."""
import json
import os
import subprocess
import sys

SIZE = 1 << 18
MOST, SLOWEST = 3.0, 30.0
# Seconds that no ratio is taken of: they are the start of the program.
LEAST = 0.05

KINDS = {
    "one word": "a", "digits": "1234567890", "numbers": "1,000,000,", "years": "2024 ", "dates": "3 October 2024, ",
    "slashed dates": "10/3/2024-", "open quotes": "“he said ", "quotes": "\"a\" ", "brackets": "((((", "commas": ",", "stops": "... ",
    "names": "Putin ", "titles": "President ", "names and titles": "President Vladimir Putin of Russia and ",
    "speech": "he said that she said that ", "capitals": "Ab ", "acronyms": "NATO-", "hyphens": "a-", "marks": "\u0301",
    "line breaks": "\n", "short lines": "a\n", "Devanagari marks": "क्", "Devanagari signs": "कि़ं", "dandas": "।", "Hindi numbers": "दो लाख ",
    "Hindi speech": "ने कहा कि ", "Han": "习", "Han numbers": "二十", "Han dates": "十月三日", "flags": "\U0001F1F7", "joiners": "क\u200d",
    "turned writing": "\u202e", "Cyrillic": "Путин заявил, что ", "entities": "&amp;", "weekdays": "on Monday the ", "durations": "for two years and ",
    "prevented": "denied that he would not ", "apostrophes": "'s", "percent": "5% of ", "addresses": "http://a.b/",
}


def seconds(annals, text, language):
    line = json.dumps({"id": "a", "text": text, "lang": language, "published": "2024-10-03"}, ensure_ascii=False) + "\n"
    child = subprocess.Popen([annals, "annotate"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    child.stdin.write(line.encode())
    child.stdin.close()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = status
    assert status == 0, (text[:20], status)
    return used.ru_utime + used.ru_stime


def main():
    annals, slow = sys.argv[1], 0
    starts = {}
    for kind, unit in KINDS.items():
        language = "hi" if any(0x900 <= ord(c) < 0x980 for c in unit) else "zh" if any(0x4E00 <= ord(c) < 0xA000 for c in unit) else "ru" if any(0x400 <= ord(c) < 0x500 for c in unit) else "en"
        if language not in starts:
            starts[language] = seconds(annals, "a", language)
        short, long = (max(LEAST, seconds(annals, unit * (size // len(unit)), language) - starts[language]) for size in (SIZE, 2 * SIZE))
        ratio = long / short
        is_slow = (ratio > MOST and long > 4 * LEAST) or long * (1 << 20) / (2 * SIZE) > SLOWEST
        slow += is_slow
        print(f"{kind:18} {language}  {short:6.2f} s  {long:6.2f} s  {ratio:4.2f}{'  SLOW' if is_slow else ''}", flush=True)
    sys.exit(1 if slow else 0)


if __name__ == "__main__":
    main()
