"""What support needs to find an upload. Nothing in it is secret."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from exogui.gui.models.result_view_data import ResultViewData
from exogui.gui.speech import say
from exogui.gui.theme import UNIT, set_role
from exogui.gui.widgets.buttons import make_button
from exogui.gui.widgets.labels import make_label
from exogui.messages import result as texts


class DetailsPanel(QFrame):
    """Selectable lines and a button that copies them all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details_panel")
        set_role(self, "sunk")
        self._text = make_label(role="small", name="details_text", wrap=True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._copy = make_button(say(texts.COPY_DETAILS), "copy_details", icon_name="copy", measure="small")
        self._copy.clicked.connect(self._on_copy_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(UNIT + UNIT // 2, UNIT, UNIT, UNIT)
        layout.addWidget(self._text, stretch=1)
        layout.addWidget(self._copy, alignment=Qt.AlignmentFlag.AlignTop)

    def set_data(self, data: ResultViewData) -> None:
        """Show what ``data`` knows."""
        known = [
            say(text, value=str(value))
            for text, value in (
                (texts.DETAIL_UPLOAD_ID, data.upload_id),
                (texts.DETAIL_REQUEST_ID, data.request_id),
                (texts.DETAIL_HTTP, data.http_status),
                (texts.DETAIL_SERVER, data.server_words),
            )
            if value
        ]
        self._text.setText("\n".join(known) or say(texts.DETAIL_NONE))
        self._copy.setVisible(bool(known))

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text.text())
