"""Every citation takes its form in the order in which the finished paper is read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from drafter import paths
from drafter.core import marks
from drafter.core.citing import Citing, Forms
from drafter.law import Law
from drafter.practice.documents.authorities import citing
from drafter.practice.documents.sources import Sources
from drafter.render.engine import Template, preview, render
from drafter.render.outline import to_text

RULES = Path(__file__).parents[1] / "law" / "citations" / "order_of_forms.toml"
PAPERS = tomllib.loads(RULES.read_text(encoding="utf-8"))["paper"]
TODAY = date(2026, 11, 21)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HARGROVE = Forms(
    marks.italic("United States v. Hargrove") + ", 30 F.4th 189", marks.italic("Hargrove"), "hargrove"
)


@pytest.fixture(scope="module")
def law() -> Law:
    return Law(paths.resource_text)


def cited(source: str, law: Law, compiled: Callable[..., bytes]) -> tuple[Template, dict[str, Any], Citing]:
    """``source`` as a template whose citations come from its context, as in a paper."""
    sources = Sources(law, TODAY, "ca4", frozenset())
    told = {"record": marks.RECORD}

    def tag(found: re.Match[str]) -> str:
        authority, _, pin = found[1].partition(" ")
        name = f"c{len(told)}"
        told[name] = marks.RECORD if authority == "record" else sources.cite(authority, pin)
        return f"{{{{ {name} }}}}"

    template = Template.open(compiled(re.sub(r"<(\w+(?: [^>]*)?)>", tag, source)))
    return template, told, citing(sources)


@pytest.mark.parametrize("paper", PAPERS, ids=[paper["says"] for paper in PAPERS])
def test_the_forms_stand_where_the_rule_puts_them(
    paper: dict[str, str], law: Law, compiled: Callable[..., bytes]
) -> None:
    assert set(paper) == {"rule", "says", "source", "reads"}
    template, context, forms = cited(paper["source"], law, compiled)
    read = to_text(render(template, context, strict=False, citing=forms).docx)
    assert read.strip() == paper["reads"].strip()


def test_id_is_italic_with_its_period_and_nothing_else_of_it(
    law: Law, compiled: Callable[..., bytes], tree: Callable[..., etree._Element]
) -> None:
    template, context, forms = cited(
        "So. <hargrove_4th 1>. Again. <hargrove_4th 2>. More. <hargrove_4th 2>.", law, compiled
    )
    document = tree(render(template, context, strict=True, citing=forms).docx)
    runs = [
        "".join(text.text or "" for text in run.iter(f"{W}t"))
        for run in document.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}i") is not None
    ]
    assert runs == ["United States v. Hargrove", "Id.", "Id."]


def test_the_preview_reads_as_the_paper_does(law: Law, compiled: Callable[..., bytes]) -> None:
    template, context, forms = cited(
        "So. <hargrove_4th 1>. Again. <hargrove_4th 2>. <record>Ex. B.", law, compiled
    )
    context["q"] = marks.printed("warden.sent", "asked")
    shown = preview(template, context, citing=forms).html
    assert re.sub(r"<[^>]+>", "", shown).split("Again. ")[1] == "Id. at 2. Ex. B."


def test_an_answer_printed_in_between_hides_no_record_cite_in_the_preview(
    law: Law, compiled: Callable[..., bytes]
) -> None:
    template, context, forms = cited("So. <hargrove_4th 1>. {{ q }} <hargrove_4th 2>.", law, compiled)
    for typed, expected in (
        ("He asked.", "Id. at 2."),
        ("He asked, Ex. B at 1.", "Hargrove, 30 F.4th at 2."),
    ):
        context["q"] = marks.printed("psr.ecf", typed)
        for html in (
            preview(template, context, citing=forms).html,
            to_text(render(template, context, strict=True, citing=forms).docx),
        ):
            assert re.sub(r"<[^>]+>", "", html).strip().endswith(f"{typed} {expected}")


def test_a_citation_in_a_header_is_full_and_leaves_the_text_alone(
    opened: Callable[[str], Template], parts: Callable[[bytes], dict[str, bytes]]
) -> None:
    template = opened("---\nheader: {{ c }}\n---\nSo. {{ c }}. Again. {{ c }}.\n")
    forms = Citing({("hargrove", ""): HARGROVE})
    docx = render(template, {"c": marks.cited("hargrove")}, strict=True, citing=forms).docx
    assert to_text(docx) == "So. United States v. Hargrove, 30 F.4th 189. Again. Id.\n"
    header = etree.fromstring(parts(docx)["word/header1.xml"])
    assert (
        "".join(text.text or "" for text in header.iter(f"{W}t")) == "United States v. Hargrove, 30 F.4th 189"
    )


@pytest.mark.parametrize("filter_", ["upper", "lower", "capitalize"])
def test_no_filter_changes_what_is_cited(opened: Callable[[str], Template], filter_: str) -> None:
    template = opened(f"Xx. {{{{ c | {filter_} }}}}\n")
    context = {"c": f"{marks.cited('hargrove_4th', 'A b')} say"}
    forms = Citing({("hargrove_4th", "A b"): Forms("Roe v. Doe", "Roe")})
    said = {"upper": "SAY"}.get(filter_, "say")
    assert to_text(render(template, context, strict=True, citing=forms).docx) == f"Xx. Roe v. Doe {said}\n"


def test_forms_may_hold_any_sign(opened: Callable[[str], Template]) -> None:
    forms = Citing({("a", ""): Forms("A & B <Ltd> v. “C”", "A & B")})
    context = {"c": marks.cited("a")}
    assert to_text(render(opened("{{ c }}, {{ c }}\n"), context, strict=True, citing=forms).docx) == (
        "A & B <Ltd> v. “C”, A & B\n"
    )


def test_a_citation_without_forms_is_a_fault_of_the_program_and_never_printed(
    opened: Callable[[str], Template],
) -> None:
    with pytest.raises(LookupError, match="no forms for the authority “hargrove”"):
        render(opened("{{ c }}\n"), {"c": marks.cited("hargrove")}, strict=False)


def test_an_authority_in_a_paragraph_that_prints_nothing_is_not_cited(
    law: Law, compiled: Callable[..., bytes]
) -> None:
    source = "{%p if no %}\nSo. <hargrove_4th 1>.\n{%p endif %}\nAgain. <hargrove_4th 2>.\n"
    template, context, forms = cited(source, law, compiled)
    context["no"] = False
    read = to_text(render(template, context, strict=True, citing=forms).docx)
    assert read == "Again. United States v. Hargrove, 30 F.4th 189, 2 (4th Cir. 2022).\n"
