"""What bears on one question beside its area, or in its area's place where the area does not bear on it."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.practice.beside.bearing import Bearing
from drafter.practice.beside.names import LOCAL
from drafter.practice.questions.warden import RESPONSE

_GCT = ("gct.days_per_year", "gct.days_per_year_without_ged", "gct.sentence_over_years")
_FSA = ("fsa.earning_begins", "fsa.days_per_30", "fsa.extra_days_per_30", "fsa.release_cap_months")
_LAPSE = "exhaustion.lapse_days"
_DENIED_APPEAL = ("remedy.bp9_days", "remedy.bp10_days", "remedy.bp11_days")
_ANSWERS = (
    "remedy.warden_response_days",
    "remedy.warden_extension_days",
    "remedy.regional_response_days",
    "remedy.regional_extension_days",
    "remedy.general_counsel_response_days",
    "remedy.general_counsel_extension_days",
    "remedy.emergency_days",
)
_APPEAL = ("appeal.days", "appeal.extension_days", "appeal.government_days")
_SPECIAL_TERM = (
    "The statute speaks of a term of probation or supervised release, the policy statement of supervised "
    "release only."
)

_COURT: Mapping[str, tuple[Bearing, ...]] = {
    "case.district": (
        Bearing(local=tuple(topic for topic in LOCAL if LOCAL[topic].topics or topic == "caption")),
    ),
    "case.division": (Bearing(local=("caption",)),),
    "case.number": (Bearing(local=("caption",)),),
    "case.filing_date": (
        Bearing(
            cites=("frcrp45",),
            topics=("exhaustion", "claim_processing"),
            positions=("exhaustion_rule",),
            values=(_LAPSE,),
        ),
    ),
    "case.codefendants": (Bearing(topics=("disparity",)),),
    "movant.birth_date": (Bearing(values=("age.min_years", "elder.min_years")),),
    "movant.age_stated": (Bearing(values=("age.min_years", "elder.min_years")),),
    "movant.facility": (Bearing(topics=("exhaustion",), positions=("exhaustion_rule",)),),
}

_SENTENCE: Mapping[str, tuple[Bearing, ...]] = {
    "sentence.life": (Bearing(values=_GCT),),
    "sentence.months": (Bearing(values=_GCT),),
    "sentence.extra_days": (Bearing(values=_GCT),),
    "sentence.supervised_release": (
        Bearing(topics=("supervised_release",), values=("fsa.release_cap_months",)),
    ),
    "custody.since": (Bearing(values=("gct.first_offense_day",)),),
    "custody.full_term_date": (Bearing(values=_GCT),),
    "custody.sheet_reason": (Bearing(values=_GCT),),
    "custody.gct_lost": (Bearing(values=_GCT),),
    "custody.literacy": (Bearing(values=_GCT),),
    "custody.fsa_eligible": (Bearing(cites=("usc18_3624g",), values=_FSA),),
    "custody.fsa_days": (Bearing(cites=("usc18_3624g",), values=_FSA),),
    "custody.home_confinement_date": (Bearing(values=("prerelease.home_percent", "prerelease.home_months")),),
    "custody.prerelease_date": (Bearing(values=("prerelease.rrc_months",)),),
}

_EARLIER: Mapping[str, tuple[Bearing, ...]] = {
    "prior.denied_on": (Bearing(cites=("frap4b",), values=("reconsideration.days", *_APPEAL)),),
    "prior.entered_on": (Bearing(values=("reconsideration.days", *_APPEAL)),),
    "order.ruling": (Bearing(values=("reconsideration.days", *_APPEAL)),),
    "order.entered_on": (Bearing(values=("reconsideration.days", *_APPEAL)),),
    "prior.renewed": (Bearing(values=(_LAPSE,)),),
    "prior.pending_appeal": (Bearing(cites=("frap4b",), values=_APPEAL, alone=True),),
    "prior.appeal_detail": (Bearing(cites=("frap4b",), values=_APPEAL, alone=True),),
}

_REQUEST: Mapping[str, tuple[Bearing, ...]] = {
    "warden.received_on": (Bearing(cites=("frcrp45",)),),
    "warden.response": (
        Bearing(when=RESPONSE.is_("denied"), cites=("cfr28_542",), values=(*_DENIED_APPEAL, *_ANSWERS)),
    ),
    "warden.responded_on": (Bearing(cites=("cfr28_542",), values=(*_DENIED_APPEAL, *_ANSWERS)),),
    "warden.appeals": (Bearing(values=(*_DENIED_APPEAL, *_ANSWERS)),),
    "warden.grounds": (
        Bearing(topics=("exhaustion",), positions=("issue_exhaustion",), values=(_LAPSE,), alone=True),
    ),
    "warden.earlier": (Bearing(topics=("renewed_motion",), positions=("new_request_each_motion",)),),
    "warden.waived": (Bearing(topics=("claim_processing",), positions=("exhaustion_rule",), alone=True),),
    "warden.waiver_detail": (
        Bearing(topics=("claim_processing",), positions=("exhaustion_rule",), alone=True),
    ),
}

_GROUNDS: Mapping[str, tuple[Bearing, ...]] = {
    "change.doubts": (Bearing(topics=("extraordinary_reasons",), arguments=("invalid_conviction",)),),
    "change.doubts_note": (Bearing(topics=("extraordinary_reasons",), arguments=("invalid_conviction",)),),
    "change.among_reasons": (Bearing(arguments=("nonretroactive_change", "invalid_conviction")),),
    "change.extent": (Bearing(topics=("3553a",)),),
    "b5.circumstance": (Bearing(arguments=("nonretroactive_change", "invalid_conviction")),),
    "b5.beyond_rehabilitation": (Bearing(topics=("rehabilitation",), arguments=("rehabilitation_alone",)),),
    "medical.consent": (Bearing(alone=True),),
}

_REST: Mapping[str, tuple[Bearing, ...]] = {
    "factors.since_sentencing": (Bearing(topics=("rehabilitation",)),),
    "factors.disparity": (Bearing(topics=("disparity",)),),
    "factors.codefendants": (Bearing(topics=("disparity",)),),
    "plan.transport": (Bearing(values=("stay.max_days",)),),
    "victims.notice": (Bearing(local=("orders",)),),
    "relief.kind": (Bearing(local=("orders",)),),
    "relief.stay_days": (Bearing(values=("stay.max_days",)),),
    "relief.special_term": (
        Bearing(
            topics=("supervised_release",),
            values=("special_term.cap",),
            explains=(_SPECIAL_TERM,),
        ),
    ),
    "relief.home_detention": (Bearing(topics=("supervised_release",)),),
    "relief.hearing": (Bearing(cites=("frcrp43", "frcrp47"), values=("motion.notice_days",)),),
    "kit.sealed": (Bearing(local=("sealing",)),),
    "exhibits.list": (Bearing(local=("orders",)),),
}

QUESTIONS: Mapping[str, tuple[Bearing, ...]] = {
    **_COURT,
    **_SENTENCE,
    **_EARLIER,
    **_REQUEST,
    **_GROUNDS,
    **_REST,
}
