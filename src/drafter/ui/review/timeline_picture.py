"""The timeline drawn: on the screen in the colours of the theme, on paper in black on white.

What an event is about is told by the shape of its sign, and what lies ahead by hollow signs and dashes, so
that nothing depends on colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageWriter, QPainter, QPen, QPolygonF
from PySide6.QtSvg import QSvgGenerator

from drafter.core.dates import long_date
from drafter.practice.timeline import COURT, CUSTODY, DEADLINE, HEALTH, KINDS, MOTION, WARDEN, TimelineEvent
from drafter.ui.review.paper import DOTS_PER_INCH, pdf_writer
from drafter.ui.review.timeline_layout import AXIS, ELBOW, LABELS, Label, Placed, placed, wrapped

#: On paper one unit is a point: letter paper less an inch on each side, in type of ten points.
PAPER_WIDTH: Final = 468
PAPER_HEIGHT: Final = 648
_PAPER_TYPE: Final = 10
_POINTS_PER_INCH: Final = 72
_PER_METRE: Final = 39.3701  # inches


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a drawing, and its type."""

    text: QColor
    ground: QColor
    font: QFont


def paper_ink() -> Ink:
    """Black on white."""
    font = QFont("Liberation Serif")
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(_PAPER_TYPE)
    return Ink(QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white), font)


