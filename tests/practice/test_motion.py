"""The motion: every answer reaches the paper, nothing else does, and the law is that of the filing date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from every_answer import (
    IN_2021,
    QUESTIONS,
    ROOT,
    THE_DAY,
    THE_DAY_BEFORE,
    TODAY,
    VARIANTS,
    answer,
    everything,
    facts,
    fields_of,
    names_in,
    pieces,
    plain,
    texts,
    token,
)

from drafter.core import marks
from drafter.practice.documents.document import Paper
from drafter.practice.documents.memorandum import MEMORANDUM
from drafter.practice.documents.motion import MOTION, MotionContext
from drafter.practice.documents.reasons import SECTIONS as GROUND_SECTIONS
from drafter.practice.documents.registry import DOCUMENTS
from drafter.practice.documents.words import joined, movant
from drafter.practice.grounds import CHANGED_LAW, GROUNDS

#: Sheets of the file, which show every answer there is and are no papers.
OF_THE_FILE = {"interview_sheet", "checklist"}
#: Text, long and list answers (or cells) that the motion does not print word for word, each with the reason.
NOT_PRINTED = {
    "case.record_prefix": "printed before a bare docket number only",
    "movant.age_stated": "printed while the birth date is unknown",
    "exhibits.list:custodian": "the column itself says that it is not printed",
    "confirmations.law:item": "for the check list, never for the court",
    "confirmations.law:confirmed_by": "for the check list, never for the court",
    "confirmations.law:source": "for the check list, never for the court",
}


def paper(raw: Mapping[str, Any], on: date = TODAY, today: date | None = TODAY) -> Paper:
    return MOTION.paper(facts(raw, on, today))


def test_every_answer_that_may_be_printed_is_in_a_paper_word_for_word() -> None:
    seen, lost = set(), set()
    for raw in VARIANTS:
        case = facts(raw)
        copies = (case, case.under_seal())
        papers = (document for document in DOCUMENTS if document.id not in OF_THE_FILE)
        told = "\n".join(plain(document.context(copy)) for document in papers for copy in copies)
        for question in case.answers:
            if not QUESTIONS[question].confidential:
                seen.add(question)
                lost |= {name for name, words in pieces(QUESTIONS[question]) if words not in told}
    assert lost == set(NOT_PRINTED)
    open_questions = {q.id for q in QUESTIONS.values() if not q.confidential and any(pieces(q))}
    assert open_questions <= seen, "the variants leave questions out"


def test_no_confidential_answer_is_in_the_motion() -> None:
    secret = {question.id for question in QUESTIONS.values() if question.confidential}
    assert secret
    for raw in VARIANTS:
        told = plain(MOTION.context(facts(raw)))
        assert not [question for question in secret if token(question) in told]


def test_a_home_prints_as_city_and_state_and_a_birth_date_as_an_age() -> None:
    told = plain(MOTION.context(facts(everything())))
    assert f"{token('plan.address')}city, NC" in told
    assert f"{token('plan.address')}street" not in told
    assert "76 years" in told
    assert "May 6, 1950" not in told


@pytest.mark.parametrize("raw", [{}, dict.fromkeys(QUESTIONS), *VARIANTS])
@pytest.mark.parametrize("on", [IN_2021, THE_DAY_BEFORE, THE_DAY, TODAY])
def test_any_set_of_answers_gives_clean_text(raw: Mapping[str, Any], on: date) -> None:
    for text in texts(paper(raw, on).context):
        shown = marks.plain(text)
        assert "None" not in shown
        assert "  " not in shown
        assert not re.search(r"\(\s*\)|\s[.,;:]|\[\]", shown), shown


def test_a_needed_fact_that_is_missing_is_a_bracket_and_an_optional_one_is_nothing() -> None:
    made = paper({"counsel.status": "retained"})
    told = plain(made.context)
    assert "[case number]" in told
    assert "[name of counsel]" in told
    assert "case.number" in made.blanks
    assert "conduct.work" not in made.blanks
    assert not made.context.conduct.work.here


def test_an_optional_fact_marked_unknown_is_a_bracket_too() -> None:
    made = paper({"custody.jail_credit": None})
    assert "[days of jail credit]" in plain(made.context)
    assert "custody.jail_credit" in made.blanks


def test_every_bracket_of_the_context_names_its_question() -> None:
    for raw in ({}, *VARIANTS):
        for text in texts(paper(raw).context):
            assert text.count(marks.BLANK_OFF) == text.count(marks.BLANK_ON)
            for before in text.split(marks.BLANK_ON)[:-1]:
                assert before.endswith(marks.PRINTED_SEP), marks.plain(text)


def test_evidence_follows_the_answer_and_one_sentence_names_each_place_once() -> None:
    made = MOTION.context(
        facts(
            {
                "offense.conduct": answer("offense.conduct", "First.\n\nSecond.", "PSR ¶ 9", "Ex. C at 2"),
                "warden.sent": True,
                "warden.received_on": answer("warden.received_on", "2026-07-06", "Ex. B at 1"),
                "warden.receipt_proof": answer("warden.receipt_proof", "the receipt", "Ex. B at 1"),
            }
        )
    )
    conduct = [marks.plain(paragraph) for paragraph in made.background.conduct]
    assert conduct == ["First.", "Second. (PSR ¶\u00a09; Ex.\u00a0C at\u00a02.)"]
    assert marks.plain(made.exhaustion.sent.received_cite) == " (Ex.\u00a0B at\u00a01)"


@pytest.mark.parametrize(
    ("pronouns", "ref", "subject", "possessive", "verb"),
    [
        ("he", "Mr. Doe", "He", "his", "has"),
        ("she", "Ms. Doe", "She", "her", "has"),
        ("they", "Doe", "They", "their", "have"),
        (None, "Doe", "The movant", "the movant’s", "has"),
    ],
)
def test_pronouns(pronouns: str | None, ref: str, subject: str, possessive: str, verb: str) -> None:
    named = movant(facts({"movant.name": "Jordan A. Doe", "movant.pronouns": pronouns}))
    assert marks.plain(named.ref) == ref
    assert (named.Subject, named.possessive, named.has) == (subject, possessive, verb)


def test_a_movant_without_a_name_is_called_movant() -> None:
    assert movant(facts({})).ref == "Movant"
    assert marks.plain(movant(facts({})).name) == "[name of the movant]"


def test_lists_are_joined_as_american_papers_do() -> None:
    assert joined(["a", "b", "c"]) == "a, b, and c"
    assert joined(["a, b", "c"]) == "a, b; and c"
    assert joined(["a", "b"]) == "a and b"


def test_the_leading_ground_comes_first_and_shared_records_follow_the_last_ground_they_support() -> None:
    asserted = {f"{ground}.asserted": True for ground in ("b1B", "b1C", "b3C", "b5")}
    made = MOTION.context(facts(asserted | {"reasons.lead": "b3C"}))
    order = [section.fragment for section in made.grounds]
    assert order == ["b3C", "care", "b1B", "b1C", "record", "b5"]


@pytest.mark.parametrize("ground", [ground.id for ground in GROUNDS])
@pytest.mark.parametrize("on", [IN_2021, TODAY])
def test_each_ground_alone(ground: str, on: date) -> None:
    made = paper({f"{ground}.asserted": True, "case.district": "ncwd"}, on)
    assert made.context.grounds[0].fragment == ground
    told = plain(made.context)
    assert ("§ 1B1.13(b)(" in told) is (on == TODAY and ground != "ii") or "b)(6)" in told
    assert made.context.title.subparagraph == ("(ii)" if ground == "ii" else "(i)")
    assert not made.foreclosed


def test_every_ground_has_a_section_and_every_section_a_fragment() -> None:
    assert set(GROUND_SECTIONS) == {ground.id for ground in (*GROUNDS, CHANGED_LAW)}
    fragments = {path.stem for path in (ROOT / "templates" / "source" / "grounds").glob("*.md")}
    assert fragments == {*GROUND_SECTIONS, "record", "care"}


CHANGE: dict[str, Any] = {
    "case.district": "ncwd",
    "b3D.asserted": True,
    "change.any": True,
    "change.what": "The minimum was lowered.",
    "change.retroactive": "no",
    "change.extent": True,
}


def test_in_september_2021_the_fourth_circuit_let_a_change_in_law_be_a_reason() -> None:
    made = paper(CHANGE, IN_2021)
    told = plain(made.context)
    assert [section.fragment for section in made.context.grounds] == ["b3D", "care", "b6"]
    assert "mccoy_4th" in plain(made.context.standard)
    assert "1B1.13(b)" not in told, "the policy statement of 2023 is not law in 2021"
    assert "rutherford" not in told
    assert not made.context.extent.here
    assert not made.foreclosed
    assert made.context.flags == ("HISTORICAL: law of September 22, 2021 – not for filing",)


def test_the_change_is_pleaded_on_the_day_before_the_decision_and_refused_on_the_day() -> None:
    before, after = paper(CHANGE, THE_DAY_BEFORE), paper(CHANGE, THE_DAY)
    assert "b6" in [section.fragment for section in before.context.grounds]
    assert "b6" not in [section.fragment for section in after.context.grounds]
    assert not before.foreclosed
    (problem,) = after.foreclosed
    assert problem.question == "change.any"
    for words in ("May 28, 2026", "Rutherford v. United States", "§ 2255", "commutation"):
        assert words in problem.message
    assert not problem.stops_final, "the motion pleads another reason and offers the change as none"


def test_after_the_decision_the_change_stands_only_in_its_conditional_part() -> None:
    made = paper(CHANGE, THE_DAY)
    assert made.context.extent.here
    assert plain(made.context).count("The minimum was lowered.") == 1
    assert "rutherford" in plain(made.context.standard)
    assert not paper(CHANGE | {"change.extent": False}, THE_DAY).context.extent.here


@pytest.mark.parametrize("extra", [{"b3D.asserted": False}, {"reasons.lead": "b6"}])
def test_a_change_as_the_only_or_leading_reason_stops_a_final(extra: dict[str, Any]) -> None:
    assert [problem.stops_final for problem in paper(CHANGE | extra, TODAY).foreclosed] == [True]


def test_a_circuit_that_refused_the_change_refused_it_before_the_supreme_court_did() -> None:
    made = paper(CHANGE | {"case.district": "paed"}, THE_DAY_BEFORE)
    assert "b6" not in [section.fragment for section in made.context.grounds]
    assert "Third Circuit" in made.foreclosed[0].message


def test_a_retroactive_change_has_its_own_motion_and_is_not_pleaded_here() -> None:
    made = paper(CHANGE | {"change.retroactive": "yes"}, IN_2021)
    assert "b6" not in [section.fragment for section in made.context.grounds]


def test_doubts_about_the_conviction_are_never_pleaded_and_are_routed() -> None:
    made = paper({"change.doubts": True, "change.doubts_note": "Tkdoubts"}, TODAY)
    assert "Tkdoubts" not in plain(made.context)
    assert "28 U.S.C. § 2255" in made.foreclosed[0].message


def test_unverified_law_is_marked_in_the_paper_and_named_until_it_is_confirmed() -> None:
    raw = {"b3C.asserted": True, "case.district": "ncwd"}
    made = paper(raw)
    assert "policy:2023:b3C" in made.unverified
    assert "[confirm before filing]" in plain(made.context.grounds)
    confirmed = [
        {"item": ref, "confirmed_by": "Ann Lee", "confirmed_on": "2026-11-20", "source": "the Manual"}
        for ref in made.unverified
    ]
    again = paper(raw | {"confirmations.law": confirmed})
    assert again.unverified == ()
    assert "confirm before filing" not in plain(again.context)


def test_only_text_that_may_be_quoted_stands_in_quotation_marks() -> None:
    quoted = MOTION.context(facts({"b1A.asserted": True})).grounds[0].standard[0]
    told = MOTION.context(facts({"b3C.asserted": True})).grounds[0].standard[0]
    assert "“The defendant is suffering from a terminal illness" in quoted
    assert "“" not in told
    assert "in substance" in told


def test_exhaustion_counts_from_receipt_and_says_so_only_when_the_days_have_run() -> None:
    raw = {"case.district": "ncwd", "warden.sent": True, "warden.received_on": "2026-10-20"}
    early, ripe = paper(raw, date(2026, 11, 19)), paper(raw, date(2026, 11, 20))
    assert not early.context.exhaustion.wait.ripe
    assert "not to be filed before November 20, 2026" in plain(early.context.exhaustion)
    assert ripe.context.exhaustion.wait.ripe
    assert ripe.context.exhaustion.wait.elapsed == "31 days"


def test_each_ground_is_set_against_the_words_put_to_the_warden() -> None:
    raw = {
        "case.district": "ncwd",
        "b1C.asserted": True,
        "b3C.asserted": True,
        "warden.sent": True,
        "warden.grounds": [
            {"ground": "b3C", "words": "my mother is ill"},
            {"ground": "b5", "words": "grief"},
        ],
    }
    part = MOTION.context(facts(raw)).exhaustion
    assert [(row.put, row.not_put) for row in part.matrix.rows] == [(False, True), (True, False)]
    assert "my mother is ill" in plain(part.matrix.rows[1])
    assert part.matrix.not_required
    assert "ferguson_4th" in plain(part)
    assert "grief" in marks.plain(part.matrix.unpleaded)
    elsewhere = MOTION.context(facts(raw | {"case.district": "ilnd"})).exhaustion
    assert not elsewhere.matrix.not_required


def test_time_is_shown_against_the_full_and_the_statutory_term_with_its_working() -> None:
    time = MOTION.context(
        facts({"custody.since": "2007-07-24", "sentence.life": False, "sentence.months": 250}, IN_2021)
    ).time
    shown = {row.item: marks.plain(row.figure) for row in time.rows}
    assert shown["Time served, in custody"] == "5,174 days"
    assert shown["Percent of the full term served"] == "67.9 percent"
    assert any(item.startswith("Percent of the statutory term") for item in shown)
    assert "54 × 20" in time.working
    assert not re.search(r"\d{4}-\d\d-\d\d", time.working)


def test_a_life_sentence_has_days_and_no_percentage() -> None:
    time = MOTION.context(facts({"custody.since": "2007-07-24", "sentence.life": True})).time
    assert not any("Percent" in row.item for row in time.rows)
    assert not time.assumes_gct


def test_a_movant_without_counsel_is_named_so_everywhere() -> None:
    made = MOTION.context(facts(everything(counsel__status="pro_se", movant__name="Jo Doe")))
    assert made.caption.pro_se
    assert made.counsel.pro_se
    assert marks.plain(made.signature.name) == "Jo Doe"
    assert made.signature.lines[-1] == "Movant, without counsel"
    assert token("counsel.movant_phone") in plain(made.signature)


def test_the_grounds_not_raised_stand_at_the_top_and_in_the_renewed_part() -> None:
    rows = [{"ground": "COVID-19", "explanation": "He has been vaccinated."}, {"ground": "Youth"}]
    made = MOTION.context(facts({"reasons.not_asserted": rows}))
    assert [row.has_explanation for row in made.opening.not_raised] == [True, False]
    assert marks.plain(made.prior.not_raised_line) == "COVID-19; Youth"


def test_every_field_of_the_context_is_used_by_a_template_and_the_templates_use_no_other() -> None:
    sources = [ROOT / "templates" / "source" / "documents" / "motion.md"]
    sources += (ROOT / "templates" / "source" / "grounds").glob("*.md")
    named = names_in(*sources)
    fields = {field for part in VARIANTS for field in fields_of(MOTION.context(facts(part)))}
    fields |= fields_of(MOTION.context(facts(everything(), IN_2021)))
    for_other_papers = {"subject", "object_"}
    chosen_by_the_engine = {"fragment"}
    assert fields - named == for_other_papers | chosen_by_the_engine


def test_making_a_paper_twice_gives_the_same_paper() -> None:
    case = facts(everything())
    first, second = MOTION.paper(case), MOTION.paper(case)
    assert isinstance(first.context, MotionContext)
    assert first == second


def test_a_rule_of_the_circuit_prints_only_with_an_authority_that_was_good_on_the_day() -> None:
    in_2024 = MOTION.context(facts(CHANGE, date(2024, 1, 1), None)).standard
    assert not in_2024.change_permitted, "its decision was superseded in part on November 1, 2023"
    assert MOTION.context(facts(CHANGE, IN_2021, None)).standard.change_permitted


def test_a_decision_that_forecloses_both_arguments_is_told_once() -> None:
    part = MOTION.context(facts({"case.district": "dcd"}, date(2024, 1, 1), None)).standard
    assert part.both_not_argued
    assert len(part.not_argued) == 1


@pytest.mark.parametrize(
    ("entered", "words"),
    [
        ({}, "May 11, 2026 (Ex. N at 1)"),
        ({"prior.entered_on": None}, "by an order entered on [date on which the earlier order was entered]"),
        ({"prior.entered_on": "2026-05-11"}, "May 11, 2026, by an order entered the same day (Ex. N at 1),"),
        (
            {"prior.entered_on": "2026-05-13"},
            "May 11, 2026, by an order entered on May 13, 2026 (Ex. N at 1),",
        ),
    ],
)
def test_the_entry_of_the_earlier_order_is_told_beside_its_date(entered: dict[str, Any], words: str) -> None:
    denied = {"prior.denied_on": answer("prior.denied_on", "2026-05-11", "Ex. N at 1")}
    made = paper({"prior.any": True, "prior.renewed": True} | denied | entered)
    assert words in plain(made.context.prior.denied_on)


def test_a_citation_is_a_mark_and_the_paper_brings_its_forms() -> None:
    paper = MOTION.paper(facts(CHANGE, IN_2021, None))
    assert paper.context.standard.binds_cite == f"{marks.cited('mccoy_4th')}."
    assert paper.context.standard.change_cite == f"{marks.cited('mccoy_4th')}."
    forms = paper.citing.forms["mccoy_4th", ""]
    assert marks.plain(forms.full) == "United States v. McCoy, 981 F.3d 271 (4th Cir. 2020)"
    assert marks.plain(forms.short) == "McCoy, 981 F.3d 271"


def test_a_paper_has_forms_for_exactly_the_citations_in_it() -> None:
    for day in (IN_2021, THE_DAY_BEFORE, THE_DAY, TODAY):
        for district in ("ncwd", "ilnd", "nysd", "casd", "flsd", "mad", "dcd"):
            paper = MOTION.paper(facts({**CHANGE, "case.district": district}, day))
            found = re.findall(
                f"{marks.CITED_ON}(.*?){marks.CITED_SEP}(.*?){marks.CITED_OFF}", _raw(paper.context)
            )
            assert set(found) == set(paper.citing.forms)


def _raw(part: object) -> str:
    return "".join(texts(part))


@pytest.mark.parametrize(
    ("answer", "here", "apart"), [(None, False, False), (False, False, False), (True, True, True)]
)
def test_the_tables_stand_in_the_paper_in_which_the_argument_stands(
    answer: bool | None, here: bool, apart: bool
) -> None:
    raw: dict[str, Any] = {} if answer is None else {"form.tables": answer}
    assert MOTION.context(facts(raw | {"kit.separate_memorandum": False})).tables is here
    beside = facts(raw | {"kit.separate_memorandum": True})
    assert MOTION.context(beside).tables is False
    assert MEMORANDUM.context(beside).tables is apart
