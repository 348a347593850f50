"""How a paper cites travels to another process and back, and can be read without its paper."""

from __future__ import annotations

import json

from drafter.core.citing import NOTHING_CITED, Citing, Forms, Listed
from drafter.core.marks import cited, italic

CITING = Citing(
    forms={
        ("roe", ""): Forms(italic("Roe v. Doe") + ", 1 U.S. 1", italic("Roe"), "roe"),
        ("roe", "2"): Forms(italic("Roe v. Doe") + ", 1 U.S. 1, 2", italic("Roe") + " at 2", "roe", "at 2"),
    },
    listed={"roe": Listed("Cases", "Roe v. Doe"), "law": Listed("Statutes", "1 U.S.C. § 1", ("§ 1",))},
    groups=("Cases", "Statutes"),
    passim_above=5,
)


def test_it_comes_back_from_json_as_it_was() -> None:
    assert Citing.from_json(json.loads(json.dumps(CITING.as_json()))) == CITING
    assert Citing.from_json(NOTHING_CITED.as_json()) == NOTHING_CITED


def test_a_text_without_its_paper_reads_with_every_citation_in_full() -> None:
    text = f"So. {cited('roe', '2')}. Again. {cited('roe')}."
    assert CITING.in_full(text) == (
        f"So. {italic('Roe v. Doe')}, 1 U.S. 1, 2. Again. {italic('Roe v. Doe')}, 1 U.S. 1."
    )
