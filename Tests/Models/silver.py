#!/usr/bin/env python3
"""Names that natasha 1.6.0 (MIT) finds in texts, without the texts: silver.py label SET > LABELS; silver.py join SET LABELS > TRAINING

SET is ../shared/data/entities/ru-nerel, of which only the articles of Wikinews (CC BY 2.5) are used; its labels are not read. A line of LABELS is a
document's id and, between blanks, start:length:kind (p, o, l) of each name; TRAINING is what `annals train` reads: there a name takes in
what an organization is of, as FactRuEval and NEREL have it and natasha does not (Минобороны России, парламент Грузии, ЦК КПСС).
"""
import json, lzma, os, re, sys

KINDS = {"PER": "p", "ORG": "o", "LOC": "l"}
NAMES = {"p": "person", "o": "organization", "l": "place"}

# Words for what a state or a body has: with the name of that behind them they name an organization.
BODIES = re.compile(r"(?<!\w)(?:правительств|парламент|посольств|администраци|мэри|министерств|прокуратур|полици|арми|сенат|конгресс|сборн|суд|пресс-служб)\w*\s$", re.I)


def texts(folder):
    with lzma.open(os.path.join(folder, "docs.jsonl.xz"), "rt", encoding="utf-8") as f:
        for line in f:
            document = json.loads(line)
            # The other texts of NEREL come from newspapers.
            if document["id"].endswith("_text"):
                yield document["id"], document["text"]


def label(folder):
    from natasha import NewsEmbedding, NewsNERTagger
    tagger = NewsNERTagger(NewsEmbedding())
    for name, text in texts(folder):
        spans = [f"{s.start}:{s.stop - s.start}:{KINDS[s.type]}" for s in tagger(text).spans]
        print(name, *spans)


def whole(text, found):
    """The names with what an organization is of as part of its own."""
    names = []
    for name in found:
        last = names[-1] if names else dict(kind=None, start=0, end=0)
        if last["kind"] == "organization" and name["kind"] != "person" and text[last["end"]:name["start"]] == " ":
            last["end"] = name["end"]
            continue
        body = BODIES.search(text, max(last["end"], name["start"] - 20), name["start"]) if name["kind"] == "place" else None
        names.append(dict(name, start=body.start(), kind="organization") if body else name)
    return names


def join(folder, labels):
    with open(labels, encoding="utf-8") as f:
        known = {l.split()[0]: l.split()[1:] for l in f if l.strip()}
    for name, text in texts(folder):
        if name not in known:
            continue
        entities = whole(text, [dict(start=int(s), end=int(s) + int(n), kind=NAMES[k]) for s, n, k in (x.split(":") for x in known[name])])
        print(json.dumps(dict(id=name, text=text, entities=entities), ensure_ascii=False))


{"label": label, "join": join}[sys.argv[1]](*sys.argv[2:])
