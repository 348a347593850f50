"""For every question: its plain-language twin, who knows the answer, where it stands, what is said against it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from drafter.practice.guidance import (
    after,
    family,
    health,
    kit,
    life,
    matter,
    other_reasons,
    request,
    sentence,
)
from drafter.practice.guidance.guide import Guide

__all__ = ["GUIDES", "Guide"]

#: Question id → its guide.
GUIDES: Mapping[str, Guide] = MappingProxyType(
    {
        **matter.GUIDES,
        **sentence.GUIDES,
        **request.GUIDES,
        **health.GUIDES,
        **family.GUIDES,
        **other_reasons.GUIDES,
        **life.GUIDES,
        **after.GUIDES,
        **kit.GUIDES,
    }
)
