"""The window: Qt Widgets over the one door of :mod:`drafter.app`."""

from drafter.ui.binding import mend_binding

mend_binding()
