"""What differs between the law that a paper was made with and the law of a later day, entry by entry.

Of the law a paper was made with only short fingerprints are kept, one for each entry: enough to say that
its words, its source, its status or its days have changed since, and not what they were.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from drafter.core.dates import long_date
from drafter.law.model import (
    Authority,
    District,
    Facility,
    LocalRule,
    Node,
    Office,
    PolicyStatement,
    Position,
    Provision,
    Sourced,
    Span,
    Treatment,
    Value,
)

if TYPE_CHECKING:
    from drafter.law.entries import Entry
    from drafter.law.load import Law

#: What may be said of an entry; one entry may have several.
ADDED, REMOVED, WORDS, SOURCE, DAYS = "added", "removed", "text", "source", "in_force"
STATUS, VERIFIED, BEGUN, ENDED = "status", "verified", "began", "ended"

#: Follows the words of an entry that nobody has verified.
CONFIRM = "[not verified, confirm before filing]"
_DIGITS, _SOURCE_DIGITS = 10, 6

#: What makes up an entry, by its kind; of a kind that is not here, the words that are shown of it.  A
#: fingerprint holds these and no other fields, so that a field that the program gains does not look like a
#: change in the law.
_CONTENT: dict[type, tuple[str, ...]] = {
    Value: ("value", "unit", "says", "authority"),
    Node: ("label", "heading", "text", "paraphrase", "quote_ok"),
    PolicyStatement: ("cite", "title", "amendment", "says", "addresses_defendants"),
    Provision: ("cite", "title", "version"),
    Treatment: ("forecloses", "circuits", "says", "routes", "authority", "caution"),
    Position: ("holds", "says", "authority"),
    LocalRule: ("topic", "says", "limit", "unit"),
    Authority: (
        *("kind", "name", "short_name", "cite", "short_cite", "title", "court", "decided", "year"),
        *("proposition", "proposition_read", "outcome", "limited_by"),
    ),
    District: ("name", "caption_lines", "abbreviation", "circuit", "state", "record_cite_prefix"),
    Facility: ("full_name", "street_address", "city", "state", "zip", "status"),
    Office: ("caption_name", "address_lines", "city", "state", "zip"),
}
#: What an entry that is gone is called, by the part of its ref before the colon.
_KINDS = {
    "value": "a number of the law",
    "policy": "a part of the policy statement",
    "treatment": "a ruling on what may be argued",
    "position": "a position of a court of appeals",
    "text": "the text of a provision",
    "rule": "a local rule",
    "style": "a rule on the look of papers",
    "threshold": "a drug quantity of 21 U.S.C. § 841(b)(1)",
    "penalty": "a penalty of 21 U.S.C. § 841(b)(1)",
    "authority": "an authority",
    "district": "a district court",
    "office": "an office of a United States Attorney",
}


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of an entry: short hashes of its words and source, and its days, standing and place."""

    words: str
    source: str
    days: str
    verified: str
    status: str
    place: str

    def packed(self) -> str:
        """The fingerprint as one short text."""
        return f"{self.words}|{self.source}|{self.days}|{self.verified}|{self.status}|{self.place}"

    @classmethod
    def unpacked(cls, packed: str) -> Fingerprint:
        """The fingerprint that :meth:`packed` gave."""
        return cls(*packed.split("|", 5))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a case is: its circuit ("ca4") and district ("ncwd"), each empty while unknown."""

    circuit: str
    district: str

    def concerns(self, ref: str, place: str) -> bool:
        """Whether an entry of the place ``place`` can matter here; no paper prints an institution's entry."""
        circuits, _, district = place.partition("/")
        here = self.circuit in circuits.split() if circuits else True
        return here and district in {"", self.district} and not ref.startswith("facility:")


@dataclass(frozen=True, slots=True)
class LawChange:
    """One entry that differs: ``what`` names how (ADDED …), ``says`` tells it in one plain sentence."""

    ref: str
    what: tuple[str, ...]
    says: str
    source: tuple[str, ...] = ()
    verified: bool = True


def fingerprints(law: Law) -> dict[str, str]:
    """The packed fingerprint of every entry of ``law`` by its ref."""
    return {entry.ref: _of(entry).packed() for entry in law.entries}


