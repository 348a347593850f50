"""Light and dark, and the size of all text: the system's own choice unless the user makes another.

The palette is the only means: no style sheet, so that high-contrast settings and native styles keep working.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QFont, QPalette

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

THEMES: Final = {
    "system": "As the system",
    "light": "Light",
    "dark": "Dark",
    "black-on-white": "High contrast, black on white",
    "white-on-black": "High contrast, white on black",
}
#: Sizes of text in percent of the system's own.
SCALES: Final = (100, 110, 125, 150, 175, 200, 225, 250, 300)

_ROLE: Final = QPalette.ColorRole
#: No system has these as a scheme to switch to, so they are always ours.
_HIGH_CONTRAST: Final = ("black-on-white", "white-on-black")
_MUTED_SHARE: Final = 0.68  # of the text colour, the rest is ground: about 5:1 on white and on dark
_MUTED_SHARE_HIGH: Final = 0.8  # in high contrast: more than 7:1
#: Whether the system has no style of its own, so that Qt's portable one, Fusion, is used.
_FUSION_AT_HOME: Final = sys.platform not in {"win32", "darwin"}
#: Fusion draws the frame of a box to tick darker than the ground: on a dark ground it is not seen, on a light
#: one hardly.  These widgets get another ground, which shows in their frames alone.
_BOXES: Final = (
    "QCheckBox",
    "QRadioButton",
    "QListWidget",
    "QTableView",
    "QLineEdit",
    "QPlainTextEdit",
    "QComboBox",
)
#: Share of the text's colour in that ground, on dark and on light, so that a frame has a contrast of 3:1.
_BOX_SHARE_DARK, _BOX_SHARE_LIGHT = 0.8, 0.35


class Theme(QObject):
    """The look of the application; a widget with colours of its own follows its ``PaletteChange`` event."""

    def __init__(self, application: QApplication) -> None:
        """Take over the look of ``application``."""
        super().__init__(application)
        self._application = application
        #: The name of the system’s style, looked up when it is first left; QStyle takes long to make.
        self._style = ""
        self._point_size = application.font().pointSizeF()
        self.name = "system"
        self.scale = SCALES[0]
        self._fusion = _FUSION_AT_HOME
        self._high = False  # whether the system asks for high contrast and cannot show it by itself
        self._hints = application.styleHints()  # kept, or what is asked of it is gone with it
        self._hints.colorSchemeChanged.connect(self._refresh)
        self._soften_muted()

    def choose(self, name: str) -> None:
        """Use the theme ``name``, a key of :data:`THEMES`; an unknown name means the system's."""
        name = name if name in THEMES else "system"
        if name == self.name:
            return
        self._style = self._style or self._application.style().name()
        self.name = name
        self._hints.setColorScheme(_scheme(name))
        self._refresh()

    def follow_contrast(self) -> None:
        """Follow the system's wish for high contrast from now on, while the theme is the system's.

        It is asked for when the list of cases is there, because asking loads a large part of Qt.
        """
        hints = self._hints.accessibility()
        hints.contrastPreferenceChanged.connect(self.prefer_contrast)
        self.prefer_contrast(hints.contrastPreference())

    def prefer_contrast(self, wish: Qt.ContrastPreference) -> None:
        """Show high contrast where the system wishes it; native styles do so by themselves."""
        from PySide6.QtCore import Qt  # as in _scheme

        high = wish == Qt.ContrastPreference.HighContrast and _FUSION_AT_HOME
        if high != self._high:
            self._style = self._style or self._application.style().name()
            self._high = high
            self._refresh()

    @property
    def shown(self) -> str:
        """The theme in sight, which is one of high contrast where the system's choice means that."""
        if self.name != "system" or not self._high:
            return self.name
        dark = self._hints.colorScheme() == _scheme("dark")
        return "white-on-black" if dark else "black-on-white"

    def zoom(self, percent: int) -> None:
        """Show all text at ``percent`` of the system's size, taken to the nearest of :data:`SCALES`."""
        before, self.scale = self.scale, min(SCALES, key=lambda scale: abs(scale - percent))
        self._grow_boxes(before)
        font = QFont(self._application.font())
        font.setPointSizeF(self._point_size * self.scale / 100)
        if font == self._application.font():
            return
        self._application.setFont(font)
        from drafter.ui.indicators import measure_anew  # not for text of the usual size at the start

        # The widgets have the font when the events are sent that Qt has posted now.
        QTimer.singleShot(0, partial(measure_anew, self._application))

    def step(self, steps: int) -> None:
        """Show all text some steps larger, or smaller where ``steps`` is negative."""
        place = SCALES.index(self.scale) + steps
        self.zoom(SCALES[max(0, min(place, len(SCALES) - 1))])

    def _refresh(self) -> None:
        from PySide6.QtWidgets import QStyleFactory  # as in _scheme

        scheme, shown = self._hints.colorScheme(), self.shown
        obeyed = scheme == _scheme(shown) and shown not in _HIGH_CONTRAST
        if shown == "system" or obeyed:
            if self._style and self._application.style().name() != self._style:
                self._application.setStyle(QStyleFactory.create(self._style))
            self._fusion = _FUSION_AT_HOME
            self._application.setPalette(QPalette())
        else:
            # The platform has no colour schemes to switch between, so its native style cannot follow either.
            # Fusion draws its frames darker than the ground, which on black is not seen; the old style of
            # Windows draws them in the palette's own colours.
            self._fusion = shown not in _HIGH_CONTRAST
            self._application.setStyle(QStyleFactory.create("Fusion" if self._fusion else "Windows"))
            from drafter.ui.palettes import PALETTES  # a start in the system's theme does without them

            self._application.setPalette(_palette(PALETTES[shown]))
        self._grow_boxes()
        self._soften_muted()

    def _grow_boxes(self, before: int = SCALES[0]) -> None:
        if self.scale != before:
            from drafter.ui.indicators import grow  # it loads QStyle, so not for text of the usual size

            grow(self._application, self.scale)

    def _soften_muted(self) -> None:
        palette = self._application.palette()
        ground, text = palette.color(_ROLE.Window), palette.color(_ROLE.WindowText)
        if self.shown == "system":
            palette = QPalette()  # only the one role is ours; the others keep following the system
        palette.setColor(
            _ROLE.PlaceholderText,
            _between(ground, text, _MUTED_SHARE_HIGH if is_high_contrast(palette) else _MUTED_SHARE),
        )
        self._application.setPalette(palette)
        if self._fusion:
            self._show_boxes()

    def _show_boxes(self) -> None:
        """Make the frames of boxes seen; the palette of all, set before, has taken the old ones away."""
        boxes, heading = QPalette(), QPalette()  # the application's, of which these set one role each
        ground, text = heading.color(_ROLE.Window), heading.color(_ROLE.WindowText)
        share = _BOX_SHARE_DARK if is_dark(heading) else _BOX_SHARE_LIGHT
        boxes.setColor(_ROLE.Window, _between(ground, text, share))
        heading.setColor(_ROLE.Window, ground)  # or it would take its table's and show it beside its last one
        self._application.setPalette(heading, "QHeaderView")  # type: ignore[arg-type]  # the stub has bytes
        for widgets in _BOXES:
            self._application.setPalette(boxes, widgets)  # type: ignore[arg-type]


