"""The commands on evidence: the map, what must be obtained, and papers kept with a case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Drafter = Callable[..., Any]


def test_the_map_and_the_list_are_told_in_words_and_in_json(drafter: Drafter) -> None:
    case = drafter("new", "--sample", "vailes", "--json").json["case"]
    told = drafter("evidence", case, "--json").json
    assert {line["ground"] for line in told["map"]} == {"b3D", "b6"}
    assert {one["question"] for one in told["to_obtain"]} >= {"exhibits.list", "movant.register_number"}
    text = drafter("evidence", case).out
    assert all(line["element"] in text for line in told["map"])
    assert all(one["what"] in text for one in told["to_obtain"])
    empty = drafter("new", "--json").json["case"]
    assert drafter("evidence", empty, "--json").json == {"map": [], "to_obtain": []}
    assert "nothing is to be obtained" in drafter("evidence", empty).out


def test_a_paper_goes_in_and_comes_out_as_it_was(drafter: Drafter, tmp_path: Path) -> None:
    content = bytes(range(256)) * 100
    (tmp_path / "record.pdf").write_bytes(content)
    case = drafter("new", "--json").json["case"]
    paper = drafter("attach", case, tmp_path / "record.pdf", "--exhibit", "E", "--json").json["paper"]
    (listed,) = drafter("papers", case, "--json").json
    assert (listed["paper"], listed["name"], listed["exhibit"], listed["bytes"]) == (
        paper,
        "record.pdf",
        "E",
        len(content),
    )
    assert drafter("papers", case, "--save", paper, "--out", tmp_path / "again.pdf").code == 0
    assert (tmp_path / "again.pdf").read_bytes() == content
    for wrong in (("attach", case, tmp_path / "nowhere.pdf"), ("papers", case, "--save", 99, "--out", "x")):
        run = drafter(*wrong)
        assert (run.code, run.err.count("\n")) == (2, 1)
