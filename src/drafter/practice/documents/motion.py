"""The motion for a reduction in sentence under 18 U.S.C. § 3582(c)(1)(A)."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.background import Background, Prior, background, prior
from drafter.practice.documents.caption import Caption, Counsel, Signature, caption, counsel, signature
from drafter.practice.documents.closing import Exhibit, Service, exhibits, service
from drafter.practice.documents.conduct import Conduct, conduct
from drafter.practice.documents.danger import Danger, danger
from drafter.practice.documents.document import Paper, finished
from drafter.practice.documents.exhaustion_part import ExhaustionPart, exhaustion_part
from drafter.practice.documents.factors import Factors, factors
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.grounds_changed_law import Extent, extent
from drafter.practice.documents.opening import Opening, Summary, Title, flags, opening, summary, title
from drafter.practice.documents.plan import Plan, plan
from drafter.practice.documents.pleaded import Pleaded, pleaded
from drafter.practice.documents.reasons import Reasons, reasons, sections
from drafter.practice.documents.relief import Government, Relief, Victims, government, relief, victims
from drafter.practice.documents.sections import Section
from drafter.practice.documents.served import TimeServed, time_served
from drafter.practice.documents.standard import Standard, standard
from drafter.practice.documents.words import Movant, movant
from drafter.practice.questions.kit import TITLES


@dataclass(frozen=True, slots=True)
class MotionContext:
    """Everything the motion prints, part by part in the order of the paper."""

    flags: tuple[str, ...]
    caption: Caption
    title: Title
    movant: Movant
    counsel: Counsel
    opening: Opening
    summary: Summary
    background: Background
    prior: Prior
    time: TimeServed
    exhaustion: ExhaustionPart
    standard: Standard
    grounds: tuple[Section, ...]
    reasons: Reasons
    conduct: Conduct
    danger: Danger
    factors: Factors
    extent: Extent
    plan: Plan
    victims: Victims
    government: Government
    relief: Relief
    signature: Signature
    conference: tuple[str, ...]
    has_conference: bool
    service: Service
    exhibits: tuple[Exhibit, ...]


class Motion:
    """The motion itself: the one document every case needs."""

    id = "motion"
    title = TITLES["motion"]
    template = "documents/motion.docx"
    twin = True
    pleads = True

    def applies(self, _facts: Facts) -> bool:
        """Return True."""
        return True

    def context(self, facts: Facts) -> MotionContext:
        """What the motion prints."""
        return self._context(facts, pleaded(facts))

    def paper(self, facts: Facts) -> Paper:
        """The motion and what stands in the way of filing it."""
        own = facts.fresh()
        grounds = pleaded(own)
        return finished(own, self._context(own, grounds), grounds.refused)

    @staticmethod
    def _context(facts: Facts, grounds: Pleaded) -> MotionContext:
        """Made in the order of the paper, so that an authority is cited in full where it stands first."""
        conference = facts.paragraphs("certificate.conference")
        return MotionContext(
            flags=flags(facts),
            caption=caption(facts),
            title=title(facts, grounds),
            movant=movant(facts),
            counsel=counsel(facts),
            opening=opening(facts, grounds),
            summary=summary(facts, grounds),
            background=background(facts),
            prior=prior(facts),
            time=time_served(facts),
            exhaustion=exhaustion_part(facts, grounds),
            standard=standard(facts, grounds),
            grounds=sections(facts, grounds),
            reasons=reasons(facts, grounds),
            conduct=conduct(facts),
            danger=danger(facts),
            factors=factors(facts),
            extent=extent(facts, as_reason=grounds.changed_law),
            plan=plan(facts),
            victims=victims(facts),
            government=government(facts),
            relief=relief(facts),
            signature=signature(facts),
            conference=conference,
            has_conference=bool(conference),
            service=service(facts),
            exhibits=exhibits(facts),
        )


MOTION = Motion()
