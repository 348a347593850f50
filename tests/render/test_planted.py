"""Every fault is found in every place of a template, nothing of it is run, and nothing crashes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pytest

from drafter.render.findings import Finding
from drafter.render.lint import Measure, lint

Change = Callable[[bytes, str, Callable[[bytes], bytes]], bytes]

EXAMPLE: dict[str, Any] = {
    "movant": {"name": "name", "register_number": "number"},
    "counsel": {"pro_se": True, "lead": "lead"},
    "opening": {"emergency": {"here": True, "first": "first", "rest": ("rest",)}},
    "exhibits": ({"letter": "A", "title": "title", "marks": ("mark",)},),
    "flags": ("flag",),
}
MEASURE = Measure(EXAMPLE, "the motion")

#: What is said of a block tag where there are no paragraphs in which it could be alone.
NO_PARAGRAPH = ("never_filled", "unseen")

#: Paragraphs of a fault → the rules of which one must tell it.
FAULTS: dict[str, tuple[Sequence[str], set[str]]] = {
    # names
    "a name that is none": (["{{ nobody }}"], {"unknown"}),
    "a field that is none": (["No. {{ movant.nme }}"], {"unknown"}),
    "a field of a text": (["{{ movant.name.first }}"], {"unknown"}),
    "a name in a test": (["{% if counsel.prose %}x{% endif %}"], {"unknown"}),
    "a name in a second test": (["{% if flags %}x{% elif nobody %}y{% endif %}"], {"unknown"}),
    "a name of a loop's row": (["{% for row in exhibits %}{{ row.titel }}{% endfor %}"], {"unknown"}),
    "a loop's name after its loop": (["{% for row in exhibits %}{% endfor %}{{ row.title }}"], {"unknown"}),
    "a name hidden by a default": (["{{ movant.nme|default('x') }}"], {"unknown"}),
    # kinds
    "a yes/no printed": (["{{ counsel.pro_se }}"], {"kind"}),
    "a list printed": (["{{ flags }}"], {"kind"}),
    "a group printed": (["{{ movant }}"], {"kind"}),
    "a group tested": (["{% if opening.emergency %}x{% endif %}"], {"kind"}),
    "a loop over text": (["{% for x in movant.name %}{{ x }}{% endfor %}"], {"kind"}),
    "a text compared": (["{% if movant.name == 'Roe' %}x{% endif %}"], {"compared"}),
    "a filter for another kind": (["{{ movant.name|join(', ') }}"], {"kind"}),
    # what no template may do
    "a shell command": (["{{ cycler.__init__.__globals__.os.popen('touch CANARY').read() }}"], {"forbidden"}),
    "a shell command in a test": (["{% if x.__class__.__subclasses__() %}x{% endif %}"], {"forbidden"}),
    "a class": (["{{ movant.name.__class__ }}"], {"forbidden"}),
    "a class by its name in brackets": (["{{ movant['__class__'] }}"], {"forbidden"}),
    "a class by a filter": (["{{ movant.name|attr('__class__') }}"], {"syntax"}),
    "a huge loop": (["{% for i in range(10**9) %}x{% endfor %}"], {"forbidden"}),
    "a huge loop over a text": (["{% for i in 'aaaaaaaaaaaa' %}x{% endfor %}"], {"forbidden"}),
    "a huge text": (["{{ 'x' * 9999999999 }}"], {"forbidden"}),
    "a huge format": (["{{ '%9999999999d' % 1 }}"], {"forbidden"}),
    "a huge power": (["{{ 9 ** 9 ** 9 }}"], {"forbidden"}),
    "a huge number": ([f"{{{{ {'9' * 5000} }}}}"], {"syntax"}),
    "a method": (["{{ movant.name.ljust(9999999999) }}"], {"forbidden"}),
    "a call in a filter": (["{{ movant.name|default(lipsum(100000)) }}"], {"forbidden"}),
    "unescaped text": (["{{ movant.name|safe }}"], {"syntax"}),
    "another filter": (["{{ movant.name|pprint }}"], {"syntax"}),
    "a file": (["{% include '/etc/passwd' %}"], {"keyword"}),
    "an import": (["{% from 'os' import x %}"], {"keyword"}),
    "a name that is set": (["{% set a = 1 %}x"], {"keyword"}),
    "a macro": (["{% macro m() %}x{% endmacro %}"], {"keyword"}),
    "raw text": (["{% raw %}{{ movant.nme }}{% endraw %}"], {"keyword"}),
    "deep brackets": (["{{ " + "(" * 600 + "movant.name" + ")" * 600 + " }}"], {"syntax", "forbidden"}),
    "a deep name": (["{{ movant" + ".a" * 600 + " }}"], {"syntax", "forbidden"}),
    "five loops inside each other": (
        ["".join(f"{{% for a{n} in exhibits %}}" for n in range(5)) + "{% endfor %}" * 5], {"nested"},
    ),
    # tags that docxtpl passes over, losing text
    "a rich text": (["{{r movant.name }}"], {"lost_text"}),
    "a subdocument": (["{{p movant.name }}"], {"lost_text"}),
    "a cell tag": (["{%tc if counsel.pro_se %}"], {"lost_text"}),
    "merged cells": (["{% vm %}"], {"keyword"}),
    "a cell's colour": (["{% cellbg movant.name %}"], {"keyword"}),
    "text beside a paragraph tag": (["{%p if counsel.pro_se %} text", "{%p endif %}"], {"beside"}),
    "two paragraph tags in one": (["{%p if counsel.pro_se %}{%p endif %}"], {"beside"}),
    "a row tag with text": (["{%tr if counsel.pro_se %} text {%tr endif %}"], {"beside", "row_outside"}),
    "a block tag alone": (["{% if counsel.pro_se %}", "x", "{% endif %}"], {"alone", *NO_PARAGRAPH}),
    "a joining tag": (["x {%- if counsel.pro_se %}x{% endif %}"], {"joins"}),
    # what opens and closes
    "an unclosed tag": (["{{ movant.name"], {"unclosed"}),
    "an unopened tag": (["movant.name }}"], {"unclosed"}),
    "an unclosed block tag": (["{% if counsel.pro_se"], {"unclosed"}),
    "a tag in a tag": (["{{ {{ movant.name }} }}"], {"unclosed"}),
    "a tag over two paragraphs": (["{{ movant", ".name }} {{"], {"unclosed"}),
    "an open if": (["{% if counsel.pro_se %}x"], {"open"}),
    "an open paragraph if": (["{%p if counsel.pro_se %}", "x"], {"open"}),
    "an open loop": (["{% for flag in flags %}x"], {"open"}),
    "a stray endif": (["x{% endif %}"], {"stray"}),
    "a stray endfor": (["{%p endfor %}"], {"stray"}),
    "a stray else": (["x{% else %}"], {"stray"}),
    "a wrong nesting": (
        ["{% for row in exhibits %}{% if row.title %}x{% endfor %}{% endif %}"], {"nesting"},
    ),
    "an else after else": (["{% if flags %}a{% else %}b{% else %}c{% endif %}"], {"order"}),
    "an elif in a loop": (["{% for flag in flags %}a{% elif flags %}b{% endfor %}"], {"order"}),
    "two kinds of one block": (["{%p if counsel.pro_se %}", "x{% endif %}"], {"kinds", "open"}),
    # how it is typed
    "a syntax fault": (["{{ movant.name movant.name }}"], {"syntax"}),
    "an empty tag": (["x{{ }}"], {"syntax"}),
    "an en dash": (["{{ movant–name }}"], {"dash"}),
    "a non-breaking hyphen": (["{{ movant\u2011name }}"], {"dash"}),
    "a soft hyphen": (["{{ movant.na\u00adme }}"], {"dash"}),
    "a non-breaking space": (["{{\u00a0movant.name }}"], {"space"}),
    "a non-breaking space after p": (["{%p\u00a0if counsel.pro_se %}", "{%p endif %}"], {"space"}),
    "an invisible character": (["{{ movant.\u200bname }}"], {"invisible"}),
    "smart quotes": (["{{ movant.name|default(“none”) }}"], {"quotes"}),
    "a smart apostrophe in smart quotes": (["{{ movant.name|default(‘o’clock’) }}"], {"syntax"}),
    "low quotes": (["{{ movant.name|default(„none“) }}"], {"quotes", "syntax"}),
    "an ampersand in a tag": (["{{ 'A & B' }}"], {"ampersand"}),
    "an ampersand in a comparison": (["{% if movant.name == 'A & B' %}x{% endif %}"], {"ampersand"}),
    "a capital keyword": (["{% If counsel.pro_se %}x{% endif %}"], {"keyword"}),
    "a misspelt keyword": (["{% if counsel.pro_se %}x{% endfi %}"], {"keyword"}),
    "a space before the p": (["{% p if counsel.pro_se %}"], {"keyword"}),
    "no space after tr": (["{%trfor row in exhibits %}"], {"keyword"}),
    "single braces": (["{ movant.name }"], {"near_tag"}),
    "an escaped tag": (["{_{ movant.name }_}"], {"near_tag"}),
    "a misspelt marker": (["[[ground]]"], {"near_tag"}),
}  # fmt: skip

WORD_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
NAMESPACES = WORD_NAMESPACE + (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
ENTITIES = {"\u2011": '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'}


def runs(text: str, split: int = 0, properties: str = "", name: str = "t") -> str:
    """Runs that hold ``text``; ``split`` cuts them after so many characters, as Word's checker does."""
    size = split or len(text)
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    between = (
        '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="7" w:name="b"/><w:bookmarkEnd w:id="7"/>'
    )
    return between.join(
        f'<w:r>{properties}<w:{name} xml:space="preserve">{escape(piece, ENTITIES)}</w:{name}></w:r>'
        for piece in pieces
    )


