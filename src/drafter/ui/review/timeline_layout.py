"""Where everything stands on the picture of a timeline, so that no label lies over another.

The axis runs down the page and is true to scale.  The labels stand beside it in the order of time, each as
near to its day as those above and below let it be; a line joins it to its day on the axis.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from drafter.practice.timeline import TimelineEvent

#: All lengths are shares of the height of a line of text.
AXIS, ELBOW, LABELS = 3.6, 4.6, 6.6
GAP: Final = 0.45
#: The least height of the axis for each event, so that a few events are not squeezed into a corner.
_ROOM: Final = 2.2


@dataclass(frozen=True, slots=True)
class Label:
    """One event: ``at`` is its day on the axis, ``top`` where its ``lines`` begin, both from the top."""

    event: TimelineEvent
    lines: tuple[str, ...]
    at: float
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Placed:
    """The picture: its ``labels``, the first day of each year that has room on the axis, and its end."""

    labels: tuple[Label, ...]
    years: tuple[tuple[int, float], ...]
    today: float
    height: float


def placed(
    events: Sequence[TimelineEvent],
    today: date,
    *,
    width: float,
    line: float,
    length: Callable[[str], float],
) -> Placed:
    """Place ``events``, which are in the order of time, on a picture ``width`` wide.

    ``line`` is the height of a line of text, ``length`` how long a text is in one line.
    """
    room = width - LABELS * line
    texts = [wrapped(event.words, room, length) for event in events]
    heights = [len(lines) * line for lines in texts]
    whole = sum(heights) + GAP * line * max(0, len(events) - 1)
    whole = max(whole, _ROOM * line * len(events))
    scale = _scale([event.day for event in events], line, whole)
    tops = _apart(
        [scale(event.day) - height / 2 for event, height in zip(events, heights, strict=True)],
        heights,
        GAP * line,
        whole,
    )
    labels = tuple(
        Label(event, lines, scale(event.day), top, height)
        for event, lines, top, height in zip(events, texts, tops, heights, strict=True)
    )
    return Placed(labels, _years(events, scale, line), scale(today), whole)


def _scale(days: Sequence[date], line: float, whole: float) -> Callable[[date], float]:
    """The place of a day on the axis; half a line is left above the first and below the last."""
    first, last = (days[0], days[-1]) if days else (date.min, date.min)
    span = max(1, (last - first).days)

    def at(day: date) -> float:
        share = min(1.0, max(0.0, (day - first).days / span))
        return line / 2 + share * (whole - line)

    return at


def _apart(wanted: Sequence[float], heights: Sequence[float], gap: float, whole: float) -> list[float]:
    """Move labels down until none lies over the one above, then up until the last is inside."""
    tops: list[float] = []
    free = 0.0
    for top, height in zip(wanted, heights, strict=True):
        tops.append(max(top, free))
        free = tops[-1] + height + gap
    limit = whole
    for place in range(len(tops) - 1, -1, -1):
        tops[place] = min(tops[place], limit - heights[place])
        limit = tops[place] - gap
    return tops


def _years(
    events: Sequence[TimelineEvent], scale: Callable[[date], float], line: float
) -> tuple[tuple[int, float], ...]:
    """The beginnings of years that fall on the axis, as many as can be read."""
    if not events:
        return ()
    found: list[tuple[int, float]] = []
    for year in range(events[0].day.year + 1, events[-1].day.year + 1):
        at = scale(date(year, 1, 1))
        if not found or at - found[-1][1] >= line:
            found.append((year, at))
    return tuple(found)


def wrapped(text: str, room: float, length: Callable[[str], float]) -> tuple[str, ...]:
    """``text`` in lines of at most ``room``; a word that is longer stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and length(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
