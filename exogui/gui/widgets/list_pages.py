"""The pages of a list: Review, which shows it on its way as well, and the result of an upload."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exogui.gui.models.contact_filter_proxy_model import ContactFilterProxyModel
from exogui.gui.models.contact_table_model import ContactTableModel
from exogui.gui.widgets.result_view import ResultView
from exogui.gui.widgets.review_view import ReviewView
from exogui.gui.widgets.upload_bar import UploadBar
from exogui.gui.widgets.upload_panel import UploadPanel


class ListPages:
    """The models of the list's rows and the widgets that show them."""

    def __init__(self, window: QWidget) -> None:
        """The models go with ``window``; the pages, with whatever they are put into."""
        self.table_model = ContactTableModel(window)
        self.filter_model = ContactFilterProxyModel(window)
        self.filter_model.setSourceModel(self.table_model)
        self.review_view = ReviewView(self.filter_model)
        self.upload_panel = UploadPanel()
        self.upload_bar = UploadBar()
        self.review_view.set_upload_panel(self.upload_panel)
        self.review_page = QWidget()
        layout = QVBoxLayout(self.review_page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.review_view, 1)
        layout.addWidget(self.upload_bar)
        self.result_view = ResultView()

    def set_sending(self, sending: bool) -> None:
        """Whether Review shows an upload under way."""
        self.review_view.set_sending(sending)
        self.upload_bar.setVisible(not sending)
