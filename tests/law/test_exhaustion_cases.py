"""The clock of exhaustion, case by case as the files beside this one tell it, each with its source."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.law import Law
from drafter.law.exhaustion import Request, exhaustion, holidays_after, impossibilities

FOLDER = Path(__file__).parent / "exhaustion"
OF_REQUEST = ("received", "denied", "transferred", "by_another")
EXPECTED = ("lapse_day", "earliest_filing", "ripe", "days_elapsed")


def cases() -> Iterator[Any]:
    for file in sorted(FOLDER.glob("*.toml")):
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        assert told["source"], file.name
        for case in told["case"]:
            yield pytest.param(case, id=f"{file.stem}: {case['name']}")


@pytest.mark.parametrize("case", list(cases()))
def test_a_request_is_counted_as_its_source_says(law: Law, case: dict[str, Any]) -> None:
    request = Request(**{key: case[key] for key in OF_REQUEST if key in case})
    state = law.district(case["district"]).state if "district" in case else ""
    on = case.get("filing", request.received)
    days = law.value("exhaustion.lapse_days", on).number
    clock = exhaustion(
        request,
        on=on,
        lapse_days=days,
        holidays=holidays_after(request.received, days, state),
        appeal_days=law.value("remedy.bp9_days", on).number,
    )
    expected = {key: case[key] for key in EXPECTED if key in case}
    assert {key: getattr(clock, key) for key in expected} == expected
    assert case.get("note", "") in " ".join(clock.notes)
    assert expected or "note" in case
    assert impossibilities(request, days, case.get("filing")) == ()
