"""The law beside the questions: question by question, on a day, in a court, in a case."""

from __future__ import annotations

from datetime import date

import pytest

from drafter import paths
from drafter.core.answers import Answer, Answers
from drafter.core.marks import plain
from drafter.law import Law
from drafter.law.showing import doubt
from drafter.practice.beside import HANDFUL, LawBeside, bearing, law_beside
from drafter.practice.beside.places import places
from drafter.practice.beside.telling import Paragraph, Role, telling
from drafter.practice.registry import QUESTIONS

LAW = Law(paths.resource_text)
TODAY = date(2026, 11, 21)
BEFORE_RUTHERFORD, RUTHERFORD = date(2026, 5, 27), date(2026, 5, 28)
IN_2021 = date(2021, 9, 22)


def beside(question: str, on: date = TODAY, court: str = "ncwd", answers: Answers | None = None) -> LawBeside:
    circuit = LAW.district(court).circuit if court else ""
    return law_beside(QUESTIONS[question], LAW, on, circuit=circuit, district=court, answers=answers)


def case(raw: dict[str, object]) -> Answers:
    by_id = {}
    for question, typed in raw.items():
        value = QUESTIONS[question].kind.parse(typed)
        by_id[question] = Answer(value, QUESTIONS[question].kind.dump(value))
    return Answers(by_id)


def all_told(law: LawBeside) -> tuple[Paragraph, ...]:
    return telling(law, every_decision=True)


def text_of(law: LawBeside) -> str:
    return "\n".join(f"{one.label} {plain(one.text)} {one.link_text}" for one in all_told(law))


# ---- places in a source


@pytest.mark.parametrize(
    ("source", "cites"),
    [
        ("18 U.S.C. § 3142(g)(1), (3)(A)", ["18 U.S.C. § 3142(g)(1)", "18 U.S.C. § 3142(g)(3)(A)"]),
        ("18 U.S.C. § 3582(c)(1)(B), (c)(2)", ["18 U.S.C. § 3582(c)(1)(B)", "18 U.S.C. § 3582(c)(2)"]),
        ("18 U.S.C. §§ 3583, 3605", ["18 U.S.C. § 3583", "18 U.S.C. § 3605"]),
        ("28 C.F.R. §§ 571.62, 571.63", ["28 C.F.R. § 571.62", "28 C.F.R. § 571.63"]),
        ("U.S.S.G. § 1B1.13(b)(1), (2)", ["U.S.S.G. § 1B1.13(b)(1)", "U.S.S.G. § 1B1.13(b)(2)"]),
        ("U.S.S.G. § 1B1.13(b)(6), (c)", ["U.S.S.G. § 1B1.13(b)(6)", "U.S.S.G. § 1B1.13(c)"]),
        (
            "Fed. R. Crim. P. 47(b), (d), 49.1",
            ["Fed. R. Crim. P. 47(b)", "Fed. R. Crim. P. 47(d)", "Fed. R. Crim. P. 49.1"],
        ),
        ("U.S.S.G. ch. 3, pt. B", []),
        ("U.S.S.G. § 1B1.13, comment.", []),
        ("Practice", []),
    ],
)
def test_a_source_is_read_into_places(source: str, cites: list[str]) -> None:
    assert [place.cite for place in places(source)] == cites


def test_a_range_of_sections_covers_those_in_it() -> None:
    (wide,) = places("28 C.F.R. §§ 542.10–.19")
    inside, outside, other = (places(f"28 C.F.R. § {number}")[0] for number in ("542.14", "542.9", "571.14"))
    assert (wide.covers(inside), wide.covers(outside), wide.covers(other)) == (True, False, False)


# ---- the law of the day


