"""The certificate of service as a paper of its own; the motion holds one already."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.closing import Service, service, wanted_apart
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.head import CourtPaper, head


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateOfService(CourtPaper):
    """Who was served; what is ``under_seal`` reaches no one through electronic filing."""

    service: Service
    under_seal: bool


def _applies(facts: Facts) -> bool:
    return wanted_apart(facts, "service")


def _make(facts: Facts) -> CertificateOfService:
    return CertificateOfService(**head(facts), service=service(facts), under_seal=facts.yes("kit.sealed"))


SERVICE = PlainDocument("service", _applies, _make)
