"""Every text can be read on its ground in every theme, by the Web Content Accessibility Guidelines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafter.ui.theme import (
    SCALES,
    THEMES,
    Theme,
    blank_colours,
    done_colour,
    missing_colour,
    problem_colour,
)

Hand = Any  # conftest.Hand
_ROLE = QPalette.ColorRole
_GROUNDS = (_ROLE.Window, _ROLE.Base, _ROLE.AlternateBase)
#: Text roles and the grounds on which this program shows them.
_PAIRS = {
    _ROLE.WindowText: (_ROLE.Window,),
    _ROLE.Text: _GROUNDS,
    _ROLE.PlaceholderText: _GROUNDS,
    _ROLE.Link: _GROUNDS,
    _ROLE.LinkVisited: _GROUNDS,
    _ROLE.ButtonText: (_ROLE.Button,),
    _ROLE.ToolTipText: (_ROLE.ToolTipBase,),
    _ROLE.HighlightedText: (_ROLE.Highlight,),
}


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp)
    yield made
    made.choose("system")
    made.zoom(100)
    made.deleteLater()


def ratio(one: QColor, other: QColor) -> float:
    def luminance(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def every_pair(palette: QPalette) -> Iterator[tuple[str, float]]:
    for text, grounds in _PAIRS.items():
        for ground in grounds:
            yield f"{text.name} on {ground.name}", ratio(palette.color(text), palette.color(ground))
    for name, state in (("problem", problem_colour), ("missing", missing_colour), ("done", done_colour)):
        for ground in _GROUNDS:
            yield f"{name} on {ground.name}", ratio(state(palette), palette.color(ground))
    blank, ink = blank_colours(palette)
    yield "blank", ratio(QColor(blank), QColor(ink))


def test_the_formula_gives_the_known_ratios() -> None:
    assert ratio(QColor("black"), QColor("white")) == pytest.approx(21)
    assert ratio(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", [name for name in THEMES if name != "system"])
def test_every_text_can_be_read_in_every_theme(theme: Theme, name: str) -> None:
    theme.choose(name)
    least = 7 if "-on-" in name else 4.5
    poor = [f"{pair}: {found:.2f}" for pair, found in every_pair(QApplication.palette()) if found < least]
    assert poor == []


def test_text_can_be_three_times_as_large(theme: Theme) -> None:
    before = QApplication.font().pointSizeF()
    theme.zoom(300)
    assert QApplication.font().pointSizeF() == pytest.approx(3 * before)
    assert (SCALES[0], SCALES[-1]) == (100, 300)


def test_the_window_stays_on_a_small_screen_with_the_largest_text(hand: Hand) -> None:
    hand.window.open_sample("vailes")
    hand.zoom(len(SCALES))
    assert hand.window.settings.number("view/scale", 100) == 300
    assert not hand.page.tabs.isVisible()
    for place, section in enumerate(hand.session.sections):
        hand.page.outline.go_to(place)
        hand.page.form.start()
        QTest.qWait(1)
        form = hand.page.form
        assert form.widget().minimumSizeHint().width() <= form.viewport().width(), section.id
    assert (hand.window.width(), hand.window.height()) == (1366, 768)