def test_a_change_in_the_law_is_foreclosed_from_the_day_of_the_decision_with_what_stays_open() -> None:
    before, after = beside("change.any", BEFORE_RUTHERFORD), beside("change.any", RUTHERFORD)
    assert "treatment:rutherford" not in {one.provenance.ref for one in before.rulings}
    (ruling,) = [one for one in after.rulings if one.provenance.ref == "treatment:rutherford"]
    assert (ruling.cited.name, ruling.cited.decided) == ("Rutherford v. United States", RUTHERFORD)
    assert [name for name, _ in ruling.routes] == [
        LAW.route(route).name for route in ("extent", "3553a", "3582c2", "404", "2255", "clemency")
    ]
    told = text_of(after)
    assert "Read the slip opinion before filing." in told
    assert told.index("Foreclosed") < told.index("U.S.S.G. § 1B1.13(b)(6)")


def test_a_ruling_of_one_circuit_is_shown_in_that_circuit_only() -> None:
    refs = {
        court: {one.provenance.ref for one in beside("change.any", BEFORE_RUTHERFORD, court).rulings}
        for court in ("mied", "ncwd", "")
    }
    assert "treatment:bricker_6th" in refs["mied"]
    assert "treatment:bricker_6th" not in refs["ncwd"] | refs[""]
    assert "treatment:nonretroactive_guideline" in refs[""]


def test_the_edition_of_the_day_is_shown_and_what_it_lacks_is_said() -> None:
    old = beside("b2.deterioration", IN_2021)
    (passage,) = old.passages
    assert (passage.cite, passage.whole) == ("U.S.S.G. § 1B1.13 cmt. n.1(B)", "policy:2018")
    assert any(one.link_text == "policy:2018" and one.role is Role.DOUBT for one in all_told(old))
    new = beside("b2.deterioration", date(2023, 11, 1))
    assert new.passages[0].whole == "policy:2023"
    lacking = beside("b3C.incapacity", IN_2021)
    assert lacking.passages == ()
    assert lacking.absent is not None
    assert "September 22, 2021, has no counterpart to what is now (b)(3)(C)." in lacking.absent.says


def test_a_subsection_that_an_edition_runs_together_is_shown_whole() -> None:
    cites = [passage.cite for passage in beside("danger.violence", IN_2021).passages]
    assert cites == ["18 U.S.C. § 3142(g)(1), (g)(3)(A)", "U.S.S.G. § 1B1.13"]


def test_a_number_is_that_of_the_day() -> None:
    def amounts(on: date) -> list[str]:
        return [one.amount for one in beside("sentence.months", on).numbers]

    assert amounts(date(2019, 7, 18)) == ["47 days", "1 year"]
    assert amounts(date(2019, 7, 19)) == ["54 days", "1 year"]
    assert amounts(TODAY) == ["54 days", "42 days", "1 year"]


def test_pieces_left_out_of_a_quotation_are_marked() -> None:
    (passage, _) = beside("danger.violence").passages
    assert [(line.node, line.left_out) for line in passage.lines] == [
        ("g", False),
        ("g1", False),
        ("g3", True),
        ("g3A", False),
    ]
    assert passage.ends_early
    whole = beside("warden.received_on").passages[0]
    assert not whole.ends_early
    assert not any(line.left_out for line in whole.lines)


def test_law_past_its_review_says_so() -> None:
    late = beside("case.number", LAW.review_by)
    assert late.overdue
    assert late.as_json()["overdue"] is True
    assert "may be stale" in text_of(late)
    assert not beside("case.number").overdue


def test_a_piece_past_a_review_day_of_its_own_says_so_though_it_was_verified() -> None:
    def doubts(on: date) -> list[str]:
        told = all_told(beside("exhibits.list", on))
        return [one.text for one in told if one.link_text == "text:frcrp49_1a" and one.role is Role.DOUBT]

    assert doubts(date(2026, 11, 30)) == []
    assert doubts(date(2026, 12, 1)) == ["Confirm before filing (to be reviewed by December 1, 2026)"]


# ---- the court of the case


