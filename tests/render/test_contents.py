"""The table of contents and the table of authorities: rows, bookmarks, fields and pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from lxml import etree

from drafter.core import marks
from drafter.core.citing import Citing, Forms, Listed
from drafter.render import pages
from drafter.render.engine import Rendered, Template, preview, render
from drafter.render.faults import TemplateFault
from drafter.render.outline import to_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROE = Forms(marks.italic("Roe v. Doe") + ", 1 U.S. 1 (1800)", marks.italic("Roe") + ", 1 U.S. 1", "roe")
ADA = Forms(marks.italic("Ada v. Bob") + ", 20 U.S. 2 (1801)", marks.italic("Ada") + ", 20 U.S. 2", "ada")
CITING = Citing(
    forms={("roe", ""): ROE, ("ada", ""): ADA},
    listed={
        "roe": Listed("Cases", ROE.full),
        "ada": Listed("Cases", ADA.full),
        "factors": Listed("Statutes", "18 U.S.C. §\u00a03553(a)", ("18 U.S.C. § 3553(a)", "§ 3553(a)")),
        "attack": Listed("Statutes", "28 U.S.C. §\u00a02255", ("28 U.S.C. § 2255", "§ 2255")),
        "rule": Listed("Rules", "Fed. R. Crim. P. 49", ("Fed. R. Crim. P. 49",)),
    },
    groups=("Cases", "Statutes", "Rules"),
    passim_above=2,
)
TABLES = "[[contents]]\n\n[[authorities]]\n\n"
CONTEXT: dict[str, Any] = {"roe": marks.cited("roe"), "ada": marks.cited("ada")}
Open = Callable[[str], Template]
Tree = Callable[..., etree._Element]


def made(
    template: Template, numbers: Mapping[str, int] | None = None, context: Mapping[str, object] | None = None
) -> Rendered:
    return render(template, CONTEXT | dict(context or {}), strict=True, citing=CITING, pages=numbers)


def rows(docx: bytes) -> list[str]:
    return [line for line in to_text(docx).splitlines() if "\t" in line]


def bookmarks(document: etree._Element) -> list[str]:
    return [str(one.get(f"{W}name")) for one in document.iter(f"{W}bookmarkStart")]


def fields(document: etree._Element) -> list[str]:
    return [
        (one.text or "").split()[1] for one in document.iter(f"{W}instrText") if "PAGEREF" in (one.text or "")
    ]


def test_the_headings_stand_in_the_contents_with_their_numbers(opened: Open) -> None:
    source = (
        f"{TABLES}# First\nText.\n\n## Under it, *in Roe*\nText.\n\n# Orphan\n\n# Last {{{{ roe }}}}\nText.\n"
    )
    assert rows(made(opened(source)).docx)[:3] == [
        "I.\tFirst\t–",
        "A.\tUnder it, in Roe\t–",
        "II.\tLast Roe v. Doe, 1 U.S. 1 (1800)\t–",
    ]


def test_the_authorities_stand_in_groups_in_the_order_of_the_alphabet_and_of_numbers(opened: Open) -> None:
    source = (
        f"{TABLES}So. {{{{ roe }}}}. Too. {{{{ ada }}}}. See 28 U.S.C. § 2255 and 18 U.S.C. § 3553(a)(1).\n"
    )
    read = to_text(made(opened(source)).docx)
    assert read.partition("None.\n")[2].splitlines()[:6] == [
        "Cases",
        "Ada v. Bob, 20 U.S. 2 (1801)\t–",
        "Roe v. Doe, 1 U.S. 1 (1800)\t–",
        "Statutes",
        "18 U.S.C. § 3553(a)\t–",
        "28 U.S.C. § 2255\t–",
    ]


def test_the_name_of_a_case_is_italic_in_its_row(opened: Open, tree: Tree) -> None:
    document = tree(made(opened(f"{TABLES}So. {{{{ roe }}}}.\n")).docx)
    row = next(p for p in document.iter(f"{W}p") if p.find(f".//{W}instrText") is not None)
    (italic,) = [run for run in row.iter(f"{W}r") if run.find(f"{W}rPr/{W}i") is not None]
    assert "".join(text.text or "" for text in italic.iter(f"{W}t")) == "Roe v. Doe"


def test_every_field_asks_for_a_bookmark_that_exists_once(opened: Open, tree: Tree) -> None:
    source = TABLES + "# One\nSo. {{ roe }}. And § 3553(a).\n\nAgain. {{ roe }}.[^n]\n\n[^n]: See § 2255.\n"
    result = made(opened(source))
    document = tree(result.docx)
    known = bookmarks(document)
    assert len(known) == len(set(known)) == 5
    assert sorted(fields(document)) == sorted(known) == sorted(result.bookmarks)
    starts, ends = (
        [str(one.get(f"{W}id")) for one in document.iter(f"{W}bookmark{edge}")] for edge in ("Start", "End")
    )
    assert starts
    assert sorted(starts) == sorted(ends)
    assert len(set(starts)) == len(starts)


def test_a_bookmark_stands_where_the_citation_begins(opened: Open, tree: Tree, words: Any) -> None:  # noqa: ANN401
    before = "Many words " * 40
    source = f"{TABLES}{before}end here. {{{{ roe }}}}. More. {{{{ ada }}}}, and 18 U.S.C. § 3553(a) too.\n"
    document = tree(made(opened(source)).docx)
    following = {}
    for start in document.iter(f"{W}bookmarkStart"):
        rest = "".join(words(run) for run in start.itersiblings(f"{W}r"))
        following[start.get(f"{W}name")] = rest.replace("\u00a0", " ")
    assert [rest[:12] for rest in following.values()] == ["Roe v. Doe, ", "Ada v. Bob, ", "18 U.S.C. § "]


def test_splitting_a_text_for_bookmarks_changes_no_word_of_it(opened: Open) -> None:
    text = "  Two  blanks, § 3553(a)(2), {{ roe }}; *italic § 2255 here*, **bold** {{ q }} § 3553(a).\n"
    context = {"q": marks.blank("what § 2255 says")}
    plain = to_text(made(opened(text), context=context).docx)
    assert to_text(made(opened(TABLES + text), context=context).docx).endswith(plain)


def test_a_citation_in_a_footnote_is_on_the_page_of_its_reference(opened: Open, tree: Tree) -> None:
    docx = made(opened(f"{TABLES}Text.[^n] More.\n\n[^n]: See {{{{ roe }}}}.\n")).docx
    assert bookmarks(tree(docx, "word/footnotes.xml")) == []
    (start,) = tree(docx).iter(f"{W}bookmarkStart")
    reference = next(start.itersiblings(f"{W}r"))
    assert reference.find(f"{W}footnoteReference") is not None


def test_a_heading_that_goes_takes_its_citation_out_of_the_table(opened: Open, tree: Tree) -> None:
    result = made(opened(f"{TABLES}# Kept\nSo. {{{{ ada }}}}.\n\n# Orphan of {{{{ roe }}}}\n"))
    assert [row.partition("\t")[0] for row in rows(result.docx)] == ["I.", "Ada v. Bob, 20 U.S. 2 (1801)"]
    assert sorted(result.bookmarks) == sorted(bookmarks(tree(result.docx)))


def test_short_forms_and_id_count_as_the_authority(opened: Open, tree: Tree) -> None:
    source = f"{TABLES}So. {{{{ roe }}}}.\n\nAgain. {{{{ roe }}}}.\n\nBetween.\n\nAgain. {{{{ roe }}}}.\n"
    result = made(opened(source))
    assert "Again. Id.\n" in to_text(result.docx)
    assert "Again. Roe, 1 U.S. 1.\n" in to_text(result.docx)
    assert len(fields(tree(result.docx))) == 3


def test_a_page_is_listed_once_and_many_pages_are_passim(opened: Open, tree: Tree) -> None:
    source = TABLES + "".join(f"So {n}. {{{{ roe }}}}.\n\nNothing.\n\n" for n in range(4))
    template = opened(source)
    names = made(template).bookmarks
    assert len(names) == 4

    def row(*numbers: int) -> str:
        docx = made(template, dict(zip(names, numbers, strict=True))).docx
        assert len(fields(tree(docx))) == (0 if len(set(numbers)) > 2 else len(set(numbers)))
        return rows(docx)[0].rpartition("\t")[2]

    assert row(3, 3, 3, 3) == "3"
    assert row(3, 3, 7, 7) == "3, 7"
    assert row(9, 9, 9, 10) == "9, 10"
    assert row(3, 4, 7, 7) == "passim"


def test_a_paragraph_has_one_dash_while_its_pages_are_not_counted(opened: Open, tree: Tree) -> None:
    result = made(opened(f"{TABLES}So § 3553(a), and § 3553(a)(2).\n\nToo § 3553(a).\n"))
    assert len(result.bookmarks) == 3
    assert len(fields(tree(result.docx))) == 2


def test_a_page_that_was_not_counted_is_a_dash(opened: Open) -> None:
    template = opened(f"{TABLES}# One\nSo. {{{{ roe }}}}.\n")
    names = made(template).bookmarks
    docx = made(template, {names[0]: 2}).docx
    assert sorted(row.rpartition("\t")[2] for row in rows(docx)) == ["2", "–"]


def test_word_is_asked_to_update_the_fields_of_a_paper_with_tables_only(
    opened: Open, parts: Callable[[bytes], dict[str, bytes]]
) -> None:
    with_tables = parts(made(opened(f"{TABLES}# One\nText.\n")).docx)["word/settings.xml"]
    settings = etree.fromstring(with_tables)
    names = [str(child.tag).removeprefix(W) for child in settings]
    assert names.index("updateFields") < names.index("footnotePr")
    assert b"updateFields" not in parts(made(opened("# One\nText.\n")).docx)["word/settings.xml"]


def test_a_paper_without_tables_has_no_trace_of_them(opened: Open, tree: Tree) -> None:
    source = f"{{%p if tables %}}\n{TABLES}{{%p endif %}}\n\n# One\nSo. {{{{ roe }}}}. § 3553(a).\n"
    without = made(opened(source), context={"tables": False})
    assert without.bookmarks == ()
    assert bookmarks(tree(without.docx)) == fields(tree(without.docx)) == []
    assert made(opened(source), context={"tables": True}).bookmarks


def test_tables_with_nothing_to_list_say_so(opened: Open) -> None:
    assert to_text(made(opened(f"{TABLES}Text.\n")).docx) == "None.\nNone.\nText.\n"


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("under 18 U.S.C. § 3553(a)(2)(C), and", ["18 U.S.C. § 3553(a)"]),
        ("the § 3553(a) factors", ["18 U.S.C. § 3553(a)"]),
        ("a § 2255 motion", ["28 U.S.C. § 2255"]),
        ("under 21 U.S.C. § 2255 and N.C. Gen. Stat. § 2255", []),
        ("under § 22551, § 2255a, and § 2255-1", []),
        ("under § 3553 and § 3553(b)", []),
        ("Fed. R. Crim. P. 49.", ["Fed. R. Crim. P. 49"]),
        ("Fed. R. Crim. P. 49.1", []),
        ("Rule 49", []),
    ],
)
def test_a_statute_that_a_sentence_names_is_listed_and_no_other(
    opened: Open, text: str, listed: list[str]
) -> None:
    told = rows(made(opened(TABLES + "{{ q }}\n"), context={"q": text}).docx)
    assert [row.partition("\t")[0] for row in told] == listed


def test_the_title_of_the_paper_names_its_statute_without_citing_it(opened: Open) -> None:
    source = "::: title\nMOTION UNDER 18 U.S.C. § 3553(a)\n:::\n\n" + TABLES + "Text.\n"
    assert rows(made(opened(source)).docx) == []


def test_the_words_of_a_marker_in_an_answer_are_words(opened: Open) -> None:
    typed = "[[contents]]"
    assert to_text(made(opened("# One\n{{ q }}\n"), context={"q": typed}).docx) == "# I. One\n[[contents]]\n"


def test_a_marker_beside_other_text_is_refused_by_name() -> None:
    from wordsource.package import compile_source

    with pytest.raises(TemplateFault, match=r"\[\[authorities\]\] needs a paragraph of its own"):
        Template.open(compile_source("See [[authorities]] here.\n", "test.md"), name="test.docx")


def test_the_rows_end_at_the_right_margin_with_dots(opened: Open, tree: Tree) -> None:
    document = tree(made(opened(f"{TABLES}# One\nText. {{{{ roe }}}}.\n")).docx)
    tabs = [tab for tab in document.iter(f"{W}tab") if tab.get(f"{W}leader") == "dot"]
    assert [tab.get(f"{W}pos") for tab in tabs] == ["9360", "9360"]
    assert {tab.get(f"{W}val") for tab in tabs} == {"right"}
    styles = [style.get(f"{W}val") for style in document.iter(f"{W}pStyle")]
    assert {"Toc1", "ToaHeading", "TableOfAuthorities"} <= set(styles)


def test_the_preview_shows_the_rows_without_pages(opened: Open) -> None:
    shown = preview(opened(f"{TABLES}# One\nSo. {{{{ roe }}}}.\n"), CONTEXT, citing=CITING).html
    text = re.sub(r"<[^>]+>", "", shown).replace("&nbsp;", "")
    assert text.splitlines()[:4] == ["I.One–", "Cases", "Roe v. Doe, 1 U.S. 1 (1800)", "I.One"]


def test_the_question_for_pages_is_a_copy_with_one_page_more(opened: Open, tree: Tree) -> None:
    result = made(opened(f"{TABLES}# One\nSo. {{{{ roe }}}}.\n"))
    asked = tree(pages.question(result.docx, result.bookmarks))
    document = tree(result.docx)
    more = asked[0][-2]
    assert more.find(f"{W}pPr/{W}pageBreakBefore") is not None
    assert fields(more) == list(result.bookmarks)
    asked[0].remove(more)
    assert etree.tostring(asked, method="c14n") == etree.tostring(document, method="c14n")


def test_the_answer_is_read_from_the_fields_that_show_a_number(opened: Open) -> None:
    template = opened(f"{TABLES}# One\nText.\n\n# Two\nSo. {{{{ roe }}}}.\n")
    names = made(template).bookmarks
    assert pages.answer(made(template).docx) == {}
    assert pages.answer(made(template, {names[0]: 4, names[2]: 12}).docx) == {names[0]: 4, names[2]: 12}
