"""Reading a case through from the command line, and that the papers for users name every command."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from command_line import Drafter

from drafter.app.review import FILTERS
from drafter.cli import entry
from drafter.cli import review as review_commands

ROOT = Path(__file__).resolve().parents[2]


def test_the_answers_are_read_through_section_by_section(drafter: Drafter) -> None:
    case = drafter.new("vailes")
    told = drafter("review", case).out.splitlines()
    assert told[0] == "Case and court"
    asked = told.index("  What is the movant’s name?")
    assert told[asked + 1 : asked + 3] == ["    Valon Vailes", "    proof: 369 F. App'x 450"]
    assert "  Which judge has the case now?" in told
    number = told.index("  What is the movant’s register number? [Must be obtained]")
    assert "Unknown" in told[number + 1]


def test_a_review_can_be_narrowed_and_given_as_json(drafter: Drafter) -> None:
    case = drafter.new("vailes")
    every = drafter("review", case, "--json").json
    missing = drafter("review", case, "--only", "missing", "--json").json
    assert 0 < len(missing) < len(every)
    assert {one["state"] for one in missing} == {"missing"}
    assert all("Missing" in one["marks"] for one in missing)
    assert drafter("review", case, "--only", "changed").out == "No question is of this kind.\n"


def test_what_changed_since_the_last_draft_is_told_with_both_answers(
    drafter: Drafter, tmp_path: Path
) -> None:
    case = drafter.new("complete")
    assert "Nothing was drafted yet" in drafter("changes", case).out
    assert drafter("changes", case, "--json").json == {"drafted": None, "changes": None}
    assert drafter("draft", case, "--out", tmp_path / "papers").code == 0
    assert drafter("changes", case).out == "No answer has changed since the last draft.\n"
    rows = tmp_path / "answers.json"
    rows.write_text(json.dumps({"case.number": "2:15-cr-00998"}))
    assert drafter("fill", case, rows).code == 0
    assert drafter("changes", case).out.splitlines() == [
        "Case and court: What is the criminal case number?",
        "  before: 2:15-cr-00999-XYZ-1",
        "  now:    2:15-cr-00998",
    ]
    (one,) = drafter("changes", case, "--json").json["changes"]
    assert (one["question"], one["after"]) == ("case.number", "2:15-cr-00998")


def test_the_events_of_a_case_are_listed_in_order(drafter: Drafter) -> None:
    case = drafter.new("complete")
    lines = drafter("timeline", case).out.splitlines()
    assert "August 11, 2015: Charged" in lines
    events = drafter("timeline", case, "--json").json
    days = [event["day"] for event in events]
    assert days == sorted(days)
    assert len(events) == len(lines)
    assert {event["ahead"] for event in events} == {True, False}
    empty = int(drafter("new", "--title", "United States v. Roe").out)
    assert drafter("timeline", empty).out == "No day of this case is known yet.\n"


def test_readme_or_manual_name_every_command() -> None:
    pages = [ROOT / "README.md", ROOT / "docs" / "manual" / "command-line.md", ROOT / "docs" / "templates.md"]
    told = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    names = [
        *entry._COMMANDS,
        *(f"{group} {one}" for group, (_, own) in entry._GROUPS.items() for one in own),
    ]
    assert [name for name in names if not re.search(rf"drafter {re.escape(name)}\b", told)] == []


@pytest.mark.parametrize("page", ["README.md", "docs/manual/command-line.md"])
def test_every_command_that_readme_and_manual_show_can_be_given(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    shown = re.findall(r"^(?: {4}|\.venv/bin/)drafter (.+)$", text, re.MULTILINE)
    assert len(shown) > 10
    for words in shown:
        given = shlex.split(words, comments=True)
        if given[-1] != "--help":
            assert entry._parser().parse_args(given).command == given[0], words


def test_the_command_line_offers_every_filter_of_the_review() -> None:
    assert tuple(FILTERS) == review_commands._FILTERS
