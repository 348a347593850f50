"""What has changed in the law since a paper was made, entry by entry and in plain words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from drafter.law import Law
from drafter.law.changes import (
    ADDED,
    BEGUN,
    DAYS,
    ENDED,
    REMOVED,
    SOURCE,
    STATUS,
    VERIFIED,
    WORDS,
    Fingerprint,
    LawChange,
    Place,
    changes,
    digest,
    fingerprints,
)

Spoilt = Callable[[str, str, str], Law]
VALUES = "law/values.toml"
POSITIONS = "treatment/circuit_positions.toml"
POLICY = "law/policy_statement.toml"
RULES = "districts/local_rules.toml"
FORECLOSURES = "treatment/foreclosures.toml"
FOURTH, SIXTH = "authorities/ca4.toml", "authorities/ca6.toml"
HERE = Place("ca4", "ncwd")
DAY = date(2026, 11, 21)


def found(before: Law, now: Law, place: Place = HERE) -> dict[str, LawChange]:
    told = changes(fingerprints(before), now, since=DAY, today=DAY, place=place)
    return {one.ref: one for one in told}


def test_the_same_law_has_changed_in_nothing(law: Law, spoilt: Spoilt) -> None:
    again = spoilt(VALUES, "value = 30", "value = 30")
    assert found(law, again) == {}
    assert digest(fingerprints(law)) == digest(fingerprints(again))


def test_every_entry_has_a_short_fingerprint_that_is_read_back_whole(law: Law) -> None:
    prints = fingerprints(law)
    assert set(prints) == {one.ref for one in law.entries}
    for packed in prints.values():
        assert Fingerprint.unpacked(packed).packed() == packed
        assert len(packed) < 120


_APPEAL = 'id = "appeal.days"\nvalue = 14\nunit = "days"\n'
_FERGUSON = (
    'says = "The motion need not repeat the grounds put to the warden."\n'
    'authority = "ferguson_4th"\nin_force = {from = 2022-11-29}'
)
_ISSUE = "position:issue_exhaustion:ca4:2022-11-29"
_OF_ISSUE = "Fourth Circuit, issue exhaustion: The motion need not repeat the grounds put to the warden."
_OF_APPEAL = "Days from entry of the order for the defendant’s notice of appeal"
_OF_PAGES = (
    "W.D.N.C., page limit: LCvR 7.1 covers the brief, exhibit numbering, page limits; the criminal "
    "counterpart, LCrR 47.1, was not readable"
)
_FROM_UNTIL = "in force from November 29, 2022 until January 4, 2027"
_UNVERIFIED = "[not verified, confirm before filing]"

#: An edit of a file, the entry that it changes, and how that is told.
EDITS = (
    (
        (VALUES, _APPEAL, _APPEAL.replace("14", "21")),
        "value:appeal.days",
        WORDS,
        f"Changed in what it says: {_OF_APPEAL} (21 days).",
    ),
    (
        (VALUES, 'source = ["Fed. R. App. P. 4(b)(1)(A)(i)"]', 'source = ["Fed. R. App. P. 4(b)"]'),
        "value:appeal.days",
        SOURCE,
        f"Its source is now Fed. R. App. P. 4(b): {_OF_APPEAL} (14 days).",
    ),
    (
        (POSITIONS, _FERGUSON, _FERGUSON.replace("need not", "does not")),
        _ISSUE,
        WORDS,
        f"Changed in what it says: {_OF_ISSUE.replace('need not', 'does not')}",
    ),
    (
        (POSITIONS, _FERGUSON, _FERGUSON.replace("29}", "29, until = 2027-01-04}")),
        _ISSUE,
        DAYS,
        f"Its days have changed, {_FROM_UNTIL}: {_OF_ISSUE}",
    ),
    (
        (RULES, "page limits and proposed orders", "page limits"),
        "rule:ncwd_page_limit",
        WORDS,
        f"Changed in what it says: {_OF_PAGES} {_UNVERIFIED}.",
    ),
    (
        (POLICY, "with a risk of serious deterioration or death.", "with a risk of harm or death."),
        "policy:2023:b1C",
        WORDS,
        "Changed in what it says: U.S.S.G. § 1B1.13 (b)(1)(C).",
    ),
)


@pytest.mark.parametrize(("edit", "ref", "what", "says"), EDITS)
def test_each_change_of_an_entry_is_told_as_what_it_is(
    law: Law, spoilt: Spoilt, edit: tuple[str, str, str], *, ref: str, what: str, says: str
) -> None:
    told = found(law, spoilt(*edit))
    assert set(told) == {ref}
    assert (told[ref].what, told[ref].says) == ((what,), says)


def test_words_that_may_not_be_quoted_are_told_by_their_place_only(law: Law, spoilt: Spoilt) -> None:
    told = found(law, spoilt(POLICY, "(i) the defendant is housed at a", "(i) the person is housed at a"))
    (one,) = told.values()
    assert one.what == (WORDS,)
    assert one.says == (
        "Changed in what it says: U.S.S.G. § 1B1.13 (b)(1)(D) [not verified, confirm before filing]."
    )


def test_a_decision_that_loses_its_standing_is_told_with_both_words(law: Law, spoilt: Spoilt) -> None:
    good, limited = 'status = "good"', 'status = "abrogated"\nlimited_from = 2026-11-'
    first, later = spoilt(FOURTH, good, f"{limited}10"), spoilt(FOURTH, good, f"{limited}11")
    (lost,) = found(law, first).values()
    assert lost.what == (STATUS,)
    cite = "United States v. Ferguson, 55 F.4th 262 (4th Cir. 2022)"
    assert lost.says == f"Its status was “good” and is now “abrogated”: {cite}."
    (won,) = found(first, law).values()
    assert won.says.startswith("Its status was “abrogated” and is now “good”: ")
    (day,) = found(first, later).values()
    assert day.says.startswith("The day from which it is “abrogated” has changed: ")


def test_verification_is_told_in_both_directions(law: Law, spoilt: Spoilt) -> None:
    doubted = spoilt(VALUES, 'verified = true\nconfidence = "high"', 'verified = false\nconfidence = "low"')
    (lost,) = found(law, doubted).values()
    assert (lost.what, lost.verified) == ((VERIFIED,), False)
    assert lost.says.startswith("No longer held to be verified: ")
    assert lost.says.endswith(" [not verified, confirm before filing].")
    (won,) = found(doubted, law).values()
    assert (won.what, won.verified) == ((VERIFIED,), True)
    assert won.says.startswith("Verified now: ")
    assert "not verified" not in won.says


def test_what_a_person_looked_up_again_without_a_difference_is_no_change(law: Law, spoilt: Spoilt) -> None:
    for old, new in (
        ("checked = 2026-11-21", "checked = 2026-11-20"),
        ('note = "The 2023 text was not read', 'note = "The text of 2023 was not read'),
        ('id = "exhaustion.lapse_days"', 'id = "exhaustion.lapse_days"\nreview_by = 2027-01-01'),
    ):
        assert found(law, spoilt(VALUES, old, new)) == {}


_NEW_NUMBER = """
[[value]]
id = "appeal.days"
value = 21
unit = "days"
says = "Days from entry of the order for the defendant’s notice of appeal."
in_force = {from = 2026-12-01}
source = ["Fed. R. App. P. 4(b)(1)(A)(i)"]
verified = true
confidence = "high"

