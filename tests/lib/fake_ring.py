"""A system's keyring for tests, found by the library ``keyring`` as its own are."""

from __future__ import annotations

import threading
from typing import ClassVar

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class FakeRing(KeyringBackend):
    """Its state belongs to the class, for the library makes an object whenever it is asked."""

    priority: ClassVar[float] = 5
    persist: ClassVar[str] = "enterprise"
    #: (service, account) → what is kept.
    entries: ClassVar[dict[tuple[str, str], str]] = {}
    #: What is raised by everything that it is asked for.
    fault: ClassVar[Exception | None] = None
    #: How often it was asked for anything.
    asked: ClassVar[int] = 0
    #: While this is not set, it does not answer.
    talks: ClassVar[threading.Event] = threading.Event()

    @classmethod
    def begin(cls) -> None:
        """Be empty and in order."""
        cls.priority, cls.entries, cls.fault, cls.asked = 5, {}, None, 0
        cls.talks = threading.Event()
        cls.talks.set()

    def _answer(self) -> None:
        type(self).asked += 1
        self.talks.wait()
        if self.fault is not None:
            raise self.fault

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._answer()
        if (service, username) not in self.entries:
            raise PasswordDeleteError("No such password!")
        del self.entries[service, username]
