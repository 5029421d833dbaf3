#!/usr/bin/env python3
"""Makes the lists behind names.table of a pack: tables.py LANG names|variants DATA PACKS > LIST

DATA is the folder shared/data, PACKS the folder Sources/Languages. Beside the standard library it needs, by language:
  en  spacy-lookups-data 1.0.5 (MIT): how often a word is capitalised
  ru  pymorphy2-dicts-ru 2.4 (OpenCorpora, CC BY-SA 3.0) for name forms
  zh  jieba 0.42.1 (MIT) for words, opencc-python-reimplemented 0.1.7 (Apache-2.0) for variant characters
and for all: CLDR 41 (Unicode-DFS), GeoNames (CC BY 4.0), rigour 1.4.0 (MIT), the pack's own lists.
"""
import collections, gzip, importlib.util, json, lzma, os, re, sys

# The flags of a word or phrase; 32768 belongs to the table.
COUNTRY, REGION, CITY, PART, GIVEN, SURNAME, ORGANIZATION, PERSON = (1 << i for i in range(8))
PLACE, BODY, TITLE, DEMONYM, COMMON, CAPITAL, NOUN, = (1 << i for i in range(8, 15))
KINDS = {"place": PLACE, "organization": ORGANIZATION, "person": PERSON}
CODES = {"English": "en", "Hindi": "hi", "Russian": "ru", "Chinese": "zh"}
SCRIPT = {"en": re.compile(r"[A-Za-zÀ-ɏḀ-ỿ '’.\-]+"), "hi": re.compile(r"[ऀ-ॿ \-]+"), "ru": re.compile(r"[А-Яа-яЁё \-]+"), "zh": re.compile(r"[㐀-鿿·]+")}
language, what, data, packs = sys.argv[1:5]
pack = os.path.join(packs, {c: n for n, c in CODES.items()}[language], "Pack")
flags = collections.defaultdict(int)


def package(name, *path):
    return os.path.join(os.path.dirname(importlib.util.find_spec(name).origin), *path)


def add(flag, phrase):
    phrase = phrase.strip()
    if phrase and SCRIPT[language].fullmatch(phrase) and len(phrase) > (1 if language == "zh" else 2):
        flags[phrase] |= flag


