"""The law as one paper cites it: as marks, whose form the finished paper chooses, and nothing unverified unmarked.

Only an authority that was good on the filing date can be cited.  What is not verified is followed by a
visible "[confirm before filing]" and its ref is kept, until a named person has confirmed it.
"""

from __future__ import annotations

from datetime import date

from drafter.core.citing import Forms
from drafter.core.marks import blank, cited, printed
from drafter.law import citation
from drafter.law.citation import tied
from drafter.law.load import Law
from drafter.law.model import TO_CHECK, Position, Treatment, Value

#: What follows every printed piece of law that nobody has verified.
CONFIRM = "confirm before filing"
#: The question in which a named person confirms such a piece.
CONFIRMATIONS = "confirmations.law"
_GOOD = "good"


class Sources:
    """The law of the day ``on`` in ``circuit`` (empty while the court is unknown) for one paper."""

    def __init__(self, law: Law, on: date, circuit: str, confirmed: frozenset[str]) -> None:
        self.law = law
        self.on = on
        self.circuit = circuit
        self.confirmed = confirmed
        self.unverified: list[str] = []
        self.forms: dict[tuple[str, str], Forms] = {}

    def is_confirmed(self, ref: str) -> bool:
        """Whether a named person has confirmed ``ref`` ("policy:2023:b3D"), also without its table ("2023:b3D")."""
        return ref in self.confirmed or ref.partition(":")[2] in self.confirmed

    def mark(self, ref: str, *, verified: bool) -> str:
        """Nothing for verified or confirmed law; else a space and the visible mark, and ``ref`` is kept."""
        if verified or self.is_confirmed(ref):
            return ""
        if ref not in self.unverified:
            self.unverified.append(ref)
        return f" {printed(CONFIRMATIONS, blank(CONFIRM))}"

    def value(self, value_id: str) -> Value:
        """The number of the law; what is not verified is kept."""
        value = self.law.value(value_id, self.on)
        self.mark(f"value:{value_id}", verified=value.verified)
        return value

    def number(self, value_id: str) -> str:
        """The number or phrase of the law as printed, with its mark where it is not verified."""
        value = self.law.value(value_id, self.on)
        return f"{value.value}{self.mark(f'value:{value_id}', verified=value.verified)}"

    def may_cite(self, authority_id: str) -> bool:
        """Whether the authority existed, can be cited and was good law on the day.

        One that is still to be checked prints only after a named person has confirmed it in the case.
        """
        if not authority_id:
            return False
        known = self.law.authority(authority_id)
        status = known.status_on(self.on)
        good = status == _GOOD or (status == TO_CHECK and self.is_confirmed(f"authority:{authority_id}"))
        return known.citable and known.existed(self.on) and good

    def cite(self, authority_id: str, pin: str = "") -> str:
        """The citation at ``pin`` as a mark, without a final period; empty if not citable."""
        if not self.may_cite(authority_id):
            return ""
        known = self.law.authority(authority_id)
        if (authority_id, pin) not in self.forms:
            self.forms[authority_id, pin] = citation.forms(known, pin)
        return cited(authority_id, pin) + self.mark(f"authority:{authority_id}", verified=known.vetted)

    def sentence(self, authority_id: str, pin: str = "") -> str:
        """The citation as a sentence of its own, with its period; empty if not citable."""
        words = self.cite(authority_id, pin)
        return f"{words}." if words else ""

    def citable_position(self, topic: str) -> Position | None:
        """The position on ``topic`` where a paper of the day can cite an authority for it, else None."""
        position = self.position(topic)
        return position if position is not None and self.may_cite(position.authority) else None

    def position(self, topic: str) -> Position | None:
        """What this circuit holds on ``topic``; None while the court is unknown or nothing was found."""
        if not self.circuit:
            return None
        position = self.law.position(topic, self.circuit, self.on)
        return position if position.found else None

    def position_cite(self, position: Position) -> str:
        """The citation of a printed position as a sentence, with the mark of the position itself."""
        ref = f"position:{position.topic}:{position.circuit}:{position.in_force.start}"
        cite = self.cite(position.authority)
        mark = self.mark(ref, verified=position.verified)
        return f"{cite}." if cite.endswith(mark) and mark else f"{cite}{mark}." if cite else mark.strip()

    def foreclosed(self, *tags: str) -> Treatment | None:
        """What forecloses one of ``tags`` here and on this day; nationwide rulings first."""
        if not self.circuit:
            everywhere = [one for one in self.law.all_treatments if one.in_force.holds(self.on)]
            found = (one for one in everywhere if "all" in one.circuits and set(tags) & set(one.forecloses))
            return next(found, None)
        hits = (self.law.foreclosed(tag, self.on, self.circuit) for tag in tags)
        return next((hit for hit in hits if hit is not None), None)

    def ruling(self, treatment: Treatment) -> str:
        """What a treatment says, with its citation, as sentences of a paper."""
        mark = self.mark(f"treatment:{treatment.id}", verified=treatment.verified)
        return " ".join(
            part for part in (tied(treatment.says) + mark, self.sentence(treatment.authority)) if part
        )

    def routes(self, treatment: Treatment) -> str:
        """The names of the ways that stay open, for a message on the screen."""
        return "; ".join(self.law.route(route).name for route in treatment.routes)
