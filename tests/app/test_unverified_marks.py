"""Nothing that nobody has verified is shown as if somebody had: a sweep through what the commands print."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drafter import paths
from drafter.__main__ import main
from drafter.app.library import Library
from drafter.law import Law
from drafter.law.model import Authority, Position, Treatment

TODAY = date(2026, 11, 21)
MARK = re.compile("confirm before filing")
DAYS = ("2019-06-03", "2021-09-22", "2024-01-15", "2026-11-21")
VALUES = "law/values.toml"


@dataclass
class Run:
    """What one call printed and how it ended."""

    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the command prints
        assert self.err == ""
        return json.loads(self.out)


@dataclass
class Drafter:
    """The program with its data folder, working by ``law``, which is read once for all calls."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    law: Law

    def __call__(self, *call: object) -> Run:
        main(["--data-dir", str(self.folder), *map(str, call)])
        printed = self.capsys.readouterr()
        return Run(printed.out, printed.err)

    def new(self, sample: str) -> int:
        """A case of the sample in which no person has confirmed anything."""
        case = int(self("new", "--sample", sample, "--json").json["case"])
        answers = self.folder / "answers.json"
        answers.write_text('{"confirmations.law": []}')
        assert self("fill", case, answers).err == ""
        return case


@pytest.fixture(scope="module")
def law() -> Law:
    return Law(paths.resource_text)


@pytest.fixture
def drafter(
    data_dir: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, law: Law
) -> Drafter:
    made = Drafter(data_dir, capsys, law)

    def opened(cls: type[Library], folder: Path | None = None) -> Library:
        library = cls(paths.data_folder(folder), today=lambda: TODAY)
        library.__dict__["law"] = made.law
        return library

    monkeypatch.setattr(Library, "open", classmethod(opened))
    return made


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def signs(law: Law) -> dict[str, re.Pattern[str]]:
    """How each unverified entry would be known in a sentence: its place, its citation, or what it says."""
    found = {}
    for entry in law.entries:
        item = entry.item
        if item.verified:
            continue
        if entry.node is not None:
            place = re.escape(entry.title.replace(f" {entry.node.label}", entry.node.label))
            found[entry.ref] = re.compile(place.replace(r"\ ", r"\s") + r"(?![\w(])")
        elif isinstance(item, Authority) and item.cite:
            found[entry.ref] = re.compile(re.escape(", ".join(filter(None, (item.name, item.cite)))))
        elif isinstance(item, Position) and item.found:
            found[entry.ref] = re.compile(re.escape(item.says.rstrip(".")), re.IGNORECASE)
        elif isinstance(item, Treatment):
            found[entry.ref] = re.compile(re.escape(item.says.rstrip(".")))
    return found


def test_the_law_holds_enough_that_is_unverified_for_this_sweep_to_mean_something(law: Law) -> None:
    kinds = {ref.partition(":")[0] for ref in law.unverified()}
    assert {"value", "policy", "position", "authority", "rule", "office"} <= kinds
    assert len(signs(law)) > 60


def test_law_show_marks_everything_unverified(drafter: Drafter, law: Law) -> None:
    for ref in law.unverified():
        assert MARK.search(drafter("law", "show", ref).out), ref
        assert drafter("law", "show", ref, "--json").json["verified"] is False, ref


def test_law_search_and_law_status_mark_everything_unverified(drafter: Drafter, law: Law) -> None:
    unverified = set(law.unverified())
    seen = set()
    for word in ("a", "e", "i", "o"):
        for line in drafter("law", "search", word).out.splitlines():
            ref = line.split("  ", 1)[0]
            seen.add(ref)
            assert bool(MARK.search(line)) == (ref in unverified), line
        for one in drafter("law", "search", word, "--json").json:
            assert one["verified"] == (one["ref"] not in unverified)
    assert unverified <= seen
    told = drafter("law", "status", "--on", "2027-11-01").out.splitlines()
    for line in told[2:]:
        kind, ref = line.split()[:2]
        assert ref not in unverified or kind == "unverified" or MARK.search(line), line
    assert {line.split()[1] for line in told if line.startswith("unverified ")} >= unverified


@pytest.mark.parametrize("sample", ["complete", "vailes", "vailes-2021"])
@pytest.mark.parametrize("day", DAYS)
def test_grounds_and_deadlines_mark_everything_unverified(
    drafter: Drafter, law: Law, sample: str, day: str
) -> None:
    case = drafter.new(sample)
    known = signs(law)
    for command in ("grounds", "deadlines"):
        call = (command, case, "--filing-date", day)
        for one in drafter(*call, "--json").json:
            for text in strings(one):
                for ref, sign in known.items():
                    marked = MARK.search(text) or (command == "deadlines" and not one["verified"])
                    assert marked or not sign.search(text), (ref, text)
        for line in drafter(*call).out.splitlines():
            for ref, sign in known.items():
                assert MARK.search(line) or not sign.search(line), (ref, line)


def test_grounds_show_unverified_law_at_all(drafter: Drafter, law: Law) -> None:
    """The sweep above looks for something that is there."""
    known, found = signs(law), set()
    for sample in ("complete", "vailes"):
        case = drafter.new(sample)
        for day in DAYS:
            told = drafter("grounds", case, "--filing-date", day).out
            found |= {ref for ref, sign in known.items() if sign.search(told)}
    assert {"policy:2023:b3C", "policy:2023:b3D"} <= found


@pytest.mark.parametrize(
    ("value", "call"),
    [
        ("exhaustion.lapse_days", ("exhaustion", "--received", "2026-09-01")),
        ("remedy.bp9_days", ("exhaustion", "--received", "2026-09-01", "--denied", "2026-09-10")),
        ("gct.days_per_year", ("time", "--start", "2026-01-05", "--months", "60")),
    ],
)
def test_a_number_that_is_no_longer_verified_is_marked_where_it_counts(
    drafter: Drafter, value: str, call: tuple[str, ...]
) -> None:
    assert not MARK.search(drafter(*call, "--json").out)

    def unverified(name: str) -> str:
        if name != VALUES:
            return paths.resource_text(name)
        blocks = paths.resource_text(name).split("[[value]]")
        return "[[value]]".join(
            block.replace("verified = true", "verified = false") if f'id = "{value}"' in block else block
            for block in blocks
        )

    drafter.law = Law(unverified)
    told = drafter(*call, "--json").json
    assert any(MARK.search(text) for text in strings(told)), told
    assert MARK.search(drafter(*call).out)
