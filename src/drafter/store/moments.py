"""Moments as every table holds them."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """The present moment, as every table holds moments."""
    return datetime.now(tz=UTC).isoformat(timespec="microseconds")


def moment(text: object) -> datetime:
    """Read what :func:`now` wrote."""
    return datetime.fromisoformat(str(text))
