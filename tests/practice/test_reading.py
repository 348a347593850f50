"""Facts read from pasted papers: what is clearly worded is found, and nothing else is."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pasted_papers import DOCKET, JUDGMENT, NOTICE, SHEET

from drafter.core.kinds import Json
from drafter.practice.reading import LONGEST, PAPERS, kind_of, read_paper
from drafter.practice.registry import QUESTIONS

_COURT = "United States District Court for the Southern District of West Virginia"
_NAME = {"given": "Jordan Avery", "family": "Doe", "suffix": ""}


def facts(kind: str, text: str) -> dict[str, Json]:
    """The facts by question; a test of candidates looks at all of them with :func:`candidates`."""
    found = read_paper(kind, text)
    assert len({one.question for one in found}) == len(found), "two candidates"
    return {one.question: one.raw for one in found}


def candidates(kind: str, text: str, question: str) -> list[Json]:
    return [one.raw for one in read_paper(kind, text) if one.question == question]


@pytest.mark.parametrize(
    ("kind", "text"), [("sheet", SHEET), ("judgment", JUDGMENT), ("docket", DOCKET), ("docket", NOTICE)]
)
def test_a_paper_is_known_by_its_own_words(kind: str, text: str) -> None:
    assert kind_of(text) == kind
    assert kind_of(text.replace("\n", "\r\n")) == kind


@pytest.mark.parametrize("text", ["", "Dear Sir, the weather is fine.", "REGNO Nature of Offense"])
def test_what_is_none_of_the_papers_or_could_be_two_is_not_guessed(text: str) -> None:
    assert kind_of(text) is None


def test_a_sentence_sheet_is_read_line_by_line() -> None:
    assert facts("sheet", SHEET) == {
        "movant.register_number": "00000-999",
        "movant.name": _NAME,
        "movant.birth_date": "1971-05-09",
        "case.district": _COURT,
        "case.number": "2:15-CR-00999-XYZ-1",
        "sentence.imposed_on": "2016-03-15",
        "sentence.months": 180,
        "sentence.supervised_release": "5 years",
        "custody.since": "2016-03-15",
        "custody.jail_credit": 225,
        "custody.full_term_date": "2030-08-02",
        "custody.projected_release": "2028-07-07",
        "custody.fsa_eligible": "yes",
        "custody.home_confinement_date": "2028-01-07",
        "custody.detainer": False,
    }


def test_a_judgment_is_read_from_its_stamp_to_its_money() -> None:
    assert facts("judgment", JUDGMENT) == {
        "case.number": "2:15-cr-00999-XYZ-1",
        "movant.name": _NAME,
        "movant.register_number": "00000-999",
        "case.district": _COURT,
        "case.division": "Charleston Division",
        "sentence.imposed_on": "2016-03-15",
        "offense.disposition": "plea",
        "offense.counts": [
            {"count": "1", "offense": "Conspiracy to distribute fentanyl", "statute": "21 U.S.C. § 846"},
            {
                "count": "2",
                "offense": "Possession with intent to distribute",
                "statute": "21 U.S.C. § 841(a)(1)",
            },
        ],
        "sentence.supervised_release": "five years on each count",
        "sentence.judgment_docket": "ECF No. 61",
        "sentence.months": 180,
        "sentence.restitution": "$0.00",
        "sentence.fine": "$2,500.00",
    }


def test_a_docket_sheet_is_read_entry_by_entry() -> None:
    assert facts("docket", DOCKET) == {
        "case.number": "2:15-cr-00999-XYZ-1",
        "case.district": _COURT,
        "case.division": "Charleston Division",
        "case.judge": {"given": "Xavier Y.", "family": "Zoe", "suffix": ""},
        "movant.name": _NAME,
        "offense.charged_on": "2015-08-11",
        "offense.disposition": "plea",
        "offense.disposition_on": "2015-11-17",
        "sentence.imposed_on": "2016-03-15",
        "sentence.judgment_docket": "ECF No. 61",
        "sentence.months": 180,
        "prior.any": True,
        "prior.denied_on": "2021-05-03",
        "prior.entered_on": "2021-05-05",
    }


def test_a_notice_of_filing_is_read_as_one_entry() -> None:
    assert facts("docket", NOTICE) == {
        "case.number": "2:15-cr-00999-XYZ",
        "sentence.judgment_docket": "ECF No. 61",
        "sentence.months": 12,
        "sentence.extra_days": 1,
    }


@pytest.mark.parametrize("kind", PAPERS)
@pytest.mark.parametrize("text", [SHEET, JUDGMENT, DOCKET, NOTICE])
def test_every_fact_answers_a_question_and_stands_in_the_text(kind: str, text: str) -> None:
    """A reader may be given the wrong paper; even then it finds nothing that is not written there."""
    flat = " ".join(text.split())
    for one in read_paper(kind, text):
        assert one.words
        if one.question == "case.district":
            continue  # the table of districts is not part of the interview alone
        QUESTIONS[one.question].kind.parse(one.raw)
        assert all(part.rstrip("…") in flat for part in one.words.split(" … "))


@pytest.mark.parametrize(
    ("line", "question", "expected"),
    [
        ("TOTAL TERM IN EFFECT............:   15 YEARS", "sentence.months", [180]),
        ("TOTAL TERM IN EFFECT............:   10 YEARS   6 MONTHS", "sentence.months", [126]),
        ("TOTAL TERM IN EFFECT............:   12 MONTHS    1 DAYS", "sentence.extra_days", [1]),
        ("TOTAL TERM IN EFFECT............:   LIFE", "sentence.life", [True]),
        ("TOTAL TERM IN EFFECT............:   LIFE", "sentence.months", []),
        ("TOTAL TERM IN EFFECT CONVERTED..:   15 YEARS", "sentence.months", []),
        (
            "SENTENCE IMPOSED/TIME TO SERVE.: 60 MONTHS\nSENTENCE IMPOSED/TIME TO SERVE.: 120 MONTHS",
            "sentence.months",
            [60, 120],
        ),
        ("EXPIRATION FULL TERM DATE.......: 02-30-2030", "custody.full_term_date", []),
        ("EXPIRATION FULL TERM DATE.......: 08-02-45", "custody.full_term_date", []),
        ("EXPIRATION FULL TERM DATE.......: UNKNOWN", "custody.full_term_date", []),
        ("STATUTORY RELEASE DATE PROJECTED: 07-08-2028", "custody.projected_release", ["2028-07-08"]),
        ("DETAINERS........: YES", "custody.detainer", [True]),
        ("DETAINERS........: NOT CHECKED", "custody.detainer", []),
        ("FSA ELIGIBILITY STATUS IS: INELIGIBLE", "custody.fsa_eligible", ["no"]),
        ("R-LW  LOW RISK RECIDIVISM LEVEL", "custody.pattern", ["low"]),
        (
            "R-LW  LOW RISK RECIDIVISM LEVEL\nR-HI  HIGH RISK RECIDIVISM LEVEL",
            "custody.pattern",
            ["low", "high"],
        ),
        ("TOTAL GCT DISALLOWED............: 54", "custody.gct_lost", [54]),
        ("TOTAL GCT DISALLOWED: 54\nTOTAL GCT FORFEITED: 27", "custody.gct_lost", []),
        ("GED HAS  COMPLETED GED OR HS DIPLOMA", "custody.literacy", ["yes"]),
        ("REGNO..: 00000-9991", "movant.register_number", []),
        ("NAME: O'DOE JR, PAT", "movant.name", [{"given": "Pat", "family": "O'Doe", "suffix": "Jr."}]),
        (
            "COURT OF JURISDICTION...........: MASSACHUSETTS",
            "case.district",
            ["United States District Court for the District of Massachusetts"],
        ),
    ],
)
def test_a_line_of_the_sheet_says_only_what_it_says(line: str, question: str, expected: list[Json]) -> None:
    assert candidates("sheet", line, question) == expected


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("imprisoned for a total term of: LIFE.", "sentence.life", [True]),
        ("imprisoned for a total term of: TIME SERVED.", "sentence.months", []),
        (
            "imprisoned for a total term of: 120 months on Count 1 and 60 months on Count 2.",
            "sentence.months",
            [],
        ),
        ("imprisoned for a term of: 60 months on each count, consecutive.", "sentence.months", []),
        ("imprisoned for a total term of:\n\n\n120 months.", "sentence.months", [120]),
        (
            "imprisoned for a total term of:\n\nThe court recommends a program of 12 months.",
            "sentence.months",
            [],
        ),
        ("pleaded guilty to count(s) 1\nwas found guilty on count(s)", "offense.disposition", []),
        ("[X] was found guilty on count(s) 1", "offense.disposition", ["trial"]),
        ("[ ] pleaded guilty to count(s)", "offense.disposition", []),
        (
            "March 15, 2016\nDate of Imposition of Judgment\nMarch 18, 2016",
            "sentence.imposed_on",
            ["2016-03-15", "2016-03-18"],
        ),
        ("Assessment Restitution\nTOTALS $ 100.00 $ 0.00 $ 5.00", "sentence.fine", []),
        ("Assessment Fine Restitution\nTOTALS $ 100.00 $ 7.00 $ 5.00", "sentence.fine", ["$7.00"]),
        ("supervised release for a term of: to be decided", "sentence.supervised_release", []),
        (
            "Title & Section  Nature  Ended  Count\n21 U.S.C. § 846  Plot  7/31/2015  1\n18 U.S.C. § 1  Gun",
            "offense.counts",
            [],
        ),
    ],
)
def test_a_judgment_that_could_mean_two_things_gives_nothing_or_both(
    text: str, question: str, expected: list[Json]
) -> None:
    assert candidates("judgment", text, question) == expected


@pytest.mark.parametrize(
    ("entry", "question", "expected"),
    [
        ("08/20/2015 20 PLEA entered by Pat Roe (1) Not Guilty on counts 1-2", "offense.disposition", []),
        ("02/01/2016 50 JURY VERDICT as to Pat Roe (1) Guilty on Count 1", "offense.disposition", ["trial"]),
        (
            "02/01/2016 50 JURY VERDICT as to Pat Roe (1) Guilty on Count 1, Not Guilty on Count 2",
            "offense.disposition",
            [],
        ),
        ("02/01/2016 50 MOTION to withdraw plea of guilty by Pat Roe", "offense.disposition", []),
        (
            "03/18/2016 61 JUDGMENT as to Pat Roe, Imprisonment: time served, Supervised Release 36 months.",
            "sentence.months",
            [],
        ),
        ("03/18/2016 61 JUDGMENT as to Pat Roe. Life imprisonment.", "sentence.months", []),
        (
            "03/18/2016 61 JUDGMENT as to A\n04/18/2017 80 AMENDED JUDGMENT as to A",
            "sentence.judgment_docket",
            ["ECF No. 61", "ECF No. 80"],
        ),
        ("03/18/2016 JUDGMENT as to A", "sentence.judgment_docket", []),
        (
            "08/11/2015 12 INDICTMENT as to A\n10/01/2015 30 SUPERSEDING INDICTMENT as to A",
            "offense.charged_on",
            ["2015-08-11", "2015-10-01"],
        ),
        (
            "05/04/2021 99 ORDER granting in part and denying in part 90 Motion for Compassionate Release.",
            "prior.any",
            [],
        ),
        ("05/04/2021 99 ORDER denying 90 Motion to Appoint Counsel.", "prior.any", []),
        ("05/04/2021 99 ORDER denying 90 Motion for Compassionate Release.", "prior.denied_on", []),
        ("99/99/2021 99 INDICTMENT as to A", "offense.charged_on", []),
        ("Assigned to: Magistrate Judge Pat Boe", "case.judge", []),
        ("Assigned to: Judge Boe", "case.judge", []),
    ],
)
def test_an_entry_of_the_docket_says_only_what_it_says(
    entry: str, question: str, expected: list[Json]
) -> None:
    assert candidates("docket", entry, question) == expected


def hostile() -> Iterator[str]:
    """Texts that were made to break or to slow down a reader."""
    yield "\0\ufdd0\u202e" * 1000
    yield "NAME: " + "A " * LONGEST
    yield "imprisoned for a total term of: " + "1 month " * LONGEST
    yield "entered on 1/1/2020 filed on 1/1/2020 " * 3000
    yield "Docket Text: " * 5000
    yield ("01/01/2020 1 plea " + "x " * 200 + "\n") * 400
    yield "Title & Section\n" + "21 U.S.C. " * 20_000
    yield "TOTALS " + "$ 1.00 " * 20_000
    yield "UNITED STATES OF AMERICA v. " + "A" * LONGEST
    yield "DISTRICT OF " + "A " * LONGEST
    yield "05/04/2021 9 ORDER " + "denying " * 20_000
    yield "v." + " )|\n" * 40_000


@pytest.mark.parametrize("text", list(hostile()), ids=lambda text: repr(text[:20]))
def test_a_hostile_text_is_read_to_its_end_and_proposes_little(text: str) -> None:
    for kind in PAPERS:
        assert len(read_paper(kind, text)) < 10


@given(st.text(max_size=400), st.randoms(use_true_random=False))
def test_no_text_breaks_a_reader(noise: str, chance: random.Random) -> None:
    lines = [*SHEET.split("\n"), *JUDGMENT.split("\n"), *DOCKET.split("\n"), noise]
    chance.shuffle(lines)
    for kind in PAPERS:
        for one in read_paper(kind, "\n".join(lines)):
            assert one.question in QUESTIONS
