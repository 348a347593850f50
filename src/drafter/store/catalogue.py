"""The list of cases: sorted and narrowed in SQL, with status, tags, archive and trash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from drafter.store.moments import moment, now
from drafter.store.records import CaseRecord
from drafter.store.search import asked_words, query

if TYPE_CHECKING:
    from drafter.store.database import Database
    from drafter.store.search import Search

Place = Literal["open", "archive", "trash", "templates", "everywhere"]

#: Only these words of ours are put into statements, never what a user typed.
_PLACES: Final[dict[Place, str]] = {
    "open": "trashed = '' AND archived = 0 AND template = 0",
    "archive": "trashed = '' AND archived = 1",
    "trash": "trashed <> ''",
    "templates": "trashed = '' AND template = 1",
    "everywhere": "trashed = ''",
}
_ORDERS: Final = {
    "modified": "modified {way}, id {way}",
    "title": "title COLLATE NOCASE {way}, id",
    "movant": "movant = '', movant COLLATE NOCASE {way}, id",
    "court": "court = '', court COLLATE NOCASE {way}, id",
    "due": "due = '', due {way}, id",
    "status": "status {way}, modified DESC",
}
_COLUMNS: Final = (
    "id, title, sample, status, template, archived, trashed, movant, court, due, due_what, due_on, modified, "
    "(SELECT count(*) FROM drafts WHERE case_id = cases.id), "
    "(SELECT group_concat(tag, char(31)) FROM tags WHERE case_id = cases.id)"
)
#: Stands between two tags of a case; nobody can type it (ASCII's unit separator).
_BETWEEN: Final = "\x1f"
#: How long a day is as text; what counted the deadline follows it.
_ISO_DAY: Final = len("2026-01-01")
_FOUND: Final = (
    " AND id IN (SELECT case_id FROM search JOIN searched ON entry = search.rowid WHERE search MATCH ?)"
)
_TABLES: Final = (
    "answers", "history", "steps", "drafts", "versions", "attachments", "notes", "tags", "half_typed",
)  # fmt: skip


class Listing(NamedTuple):
    """Which cases to list: those with every word of ``search``, and ``status`` and ``tag`` where given."""

    search: str = ""
    place: Place = "open"
    status: str = ""
    tag: str = ""
    order: str = "modified"
    descending: bool = True
    limit: int = -1
    offset: int = 0


class Catalogue:
    """The list of the cases in one database."""

    def __init__(self, database: Database, search: Search) -> None:
        """List the cases of ``database`` by its index ``search``."""
        self._database = database
        self._search = search

    def cases(self, listing: Listing) -> list[CaseRecord]:
        """Return the cases of ``listing`` in its order."""
        words = asked_words(listing.search)
        if listing.search.strip() and not words:
            return []
        where, values = self._where(listing)
        if not words or listing.order != "modified" or not listing.descending:
            found = _FOUND if words else ""
            order = _ORDERS[listing.order].format(way="DESC" if listing.descending else "ASC")
            statement = f"SELECT {_COLUMNS} FROM cases WHERE {where}{found} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608 - own words
            matched: tuple[object, ...] = (query(words),) if words else ()
            rows = self._database.rows(statement, *values, *matched, listing.limit, listing.offset)
        else:
            statement = (
                f"SELECT {_COLUMNS} FROM search CROSS JOIN searched ON entry = search.rowid "  # noqa: S608 - own words
                f"CROSS JOIN cases ON id = case_id WHERE search MATCH ? AND {where} "
                "ORDER BY search.rowid DESC LIMIT ? OFFSET ?"
            )
            rows = self._database.rows(statement, query(words), *values, listing.limit, listing.offset)
        return [_record(row) for row in rows]

    def count(self, listing: Listing) -> int:
        """Return how many cases ``listing`` has in all, whatever its limit."""
        words = asked_words(listing.search)
        if listing.search.strip() and not words:
            return 0
        where, values = self._where(listing)
        statement = f"SELECT count(*) FROM cases WHERE {where}{_FOUND if words else ''}"  # noqa: S608 - own words
        row = self._database.row(statement, *values, *((query(words),) if words else ()))
        return 0 if row is None else int(str(row[0]))

    @staticmethod
    def _where(listing: Listing) -> tuple[str, list[object]]:
        where, values = _PLACES[listing.place], list[object]()
        if listing.status:
            where += " AND status = ?"
            values.append(listing.status)
        if listing.tag:
            where += " AND id IN (SELECT case_id FROM tags WHERE tag = ?)"
            values.append(listing.tag)
        return where, values

    def case(self, case: int) -> CaseRecord | None:
        """Return the line of one case, wherever it is; None where there is none."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM cases WHERE id = ?", case)  # noqa: S608 - own words
        return None if row is None else _record(row)

    @property
    def is_empty(self) -> bool:
        """Whether there is no case at all, in no archive and no trash."""
        return self._database.row("SELECT 1 FROM cases LIMIT 1") is None

    def uncounted(self, counted_on: str, limit: int) -> list[int]:
        """Return cases whose nearest deadline was never counted, has passed, or may have changed.

        ``counted_on`` is what :meth:`keep_due` would be given now: the day (ISO), then what counts.
        """
        rows = self._database.rows(
            "SELECT id FROM cases WHERE trashed = ''"
            " AND (due_on = '' OR (due <> '' AND due < ?) OR substr(due_on, 11) <> ?)"
            " ORDER BY modified DESC LIMIT ?",
            counted_on[:_ISO_DAY],
            counted_on[_ISO_DAY:],
            limit,
        )
        return [int(str(case)) for (case,) in rows]

    def keep_due(self, case: int, due: str, what: str, counted_on: str) -> None:
        """Keep the nearest deadline of the case, empty where it has none, counted on that day."""
        self._change(case, "due = ?, due_what = ?, due_on = ?", due, what, counted_on, quiet=True)

    def rename(self, case: int, title: str) -> None:
        """Give the case another title."""
        self._change(case, "title = ?, modified = ?", title, now())
        with self._database.transaction():
            self._search.forget(case)

    def set_status(self, case: int, status: str) -> None:
        """Say how the case stands, in the firm's own words or the usual ones."""
        self._change(case, "status = ?", status)

    def set_archived(self, case: int, *, archived: bool) -> None:
        """Put the case into the archive, or take it out."""
        self._change(case, "archived = ?", int(archived))

    def set_template(self, case: int, *, template: bool) -> None:
        """Let new cases begin with this one, or let it be a case again."""
        self._change(case, "template = ?", int(template))

    def trash(self, case: int) -> None:
        """Put the case into the trash, where it stays until it is taken back or purged."""
        self._change(case, "trashed = ?", now())

    def take_back(self, case: int) -> None:
        """Take the case out of the trash."""
        self._change(case, "trashed = ''")

    def _change(self, case: int, setting: str, *values: object, quiet: bool = False) -> None:
        with self._database.transaction(quiet=quiet):
            self._database.connection.execute(
                f"UPDATE cases SET {setting} WHERE id = ?",  # noqa: S608 - own words
                (*values, case),
            )

    def tag(self, case: int, tags: tuple[str, ...]) -> None:
        """Give the case exactly these tags."""
        with self._database.transaction():
            self._database.connection.execute("DELETE FROM tags WHERE case_id = ?", (case,))
            self._database.connection.executemany(
                "INSERT OR IGNORE INTO tags VALUES (?, ?)", [(case, tag) for tag in tags if tag.strip()]
            )

    def tags(self) -> list[str]:
        """Return every tag in use."""
        rows = self._database.rows("SELECT DISTINCT tag FROM tags ORDER BY tag")
        return [str(tag) for (tag,) in rows]

    def trashed_before(self, moment_: str) -> list[int]:
        """Return the cases that lie in the trash since before a moment."""
        rows = self._database.rows("SELECT id FROM cases WHERE trashed <> '' AND trashed < ?", moment_)
        return [int(str(case)) for (case,) in rows]

    def purge(self, case: int) -> dict[str, int]:
        """Delete the case and all that belongs to it for good; return how many rows of each table went.

        Freed pages are overwritten, the index is written anew and the write-ahead log emptied, so that no
        word of the case is left in the files of this library.  Backups and drafted papers are not touched.
        """
        from drafter.store.values import packed  # it knows JSON, which the list does without

        connection = self._database.connection
        counts: dict[str, int] = {}
        with self._database.transaction():
            (uid,) = connection.execute("SELECT uid FROM cases WHERE id = ?", (case,)).fetchone()
            self._search.remove(case)
            counts["history"] = connection.execute(
                "DELETE FROM history WHERE step IN (SELECT id FROM steps WHERE case_id = ?)", (case,)
            ).rowcount
            for table in _TABLES:
                if table != "history":
                    counts[table] = connection.execute(
                        f"DELETE FROM {table} WHERE case_id = ?",  # noqa: S608 - own names
                        (case,),
                    ).rowcount
            connection.execute("DELETE FROM cases WHERE id = ?", (case,))
            connection.execute(
                "DELETE FROM law_editions WHERE digest NOT IN (SELECT law FROM drafts WHERE law IS NOT NULL)"
            )
            self._search.rewrite()
            connection.execute("INSERT OR REPLACE INTO purged VALUES (?, ?, ?)", (uid, now(), packed(counts)))
        self._database.empty_log()
        return counts


def _record(row: tuple[object, ...]) -> CaseRecord:
    id_, title, sample, status, template, archived, trashed, *rest = row
    movant, court, due, what, on, modified, drafts, tags = rest
    return CaseRecord(
        int(str(id_)),
        *(str(title), str(sample), str(status)),
        *(bool(template), bool(archived)),
        *(str(trashed), str(movant), str(court), str(due), str(what), str(on)),
        moment(modified),
        int(str(drafts)),
        () if tags is None else tuple(str(tags).split(_BETWEEN)),
    )
