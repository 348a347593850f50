"""The spelling check of one window: a thread that knows the words, and what it has said so far.

The list of words takes a moment to load and a suggestion takes a moment to find, so both are done in the
thread, which has no Qt.  The window looks for its answers with a clock, and only while one is awaited.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from drafter.app.my_words import NAME, MyWords
from drafter.app.spelling import LEGAL_WORDS, Speller, Spot, english, key, law_words, listed_lines, spots
from drafter.errors import DrafterError
from drafter.paths import resource_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from drafter.app.library import Library
    from drafter.app.session import CaseSession

#: Milliseconds between two looks at whether the thread has answered.
_LOOK_AFTER: Final = 15


class Spelling(QObject):
    """Which words are faulted in the case that is open; ``learned`` is sent when that may have changed.

    ``told`` is sent with what a person should read.
    """

    learned = Signal()
    told = Signal(str)

    def __init__(self, window: QWidget, library: Library, *, on: bool) -> None:
        """Check the long texts in ``window``; nothing is loaded before there is one."""
        super().__init__(window)
        self.on = on
        self._library = library
        self._my_words: dict[str, str] = {}
        self._session: CaseSession | None = None
        self._answers: object = None
        self._case_words: dict[str, str] = {}
        self._known: dict[str, bool] = {}
        self._asked: set[str] = set()
        self._loading: Future[Speller] | None = None
        self._fault = ""
        self._awaited: list[tuple[Future[Any], Callable[[Any], None]]] = []
        self._thread = ThreadPoolExecutor(1, "drafter-spelling")
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_AFTER)
        self._clock.timeout.connect(self._collect)
        thread = self._thread
        self.destroyed.connect(lambda: thread.shutdown(wait=False, cancel_futures=True))

    def serve(self, session: CaseSession) -> None:
        """Take the names and short answers of ``session`` for known from now on."""
        self._session, self._answers = session, None
        if self._loading is not None:
            self._read_mine()

    def switch(self, *, on: bool) -> None:
        """Check the spelling, or do not."""
        self.on = on
        self.learned.emit()

    def prepare(self) -> None:
        """Load the lists of words, because a text is about to be typed or pasted."""
        if self.on:
            self._loaded()

    # --- words ---------------------------------------------------------------------------------------

    def faults(self, text: str) -> list[Spot]:
        """Return what is known by now to be misspelt in ``text``; ``learned`` follows if there is more."""
        if not self.on:
            return []
        found = spots(text)
        self._ask({key(spot.word) for spot in found})
        ours = self._ours()
        return [
            spot
            for spot in found
            if self._known.get(plain := key(spot.word)) is False and not any(plain in words for words in ours)
        ]

    def knows(self, word: str) -> bool:
        """Whether ``word`` is known; False as long as the lists are not loaded."""
        loading = self._loading
        if loading is None or not loading.done() or loading.exception() is not None:
            return False
        return loading.result().with_words(*self._ours()).knows(word)

    def when_known(self, text: str, owner: QObject, then: Callable[[], None]) -> None:
        """Call ``then`` once :meth:`faults` knows every word of ``text``, unless ``owner`` is gone by then.

        Where the lists of words cannot be read, that is told instead.
        """
        self._ask({key(spot.word) for spot in spots(text)})
        if self._awaited:
            self._await(self._thread.submit(lambda: None), lambda _: self._then(owner, then))
        else:
            self._then(owner, then)

    def _then(self, owner: QObject, then: Callable[[], None]) -> None:
        if self._fault:
            self.told.emit(self._fault)
        elif isValid(owner):
            then()

    def suggest(self, word: str, owner: QObject, then: Callable[[tuple[str, ...]], None]) -> None:
        """Call ``then`` with what may be meant by ``word``, in a moment, unless ``owner`` is gone by then."""
        ours, loaded = self._ours(), self._loaded()
        find = self._thread.submit(lambda: loaded.result().with_words(*ours).suggestions(word))
        self._await(find, lambda found: self._then(owner, lambda: then(found)))

    def add(self, word: str) -> None:
        """Keep ``word`` among the user's own."""
        try:
            mine = self._mine()
            mine.add(word)
            self._my_words = mine.words()
        except DrafterError as fault:
            self.told.emit(str(fault))
            return
        self.told.emit(f"“{word}” is one of your words now; they are in {mine.path.name}.")
        self.learned.emit()

    def _ours(self) -> tuple[dict[str, str], dict[str, str]]:
        """The words of the case as it is answered now, and the user's own."""
        session = self._session
        if session is not None and session.answers is not self._answers:
            self._answers, self._case_words = session.answers, session.own_words()
        return self._case_words, self._my_words

    # --- the thread ----------------------------------------------------------------------------------

    def _loaded(self) -> Future[Speller]:
        """The lists of words, on their way since they were first wanted."""
        if self._loading is None:
            library = self._library
            self._loading = self._thread.submit(lambda: _speller(library))
            self._await(self._loading, lambda _speller: self._read_mine())
        return self._loading

    def _mine(self) -> MyWords:
        """The user's own words, in the database that is open now where the library is encrypted."""
        return MyWords(self._library.kept_text(NAME))

    def _read_mine(self) -> None:
        """Read the user's own words in the window's thread, to which the database belongs."""
        if self._library.locked:  # they are read when a case is opened again
            return
        try:
            self._my_words = self._mine().words()
        except DrafterError as fault:
            self.told.emit(str(fault))
        self.learned.emit()

    def _ask(self, words: set[str]) -> None:
        new = words - self._asked
        if not new or self._fault:
            return
        self._asked |= new
        loaded = self._loaded()

        def answer() -> dict[str, bool]:
            unknown = loaded.result().unknown(new)
            return {word: word not in unknown for word in new}

        self._await(self._thread.submit(answer), self._learn)

    def _learn(self, known: dict[str, bool]) -> None:
        self._known |= known
        self.learned.emit()

    def _await(self, future: Future[Any], then: Callable[[Any], None]) -> None:
        self._awaited.append((future, then))
        self._clock.start()

    def _collect(self) -> None:
        """Hand on what the thread has answered, in the order in which it was asked."""
        while self._awaited and self._awaited[0][0].done():
            future, then = self._awaited.pop(0)
            try:
                answer = future.result()
            except DrafterError as fault:
                if future is self._loading:
                    self._fault = str(fault)
                if str(fault) != self._fault or future is self._loading:
                    self.told.emit(str(fault))  # what fails after the lists, because of them, is told once
                continue
            then(answer)
        if not self._awaited:
            self._clock.stop()


def _speller(library: Library) -> Speller:
    """What knows every word but those of a case and of the user."""
    return Speller(english(), listed_lines(resource_text(LEGAL_WORDS)), law_words(library.law))


def spelling_of(field: QWidget) -> Spelling | None:
    """Return the spelling check of the window in which ``field`` is, None where it has none."""
    found = field.window().findChild(Spelling, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Spelling) else None
