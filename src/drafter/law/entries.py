"""The law piece by piece: what lists, searches and reviews of the law show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.law.model import ALL_CIRCUITS, Node, Sourced, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.law.law_tables import LawTables


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of the law in a form to list, search and show: ``ref`` is e.g. "treatment:rutherford".

    ``in_force`` is None for what has no date (a court, an authority); ``circuits`` is empty for what is
    law everywhere, ``district`` for what is no one district's.  ``node`` is the piece of a text that the
    entry shows, where it shows one.
    """

    ref: str
    title: str
    text: str
    item: Sourced
    in_force: Span | None
    circuits: tuple[str, ...] = ()
    district: str = ""
    node: Node | None = None


def entries_of(law: LawTables) -> Iterator[Entry]:
    """Every piece of ``law`` that can be shown, searched, or be unverified, table by table."""
    for v in law.values:
        past = f":{v.in_force.start}" if v.in_force.end else ""
        yield Entry(f"value:{v.id}{past}", f"{v.id}: {v.value} {v.unit}", v.says, v, v.in_force)
    for s in law.policy_statements:
        yield Entry(f"policy:{s.id}", s.cite, s.says, s, s.in_force)
        for n in s.nodes:
            item = Sourced(
                source=s.source,
                checked=s.checked,
                verified=n.verified,
                confidence=n.confidence,
                note=n.note,
                review_by=s.review_by,
            )
            ref, title = f"policy:{s.id}:{n.id}", f"{s.cite} {n.label}"
            yield Entry(ref, title, n.paraphrase or n.text, item, s.in_force, node=n)
    for t in law.all_treatments:
        circuits = () if ALL_CIRCUITS in t.circuits else t.circuits
        yield Entry(f"treatment:{t.id}", ", ".join(t.forecloses), t.says, t, t.in_force, circuits)
    for positions in law.positions.values():
        for p in positions:
            ref = f"position:{p.topic}:{p.circuit}:{p.in_force.start}"
            yield Entry(ref, f"{p.topic}, {p.circuit}: {p.holds}", p.says, p, p.in_force, (p.circuit,))
    for x in law.provisions.values():
        yield Entry(f"text:{x.id}", f"{x.cite} {x.title}", "\n".join(n.text for n in x.nodes), x, x.in_force)
    yield from _penalty_entries(law)
    for y in law.all_style_rules:
        title = f"look of papers: {y.id}"
        yield Entry(f"style:{y.id}", title, y.says, y, y.in_force, district=y.district)
    for r in law.local_rules:
        title = f"{r.district}: {r.topic}"
        yield Entry(f"rule:{r.id}", title, r.says, r, r.in_force, district=r.district)
    yield from _undated_entries(law)


def _penalty_entries(law: LawTables) -> Iterator[Entry]:
    for d in law.penalties.thresholds:
        ref = f"threshold:{d.drug}:{d.tier}:{d.in_force.start}"
        words = f"{d.amount:,} {d.unit} of {d.label} or more: 21 U.S.C. § 841(b)(1)({d.tier})."
        yield Entry(ref, f"§ 841(b)(1)({d.tier}), {d.label}", words, d, d.in_force)
    for m in law.penalties.terms:
        death = ":death" if m.death else ""
        ref = f"penalty:{m.tier}:{m.priors}{death}:{m.in_force.start}"
        yield Entry(ref, f"§ 841(b)(1)({m.tier}): {m.words}", m.says, m, m.in_force)


def _undated_entries(law: LawTables) -> Iterator[Entry]:
    for a in law.authorities.values():
        title = f"{a.name}, {a.cite}".strip(", ")
        circuits = (a.circuit,) if a.circuit else ()
        yield Entry(f"authority:{a.id}", title, a.proposition or a.title, a, None, circuits)
    for d in law.districts.values():
        yield Entry(f"district:{d.id}", d.name, d.abbreviation, d, None, district=d.id)
    for f in law.facilities.values():
        yield Entry(f"facility:{f.id}", f.full_name, f"{f.city}, {f.state}: {f.status}", f, None)
    for o in law.offices.values():
        address = ", ".join((*o.address_lines, o.city))
        yield Entry(f"office:{o.id}", o.caption_name, address, o, None, district=o.district)