def paragraphs(texts: Sequence[str], split: int = 0, properties: str = "") -> str:
    return "".join(f"<w:p>{runs(text, split, properties)}</w:p>" for text in texts)


def row(inner: str) -> str:
    return (
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl><w:p/>"
    )


def box(inner: str) -> str:
    return (
        '<w:p><w:r><w:t>A box:</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def hidden_in_fallback(inner: str) -> str:
    return box("<w:p/>").replace("<w:p/></w:txbxContent></v:textbox>", f"{inner}</w:txbxContent></v:textbox>")


def field(texts: Sequence[str], split: int) -> str:
    del split
    code = escape(" ".join(texts))
    marks = ['<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>']
    return f"<w:p>{marks[0]}<w:r><w:instrText>QUOTE {code}</w:instrText></w:r>{marks[1]}</w:p>"


def changed(texts: Sequence[str], split: int, name: str, holder: str = "t") -> str:
    """Paragraphs of a tracked change: ``del``, ``moveFrom`` or ``ins``."""
    inner = (runs(text, split, name=holder).replace("</w:t>", f"</w:{holder}>") for text in texts)
    inner = (one.replace("<w:t ", f"<w:{holder} ") for one in inner)
    return "".join(f'<w:p><w:{name} w:id="1" w:author="a">{one}</w:{name}></w:p>' for one in inner)


def pictured(texts: Sequence[str], split: int) -> str:
    """A drawing whose alternative text is the fault."""
    del split  # an attribute has no runs
    described = f'<wp:docPr id="1" descr={quoteattr(" ".join(texts))}/>'
    return f"<w:p><w:r><w:drawing>{described}</w:drawing></w:r></w:p>"


def drawn(texts: Sequence[str], split: int) -> str:
    """A drawing with text."""
    del split
    text = escape(" ".join(texts))
    return f"<w:p><w:r><w:drawing><a:p><a:r><a:t>{text}</a:t></a:r></a:p></w:drawing></w:r></w:p>"


BODIES: dict[str, Callable[[Sequence[str], int], str]] = {
    "body": paragraphs,
    "table": lambda texts, split: row(paragraphs(texts, split)),
    "text box": lambda texts, split: box(paragraphs(texts, split)),
    "text box of old programs": lambda texts, split: hidden_in_fallback(paragraphs(texts, split)),
    "content control": lambda texts, split: (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraphs(texts, split)}</w:sdtContent></w:sdt>"
    ),
    "hidden text": lambda texts, split: paragraphs(texts, split, "<w:rPr><w:vanish/></w:rPr>"),
    "deleted text": lambda texts, split: changed(texts, split, "del", "delText"),
    "moved text": lambda texts, split: changed(texts, split, "moveFrom"),
    "inserted text": lambda texts, split: changed(texts, split, "ins"),
    "field code": field,
    "alternative text": pictured,
    "drawing": drawn,
}
HEADERS = {"header": ("header1", "hdr"), "first header": ("header2", "hdr"), "footer": ("footer1", "ftr")}
PARTS = ("header", "first header", "footer", "footnote", "endnote", "comment")
VALUES = ("property", "custom property", "target of a link", "custom data")
#: What the place is called in a finding, where that is another name.
SAID = {
    "first header": "header",
    "text box of old programs": "text box",
    "moved text": "deleted text",
    "inserted text": "body",
    "alternative text": "attribute descr",
    "drawing": "drawing or equation",
    "custom property": "property “Client”",
    "property": "property “subject”",
    "custom data": "custom XML data",
}
PLACES = (*BODIES, *PARTS, *VALUES)

