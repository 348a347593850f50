"""The window: Qt Widgets over the one door of :mod:`drafter.app`."""

from drafter.ui.app import open_window
from drafter.ui.lasting import make_lasting

__all__ = ["open_window"]

make_lasting()
