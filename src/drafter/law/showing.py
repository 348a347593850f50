"""One piece of the law as a screen shows it: its words, its source, and why it must be confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from drafter.law.entries import Entry
from drafter.law.load import Law
from drafter.law.model import Authority, District, Sourced, Span
from drafter.law.passage import Line, provision_lines, statement_lines, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a piece of law comes from; ``doubt`` says why a person must confirm it, and is empty else.

    ``review_by`` is its own first day past review, None where the day of the whole law holds.
    """

    ref: str
    source: tuple[str, ...]
    checked: date
    doubt: str
    note: str = ""
    review_by: date | None = None

    @property
    def verified(self) -> bool:
        """Whether nobody need confirm it."""
        return not self.doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One entry of the law in full, on one day.

    ``lines`` are filled for a provision, with what stands above a node and its parts; ``quoted`` is True
    where ``text`` is the provision's own words throughout.  ``in_force`` is None for what has no date.
    """

    title: str
    text: str
    lines: tuple[Line, ...]
    quoted: bool
    on: date
    span: Span | None
    status: str
    confidence: str
    provenance: Provenance

    @property
    def in_force(self) -> bool | None:
        """Whether it is in force on the day; None for what has no date."""
        return self.span.holds(self.on) if self.span else None


def doubt(item: Sourced) -> str:
    """Why a person must still confirm ``item``, or a part of it; empty where nobody need."""
    reasons = [] if item.verified else [f"confidence {item.confidence}"]
    if isinstance(item, Authority):
        reasons += [] if item.proposition_read else ["what it holds was not read in it"]
        reasons += ["citation or later history to be checked"] if item.status == "check" else []
    if isinstance(item, District):
        names = [one.name for one in item.divisions if not one.verified]
        reasons += [f"divisions not verified: {', '.join(names)}"] if names else []
    return "; ".join(reasons)


def provenance(ref: str, item: Sourced) -> Provenance:
    """Where ``item``, whose ref is ``ref``, comes from."""
    return Provenance(
        ref=ref,
        source=item.source,
        checked=item.checked,
        doubt=doubt(item),
        note=item.note,
        review_by=item.review_by,
    )


def shown(law: Law, ref: str, on: date) -> Shown:
    """Return the entry with this ref as it is shown on the day ``on``; raises NotInLawError."""
    entry = entry_on(law, ref, on)
    text, lines, quoted = _text(law, entry)
    return Shown(
        title=entry.title,
        text=text,
        lines=lines,
        quoted=quoted,
        on=on,
        span=entry.in_force,
        status=_status(entry, on),
        confidence=entry.item.confidence,
        provenance=provenance(entry.ref, entry.item),
    )


def entry_on(law: Law, ref: str, on: date) -> Entry:
    """The entry asked for; of a number of the law, or a ground by its bare id, that of the day ``on``."""
    statement = next((one for one in law.policy_statements if one.in_force.holds(on)), None)
    if statement is not None and statement.node(ref):
        return law.entry(f"policy:{statement.id}:{ref}")
    entry = law.entry(ref)
    if entry.in_force is None or entry.in_force.holds(on) or not entry.ref.startswith("value:"):
        return entry
    name = ":".join(entry.ref.split(":")[:2])
    if ref not in {name, name.partition(":")[2]}:  # one block of the number, named by its first day
        return entry
    same = [one for one in law.entries if one.ref == name or one.ref.startswith(f"{name}:")]
    return next((one for one in same if one.in_force and one.in_force.holds(on)), entry)


def _status(entry: Entry, on: date) -> str:
    if not isinstance(entry.item, Authority):
        return ""
    status = entry.item.status_on(on)
    by = entry.item.limited_by if status != "good" else ""
    return f"{status}: {by}" if by else status


def _text(law: Law, entry: Entry) -> tuple[str, tuple[Line, ...], bool]:
    """What may be shown of the entry, and whether these are the provision's own words."""
    kind, _, rest = entry.ref.partition(":")
    if kind == "policy":
        return _policy_text(law, entry, *rest.split(":"))
    if kind != "text":
        return entry.text, (), False
    lines, _ = provision_lines(law.provision(rest))
    text = "\n".join(f"{line.label} {line.words}".strip() for line in lines)
    return text, lines, all(line.quoted for line in lines)


def _policy_text(
    law: Law, entry: Entry, edition: str, node_id: str = ""
) -> tuple[str, tuple[Line, ...], bool]:
    """An edition of the policy statement: what it says in short and its lines; or one node of it."""
    statement = next(one for one in law.policy_statements if one.id == edition)
    lines, _ = statement_lines(statement, [node_id] if node_id else ())
    node = statement.node(node_id)
    return (words(node), lines, node.quote_ok) if node else (entry.text, lines, False)