class TimelinePicture:
    """The picture of ``events`` as of ``today``, ``width`` units wide."""

    def __init__(
        self, title: str, events: Sequence[TimelineEvent], today: date, ink: Ink, width: float
    ) -> None:
        """Place everything; :meth:`draw` draws it."""
        self._ink, self._width = ink, width
        self._metrics, self._bold = QFontMetricsF(ink.font), QFont(ink.font)
        self._bold.setBold(True)
        self._title = wrapped(title, width, QFontMetricsF(self._bold).horizontalAdvance)
        self.line = self._metrics.height()
        self.today = today
        self.kinds = [kind for kind in KINDS if any(event.kind == kind for event in events)]
        self.placed: Placed = placed(
            events, today, width=width, line=self.line, length=self._metrics.horizontalAdvance
        )

    @property
    def size(self) -> QSize:
        """The whole picture, title and key included."""
        key = (len(self.kinds) + 3) * self.line
        return QSize(round(self._width), round(self._head + self.placed.height + key))

    @property
    def _head(self) -> float:
        """The height of the title and of the day below it."""
        return (len(self._title) + 2) * self.line

    def draw(self, painter: QPainter) -> None:
        """Draw the picture; one unit of the painter is one unit of the picture."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self._width, self.size.height()), self._ink.ground)
        painter.setPen(QPen(self._ink.text, self.line / 14))
        painter.setFont(self._bold)
        self._lines(painter, 0, 0, self._title)
        painter.setFont(self._ink.font)
        self._lines(painter, 0, len(self._title) * self.line, (f"As of {long_date(self.today)}",))
        painter.save()
        painter.translate(0, self._head)
        self._axis(painter)
        for label in self.placed.labels:
            self._label(painter, label)
        painter.translate(0, self.placed.height + self.line)
        self._key(painter)
        painter.restore()

    def _lines(self, painter: QPainter, left: float, top: float, lines: Sequence[str]) -> None:
        for number, words in enumerate(lines):
            painter.drawText(QPointF(left, top + number * self.line + self._metrics.ascent()), words)

    def _axis(self, painter: QPainter) -> None:
        x, today = AXIS * self.line, self.placed.today
        painter.drawLine(QPointF(x, 0), QPointF(x, today))
        painter.setPen(self._pen(ahead=True))
        painter.drawLine(QPointF(x, today), QPointF(x, self.placed.height))
        painter.setPen(self._pen(ahead=False))
        for year, at in self.placed.years:
            painter.drawLine(QPointF(x - self.line / 3, at), QPointF(x, at))
            painter.drawText(QPointF(0, at + self._metrics.capHeight() / 2), str(year))

    def _label(self, painter: QPainter, label: Label) -> None:
        line = self.line
        middle = label.top + line / 2
        painter.setPen(self._pen(ahead=label.event.ahead))
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(AXIS * line, label.at),
                    QPointF(ELBOW * line, middle),
                    QPointF((LABELS - 1.2) * line, middle),
                ]
            )
        )
        self._sign(painter, label.event, QPointF((LABELS - 0.7) * line, middle))
        painter.setPen(self._pen(ahead=False))
        self._lines(painter, LABELS * line, label.top, label.lines)

    def _sign(self, painter: QPainter, event: TimelineEvent, at: QPointF) -> None:
        painter.setPen(self._pen(ahead=False))
        painter.setBrush(self._ink.ground if event.ahead else self._ink.text)
        _shape(painter, event.kind, at, self.line * 0.32)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _key(self, painter: QPainter) -> None:
        """What the signs mean."""
        line = self.line
        for number, kind in enumerate(self.kinds):
            middle = QPointF(line / 2, number * line + line / 2)
            painter.setBrush(self._ink.text)
            _shape(painter, kind, middle, line * 0.32)
            self._lines(painter, 1.5 * line, number * line, (KINDS[kind],))
        words = "Hollow signs and dashed lines: still ahead on that day."
        self._lines(painter, 0, (len(self.kinds) + 0.25) * line, (words,))

    def _pen(self, *, ahead: bool) -> QPen:
        pen = QPen(self._ink.text, self.line / 14)
        if ahead:
            pen.setDashPattern([4, 3])
        return pen


def _shape(painter: QPainter, kind: str, at: QPointF, size: float) -> None:
    """The sign of a kind around ``at``, ``size`` from its middle to its edge."""
    corners = {
        COURT: ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        WARDEN: ((0, -1.1), (1.1, 0.9), (-1.1, 0.9)),
        HEALTH: ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
        MOTION: ((0, 1.1), (1.1, -0.9), (-1.1, -0.9)),
        DEADLINE: (
            *((-0.35, -1.1), (0.35, -1.1), (0.35, -0.35), (1.1, -0.35), (1.1, 0.35), (0.35, 0.35)),
            *((0.35, 1.1), (-0.35, 1.1), (-0.35, 0.35), (-1.1, 0.35), (-1.1, -0.35), (-0.35, -0.35)),
        ),
    }
    if kind == CUSTODY:
        painter.drawEllipse(at, size, size)
        return
    painter.drawPolygon(QPolygonF([QPointF(at.x() + x * size, at.y() + y * size) for x, y in corners[kind]]))


# --- files -------------------------------------------------------------------------------------------------


def as_svg(picture: TimelinePicture) -> bytes:
    """Return the picture as a scalable drawing."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_POINTS_PER_INCH)
    generator.setSize(picture.size)
    generator.setViewBox(QRectF(QPointF(0, 0), picture.size))
    generator.setTitle("Timeline")
    painter = QPainter(generator)
    picture.draw(painter)
    painter.end()
    return bytes(buffer.data().data())


def as_png(picture: TimelinePicture) -> bytes:
    """Return the picture at 300 dots per inch."""
    scale = DOTS_PER_INCH / _POINTS_PER_INCH
    image = QImage(picture.size * scale, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(DOTS_PER_INCH * _PER_METRE))
    image.setDotsPerMeterY(round(DOTS_PER_INCH * _PER_METRE))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    picture.draw(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def as_pdf(picture: TimelinePicture) -> bytes:
    """Return the picture on one sheet of letter paper, smaller where it would not fit otherwise."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = pdf_writer(buffer)
    painter = QPainter(writer)
    fit = min(1.0, PAPER_HEIGHT / picture.size.height())
    scale = fit * DOTS_PER_INCH / _POINTS_PER_INCH
    painter.scale(scale, scale)
    picture.draw(painter)
    painter.end()
    return bytes(buffer.data().data())


#: Suffix → what makes the file.
FILES: Final = {".svg": as_svg, ".png": as_png, ".pdf": as_pdf}
