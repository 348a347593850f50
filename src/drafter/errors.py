"""The errors that a user may meet: each message is one plain sentence that says what, why and what to do."""

from __future__ import annotations


class DrafterError(Exception):
    """Anything that stops what the user asked for and that the user can do something about."""


class BadInputError(DrafterError):
    """The user asked for something that does not exist or cannot be read."""


class StoreError(DrafterError):
    """The database of cases cannot be opened, read or written; what was saved before is safe."""


class WrongPassphraseError(StoreError):
    """The database is encrypted, and what was given does not open it."""


class RememberingError(DrafterError):
    """The system's keyring did not do what it was asked for; the library itself is as it was."""


class StoppedError(DrafterError):
    """The person wanted a long work to stop; nothing was written."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("Stopped; nothing was written.")


class TemplateError(DrafterError):
    """A Word template is missing or broken."""


class OutputError(DrafterError):
    """A paper cannot be written where the user wants it."""
