"""Text blocks of the firm's own: kept once inside the library, by names that differ in more than capitals."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.app.backups import Backups, restored
from drafter.app.checking import rescue
from drafter.app.library import Library
from drafter.app.text_blocks import LONGEST_NAME, LONGEST_TEXT, NAME, TextBlock, TextBlocks, matching
from drafter.core.kinds import LongText
from drafter.errors import BadInputError, StoreError

Drafter = Any  # conftest.Drafter
CONDITIONS = "The unit was locked down for 23 hours a day.\n\nMr. [name] had no visits."
PLAN = "He will live with his mother."


@pytest.fixture
def library(data_dir: Path) -> Iterator[Library]:
    opened = Library.open(data_dir)
    yield opened
    opened.close()


@pytest.fixture
def blocks(library: Library) -> TextBlocks:
    """The blocks of a library that holds two."""
    found = TextBlocks(library)
    found.add("Release plan", PLAN)
    found.add("conditions", CONDITIONS)
    return found


def names(blocks: TextBlocks) -> list[str]:
    return [one.name for one in blocks.all()]


def test_blocks_stand_by_name_whatever_the_capitals_and_are_there_after_a_restart(
    blocks: TextBlocks, library: Library
) -> None:
    blocks.add("Änderung", "x")
    blocks.add("B", "y")
    library.close()
    again = Library(library.folder)
    assert names(TextBlocks(again)) == ["B", "conditions", "Release plan", "Änderung"]
    assert TextBlocks(again).found("CONDITIONS").text == CONDITIONS
    again.close()


@pytest.mark.parametrize(
    "typed", ["  one\r\ntwo\x00\u2028three\x0b\ufdd0four  \n", "Zoe\u0301\ttab", "\ud800", "a\n\n\nb"]
)
def test_a_text_is_cleaned_as_the_answer_is_into_which_it_goes(blocks: TextBlocks, typed: str) -> None:
    one = blocks.add("cleaned", typed)
    assert one.text == LongText().parse(typed)
    assert blocks.found("cleaned") == one


def test_a_name_is_one_line(blocks: TextBlocks) -> None:
    assert blocks.add("  Safety \n valve\x00 ", "x").name == "Safety valve"
    assert blocks.found("safety  VALVE").text == "x"


def test_a_block_gets_another_name_or_text_and_keeps_the_rest(blocks: TextBlocks) -> None:
    assert blocks.rename("CONDITIONS", "Conditions") == TextBlock("Conditions", CONDITIONS)
    assert blocks.change("conditions", "Other.") == TextBlock("Conditions", "Other.")
    assert blocks.revise("conditions", "Unit", "Third.") == TextBlock("Unit", "Third.")
    assert [(one.name, one.text) for one in blocks.all()] == [("Release plan", PLAN), ("Unit", "Third.")]
    assert blocks.remove("UNIT").text == "Third."
    assert names(blocks) == ["Release plan"]


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        (" \n", "x", "needs a name"),
        ("x" * (LONGEST_NAME + 1), "x", "has at most 80 characters, and this one has 81"),
        ("x", " \n\x00 ", "needs a text"),
        ("x", "y" * (LONGEST_TEXT + 1), "has at most 20,000 characters, and this one has 20,001"),
        ("CONDITIONS", "x", "There is a text block “CONDITIONS” already"),
        ("con\nditions", "x", ""),
        ("x" * LONGEST_NAME, "y" * LONGEST_TEXT, ""),
    ],
)
def test_what_cannot_be_kept_is_told_in_one_sentence_and_nothing_is_kept(
    blocks: TextBlocks, name: str, text: str, why: str
) -> None:
    if not why:
        assert blocks.add(name, text) in blocks.all()
        return
    before = blocks.all()
    with pytest.raises(BadInputError, match=why) as told:
        blocks.add(name, text)
    assert str(told.value).count(". ") == 0
    with pytest.raises(BadInputError, match=why):
        blocks.revise("Release plan", name, text)
    assert blocks.all() == before


def test_a_block_that_is_not_there_is_told_with_those_that_are(blocks: TextBlocks, tmp_path: Path) -> None:
    there = "There is no text block “plan”; there are: conditions; Release plan."
    for do in (blocks.found, blocks.remove, lambda name: blocks.change(name, "x")):
        with pytest.raises(BadInputError, match=f"^{there}$"):
            do("plan")
    for number in range(20):
        blocks.add(f"{number:02}", "x")
    with pytest.raises(BadInputError, match="14 and 7 more"):
        blocks.rename("plan", "x")
    with pytest.raises(BadInputError, match="there are: none yet"):
        TextBlocks(Library(tmp_path / "none")).found("plan")


def test_blocks_with_every_word_are_found_those_first_whose_name_has_them(blocks: TextBlocks) -> None:
    blocks.add("A visit", "x")
    assert [one.name for one in matching(blocks.all(), "VISIT")] == ["A visit", "conditions"]
    assert [one.name for one in matching(blocks.all(), "release mother")] == ["Release plan"]
    assert matching(blocks.all(), "nowhere") == ()
    assert matching(blocks.all(), " ") == blocks.all()


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "5",
        '{"name": "x"}',
        '[{"name": "x"}]',
        '[{"name": "x", "text": null}]',
        '[{"name": ["x"], "text": "y"}]',
        '[{"name": "x", "text": ""}]',
        '[{"name": "x", "text": "y"}, {"name": "X", "text": "z"}]',
    ],
)
def test_blocks_of_a_newer_program_are_told_and_stay(library: Library, text: str) -> None:
    library.new()
    library.keep(NAME, text)
    for do in (TextBlocks(library).all, lambda: TextBlocks(library).add("x", "y")):
        with pytest.raises(BadInputError, match=r"The text blocks cannot be read .* with the newest drafter"):
            do()
    assert library.kept(NAME) == text


def test_blocks_lie_inside_the_library_under_its_passphrase_and_in_its_backups(
    library: Library, data_dir: Path
) -> None:
    TextBlocks(library).add("Zwetschgenkuchen", "Rhabarbergrütze")
    library.new()
    library.set_passphrase("correct horse battery")
    assert TextBlocks(library).found("zwetschgenkuchen").text == "Rhabarbergrütze"
    TextBlocks(library).change("Zwetschgenkuchen", "Holunderküchle")
    library.back_up()
    backup = next(iter(Backups(data_dir).all())).path
    library.close()
    for file in data_dir.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        assert not any(word in content for word in (b"Zwetschgen", b"Rhabarber", b"Holunder")), file
    again = Library(restored(backup, data_dir))
    with pytest.raises(StoreError):
        TextBlocks(again).all()
    again.unlock("correct horse battery")
    assert [(one.name, one.text) for one in TextBlocks(again).all()] == [
        ("Zwetschgenkuchen", "Holunderküchle")
    ]
    again.set_passphrase(None)
    assert names(TextBlocks(again)) == ["Zwetschgenkuchen"]
    again.close()


def test_a_rescued_library_has_its_blocks(blocks: TextBlocks, library: Library) -> None:
    library.new()
    before = blocks.all()
    library.close()
    saved = Library(rescue(library).folder)
    assert TextBlocks(saved).all() == before
    saved.close()


def test_a_library_that_is_not_there_yet_has_no_blocks_and_asking_makes_none(tmp_path: Path) -> None:
    assert TextBlocks(Library(tmp_path / "none")).all() == ()
    assert not (tmp_path / "none").exists()


def test_a_bracket_that_a_block_brought_stops_a_final_until_it_is_filled(
    drafter: Drafter, tmp_path: Path
) -> None:
    case = drafter.new("complete")
    answers = tmp_path / "answers.json"
    for text, code in ((CONDITIONS, 1), (CONDITIONS.replace("[name]", "Doe"), 0)):
        answers.write_text(json.dumps({"conduct.education": text}), encoding="utf-8")
        drafter("fill", case, answers)
        run = drafter(
            *(
                "draft",
                case,
                "--out",
                tmp_path / str(code),
                "--final",
                "--filing-date",
                "2026-11-30",
                "--json",
            )
        )
        told = [one for one in run.json["problems"] if "still has [name] to be filled in" in one["message"]]
        assert (run.code, run.json["final"], len(told)) == (code, not code, code)
        assert all(one["question"] == "conduct.education" for one in told)
        assert (tmp_path / str(code)).exists() is not bool(code)


# ---- on the command line


def test_blocks_on_the_command_line(
    drafter: Drafter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert drafter("blocks", "list").out.startswith("There are no text blocks; “drafter blocks add”")
    assert drafter("blocks", "list", "--json").json == []
    file = tmp_path / "plan.txt"
    file.write_text(f"\ufeff{PLAN}\n", encoding="utf-8")
    added = drafter("blocks", "add", "Release plan", "--file", file, "--json")
    assert added.json == {"name": "Release plan", "text": PLAN}
    monkeypatch.setattr("sys.stdin", io.StringIO(CONDITIONS))
    told = drafter("blocks", "add", "Conditions", "--file", "-").out
    assert told == "“Conditions” is a text block now, of 15 words.\n"
    assert drafter("blocks", "list").out == "Conditions  (15 words)\nRelease plan  (6 words)\n"
    assert drafter("blocks", "show", "conditions").out == f"{CONDITIONS}\n"
    assert drafter("blocks", "show", "release PLAN", "--json").json == added.json
    file.write_text("Word\n", encoding="utf-8")
    changed = drafter("blocks", "change", "release plan", "--file", file)
    assert changed.out.startswith("“Release plan” has 1 word now; answers")
    assert drafter("blocks", "rename", "release plan", "Plan").out == "The text block is called “Plan” now.\n"
    assert [row["name"] for row in drafter("blocks", "list", "--json").json] == ["Conditions", "Plan"]
    assert drafter("blocks", "remove", "CONDITIONS", "--json").json == {"removed": "Conditions"}
    assert json.loads(drafter("blocks", "list", "--json").out) == [{"name": "Plan", "text": "Word"}]


def test_faults_on_the_command_line_are_one_line_and_code_2(drafter: Drafter, tmp_path: Path) -> None:
    picture = tmp_path / "scan.pdf"
    picture.write_bytes(b"%PDF\xff\xfe")
    empty = tmp_path / "empty.txt"
    empty.touch()
    for words, why in (
        (("show", "plan"), "There is no text block “plan”; there are: none yet."),
        (("add", "plan", "--file", tmp_path / "none"), "cannot be read (No such file or directory)"),
        (("add", "plan", "--file", picture), "is no plain text in UTF-8"),
        (("add", "plan", "--file", empty), "A text block needs a text"),
        (("remove", "plan"), "There is no text block “plan”"),
    ):
        refused = drafter("blocks", *words)
        assert (refused.code, refused.out, refused.err.count("\n")) == (2, "", 1)
        assert why in refused.err
