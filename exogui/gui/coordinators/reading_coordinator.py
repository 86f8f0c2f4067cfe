"""Reading a file in another way: joins the link beside the file's name and its dialog to the reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from exogui.contacts.reading.errors import ReadError
from exogui.contacts.sheet import FileFormat
from exogui.contacts.table import ContactTable
from exogui.gui.controllers.contacts_controller import ContactsController
from exogui.gui.controllers.reading_controller import ReadingController, ReadingPreview
from exogui.gui.coordinators.review_coordinator import ReviewCoordinator
from exogui.gui.main_window import MainWindow
from exogui.gui.models.listed_choice import ListedChoice
from exogui.gui.models.reading_choices import ReadingChoices, ReadingWish, TopRow
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageAction, MessageKind
from exogui.messages import reading_choices as texts
from exogui.messages.reading import describe_list, read_error_text

if TYPE_CHECKING:
    from exogui.contacts.reading.encoding_preview import EncodingPreview
    from exogui.contacts.reading.reading_preview import SheetPreview
    from exogui.gui.dialogs.reading_dialog import ReadingDialog

_CHECK_NAMES = "check_names"


class ReadingCoordinator(QObject):
    """One dialog, used again and again. The table behind it is replaced at each wish.

    The table that was there before, with all that was done to it, comes back when the dialog is cancelled.
    """

    unexpected = Signal(object)
    """An exception that nobody expected."""
    settled = Signal(object)
    """The :class:`ContactTable` that is on show now that the dialog has closed, if it had been replaced."""

    def __init__(
        self,
        window: MainWindow,
        contacts: ContactsController,
        reading: ReadingController,
        review: ReviewCoordinator,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._contacts = contacts
        self._reading = reading
        self._review = review
        self._dialog: ReadingDialog | None = None
        self._before: ContactTable | None = None
        """The table to go back to; None while the dialog is closed."""
        self._read_again = False
        """Whether the table behind the dialog was replaced."""
        self._preview: ReadingPreview | None = None
        window.review_view.reading_change_requested.connect(self.ask)
        window.message_bar.action_triggered.connect(self._on_message_action)
        contacts.opened.connect(self._on_opened)
        reading.previewed.connect(self._on_previewed)
        reading.read.connect(self._on_read)
        reading.failed.connect(self._on_failed)

    @Slot()
    def ask(self) -> None:
        """Open the dialog for the file on show."""
        table = self._window.table_model.table
        if table is None or self._contacts.busy or not self._window.reviewing:
            return
        # Not before they are needed: they cost start-up time.
        from exogui.contacts.reading.read_options import ReadOptions
        from exogui.gui.dialogs.reading_dialog import ReadingDialog

        if self._dialog is None:
            self._dialog = ReadingDialog(self._window)
            self._dialog.wish_changed.connect(self._on_wish_changed)
            self._dialog.accepted.connect(self._on_accepted)
            self._dialog.rejected.connect(self._on_rejected)
        self._before, self._preview, self._read_again = table, None, False
        self._dialog.reset(table.source.path.name, forgets_changes=table.undo_step is not None)
        self._show_result(self._dialog, table)
        self._dialog.open()
        source = table.source
        self._reading.preview(source.path, ReadOptions(source.encoding, source.delimiter, source.sheet))

    # --- what the dialog says -----------------------------------------------------------------------------

    @Slot(object)
    def _on_wish_changed(self, wish: ReadingWish) -> None:
        if self._dialog is None or self._before is None:
            return
        from exogui.contacts.reading.read_options import ReadOptions

        self._dialog.show_reading()
        options = ReadOptions(
            wish.encoding, wish.delimiter, wish.sheet, wish.header_line, keep_totals=wish.keep_totals
        )
        self._reading.read_again(self._before.source.path, options)

    @Slot()
    def _on_accepted(self) -> None:
        self._end()
        self._say_what_settled()

    @Slot()
    def _on_rejected(self) -> None:
        before = self._before
        self._end()
        if before is not None and before is not self._window.table_model.table:
            self._review.show_table(before, changeable=True)
        self._say_what_settled()

    def _end(self) -> None:
        self._before = self._preview = None
        self._reading.give_up()
        self._window.review_view.table.setFocus()

    def _say_what_settled(self) -> None:
        if self._read_again:
            self.settled.emit(self._window.table_model.table)

    # --- what the reading says ----------------------------------------------------------------------------

    @Slot(object)
    def _on_previewed(self, preview: ReadingPreview) -> None:
        table = self._window.table_model.table
        if self._before is None or self._dialog is None or table is None:
            return
        first = self._preview is None
        self._preview = preview
        self._show_choices(self._dialog, preview, table)
        if first and not table.source.encoding_certain:
            self._dialog.focus_on_names()

    @Slot(object)
    def _on_read(self, table: ContactTable) -> None:
        if self._before is None or self._dialog is None:
            return
        self._read_again = True
        self._review.show_table(table, changeable=True)
        if self._preview is not None:
            self._show_choices(self._dialog, self._preview, table)
        self._show_result(self._dialog, table)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self._before is None or self._dialog is None:
            return
        if isinstance(error, ReadError):
            self._dialog.show_error(read_error_text(error, self._before.source.path.name, say))
        else:
            self._dialog.reject()
            self.unexpected.emit(error)

    @staticmethod
    def _show_result(dialog: ReadingDialog, table: ContactTable) -> None:
        dialog.show_result(describe_list(table, say), len(table.source.totals_lines))

    @staticmethod
    def _show_choices(dialog: ReadingDialog, preview: ReadingPreview, table: ContactTable) -> None:
        source, options = table.source, preview.options
        header_line = source.header_line if options.header_line is None else options.header_line
        dialog.show_choices(
            ReadingChoices(
                is_text=source.format is FileFormat.CSV,
                sheets=tuple(_sheet_choice(sheet) for sheet in preview.sheets),
                sheet=options.sheet or source.sheet,
                encodings=tuple(_encoding_choice(encoding) for encoding in preview.encodings),
                encoding=options.encoding or source.encoding,
                delimiter=options.delimiter or source.delimiter,
                top_rows=tuple(TopRow(*row) for row in preview.rows),
                header_line=header_line,
            )
        )

    # --- a file whose letters are not certain -------------------------------------------------------------

    @Slot(object)
    def _on_opened(self, table: ContactTable) -> None:
        if not table.source.encoding_certain and table.row_count:
            words = say(texts.CHECK_NAMES, file=table.source.path.name)
            action = MessageAction(_CHECK_NAMES, say(texts.CHECK_NAMES_ACTION))
            self._window.message_bar.show_message(MessageKind.INFO, words, (action,))

    @Slot(str)
    def _on_message_action(self, name: str) -> None:
        if name == _CHECK_NAMES:
            self.ask()


def _sheet_choice(sheet: SheetPreview) -> ListedChoice:
    rows = "" if sheet.rows is None else say(texts.SHEET_ROWS, sheet.rows)
    detail = say(texts.SHEET_EMPTY) if sheet.rows == 0 else rows
    if sheet.hidden:
        hidden = say(texts.SHEET_HIDDEN)
        detail = say(texts.TWO_DETAILS, first=detail, second=hidden) if detail else hidden
    return ListedChoice(sheet.name, sheet.name, detail, possible=sheet.rows != 0)


def _encoding_choice(preview: EncodingPreview) -> ListedChoice:
    sample = ", ".join(preview.samples) or say(texts.NO_SAMPLE)
    return ListedChoice(preview.encoding, texts.encoding_name(preview.encoding, say), sample)
