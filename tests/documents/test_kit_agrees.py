"""The papers of the complete sample: no date, name or number of the case differs between two of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from every_answer import LAW, QUESTIONS, ROOT, facts, plain, sample_answers
from printed_forms import forms, prints

from drafter.app.library import Library
from drafter.core.dates import long_date
from drafter.core.rows import ListOf
from drafter.practice.documents.document import Document
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.order import unserved
from drafter.practice.documents.registry import DOCUMENTS
from drafter.render.outline import to_text

#: Every paper, also one that the sample does not need; sheets of the file show the answers themselves.
PAPERS = [document for document in DOCUMENTS if document.id not in {"interview_sheet", "checklist"}]
#: The day on which they are drafted.
DRAFTED = date(2026, 11, 23)
UNDER_SEAL = {
    "kit.sealed": True,
    "plan.contacts": [
        {
            "name": "Marian Doe",
            "role": "owner",
            "phone": "304-555-0110",
            "address": "100 Example Street, X, WV",
        }
    ],
}
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(rf"(?:{_MONTH}) [0-9]{{1,2}}, [0-9]{{4}}")
_NUMBER = re.compile(r"[0-9](?:[0-9,.:/-]*[0-9])?")
#: A given name or an honorific with a family name of the sample.
_NAME = re.compile(
    r"(?:(?:Mr|Ms|Dr)\.|[A-Z][a-z]+) (?:[A-Z]\. )?(?:Boe|Coe|Doe|Goe|Koe|Loe|Moe|Noe|Poe|Roe|Voe|Yoe|Zoe)\b"
)


def case(*, sealed: bool) -> Facts:
    known = facts(sample_answers("complete") | (UNDER_SEAL if sealed else {}), DRAFTED, DRAFTED)
    return known.under_seal() if sealed else known


def readers(known: Facts) -> Iterator[Document]:
    """The papers of one access: those that go to their addressee whole are read with the sealed ones."""
    for document in PAPERS:
        if known.sealed or not getattr(document, "whole", False):
            yield document


@pytest.mark.parametrize("sealed", [False, True], ids=["public", "sealed"])
def test_every_answer_prints_in_one_of_its_forms_in_every_paper(sealed: bool) -> None:
    known = case(sealed=sealed)
    strange, checked = [], 0
    for document in readers(known):
        for question, words in prints(document.context(known)):
            allowed = forms(known, QUESTIONS[question])
            checked += 1
            if allowed is not None and words not in allowed:
                strange.append((document.id, question, words))
    assert strange == []
    assert checked > 500


@pytest.mark.parametrize("sealed", [False, True], ids=["public", "sealed"])
def test_a_choice_prints_in_the_same_words_in_every_paper(sealed: bool) -> None:
    known = case(sealed=sealed)
    said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for document in readers(known):
        for question, words in prints(document.context(known)):
            if forms(known, QUESTIONS[question]) is None:
                said[question][document.id].add(words)
    assert said
    for question, by_paper in said.items():
        assert len({frozenset(words) for words in by_paper.values()}) == 1, (question, dict(by_paper))


def kit(data_dir: Path, out: Path) -> dict[str, str]:
    """The text of every paper, drafted as a user drafts it."""
    library = Library(data_dir, today=lambda: DRAFTED)
    session = library.open_case(library.new_sample("complete"))
    report = session.draft(out, documents=[document.id for document in PAPERS])
    library.close()
    return {path.stem: to_text(path.read_bytes()).replace("\u00a0", " ") for path in report.files}


def strangers(papers: Mapping[str, str], pattern: re.Pattern[str], known: str) -> list[tuple[str, str]]:
    """What ``pattern`` finds in a paper and ``known`` does not hold, with the paper's name."""
    words = set(pattern.findall(known))
    return [
        (name, found)
        for name, text in papers.items()
        for found in pattern.findall(text)
        if found not in words
    ]


def answered() -> str:
    """Every answer of the sample as a reader would see it."""
    known = case(sealed=False)
    return "\n".join(
        line for question in known.answers for line in shown(known, question) if known.known(question)
    )


def shown(known: Facts, question: str) -> Iterator[str]:
    kind, value = QUESTIONS[question].kind, known.value(question)
    if isinstance(kind, ListOf):
        for row in value or ():
            yield from (c.kind.show(row[c.id]) for c in kind.columns if row.get(c.id) is not None)
    elif value is not None:
        yield kind.show(value)
    yield from (one.show() for one in known.answers.evidence(QUESTIONS[question]))


def printed_by_templates() -> str:
    """What stands in the templates themselves, with the addresses of offices that the law's table holds."""
    sources = (ROOT / "templates" / "source").rglob("*.md")
    texts = [re.sub(r"\{[{%].*?[%}]\}", "", path.read_text(encoding="utf-8")) for path in sources]
    return "\n".join((*texts, *(str(value.value) for value in LAW.values if value.unit == "text")))


def test_every_date_and_number_of_a_paper_is_an_answer_or_stands_in_the_motion_too(
    data_dir: Path, tmp_path: Path
) -> None:
    papers = kit(data_dir, tmp_path)
    assert len(papers) >= 7
    (motion,) = (text for name, text in papers.items() if name.startswith("Motion for a reduction"))
    counted = plain(unserved(case(sealed=False)))
    assert strangers(papers, _DATE, f"{answered()}\n{motion}\n{long_date(DRAFTED)}") == []
    unnumbered = {
        name: re.sub(r"^(?:#+ )?[0-9]+\. ", "", text, flags=re.MULTILINE) for name, text in papers.items()
    }
    law = "\n".join(
        [*(str(value.value) for value in LAW.values), *(a.cite for a in LAW.authorities.values())]
    )
    known = f"{answered()}\n{motion}\n{counted}\n{printed_by_templates()}\n{law}"
    assert strangers(unnumbered, _NUMBER, known) == []


def test_every_name_of_a_paper_is_a_name_of_the_answers(data_dir: Path, tmp_path: Path) -> None:
    addressed = "Judge Zoe"
    assert strangers(kit(data_dir, tmp_path), _NAME, f"{answered()}\n{addressed}") == []


@pytest.mark.parametrize(
    ("pattern", "wrong"),
    [(_DATE, "July 7, 2026"), (_NUMBER, "00000-998"), (_NAME, "Mr. Doe"), (_NAME, "Marion Doe")],
)
def test_a_paper_that_differs_is_found(pattern: re.Pattern[str], wrong: str) -> None:
    right = answered()
    assert strangers({"paper": right}, pattern, right) == []
    assert strangers({"paper": f"{right} {wrong}"}, pattern, right)