SOURCE = "---\nheader: HEADER HERE\nfooter: FOOTER HERE\n---\n\nText.[^n]\n\n[^n]: NOTE HERE\n"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Ground:
    """A sound Word file into which faults are planted."""

    def __init__(self, sound: bytes, with_part: Change) -> None:
        self.sound = sound
        self.with_part = with_part

    def plant(self, place: str, texts: Sequence[str], split: int = 0) -> bytes:
        """The file with the paragraphs ``texts`` in one place of it."""
        if place in BODIES:
            return self._in_body(BODIES[place](texts, split))
        if place in VALUES:
            return self._as_value(place, " ".join(texts))
        return self._in_part(place, paragraphs(texts, split))

    def _in_body(self, inner: str) -> bytes:
        more = NAMESPACES.removeprefix(WORD_NAMESPACE)
        return self.with_part(
            self.sound,
            "word/document.xml",
            lambda part: part.replace(b"<w:document ", f"<w:document {more} ".encode(), 1).replace(
                b"<w:sectPr>", f"{inner}<w:sectPr>".encode()
            ),
        )

    def _in_part(self, place: str, inner: str) -> bytes:
        if place in HEADERS:
            name, root = HEADERS[place]
            whole = f"<w:{root} {NAMESPACES}>{inner}</w:{root}>"
            return self.with_part(self.sound, f"word/{name}.xml", lambda _: whole.encode())
        if place == "footnote":
            end = "</w:footnote></w:footnotes>"
            return self.with_part(
                self.sound,
                "word/footnotes.xml",
                lambda part: part.replace(end.encode(), f"{inner}{end}".encode()),
            )
        whole = f'<w:{place}s {NAMESPACES}><w:{place} w:id="1">{inner}</w:{place}></w:{place}s>'
        file = self.with_part(self.sound, f"word/{place}s.xml", lambda _: whole.encode())
        return self._related(file, f"{place}s", f"{place}s.xml")

    def _as_value(self, place: str, text: str) -> bytes:
        if place == "property":
            end = "</cp:coreProperties>"
            core = f"<dc:subject>{escape(text)}</dc:subject>{end}".encode()
            return self.with_part(
                self.sound, "docProps/core.xml", lambda part: part.replace(end.encode(), core)
            )
        if place == "custom property":
            named = f'<property name="Client"><lpwstr>{escape(text)}</lpwstr></property>'
            custom = f"<Properties>{named}</Properties>".encode()
            file = self.with_part(self.sound, "docProps/custom.xml", lambda _: custom)
            return self._related(file, "custom-properties", "docProps/custom.xml", owner="_rels/.rels")
        if place == "custom data":
            data = f"<a><b>{escape(text)}</b></a>".encode()
            file = self.with_part(self.sound, "customXml/item1.xml", lambda _: data)
            return self._related(file, "customXml", "../customXml/item1.xml")
        return self._related(
            self.sound, "hyperlink", f"https://court.example/{text}", " TargetMode='External'"
        )

    def _related(
        self, file: bytes, kind: str, target: str, mode: str = "", owner: str = "word/_rels/document.xml.rels"
    ) -> bytes:
        named = f'<Relationship Id="rIdP" Type="{OFFICE}/{kind}" Target={quoteattr(target)}{mode}/>'
        more = f"{named}</Relationships>".encode()
        return self.with_part(file, owner, lambda part: part.replace(b"</Relationships>", more))


