"""The window: Qt Widgets over the one door of :mod:`drafter.app`."""

from drafter.ui.app import open_window

__all__ = ["open_window"]
