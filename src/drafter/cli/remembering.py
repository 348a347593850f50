"""The system's keyring on the command line: asked only where the person says so."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Final

from drafter.cli.command import FINE, shown
from drafter.errors import BadInputError, RememberingError, WrongPassphraseError

if TYPE_CHECKING:
    import argparse

    from drafter.app.library import Library
    from drafter.app.remembered_key import RememberedKey

REMEMBERED: Final = "This computer remembers it in the system’s keyring."


def unlocked_by_keyring(library: Library) -> bool:
    """Unlock ``library`` with what the keyring remembers; say in a line why that does not go, if so."""
    from drafter.app.remembered_key import Asked, RememberedKey

    remembered = RememberedKey(library)
    try:
        key = Asked(remembered.recalled).result()
        if key is not None:
            library.unlock_with(key)
            return True
        _say("The system’s keyring holds no key of this library.")
    except WrongPassphraseError:
        _say("The key in the system’s keyring does not open the library any more, so it is forgotten.")
        _forget(remembered)
    except RememberingError as fault:
        _say(str(fault))
    return False


def _forget(remembered: RememberedKey) -> None:
    from drafter.app.remembered_key import Asked

    try:
        Asked(remembered.forget).result()
    except RememberingError as fault:
        _say(str(fault))


def insist_on_keyring() -> None:
    """Raise :class:`BadInputError` where there is no keyring to remember anything."""
    from drafter.app.remembered_key import Asked, offered

    if not Asked(offered).result():
        raise BadInputError(
            "This system has no keyring that can be used, so nothing was changed; leave --remember out."
        )


def remember(library: Library, options: argparse.Namespace) -> int:
    """Remember the passphrase in use."""
    from drafter.app.remembered_key import Asked, RememberedKey

    if library.key is not None:
        Asked(partial(RememberedKey(library).keep, library.key)).result()
    shown(options, {"encrypted": library.encrypted, "remembered": True}, [REMEMBERED])
    return FINE


def forget(library: Library, options: argparse.Namespace) -> int:
    """Forget the passphrase on this computer; the library need not be unlocked for it."""
    from drafter.app.remembered_key import Asked, RememberedKey

    Asked(RememberedKey(library).forget).result()
    words = "This computer does not remember the passphrase."
    shown(options, {"encrypted": library.encrypted, "remembered": False}, [words])
    return FINE


def settled(library: Library, *, remember: bool) -> bool:
    """Let the keyring follow a passphrase that was just set or removed; return whether it is remembered."""
    from drafter.app.remembered_key import Asked, RememberedKey

    remembered = RememberedKey(library)
    try:
        Asked(partial(remembered.follow, library.key)).result()
        if remember and not remembered.held and library.key is not None:
            Asked(partial(remembered.keep, library.key)).result()
    except RememberingError as fault:  # the passphrase itself is set
        _say(str(fault))
        return False
    return remembered.held


def _say(words: str) -> None:
    print(f"drafter: {words}", file=sys.stderr)
