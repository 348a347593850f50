"""No conflict of interest is lost by being quick: a look at every word of every case finds the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.app.conflicts import _HOW, _in_answer
from drafter.app.library import Library
from drafter.app.namesakes import NameAsked, asked
from drafter.core.likeness import Vocabulary
from drafter.store.names import Names
from drafter.store.records import NewCase, StoredAnswer

GIVEN = (
    "José",
    "Jose",
    "Jordan",
    "Jorden",
    "Anna",
    "Zoë",
    "Li",
    "Will",
    "Quillon",
    "J.",
    "Søren",
    "Malcolm",
    "A. B.",
)
FAMILY = (
    "Núñez",
    "Nunez",
    "Doe",
    "Smith",
    "Smyth",
    "Smith-Jones",
    "O’Brien",
    "de la Cruz",
    "X",
    "Fairweather",
)
BESIDE = (" ", "\n", "“", '"', "’s ", "§ ", "\\", "—", "_", "\t", ", ", "\x07")
WORDS = (
    "the",
    "will",
    "of",
    "a",
    "José",
    "Jordan",
    "Smith",
    "and",
    "café",
    "doe",
    "x",
    "center",
    "J",
    "cruz",
    "Fairwether",
)


def form(chance: random.Random) -> str:
    """A name as somebody writes it, sometimes with a slip."""
    given, family = chance.choice(GIVEN), chance.choice(FAMILY)
    name = chance.choice(
        (f"{given} {family}", f"{family}, {given}", f"{given[0]}. {family}", f"{family} {given}", family)
    )
    if chance.random() < 0.3:
        place = chance.randrange(len(name))
        name = name[:place] + chance.choice("aeéx") + name[place + chance.randrange(2) :]
    return chance.choice((name, name, name.upper(), name.lower()))


def text(chance: random.Random) -> str:
    """Words of which some are, or stand near to, a name."""
    pieces = [
        form(chance) if chance.random() < 0.3 else chance.choice(WORDS) for _ in range(chance.randrange(9))
    ]
    return "".join(piece + chance.choice((" ", " ", " ", *BESIDE)) for piece in pieces)


def answer(chance: random.Random) -> StoredAnswer:
    match chance.randrange(6):
        case 0:
            name = {"given": chance.choice(GIVEN), "family": chance.choice(FAMILY), "suffix": "Jr."}
            return StoredAnswer([{"name": name, "of": text(chance)}, 7])
        case 1:
            return StoredAnswer(unknown=True, note=text(chance))
        case 2:
            return StoredAnswer(text(chance), note=text(chance), evidence=({"document": text(chance)},))
        case _:
            return StoredAnswer(text(chance))


def test_neither_json_nor_an_accent_hides_a_name(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.new_all(
        [
            NewCase("Backslash", {"a.b": StoredAnswer(unknown=True, note=r"ask \Jo Doe")}),
            NewCase(
                "Many names", {"a.b": StoredAnswer({"given": "Ann Avery Blake Charles", "family": "Roe"})}
            ),
            NewCase("Accent apart", {"a.b": StoredAnswer("Zoe\u0308y Smith"), "a.c": StoredAnswer("zoe")}),
        ]
    )
    assert [one.how for one in library.conflicts(["Jo Doe"]).found] == [""]
    assert [one.words for one in library.conflicts(["Charles Roe"]).found] == ["Ann Avery Blake Charles Roe"]
    assert [one.title for one in library.conflicts(["Zoe Smith"]).found] == ["Accent apart"]
    library.close()


@pytest.fixture(params=["", "correct horse"])
def library(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Library]:
    """More cases than are read at once, some of them with many words and some with none."""
    opened = Library(tmp_path)
    if request.param:
        opened.set_passphrase(request.param)
    chance = random.Random(5)  # noqa: S311 - the same cases each time
    opened.new_all(
        NewCase(
            chance.choice(("Untitled", form(chance), f"In re {form(chance)}")),
            {f"a.question_{number}": answer(chance) for number in range(chance.randrange(6))},
        )
        for _ in range(450)
    )
    for case in range(3, 450, 40):
        opened.archive(case)
        opened.delete(case + 1)
        opened.make_template(case + 2)
    yield opened
    opened.close()


def found_word_by_word(library: Library, name: NameAsked) -> list[tuple[int, str, str, str, str]]:
    """Every place of the name, without any index: every text of every case is looked at."""
    found = []
    for case in range(1, 451):
        title = library._store.title(case)
        hits = [("", "", hit)] if (hit := name.found(title)) else []
        for key, stored in library._store.answers(case).items():
            hits += [(key, part, hit) for part, hit in _in_answer(name, stored)]
        found += [(case, key, part, hit.around, _HOW[hit.rank]) for key, part, hit in hits]
    return found


def test_what_is_found_is_what_a_look_at_every_word_finds(library: Library) -> None:
    chance = random.Random(6)  # noqa: S311 - the same names each time
    library.refresh()
    words = Vocabulary(Names(library._store.database).words())
    names = {form(chance) for _ in range(40)} | {
        "Malcolm X",
        "Will",
        "Li Smith",
        "A. Doe",
        "J. O’Brien",
        "Zoë X",
    }
    total = 0
    for typed in sorted(name for name in names if any(len(word) > 1 for word in name.split())):
        name = asked(typed, words)
        quick = [
            (one.case, one.question, one.role.removeprefix(one.question), one.words, one.how)
            for one in library.conflicts([typed]).of(name.typed)
        ]
        plain = [
            (case, key, part or ("" if key else "Title of the case"), *rest)
            for case, key, part, *rest in found_word_by_word(library, name)
        ]
        assert sorted(quick) == sorted(plain), typed
        assert [_HOW.index(one[-1]) for one in quick] == sorted(_HOW.index(one[-1]) for one in quick)
        total += len(quick)
    assert total > 1000
