#!/usr/bin/env python3
"""Makes one file of every format that annals reads, and hostile ones, into a folder.

  make.py formats DIR    the same short article in every format
  make.py hostile DIR    files that are made to crash, hang, or fill the memory of their reader

Standard library only; all text was written for this project.
"""
import base64, glob, gzip, io, json, os, re, sqlite3, struct, subprocess, sys, tarfile, tempfile, zipfile

TITLE = "Visit to Kazan announced"
DAY = "2024-10-03"
LINES = [
    "The Kremlin said on Wednesday that Chinese President Xi Jinping will visit Kazan in October.",
    "Spokesman Dmitry Peskov said that the two sides are preparing the visit with great care.",
    "Leaders of many other countries are expected to take part in the meeting on the Volga.",
]
TEXT = "\n".join(LINES) + "\n"
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in LINES)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>{TITLE}</title>
<meta name="author" content="Ada Reporter"><meta property="og:site_name" content="Northgate Herald">
<meta property="article:published_time" content="{DAY}T08:00:00Z">
<link rel="canonical" href="https://herald.example/visit"></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav><article>{PARAGRAPHS}</article>
<footer><p>All rights reserved</p></footer></body></html>"""


def zipped(entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in entries:
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            z.writestr(zipfile.ZipInfo(name, (2024, 10, 3, 0, 0, 0)), data, method)
    return out.getvalue()


def tarred(entries):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as t:
        for name, data in entries:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            t.addfile(info, io.BytesIO(data))
    return out.getvalue()


def docx():
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in LINES)
    return zipped([
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
         f"<w:body>{body}</w:body></w:document>"),
        ("docProps/core.xml", '<cp:coreProperties xmlns:cp="c" xmlns:dc="d">'
         f"<dc:title>{TITLE}</dc:title><dc:creator>Ada Reporter</dc:creator></cp:coreProperties>"),
    ])


def odt():
    body = "".join(f"<text:p>{line}</text:p>" for line in LINES)
    return zipped([
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", '<office:document-content xmlns:office="o" xmlns:text="t"><office:body>'
         f"<office:text>{body}</office:text></office:body></office:document-content>"),
        ("meta.xml", '<office:document-meta xmlns:office="o" xmlns:dc="d">'
         f"<dc:title>{TITLE}</dc:title></office:document-meta>"),
    ])


def epub():
    return zipped([
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'),
        ("OEBPS/book.opf", '<package xmlns="p" xmlns:dc="d"><metadata>'
         f"<dc:title>{TITLE}</dc:title><dc:language>en</dc:language><dc:date>{DAY}</dc:date></metadata>"
         '<manifest><item id="b" href="two.xhtml"/><item id="a" href="one.xhtml"/></manifest>'
         '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'),
        ("OEBPS/one.xhtml", f"<html><body><p>{LINES[0]}</p><p>{LINES[1]}</p></body></html>"),
        ("OEBPS/two.xhtml", f"<html><body><p>{LINES[2]}</p></body></html>"),
    ])


def pdf():
    """A page of Helvetica, a line of text each."""
    text = "BT /F1 10 Tf 40 700 Td " + " ".join(f"({line}) Tj 0 -30 Td" for line in LINES) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    out += "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")


def mail(encoding="base64"):
    body = base64.encodebytes(TEXT.encode()).decode() if encoding == "base64" else TEXT
    return (f"From: Ada Reporter <ada@herald.example>\r\nTo: desk@herald.example\r\nSubject: =?utf-8?B?"
            f"{base64.b64encode(TITLE.encode()).decode()}?=\r\nDate: Thu, 03 Oct 2024 08:00:00 +0200\r\n"
            "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"b\"\r\n\r\n"
            "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>not this</p>\r\n"
            f"--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
            f"{body}\r\n--b--\r\n").encode()


def warc():
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}".encode()
    head = ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://herald.example/visit\r\n"
            f"WARC-Date: 2024-10-04T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n").encode()
    info = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\ninfo\r\n\r\n"
    return info, head + http + b"\r\n\r\n"


def rss():
    return (f'<?xml version="1.0"?><rss version="2.0" xmlns:content="c"><channel><title>Northgate Herald</title>'
            f"<language>en</language><item><title>{TITLE}</title><link>https://herald.example/visit</link>"
            f"<pubDate>Thu, 03 Oct 2024 08:00:00 GMT</pubDate><description>short</description>"
            f"<content:encoded><![CDATA[{PARAGRAPHS}]]></content:encoded></item></channel></rss>")


def atom():
    return (f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Northgate Herald</title><entry><title>{TITLE}</title>'
            f'<link href="https://herald.example/visit"/><published>{DAY}T08:00:00Z</published><author><name>Ada Reporter</name></author>'
            f'<content type="html">{PARAGRAPHS.replace("<", "&lt;")}</content></entry></feed>')


def newsml(status="usable"):
    return (f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:herald:1"><itemMeta><provider literal="Northgate Herald"/>'
            f'<versionCreated>{DAY}T08:00:00Z</versionCreated><pubStatus qcode="stat:{status}"/></itemMeta>'
            f'<contentMeta><language tag="en"/><headline>{TITLE}</headline></contentMeta><contentSet><inlineXML>'
            f"<nitf><body><body.content>{PARAGRAPHS}</body.content></body></nitf></inlineXML></contentSet></newsItem>")


def ninjs(status="usable"):
    return json.dumps({"uri": "urn:herald:2", "pubstatus": status, "versioncreated": f"{DAY}T08:00:00Z", "language": "en",
                       "headline": TITLE, "byline": "Ada Reporter", "body_html": PARAGRAPHS}, indent=1)


def formats():
    record = {"id": "r1", "text": TEXT, "title": TITLE, "published": DAY, "lang": "en"}
    info, page = warc()
    flat = TEXT.strip().replace("\n", " ")
    yield "plain.txt", f"Title: {TITLE}\nDate: {DAY}\n\n{TEXT}".encode()
    yield "utf16.txt", f"Title: {TITLE}\nDate: {DAY}\n\n{TEXT}".encode("utf-16")
    yield "front.md", f"---\ntitle: {TITLE}\ndate: {DAY}\n---\n{TEXT}".encode()
    yield "page.html", PAGE.encode()
    yield "page-without-ending", PAGE.replace("</p>", "</p><!-- -->", 1).encode()
    yield "lines.jsonl", (json.dumps(record) + "\n").encode()
    yield "one.json", json.dumps(record, indent=1).encode()
    yield "many.json", json.dumps([record]).encode()
    yield "table.csv", f'title,date,content\r\n"{TITLE}",{DAY},"{TEXT}"\r\n'.encode()
    yield "table.tsv", f"title\tdate\ttext\n{TITLE}\t{DAY}\t{flat}\n".encode()
    yield "feed.rss", rss().encode()
    yield "feed.atom", atom().encode()
    yield "mail.eml", mail()
    yield "box.mbox", b"From ada Thu Oct  3 08:00:00 2024\n" + mail("8bit").replace(b"\r\n", b"\n") + b"\n"
    yield "text.docx", docx()
    yield "text.odt", odt()
    yield "book.epub", epub()
    yield "page.pdf", pdf()
    yield "crawl.warc", info + page
    yield "crawl.warc.gz", gzip.compress(info, mtime=0) + gzip.compress(page, mtime=0)
    yield "item.newsml.xml", newsml().encode()
    yield "item.ninjs.json", ninjs().encode()
    yield "files.zip", zipped([("a/plain.txt", TEXT), ("a/.hidden", "x"), ("b.html", PAGE)])
    yield "files.tar.gz", gzip.compress(tarred([("plain.txt", TEXT.encode()), ("in.zip", zipped([("p.html", PAGE)]))]), mtime=0)
    yield "plain.txt.gz", gzip.compress(TEXT.encode(), mtime=0)
    yield "withheld.xml", newsml("withheld").encode()
    yield "cancelled.json", ninjs("canceled").encode()


def overlapping():
    """A zip whose 300 entries are one and the same megabyte of zeros."""
    whole = zipped([("zeros.txt", b"0" * (1 << 20))])
    start = whole.index(b"PK\x01\x02")
    end = whole.index(b"PK\x05\x06")
    entry, count = whole[start:end], 300
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(entry) * count, start, 0)
    return whole[:start] + entry * count + tail


def matryoshka(levels):
    """An archive in an archive in an archive …, each of another kind, with an article at every level."""
    inner = TEXT.encode()
    for level in range(levels):
        kind = level % 3
        article = (f"level{level}.txt", f"{TEXT}Level {level}.\n".encode())
        if kind == 0:
            inner = zipped([article, (f"inner{level}.bin", inner)])
        elif kind == 1:
            inner = tarred([article, (f"inner{level}.bin", inner)])
        else:
            inner = gzip.compress(inner, mtime=0)
    return inner


def itself():
    """A tar in which an entry is a link to the archive, and another one to the folder that it is in."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as t:
        for name, kind, target in [("itself.tar", tarfile.SYMTYPE, "itself.tar"), ("up", tarfile.SYMTYPE, ".."),
                                   ("hard.txt", tarfile.LNKTYPE, "hard.txt")]:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, target
            t.addfile(info)
        info = tarfile.TarInfo("good.txt")
        info.size = len(TEXT)
        t.addfile(info, io.BytesIO(TEXT.encode()))
    return out.getvalue()


