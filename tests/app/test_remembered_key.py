"""The key of a library in the system's keyring: what is kept there, and when it is forgotten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from keyring.errors import KeyringLocked

from drafter.app import remembered_key
from drafter.app.library import Library
from drafter.app.remembered_key import MARK, Asked, RememberedKey, offered
from drafter.errors import RememberingError, WrongPassphraseError
from drafter.store.keys import Key

Ring = Any  # fake_ring.FakeRing
FIRST, SECOND = "correct horse", "battery staple"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    opened = Library(tmp_path / "Roe, Jordan")
    opened.new("United States v. Roe")
    opened.set_passphrase(FIRST)
    return opened


@pytest.fixture
def kept(ring: Ring, library: Library) -> RememberedKey:
    """The key of ``library`` is in the keyring, and the library is locked."""
    remembered = RememberedKey(library)
    assert library.key is not None
    remembered.keep(library.key)
    assert ring.entries
    library.lock()
    return remembered


def test_a_remembered_key_opens_the_library_without_its_passphrase(
    kept: RememberedKey, library: Library
) -> None:
    key = kept.recalled()
    assert key is not None
    library.unlock_with(key)
    assert [line.title for line in library.cases()] == ["United States v. Roe"]
    assert library.opens_with(FIRST)
    library.close()


def test_the_keyring_learns_neither_passphrase_nor_name(
    ring: Ring, kept: RememberedKey, library: Library
) -> None:
    assert kept.held
    ((place, value),) = ring.entries.items()
    assert library.salt is not None
    assert place == ("drafter", library.salt.hex())
    assert value == Key.derived(FIRST, library.salt).raw.hex()
    assert (library.folder / MARK).read_text(encoding="ascii").strip() == library.salt.hex()


def test_an_entry_stays_on_this_computer(ring: Ring, library: Library) -> None:
    set_: list[str] = []
    ring.persist = property(lambda _: "enterprise", lambda _, value: set_.append(value))
    assert library.key is not None
    RememberedKey(library).keep(library.key)
    ring.persist = "enterprise"
    assert set_ == ["local machine"]


def test_nothing_is_asked_of_the_keyring_before_something_is_put_into_it(
    ring: Ring, library: Library
) -> None:
    remembered = RememberedKey(library)
    assert remembered.recalled() is None
    remembered.forget()
    remembered.follow(library.key)
    assert ring.asked == 0
    library.close()


def test_a_passphrase_changed_elsewhere_leaves_no_key_behind(
    ring: Ring, kept: RememberedKey, library: Library
) -> None:
    elsewhere = Library(library.folder)
    elsewhere.unlock(FIRST)
    elsewhere.set_passphrase(SECOND)
    elsewhere.close()
    assert kept.recalled() is None
    assert ring.entries == {}
    assert not kept.held


@pytest.mark.parametrize("found", ["", "no key", "ab" * 31, "AB" * 32, FIRST])
def test_an_entry_that_is_no_key_is_forgotten(ring: Ring, kept: RememberedKey, found: str) -> None:
    ring.entries.update(dict.fromkeys(ring.entries, found))
    assert kept.recalled() is None
    assert ring.entries == {}
    assert not kept.held


def test_a_wrong_key_opens_nothing(ring: Ring, kept: RememberedKey, library: Library) -> None:
    ring.entries.update(dict.fromkeys(ring.entries, "ab" * 32))
    key = kept.recalled()
    assert key is not None
    with pytest.raises(WrongPassphraseError):
        library.unlock_with(key)
    assert library.locked


def test_an_entry_that_was_removed_by_hand_is_not_asked_for_again(
    ring: Ring, kept: RememberedKey, library: Library
) -> None:
    ring.entries.clear()
    assert kept.recalled() is None
    assert not kept.held
    before = ring.asked
    assert RememberedKey(library).recalled() is None
    assert ring.asked == before


def test_another_passphrase_takes_the_place_of_the_former_and_none_forgets_it(
    ring: Ring, kept: RememberedKey, library: Library
) -> None:
    library.unlock(FIRST)
    library.set_passphrase(SECOND)
    kept.follow(library.key)
    library.lock()
    key = kept.recalled()
    assert len(ring.entries) == 1
    assert key is not None
    library.unlock_with(key)
    before = ring.asked
    kept.follow(library.key)
    assert ring.asked == before, "nothing has changed"
    library.set_passphrase(None)
    kept.follow(library.key)
    assert ring.entries == {}
    assert not kept.held
    library.close()


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (KeyringLocked("Failed to unlock the\ncollection."), "(Failed to unlock the collection)"),
        (ConnectionRefusedError("no bus"), "(no bus)"),
        (AttributeError(), "(AttributeError)"),
    ],
)
def test_a_keyring_that_fails_is_told_in_one_sentence_and_the_library_is_as_it_was(
    ring: Ring, kept: RememberedKey, library: Library, fault: Exception, reason: str
) -> None:
    ring.fault = fault
    library.unlock(FIRST)
    library.set_passphrase(SECOND)
    with pytest.raises(RememberingError) as told:
        kept.follow(library.key)
    assert str(told.value).startswith(f"The system’s keyring did not forget the key {reason}; ")
    assert kept.held, "the former key is in the keyring still, and is forgotten later"
    library.lock()
    with pytest.raises(RememberingError, match="did not forget"):
        kept.recalled()
    library.unlock(SECOND)
    ring.fault = None
    library.lock()
    assert kept.recalled() is None
    assert ring.entries == {}


def test_a_key_that_the_keyring_refuses_is_not_taken_for_kept(ring: Ring, library: Library) -> None:
    ring.fault = KeyringLocked("dismissed")
    remembered = RememberedKey(library)
    assert library.key is not None
    with pytest.raises(RememberingError, match=r"did not keep the key \(dismissed\)"):
        remembered.keep(library.key)
    assert not remembered.held
    library.close()


@pytest.mark.parametrize(
    "named",
    ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring", "nowhere.Keyring", "keyring.Nothing"],
)
def test_where_there_is_no_keyring_none_is_offered(
    named: str, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", named)
    assert not offered()
    assert library.key is not None
    with pytest.raises(RememberingError, match="did not keep the key"):
        RememberedKey(library).keep(library.key)
    library.close()


def test_a_keyring_that_keeps_plain_text_is_not_offered(ring: Ring) -> None:
    assert offered()
    ring.priority = 0.5
    assert not offered()


def test_nobody_waits_for_ever_for_a_keyring_that_does_not_answer(
    ring: Ring, kept: RememberedKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring.talks.clear()
    monkeypatch.setattr(remembered_key, "_PATIENCE", 0.01)
    asked = Asked(kept.recalled)
    with pytest.raises(RememberingError, match="does not answer"):
        asked.result()
    assert not asked.answered
    monkeypatch.undo()
    ring.talks.set()
    assert asked.result() is not None


@pytest.mark.parametrize("written", [b"", b"\xff\xfe", b"../../etc/passwd", b"AB" * 16])
def test_a_mark_that_is_none_of_ours_is_ignored(ring: Ring, library: Library, written: bytes) -> None:
    (library.folder / MARK).write_bytes(written)
    assert not RememberedKey(library).held
    assert RememberedKey(library).recalled() is None
    assert ring.asked == 0
    library.close()
