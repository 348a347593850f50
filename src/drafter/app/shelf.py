"""Which part of the library is listed: place, status, tag, words and order, some hundred lines at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from drafter.app.library import Library
    from drafter.app.lines import CaseLine
    from drafter.store.catalogue import Listing, Place

#: Lines read at once; more are read when the person comes near the last of them.
PAGE: Final = 100
#: Where a case can be, in the words of the window.
PLACES: Final[dict[Place, str]] = {
    "open": "Cases",
    "archive": "Archive",
    "templates": "Templates",
    "trash": "Trash",
}
#: What the list can be sorted by, in the words of the window, and which way each begins.
ORDERS: Final = {
    "modified": ("Last changed", True),
    "due": ("Next deadline", False),
    "title": ("Title", False),
    "movant": ("Movant", False),
    "court": ("Court", False),
    "status": ("Status", False),
}
#: How a case usually stands; a firm may use words of its own.
STATUSES: Final = ("open", "requested", "filed", "granted", "denied", "on appeal", "closed")


class Shelf(NamedTuple):
    """Which cases are listed, and in which order."""

    place: Place = "open"
    status: str = ""
    tag: str = ""
    order: str = "modified"
    descending: bool = True
    search: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether anything but the place keeps cases out of the list."""
        return bool(self.search.strip() or self.status or self.tag)

    def lines(self, library: Library, offset: int = 0) -> list[CaseLine]:
        """Return at most :data:`PAGE` lines from ``offset`` on."""
        return library.cases(self.search, self._listing(PAGE, offset))

    def every(self, library: Library) -> list[CaseLine]:
        """Return all lines, the deadlines counted first where the order is theirs."""
        if self.order == "due":
            for case in library.uncounted(-1):
                library.nearest_deadline(case)
        return library.cases(self.search, self._listing(-1, 0))

    def count(self, library: Library) -> int:
        """Return how many cases there are in all."""
        return library.count(self.search, self._listing(-1, 0))

    def _listing(self, limit: int, offset: int) -> Listing:
        from drafter.store.catalogue import Listing

        return Listing(
            place=self.place,
            status=self.status,
            tag=self.tag,
            order=self.order,
            descending=self.descending,
            limit=limit,
            offset=offset,
        )
