"""What a person who types waits for, in the real window with the complete sample, whose motion has 20 pages.

All inside one run, without a screen; times in milliseconds from the key press:

* **a character on screen** is the whole handling of a key, painting included; the same key in an empty
  ``QLineEdit`` is what Qt itself takes.  Keys come
  :data:`PAUSE` milliseconds apart, so that a saving falls among them.
* **the draft** is the paper with the typed word in it, laid out and painted.  The program waits
  :data:`~drafter.ui.case.draft_pane.REFRESH_AFTER` for a pause; the rest is what making it costs.
* **saved** is the answer in the database, at most :data:`~drafter.ui.case.autosave.SAVE_AFTER` after the key;
  beside it, what is saved because the field is left.
* **the thread is held** is the longest that a key could have to wait because a draft is being made.
* **a section** is from the key that asks for it to its painted form, already made once.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from drafter.app.library import Library
from drafter.ui.case.case_page import CasePage
from drafter.ui.main_window import MainWindow
from drafter.ui.theme import Theme

PAUSE = 90  # between two keys: about 130 words a minute
QUESTION = "movant.aliases"
_WORD = "Jonathan Roe "
_WAIT = 5  # seconds after which something is wrong


def measured(repeats: int) -> dict[str, list[float]]:
    """Every time of every round by what it is."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    held = QApplication.instance()
    application = held if isinstance(held, QApplication) else QApplication([])
    bare = _empty_field(repeats)
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder))
        window = MainWindow(library, Theme(application))
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        until(lambda: QApplication.focusWidget() is not None)
        window.open_sample("complete")
        page = window.page
        if page is None:
            raise RuntimeError("The sample does not open")
        _settle(page)
        times = {
            "key to character in an empty field": bare,
            **_typing(page, repeats),
            "the thread is held by a draft": _holding(page, repeats),
            "key to saved, the field is left": _leaving(page, repeats),
            "key to another section": _sections(page, repeats),
        }
        page.autosave.flush()
        window.close()
        window.deleteLater()
        library.close()
    return times


def quantiles(times: list[float]) -> tuple[float, float]:
    """The median and the 99th percentile, or the greatest where there are fewer than a hundred."""
    return statistics.median(times), sorted(times)[max(0, -(-len(times) * 99 // 100) - 1)]


def _typing(page: CasePage, repeats: int) -> dict[str, list[float]]:
    """Words typed key by key, with a pause after each word until the draft shows it and it is saved."""
    shown: list[float] = []
    drafted: list[float] = []
    saved: list[float] = []
    for round_ in range(repeats):
        _go_to_field(page)
        word = f"{_WORD}{round_}"
        pressed = []
        for character in word:
            pressed.append(time.perf_counter())
            press(character)
            shown.append(_since(pressed[-1]))
            if len(pressed) < len(word):
                _wait_for(PAUSE - _since(pressed[-1]))
        until(partial(_is_drafted, page, word))
        QApplication.processEvents()
        drafted.append(_since(pressed[-1]))
        until(partial(_is_saved, page, word))
        saved.append(_since(pressed[-1]))
        _settle(page)
    return {
        "key to character on screen": shown,
        "last key to updated draft": drafted,
        "last key to saved, the field is not left": saved,
    }


def _is_drafted(page: CasePage, word: str) -> bool:
    return word in page.draft.browser.toPlainText()


def _is_saved(page: CasePage, word: str) -> bool:
    return bool(page.session.answers[QUESTION].value == word)


def _holding(page: CasePage, repeats: int) -> list[float]:
    """Drafts made one after the other, each after a key."""
    _go_to_field(page)
    times = []
    for _ in range(repeats * 10):
        press("x")
        begun = time.perf_counter()
        page.draft.refresh()
        QApplication.processEvents()
        times.append(_since(begun))
    _settle(page)
    return times


def _go_to_field(page: CasePage) -> None:
    page.go_to(QUESTION)
    field = _focus()
    if isinstance(field, QLineEdit):
        field.selectAll()


def _empty_field(repeats: int) -> list[float]:
    field = QLineEdit()
    field.show()
    QApplication.processEvents()
    times = []
    for _ in range(repeats * len(_WORD)):
        begun = time.perf_counter()
        press("x", field)
        times.append(_since(begun))
    field.close()
    field.deleteLater()
    return times


def _leaving(page: CasePage, repeats: int) -> list[float]:
    times = []
    for round_ in range(repeats):
        page.go_to(QUESTION)
        press(str(round_ % 10))
        before = page.session.answers[QUESTION]
        begun = time.perf_counter()
        press("", key=Qt.Key.Key_Tab)
        if page.session.answers[QUESTION] == before:
            raise RuntimeError("Nothing was saved when the field was left")
        times.append(_since(begun))
        _settle(page)
    return times


def _sections(page: CasePage, repeats: int) -> list[float]:
    for place in range(len(page.session.sections)):
        page.outline.go_to(place)
    page.outline.go_to(0)
    times = []
    for round_ in range(repeats * 2):
        last = len(page.session.sections) - 1
        steps = 1 if round_ // last % 2 == 0 else -1
        begun = time.perf_counter()
        page.step(steps)
        QApplication.processEvents()
        times.append(_since(begun))
        _settle(page)
    return times


def press(character: str, widget: QWidget | None = None, key: int = 0) -> None:
    """One key as the system sends it, and everything that follows from it at once, painting included."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(widget or _focus(), event)
    QApplication.processEvents()


def _focus() -> QWidget:
    widget = QApplication.focusWidget()
    if widget is None:
        raise RuntimeError("Nothing has the keyboard")
    return widget


def _settle(page: CasePage) -> None:
    """Wait until nothing is expected any more."""
    timers = [timer for timer in page.findChildren(QTimer) if timer.isSingleShot()]
    until(lambda: not any(timer.isActive() for timer in timers))


def until(done: Callable[[], bool]) -> None:
    """Let the window live until ``done``; raise RuntimeError where that takes too long."""
    ends = time.perf_counter() + _WAIT
    while not done():
        if time.perf_counter() > ends:
            raise RuntimeError("The window does not get there")
        QApplication.processEvents()
        time.sleep(0.0005)


def _wait_for(milliseconds: float) -> None:
    ends = time.perf_counter() + milliseconds / 1000
    while time.perf_counter() < ends:
        QApplication.processEvents()
        time.sleep(0.0005)


def _since(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000
