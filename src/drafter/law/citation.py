"""The full and the short form in which a paper cites an authority, as text with marks for italics.

The forms follow common practice: name in italics, then volume, reporter, page, court and year; later
only the short name, with volume and page where a page is named.  The text is for the render engine,
which sets what :func:`drafter.core.marks.italic` marks.
"""

from __future__ import annotations

import re

from drafter.core.marks import blank, italic
from drafter.law.model import Authority

_REPORTER = re.compile(r"(?P<volume>\d+) (?P<reporter>[A-Z][A-Za-z0-9.’' ]*?) (?P<page>\d+)(?P<rest> \(.*)")
_WESTLAW = re.compile(r"(?P<docket>.*?), (?P<number>\d{4} WL \d+)(?P<rest> \(.*)")
_SLIP = re.compile(r"(?P<docket>Nos?\. .*?)(?:, slip op\.)?(?P<rest> \([^()]*\d{4}\).*)")


def full(authority: Authority, pin: str = "") -> str:
    """The first citation of ``authority``; ``pin`` is the page, or for a statute nothing.

    A decision whose citation is not known gets a visible blank in its place.
    """
    if not authority.name:
        return authority.cite or blank(f"citation of {authority.title or authority.id}")
    cite = _pinned(authority.cite, pin) if authority.cite else blank(f"citation of {authority.name}")
    return f"{italic(authority.name)}, {cite}"


def short(authority: Authority, pin: str = "") -> str:
    """A later citation: the short name, and with ``pin`` also volume and page (or "slip op. at")."""
    if not authority.name:
        return authority.short_cite or full(authority)
    name = italic(authority.short_name or authority.name)
    return f"{name}, {_short_page(authority.cite, pin)}" if pin and authority.cite else name


def _pinned(cite: str, pin: str) -> str:
    if not pin:
        return cite
    if found := _REPORTER.fullmatch(cite):
        return f"{found['volume']} {found['reporter']} {found['page']}, {pin}{found['rest']}"
    if found := _WESTLAW.fullmatch(cite):
        return f"{found['docket']}, {found['number']}, at *{pin.lstrip('*')}{found['rest']}"
    if found := _SLIP.fullmatch(cite):
        return f"{found['docket']}, slip op. at {pin}{found['rest']}"
    return f"{cite}, at {pin}"


def _short_page(cite: str, pin: str) -> str:
    if found := _REPORTER.fullmatch(cite):
        return f"{found['volume']} {found['reporter']} at {pin}"
    if found := _WESTLAW.fullmatch(cite):
        return f"{found['number']}, at *{pin.lstrip('*')}"
    return f"slip op. at {pin}"
