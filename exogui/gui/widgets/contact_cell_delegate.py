"""Paints and edits one cell of the contacts table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPixmap, QTextLayout
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
_REMEMBERED_TEXTS = 1024
_ENDLESS = float(2**20)
"""Pixels of a line that is never broken."""

ModelIndex = QModelIndex | QPersistentModelIndex


class ContactCellDelegate(QStyledItemDelegate):
    """Draws from :meth:`ContactFilterProxyModel.cell` and keeps the laid-out texts.

    The standard delegate asks the model seven times for each cell and lays its text out again at every
    repaint; this one asks once and remembers, which halves the time of a repaint.
    """

    def __init__(self, proxy: ContactFilterProxyModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._proxy = proxy
        self.shows_selection = False
        """Whether selected cells are tinted; a single selected cell has its frame and needs no tint."""
        self._layouts: dict[tuple[str, int], QTextLayout] = {}
        self.refresh(parent.font(), parent.devicePixelRatioF())

    def refresh(self, font: QFont, dpr: float) -> None:
        """Call when the font or the colours have changed."""
        tokens = current_tokens()
        self._layouts.clear()
        self._dpr = dpr
        self._font = font
        self._metrics = QFontMetrics(font)
        self._cap_height = self._metrics.capHeight()
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
            layout = self._layouts.get((text, width)) or self._lay_out(text, width)
            painter.setPen(self._text_colour if sent else self._muted)
            # Whatever script and font a text is in, all stand on one line.
            baseline = y + (height + self._cap_height) // 2
            layout.draw(painter, QPointF(x + CELL_PADDING, baseline - round(layout.lineAt(0).ascent())))

    def _lay_out(self, text: str, width: int) -> QTextLayout:
        if len(self._layouts) >= _REMEMBERED_TEXTS:
            self._layouts.clear()
        one_line = " ".join(text.splitlines())
        room = width - 2 * CELL_PADDING
        layout = self._layout_of(one_line)
        if layout.lineAt(0).naturalTextWidth() > room:
            layout = self._layout_of(self._metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, room))
        self._layouts[text, width] = layout
        return layout

    def _layout_of(self, text: str) -> QTextLayout:
        layout = QTextLayout(text, self._font)
        layout.setCacheEnabled(True)  # else it would be laid out a second time when it is drawn
        layout.beginLayout()
        layout.createLine().setLineWidth(_ENDLESS)
        layout.endLayout()
        return layout

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