def test_the_circuit_says_what_it_holds_and_not_found_comes_with_the_cautious_course() -> None:
    ninth = beside("prior.renewed", court="cand").circuit_notes[0]
    assert (ninth.court, ninth.found) == ("Ninth Circuit", True)
    assert ninth.cited is not None
    assert ninth.cited.cite == "2 F.4th 1278 (9th Cir. 2021)"
    fourth = beside("prior.renewed").circuit_notes[0]
    assert (fourth.found, fourth.cited) == (False, None)
    told = text_of(beside("prior.renewed"))
    assert "Not found. No appellate rule found. Make a new request for every motion" in told


def test_a_decision_that_is_no_longer_good_is_named_as_such_where_a_circuit_rests_on_it() -> None:
    def told(on: date) -> str:
        return text_of(beside("change.any", on))

    assert (
        "McCoy, 981 F.3d 271 (4th Cir. 2020) (status on this day: abrogated in part; later history: "
        in told(BEFORE_RUTHERFORD)
    )
    assert "McCoy, 981 F.3d 271 (4th Cir. 2020)." in told(IN_2021)


@pytest.mark.parametrize("on", [IN_2021, TODAY])
def test_decisions_are_good_on_the_day_and_the_own_circuit_comes_first(on: date) -> None:
    law = beside("warden.sent", on)
    own = [one.court == "this circuit’s court of appeals" for one in law.decisions]
    assert own == sorted(own, reverse=True)
    for one in law.decisions:
        authority = LAW.authority(one.cited.provenance.ref.removeprefix("authority:"))
        assert authority.existed(on)
        assert authority.status_on(on) == "good"
        assert {"exhaustion", "claim_processing"} & set(authority.topics)
        assert one.proposition == authority.proposition
    if on == TODAY:
        assert [one.cited.name for one in law.decisions[:2]] == [
            "United States v. Muhammad",
            "United States v. Ferguson",
        ]


def test_a_decision_is_left_out_and_counted_from_the_day_it_stopped_being_good() -> None:
    def names(on: date) -> list[str]:
        return [one.cited.name for one in beside("change.any", on).decisions]

    assert "United States v. Chen" in names(BEFORE_RUTHERFORD)
    assert "United States v. Chen" not in names(RUTHERFORD)
    assert beside("change.any", RUTHERFORD).not_good > beside("change.any", BEFORE_RUTHERFORD).not_good


def test_a_handful_of_decisions_is_told_and_the_others_are_one_step_away() -> None:
    law = beside("warden.sent")
    told = telling(law)
    more = len(law.decisions) - HANDFUL
    assert more > 0
    assert [one.link_text for one in told if one.link == "all:decisions"] == [f"{more} more"]
    assert len([one for one in all_told(law) if one.role is Role.LEAD]) == more + len(
        [one for one in told if one.role is Role.LEAD]
    )
    assert any("compiler’s own summary, never the court’s words" in one.text for one in told)


def test_local_rules_have_source_and_day_and_what_was_not_found_says_ask_the_clerk() -> None:
    notes = beside("exhibits.list", court="mied").local
    (form,) = [one for one in notes if one.topic == "the form of papers"]
    assert form.provenance is not None
    assert form.provenance.ref == "rule:mied_format"
    (seal,) = [one for one in notes if one.topic == "filing under seal"]
    assert (seal.provenance, "ask the clerk" in seal.says) == (None, True)
    told = text_of(beside("exhibits.list", court="mied"))
    assert "Source: Practice guidelines of judge 31, E.D. Mich. · known from December 21, 2018" in told
    assert "filing under seal; page or word limits: not found: ask the clerk" in told


def test_the_caption_and_the_docket_cite_come_from_the_district() -> None:
    (caption,) = beside("case.division").local
    assert "FOR THE WESTERN DISTRICT OF NORTH CAROLINA" in caption.says
    assert beside("case.record_prefix").local[0].says == "Filings seen there cite the docket as “Doc.”."
    assert beside("case.record_prefix", court="cand").local[0].provenance is None