# What no name of a file should hold: ends of lines and of C's texts, commands of terminals, a mark that turns the writing.
NAMES = ["nul\0.txt", "line\nbreak.txt", "escape\x1b[2J.txt", "bell\x07.txt", "return\r.txt", "c1\x9b31m.txt", "turned\u202etxt.exe", "x" * 3000 + ".txt"]


def named(write):
    return write([(name, f"{TEXT}Number {number}.\n".encode()) for number, name in enumerate(NAMES)])


def oddly_zipped(entries):
    """As `zipped`, with names that the zipfile module would mend: they are patched in."""
    out = zipped([(f"{number:05}" + "n" * (len(name.encode()) - 5), data) for number, (name, data) in enumerate(entries)])
    for number, (name, _) in enumerate(entries):
        out = out.replace(f"{number:05}".encode() + b"n" * (len(name.encode()) - 5), name.encode())
    return out


def hostile():
    yield "matryoshka.zip", matryoshka(10)
    yield "itself.tar", itself()
    yield "overlapping.zip", overlapping()
    yield "names.zip", named(oddly_zipped)
    yield "names.tar", named(tarred)
    yield "bomb.txt.gz", gzip.compress(b"0" * (300 << 20), 9, mtime=0)
    inner = zipped([("zeros.txt", b"0" * (40 << 20))])
    for level in range(6):
        inner = zipped([(f"level{level}.zip", inner)])
    yield "nested.zip", inner
    yield "out.tar", tarred([("../../escape.txt", TEXT.encode()), ("/etc/absolute.txt", TEXT.encode()), ("good.txt", TEXT.encode())])
    yield "deep.html", b"<html><body>" + b"<div>" * 40_000 + TEXT.encode() + b"</div>" * 40_000
    yield "attributes.html", b"<html><body><p " + b" ".join(b"a%d=1" % i for i in range(100_000)) + b">" + TEXT.encode() + b"</p>"
    yield "open.html", b"<html><body>" + b"<p>x<table><tr><td>" * 20_000 + TEXT.encode()
    entity = '<!DOCTYPE rss [<!ENTITY a "' + "x" * 100_000 + '">]>'
    yield "quadratic.rss", (entity + "<rss><channel><item><description>" + "&a;" * 10_000 + "</description></item></channel></rss>").encode()
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    yield "laughs.rss", f'<!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]><rss><channel><item><description>&l9;</description></item></channel></rss>'.encode()
    yield "outside.rss", b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><description>&x;</description></item></channel></rss>'
    yield "deep.rss", b"<rss><channel><item><description>" + b"<a>" * 100_000 + b"</a>" * 100_000
    yield "marks.txt", ("a" + "\u0301\u0323" * 100_000 + "\n" + TEXT).encode()
    yield "escapes.txt", ("\x1b]0;owned\x07\x1b[2J\x9b31m\r" + TEXT).encode()
    yield "broken.txt", b"\xff\xfe\xfd" * 2 + bytes(range(128, 256)) * 400
    yield "zeros.txt", b"\0" * 100_000
    yield "some-zeros.txt", TEXT.encode() * 40 + b"\0" + TEXT.encode()
    yield "odd.utf16.txt", TEXT.encode("utf-16") + b"x"
    yield "line.txt", b"word " * (12 << 20)
    yield "line.jsonl", b'{"id": "x", "text": "' + b"a" * (200 << 20) + b'"}\n' + json.dumps({"id": "good", "text": TEXT}).encode() + b"\n"
    yield "nested.jsonl", b'{"id": "x", "text": ' + b"[" * 100_000 + b"\n" + json.dumps({"id": "good2", "text": TEXT + "again"}).encode() + b"\n"
    yield "parts.eml", (b"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + b"--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" * 20_000)
    yield "quotes.csv", b'title,text\n"' + b'""' * 1_000_000 + b"\n"
    yield "broken.docx", docx()[:400]
    yield "broken.pdf", b"%PDF-1.4\n" + b"1 0 obj << /Kids [1 0 R] >> endobj\n" * 10_000
    yield "chunks.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\n"
    yield "good.txt", TEXT.encode() + b"Nothing is wrong with this one.\n"


# What fuzzing of a target starts from: the endings of formats, or what `seeds` makes.
SEEDS = {"decode": (".txt", ".md", ".csv", ".tsv"), "html": (".html",), "jsonl": (".jsonl", ".json"), "mail": (".eml", ".mbox"),
         "xml": (".rss", ".atom", ".xml"), "archive": (".zip", ".gz", ".docx", ".odt", ".epub", ".warc")}


def seeds(target):
    if target in SEEDS:
        yield from (file for file in formats() if file[0].endswith(SEEDS[target]))
    elif target == "session":
        yield "small.session", session()
    else:
        here = os.path.dirname(os.path.abspath(__file__))
        texts = [open(path, encoding="utf-8").read() for path in sorted(glob.glob(os.path.join(here, "../Notebooks/**/*.annals.md"), recursive=True))]
        if target == "notebook":
            yield from ((f"{number}.annals.md", text.encode()) for number, text in enumerate(texts))
        lines = sorted({line for text in texts for line in text.splitlines() if re.match("[a-z$]", line)})
        if target == "command":
            yield from ((f"{number}.txt", line.encode()) for number, line in enumerate(lines))
        if target == "dates":
            dates = sorted({word for text in texts for word in re.findall(r"\b[0-9X]{4}(?:-[0-9X]+)*[?~%]?|P[0-9]+[YMWD]", text)})
            dates += ["2024-10-02/2024-10-05", "2024-21", "../2024", "[2024,2025]", "{2024-10,2024-11}", "2024-W40-WE", "2024-10-02TEV", "PT30M", "XXXX-WXX-1"]
            yield from ((f"{number}.txt", date.encode()) for number, date in enumerate(dates))


def session():
    """A session with small pages, as annals writes it: the program is named by ANNALS."""
    with tempfile.TemporaryDirectory() as folder:
        source, path = os.path.join(folder, "a.jsonl"), os.path.join(folder, "a.session")
        with open(source, "w") as file:
            file.write(json.dumps({"id": "r1", "text": TEXT, "title": TITLE, "published": DAY, "lang": "en"}) + "\n")
        subprocess.run([os.environ["ANNALS"], path, "-c", f"load {source}"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        database = sqlite3.connect(path)
        for pragma in ("PRAGMA journal_mode = DELETE", "PRAGMA page_size = 512", "VACUUM"):
            database.execute(pragma).fetchall()
        database.close()
        with open(path, "rb") as file:
            return file.read()


def main():
    kind, folder = sys.argv[1], sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    files = seeds(kind[6:]) if kind.startswith("seeds-") else {"formats": formats, "hostile": hostile}[kind]()
    for name, data in files:
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)


if __name__ == "__main__":
    main()
