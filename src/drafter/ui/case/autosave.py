"""Everything typed is stored by itself: when a field is left, and a second after typing began."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from drafter.core.problem import Unreadable
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.app.session import CaseSession
    from drafter.ui.case.question_block import Entry, QuestionBlock

#: Milliseconds from the first keystroke that is not stored to its storing.  The clock is not started again
#: by further keys, so that someone who never pauses does not lose more than this either.
SAVE_AFTER: Final = 1000
#: Milliseconds after which a refusing disk is tried again.
RETRY_AFTER: Final = 5000


class Autosave(QObject):
    """Stores what is typed in the blocks it watches.

    ``typed`` is sent on every key.  ``changed`` carries the :class:`~drafter.app.session.Change` of each
    storing; ``refused`` is sent when something typed cannot be read; ``failed`` carries the sentence of a
    disk that does not take it (the text stays where it is and is tried again), and ``recovered`` is sent when
    everything could be stored after all.
    """

    typed = Signal()
    changed = Signal(object)
    refused = Signal()
    failed = Signal(str)
    recovered = Signal()

    def __init__(self, session: CaseSession, parent: QObject) -> None:
        """Store into ``session``."""
        super().__init__(parent)
        self._session = session
        self._blocks: list[QuestionBlock] = []
        self._half = session.half_typed()
        self._failing = False
        self._forgotten = False
        self._growing: str = ""  # the question that was stored last while its field was being typed in
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    def watch(self, block: QuestionBlock) -> None:
        """Store what is typed into ``block`` from now on."""
        self._blocks.append(block)
        block.edited.connect(self._start)
        block.settled.connect(lambda: self.commit(block))
        typed = self._half.get(block.question.id)
        if typed is not None and block.type_again(typed):
            self.commit(block, leaving=True)

    def commit(self, block: QuestionBlock, *, leaving: bool = False) -> bool:
        """Store what is typed in ``block``; ``leaving`` when the person has gone on to another field."""
        if self._forgotten:
            return True
        if not block.dirty:
            if leaving:
                self._growing = ""
                block.tell_now()
            return True
        entry, name = block.entry(), block.question.id
        try:
            change = self._session.set_answer(
                name,
                entry.raw,
                unknown=entry.unknown,
                note=entry.note,
                evidence=entry.evidence,
                joins=self._growing == name,
            )
        except Unreadable as fault:
            self._keep(name, entry.raw)
            block.refuse(str(fault), self._session.answers.get(name), leaving=leaving)
            self.refused.emit()
            return True
        except DrafterError as fault:
            self._failing = True
            self._timer.start(RETRY_AFTER)
            self.failed.emit(str(fault))
            return False
        self._growing = "" if leaving else name
        block.accept(self._session.answers.get(name), leaving=leaving)
        self._keep(name, block.editor.half_typed())
        self._recover()
        if change.changed:
            self.changed.emit(change)
        return True

    def _keep(self, name: str, typed: object | None) -> None:
        """Keep what stands in a field and cannot be read, so that it is there again after a crash."""
        if self._half.get(name) == typed:
            return
        try:
            self._session.keep_half_typed(name, typed)
        except DrafterError:  # the disk is told of as soon as an answer is to be saved
            return
        self._half.pop(name, None)
        if typed is not None:
            self._half[name] = typed

    def flush(self) -> bool:
        """Store everything that is typed; return False when the disk does not take something."""
        self._timer.stop()
        stored = [self.commit(block) for block in self._blocks if block.dirty]
        return all(stored)

    def unsaved(self) -> list[QuestionBlock]:
        """Return the blocks whose text the disk has not taken."""
        return [block for block in self._blocks if block.dirty]

    def unstored(self) -> dict[str, Entry]:
        """Return what is typed and not stored yet, by question."""
        return {block.question.id: block.entry() for block in self.unsaved()}

    def unread(self) -> list[QuestionBlock]:
        """Return the blocks that hold something that could not be read."""
        return [block for block in self._blocks if block.unread()]

    def forget(self) -> None:
        """Store nothing any more: the person leaves without what cannot be stored."""
        self._timer.stop()
        self._blocks.clear()
        self._forgotten = True

    def _start(self) -> None:
        self.typed.emit()
        if not self._timer.isActive():
            self._timer.start(SAVE_AFTER)
        elif self._failing:
            self._timer.start(min(SAVE_AFTER, self._timer.remainingTime()))

    def _recover(self) -> None:
        if self._failing and not self.unsaved():
            self._failing = False
            self.recovered.emit()
