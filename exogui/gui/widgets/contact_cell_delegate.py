"""Paints and edits one cell of the contacts table."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPixmap, QStaticText, QTextLayout
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from exogui.contacts.problems import Severity
from exogui.gui.icons import pixmap
from exogui.gui.models.contact_filter_proxy_model import ContactFilterProxyModel
from exogui.gui.speech import say
from exogui.gui.theme import current_tokens
from exogui.messages import review

CELL_PADDING = 12
"""Pixels left and right of a cell's text; the header's texts stand in line with it."""
ICON_SIZE = 16
ICON_SPACE = ICON_SIZE + 6
_REMEMBERED_TEXTS = 4096

ModelIndex = QModelIndex | QPersistentModelIndex


class _LaidOut(NamedTuple):
    text: QStaticText
    rise: int
    """Pixels from the cell's middle up to the text's top."""


class ContactCellDelegate(QStyledItemDelegate):
    """Draws from :meth:`ContactFilterProxyModel.cell` and keeps the laid-out texts.

    The standard delegate asks the model seven times for each cell and lays its text out again at every
    repaint; this one asks once and remembers, which more than halves the time of a repaint.
    """

    def __init__(self, proxy: ContactFilterProxyModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._proxy = proxy
        self.shows_selection = False
        """Whether selected cells are tinted; a single selected cell has its frame and needs no tint."""
        self._texts: dict[tuple[str, int], _LaidOut] = {}
        self.refresh(parent.font(), parent.devicePixelRatioF())

    def refresh(self, font: QFont, dpr: float) -> None:
        """Call when the font or the colours have changed."""
        tokens = current_tokens()
        self._texts.clear()
        self._dpr = dpr
        self._font = font
        self._metrics = QFontMetrics(font)
        self._text_colour = QColor(tokens.text)
        self._muted = QColor(tokens.muted)
        self._selection = QColor(tokens.accent_soft)
        self._backgrounds: dict[Severity | None, QColor] = {
            Severity.ERROR: QColor(tokens.must_fix_soft),
            Severity.WARNING: QColor(tokens.worth_look_soft),
        }
        self._icons: dict[Severity | None, QPixmap] = {
            Severity.ERROR: pixmap("error-circle", "must_fix", ICON_SIZE, dpr),
            Severity.WARNING: pixmap("warning-triangle", "worth_look", ICON_SIZE, dpr),
        }

    def follow_screen(self, font: QFont, dpr: float) -> None:
        """Call before painting: the window may have been moved to a screen with another pixel ratio."""
        if dpr != self._dpr:
            self.refresh(font, dpr)

    # --- painting --------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        text, severity, sent = self._proxy.cell(index.row(), index.column())
        rect: QRect = option.rect
        x, y, width, height = rect.x(), rect.y(), rect.width(), rect.height()
        if self.shows_selection and option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._selection)
        elif severity is not None:
            painter.fillRect(rect, self._backgrounds[severity])
        if severity is not None:
            painter.drawPixmap(x + CELL_PADDING, y + (height - ICON_SIZE) // 2, self._icons[severity])
            x += ICON_SPACE
            width -= ICON_SPACE
        if text:
            laid_out = self._texts.get((text, width)) or self._lay_out(text, width)
            painter.setPen(self._text_colour if sent else self._muted)
            painter.drawStaticText(x + CELL_PADDING, y + (height >> 1) - laid_out.rise, laid_out.text)

    def _lay_out(self, text: str, width: int) -> _LaidOut:
        if len(self._texts) >= _REMEMBERED_TEXTS:
            self._texts.clear()
        one_line = " ".join(text.splitlines())
        shown = self._metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, width - 2 * CELL_PADDING)
        static = QStaticText(shown)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        ascent = self._metrics.ascent() if shown.isascii() else _ascent(shown, self._font)
        # Capitals and figures stand in the middle of the cell.
        laid_out = _LaidOut(static, ascent - (self._metrics.capHeight() + 1) // 2)
        self._texts[text, width] = laid_out
        return laid_out

    # --- editing ---------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: ModelIndex) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("cell_editor")
        column = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        number = index.model().headerData(index.row(), Qt.Orientation.Vertical)
        editor.setAccessibleName(say(review.CELL_EDITOR, column=column, row=number))
        # As large as the cell and with its text where the cell's stood, so that nothing jumps.
        accent = editor.palette().color(QPalette.ColorRole.Accent).name()
        editor.setStyleSheet(
            f"QLineEdit {{ border: 2px solid {accent}; border-radius: 0; padding: 0 8px; min-height: 0; }}"
        )
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: ModelIndex) -> None:
        editor.setGeometry(option.rect)


def _ascent(text: str, font: QFont) -> int:
    """Of this very text: other scripts come from other fonts, and all shall stand on one line."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(float(2**20))
    layout.endLayout()
    return round(line.ascent())
