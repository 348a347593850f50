"""Fragments from other hands: their styles, lists and notes fit the shell's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from drafter.render.engine import Template, render
from drafter.render.faults import TemplateFault
from drafter.render.outline import to_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Change = Callable[[bytes, str, Callable[[bytes], bytes]], bytes]
Tree = Callable[..., etree._Element]
SHELL = "# Grounds\n\n[[grounds]]\n\n# End\n\nThe end.[^e]\n\n[^e]: Last note.\n"
ONE: dict[str, Any] = {"grounds": ({"fragment": "a"},)}


def test_a_style_with_another_id_is_found_by_its_name(
    compiled: Callable[..., bytes], with_part: Change, tree: Tree
) -> None:
    def renamed(part: bytes) -> bytes:
        return part.replace(b'"BlockQuotation"', b'"Zitat"')

    fragment = with_part(compiled("> quoted\n"), "word/document.xml", renamed)
    fragment = with_part(fragment, "word/styles.xml", renamed)
    document = tree(render(Template.open(compiled(SHELL), {"a": fragment}), ONE, strict=True).docx)
    styles = [style.get(f"{W}val") for style in document.iter(f"{W}pStyle")]
    assert styles == ["Heading1", "BlockQuotation", "Heading1", "BodyText"]


def test_a_style_and_a_list_the_shell_lacks_are_copied(
    compiled: Callable[..., bytes], with_part: Change, tree: Tree
) -> None:
    def own(part: bytes) -> bytes:
        return part.replace(b'"ListNumber"', b'"Mine"').replace(b'"List Number"', b'"My own list"')

    fragment = with_part(compiled("1. first\n2. second\n"), "word/document.xml", own)
    fragment = with_part(fragment, "word/styles.xml", own)
    fragment = with_part(
        fragment, "word/numbering.xml", lambda part: own(part).replace(b'"%1."', b'"Point %1:"')
    )
    docx = render(Template.open(compiled(SHELL), {"a": fragment}), ONE, strict=True).docx
    assert "Point 1: first\nPoint 2: second" in to_text(docx)
    ids = [num.get(f"{W}numId") for num in tree(docx, "word/numbering.xml").iter(f"{W}num")]
    assert len(ids) == len(set(ids))


def test_a_shell_without_footnotes_takes_a_fragments(
    compiled: Callable[..., bytes], with_part: Change
) -> None:
    shell = compiled("# Grounds\n\n[[grounds]]\n")
    shell = with_part(
        shell,
        "word/_rels/document.xml.rels",
        lambda part: part.replace(b'Target="footnotes.xml"', b'Target="gone.xml"'),
    )
    read = to_text(
        render(Template.open(shell, {"a": compiled("Text.[^n]\n\n[^n]: Note.\n")}), ONE, strict=True).docx
    )
    assert "Text.[^1]" in read
    assert "[^1]: Note." in read


def test_footnotes_are_numbered_in_the_order_of_the_text(compiled: Callable[..., bytes]) -> None:
    fragments = {
        "a": compiled("A.[^n] AA.[^m]\n\n[^n]: Note a.\n\n[^m]: Note aa.\n"),
        "b": compiled("B.[^n]\n\n[^n]: Note b.\n"),
    }
    grounds = tuple({"fragment": name} for name in ("b", "a", "b"))
    read = to_text(render(Template.open(compiled(SHELL), fragments), {"grounds": grounds}, strict=True).docx)
    assert read.splitlines()[-5:] == [
        "[^1]: Note b.",
        "[^2]: Note a.",
        "[^3]: Note aa.",
        "[^4]: Note b.",
        "[^5]: Last note.",
    ]


@pytest.mark.parametrize(
    ("shell", "fragment", "said"),
    [
        ("No marker.\n", "x\n", r"shell\.docx: it has no paragraph \[\[grounds\]\] for the grounds\."),
        ("Say [[grounds]] here.\n", "x\n", r"shell\.docx: \[\[grounds\]\] needs a paragraph of its own"),
        ("[[grounds]]\n", "[[grounds]]\n", r"a\.docx: a fragment cannot hold"),
    ],
)
def test_a_marker_out_of_place_is_a_fault(
    shell: str, fragment: str, said: str, compiled: Callable[..., bytes]
) -> None:
    with pytest.raises(TemplateFault, match=said):
        Template.open(compiled(shell), {"a": compiled(fragment)}, name="shell.docx")


def test_without_fragments_the_marker_vanishes(compiled: Callable[..., bytes]) -> None:
    read = to_text(render(Template.open(compiled(SHELL)), {}, strict=True).docx)
    assert "[[" not in read
    assert "Grounds" not in read  # nothing is left under that heading


def test_links_and_bookmarks_of_a_fragment_become_plain(
    compiled: Callable[..., bytes], with_part: Change, tree: Tree
) -> None:
    def linked(part: bytes) -> bytes:
        return part.replace(
            b"<w:r>", b'<w:bookmarkStart w:id="7" w:name="b"/><w:hyperlink w:anchor="b"><w:r>'
        ).replace(b"</w:r>", b'</w:r></w:hyperlink><w:bookmarkEnd w:id="7"/>')

    fragment = with_part(compiled("linked\n"), "word/document.xml", linked)
    document = tree(render(Template.open(compiled(SHELL), {"a": fragment}), ONE, strict=True).docx)
    assert not [*document.iter(f"{W}hyperlink", f"{W}bookmarkStart", f"{W}bookmarkEnd")]
    assert "linked" in str(document.xpath("string()"))
