"""Every entry of the law, held to what the rest of the program takes for granted."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from drafter.law import Law
from drafter.law.model import ALL_CIRCUITS, Dated, Node

RESOURCES = Path(__file__).parents[2] / "resources"
GROUNDS = ("b1A", "b1B", "b1C", "b1D", "b2", "b3A", "b3B", "b3C", "b3D", "b4", "b5", "b6")
TOPICS = (
    "exhaustion_rule",
    "issue_exhaustion",
    "new_request_each_motion",
    "nonretroactive_change",
    "policy_statement_binds",
    "reconsideration",
)


def trial_circuits(law: Law) -> list[str]:
    return [one.id for one in law.circuits.values() if one.hears_motions]


def overlapping(entries: Iterable[Dated]) -> list[tuple[Dated, Dated]]:
    """Half-open spans share a day where one of them holds the first day of the other."""
    return [
        (a, b)
        for a, b in combinations(entries, 2)
        if a.in_force.holds(b.in_force.start) or b.in_force.holds(a.in_force.start)
    ]


def test_counts_are_those_of_the_research(law: Law) -> None:
    decisions = [one for one in law.authorities.values() if one.kind == "decision"]
    assert (
        len(decisions) == 153
    )  # the 152 of the research and Randall, which the reconsideration rule rests on
    assert (len(law.districts), len(law.circuits), len(law.facilities), len(law.offices)) == (94, 13, 98, 25)


def test_every_ref_is_unique(law: Law) -> None:
    assert [ref for ref, n in Counter(one.ref for one in law.entries).items() if n > 1] == []


def test_values_with_one_id_do_not_overlap(law: Law) -> None:
    for value_id in {one.id for one in law.values}:
        assert not overlapping(one for one in law.values if one.id == value_id), value_id


def test_editions_of_the_policy_statement_meet_without_gap_or_overlap(law: Law) -> None:
    ordered = sorted(law.policy_statements, key=lambda one: one.in_force.start)
    assert not overlapping(ordered)
    assert ordered[0].in_force.start <= law.edition.begins
    assert ordered[-1].in_force.end is None
    assert all(a.in_force.end == b.in_force.start for a, b in pairwise(ordered))


def test_every_circuit_has_every_topic_from_the_first_day_without_a_gap(law: Law) -> None:
    assert {topic for topic, _ in law.positions} == set(TOPICS)
    for topic in TOPICS:
        for circuit in trial_circuits(law):
            spans = [one.in_force for one in law.positions[topic, circuit]]
            assert spans[0].start == law.edition.begins, (topic, circuit)
            assert spans[-1].end is None, (topic, circuit)
            assert all(a.end == b.start for a, b in pairwise(spans)), (topic, circuit)


def test_positions_are_of_known_circuits(law: Law) -> None:
    assert {circuit for _, circuit in law.positions} == set(trial_circuits(law))


def test_what_was_not_found_is_never_verified_and_names_no_authority(law: Law) -> None:
    for some in law.positions.values():
        for one in some:
            assert one.found or not (one.verified or one.authority), one
            assert one.found == (one.confidence != "none"), one


def test_every_authority_named_anywhere_exists(law: Law) -> None:
    named = {one.authority for one in law.all_treatments}
    named |= {one.authority for some in law.positions.values() for one in some}
    named |= {one.authority for one in law.values}
    assert named - {""} - set(law.authorities) == set()


def test_no_decision_is_cited_for_a_time_before_it_existed(law: Law) -> None:
    dated: Sequence[tuple[str, date]] = [
        *((one.authority, one.in_force.start) for one in law.all_treatments),
        *((one.authority, one.in_force.start) for some in law.positions.values() for one in some),
    ]
    for authority, start in dated:
        assert not authority or law.authority(authority).existed(start), (authority, start)


def test_routes_and_circuits_of_treatments_exist(law: Law) -> None:
    for one in law.all_treatments:
        assert set(one.routes) <= set(law.routes), one.id
        assert set(one.circuits) <= {ALL_CIRCUITS, *trial_circuits(law)}, one.id
        assert one.says.endswith("."), one.id


def test_every_entry_has_a_source_a_check_date_and_no_trace_of_our_machines(law: Law) -> None:
    for one in law.entries:
        assert one.item.source, one.ref
        assert date(2025, 9, 1) <= one.item.checked <= law.as_of, one.ref
        assert one.title, one.ref
        assert one.text or one.ref.startswith("text:"), one.ref
        assert not [s for s in one.item.source if s.startswith(("github:", "/"))], one.ref


def test_no_file_names_a_path_of_the_machine_it_was_made_on() -> None:
    for file in RESOURCES.rglob("*.toml"):
        assert not re.search(r"/work/|/home/|/tmp/|/root/", file.read_text(encoding="utf-8")), file


def test_every_file_of_the_law_is_read_and_every_read_file_is_there(law: Law) -> None:
    listed = set(law.edition.authority_files) | set(law.edition.text_files)
    there = {
        str(file.relative_to(RESOURCES).as_posix())
        for folder in ("authorities", "texts")
        for file in (RESOURCES / folder).glob("*.toml")
    }
    assert listed == there


def test_districts_have_what_a_caption_needs(law: Law) -> None:
    for one in law.districts.values():
        assert one.abbreviation
        assert one.circuit in trial_circuits(law), one.id
        assert all(line == line.upper() for line in one.caption_lines), one.id
        assert one.name.startswith(("United States District Court", "District Court")), one.id
    abbreviations = [one.abbreviation for one in law.districts.values()]
    assert len(set(abbreviations)) == len(abbreviations)


def test_every_circuit_with_trial_courts_has_some(law: Law) -> None:
    assert {one.circuit for one in law.districts.values()} == set(trial_circuits(law))


def test_local_rules_and_offices_belong_to_known_districts(law: Law) -> None:
    assert {one.district for one in law.local_rules} <= set(law.districts)
    assert {one.district for one in law.offices.values()} <= set(law.districts)
    assert len({one.id for one in law.local_rules}) == len(law.local_rules)
    assert sum(len(one.rules) for one in law.districts.values()) == len(law.local_rules)


def test_record_prefixes_are_set_only_where_one_was_seen(law: Law) -> None:
    seen = {one.id: one.record_cite_prefix for one in law.districts.values() if one.record_cite_prefix}
    assert seen == {"ncwd": "Doc.", "tned": "Doc.", "mied": "ECF No.", "nced": "D.E.", "ded": "D.I."}


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_edition_of_2023_has_every_ground(law: Law, ground: str) -> None:
    node = law.policy_statement(date(2026, 11, 21)).node(ground)
    assert node is not None
    assert node.text
    assert node.paraphrase


def all_nodes(law: Law) -> list[Node]:
    statements = [node for one in law.policy_statements for node in one.nodes]
    return statements + [node for one in law.provisions.values() for node in one.nodes]


def test_only_verified_words_may_be_quoted(law: Law) -> None:
    assert [node.id for node in all_nodes(law) if node.quote_ok and not node.verified] == []
    unquotable = {node.id for node in law.policy_statement(law.as_of).nodes if not node.quote_ok}
    assert {"b1D", "b2", "b3A", "b3B", "b3C", "b3D", "b4", "b5", "b6", "c", "d", "e"} <= unquotable
    assert not unquotable & {"a", "b", "b1A", "b1B", "b1C", "b1Di"}


def test_parents_of_nodes_exist(law: Law) -> None:
    texts = [one.nodes for one in law.policy_statements] + [one.nodes for one in law.provisions.values()]
    for nodes in texts:
        ids = {node.id for node in nodes}
        assert len(ids) == len(nodes)
        assert {node.parent for node in nodes} - {""} <= ids


def test_a_decision_that_is_limited_says_by_what_and_since_when(law: Law) -> None:
    for one in law.authorities.values():
        limited = one.status not in {"good", "check"}
        assert limited == (one.limited_from is not None), one.id
        assert not limited or one.limited_by, one.id
        assert one.limited_from is None or one.decided is None or one.decided <= one.limited_from, one.id
        assert one.citable or one.status == "check", one.id


def test_the_whole_law_loads_quickly() -> None:
    started = time.perf_counter()
    fresh = Law(lambda name: (RESOURCES / name).read_text(encoding="utf-8"))
    assert fresh.entries
    assert fresh.circuits
    assert time.perf_counter() - started < 1.0  # 0.05 s on an ordinary machine; a slow one must not fail
