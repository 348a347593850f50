"""The real law, and a law whose files a test may spoil."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.law import Law

RESOURCES = Path(__file__).parents[2] / "resources"


def read_resource(name: str) -> str:
    return (RESOURCES / name).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def law() -> Law:
    return Law(read_resource)


@pytest.fixture
def spoilt() -> Callable[[str, str, str], Law]:
    """A law in whose file ``name`` the first ``old`` is replaced by ``new``."""

    def make(name: str, old: str, new: str) -> Law:
        def read(asked: str) -> str:
            text = read_resource(asked)
            if asked != name:
                return text
            assert old in text, "the test itself is out of date"
            return text.replace(old, new, 1)

        return Law(read)

    return make
