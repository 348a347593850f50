"""No answer of an encrypted library stands readable in any file, while anything is done with it and after."""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from drafter.app.backups import restored
from drafter.app.checking import check, rescue
from drafter.app.library import Library
from drafter.app.my_words import NAME as WORDS
from drafter.app.my_words import MyWords
from drafter.app.receipts import purged

_PASSPHRASE = "correct horse"  # noqa: S105 - made up
#: One word for each place in which a client may stand; no program and no law has them.
_SECRETS = ("zyzzyva", "qoppaxylem", "wolframoid", "quillfeather", "brindlemoor")
_TITLE, _ANSWER, _NOTE, _WORD, _HALF = _SECRETS


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the library, with the system's folder for temporary files beside it."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return tmp_path


@pytest.fixture
def library(place: Path) -> Iterator[Library]:
    """An encrypted library in which the words stand in every sort of row, and its copy with edits."""
    library = Library(place / "library")
    library.set_passphrase(_PASSPHRASE)
    case = library.new_sample("complete", f"United States v. {_TITLE}")
    session = library.open_case(case)
    session.set_answer("offense.conduct", f"{_ANSWER} " * 500)
    session.set_answer("case.number", "", unknown=True, note=_NOTE)
    session.keep_half_typed("movant.birth_date", _HALF)
    session.keep_version(_TITLE)
    paper = place / "outside" / f"{_NOTE}.pdf"
    paper.parent.mkdir()
    paper.write_bytes(_ANSWER.encode() * 5000)
    session.kept_papers.attach(paper)
    paper.unlink()
    MyWords(library.kept_text(WORDS)).add(_WORD)
    library.keep_firm(case)
    library.transfer.export(case, place / "gone.drafter", _PASSPHRASE)
    other = Library(place / "other")
    other.set_passphrase("another horse")
    other.transfer.add(other.transfer.read(place / "gone.drafter", _PASSPHRASE))
    other.open_case(1).set_answer("offense.conduct", f"{_ANSWER} {_NOTE} " * 500)
    other.transfer.export(1, place / "back.drafter", _PASSPHRASE)
    other.close()
    yield library
    library.close()


def files(place: Path) -> Iterator[Path]:
    """Every file and folder there, however they come and go."""
    for folder, folders, names in os.walk(place):
        yield from (Path(folder) / name for name in (*folders, *names))


def readable_in(place: Path) -> set[str]:
    """The files in which one of the words stands, in bytes or as the system writes wide letters."""
    signs = [form for word in _SECRETS for form in (word.encode(), word.encode("utf-16-le"))]
    found = set()
    for path in files(place):
        try:
            content = path.read_bytes().lower() if path.is_file() else b""
        except OSError:  # it is gone already
            continue
        if any(sign in content for sign in signs) or any(word in path.name for word in _SECRETS):
            found.add(str(path.relative_to(place)))
    return found


@contextmanager
def watched(place: Path) -> Iterator[set[str]]:
    """Look at every file again and again while the block runs, and once after; yield what was readable."""
    found: set[str] = set()
    over = threading.Event()

    def look() -> None:
        while not over.is_set():
            found.update(readable_in(place))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield found
    finally:
        over.set()
        thread.join()
        found.update(readable_in(place))


def _merge(library: Library, place: Path) -> None:
    file = library.transfer.read(place / "back.drafter", _PASSPHRASE)
    plan = library.transfer.plan(file)
    library.transfer.merge(file, plan, {one.question: "there" for one in plan.conflicts})


def _draft(library: Library, place: Path) -> None:
    session = library.open_case(1)
    papers = place.with_name(f"{place.name} papers")  # the papers themselves are for anyone to read
    session.draft(papers, documents=session.documents())
    assert len(list(papers.glob("*.docx"))) > 5


def _check(library: Library, _: Path) -> None:
    check(library)
    library.reindex()


def _change_passphrase(library: Library, _: Path) -> None:
    library.back_up()
    library.set_passphrase("a third horse")


def _lock(library: Library, _: Path) -> None:
    library.lock()
    library.unlock(_PASSPHRASE)
    library.cases()


_WORKS: dict[str, Callable[[Library, Path], object]] = {
    "save": lambda library, _: library.open_case(1).set_answer("offense.conduct", _ANSWER * 3000),
    "undo": lambda library, _: library.open_case(1).undo(),
    "list and find": lambda library, _: library.matches(1, library.cases(_ANSWER)[0].title),
    "conflicts": lambda library, _: library.conflicts([_TITLE, _ANSWER]).html(),
    "backup": lambda library, _: library.back_up(),
    "restore": lambda library, _: restored(library.back_up(), library.folder, library.key),
    "export": lambda library, place: library.transfer.export(1, place / "x.drafter", _PASSPHRASE),
    "import": lambda library, place: library.transfer.add(
        library.transfer.read(place / "back.drafter", _PASSPHRASE)
    ),
    "merge": _merge,
    "check": _check,
    "rescue": lambda library, _: rescue(library),
    "purge": lambda library, _: purged(library, 1),
    "kit": _draft,
    "evidence": lambda library, _: library.open_case(1).evidence(),
    "review": lambda library, _: library.open_case(1).findings(),
    "passphrase": _change_passphrase,
    "lock": _lock,
}


@pytest.mark.parametrize("work", _WORKS)
def test_no_word_is_readable_while_it_is_done_or_after(work: str, library: Library, place: Path) -> None:
    library.cases()
    with watched(place) as found:
        _WORKS[work](library, place)
    assert found == set()
    library.close()
    assert readable_in(place) == set()
    assert list((place / "temporary").iterdir()) == []


def test_the_search_would_see_a_word_in_any_file(library: Library, place: Path) -> None:
    with watched(place) as found:
        library.back_up()
        library.set_passphrase(None)
    names = {path.split("/")[-1].split("-")[0] for path in found}
    assert names >= {"drafter.sqlite", "drafter", "my words.txt"}