def rows(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as f:
        return [l.rstrip("\n").split("\t") for l in f if l.strip() and not l.startswith("#")]


def entities():
    """Kinds and forms of the table of entities in this language."""
    found, kind = [], ""
    for r in rows(os.path.join(packs, "../Names/Tables/entities.tsv")):
        if r[0]:
            kind = r[0]
        elif r[1] == language:
            found.append((kind, r[2]))
    return found


def own_lists():
    """The table of entities in this language; names.tsv, demonyms.tsv, titles.tsv and words.tsv of the pack."""
    names = [(r[0], r[2]) for r in rows(os.path.join(pack, "names.tsv")) if len(r) > 2]
    for kind, forms in entities() + names:
        for form in forms.split("|"):
            for case in cases(form) if kind == "place" else [form]:
                add(KINDS["organization" if kind == "body" else kind], case)
    for r in rows(os.path.join(pack, "demonyms.tsv")):
        for form in r[1].split("|"):
            add(DEMONYM, form)
    for r in rows(os.path.join(pack, "titles.tsv")):
        for form in r[2].split("|"):
            add(TITLE, form)
    use = {"given": GIVEN, "surname": SURNAME, "organization": BODY, "function": COMMON}
    for r in rows(os.path.join(pack, "words.tsv")):
        for form in r[1].split("|") if r[0] in use else []:
            if language == "zh" and len(form) == 1:
                flags[form] |= use[r[0]]
            add(use[r[0]], form)


def cases(name):
    """A Russian place name of one word in its cases; other names as they are."""
    if language != "ru" or not name or " " in name or "-" in name:
        return [name]
    for end, others in (("ия", "ии ию ией"), ("я", "и е ю ей"), ("а", "ы и е у ой"), ("ий", "ия ию ием ии"), ("ь", "и ю ем е ью"), ("й", "я ю ем е")):
        if name.endswith(end):
            return [name] + [name[: -len(end)] + o for o in others.split()]
    return [name] + ([name + o for o in "а у ом е".split()] if name[-1] in "бвгджзклмнпрстфхцчшщ" else [])


def places():
    column = {"en": 2, "hi": 3, "ru": 4, "zh": 5}[language]
    with lzma.open(os.path.join(data, "names/cldr41-names.tsv.xz"), "rt", encoding="utf-8") as f:
        for r in (l.rstrip("\n").split("\t") for l in f):
            flag = {"territory": COUNTRY, "subdivision": REGION, "city": CITY}.get(r[0])
            for c in [column] + ([9] if language == "hi" else []):
                for name in cases(r[c]) if flag and c < len(r) else []:
                    add(flag, name)
    with lzma.open(os.path.join(data, "names/geonames-cities15000-2015.txt.xz"), "rt", encoding="utf-8") as f:
        for r in (l.rstrip("\n").split("\t") for l in f):
            names = [r[1], r[2]] if language == "en" else []
            if language != "en" or int(r[14] or 0) > 300_000:
                names += r[3].split(",")
            for name in names:
                if len(name) > 3 or language in ("hi", "zh"):
                    for case in cases(name) if SCRIPT[language].fullmatch(name) else []:
                        add(CITY, case)
    with lzma.open(os.path.join(data, "names/rigour-1.4.0-territories.jsonl.xz"), "rt", encoding="utf-8") as f:
        for r in map(json.loads, f):
            for name in [r.get("name", "")] + r.get("names_strong", []):
                for case in cases(name):
                    add(COUNTRY if r.get("is_country") else REGION, case)


def people():
    with lzma.open(os.path.join(data, "names/rigour-1.4.0-persons.txt.xz"), "rt", encoding="utf-8") as f:
        for line in f:
            for form in line.split("=>")[0].split(","):
                form = form.strip()
                if len(form) > (1 if language == "zh" else 2) and " " not in form:
                    add(PART, form)


def english():
    def load(name):
        with gzip.open(package("spacy_lookups_data", "data", name)) as f:
            return json.load(f)
    probability = load("en_lexeme_prob.json.gz")
    for word, p in probability.items():
        if not word.isalpha() or not word.islower() or len(word) < 2:
            continue
        lower, title = p, probability.get(word.capitalize(), -30)
        if max(lower, title) < -17.5:
            continue
        if lower > title + 0.7:
            flags[word] = flags[word] & ~(PART | CITY) | COMMON
        elif title > lower + 0.7:
            flags[word] |= CAPITAL


def russian():
    from pymorphy2_dicts_ru import get_path
    import inspect
    inspect.getargspec = lambda f: tuple(inspect.getfullargspec(f))[:4]
    import pymorphy2
    marks = {"Name": GIVEN, "Surn": SURNAME, "Patr": GIVEN, "Geox": REGION}
    found, common = collections.defaultdict(int), set()
    for word, tag, *_ in pymorphy2.MorphAnalyzer().dictionary.iter_known_words():
        kinds = [m for g, m in marks.items() if g in tag.grammemes]
        for mark in kinds:
            found[word] |= mark
        if not kinds and "Orgn" not in tag.grammemes and "Abbr" not in tag.grammemes and len(word) > 2:
            common.add(word)
    for word, mark in found.items():
        if "patr" in word or mark == GIVEN and re.search(r"(ович|евич|овн|евн)", word):
            continue
        add(mark | (COMMON if word in common else 0), word)


def chinese():
    common = {"n", "v", "a", "d", "vn", "b", "t", "i", "l", "r", "m", "c", "p", "s", "j", "z", "ad", "an"}
    with open(package("jieba", "dict.txt"), encoding="utf-8") as f:
        for line in f:
            word, count, tag = line.split()
            if len(word) < 2 or len(word) > 8:
                continue
            if tag.startswith("nr"):
                add(SURNAME if tag != "nrt" else PERSON, word)
            elif tag == "ns":
                add(CITY, word)
            elif tag == "nt":
                add(ORGANIZATION, word)
            elif tag == "nz":
                add(NOUN, word)
            elif tag in common and int(count) >= 20:
                add(COMMON, word)


def variants():
    with open(package("opencc", "dictionary", "TSCharacters.txt"), encoding="utf-8") as f:
        for line in f:
            a, b = line.split("\t")
            b = b.split()[0]
            if a != b and all(0x4E00 <= ord(c) <= 0x9FFF for c in a + b):
                print(a, b, sep="\t")


if what == "variants":
    variants()
else:
    own_lists()
    places()
    people()
    {"en": english, "ru": russian, "zh": chinese}.get(language, lambda: None)()
    for phrase in sorted(flags):
        print(flags[phrase], phrase, sep="\t")
