"""All of the law against the bare reading of its files, and one question of it against a look into a dict."""

from __future__ import annotations

import time
import tomllib
from datetime import date
from pathlib import Path

from drafter import paths
from drafter.law import Law

_RESOURCES = Path(__file__).resolve().parent.parent / "resources"
_FOLDERS = ("law", "treatment", "authorities", "districts", "texts")
_LOOKUPS = 1000


def loaded(repeats: int) -> tuple[list[float], list[float]]:
    """Times in milliseconds of loading every table, and of parsing the same files as TOML."""
    files = [path for folder in _FOLDERS for path in (_RESOURCES / folder).glob("*.toml")]
    files += _RESOURCES.glob("*.toml")
    ours, bound = [], []
    for _ in range(repeats):
        begun = time.perf_counter()
        for file in files:
            tomllib.loads(file.read_text(encoding="utf-8"))
        between = time.perf_counter()
        _ = Law(paths.resource_text).entries
        ended = time.perf_counter()
        bound.append((between - begun) * 1000)
        ours.append((ended - between) * 1000)
    return ours, bound


def asked(repeats: int) -> tuple[list[float], list[float]]:
    """Times in milliseconds of one dated question of the law, and of one look into a dict."""
    law, on = Law(paths.resource_text), date(2026, 11, 25)
    plain = {("exhaustion_rule", "ca4"): law.position("exhaustion_rule", "ca4", on)}
    law.foreclosed("b6", on, "ca4")
    ours, bound = [], []
    for _ in range(repeats):
        begun = time.perf_counter()
        for _ in range(_LOOKUPS):
            _ = plain["exhaustion_rule", "ca4"]
        between = time.perf_counter()
        for _ in range(_LOOKUPS):
            law.foreclosed("b6", on, "ca4")
        ended = time.perf_counter()
        bound.append((between - begun) * 1000 / _LOOKUPS)
        ours.append((ended - between) * 1000 / _LOOKUPS)
    return ours, bound
