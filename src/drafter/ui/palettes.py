"""The colours of the themes that are our own, by their roles in Qt's palette."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QPalette

_ROLE: Final = QPalette.ColorRole
_LIGHT: Final = {
    _ROLE.Window: "#f4f4f2",
    _ROLE.WindowText: "#1c1c1a",
    _ROLE.Base: "#ffffff",
    _ROLE.AlternateBase: "#f0f0ed",
    _ROLE.ToolTipBase: "#ffffff",
    _ROLE.ToolTipText: "#1c1c1a",
    _ROLE.Text: "#1c1c1a",
    _ROLE.Button: "#ebebe8",
    _ROLE.ButtonText: "#1c1c1a",
    _ROLE.BrightText: "#b3261e",
    _ROLE.Light: "#ffffff",
    _ROLE.Midlight: "#f8f8f6",
    _ROLE.Mid: "#b9b9b4",
    _ROLE.Dark: "#9c9c97",
    _ROLE.Shadow: "#6f6f6b",
    _ROLE.Highlight: "#1f5fa8",
    _ROLE.HighlightedText: "#ffffff",
    _ROLE.Accent: "#1f5fa8",
    _ROLE.Link: "#1f5fa8",
    _ROLE.LinkVisited: "#6b4a9e",
}
_DARK: Final = {
    _ROLE.Window: "#202224",
    _ROLE.WindowText: "#e8e8e4",
    _ROLE.Base: "#2f3337",
    _ROLE.AlternateBase: "#363a3f",
    _ROLE.ToolTipBase: "#3a3f43",
    _ROLE.ToolTipText: "#e8e8e4",
    _ROLE.Text: "#e8e8e4",
    _ROLE.Button: "#3a3f43",
    _ROLE.ButtonText: "#e8e8e4",
    _ROLE.BrightText: "#ff9d94",
    _ROLE.Light: "#4a4e52",
    _ROLE.Midlight: "#404447",
    _ROLE.Mid: "#5c6166",
    _ROLE.Dark: "#17191a",
    _ROLE.Shadow: "#0e0f10",
    _ROLE.Highlight: "#2f6db5",
    _ROLE.HighlightedText: "#ffffff",
    _ROLE.Accent: "#5b97dd",
    _ROLE.Link: "#8bbcf5",
    _ROLE.LinkVisited: "#c5a9f0",
}
_BLACK_ON_WHITE: Final = {
    **_LIGHT,
    **dict.fromkeys((_ROLE.Window, _ROLE.Base, _ROLE.Button), "#ffffff"),
    _ROLE.AlternateBase: "#ececec",
    **dict.fromkeys(
        (
            _ROLE.WindowText,
            _ROLE.Text,
            _ROLE.ButtonText,
            _ROLE.ToolTipText,
            _ROLE.Light,
            _ROLE.Mid,
            _ROLE.Dark,
            _ROLE.Shadow,
        ),
        "#000000",
    ),
    **dict.fromkeys((_ROLE.Highlight, _ROLE.Accent, _ROLE.Link), "#003a80"),
    _ROLE.Midlight: "#808080",
    _ROLE.BrightText: "#8a0000",
    _ROLE.LinkVisited: "#4b1f80",
}
_WHITE_ON_BLACK: Final = {
    **_DARK,
    **dict.fromkeys(
        (_ROLE.Window, _ROLE.Base, _ROLE.Button, _ROLE.ToolTipBase, _ROLE.Shadow),
        "#000000",
    ),
    _ROLE.AlternateBase: "#1c1c1c",
    **dict.fromkeys(
        (
            _ROLE.WindowText,
            _ROLE.Text,
            _ROLE.ButtonText,
            _ROLE.ToolTipText,
            _ROLE.Mid,
            _ROLE.Light,
            _ROLE.Dark,
        ),
        "#ffffff",
    ),
    _ROLE.Midlight: "#808080",
    **dict.fromkeys((_ROLE.Highlight, _ROLE.Accent), "#ffd54a"),
    _ROLE.HighlightedText: "#000000",
    _ROLE.Link: "#a6d0ff",
    _ROLE.LinkVisited: "#dcc4ff",
}
#: The colours of each theme by its name.
PALETTES: Final = {
    "light": _LIGHT,
    "dark": _DARK,
    "black-on-white": _BLACK_ON_WHITE,
    "white-on-black": _WHITE_ON_BLACK,
}
