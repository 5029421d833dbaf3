#!/usr/bin/env python3
"""Learns how Han characters are sounded in names, and writes Sources/Names/Tables/han.tsv.

Aligns the Han and Latin forms of the name parts of rigour (MIT, OpenSanctions) by expectation
maximisation: every character sounds as nought to five Latin letters. Characters that stand in no
such name are sounded as the pinyin that GeoNames (CC BY 4.0) gives beside Han names.

    Tests/Tables/han-readings.py ../shared/data/names > Sources/Names/Tables/han.tsv
    Tests/Tables/han-readings.py ../shared/data/names --half    # learn from every second name only
"""
import lzma, math, re, sys, unicodedata
from collections import defaultdict

LONGEST = 5          # Latin letters of one character
ROUNDS = 5
ALTERNATIVES = 6     # readings kept of one character
LEAST = 0.03         # share that a reading needs to be kept


def is_han(text):
    return bool(text) and all("\u4e00" <= c <= "\u9fff" for c in text)


def latin(text):
    """Lower-case ASCII letters of a Latin form; empty if it has other letters."""
    text = text.lower().translate(str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ı": "i", "'": "", "’": "", "-": ""}))
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare if re.fullmatch(r"[a-z]+", bare) else ""


def name_parts(folder):
    with lzma.open(f"{folder}/rigour-1.4.0-persons.txt.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            forms, arrow, key = line.strip().partition(" => ")
            if not arrow:
                continue
            forms = [form.strip() for form in forms.split(",")]
            if any("\u3040" <= c <= "\u309f" for form in forms for c in form):
                continue        # a Japanese name, whose characters are not sounded as Chinese ones
            han = sorted({f for f in forms if is_han(f) and len(f) <= 10})
            sounds = sorted({latin(f) for f in forms} - {""})[:12]
            if han and sounds:
                yield key, han, sounds


def align(han, sound, weight, counts):
    """Adds the expected counts of one pair; its probability."""
    n, m = len(han), len(sound)
    forward = [[0.0] * (m + 1) for _ in range(n + 1)]
    forward[0][0] = 1.0
    for i in range(n):
        table = weight[han[i]]
        for j in range(m + 1):
            if forward[i][j]:
                for k in range(j, min(m, j + LONGEST) + 1):
                    forward[i + 1][k] += forward[i][j] * table(sound[j:k])
    total = forward[n][m]
    if counts is None or total <= 0:
        return total
    backward = [[0.0] * (m + 1) for _ in range(n + 1)]
    backward[n][m] = 1.0
    for i in reversed(range(n)):
        table = weight[han[i]]
        for j in range(m + 1):
            backward[i][j] = sum(
                table(sound[j:k]) * backward[i + 1][k] for k in range(j, min(m, j + LONGEST) + 1))
    for i in range(n):
        table = weight[han[i]]
        for j in range(m + 1):
            if forward[i][j]:
                for k in range(j, min(m, j + LONGEST) + 1):
                    share = forward[i][j] * table(sound[j:k]) * backward[i + 1][k] / total
                    if share > 1e-4:
                        counts[han[i]][sound[j:k]] += share
    return total


def learn(pairs):
    lengths = [0.02, 0.15, 0.45, 0.28, 0.08, 0.02]
    start = lambda s: lengths[len(s)] / 26 ** len(s)
    weight = defaultdict(lambda: start)
    for round in range(ROUNDS):
        counts = defaultdict(lambda: defaultdict(float))
        for hans, sounds in pairs:
            for han in hans:
                fitting = [s for s in sounds if len(s) <= LONGEST * len(han)]
                if not fitting:
                    continue
                best = fitting if round == 0 else [max(fitting, key=lambda s: align(han, s, weight, None))]
                for sound in best:
                    align(han, sound, weight, counts)
        weight = defaultdict(lambda: start)
        for char, table in counts.items():
            total = sum(table.values())
            smoothed = {s: c / (total + 0.3) for s, c in table.items()}
            weight[char] = (lambda t, rest: lambda s: t.get(s, 0) + rest * start(s))(smoothed, 0.3 / (total + 0.3))
        print(f"round {round}", file=sys.stderr)
    return counts


def pinyin(folder):
    """Characters with the syllable that stands in the same place of a spaced form."""
    counts = defaultdict(lambda: defaultdict(float))
    with lzma.open(f"{folder}/geonames-cities15000-2015.txt.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            forms = line.split("\t")[3].split(",")
            spaced = [f.split(" ") for f in forms if re.fullmatch(r"[a-z]{1,6}( [a-z]{1,6})+", f)]
            for han in filter(is_han, forms):
                for syllables in spaced:
                    if len(syllables) == len(han):
                        for char, syllable in zip(han, syllables):
                            counts[char][syllable] += 1
    return counts


def main():
    folder, half = sys.argv[1], "--half" in sys.argv
    pairs = [(h, s) for key, h, s in name_parts(folder) if not half or int(key[-1]) % 2 == 0]
    counts = learn(pairs)
    spelled = pinyin(folder)
    print("# Han characters with their sounds in names and the cost of each in hundredths.")
    print("# Derived by Tests/Tables/han-readings.py from name parts of rigour 1.4.0 (MIT, OpenSanctions)")
    print("# and GeoNames (CC BY 4.0, geonames.org).")
    for char in sorted(set(counts) | set(spelled)):
        table = dict(counts.get(char, {}))
        if sum(table.values()) < 3:
            for sound, count in spelled.get(char, {}).items():
                table[sound] = table.get(sound, 0) + count
        total = sum(table.values())
        best = sorted(table.items(), key=lambda item: (-item[1], item[0]))
        kept = [(s, c / total) for s, c in best if c / total >= LEAST][:ALTERNATIVES]
        if kept and total >= 1.5:
            top = kept[0][1]
            costs = {s: round(10 * math.log(top / p)) for s, p in kept}
            spelling = max(spelled.get(char, {"": 0}).items(), key=lambda item: (item[1], item[0]))[0]
            if spelling:
                costs.setdefault(spelling, 12)
            fields = [f"{s or '-'}:{cost}" for s, cost in costs.items()]
            print(char + "\t" + " ".join(fields))


main()