[[value]]
id = "appeal.government_days"
"""


def test_a_number_that_changes_from_a_day_on_is_an_old_one_that_ends_and_a_new_one(
    law: Law, spoilt: Spoilt
) -> None:
    appeal = 'in_force = {from = 2018-12-21}\nsource = ["Fed. R. App. P. 4(b)(1)(A)(i)"]'
    ended = spoilt(VALUES, appeal, appeal.replace("2018-12-21", "2018-12-21, until = 2026-12-01"))
    text = ended._read(VALUES).replace('\n[[value]]\nid = "appeal.government_days"\n', _NEW_NUMBER)
    now = Law(lambda name: text if name == VALUES else law._read(name))
    told = found(law, now)
    assert set(told) == {"value:appeal.days", "value:appeal.days:2018-12-21"}
    new = f"New, in force from December 1, 2026: {_OF_APPEAL} (21 days)."
    assert told["value:appeal.days"].says == new
    assert told["value:appeal.days:2018-12-21"].says.startswith(
        "Its days have changed, in force from December 21, 2018 until December 1, 2026: "
    )
    later = changes(fingerprints(now), now, since=date(2026, 11, 30), today=date(2026, 12, 1), place=HERE)
    assert {one.ref: one.what for one in later} == {
        "value:appeal.days": (BEGUN,),
        "value:appeal.days:2018-12-21": (ENDED,),
    }


def test_what_is_new_and_what_is_gone_is_told(law: Law) -> None:
    prints = fingerprints(law)
    gone = {"treatment:lost": prints["treatment:rutherford"]}
    before = {ref: packed for ref, packed in prints.items() if ref != "treatment:rutherford"} | gone
    told = {one.ref: one for one in changes(before, law, since=DAY, today=DAY, place=HERE)}
    assert set(told) == {"treatment:rutherford", "treatment:lost"}
    assert told["treatment:rutherford"].what == (ADDED,)
    assert told["treatment:rutherford"].says.startswith(
        "New, in force from May 28, 2026: Since May 28, 2026, "
    )
    assert told["treatment:lost"].what == (REMOVED,)
    assert told["treatment:lost"].says == ("No longer in the program: a ruling on what may be argued (lost).")


def test_a_new_authority_is_told_without_a_day_because_it_has_none(law: Law) -> None:
    before = {ref: packed for ref, packed in fingerprints(law).items() if ref != "authority:mccoy_4th"}
    (told,) = changes(before, law, since=DAY, today=DAY, place=HERE)
    assert told.what == (ADDED,)
    assert told.says.startswith("New: United States v. McCoy, 981 F.3d 271 (4th Cir. 2020)")


@pytest.mark.parametrize(
    ("edit", "place"),
    [
        ((POSITIONS, 'says = "The motion need not repeat', 'says = "The motion must not repeat'), "ca9 cand"),
        ((SIXTH, 'status = "good"', 'status = "check"'), "ca4 ncwd"),
        ((RULES, 'says = "Thirty pages."', 'says = "Forty pages."'), "ca4 ncwd"),
        ((FORECLOSURES, 'circuits = ["ca4"]', 'circuits = ["ca4"]\ncaution = "X."'), "ca9 cand"),
        (("districts/districts.toml", 'abbreviation = "D. Alaska"', 'abbreviation = "D. Alas."'), "ca4 ncwd"),
        (("facilities.toml", 'status = "listed"', 'status = "closed"'), "ca4 ncwd"),
        ((POSITIONS, 'says = "The motion need not repeat', 'says = "The motion must not repeat'), " "),
    ],
)
def test_what_cannot_concern_the_case_is_left_out(
    law: Law, spoilt: Spoilt, edit: tuple[str, str, str], place: str
) -> None:
    now = spoilt(*edit)
    assert fingerprints(now) != fingerprints(law)
    circuit, _, district = place.partition(" ")
    assert found(law, now, Place(circuit, district)) == {}


def test_an_entry_of_another_district_that_is_gone_is_left_out_too(law: Law) -> None:
    prints = fingerprints(law)
    before = prints | {
        "rule:vaed_lost": prints["rule:vaed_brief"],
        "rule:ncwd_lost": prints["rule:ncwd_page_limit"],
    }
    told = changes(before, law, since=DAY, today=DAY, place=HERE)
    assert [one.ref for one in told] == ["rule:ncwd_lost"]


@pytest.mark.parametrize(
    ("since", "today", "told"),
    [
        (date(2026, 5, 27), date(2026, 5, 28), True),
        (date(2026, 5, 28), date(2026, 11, 21), False),
        (date(2026, 5, 1), date(2026, 5, 27), False),
        (date(2026, 12, 1), date(2026, 11, 21), False),
    ],
)
def test_law_that_came_into_force_since_the_draft_is_told_from_its_first_day(
    law: Law, since: date, today: date, *, told: bool
) -> None:
    for before in (fingerprints(law), None):
        of = {one.ref: one for one in changes(before, law, since=since, today=today, place=HERE)}
        assert ("treatment:rutherford" in of) == told
        if told:
            assert of["treatment:rutherford"].says.startswith("In force since May 28, 2026: ")
            assert ENDED in of["position:nonretroactive_change:ca4:2020-12-02"].what
            assert not any(ref.startswith("rule:") or ":ca9:" in ref for ref in of)
        elif since >= DAY or today == date(2026, 5, 27):
            assert of == {}
