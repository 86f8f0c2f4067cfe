"""Which countries and kinds of numbers are in a list, as a small chart."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from exogui.gui.models.list_summary_data import ListSummaryData, Share
from exogui.gui.speech import say
from exogui.gui.theme import SMALL_SIZE, UNIT, current_tokens, set_role, tabular
from exogui.gui.widgets.counts_bar import CountPart, paint_part, part_widths
from exogui.gui.widgets.labels import make_label
from exogui.messages import list_summary as texts

_LINE_HEIGHT = 20
_BAR_HEIGHT, _LEAST_BAR = 5, 3
_COUNTRY_HEIGHT = _LINE_HEIGHT + _BAR_HEIGHT + 6
_KINDS_BAR_HEIGHT = 12
_SWATCH = 10

_Pattern = Qt.BrushStyle
_KIND_LOOKS = (
    ("accent", _Pattern.SolidPattern),
    ("already_there", _Pattern.BDiagPattern),
    ("accent", _Pattern.FDiagPattern),
    ("ready", _Pattern.SolidPattern),
    ("worth_look", _Pattern.DiagCrossPattern),
    ("muted", _Pattern.SolidPattern),
)
"""By the place of a kind: told apart by pattern where not by colour."""


class ListSummaryCard(QFrame):
    """Hidden while there is nothing to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list_summary")
        self.setAccessibleName(say(texts.TITLE))
        set_role(self, "card")
        self.countries = CountryBars()
        self.kinds = KindsChart()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 14)
        layout.setSpacing(UNIT)
        layout.addWidget(make_label(say(texts.TITLE), "heading", name="list_summary_title"))
        layout.addWidget(self.countries)
        layout.addWidget(self.kinds)
        self.hide()

    def set_summary(self, data: ListSummaryData | None) -> None:
        """Show ``data``; None when there is nothing to say about the list."""
        self.setVisible(data is not None and data.rows > 0)
        if data is not None:
            self.countries.set_shares(data.countries, data.rows)
            self.kinds.set_shares(data.kinds)
            said = (self.countries.accessibleDescription(), self.kinds.accessibleDescription())
            self.setAccessibleDescription(". ".join(filter(None, said)))


class CountryBars(QWidget):
    """A line for each country: its name, its share, and a bar as long as the share."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("country_bars")
        self.setAccessibleName(say(texts.COUNTRIES))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shares: tuple[Share, ...] = ()
        self._rows = 0

    def set_shares(self, shares: tuple[Share, ...], rows: int) -> None:
        """Show ``shares`` of ``rows`` rows."""
        self._shares, self._rows = shares, rows
        self.setAccessibleDescription(", ".join(self._said(share) for share in shares))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, len(self._shares) * _COUNTRY_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def bars(self) -> list[QRectF]:
        """Where each share's bar is painted."""
        return [
            QRectF(
                0,
                place * _COUNTRY_HEIGHT + _LINE_HEIGHT,
                max(self.width() * share.count / max(self._rows, 1), _LEAST_BAR),
                _BAR_HEIGHT,
            )
            for place, share in enumerate(self._shares)
        ]

    def _said(self, share: Share) -> str:
        return say(
            texts.COUNTRY_SPOKEN, country=share.name, count=share.count, percent=self._percent(share.count)
        )

    def _percent(self, count: int) -> str:
        percent = 100 * count // max(self._rows, 1)
        return say(texts.PERCENT, n=percent) if percent else say(texts.UNDER_ONE_PERCENT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = tabular(size=SMALL_SIZE)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        for place, (share, bar) in enumerate(zip(self._shares, self.bars(), strict=True)):
            line = QRect(0, place * _COUNTRY_HEIGHT, self.width(), _LINE_HEIGHT - 2)
            percent = self._percent(share.count)
            painter.setPen(QColor(tokens.muted))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent)
            room = line.adjusted(0, 0, -metrics.horizontalAdvance(percent) - UNIT, 0)
            painter.setPen(QColor(tokens.text))
            name = metrics.elidedText(share.name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
            painter.setPen(Qt.PenStyle.NoPen)
            groove = QRectF(0, bar.y(), self.width(), _BAR_HEIGHT)
            for rect, colour in ((groove, tokens.sunk), (bar, tokens.muted if share.rest else tokens.accent)):
                painter.setBrush(QColor(colour))
                painter.drawRoundedRect(rect, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)


class KindsChart(QWidget):
    """One bar of all kinds, and below it what its parts mean, in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kinds_chart")
        self.setAccessibleName(say(texts.KINDS))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._parts: list[CountPart] = []

    def set_shares(self, shares: tuple[Share, ...]) -> None:
        """Show ``shares``, whose looks go by their place; those that count nothing are left out."""
        looks = zip(shares, _KIND_LOOKS, strict=False)
        self._parts = [
            CountPart(share.name, share.count, tint, pattern)
            for share, (tint, pattern) in looks
            if share.count
        ]
        said = (say(texts.KIND_SPOKEN, kind=part.label, count=part.count) for part in self._parts)
        self.setAccessibleDescription(", ".join(said))
        self.setVisible(bool(self._parts))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        lowest = places[-1].bottom() + 1 if places else 0
        return max(lowest, _KINDS_BAR_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _KINDS_BAR_HEIGHT)

    @staticmethod
    def _font() -> QFont:
        return tabular(size=SMALL_SIZE)

    @staticmethod
    def _label(part: CountPart) -> str:
        return f"{part.label} {say.number(part.count)}"

    def _places(self, width: int) -> list[QRect]:
        """Where the name of each part stands, its swatch included."""
        metrics = QFontMetrics(self._font())
        x, y = 0, _KINDS_BAR_HEIGHT + UNIT
        places = []
        for part in self._parts:
            needed = _SWATCH + 6 + metrics.horizontalAdvance(self._label(part))
            if x and x + needed > width:
                x, y = 0, y + _LINE_HEIGHT
            places.append(QRect(x, y, min(needed, width), _LINE_HEIGHT))
            x += needed + 2 * UNIT
        return places

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bar(painter)
        painter.setFont(self._font())
        painter.setPen(QColor(current_tokens().text))
        for part, place in zip(self._parts, self._places(self.width()), strict=True):
            swatch = QRectF(place.left(), place.center().y() - _SWATCH / 2 + 1, _SWATCH, _SWATCH)
            _paint_rounded(painter, swatch, part, 3)
            words = place.adjusted(_SWATCH + 6, 0, 0, 0)
            painter.drawText(
                words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._label(part)
            )

    def _paint_bar(self, painter: QPainter) -> None:
        gaps = 2 * (len(self._parts) - 1)
        x = 0.0
        widths = part_widths([part.count for part in self._parts], self.width() - gaps)
        for part, width in zip(self._parts, widths, strict=True):
            _paint_rounded(painter, QRectF(x, 0, width, _KINDS_BAR_HEIGHT), part, 3)
            x += width + 2


def _paint_rounded(painter: QPainter, rect: QRectF, part: CountPart, radius: float) -> None:
    outline = QPainterPath()
    outline.addRoundedRect(rect, radius, radius)
    painter.save()
    painter.setClipPath(outline)
    paint_part(painter, rect, part)
    painter.restore()
