"""The forms in which a paper cites an authority, made from its entry in the law's tables.

The forms follow common practice: the name in italics, then volume, reporter, page, court and year; later the
short name with volume and page, or with the docket number where there is no reporter; a statute later
without its code.  Which form stands where is chosen in the finished paper.  A page is a slip opinion's
only where the entry says so.
"""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.core.citing import Forms
from drafter.core.marks import blank, italic
from drafter.law.model import Authority

_REPORTER = re.compile(r"(?P<volume>\d+) (?P<reporter>[A-Z][A-Za-z0-9.’' ]*?) (?P<page>\d+)(?P<rest> \(.*)")
_WESTLAW = re.compile(r"(?P<docket>.*?), (?P<number>\d{4} WL \d+)(?P<rest> \(.*)")
_DOCKET = re.compile(r"(?P<docket>Nos?\. .*?)(?P<slip>, slip op\.)?(?P<rest> \([^()]*\d{4}\).*)")
#: The codes inside which *id.* leads from one section to the next.
_CODE = re.compile(r"(?P<code>\d+ U\.S\.C\.|\d+ C\.F\.R\.|U\.S\.S\.G\.) (?P<section>§§? .+)")


def full(authority: Authority, pin: str = "") -> str:
    """The first citation of ``authority``; ``pin`` is a page, or the subdivision of a section ("(b)").

    A decision whose citation is not known gets a visible blank in its place.
    """
    if not authority.name:
        known = authority.cite or blank(f"citation of {authority.title or authority.id}")
        return _subdivided(known, pin)
    cite = _pinned(authority.cite, pin) if authority.cite else blank(f"citation of {authority.name}")
    return f"{italic(authority.name)}, {cite}"


def short(authority: Authority, pin: str = "") -> str:
    """A later citation: short name with volume and page or docket number, or a section without its code."""
    if not authority.name:
        return _subdivided(authority.short_cite, pin) if authority.short_cite else full(authority, pin)
    name = italic(authority.short_name or authority.name)
    return f"{name}, {_again(authority.cite, pin)}" if authority.cite else name


@lru_cache(maxsize=1024)
def forms(authority: Authority, pin: str = "") -> Forms:
    """All forms of ``authority`` at ``pin``, with every section sign tied to its number.

    *Id.* stands for a decision and for a rule; inside a code it leads from one section to another.
    """
    series, after_id = (authority.id, "") if authority.cite else ("", "")
    if authority.name:
        after_id = f"at {_page(authority.cite, pin)}" if pin else ""
    elif code := _CODE.fullmatch(authority.cite):
        series, after_id = code["code"], _subdivided(code["section"], pin)
    texts = (full(authority, pin), short(authority, pin), series, after_id)
    return Forms(*map(tied, texts))


def tied(words: str) -> str:
    """``words`` with every section sign and “No.” tied to its number, so that no line ends between them."""
    return words.replace("§ ", "§\u00a0").replace("No. ", "No.\u00a0")


def _subdivided(section: str, pin: str) -> str:
    return f"{section}{pin}" if not pin or pin.startswith("(") else f"{section} {pin}"


def _pinned(cite: str, pin: str) -> str:
    if not pin:
        return cite
    page = _page(cite, pin)
    if found := _REPORTER.fullmatch(cite):
        return f"{found['volume']} {found['reporter']} {found['page']}, {page}{found['rest']}"
    if found := _WESTLAW.fullmatch(cite):
        return f"{found['docket']}, {found['number']}, at {page}{found['rest']}"
    if found := _DOCKET.fullmatch(cite):
        return f"{found['docket']}{_in_slip(found)} at {page}{found['rest']}"
    return f"{cite}, at {page}"


def _again(cite: str, pin: str) -> str:
    page = _page(cite, pin)
    if found := _REPORTER.fullmatch(cite):
        place = f"at {page}" if pin else found["page"]
        return f"{found['volume']} {found['reporter']} {place}"
    if found := _WESTLAW.fullmatch(cite):
        return f"{found['number']}, at {page}" if pin else found["number"]
    if found := _DOCKET.fullmatch(cite):
        return (
            f"{found['docket']}{_in_slip(found)} at {page}"
            if pin
            else f"{found['docket']}{found['slip'] or ''}"
        )
    return f"{cite}, at {page}" if pin else cite


def _in_slip(found: re.Match[str]) -> str:
    return found["slip"] or ","


def _page(cite: str, pin: str) -> str:
    """``pin`` as this source counts its pages: a star before those of Westlaw."""
    return f"*{pin.lstrip('*')}" if pin and _WESTLAW.fullmatch(cite) else pin
