#!/usr/bin/env python3
"""Names that natasha 1.6.0 (MIT) finds in texts, without the texts: silver.py label SET > LABELS; silver.py join SET LABELS > TRAINING

SET is ../shared/data/entities/ru-nerel, of which only the articles of Wikinews (CC BY 2.5) are used; its labels are not read. A line of LABELS is a
document's id and, between blanks, start:length:kind (p, o, l) of each name; TRAINING is what `annals train` reads.
"""
import json, lzma, os, sys

KINDS = {"PER": "p", "ORG": "o", "LOC": "l"}
NAMES = {"p": "person", "o": "organization", "l": "place"}


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


def join(folder, labels):
    with open(labels, encoding="utf-8") as f:
        known = {l.split()[0]: l.split()[1:] for l in f if l.strip()}
    for name, text in texts(folder):
        if name not in known:
            continue
        entities = []
        for span in known[name]:
            start, length, kind = span.split(":")
            entities.append(dict(start=int(start), end=int(start) + int(length), kind=NAMES[kind]))
        print(json.dumps(dict(id=name, text=text, entities=entities), ensure_ascii=False))


{"label": label, "join": join}[sys.argv[1]](*sys.argv[2:])
