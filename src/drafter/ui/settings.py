"""What the window remembers between two starts: place, panes, theme, size of text, folder for papers."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

_FIRST_SIZE: Final = QSize(1280, 720)
_USUAL_POINTS: Final = 9.0
_SCREEN_SHARE: Final = 0.92  # what a frame and a task bar leave


class WindowSettings:
    """The file ``window.ini`` in the data folder; it holds nothing about any case."""

    def __init__(self, folder: Path) -> None:
        """Read the settings in ``folder``; the file is made when something is first remembered."""
        self._stored = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def text(self, key: str, otherwise: str = "") -> str:
        """Return what is remembered under ``key``, else ``otherwise``."""
        return str(self._stored.value(key, otherwise))

    def number(self, key: str, otherwise: int) -> int:
        """Return the whole number remembered under ``key``, else ``otherwise``."""
        found = self.text(key)
        return int(found) if found.isdecimal() else otherwise

    def state(self, key: str) -> QByteArray:
        """Return the state of a splitter or window remembered under ``key``; empty when there is none."""
        found = self._stored.value(key)
        return found if isinstance(found, QByteArray) else QByteArray()

    def remember(self, key: str, value: str | int | QByteArray) -> None:
        """Keep ``value`` under ``key``."""
        self._stored.setValue(key, value)

    def papers_folder(self) -> Path:
        """Return the folder last used for papers, else the user's Documents."""
        from PySide6.QtCore import QStandardPaths  # not needed before the window is painted

        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = Path(self.text("papers/folder", documents))
        return chosen if chosen.is_dir() else Path(documents)

    def place(self, window: QMainWindow) -> None:
        """Put ``window`` where it was, but wholly onto a screen that exists now."""
        window.resize(_FIRST_SIZE)
        geometry = self.state(_geometry_key())
        if geometry.isEmpty():  # never shown on these screens
            geometry = self.state("window/geometry")
        if not geometry.isEmpty():
            window.restoreGeometry(geometry)
        if not window.isMaximized():
            window.setGeometry(
                on_screen(window.geometry(), [s.availableGeometry() for s in QGuiApplication.screens()])
            )

    def keep_place(self, window: QMainWindow) -> None:
        """Remember where ``window`` is, at once and durably."""
        for key in ("window/geometry", _geometry_key()):
            self.remember(key, window.saveGeometry())
        self._stored.sync()


def _geometry_key() -> str:
    """Where the place on the screens of this moment is remembered: a desk has others than a lap."""
    places = (screen.geometry() for screen in QGuiApplication.screens())
    return "window/geometry-" + "-".join(
        f"{place.x()}x{place.y()}x{place.width()}x{place.height()}" for place in places
    )


def sized(window: QWidget, width: int, height: int) -> None:
    """Make a small window as large as its text needs, never larger than its screen.

    ``width`` and ``height`` are pixels at the usual size of text.
    """
    share = QApplication.font().pointSizeF() / _USUAL_POINTS
    size = QSize(round(width * share), round(height * share))
    window.resize(size.boundedTo(window.screen().availableGeometry().size() * _SCREEN_SHARE))


def on_screen(wanted: QRect, screens: list[QRect]) -> QRect:
    """Return ``wanted`` moved and shrunk so that it lies wholly on the screen it overlaps most."""
    if not screens:
        return wanted

    def overlap(screen: QRect) -> int:
        common = screen.intersected(wanted)
        return max(0, common.width()) * max(0, common.height())

    screen = max(screens, key=overlap)
    size = wanted.size().boundedTo(screen.size())
    left = min(max(wanted.left(), screen.left()), screen.right() + 1 - size.width())
    top = min(max(wanted.top(), screen.top()), screen.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())
