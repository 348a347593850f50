"""The table of authorities of a paper, in this practice's habit: its groups, and when pages give way to *passim*."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from drafter.core.citing import Citing, Listed
from drafter.law import citation
from drafter.law.load import Law
from drafter.law.model import Authority
from drafter.practice.documents.sources import Sources

#: Kind of authority → its group, in the order of the table.
GROUPS: Mapping[str, str] = {
    "decision": "Cases",
    "statute": "Statutes",
    "rule": "Rules",
    "guideline": "Sentencing Guidelines",
    "regulation": "Regulations",
}
#: The group of every other kind, last.
OTHER = "Other Authorities"
#: On more pages than these an authority is listed as *passim*: house style, not a rule of court.
PASSIM_ABOVE = 5


def citing(sources: Sources) -> Citing:
    """How the paper made from ``sources`` cites, and what its table of authorities lists."""
    cited = {authority: _listed(sources.law.authority(authority)) for authority, _ in sources.forms}
    return Citing(
        forms=sources.forms,
        listed={**_provisions(sources.law, sources.on), **cited},
        groups=(*GROUPS.values(), OTHER),
        passim_above=PASSIM_ABOVE,
    )


@lru_cache(maxsize=16)
def _provisions(law: Law, on: date) -> Mapping[str, Listed]:
    """What a sentence may name in its own words: every statute, rule, guideline and regulation good on the day."""
    day = Sources(law, on, "", frozenset())
    named = (one for one in law.authorities.values() if not one.name and day.may_cite(one.id))
    return {one.id: _listed(one) for one in named}


def _listed(authority: Authority) -> Listed:
    """The row of ``authority``; "Rule 49" alone could be of any court, so a rule is known by its full name."""
    spelled = (authority.cite, "" if authority.kind == "rule" else authority.short_cite)
    return Listed(
        group=GROUPS.get(authority.kind, OTHER),
        entry=citation.tied(citation.full(authority)),
        spellings=() if authority.name else tuple(filter(None, spelled)),
    )
