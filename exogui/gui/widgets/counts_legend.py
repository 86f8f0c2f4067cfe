"""The numbers under the bar of counts, and the sum they must make."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exogui.gui.speech import say
from exogui.gui.theme import DISPLAY_SIZE, UNIT, set_role, tabular
from exogui.gui.widgets.counts_bar import CountPart, paint_part
from exogui.gui.widgets.icon_label import IconLabel
from exogui.gui.widgets.labels import make_label
from exogui.messages import result as texts

_SWATCH = 10


class CountsLegend(QWidget):
    """Each part's number and name, and at the right how many were sent and whether that adds up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("counts_legend")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._parts = QHBoxLayout()
        self._parts.setSpacing(3 * UNIT + UNIT // 2)
        self._sum = _Number("sum_sent", right=True)
        self._layout.addLayout(self._parts)
        self._layout.addStretch(1)
        self._layout.addWidget(self._sum)

    def set_parts(
        self, parts: Sequence[CountPart], *, sent: int, note: str, imbalance: str = "", settled: bool = True
    ) -> None:
        """Show ``parts`` and ``sent``, with ``note`` below it.

        ``imbalance`` says what does not add up; empty when all does, or when it is not ``settled`` yet.
        """
        while self._parts.count() > len(parts):
            item = self._parts.takeAt(self._parts.count() - 1)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        while self._parts.count() < len(parts):
            self._parts.addWidget(_Number(f"count_{self._parts.count()}"))
        for number, part in enumerate(parts):
            item = self._parts.itemAt(number)
            widget = item.widget() if item is not None else None
            if isinstance(widget, _Number):
                widget.show_part(part)
        self._sum.show_sum(sent, note, imbalance, settled=settled)


class _Number(QWidget):
    def __init__(self, name: str, *, right: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._count = make_label(role="display", name=f"{name}_count")
        self._count.setFont(tabular(size=DISPLAY_SIZE, bold=True))
        self._what = make_label(role="small", name=f"{name}_label")
        self._swatch = _Swatch()
        self._icon = IconLabel("check-circle", "ready")
        line = QHBoxLayout()
        line.setSpacing(UNIT)
        if right:
            line.addStretch()
        line.addWidget(self._swatch, alignment=Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._what)
        line.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignVCenter)
        if not right:
            line.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._count)
        layout.addLayout(line)
        self._swatch.setVisible(not right)  # not before it has a parent: it would be a window, and flash
        self._icon.setVisible(right)
        if right:
            self._count.setAlignment(Qt.AlignmentFlag.AlignRight)

    def show_part(self, part: CountPart) -> None:
        self._count.setText(say.number(part.count))
        self._what.setText(part.label)
        self._swatch.set_part(part)
        self.setAccessibleName(say(texts.PART, count=part.count, what=part.label))

    def show_sum(self, sent: int, note: str, imbalance: str, *, settled: bool) -> None:
        self._count.setText(say.number(sent))
        text = f"{note} · {imbalance}" if imbalance else note
        self._what.setText(text)
        set_role(self._what, "small-warning" if imbalance else "small")
        icon, tint = ("warning-triangle", "worth_look") if imbalance else ("check-circle", "ready")
        self._icon.set_icon(icon, tint)
        self._icon.setVisible(settled)
        self.setAccessibleName(say(texts.PART, count=sent, what=text))


class _Swatch(QWidget):
    """The colour and pattern of a part, as in the bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_SWATCH, _SWATCH)
        self._part: CountPart | None = None

    def set_part(self, part: CountPart) -> None:
        self._part = part
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._part is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), 3, 3)
        painter.setClipPath(outline)
        paint_part(painter, QRectF(self.rect()), self._part)
