"""The manifest beside the papers: it names what each was made of, holds no answer, and loses no file."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drafter import __version__
from drafter.app.library import Library
from drafter.app.manifest import answers_hash
from drafter.app.samples import sample
from drafter.core.answers import Answer, Answers, Evidence

#: The manifest of the drafts of the complete sample, whose movant is Doe.
NAME = "Manifest - Doe - 2-15-cr-00999-XYZ-1 (DRAFT).json"
FINAL = NAME.replace(" (DRAFT)", "")
VAILES = "Manifest - Vailes - 3-07-cr-00162-FDW-3 (DRAFT).json"
Drafter = Callable[..., Any]
Edit = Callable[[Path, str, str], None]


def new(drafter: Drafter, name: str) -> int:
    case: int = drafter("new", "--sample", name, "--json").json["case"]
    return case


def rows(folder: Path) -> dict[str, dict[str, Any]]:
    told = json.loads((folder / NAME).read_text(encoding="utf-8"))
    return {row["file"]: row for row in told["papers"]}


def test_every_paper_of_a_kit_is_in_the_manifest_with_its_hash(drafter: Drafter, tmp_path: Path) -> None:
    run = drafter("draft", new(drafter, "complete"), "--out", tmp_path, "--kit", "--json")
    assert run.json["manifest"] == str(tmp_path / NAME)
    told = rows(tmp_path)
    assert sorted(told) == sorted(Path(file).name for file in run.json["files"])
    assert len(told) > 10
    every = {use["id"]: use for use in run.json["templates"]}
    for file, row in told.items():
        assert row["sha256"] == hashlib.sha256((tmp_path / file).read_bytes()).hexdigest()
        assert row["program"] == __version__
        assert row["templates"][0]["id"] == row["document"]
        assert all(every[use["id"]] == use for use in row["templates"])
    assert len({row["answers"] for row in told.values()}) == 1


def test_the_same_case_gives_the_same_manifest_on_any_day_in_any_folder(
    data_dir: Path, tmp_path: Path
) -> None:
    days = [date(2026, 11, 24), date(2026, 11, 25)]
    library = Library(data_dir, today=lambda: days[-1])
    case = library.open_case(library.new_sample("complete"))
    told = set()
    while days:
        report = case.draft(tmp_path / str(len(days)), documents=("motion", "order"), on=date(2026, 11, 27))
        assert report.manifest is not None
        told.add(report.manifest.read_text(encoding="utf-8"))
        days.pop()
    library.close()
    (only,) = told
    assert "2026-11-27" in only
    assert not re.search(r"2026-11-2[45]|/|\\\\", only)


def test_two_clients_in_one_folder_have_a_manifest_each_and_none_names_the_other(
    drafter: Drafter, tmp_path: Path
) -> None:
    for name in ("complete", "vailes", "complete"):
        drafter("draft", new(drafter, name), "--out", tmp_path)
    told = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.json")}
    assert sorted(told) == [NAME, VAILES]
    assert "Vailes" not in told[NAME]
    assert "Doe" not in told[VAILES]


def test_two_clients_of_one_family_name_have_a_manifest_each_and_neither_loses_a_row(
    drafter: Drafter, tmp_path: Path
) -> None:
    answers = tmp_path / "other.json"
    cases = [new(drafter, "complete") for _ in range(4)]
    for case, number in zip(cases[1:], ("5:20-cr-00001-ABC-1", None, None), strict=True):
        answers.write_text(json.dumps({"case.number": number}), encoding="utf-8")
        assert drafter("fill", case, answers).code == 0
    out, manifests = tmp_path / "out", []
    for document in ("motion", "order"):
        for case in cases:
            run = drafter("draft", case, "--out", out, "--document", document, "--json")
            manifests.append(Path(run.json["manifest"]).name)
    assert manifests[:4] == manifests[4:]
    assert sorted({*manifests}) == sorted(
        [
            NAME,
            "Manifest - Doe - 5-20-cr-00001-ABC-1 (DRAFT).json",
            *(f"Manifest - Doe - case {case} (DRAFT).json" for case in cases[2:]),
        ]
    )
    for name in manifests:
        papers = json.loads((out / name).read_text(encoding="utf-8"))["papers"]
        assert {paper["document"] for paper in papers} == {"motion", "order"}


def test_a_final_has_a_manifest_of_its_own(drafter: Drafter, tmp_path: Path) -> None:
    case = new(drafter, "complete")
    for asked in ((), ("--final", "--filing-date", "2026-11-23")):
        drafter("draft", case, "--out", tmp_path, *asked)
    assert sorted(path.name for path in tmp_path.glob("*.json")) == [NAME, FINAL]
    told = json.loads((tmp_path / FINAL).read_text(encoding="utf-8"))
    assert [row["final"] for row in told["papers"]] == [True]


def test_the_manifest_holds_no_answer(drafter: Drafter, tmp_path: Path) -> None:
    drafter("draft", new(drafter, "complete"), "--out", tmp_path)
    text = (tmp_path / NAME).read_text(encoding="utf-8")
    row = next(iter(rows(tmp_path).values()))
    for name in (row["file"], row["document"], row["filing_date"]):
        text = text.replace(name, "")
    words = {
        str(value)
        for answer in sample("complete")[1].values()
        for value in (answer.values() if isinstance(answer, dict) else [answer])
        if len(str(value)) > 7
    }
    assert len(words) > 50
    assert not [word for word in words if word in text]


def test_papers_drafted_before_stay_in_it_while_their_files_stand(drafter: Drafter, tmp_path: Path) -> None:
    case = new(drafter, "complete")
    drafter("draft", case, "--out", tmp_path, "--document", "motion", "order")
    before = rows(tmp_path)
    motion, order = sorted(before, key=lambda file: before[file]["document"])
    drafter("draft", case, "--out", tmp_path, "--document", "release_plan")
    assert rows(tmp_path).items() > before.items()
    (tmp_path / order).unlink()
    drafter("draft", case, "--out", tmp_path, "--document", "release_plan")
    assert motion in rows(tmp_path)
    assert order not in rows(tmp_path)
    assert [path.name for path in tmp_path.glob("*.json")] == [NAME]


def test_another_answer_or_another_law_shows(drafter: Drafter, tmp_path: Path) -> None:
    case = new(drafter, "complete")
    drafter("draft", case, "--out", tmp_path)
    ((file, before),) = rows(tmp_path).items()
    (tmp_path / "more.json").write_text('{"movant.register_number": "12345-678"}', encoding="utf-8")
    assert drafter("fill", case, tmp_path / "more.json").code == 0
    drafter("draft", case, "--out", tmp_path)
    after = rows(tmp_path)[file]
    assert after["answers"] != before["answers"]
    assert after["law"] == before["law"]
    drafter("draft", case, "--out", tmp_path, "--filing-date", "2026-12-15")
    assert rows(tmp_path)[file]["filing_date"] == "2026-12-15"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace('"final": false', '"final": true'),
        lambda text: text + "\n",
        lambda _: "the firm's own notes",
        lambda _: '{"papers": 3}',
        lambda _: "[]",
    ],
)
def test_an_edited_manifest_is_left_alone(
    spoil: Callable[[str], str], drafter: Drafter, tmp_path: Path
) -> None:
    case = new(drafter, "complete")
    drafter("draft", case, "--out", tmp_path)
    manifest = tmp_path / NAME
    edited = spoil(manifest.read_text(encoding="utf-8"))
    manifest.write_text(edited, encoding="utf-8", newline="")
    run = drafter("draft", case, "--out", tmp_path, "--json")
    assert run.code == 0
    assert manifest.read_bytes() == edited.encode()
    assert run.json["manifest"] == str(tmp_path / NAME.replace(").json", ") 2.json"))


def test_a_draft_edited_by_hand_keeps_its_row_and_the_new_one_gets_another(
    drafter: Drafter, tmp_path: Path, edit: Edit
) -> None:
    case = new(drafter, "complete")
    (file,) = drafter("draft", case, "--out", tmp_path, "--json").json["files"]
    edit(Path(file), "MOTION", "Motion")
    drafter("draft", case, "--out", tmp_path)
    assert len(rows(tmp_path)) == 2


def test_a_refused_final_writes_none(drafter: Drafter, tmp_path: Path) -> None:
    run = drafter("draft", new(drafter, "vailes"), "--out", tmp_path / "out", "--final", "--json")
    assert (run.code, run.json["manifest"]) == (1, None)
    assert not (tmp_path / "out").exists()


def test_the_hash_of_the_answers_is_that_of_all_of_them() -> None:
    first = {"a": Answer("x", "x"), "b": Answer(unknown=True, note="ask"), "c": Answer(None, None)}
    known = answers_hash(Answers(first))
    assert answers_hash(Answers(dict(reversed(first.items())))) == known
    others: list[dict[str, Answer]] = [
        {**first, "a": Answer("y", "y")},
        {**first, "b": Answer(unknown=True, note="call")},
        {**first, "a": Answer("x", "x", evidence=(Evidence(exhibit="B"),))},
        {key: first[key] for key in ("a", "b")},
    ]
    hashes = {answers_hash(Answers(one)) for one in others}
    assert len(hashes) == len(others)
    assert known not in hashes
