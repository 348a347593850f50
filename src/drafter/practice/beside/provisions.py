"""The provisions beside a question: found by the places its source names and by the refs of its bearing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from drafter.core.answers import Answers
from drafter.core.dates import long_date
from drafter.law.load import Law
from drafter.law.model import Authority, Node, PolicyStatement, Provision
from drafter.law.passage import provision_lines, statement_lines
from drafter.law.showing import provenance
from drafter.practice.beside.law_beside import Absent, Passage, Unheld
from drafter.practice.beside.places import Place, places
from drafter.practice.grounds import CHANGED_LAW, GROUNDS

#: The authority that names the policy statement, whatever its edition.
_POLICY = "ussg_1b1_13"
_STEPS = re.compile(r"\d+|[A-Z]+|[a-z]+")
_ASSERTED = {ground.id: ground.asserted.is_(True) for ground in (*GROUNDS, CHANGED_LAW)}


class Provisions:
    """The provisions of the day ``on`` that are wanted, in the order in which they were asked for.

    ``answers`` narrow a place that covers several grounds to those that the case asserts.
    """

    def __init__(self, law: Law, on: date, answers: Answers | None) -> None:
        self._law = law
        self._on = on
        self._answers = answers
        self._statement = law.policy_statement(on)
        #: Id of a text, empty for the policy statement → the nodes asked for, "" for the whole of it.
        self._wanted: dict[str, list[str]] = {}
        self._unheld: dict[str, Unheld] = {}
        self._lacking: list[str] = []

    # ---- asking

    def ask_places(self, named: Iterable[Place]) -> None:
        """Ask for the places that a question's source names."""
        for place in named:
            if nodes := self._nodes_at(place):
                self.ask_policy(self._narrowed(nodes))
            elif (found := self._text_at(place)) is not None:
                self.ask_text(found)
            else:
                self.ask_unheld(place.cite, self._authority_at(place))

    def ask_policy(self, nodes: Iterable[str]) -> None:
        """Ask for nodes of the policy statement."""
        for node in nodes:
            if standing := self._standing(node):
                self._wanted.setdefault("", []).append(standing)
            elif node not in self._lacking:
                self._lacking.append(node)

    def ask_text(self, ref: str) -> None:
        """Ask for a provision of the texts, or for one node of it after a colon."""
        provision, _, node = ref.partition(":")
        self._wanted.setdefault(provision, []).append(node)

    def ask_unheld(self, cite: str, authority: Authority | None) -> None:
        """Ask for a place whose text is not held; ``authority`` is what the tables know of it."""
        known = provenance(f"authority:{authority.id}", authority) if authority else None
        if known is not None and any(one.provenance == known for one in self._unheld.values()):
            return
        title = authority.title if authority else ""
        self._unheld.setdefault(cite, Unheld(cite=cite, title=title, provenance=known))

    # ---- what was found

    def passages(self) -> tuple[Passage, ...]:
        """What the program may show of the provisions asked for."""
        return tuple(
            self._text_passage(name, nodes) if name else self._policy_passage(nodes)
            for name, nodes in self._wanted.items()
        )

    def unheld(self) -> tuple[Unheld, ...]:
        """The places whose text is not held."""
        return tuple(self._unheld.values())

    def absent(self) -> Absent | None:
        """What the policy statement of the day does not have."""
        if not self._lacking:
            return None
        known = [_newest(self._law).node(node) for node in self._lacking]
        labels = ", ".join(node.label for node in known if node)
        says = (
            f"The policy statement in force on {long_date(self._on)}, has no counterpart to what is now "
            f"{labels}. {self._statement.says}"
        )
        return Absent(says=says, whole=f"policy:{self._statement.id}")

    # ---- the policy statement

    def _nodes_at(self, place: Place) -> tuple[str, ...]:
        """The nodes of the policy statement at ``place``, under the ids of the newest edition."""
        (policy,) = places(self._law.authority(_POLICY).cite)
        if not place.path or not policy.covers(place):
            return ()
        newest = _newest(self._law)
        if newest.node(place.node) is not None:
            return (place.node,)
        below = [node for node in newest.nodes if node.id.startswith(place.node)]
        ids = {node.id for node in below}
        return tuple(node.id for node in below if node.parent not in ids)

    def _narrowed(self, nodes: tuple[str, ...]) -> tuple[str, ...]:
        grounds = [node for node in nodes if node in _ASSERTED]
        if self._answers is None or len(grounds) <= 1:
            return nodes
        asserted = tuple(node for node in grounds if _ASSERTED[node].holds(self._answers))
        return asserted or nodes

    def _standing(self, node: str) -> str:
        """The node that holds ``node`` in the edition of the day; empty where the edition does not know it.

        An edition may run the pieces of a subsection together: then the node above has the label in it.
        """
        if self._statement.node(node) is not None:
            return node
        known = _newest(self._law).node(node)
        above = self._statement.node(known.parent) if known else None
        if known is None or above is None:
            return ""
        last = known.label[known.label.rindex("(") :]
        return above.id if last in above.text else ""

    def _policy_passage(self, asked: list[str]) -> Passage:
        statement = self._statement
        lines, ends_early = statement_lines(statement, asked)
        return Passage(
            cite=_cites([policy_place(self._law, node) for node in statement.nodes if node.id in asked]),
            title=statement.title,
            edition=f"{statement.amendment}. {statement.says}",
            in_force=statement.in_force,
            lines=lines,
            ends_early=ends_early,
            whole=f"policy:{statement.id}",
            provenance=provenance(f"policy:{statement.id}", statement),
        )

    # ---- statutes, regulations and rules

    def _text_at(self, place: Place) -> str | None:
        """The ref of the text at ``place``, with its node where it is a part of the text."""
        for name, provision in self._law.provisions.items():
            (where,) = places(provision.cite)
            if (where.body, where.section) != (place.body, place.section):
                continue
            if place.path in {(), where.path}:
                return name
            if provision.node(place.node) is not None:
                return f"{name}:{place.node}"
        return None

    def _authority_at(self, place: Place) -> Authority | None:
        known = [one for one in self._law.authorities.values() if one.kind != "decision"]
        return next((one for one in known if any(at.covers(place) for at in places(one.cite))), None)

    def _text_passage(self, name: str, asked: list[str]) -> Passage:
        provision = self._law.provision(name)
        wanted = [] if "" in asked else asked
        lines, ends_early = provision_lines(provision, wanted)
        return Passage(
            cite=_text_cite(provision, wanted),
            title=provision.title,
            edition=f"Text: {provision.version}. {provision.status}".strip(),
            in_force=provision.in_force,
            lines=lines,
            ends_early=ends_early,
            whole=f"text:{name}",
            provenance=provenance(f"text:{name}", provision),
        )


def policy_place(law: Law, node: Node) -> str:
    """The place of a node of the policy statement as a paper cites it."""
    base = law.authority(_POLICY).cite
    if base.endswith(node.label):
        return base
    return base + node.label if node.label.startswith("(") else f"{base} {node.label}"


def _newest(law: Law) -> PolicyStatement:
    return max(law.policy_statements, key=lambda one: one.in_force.start)


def _text_cite(provision: Provision, wanted: list[str]) -> str:
    (where,) = places(provision.cite)
    steps = [tuple(_STEPS.findall(one)) for one in wanted if "_" not in one]  # what ends a list has no place
    named = [Place(where.body, where.section, path) for path in steps]
    return _cites([one.cite for one in named]) if named else provision.cite


def _cites(cites: list[str]) -> str:
    """The cites as one, each further one by what differs: "18 U.S.C. § 3142(g)(1), (g)(3)(A)"."""
    unique = list(dict.fromkeys(cites))
    base = unique[0].partition("(")[0]
    same = all(one.partition("(")[0] == base and "(" in one for one in unique)
    rest = [one[len(base) :] if same else one for one in unique[1:]]
    return ", ".join((unique[0], *rest))
