"""The law beside a question: which provisions, decisions, rules and numbers bear on it, as data, by area and question."""

from __future__ import annotations

from drafter.practice.beside.gather import bearing, law_beside
from drafter.practice.beside.law_beside import HANDFUL, LawBeside

__all__ = ["HANDFUL", "LawBeside", "bearing", "law_beside"]
