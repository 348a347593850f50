"""Cyclic garbage is searched for in the window's thread alone, so that no other thread destroys a widget."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from drafter.ui.collector import Collector
from drafter.ui.working import work

Hand = Any  # conftest.Hand


@pytest.fixture
def searches() -> Iterator[list[str]]:
    """The threads in which Python has searched."""
    found: list[str] = []

    def note(phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            found.append(threading.current_thread().name)

    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


def many(_stopped: object = None) -> int:
    """Make so many objects that Python would search."""
    kept: list[list[object]] = []
    for _ in range(20_000):
        one: list[object] = []
        one.append(one)
        kept.append(one)
    return len(kept)


def test_no_other_thread_searches_while_the_window_lives(hand: Hand, searches: list[str]) -> None:
    assert work(hand.window, "Working…", many) == 20_000
    assert set(searches) <= {"MainThread"}
    assert not gc.isenabled()


def test_what_is_garbage_goes_all_the_same(qtbot: QtBot, searches: list[str]) -> None:
    parent = QObject()
    collector = Collector(parent)
    many()
    assert searches == []
    collector.search()
    assert searches == ["MainThread"]
    for _ in range(200):
        many()
        collector.search()
    before = len(searches)
    gc.collect(0)
    collector.search()
    assert len(searches) == before + 2, "all objects, once nothing is done"
    assert gc.get_count()[2] == 0
    parent.deleteLater()
    qtbot.waitUntil(gc.isenabled)
