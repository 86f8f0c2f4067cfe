"""The dialog in which a person says how a file is to be read."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from exogui.gui.dialogs.framed_dialog import FramedDialog
from exogui.gui.models.reading_choices import ReadingChoices, ReadingWish
from exogui.gui.models.top_rows_model import TopRowsModel
from exogui.gui.speech import say
from exogui.gui.theme import UNIT
from exogui.gui.widgets.check_box import CheckBox
from exogui.gui.widgets.choice_list import ChoiceList
from exogui.gui.widgets.dialog_table import DialogTable, DialogTableFrame
from exogui.gui.widgets.labels import make_label
from exogui.gui.widgets.message_bar import MessageBar, MessageKind
from exogui.gui.widgets.segmented_control import Choice, SegmentedControl
from exogui.messages import reading_choices as texts

_SIZE = (880, 600)
_SIDE_WIDTH = 300
_LEAST_ROWS_HEIGHT = 220

_SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_SEPARATOR_TEXTS = {"comma": texts.COMMA, "semicolon": texts.SEMICOLON, "tab": texts.TAB, "bar": texts.BAR}


class ReadingDialog(FramedDialog):
    """Says what the person wants at every change; whoever opened it reads and shows what came of it.

    Accepted, the file stays as it was read last; rejected, all is to be as it was before.
    """

    wish_changed = Signal(object)
    """The :class:`ReadingWish` of this moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("reading_dialog", say(texts.CANCEL), say(texts.DONE), parent)
        self.resize(*_SIZE)
        self._wish = ReadingWish()
        self._showing = False
        """Whether controls change because the dialog was told something, and not by the person."""
        self._failed = False
        """Whether the message on show says that the last wish could not be fulfilled."""
        self._build()
        self._lay_out()

    # --- construction -------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.message = MessageBar(can_dismiss=False)
        self.message.setObjectName("reading_message")
        self.message.setProperty("inset", True)
        self.sheets = ChoiceList("reading_sheet", say(texts.SHEET))
        self.encodings = ChoiceList("reading_encoding", say(texts.ENCODING))
        self.separator = SegmentedControl(
            "reading_separator",
            say(texts.SEPARATOR),
            [Choice(value, say(text)) for value, text in _SEPARATOR_TEXTS.items()],
        )
        self.rows_model = TopRowsModel()
        self.rows_model.setParent(self)
        self.rows = DialogTable("reading_rows", say(texts.TOP_ROWS), self.rows_model)
        self.rows.setAccessibleDescription(say(texts.HEADER_HELP))
        self.rows.setSelectionBehavior(DialogTable.SelectionBehavior.SelectRows)
        self.no_header = CheckBox(say(texts.NO_HEADER), "reading_no_header")
        self.keep_totals = CheckBox("", "reading_keep_totals", description=say(texts.KEEP_TOTALS_MEANS))
        self.keep_totals.toggled.connect(self._on_keep_totals_toggled)
        self.sheets.value_changed.connect(self._on_sheet_changed)
        self.encodings.value_changed.connect(self._on_encoding_changed)
        self.separator.value_changed.connect(self._on_separator_changed)
        self.rows.cell_chosen.connect(self._on_row_chosen)
        self.no_header.toggled.connect(self._on_no_header_toggled)

    def _lay_out(self) -> None:
        self._sheet_part = _part(say(texts.SHEET), self.sheets)
        self._encoding_part = _part(say(texts.ENCODING), self.encodings, say(texts.ENCODING_HELP))
        self._separator_part = _part(say(texts.SEPARATOR), self.separator)
        self._separator_part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        side = QVBoxLayout()
        side.setSpacing(2 * UNIT)
        side.addWidget(self._sheet_part, 1)
        side.addWidget(self._encoding_part, 1)
        side.addWidget(self._separator_part)
        side.addStretch()
        self._side = QWidget()
        self._side.setFixedWidth(_SIDE_WIDTH)
        self._side.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        frame = DialogTableFrame(self.rows)
        frame.setMinimumHeight(_LEAST_ROWS_HEIGHT)
        header = QVBoxLayout()
        header.setSpacing(UNIT // 2)
        header.addWidget(make_label(say(texts.HEADER), "heading"))
        header.addWidget(make_label(say(texts.HEADER_HELP), "small", wrap=True))
        header.addSpacing(UNIT // 2)
        header.addWidget(frame, 1)
        header.addSpacing(UNIT // 2)
        header.addWidget(self.no_header)
        header.addWidget(self.keep_totals)
        both = QHBoxLayout()
        both.setSpacing(3 * UNIT)
        both.addWidget(self._side)
        both.addLayout(header, 1)
        self.body.addWidget(self.message)
        self.body.addLayout(both, 1)

    # --- what it is told ----------------------------------------------------------------------------------

    def reset(self, file: str, *, forgets_changes: bool) -> None:
        """Begin with ``file``; ``forgets_changes``: another reading starts without the cells changed."""
        self._wish = ReadingWish()
        self.set_title(say(texts.TITLE, file=file), say(texts.INTRO))
        self.set_status("")
        self._failed = False
        self.message.clear()
        if forgets_changes:
            self.message.show_message(MessageKind.WARNING, say(texts.FORGETS_CHANGES))
        for part in (self._sheet_part, self._encoding_part, self._separator_part, self._side):
            part.hide()
        self.rows_model.set_rows((), 0, is_text=True)
        self._show_totals(0)

    @property
    def wish(self) -> ReadingWish:
        """How the person wants the file read now."""
        return self._wish

    def show_choices(self, choices: ReadingChoices) -> None:
        """What there is to choose, and the first rows as they are read now."""
        self._showing = True
        several_sheets = len(choices.sheets) > 1
        self._sheet_part.setVisible(several_sheets)
        self._encoding_part.setVisible(len(choices.encodings) > 1)
        self._separator_part.setVisible(choices.is_text)
        self._side.setVisible(several_sheets or choices.is_text)
        self.sheets.set_choices(choices.sheets, choices.sheet)
        self.encodings.set_choices(choices.encodings, choices.encoding)
        separator = _SEPARATORS.get(choices.delimiter or ",")
        if separator is not None:
            self.separator.set_value(separator)
        current = self.rows.currentIndex().row()
        self.rows_model.set_rows(choices.top_rows, choices.header_line, is_text=choices.is_text)
        self.rows.fit_columns()
        self._go_to_row(current if current >= 0 else self.rows_model.header_row or 0)
        self.no_header.setChecked(choices.header_line == 0)
        self._showing = False

    def show_reading(self) -> None:
        """The file is being read."""
        self.set_status(say(texts.READING))

    def show_result(self, description: str, totals: int) -> None:
        """The table behind shows the file as it was wished; ``description`` says how it was read.

        ``totals``: rows of totals and remarks that the file ends with, among the rows or not.
        """
        self.set_status(description)
        self._show_totals(totals)
        if self._failed:
            self._failed = False
            self.message.clear()

    def _show_totals(self, totals: int) -> None:
        self._showing = True
        self.keep_totals.setVisible(totals > 0)
        words = say(texts.KEEP_TOTALS, max(totals, 1))
        self.keep_totals.setText(words)
        self.keep_totals.setAccessibleName(words)
        self.keep_totals.updateGeometry()
        self.keep_totals.setChecked(self._wish.keep_totals)
        self._showing = False

    def show_error(self, text: str) -> None:
        """The file cannot be read as it was wished; the table behind is as it was."""
        self._failed = True
        self.set_status("")
        self.message.show_message(MessageKind.ERROR, text)

    def focus_on_names(self) -> None:
        """Begin with the question how letters are written."""
        if self.encodings.value is not None:
            self.encodings.button(self.encodings.value).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what the person does -----------------------------------------------------------------------------

    @Slot(str)
    def _on_sheet_changed(self, sheet: str) -> None:
        self._change(ReadingWish(sheet=sheet))  # another sheet has another header

    @Slot(str)
    def _on_encoding_changed(self, encoding: str) -> None:
        self._change(replace(self._wish, encoding=encoding))

    @Slot(str)
    def _on_separator_changed(self, name: str) -> None:
        delimiter = next(sign for sign, its_name in _SEPARATORS.items() if its_name == name)
        self._change(replace(self._wish, delimiter=delimiter))

    @Slot(int, int)
    def _on_row_chosen(self, row: int, _column: int) -> None:
        self._change(replace(self._wish, header_line=self.rows_model.line(row)))

    @Slot(bool)
    def _on_no_header_toggled(self, checked: bool) -> None:
        self._change(replace(self._wish, header_line=0 if checked else None))

    @Slot(bool)
    def _on_keep_totals_toggled(self, checked: bool) -> None:
        self._change(replace(self._wish, keep_totals=checked))

    def _change(self, wish: ReadingWish) -> None:
        if not self._showing and wish != self._wish:
            self._wish = wish
            self.wish_changed.emit(wish)

    def _go_to_row(self, row: int) -> None:
        if row < self.rows_model.row_count():
            self.rows.setCurrentIndex(self.rows_model.index(row, 0))


def _part(title: str, control: QWidget, help_text: str = "") -> QWidget:
    part = QWidget()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(UNIT // 2)
    layout.addWidget(make_label(title, "heading", wrap=True))
    if help_text:
        layout.addWidget(make_label(help_text, "small", wrap=True))
    layout.addSpacing(UNIT // 2)
    layout.addWidget(control, 1)
    return part
