"""A case goes out of a library and comes back: written to a file, taken in as a new one, merged."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from drafter.core.merging import ThreeWay, three_way
from drafter.errors import StoreError
from drafter.store.arrival import arrived, put_missing, put_steps
from drafter.store.case_records import Version
from drafter.store.records import StoredAnswer
from drafter.store.transfer import contents_of, write_file
from drafter.store.values import new_uid
from drafter.store.versions import BEFORE_MERGE, MERGE

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.store.cases import CaseStore
    from drafter.store.contents import CaseContents, KeptField
    from drafter.store.keys import Key
    from drafter.store.records import Edits

T = TypeVar("T")
#: What a case and its file make of each other, and the version from which both went on.
Compared = tuple[ThreeWay[str, StoredAnswer], Version | None]


class Handover:
    """Hands the cases of one library over and takes them back."""

    def __init__(
        self, store: CaseStore, fields: Callable[[Iterable[str]], tuple[KeptField, ...]] = lambda _: ()
    ) -> None:
        """Serve ``store``; ``fields`` tells which of some questions are the firm's own, and defines those."""
        self._store = store
        self._fields = fields

    def out(self, case: int, write: Callable[[CaseContents], T]) -> T:
        """Give all that belongs to the case to ``write``, with a version of this moment that stays here.

        Nothing is kept where ``write`` raises.  Raises :class:`StoreError` where the case cannot be read.
        """
        store = self._store
        with store.database.transaction():
            store.versions.handed_over(case)
            try:
                contents = contents_of(store.database.connection, case)
            except ValueError as fault:
                raise StoreError(
                    f"The case cannot be handed over whole ({str(fault).rstrip('.')}); "
                    "check the library with “drafter” and restore a backup."
                ) from fault
            return write(replace(contents, fields=self._fields(contents.answers)))

    def to_file(self, case: int, target: Path, key: Key | None) -> None:
        """Write the case to the file ``target`` under ``key``, plain where it is None."""
        self.out(case, lambda contents: write_file(contents, target, key))

    def as_new(self, contents: CaseContents) -> int:
        """Store the case as one that was never here, and return its id.

        Where its identity is here already it gets another, and so does everything that belongs to it.
        """
        store = self._store
        with store.database.transaction():
            known = store.with_uid(contents.uid) is not None
            return arrived(store.database.connection, contents, new_uid() if known else None)

    def compared(self, case: int, contents: CaseContents) -> Compared:
        """Return what differs between the case and ``contents``, and since which common version."""
        base = self._store.versions.common(case, contents)
        before = {
            question: StoredAnswer.from_json(answer)
            for question, answer in (base.answers if base else {}).items()
        }
        return three_way(before, self._store.answers(case), contents.answers), base

    def merge(self, case: int, contents: CaseContents, seen: Compared, chosen: Edits) -> dict[str, int]:
        """Merge ``contents`` into the case as one step, with ``chosen`` for each conflict of ``seen``.

        A version of before is kept, and everything that is missing here is added.  Returns how much of each
        kind.  Raises :class:`StoreError`, and changes nothing, where the case is not as it was ``seen``.
        """
        store = self._store
        with store.database.transaction():
            if self.compared(case, contents) != seen:
                raise StoreError("The case was changed while the merge was looked at; look at it again.")
            connection, decision = store.database.connection, seen[0]
            store.versions.keep(case, "", BEFORE_MERGE)
            brought = store.versions.brought(case, contents)
            counts = put_missing(connection, case, contents)
            counts["history"] = put_steps(connection, case, contents.steps)
            here = store.answers(case)
            edits = {**decision.taken, **{key: chosen[key] for key in decision.conflicts}}
            changes = [(key, here.get(key), after) for key, after in edits.items() if here.get(key) != after]
            store.put(case, {key: after for key, _, after in changes})
            if changes:
                store.steps.add(case, " ".join((MERGE, *brought)), changes)
            return counts
