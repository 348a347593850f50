"""The dialect of the text sources, seen in the Word file that comes out."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from drafter.render.outline import to_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TOOL = Path(__file__).parents[2] / "tools" / "compile_templates.py"
Tree = Callable[..., etree._Element]


def styles(document: etree._Element) -> list[str]:
    return [str(style.get(f"{W}val")) for style in document.iter(f"{W}pStyle")]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# a\n\n## b\n\n### c\n", ["Heading1", "Heading2", "Heading3"]),
        ("text\nstill the same\n\nnext\n", ["BodyText", "BodyText"]),
        ("> quoted\n", ["BlockQuotation"]),
        ("1. a\n   1. b\n\n   more\n- c\n", ["ListNumber", "ListNumber2", "ListContinue", "ListBullet"]),
        ("::: signature\na\nb\n:::\n", ["Signature", "Signature"]),
        ("::: title\na\nb\n:::\n::: court\na\n:::\n", ["Title", "Title", "CourtLine"]),
        ("::: noindent\na\nb\n:::\n", ["BodyTextNoIndent"]),
        ("::: numbered\n1. a\n2. b\n:::\n", ["NumberedParagraph", "NumberedParagraph"]),
        ("::: boxes\n- a\n  - b\n    - c\n:::\n", ["CheckBox", "CheckBox2", "CheckBox3"]),
        ("::: numbered\n1. a\n   - b\n:::\n", ["NumberedParagraph", "ListBullet2"]),
        ("::: pagebreak\n:::\n", ["PageBreak"]),
        ("{%p if a %}\ntext\n{%p endif %}\n", ["BodyText", "BodyText", "BodyText"]),
        ("    indented is no code\n", ["BodyText"]),
    ],
)
def test_blocks_have_named_styles(
    source: str, expected: list[str], compiled: Callable[..., bytes], tree: Tree
) -> None:
    assert styles(tree(compiled(source))) == expected


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ a_b_c }} and {{ d['x'] * \"y\" }}", "{{ a_b_c }} and {{ d['x'] * \"y\" }}"),
        ("18 U.S.C. § 3582(c)(1)(A)", "18\u00a0U.S.C. §\u00a03582(c)(1)(A)"),
        ("the \"O'Brien\" rule's", "the “O’Brien” rule’s"),
        ("{% if a == 'x' %}'s{% endif %}", "{% if a == 'x' %}’s{% endif %}"),
        ("AT&T <b> ... (c) -- `x` [y](z) [z]", "AT&T <b> ... (c) -- `x` [y](z) [z]"),
        ("*{{ x }}*'s {{ y }}*i*", "{{ x }}’s {{ y }}i"),
        ("{{ a\n  b }}", "{{ a b }}"),
    ],
)
def test_tags_and_signs_come_through(
    source: str, text: str, compiled: Callable[..., bytes], tree: Tree
) -> None:
    paragraph = next(tree(compiled(source + "\n")).iter(f"{W}p"))
    assert "".join(node.text or "" for node in paragraph.iter(f"{W}t")) == text


def test_a_tag_stays_in_one_run(compiled: Callable[..., bytes], tree: Tree) -> None:
    texts = [node.text for node in tree(compiled("*a {{ x_y }} b* **{{ z }}**\n")).iter(f"{W}t")]
    assert texts == ["a {{ x_y }} b", " ", "{{ z }}"]


def test_tables(compiled: Callable[..., bytes], tree: Tree) -> None:
    source = (
        "::: table widths=1,3\n| A | B |\n|---|--:|\n| {%tr for r in rows %} | |\n"
        "| {{ r.a|upper }} | {{ r.b }}<br>x |\n| {%tr endfor %} | |\n:::\n"
    )
    table = next(tree(compiled(source)).iter(f"{W}tbl"))
    assert [column.get(f"{W}w") for column in table.iter(f"{W}gridCol")] == ["2340", "7020"]
    rows = table.findall(f"{W}tr")
    assert [len(row.findall(f"{W}tc")) for row in rows] == [2, 1, 2, 1]
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert rows[2].find(f"{W}trPr/{W}cantSplit") is not None
    assert styles(rows[2]) == ["TableText", "TableRight"]
    assert "{{ r.a|upper }}" in str(rows[2].xpath("string()"))


def test_a_caption_is_one_row(compiled: Callable[..., bytes], tree: Tree) -> None:
    source = "::: caption\n| A, | No. 1 |\n|---|---|\n| >> Plaintiff, | |\n:::\n"
    table = next(tree(compiled(source)).iter(f"{W}tbl"))
    (row,) = table.findall(f"{W}tr")
    left, right = row.findall(f"{W}tc")
    assert [len(cell.findall(f"{W}p")) for cell in (left, right)] == [2, 1]
    assert left.find(f".//{W}ind").get(f"{W}left") == "1440"  # type: ignore[union-attr]


def test_footnotes_have_their_part(compiled: Callable[..., bytes]) -> None:
    read = to_text(compiled("One[^b] two[^a].\n\n[^a]: Note A.\n\n[^b]: Note B.\n\n    Second paragraph.\n"))
    assert read == "One[^1] two[^2].\n[^1]: Note B.\nSecond paragraph.\n[^2]: Note A.\n"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ x\n", "line 1: {{ has no partner"),
        ("a\n\nb %}\n", "line 3: %} has no partner"),
        ("text[^n]\n", "a footnote has no text"),
        ("text\n\n[^n]: note\n", r"footnote \[\^n\] is never referred to"),
        ("::: sidebar\nx\n:::\n", "line 1: ::: sidebar is not known"),
        ("#### deep\n", "three levels"),
        ("- a\n  - b\n    - c\n", "line 3: lists have two levels here"),
        ("::: boxes\n- a\n  - b\n    - c\n      - d\n:::\n", "line 5: lists have three levels here"),
        ("a {%p if x %}\n", "has other text beside it"),
        ("::: table widths=1\n| a | b |\n|---|---|\n:::\n", "1 widths for 2 columns"),
        ("::: table\ntext\n:::\n", "holds exactly one table"),
    ],
)
def test_faults_of_a_source_name_it(source: str, said: str, compiled: Callable[..., bytes]) -> None:
    from wordsource.blocks import SourceError

    with pytest.raises(SourceError, match=f"^bad.md: .*{said}"):
        compiled(source, "bad.md")


def test_two_compilations_are_the_same(compiled: Callable[..., bytes]) -> None:
    source = "# a\n\nb[^c]\n\n[^c]: d\n"
    assert compiled(source) == compiled(source)


def test_the_tool_compiles_checks_and_names_what_is_stale(tmp_path: Path) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(TOOL), "--root", str(tmp_path), *arguments]
        return subprocess.run(command, check=False, capture_output=True, text=True)

    source = tmp_path / "source" / "documents" / "motion.md"
    source.parent.mkdir(parents=True)
    source.write_text("# a\n\nb\n", encoding="utf-8")
    stale = run("--check")
    assert (stale.returncode, stale.stdout) == (1, "stale: source/documents/motion.md\n")
    assert run().returncode == 0
    assert (tmp_path / "documents" / "motion.docx").exists()
    assert run("--check").returncode == 0
    (tmp_path / "documents" / "lost.docx").write_bytes(b"")
    assert run("--check").stdout == "no source: documents/lost.docx\n"
    source.write_text("{{ x\n", encoding="utf-8")
    assert "has no partner" in run().stderr


def spacing(part: etree._Element, style: str) -> tuple[str | None, str | None]:
    """The line spacing of a style and its first-line indent."""
    (found,) = (one for one in part.iter(f"{W}style") if one.get(f"{W}styleId") == style)
    (line,) = found.iter(f"{W}spacing")
    indents = [str(one.get(f"{W}firstLine")) for one in found.iter(f"{W}ind")]
    return line.get(f"{W}line"), indents[0] if indents else None


def test_a_letter_is_single_spaced_and_a_paper_for_the_court_double(
    compiled: Callable[..., bytes], tree: Tree
) -> None:
    letter = tree(compiled("---\ntitle: A\nspacing: single\n---\ntext\n"), "word/styles.xml")
    paper = tree(compiled("---\ntitle: A\n---\ntext\n"), "word/styles.xml")
    assert (spacing(letter, "BodyText"), spacing(paper, "BodyText")) == (("240", None), ("480", "720"))
    assert spacing(letter, "NumberedParagraph")[0] == "240"
    assert spacing(paper, "NumberedParagraph")[0] == "480"


@pytest.mark.parametrize("line", ["________", "a ____ b ____", "(____)", "____<br>____", "on ______."])
def test_a_line_to_write_on_comes_through_as_it_stands(
    line: str, compiled: Callable[..., bytes], tree: Tree
) -> None:
    paragraph = next(tree(compiled(f"{line}\n")).iter(f"{W}p"))
    text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
    assert text == line.replace("<br>", "")


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("last\n\n::: signature\na\n:::\n", [True, False]),
        ("last\n\n::: noindent\noath\n:::\n\n::: signature\na\n:::\n", [True, True, False]),
        (
            "last\n\n{%p if a %}\n::: noindent\noath\n:::\n{%p endif %}\n::: signature\na\n:::\n",
            [True, True, False],
        ),
        ("far\n\nlast\n\n::: signature\na\n:::\n", [False, True, False]),
        ("last\n\n::: noindent\nno oath\n:::\n\nmore\n", [False, False, False]),
        ("Why?\n\n________\n\n________\n\nmore\n", [True, True, False, False]),
    ],
)
def test_an_oath_stays_with_its_signature_and_a_question_with_its_lines(
    source: str, kept: list[bool], compiled: Callable[..., bytes], tree: Tree
) -> None:
    paragraphs = [
        paragraph
        for paragraph in tree(compiled(source)).iter(f"{W}p")
        if "{%p" not in "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
    ]
    assert [paragraph.find(f"{W}pPr/{W}keepNext") is not None for paragraph in paragraphs] == kept