@pytest.fixture(scope="module")
def planted(compiled: Callable[..., bytes], with_part: Change) -> Callable[..., bytes]:
    """A real Word file with a fault in one place of it."""
    return Ground(compiled(SOURCE), with_part).plant


def told(findings: Sequence[Finding], rules: set[str]) -> list[Finding]:
    return [finding for finding in findings if finding.fault.rule in rules]


#: Word's spelling checker and its history of changes cut a text into runs wherever they like.
CASES = [(place, 0) for place in PLACES] + [(place, 3) for place in ("body", "header", "footnote", "endnote")]


@pytest.mark.parametrize(("place", "split"), CASES)
def test_every_fault_is_found_in_every_place(
    place: str, split: int, planted: Callable[..., bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    missed = []
    for fault, (texts, rules) in FAULTS.items():
        found = told(lint(planted(place, texts, split), "t.docx", MEASURE), rules)
        if not any(SAID.get(place, place) in one.place and one.quote for one in found):
            missed.append((fault, [str(one) for one in found]))
    assert missed == []
    assert list(tmp_path.iterdir()) == [], "a template ran a command"


def test_all_faults_of_one_file_are_told_at_once(planted: Callable[..., bytes]) -> None:
    texts = [text for faults, rules in FAULTS.values() for text in faults if not rules & {"open", "nested"}]
    findings = lint(planted("body", texts), "t.docx", MEASURE)
    assert {rule for _, rules in FAULTS.values() for rule in rules} - {"never_filled", "unseen"} <= {
        finding.fault.rule for finding in findings
    } | {"open", "nested", "row_outside"}
    assert all(
        str(finding).startswith("t.docx, body: ") and str(finding).endswith(".") for finding in findings
    )


@pytest.mark.parametrize("place", PLACES)
def test_a_sound_text_has_no_fault_where_it_is_filled_and_one_where_it_is_not(
    place: str, planted: Callable[..., bytes]
) -> None:
    texts = ["{{ movant.name }} {% if counsel.pro_se %}pro se{% else %}{{ counsel.lead|upper }}{% endif %}"]
    rules = {finding.fault.rule for finding in lint(planted(place, texts, 4), "t.docx", MEASURE)}
    never, unseen, tracked = {"never_filled"}, {"unseen"}, {"revisions"}
    expected: dict[str, set[str]] = {
        **dict.fromkeys(("endnote", "comment", *VALUES), never),
        **dict.fromkeys(("deleted text", "moved text", "inserted text"), tracked),
        **dict.fromkeys(("field code", "alternative text", "drawing"), unseen),
        "hidden text": {"hidden"},
    }
    assert rules == expected.get(place, set())