def test_the_look_of_papers_is_shown_but_not_the_house_style_which_is_no_rule() -> None:
    def refs(court: str) -> list[str]:
        return [
            one.provenance.ref if one.provenance else "" for one in beside("form.size", court=court).local
        ]

    assert refs("ilnd") == ["rule:ilnd_format", "style:ilnd", "rule:ilnd_page_limit"]
    assert refs("ncwd") == ["", "rule:ncwd_page_limit"]


def test_a_day_of_the_law_is_told_as_a_day() -> None:
    assert [one.amount for one in beside("custody.since").numbers] == ["November 1, 1987"]


def test_while_the_court_is_unknown_what_depends_on_it_is_named_and_left_out() -> None:
    law = beside("warden.sent", court="")
    assert (law.circuit_notes, law.local, law.district) == ((), (), "")
    assert law.waiting == (
        "the circuit’s law on the exhaustion rule",
        "the circuit’s law on whether the warden must have had each ground",
    )
    (named_court,) = [one for one in telling(law) if one.link == "question:case.district"]
    assert "The court is not known yet" in named_court.text
    assert beside("warden.sent").waiting == ()


# ---- the answers of the case


def test_a_place_that_covers_several_grounds_is_narrowed_to_those_asserted() -> None:
    def cite(answers: Answers | None) -> str:
        return beside("family.relatives", answers=answers).passages[0].cite

    every_one = "U.S.S.G. § 1B1.13(b)(3)(A), (b)(3)(B), (b)(3)(C), (b)(3)(D)"
    assert cite(None) == cite(case({"b3D.asserted": "no"})) == every_one
    assert cite(case({"b3D.asserted": "yes", "b1A.asserted": "yes"})) == "U.S.S.G. § 1B1.13(b)(3)(D)"


def test_a_bearing_with_a_condition_bears_only_where_it_holds() -> None:
    assert "remedy.bp9_days" in bearing("warden.response").values
    assert "remedy.bp9_days" not in bearing("warden.response", Answers()).values
    assert "remedy.bp9_days" in bearing("warden.response", case({"warden.response": "denied"})).values
    assert "notice.terminal_hours" not in bearing("warden.sent", Answers()).values
    assert "notice.terminal_hours" in bearing("warden.sent", case({"b1A.asserted": "yes"})).values


def test_a_question_may_stand_alone_and_otherwise_adds_to_its_area() -> None:
    assert bearing("warden.grounds").positions == ("issue_exhaustion",)
    assert bearing("warden.sent").positions == ("exhaustion_rule", "issue_exhaustion")
    assert bearing("change.doubts").arguments[0] == "invalid_conviction"
    assert "b6" in bearing("change.doubts").arguments
    first, *_ = beside("change.doubts").rulings
    assert first.provenance.ref == "treatment:fernandez"


def test_what_a_named_person_confirmed_is_not_called_verified() -> None:
    row = {
        "item": "policy:2023:b3D",
        "confirmed_by": "Ann Lee",
        "confirmed_on": "2026-11-20",
        "source": "Guidelines Manual",
    }
    law = beside("b3D.incapacity", answers=case({"confirmations.law": [row]}))
    told = [one for one in all_told(law) if one.link_text == "policy:2023:b3D"]
    assert [one.role for one in told] == [Role.CONFIRMED]
    assert told[0].text.startswith("Confirmed in this case (confidence unverified).")
    assert "Verified" not in told[0].text


def test_the_citation_has_a_doubt_of_its_own_beside_that_of_the_ruling() -> None:
    (ruling,) = [
        one for one in beside("change.doubts").rulings if one.provenance.ref == "treatment:fernandez"
    ]
    assert ruling.provenance.verified
    assert ruling.cited.provenance.doubt == doubt(LAW.authority("fernandez")) != ""
    told = [one for one in telling(beside("change.doubts")) if one.link_text == "authority:fernandez"]
    assert told[0].text.startswith("The citation · Confirm before filing")
