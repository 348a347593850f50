"""The dated law: tables, authorities, districts, and the arithmetic of time.  Pure: no file, no clock."""

from __future__ import annotations

from drafter.law.load import Law
from drafter.law.reading import LawFileError, NotInLawError

__all__ = ["Law", "LawFileError", "NotInLawError"]
