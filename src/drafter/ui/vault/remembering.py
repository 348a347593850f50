"""What the window asks of the system's keyring: nothing waits for the answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QObject, QTimer

from drafter.app.remembered_key import Asked, RememberedKey, offered
from drafter.errors import DrafterError, RememberingError, WrongPassphraseError

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.app.library import Library
    from drafter.store.keys import Key
    from drafter.ui.main_window import MainWindow
    from drafter.ui.vault.lock_page import LockPage

T = TypeVar("T")
_LOOK: Final = 20  # milliseconds between two looks for an answer


class Remembering(QObject):
    """Serves the vault of ``window``."""

    def __init__(self, window: MainWindow, library: Library) -> None:
        """Ask nothing yet."""
        super().__init__(window)
        self._window = window
        self._library = library
        self._key = RememberedKey(library)
        self._open: list[tuple[Asked[Any], Callable[[], object]]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self._look)

    # --- the lock page -------------------------------------------------------------------------------

    def offer(self, page: LockPage) -> None:
        """Show the check box on ``page`` where this system has a keyring."""
        page.remember.setChecked(self._key.held)
        if page.remember.isHidden():
            self._ask(offered, page.remember.setVisible)

    def recall(self, page: LockPage, unlocked: Callable[[], None]) -> None:
        """Open the library with the key that is remembered, if there is one, and call ``unlocked``."""
        if self._key.held:
            page.say("The system’s keyring is asked for the key; the passphrase opens the library too.")
            self._ask(self._key.recalled, partial(self._recalled, page, unlocked), page.ask_again)

    def _recalled(self, page: LockPage, unlocked: Callable[[], None], key: Key | None) -> None:
        if not self._library.locked:  # the passphrase was quicker
            return
        if key is None:
            page.remember.setChecked(False)
            page.ask_again("This computer no longer remembers the passphrase; type it.")
            return
        try:
            self._library.unlock_with(key)
        except WrongPassphraseError:
            self._ask(self._key.forget)
            page.remember.setChecked(False)
            page.ask_again(
                "What this computer remembered does not open the library any more, so it is forgotten; type"
                " the passphrase."
            )
        except DrafterError as fault:
            page.ask_again(str(fault))
        else:
            unlocked()

    def settle(self, *, wanted: bool) -> None:
        """Remember the key of the library that was just unlocked, or forget it, as the check box says."""
        key = self._library.key
        if wanted and not self._key.held and key is not None:
            self._ask(partial(self._key.keep, key))
        elif not wanted and self._key.held:
            self._ask(self._key.forget)

    # --- the passphrase ------------------------------------------------------------------------------

    def follow(self) -> None:
        """Remember the new key instead of the former, if that was remembered."""
        if self._key.held:
            self._ask(partial(self._key.follow, self._library.key))

    def forget(self) -> None:
        """Forget the key because the person wants it."""
        if self._key.held:
            self._ask(self._key.forget, self._forgotten)
        else:
            self._window.tell("This computer does not remember the passphrase.")

    def _forgotten(self, _nothing: None) -> None:
        self._window.tell("This computer has forgotten the passphrase; it is asked for at the next start.")

    # --- asking --------------------------------------------------------------------------------------

    def _ask(
        self,
        do: Callable[[], T],
        then: Callable[[T], object] = lambda _: None,
        failed: Callable[[str], object] | None = None,
    ) -> None:
        """Ask the keyring by ``do`` and go on with ``then``; a fault goes to ``failed`` or to the notices."""
        asked = Asked(do)

        def go_on() -> None:
            try:
                answer = asked.result()
            except RememberingError as fault:
                (failed or self._window.start.notices.tell)(str(fault))
            else:
                then(answer)

        self._open.append((asked, go_on))
        self._timer.start()

    def _look(self) -> None:
        """Go on with a question that has been answered."""
        answered = next((one for one in self._open if one[0].answered), None)
        if answered is not None:
            self._open.remove(answered)
            answered[1]()
        if not self._open:
            self._timer.stop()