def digest(prints: Mapping[str, str]) -> str:
    """One short text that differs where any of the fingerprints does."""
    whole = json.dumps(prints, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(whole.encode()).hexdigest()[:32]


def changes(
    before: Mapping[str, str] | None, law: Law, *, since: date, today: date, place: Place
) -> tuple[LawChange, ...]:
    """What differs in ``law`` from the fingerprints ``before``, and what began or ended after ``since``.

    ``before`` is None where nothing was kept: then only what the days ``since`` to ``today`` brought is
    told.  Entries that cannot concern ``place`` are left out.
    """
    return tuple(_changes(before, law, since, today, place))


def _changes(
    before: Mapping[str, str] | None, law: Law, since: date, today: date, place: Place
) -> Iterator[LawChange]:
    moved = _moved(before or {}, law)
    for entry in law.entries:
        now = _of(entry)
        if not place.concerns(entry.ref, now.place):
            continue
        ref = moved.get(entry.ref, "" if entry.ref in moved.values() else entry.ref)
        old = None if before is None else before.get(ref, "")
        found = dict(_differences(old, now, entry)) | dict(_passing(entry, since, today))
        if found:
            yield _told(law, entry, found)
    kept = {entry.ref for entry in law.entries} | set(moved.values())
    for ref, packed in (before or {}).items():
        if ref not in kept and place.concerns(ref, Fingerprint.unpacked(packed).place):
            kind, _, name = ref.partition(":")
            yield LawChange(ref, (REMOVED,), f"No longer in the program: {_KINDS.get(kind, kind)} ({name}).")


def _moved(before: Mapping[str, str], law: Law) -> dict[str, str]:
    """The refs of numbers that have got a last day, and so another ref, with the ref that each had before."""
    found: dict[str, str] = {}
    for value in law.values:
        ref, former = f"value:{value.id}:{value.in_force.start}", f"value:{value.id}"
        if value.in_force.end and ref not in before and former in before:
            same = Fingerprint.unpacked(before[former]).words == _hashed(_content(value))[:_DIGITS]
            found |= {ref: former} if same else {}
    return found


def _of(entry: Entry) -> Fingerprint:
    item, span = entry.item, entry.in_force
    of = entry.node or item
    words = _content(of) if type(of) in _CONTENT else [entry.title, entry.text]
    if isinstance(item, Provision):
        words += [part for node in item.nodes for part in _content(node)]
    limited = item.limited_from if isinstance(item, Authority) else None
    return Fingerprint(
        words=_hashed(words)[:_DIGITS],
        source=_hashed(item.source)[:_SOURCE_DIGITS],
        days=f"{span.start}/{span.end or ''}" if span else "",
        verified="1" if item.verified else "0",
        status=(item.status + (f" {limited}" if limited else "")) if isinstance(item, Authority) else "",
        place=f"{' '.join(entry.circuits)}/{entry.district}",
    )


def _content(of: Sourced | Node) -> list[object]:
    return [getattr(of, name) for name in _CONTENT[type(of)]]


def _hashed(words: object) -> str:
    return hashlib.sha256(json.dumps(words, default=str).encode()).hexdigest()


# ---- in plain words


def _differences(old: str | None, now: Fingerprint, entry: Entry) -> Iterator[tuple[str, str]]:
    """Each thing that differs and how it is told; nothing where it is not known what was before."""
    if old is None:
        return
    if not old:
        yield ADDED, f"New{_from(entry.in_force)}"
        return
    then = Fingerprint.unpacked(old)
    if then.words != now.words:
        yield WORDS, "Changed in what it says"
    if then.status != now.status:
        yield STATUS, _of_status(then.status, now.status)
    if then.verified != now.verified:
        yield VERIFIED, "Verified now" if now.verified == "1" else "No longer held to be verified"
    if then.days != now.days:
        yield DAYS, f"Its days have changed{_from(entry.in_force)}"
    if then.source != now.source:
        yield SOURCE, f"Its source is now {'; '.join(entry.item.source)}"


def _passing(entry: Entry, since: date, today: date) -> Iterator[tuple[str, str]]:
    """What began or ended by the passing of time; the days of a local rule say when a copy was made."""
    span = entry.in_force
    if span is None or entry.ref.startswith("rule:"):
        return
    if since < span.start <= today:
        yield BEGUN, f"In force since {long_date(span.start)}"
    if span.end is not None and since < span.end <= today:
        yield ENDED, f"No longer in force since {long_date(span.end)}"


def _from(span: Span | None) -> str:
    if span is None:
        return ""
    until = f" until {long_date(span.end)}" if span.end else ""
    return f", in force from {long_date(span.start)}{until}"


def _of_status(then: str, now: str) -> str:
    before, after = (status.partition(" ")[0].replace("_", " ") for status in (then, now))
    if before == after:
        return f"The day from which it is “{after}” has changed"
    return f"Its status was “{before}” and is now “{after}”"


def _told(law: Law, entry: Entry, found: Mapping[str, str]) -> LawChange:
    mark = "" if entry.item.verified else f" {CONFIRM}"
    says = f"{'; '.join(found.values())}: {_named(law, entry)}{mark}."
    return LawChange(entry.ref, tuple(found), says, entry.item.source, entry.item.verified)


def _named(law: Law, entry: Entry) -> str:
    """The entry as a reader knows it; never the words of a text, which may not be fit to be quoted."""
    item = entry.item
    if entry.node is not None or isinstance(
        item, Provision | PolicyStatement | Authority | District | Office
    ):
        return entry.title
    words = entry.text.rstrip(".")
    if isinstance(item, Position):
        words = f"{law.circuit(item.circuit).short_name}, {item.topic.replace('_', ' ')}: {words}"
    elif isinstance(item, LocalRule):
        words = f"{law.district(item.district).abbreviation}, {item.topic.replace('_', ' ')}: {words}"
    elif isinstance(item, Value):
        words = f"{words} ({item.value} {item.unit})"
    return words
