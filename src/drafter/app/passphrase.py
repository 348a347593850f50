"""Passphrases: how strong one is, said simply, and encrypting a library in a thread of its own."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.app.library import Library

#: What everyone must know before.
LOST: Final = (
    "A forgotten passphrase cannot be recovered by anyone: the cases, and the backups made under it, are lost"
    " with it. Write it down and keep it where the client files are kept safe."
)
#: Bits of a rough estimate up to which each sentence holds.
_SAID: Final = (
    (28.0, "Very weak: a program guesses it at once."),
    (45.0, "Weak: a program guesses it in hours or days."),
    (65.0, "Fair: longer is better; four or more unconnected words are good."),
    (math.inf, "Strong."),
)
_LETTERS, _DIGITS, _SIGNS = 26, 10, 33


def strength(passphrase: str) -> str:
    """Say in a sentence how hard ``passphrase`` is to guess; nothing for an empty one.

    The estimate counts letters of different kinds and, for repetition, how many of them differ.
    """
    if not passphrase:
        return ""
    pool = (
        _LETTERS * any(letter.islower() for letter in passphrase)
        + _LETTERS * any(letter.isupper() for letter in passphrase)
        + _DIGITS * any(letter.isdigit() for letter in passphrase)
        + _SIGNS * any(not letter.isalnum() for letter in passphrase)
    )
    length = min(len(passphrase), 2 * len(set(passphrase)))
    bits = length * math.log2(max(pool, 2))
    return next(words for most, words in _SAID if bits < most)


def protecting(library: Library, passphrase: str | None) -> Callable[[Callable[[], bool]], None]:
    """Return what encrypts ``library`` under ``passphrase``, for another thread; None takes it off.

    ``library`` is closed until it is done.  A checked backup is made before.  It raises
    :class:`~drafter.errors.StoreError` where there is no room; the library is then as it was.
    """
    other = library.twin()

    def protect(_stopped: Callable[[], bool]) -> None:
        try:
            other.back_up()
            other.set_passphrase(passphrase)
        finally:
            library.take_key(other)
            other.close()

    return protect
