"""Locking and unlocking the library, its passphrase, and the minutes after which it locks by itself."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from drafter.errors import DrafterError, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafter.app.library import Library
    from drafter.ui.main_window import MainWindow
    from drafter.ui.vault.lock_page import LockPage
    from drafter.ui.vault.remembering import Remembering

#: Minutes without a key or a move of the mouse until the library locks, unless the person chose others.
IDLE_MINUTES: Final = 10
_IDLE: Final = "vault/idle"
_OFFERED: Final = "vault/offered"
_ACTIVE: Final = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
)


class Vault(QObject):
    """Serves ``window``; ``opened`` is called when the library may be looked at."""

    def __init__(self, window: MainWindow, library: Library, opened: Callable[[], None]) -> None:
        """Do nothing before :meth:`begin`."""
        super().__init__(window)
        self._window = window
        self._library = library
        self._opened = opened
        self.page: LockPage | None = None
        self._remembering: Remembering | None = None
        self.idle = QTimer(self)
        self.idle.setSingleShot(True)
        self.idle.timeout.connect(self.lock)
        self._watching = False

    @property
    def locked(self) -> bool:
        """Whether the library waits for its passphrase."""
        try:
            return self._library.locked
        except OSError:  # the list of cases tells what is wrong with the file
            return False

    def begin(self) -> None:
        """Go on with an open library, ask for the passphrase of a locked one."""
        if self.locked:
            page = self._show_lock()
            self._keyring().recall(page, self._go_on)
        else:
            self._opened()
            self._watch()

    def _keyring(self) -> Remembering:
        if self._remembering is None:
            from drafter.ui.vault.remembering import Remembering  # only for a library with a passphrase

            self._remembering = Remembering(self._window, self._library)
        return self._remembering

    # --- locking -------------------------------------------------------------------------------------

    def lock(self) -> None:
        """Store everything, close the library and show nothing of it."""
        window = self._window
        if not self._library.encrypted:
            window.tell("The library has no passphrase, so it cannot be locked; the menu File gives it one.")
            return
        if self.locked or self._busy():
            self._watch()
            return
        if window.page is not None and not window.page.autosave.flush():
            self._watch()  # the page tells that the disk refuses; nothing typed may be lost
            return
        from PySide6.QtWidgets import QDialog  # dialogs are not made for the start

        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.reject()
        window.put_away(open_still=True)
        window.desk.listing.forget()
        self._library.lock()
        self._show_lock()

    @staticmethod
    def _busy() -> bool:
        """Whether a long work goes on, which needs the library open."""
        from PySide6.QtWidgets import QProgressDialog

        return any(
            isinstance(widget, QProgressDialog) and widget.isVisible()
            for widget in QApplication.topLevelWidgets()
        )

    def _show_lock(self) -> LockPage:
        if self.page is None:
            from drafter.ui.vault.lock_page import LockPage

            self.page = LockPage()
            self.page.given.connect(self._unlock)
            self._window.add_page(self.page)
        self.idle.stop()
        self._window.show_page(self.page)
        self._window.actions_.allow(all_=False)
        self.page.ask()
        self._keyring().offer(self.page)
        return self.page

    def _unlock(self, passphrase: str) -> None:
        if self.page is None:
            return
        try:
            with _waiting():
                self._library.unlock(passphrase)
        except DrafterError as fault:
            self.page.refuse(str(fault))
            return
        self._keyring().settle(wanted=self.page.remember.isChecked())
        self._go_on()

    def _go_on(self) -> None:
        """Show the library that was just unlocked."""
        if self.page is not None:
            self.page.line.clear()
        self._window.actions_.allow(all_=True)
        self._window.show_start()
        self._opened()
        self._watch()

    # --- by itself -----------------------------------------------------------------------------------

    def _watch(self) -> None:
        """Lock after some minutes without a key or a move of the mouse."""
        minutes = self._window.settings.number(_IDLE, IDLE_MINUTES)
        wanted = self._library.encrypted and minutes > 0 and not self.locked
        application = QApplication.instance()
        if wanted and not self._watching and application is not None:
            application.installEventFilter(self)
        elif not wanted and self._watching and application is not None:
            application.removeEventFilter(self)
        self._watching = wanted
        if wanted:
            self.idle.start(minutes * 60_000)
        else:
            self.idle.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count the minutes anew at every key and move."""
        if event.type() in _ACTIVE and self.idle.isActive():
            self.idle.start()
        return False

    def ask_minutes(self) -> None:
        """Ask after how many minutes the library locks by itself."""
        from PySide6.QtWidgets import QInputDialog

        before = self._window.settings.number(_IDLE, IDLE_MINUTES)
        minutes, given = QInputDialog.getInt(
            self._window,
            "Lock by itself",
            "Lock the library after so many minutes without a key (0: never):",
            before,
            0,
            480,
        )
        if given:
            self._window.settings.remember(_IDLE, minutes)
            self._watch()

    # --- the passphrase ------------------------------------------------------------------------------

    def offer(self) -> None:
        """Offer a passphrase, once."""
        window = self._window
        if self._library.encrypted or window.settings.number(_OFFERED, 0):
            return
        window.settings.remember(_OFFERED, 1)
        window.start.notices.tell(
            "The cases of your clients are not encrypted yet: whoever takes this computer can read them."
            " A passphrase protects them.",
            "Protect with a passphrase…",
            self.protect,
        )

    def protect(self) -> None:
        """Ask for a new passphrase and encrypt the library under it."""
        from drafter.ui.vault.passphrase_dialog import PassphraseDialog

        current = self._opens_with if self._library.encrypted else None
        dialog = PassphraseDialog(self._window, current)
        dialog.given.connect(self._encrypt)
        dialog.open()

    def remove(self) -> None:
        """Take the passphrase off, after it was given once more."""
        from PySide6.QtWidgets import QInputDialog, QLineEdit

        window = self._window
        if not self._library.encrypted:
            window.tell("The library has no passphrase.")
            return
        passphrase, given = QInputDialog.getText(
            window,
            "Remove the passphrase",
            "The cases and their backups are then readable for whoever takes this computer.\n"
            "Type the passphrase to remove it:",
            QLineEdit.EchoMode.Password,
        )
        if not given:
            return
        if self._opens_with(passphrase):
            self._encrypt("")
        else:
            window.warn(StoreError("This is not the passphrase in use, so it stays; type it again."))

    def forget(self) -> None:
        """Let this computer forget the passphrase."""
        self._keyring().forget()

    def _opens_with(self, passphrase: str) -> bool:
        with _waiting():
            return self._library.opens_with(passphrase)

    def _encrypt(self, passphrase: str) -> None:
        from drafter.app.passphrase import protecting
        from drafter.ui.working import work

        window = self._window
        if not window.close_case():
            return
        words = "Encrypting the library and its backups…" if passphrase else "Writing the library anew…"
        try:
            work(window, words, protecting(self._library, passphrase or None), can_stop=False)
        except DrafterError as fault:
            window.warn(fault)
        window.list_cases()
        self._watch()
        self._keyring().follow()
        if bool(passphrase) == self._library.encrypted:
            window.start.notices.clear()
            window.tell("The library is encrypted." if passphrase else "The passphrase is removed.")


@contextmanager
def _waiting() -> Iterator[None]:
    """Show that it takes a moment: a key is slow to derive on purpose."""
    from PySide6.QtCore import Qt  # see labels.py: not before the first paint

    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()
