"""The key of an encrypted database, made from a passphrase as SQLCipher itself makes it.

So any program with SQLCipher 4 opens the file with the same passphrase, and the slow derivation is done once
here, not for every connection (https://www.zetetic.net/sqlcipher/design/).
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass, field
from typing import Final

from drafter.store.header import SALT_BYTES

_KEY_BYTES: Final = 32
#: SQLCipher 4's own number for PBKDF2-HMAC-SHA512.
_ROUNDS: Final = 256_000


@dataclass(frozen=True, slots=True)
class Key:
    """A derived key with the salt of its file; neither is ever shown."""

    raw: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @classmethod
    def derived(cls, passphrase: str, salt: bytes | None = None) -> Key:
        """Derive the key of ``passphrase`` for a file with ``salt``, or for a new file.

        It takes some tenths of a second, on purpose.  Composed and decomposed letters give the same key.
        """
        import hashlib  # a plain library, and a window that is not painted yet, do without OpenSSL

        salt = salt or os.urandom(SALT_BYTES)
        words = unicodedata.normalize("NFC", passphrase).encode()
        return cls(hashlib.pbkdf2_hmac("sha512", words, salt, _ROUNDS, _KEY_BYTES), salt)

    @property
    def literal(self) -> str:
        """The key as SQLCipher reads it, to be put between double quotes."""
        return f"x'{self.raw.hex()}{self.salt.hex()}'"
