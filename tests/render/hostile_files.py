"""Files that no honest person sends as a template, each as bytes, by what they try."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

DOCUMENT, RELATIONSHIPS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
_SETTINGS_END = b"</w:settings>"
_MANY = 300_000
REMOTE = "http://elsewhere.example/a"
_RELATED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="a" Type="{OFFICE}/image" Target="{REMOTE}" TargetMode="External"/></Relationships>'
)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


class Sound:
    """A sound file as its parts, from which bad ones are made."""

    def __init__(self, file: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(file)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}

    def with_part(self, name: str, change: Callable[[bytes], bytes]) -> bytes:
        return zipped({**self.parts, name: change(self.parts.get(name, b""))})

    def with_body(self, xml: str) -> bytes:
        return self.with_part(
            DOCUMENT, lambda part: part.replace(b"<w:sectPr>", xml.encode() + b"<w:sectPr>")
        )

    def with_text(self, *texts: str) -> bytes:
        return self.with_body("".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts))

    def related(self, kind: str, target: str, *, external: bool = False, owner: str = RELATIONSHIPS) -> bytes:
        mode = ' TargetMode="External"' if external else ""
        more = f'<Relationship Id="rIdX" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
        return self.with_part(owner, lambda part: part.replace(b"</Relationships>", more.encode()))

    def field(self, *pieces: str) -> bytes:
        begin, end = ('<w:r><w:fldChar w:fldCharType="' + kind + '"/></w:r>' for kind in ("begin", "end"))
        runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
        return self.with_body(f"<w:p>{begin}{runs}{end}</w:p>")


def _broken_zips(sound: Sound) -> dict[str, bytes]:
    good = zipped(sound.parts)
    damaged = bytearray(good)
    start = good.index(b"word/document.xml") + 60
    damaged[start : start + 40] = b"\xff" * 40
    locked = good.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")
    doubled = io.BytesIO(good)
    with zipfile.ZipFile(doubled, "a") as package:
        package.writestr("word/Document.xml", b"<other/>")
    return {
        "no zip": b"not a zip",
        "an empty file": b"",
        "half a file": good[: len(good) // 2],
        "damaged data": bytes(damaged),
        "a locked zip": locked,
        "two documents in one": doubled.getvalue(),
        "a part outside": zipped({**sound.parts, "../../evil.xml": b"<a/>"}),
        "a zip of something else": zipped({"a.txt": b"a"}),
        "no main part": zipped({name: part for name, part in sound.parts.items() if name != DOCUMENT}),
        "an old .doc": _OLE + b"Word.Document.8",
        "a password": _OLE + "EncryptedPackage".encode("utf-16-le"),
        "an RTF": rb"{\rtf1 {{ a }}}",
        "a PDF": b"%PDF-1.7",
    }


def _bombs(sound: Sound) -> dict[str, bytes]:
    return {
        "a zip bomb": zipped({**sound.parts, "word/media/a.bin": b"\0" * 100_000_000}),
        "a bomb of one part": sound.with_part(DOCUMENT, lambda part: part + b" " * 30_000_000),
        "a bomb of many parts": zipped({**sound.parts, **{f"word/a{n}.xml": b"<a/>" for n in range(3000)}}),
    }


def _xml(sound: Sound) -> dict[str, bytes]:
    def laughing(part: bytes) -> bytes:
        text = part.decode().split("?>", 1)[1].replace("Text", "&l11;")
        return f'<?xml version="1.0"?><!DOCTYPE w [{_LAUGHS}]>{text}'.encode()

    def reading(part: bytes) -> bytes:
        text = part.decode().split("?>", 1)[1].replace("Text", "&f;")
        return f'<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]>{text}'.encode()

    def wide(part: bytes) -> bytes:
        text = laughing(part).decode().replace('version="1.0"', 'version="1.0" encoding="UTF-16"')
        return text.encode("utf-16")

    deep = "<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000
    return {
        "a billion laughs": sound.with_part(DOCUMENT, laughing),
        "a billion laughs in UTF-16": sound.with_part(DOCUMENT, wide),
        "a file of this machine": sound.with_part(DOCUMENT, reading),
        "XML of great depth": sound.with_body(deep),
        "XML that ends early": sound.with_part(DOCUMENT, lambda part: part[:-30]),
    }


def unreadable(sound: Sound) -> dict[str, bytes]:
    """What cannot be read as a Word document: refused as a whole, in one sentence."""
    return {**_broken_zips(sound), **_bombs(sound), **_xml(sound)}


def dangerous(sound: Sound) -> dict[str, tuple[bytes, str]]:
    """What can be read and brings something along: the file, and the rule that tells it."""
    plain, macros = b"document.main+xml", b"document.macroEnabled.main+xml"

    def laughing(part: bytes) -> bytes:
        return f"<!DOCTYPE w [{_LAUGHS}]>".encode() + part.split(b"?>", 1)[1]

    return {
        "a .docm": (sound.with_part(TYPES, lambda part: part.replace(plain, macros)), "macros"),
        "macros": (sound.related("vbaProject", "vbaProject.bin"), "embedded"),
        "an ActiveX control": (sound.related("control", "activeX/activeX1.xml"), "embedded"),
        "an embedded object": (sound.related("oleObject", "embeddings/o.bin"), "embedded"),
        "an embedded web page": (sound.related("aFChunk", "a.mht"), "embedded"),
        "another document": (sound.related("subDocument", REMOTE, external=True), "embedded"),
        "a remote image": (sound.related("image", REMOTE, external=True), "external"),
        "a remote image in the header": (
            sound.with_part("word/_rels/header1.xml.rels", lambda _: _RELATED.encode()),
            "external",
        ),
        "a field that fetches": (sound.field("INCLUDEPIC", 'TURE "http://e.example/a.png"'), "field"),
        "a field that runs": (sound.field(" DDE", 'AUTO c:\\\\windows "cmd"'), "field"),
        "a simple field that fetches": (
            sound.with_body('<w:p><w:fldSimple w:instr=" INCLUDETEXT &quot;/etc/passwd&quot;"/></w:p>'),
            "field",
        ),
        "an attached template": (
            sound.with_part(
                "word/settings.xml",
                lambda part: part.replace(_SETTINGS_END, b"<w:attachedTemplate/>" + _SETTINGS_END),
            ),
            "attached",
        ),
        "a mail merge": (
            sound.with_part(
                "word/settings.xml",
                lambda part: part.replace(_SETTINGS_END, b"<w:mailMerge/>" + _SETTINGS_END),
            ),
            "mail_merge",
        ),
        "a .dotx": (
            sound.with_part(TYPES, lambda part: part.replace(plain, b"template.main+xml")),
            "dotx",
        ),
        "a billion laughs in the header": (sound.with_part("word/header1.xml", laughing), "unreadable"),
        "a billion laughs in the properties": (sound.with_part("docProps/core.xml", laughing), "unreadable"),
        "a bound control": (
            sound.with_body(
                "<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent><w:p><w:r>"
                "<w:t>{{ movant.name }}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            ),
            "bound",
        ),
        "a changed row": (
            sound.with_body(
                "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>"
                "</w:tbl><w:p/>"
            ),
            "revisions",
        ),
        "an old table of contents": (sound.field('TOC \\o "1-3"'), "stale"),
        "five thousand open blocks": (sound.with_text(*["{%p if counsel.pro_se %}"] * 5000), "open"),
        "merged rows about a row tag": (
            sound.with_body(
                "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r>"
                "<w:t>{%tr for row in exhibits %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
            ),
            "merged",
        ),
    }  # fmt: skip


def exhausting(sound: Sound) -> dict[str, bytes]:
    """What would read or run for ever, or fill the memory."""
    loop, end = "{% for a in flags %}", "{% endfor %}"
    loops = loop + loop.replace(" a ", " b ") + loop.replace(" a ", " c ")
    four = loops + loop.replace(" a ", " d ")
    return {
        "a million braces": sound.with_text("{{" * _MANY),
        "a million paragraph tags": sound.with_text("{%p " * _MANY),
        "a million comments": sound.with_text("{#" * _MANY),
        "loops inside loops": sound.with_text(four + "{{ movant.name }}" * 50 + end * 4),
        "loops over letters": sound.with_text(four.replace("flags", "movant.name") + "x" + end * 4),
        "a text that grows": sound.with_text(loops + "x" * _MANY + end * 3),
    }