def _scheme(name: str) -> Qt.ColorScheme:
    from PySide6.QtCore import Qt  # see labels.py: a start in the system's theme does without it

    light, dark = Qt.ColorScheme.Light, Qt.ColorScheme.Dark
    schemes = {"light": light, "dark": dark, "black-on-white": light, "white-on-black": dark}
    return schemes.get(name, Qt.ColorScheme.Unknown)


def _palette(colours: dict[QPalette.ColorRole, str]) -> QPalette:
    palette = QPalette()
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    ground, text = QColor(colours[_ROLE.Window]), QColor(colours[_ROLE.Text])
    for role in (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, _between(ground, text, 0.5))
    palette.setColor(QPalette.ColorGroup.Disabled, _ROLE.Highlight, QColor(colours[_ROLE.Mid]))
    if is_high_contrast(palette):
        # The old style draws a shadow of every text that cannot be used, and half of its frame, in these.
        for role in (_ROLE.Light, _ROLE.Dark, _ROLE.Shadow):
            palette.setColor(QPalette.ColorGroup.Disabled, role, ground)
    return palette


def _between(ground: QColor, text: QColor, share: float) -> QColor:
    """The opaque colour that ``share`` of ``text`` makes on ``ground``."""
    mixed = [round(g + (t - g) * share) for g, t in zip(_rgb(ground), _rgb(text), strict=True)]
    return QColor(*mixed)


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def is_dark(palette: QPalette) -> bool:
    """Whether ``palette`` shows light text on a dark ground."""
    return palette.color(_ROLE.Window).lightness() < palette.color(_ROLE.WindowText).lightness()


def is_high_contrast(palette: QPalette) -> bool:
    """Whether ``palette`` shows black and white alone, as our themes of high contrast and the systems' do."""
    return {palette.color(role).rgb() & 0xFFFFFF for role in (_ROLE.Window, _ROLE.WindowText)} == {
        0,
        0xFFFFFF,
    }


def _chosen(palette: QPalette, dark: str, light: str, high: str) -> QColor:
    """The colour for ``palette``: on dark, on light, or on the white of high contrast."""
    if is_dark(palette):
        return QColor(dark)
    return QColor(high if is_high_contrast(palette) else light)


def problem_colour(palette: QPalette) -> QColor:
    """The colour of what is wrong; always beside words and a sign, never alone."""
    return _chosen(palette, "#ff9d94", "#b3261e", "#8a0000")


def missing_colour(palette: QPalette) -> QColor:
    """The colour of what is still missing; always beside words."""
    return _chosen(palette, "#f0c060", "#8a5300", "#5c3700")


def done_colour(palette: QPalette) -> QColor:
    """The colour of what is done; always beside words and a sign."""
    return _chosen(palette, "#8fce9b", "#1d6b34", "#0b4a20")


def blank_colours(palette: QPalette) -> tuple[str, str]:
    """Ground and text of a bracketed blank in the preview."""
    return ("#5c4a12", "#fff3cd") if is_dark(palette) else ("#fff0b3", "#3b2d00")


def place_colours(palette: QPalette) -> tuple[QColor, QColor]:
    """Ground and underline of the places in the preview that print the answer in hand."""
    return (
        (QColor("#1f4a66"), QColor("#8bbcf5")) if is_dark(palette) else (QColor("#d3e6fb"), QColor("#1f5fa8"))
    )


def filled_colour(palette: QPalette) -> QColor:
    """Ground of a printed answer in the preview while filled text is shown."""
    return QColor("#2c4a39" if is_dark(palette) else "#e0f0e3")
