"""The commands that answer from the law alone: time, exhaustion, law; run as a user runs them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from command_line import TODAY, Drafter

from drafter import paths
from drafter.law import Law

START = "2026-01-05"
CONFIRM = "NOT VERIFIED, confirm before filing"


# ---- time


@pytest.mark.parametrize(
    ("months", "days", "term", "gct"),
    [
        (12, 0, 365, 0),
        (12, 1, 366, 54),
        (18, 0, 546, 80),
        (24, 0, 730, 108),  # 108, 162 and 540 days are also published for 2, 3 and 10 years
        (30, 0, 912, 134),
        (36, 0, 1096, 162),
        (46, 0, 1400, 206),
        (60, 0, 1826, 270),
        (87, 0, 2647, 391),
        (120, 0, 3652, 540),
        (151, 0, 4595, 679),
        (240, 0, 7305, 1080),
        (360, 0, 10957, 1620),
    ],
)
def test_time_counts_by_28_cfr_523_20(drafter: Drafter, months: int, days: int, term: int, gct: int) -> None:
    told = drafter(f"time --start {START} --months {months} --days {days} --json").json
    start = date.fromisoformat(START)
    assert told["gct_days"] == gct
    assert told["full_term_date"] == str(start + timedelta(days=term - 1))
    assert told["projected_release"] == str(start + timedelta(days=term - gct - 1))
    assert (told["term_days"], told["statutory_days"]) == (term, term - gct)
    served = (TODAY - start).days
    assert (told["on"], told["served_days"]) == ("2026-11-21", served)
    assert told["percent_full_term"] == served * 1000 // term / 10
    assert told["percent_statutory_term"] == min(served, term - gct) * 1000 // (term - gct) / 10


def test_time_has_the_fixed_keys_and_shows_its_working_with_the_source_of_the_rate(drafter: Drafter) -> None:
    told = drafter(f"time --start {START} --months 18 --json").json
    assert {
        "full_term_date",
        "gct_days",
        "projected_release",
        "served_days",
        "percent_full_term",
        "percent_statutory_term",
        "working",
    } <= set(told)
    working = "\n".join(told["working"])
    assert "54 × 1 + 54 × 181 ÷ 365, the fraction dropped = 80 days" in working
    assert "28 C.F.R. § 523.20" in working
    assert drafter(f"time --start {START} --months 18").out.splitlines() == told["working"]


def test_time_with_jail_credit_lost_days_and_a_day_of_its_own(drafter: Drafter) -> None:
    call = f"time --start {START} --months 120 --jail-credit 365 --gct-lost 41 --on 2030-01-05 --json"
    told = drafter(call).json
    assert (told["begins"], told["full_term_date"]) == ("2025-01-05", "2035-01-04")
    assert (told["gct_days"], told["projected_release"]) == (499, "2033-08-23")
    assert (told["served_days"], told["percent_full_term"]) == (1826, 50.0)


def test_time_on_29_february(drafter: Drafter) -> None:
    told = drafter("time --start 2024-02-29 --months 48 --on 2024-03-01 --json").json
    assert (told["full_term_date"], told["gct_days"], told["served_days"]) == ("2028-02-28", 216, 1)


def test_time_for_life_has_no_dates_and_no_shares(drafter: Drafter) -> None:
    for call in ("--life", "--life --months 0"):
        told = drafter(f"time --start 2007-08-01 {call} --on 2017-08-01 --json").json
        for key in ("full_term_date", "projected_release", "percent_full_term", "percent_statutory_term"):
            assert told[key] is None
        assert (told["gct_days"], told["served_days"]) == (0, 3653)


def test_time_never_shows_more_than_all_of_a_term(drafter: Drafter) -> None:
    told = drafter("time --start 2015-01-05 --months 24 --json").json
    assert (told["percent_full_term"], told["percent_statutory_term"]) == (100.0, 100.0)
    assert any("after the projected release" in line for line in told["working"])


def test_time_takes_the_rate_of_the_day_and_says_that_the_old_one_is_unverified(drafter: Drafter) -> None:
    call = "time --start 2018-01-05 --months 120 --json --on"
    old, new = drafter(f"{call} 2019-07-18").json, drafter(f"{call} 2019-07-19").json
    assert (old["gct_days"], new["gct_days"]) == (470, 540)
    assert any(CONFIRM in line for line in old["working"])
    assert not any(CONFIRM in line for line in new["working"])


# ---- exhaustion


@pytest.mark.parametrize(
    ("received", "lapse", "earliest"),
    [
        ("2026-09-01", "2026-10-01", "2026-10-02"),
        ("2026-09-03", "2026-10-05", "2026-10-06"),  # a Saturday
        ("2026-09-12", "2026-10-13", "2026-10-14"),  # Columbus Day
        ("2024-01-30", "2024-02-29", "2024-03-01"),  # 29 February
        ("2021-12-01", "2022-01-03", "2022-01-04"),  # New Year's Day of a Saturday, kept on the Friday
    ],
)
def test_exhaustion_gives_the_day(drafter: Drafter, received: str, lapse: str, earliest: str) -> None:
    eve = drafter(f"exhaustion --received {received} --filing {lapse} --json").json
    ripe = drafter(f"exhaustion --received {received} --filing {earliest} --json").json
    assert (eve["lapse_day"], eve["earliest_filing"], eve["ripe"]) == (lapse, earliest, False)
    assert ripe["ripe"] is True
    assert ripe["days_elapsed"] == (date.fromisoformat(earliest) - date.fromisoformat(received)).days
    assert ripe["working"]


def test_exhaustion_without_a_filing_date_says_nothing_of_ripeness(drafter: Drafter) -> None:
    told = drafter("exhaustion --received 2026-09-01 --json").json
    assert (told["ripe"], told["days_elapsed"]) == (None, None)
    assert any("No district given" in note for note in told["notes"])
    assert "ripe" not in drafter("exhaustion --received 2026-09-01").out
    assert "day 29: not ripe" in drafter("exhaustion --received 2026-09-01 --filing 2026-09-30").out


def test_exhaustion_counts_the_holidays_of_the_districts_state(drafter: Drafter) -> None:
    for district, lapse in (("mad", "2026-04-21"), ("MAD", "2026-04-21"), ("ncwd", "2026-04-20")):
        told = drafter(f"exhaustion --received 2026-03-21 --district {district} --json").json
        assert told["lapse_day"] == lapse


def test_exhaustion_tells_a_denial_and_the_day_of_the_appeal(drafter: Drafter) -> None:
    told = drafter("exhaustion --received 2026-09-01 --denied 2026-09-10 --filing 2026-10-02 --json").json
    assert told["ripe"] is True
    assert any("BP-9" in note and "2026-09-30" in note for note in told["notes"])


@pytest.mark.parametrize(
    ("district", "words"),
    [
        ("ncwd", ["Fourth Circuit", "16 F.4th 126", "55 F.4th 262"]),
        ("ilnd", ["Seventh Circuit", "987 F.3d 700", "the same as"]),
        ("ned", ["Eighth Circuit", "No published appellate rule found", CONFIRM]),
    ],
)
def test_exhaustion_adds_the_circuits_positions(drafter: Drafter, district: str, words: list[str]) -> None:
    notes = "\n".join(drafter(f"exhaustion --received 2026-09-01 --district {district} --json").json["notes"])
    for word in words:
        assert word in notes


def test_no_position_is_called_verified_that_is_not(drafter: Drafter, law_of_tests: Law) -> None:
    one_of_each = {district.circuit: district for district in law_of_tests.districts.values()}
    for district in one_of_each.values():
        notes = drafter(f"exhaustion --received 2026-09-01 --district {district.id} --json").json["notes"]
        for topic, note in zip(("exhaustion_rule", "issue_exhaustion"), notes[-2:], strict=True):
            position = law_of_tests.position(topic, district.circuit, TODAY)
            cited = law_of_tests.authority(position.authority) if position.authority else position
            assert note.endswith("; verified.") == (position.verified and cited.verified), note
            assert (CONFIRM in note) != note.endswith("; verified."), note


@pytest.fixture(scope="module")
def law_of_tests() -> Law:
    return Law(paths.resource_text)


# ---- law


def test_law_status_lists_everything_unverified_and_after_review_everything(
    drafter: Drafter,
    law_of_tests: Law,
) -> None:
    told = drafter("law status --json").json
    assert (told["as_of"], told["review_by"], told["overdue"]) == ("2026-11-21", "2027-11-01", [])
    listed = {item["ref"]: item for item in told["unverified"]}
    assert set(law_of_tests.unverified()) <= set(listed)
    assert {"ref", "title", "source", "confidence"} <= set(told["unverified"][0])
    for one in law_of_tests.authorities.values():
        open_ = not (one.verified and one.proposition_read and one.status != "check")
        assert (f"authority:{one.id}" in listed) == open_, one.id
    for court in law_of_tests.districts.values():
        if not all(division.verified for division in court.divisions):
            assert "divisions not verified" in listed[f"district:{court.id}"]["why"]
    assert len(drafter("law status --on 2027-11-01 --json").json["overdue"]) == len(law_of_tests.entries)
    (own,) = drafter("law status --on 2026-12-01 --json").json["overdue"]
    assert (own["ref"], own["review_by"]) == ("text:frcrp49_1a", "2026-12-01")
    lines = drafter("law status").out.splitlines()
    assert len(lines) == 2 + len(listed)


def test_law_show_quotes_only_what_may_be_quoted(drafter: Drafter) -> None:
    told = drafter("law show b1A --json").json
    assert (told["ref"], told["quoted"], told["in_force"]) == ("policy:2023:b1A", True, True)
    assert told["text"].startswith("The defendant is suffering from a terminal illness")
    recalled = drafter("law show policy:2023:b3D --json").json
    assert (recalled["quoted"], recalled["verified"]) == (False, False)
    lines = drafter("law show policy:2023:b3D").out
    assert "In the program's words, not to be quoted" in lines
    assert CONFIRM in lines


def test_law_show_never_prints_the_words_of_a_text_that_may_not_be_quoted(
    drafter: Drafter,
    law_of_tests: Law,
) -> None:
    for edition in law_of_tests.policy_statements:
        for node in edition.nodes:
            if not node.quote_ok:
                told = drafter(f"law show policy:{edition.id}:{node.id} --json").json
                assert (told["quoted"], told["text"]) == (False, node.paraphrase), node.id


def test_law_show_gives_the_law_of_the_day(drafter: Drafter) -> None:
    old = drafter("law show gct.days_per_year --on 2019-07-18 --json").json
    assert (old["title"], old["until"]) == ("gct.days_per_year: 47 days", "2019-07-19")
    assert drafter("law show gct.days_per_year --json").json["title"] == "gct.days_per_year: 54 days"
    for block in ("value:gct.days_per_year:2018-12-21", "gct.days_per_year:2018-12-21"):
        named = drafter(f"law show {block} --json").json
        assert (named["title"], named["in_force"]) == ("gct.days_per_year: 47 days", False)
    assert drafter("law show b5 --on 2021-09-22 --json").json["ref"] == "policy:2018:b5"
    late = drafter("law show treatment:rutherford --on 2026-05-27")
    assert "NOT in force on 2026-05-27" in late.out
    assert drafter("law show value:appeal.days --on 1950-01-01 --json").json["in_force"] is False


def test_law_show_tells_the_status_of_a_decision(drafter: Drafter) -> None:
    told = drafter("law show mccoy_4th --json").json
    assert told["status"].startswith("abrogated_in_part: ")
    assert drafter("law show mccoy_4th --on 2021-09-22 --json").json["status"] == "good"
    assert "status on 2026-11-21: abrogated_in_part" in drafter("law show mccoy_4th").out


def test_law_show_prints_a_statute_whole(drafter: Drafter) -> None:
    told = drafter("law show usc18_3553a --json").json
    assert told["quoted"] is True
    assert "(a) The court shall impose a sentence sufficient, but not greater than necessary" in told["text"]


def test_law_search(drafter: Drafter) -> None:
    found = drafter("law search CHANGE sentencing law --json").json
    assert "treatment:rutherford" in [item["ref"] for item in found]
    assert {"ref", "title", "source", "confidence"} <= set(found[0])
    before = drafter("law search change sentencing law --on 2026-05-27 --json").json
    assert "treatment:rutherford" not in [item["ref"] for item in before]
    assert drafter("law search zebra --json").json == []
    assert "no entry with the words “zebra”" in drafter("law search zebra").out
    assert "treatment:rutherford" in drafter("law search change sentencing law").out


# ---- bad input


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("time --months 12", "--start"),
        (f"time --start {START}", "no term to count"),
        (f"time --start {START} --months 0", "no length"),
        (f"time --start {START} --months -12", "months of the term cannot be below zero"),
        (f"time --start {START} --months 12 --days -1", "days of the term cannot be below zero"),
        (f"time --start {START} --months 12 --jail-credit -1", "jail credit cannot be below zero"),
        (f"time --start {START} --months 12 --gct-lost -1", "time lost cannot be below zero"),
        (f"time --start {START} --months 1.5", "--months"),
        (f"time --start {START} --months 12 --life", "one of the two"),
        (f"time --start {START} --days 12 --life", "one of the two"),
        (f"time --start {START} --months 24 --jail-credit 700", "before the sentence commenced"),
        (f"time --start {START} --months 12 --jail-credit 365", "whole term"),
        (f"time --start {START} --months 12 --jail-credit 4000", "whole term"),
        (f"time --start {START} --months 12 --gct-lost 1", "more than the 0 days"),
        (f"time --start {START} --months 120 --gct-lost 541", "more than the 540 days"),
        (f"time --start {START} --life --gct-lost 1", "more than the 0 days"),
        (f"time --start {START} --months 999999", "outruns the calendar"),
        (f"time --start {START} --months 12 --jail-credit 9999999", "outruns the calendar"),
        ("time --start 1987-10-31 --months 600", "1987-11-01"),
        ("time --start 1987-11-01 --months 600 --jail-credit 1", "1987-11-01"),
        ("time --start 1986-01-01 --life", "1987-11-01"),
        ("time --start 2025-02-29 --months 12", "not a date"),
        ("time --start 2026-13-01 --months 12", "not a date"),
        (f"time --start {START} --months 12 --on soon", "not a date"),
        ("time --start 2010-01-05 --months 120 --on 2018-12-20", "in force on 2018-12-20"),
        ("exhaustion", "--received"),
        ("exhaustion --received 2026-02-29", "not a date"),
        ("exhaustion --received 2026-09-01 --filing 2026-08-31", "one date is wrong"),
        ("exhaustion --received 2026-09-01 --denied 2026-08-31", "one date is wrong"),
        ("exhaustion --received 2018-01-05 --filing 2018-12-20", "in force on 2018-12-20"),
        ("exhaustion --received 9999-12-31", "check the year"),
        ("exhaustion --received 0026-09-01", "check the year"),
        ("exhaustion --received 2026-09-01 --district zzz", "no district “zzz”"),
        ("law", "what"),
        ("law sing", "invalid choice"),
        ("law status now", "takes no words"),
        ("law show", "Name one entry"),
        ("law show a b", "Name one entry"),
        ("law show nothing", "no entry “nothing”"),
        ("law search", "what to look for"),
        ("law status --on yesterday", "not a date"),
    ],
)
def test_bad_input_is_one_sentence_and_never_a_number(drafter: Drafter, call: str, told: str) -> None:
    for run in (drafter(call), drafter(f"{call} --json")):
        assert (run.code, run.out) == (2, "")
        assert told in run.err
        assert len(run.err.splitlines()) == 1
        assert "Traceback" not in run.err


def test_1_november_1987_is_the_first_day(drafter: Drafter) -> None:
    assert drafter("time --start 1987-11-01 --life --json").json["served_days"] > 0


# ---- several counts, the Bureau's sheets, the term of today


def test_time_adds_the_counts_of_a_judgment_up(drafter: Drafter) -> None:
    call = "time --start 2007-08-01 --months 120 --concurrent 90 --consecutive 60m15d --json"
    told = drafter(call).json
    assert (told["term_days"], told["full_term_date"]) == (5494, "2022-08-15")
    assert "Consecutive terms are added: 120 months + 60 months and 15 days" in "\n".join(told["working"])
    alone = drafter("time --start 2007-08-01 --consecutive 60 --consecutive life --json").json
    assert alone["full_term_date"] is None


def test_time_lets_the_sheet_prevail_only_with_a_reason(drafter: Drafter) -> None:
    call = "time --start 2020-01-01 --months 32 --sheet-release 2022-04-11 --sheet-dated 2021-01-04"
    refused = drafter(call)
    assert (refused.code, refused.out) == (2, "")
    assert "give the reason" in refused.err
    told = drafter(f"{call} --sheet-reason late --json").json
    assert told["projected_release"] == "2022-04-11"
    assert any("prevails over the computed 2022-04-10" in line for line in told["working"])


def test_time_applies_the_bureaus_credits_within_their_cap(drafter: Drafter) -> None:
    told = drafter("time --start 2025-01-01 --months 60 --earned-credits 490 --json").json
    assert told["earned_credits"] == {
        "days": 490,
        "toward_release": 365,
        "toward_prerelease": 125,
        "release": "2028-04-05",
    }
    without = "time --start 2025-01-01 --months 60 --earned-credits 490 --no-supervised-release --json"
    assert drafter(without).json["earned_credits"]["release"] == "2029-04-05"


def test_time_counts_the_term_of_today_beside_it_shorter_or_longer(drafter: Drafter) -> None:
    call = "time --start 2007-08-01 --months 250 --on 2021-09-22 --today-months"
    shorter, longer = drafter(f"{call} 120 --json").json, drafter(f"{call} 300 --json").json
    assert shorter["counterfactual"]["projected_release"] == "2016-02-07"
    assert (shorter["counterfactual"]["days_longer"], longer["counterfactual"]["days_longer"]) == (
        -3957,
        1522,
    )
    assert "Sentenced today, for comparison (1,522 days longer)" in drafter(f"{call} 300").out
    assert drafter("time --start 2007-08-01 --life --today-months 120 --json").json["counterfactual"]


def test_time_on_the_lower_track(drafter: Drafter) -> None:
    assert drafter("time --start 2026-01-05 --months 120 --without-diploma --json").json["gct_days"] == 420


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("--concurrent five", "“five” is not a term"),
        ("--consecutive -5", "is not a term"),
        ("--earned-credits -1", "earned time credits cannot be below zero"),
        ("--months 12 --life", "give one of the two"),
        ("--today-months 0", "no length"),
    ],
)
def test_time_refuses_what_is_no_term(drafter: Drafter, call: str, told: str) -> None:
    base = "" if "--months" in call else "--months 60 "
    found = drafter(f"time --start 2026-01-05 {base}{call}")
    assert (found.code, found.out) == (2, "")
    assert told in found.err


def test_exhaustion_tells_of_a_move_another_sender_and_a_renewed_motion(drafter: Drafter) -> None:
    call = "exhaustion --received 2026-09-01 --district cand --json"
    plain = "\n".join(drafter(call).json["notes"])
    told = "\n".join(drafter(f"{call} --by family --transferred 2026-09-10 --renewed").json["notes"])
    for words in ("§ 571.61(b)", "present warden", "whether a renewed motion needs a new request"):
        assert words in told
        assert words not in plain


# ---- what a count carried and would carry


def test_penalty_shows_both_days_and_where_the_term_moves(drafter: Drafter) -> None:
    call = "penalty --drug heroin --amount 1200 --priors 1 --sentenced 2009-03-15 --on 2026-11-25"
    told = drafter(f"{call} --json").json
    assert [one["words"] for one in told["days"]] == ["20 years to life", "15 years to life"]
    assert told["moves"] == "the least term falls"
    assert "whether it may be a reason" in drafter(call).out
    same = drafter("penalty --drug heroin --amount 1200 --sentenced 2009-03-15 --json").json
    assert same["moves"] == "the least term is the same"
    up = "penalty --drug heroin --amount 1200 --priors 1 --sentenced 2020-01-01 --on 2018-12-20 --json"
    assert drafter(up).json["moves"] == "the least term rises"


def test_penalty_marks_what_is_not_verified_and_refuses_what_it_does_not_hold(drafter: Drafter) -> None:
    assert CONFIRM in drafter("penalty --drug crack --amount 50 --on 2010-08-02").out
    found = drafter("penalty --drug sugar")
    assert (found.code, found.out) == (2, "")
    assert "knows no drug" in found.err
