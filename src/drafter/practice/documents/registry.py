"""The documents of the kit, in the order in which a court would read them."""

from __future__ import annotations

from drafter.practice.documents.document import Document
from drafter.practice.documents.motion import MOTION

DOCUMENTS: tuple[Document, ...] = (MOTION,)
