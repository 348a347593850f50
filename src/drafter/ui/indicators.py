"""Boxes to tick and buttons to choose as large as their text; loaded only once text has another size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QProxyStyle, QStyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QStyleOption, QWidget

#: The styles that Qt draws itself, with boxes of a fixed size; the others are those of the system.
_OF_FIXED_SIZE: Final = ("fusion", "windows")
_USUAL: Final = 100  # percent
_METRIC: Final = QStyle.PixelMetric
_GROWING: Final = frozenset(
    {
        _METRIC.PM_IndicatorWidth,
        _METRIC.PM_IndicatorHeight,
        _METRIC.PM_ExclusiveIndicatorWidth,
        _METRIC.PM_ExclusiveIndicatorHeight,
    }
)


class Growing(QProxyStyle):
    """The style ``name`` with boxes and buttons at ``percent`` of their usual size."""

    def __init__(self, name: str, percent: int) -> None:
        """Make the style ``name`` anew."""
        super().__init__(name)
        self._name, self.percent = name, percent

    def name(self) -> str:
        """Return the name of the style that draws; Qt gives a proxy none."""
        return self._name

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Return the size of a part of a widget in pixels."""
        usual = super().pixelMetric(metric, option, widget)
        return round(usual * self.percent / _USUAL) if metric in _GROWING else usual


def grow(application: QApplication, percent: int) -> None:
    """Draw boxes and buttons of ``application`` at ``percent`` of their usual size, before its font follows.

    A style is not made anew for every size: widgets would keep heights that they took between style and font.
    """
    style = application.style()
    if isinstance(style, Growing):
        style.percent = percent
    elif percent != _USUAL and style.name().lower() in _OF_FIXED_SIZE:
        application.setStyle(Growing(style.name(), percent))


def measure_anew(application: QApplication) -> None:
    """Let every list to choose from measure itself after the font was changed.

    Qt forgets its usual size then, but not the least one, which it forgets with another style alone.
    """
    for window in application.topLevelWidgets():
        for box in window.findChildren(QComboBox):
            application.sendEvent(box, QEvent(QEvent.Type.StyleChange))
            box.updateGeometry()
