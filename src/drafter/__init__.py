"""Drafts the federal motion for a sentence reduction under 18 U.S.C. § 3582(c)(1)(A)."""

from __future__ import annotations

__version__ = "0.1.0"
