"""What bears on every question of an area: the first word of a question's id, a section or a ground.

The provisions that a question's own source names are not repeated here; they are shown in any case.
"""

from __future__ import annotations

from collections.abc import Mapping

from drafter.practice.beside.bearing import Bearing
from drafter.practice.grounds import GROUNDS, b1a
from drafter.practice.grounds.ground import Ground

_BINDS = "policy_statement_binds"
_MEDICAL, _FAMILY = ("medical",), ("family",)
#: The most that the Bureau may take to tell of a terminal illness and to process the request.
_NOTICE = ("notice.terminal_hours", "notice.terminal_visit_days", "notice.terminal_process_days")
_DANGER = (
    "In § 3582(c)(1)(A) the words on danger belong to the ground of (ii) alone; the policy statement has them "
    "in its subsection (a), for every ground."
)
#: Ground → topics of the decisions that bear on it.
_TOPICS: Mapping[str, tuple[str, ...]] = {
    "b1A": _MEDICAL,
    "b1B": _MEDICAL,
    "b1C": _MEDICAL,
    "b1D": ("covid", "medical"),
    "b2": _MEDICAL,
    "b3A": _FAMILY,
    "b3B": _FAMILY,
    "b3C": _FAMILY,
    "b3D": _FAMILY,
    "b5": ("extraordinary_reasons", "youth"),
}
_VALUES: Mapping[str, tuple[str, ...]] = {
    "b1A": _NOTICE,
    "b3A": ("child.adult_years",),
    "b2": ("age.min_years", "age.served_years", "age.served_percent"),
    "ii": ("elder.min_years", "elder.served_years"),
}


def _ground(ground: Ground) -> Bearing:
    """The policy statement's node of the ground, or for the ground of the statute its own text."""
    elder = ground.id == "ii"
    return Bearing(
        policy=("a1B",) if elder else (ground.id,),
        texts=("usc18_3582c1A:c1Aii", "usc18_3582c1A:c1A_end") if elder else (),
        topics=_TOPICS.get(ground.id, ()),
        positions=() if elder else (_BINDS,),
        arguments=(ground.id,),
        values=_VALUES.get(ground.id, ()),
    )


AREAS: Mapping[str, tuple[Bearing, ...]] = {
    **{ground.id: (_ground(ground),) for ground in GROUNDS},
    "medical": (Bearing(topics=_MEDICAL, positions=(_BINDS,)),),
    "family": (Bearing(topics=_FAMILY, positions=(_BINDS,)),),
    "change": (
        Bearing(
            policy=("b6", "c"),
            topics=("change_in_law", "disparity"),
            positions=("nonretroactive_change", _BINDS),
            arguments=("b6", "nonretroactive_change", "nonretroactive_guideline"),
            values=("long_sentence.served_years",),
        ),
    ),
    "reasons": (
        Bearing(
            policy=("b",),
            topics=("extraordinary_reasons", "policy_statement"),
            positions=(_BINDS, "nonretroactive_change"),
            arguments=("b6", "nonretroactive_change", "invalid_conviction", "rehabilitation_alone"),
        ),
    ),
    "warden": (
        Bearing(
            topics=("exhaustion", "claim_processing"),
            positions=("exhaustion_rule", "issue_exhaustion"),
            values=("exhaustion.lapse_days",),
        ),
        Bearing(when=b1a.GROUND.asserted.is_(True), cites=("usc18_3582d",), values=_NOTICE),
    ),
    "order": (Bearing(topics=("reconsideration",), positions=("reconsideration",)),),
    "reconsideration": (
        Bearing(
            topics=("reconsideration",), positions=("reconsideration",), values=("reconsideration.days",)
        ),
    ),
    "clemency": (Bearing(values=("clemency.form", "clemency.office", "clemency.pending_challenge")),),
    "prior": (
        Bearing(
            topics=("renewed_motion", "reconsideration"),
            positions=("new_request_each_motion", "reconsideration"),
        ),
    ),
    "conduct": (
        Bearing(
            policy=("d",),
            topics=("rehabilitation",),
            arguments=("rehabilitation_alone",),
        ),
    ),
    "danger": (
        Bearing(
            policy=("a2",),
            topics=("danger",),
            explains=(_DANGER,),
        ),
    ),
    "factors": (Bearing(topics=("3553a",)),),
    "exhibits": (
        Bearing(
            topics=("evidence",),
            local=("sealing", "length", "format"),
        ),
    ),
    "form": (Bearing(local=("format", "length")),),
    "government": (Bearing(local=("conference",)),),
    "certificate": (Bearing(local=("conference",)),),
    "service": (Bearing(cites=("frcrp45",), values=("service.extra_days",)),),
}
