#!/usr/bin/env python3
"""Writes Sources/Names/Tables/places.tsv: which place a written name may stand for.

Countries and subdivisions are CLDR's (Unicode-DFS-2016), cities those of GeoNames (CC BY 4.0,
geonames.org). A line is the folded name, a tab, and the places, the best known first:
`RU` a territory, `g524901:10381222` a city with its population, `ru-mow` a subdivision. Lines are
sorted by bytes, so that a name is found in the file itself by halving.

    Tests/Tables/places.py ../shared/data/names > Sources/Names/Tables/places.tsv
"""
import lzma, re, sys, unicodedata
from collections import defaultdict

SCRIPTS = re.compile(r"^(?:[a-z\u00c0-\u024f\u1e00-\u1eff]|[\u0400-\u052f]|[\u0900-\u097f]|[\u4e00-\u9fff]|[\u0600-\u06ff]|[ .'’\-·0-9()])+$")
LATIN = re.compile(r"[a-z]")


def fold(text):
    """The folded form that Text/Folding.swift defines, for the scripts of this table."""
    text = unicodedata.normalize("NFC", text)
    out, chars = [], list(text)
    half = lambda i: (i + 2 < len(chars) and chars[i] in "ङञणनम" and chars[i + 1] == "\u094d"
                      and "\u0915" <= chars[i + 2] <= "\u0939")
    for i, c in enumerate(chars):
        v = ord(c)
        if v in (0x93C, 0xAD, 0x61C, 0x640, 0x670, 0xFEFF) or 0x200B <= v <= 0x200F or 0x64B <= v <= 0x655:
            continue
        if v == 0x901:
            c = "\u0902"
        elif 0x958 <= v <= 0x95F:
            c = "कखगजडढफय"[v - 0x958]
        elif c in "ङञणनम":
            c = "\u0902" if half(i) else c
        elif v == 0x94D and i > 0 and half(i - 1):
            continue
        elif v in (0x451, 0x401):
            c = "\u0435"
        elif v in (0x622, 0x623, 0x625, 0x671):
            c = "\u0627"
        elif v in (0x649, 0x6CC):
            c = "\u064A"
        elif unicodedata.decimal(c, None) is not None:
            c = str(unicodedata.decimal(c))
        elif v < 0x530 or 0x1E00 <= v <= 0x1EFF:
            c = c.lower()
        out.append(c)
    return "".join(out)


def rows(path):
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def main():
    folder = sys.argv[1]
    places = defaultdict(dict)          # folded name → place → rank

    def add(name, place, rank):
        name = fold(fold(name.strip()))     # a joiner may hide what folds
        if 2 <= len(name) <= 60 and SCRIPTS.match(name) and not name.isdigit():
            places[name][place] = max(places[name].get(place, 0), rank)
            bare = re.sub(r"\s*\(.*\)$", "", name)
            if bare != name and len(bare) > 1:
                places[bare].setdefault(place, rank // 2)

    cities = {}                         # country and folded main name → city
    for fields in rows(f"{folder}/geonames-cities15000-2015.txt.xz"):
        if int(fields[14] or 0) >= 100_000:
            cities[fields[8].lower(), fold(fields[1])] = "g" + fields[0]

    languages = ["en", "hi", "ru", "zh", "vi", "uk", "ar", "es", "de", "fr"]
    table = rows(f"{folder}/cldr41-names.tsv.xz")
    columns = next(table)
    chosen = [columns.index(code) for code in languages]
    for fields in table:
        kind, key = fields[0], fields[1]
        if kind == "territory" and re.fullmatch(r"[A-Z]{2}", key):
            for column in chosen:
                if column < len(fields) and fields[column]:
                    add(fields[column], key, 10**10)
        elif kind == "subdivision":
            # A city that is a subdivision of its own, such as Moscow, is one place.
            city = cities.get((key[:2].lower(), fold(fields[columns.index("en")])))
            for column in chosen[:8]:
                if column < len(fields) and fields[column]:
                    add(fields[column], city or key.lower(), 1)
    for fields in rows(f"{folder}/geonames-cities15000-2015.txt.xz"):
        place, population = "g" + fields[0], int(fields[14] or 0)
        if population < 15_000:
            continue
        add(fields[1], place, population)
        add(fields[2], place, population)
        for name in fields[3].split(","):
            isLatin = LATIN.search(name.lower())
            if re.fullmatch(r"[A-Z]{2,4}|[a-z]+( [a-z]+)*", name):
                continue                # airport codes and spelled-out forms of other scripts
            if not isLatin and population >= 30_000 or isLatin and population >= 300_000:
                add(name, place, population)
    print("# Names of places, folded, with the places they may stand for; made by Tests/Tables/places.py.")
    print("# Countries and subdivisions: Unicode CLDR 41 (Unicode-DFS-2016). Cities: GeoNames (CC BY 4.0).")
    for name in sorted(places, key=lambda name: name.encode()):
        # Two entries with one population are the city and its centre: the later one is the city.
        byRank = {rank if rank > 1 else place: place for place, rank in sorted(places[name].items())}
        kept = {place: places[name][place] for place in byRank.values()}
        best = sorted(kept.items(), key=lambda item: (-item[1], item[0]))[:4]
        print(name + "\t" + " ".join(p if r >= 10**10 or r <= 1 else f"{p}:{r}" for p, r in best))


main()
