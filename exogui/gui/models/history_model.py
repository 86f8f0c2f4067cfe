"""The uploads of the history as a table: those that are looked for, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import Qt

from exogui.gui.models.cell_look import CellLook
from exogui.gui.models.dialog_rows_model import DialogRowsModel, ModelIndex
from exogui.gui.models.history_entry import HistoryEntry
from exogui.gui.models.visible_text import visible
from exogui.gui.moments import full_moment, when_text
from exogui.gui.speech import say
from exogui.gui.tool_tip import as_tool_tip
from exogui.messages import history as texts
from exogui.messages.catalogue import Text
from exogui.uploads.standing import Standing

STANDING_LOOKS: dict[Standing, tuple[str, str]] = {
    Standing.RUNNING: ("upload", "accent"),
    Standing.TO_DECIDE: ("question-circle", "worth_look"),
    Standing.AT_EXOTEL: ("clock", "worth_look"),
    Standing.WAITING: ("pause", "worth_look"),
    Standing.UNACCOUNTED: ("warning-triangle", "worth_look"),
    Standing.SOME_REFUSED: ("error-circle", "must_fix"),
    Standing.NOT_SENT: ("minus-circle", "already_there"),
    Standing.PARTLY_SENT: ("minus-circle", "already_there"),
    Standing.DONE: ("check-circle", "ready"),
}
"""Icon and colour; the words are those of :func:`exogui.messages.history.standing_name`."""


class HistoryColumn(Enum):
    """What a column shows. Some are there only where an upload has something to show in them."""

    WHEN = auto()
    FILE = auto()
    STATE = auto()
    ACCOUNT = auto()
    LIST = auto()
    ROWS = auto()
    ADDED = auto()
    ALREADY_THERE = auto()
    REFUSED = auto()
    UNKNOWN = auto()
    IN_FLIGHT = auto()
    WAITING = auto()


_HEADINGS: dict[HistoryColumn, Text] = {
    HistoryColumn.WHEN: texts.COLUMN_WHEN,
    HistoryColumn.FILE: texts.COLUMN_FILE,
    HistoryColumn.STATE: texts.COLUMN_STATE,
    HistoryColumn.ACCOUNT: texts.COLUMN_ACCOUNT,
    HistoryColumn.LIST: texts.COLUMN_LIST,
    HistoryColumn.ROWS: texts.COLUMN_ROWS,
    HistoryColumn.ADDED: texts.COLUMN_ADDED,
    HistoryColumn.ALREADY_THERE: texts.COLUMN_ALREADY_THERE,
    HistoryColumn.REFUSED: texts.COLUMN_REFUSED,
    HistoryColumn.UNKNOWN: texts.COLUMN_UNKNOWN,
    HistoryColumn.IN_FLIGHT: texts.COLUMN_IN_FLIGHT,
    HistoryColumn.WAITING: texts.COLUMN_WAITING,
}

COUNTED: dict[HistoryColumn, tuple[str, str]] = {
    HistoryColumn.ROWS: ("total", "text"),
    HistoryColumn.ADDED: ("successful", "text"),
    HistoryColumn.ALREADY_THERE: ("already_there", "text"),
    HistoryColumn.REFUSED: ("refused", "must_fix"),
    HistoryColumn.UNKNOWN: ("unknown", "worth_look"),
    HistoryColumn.IN_FLIGHT: ("in_flight", "worth_look"),
    HistoryColumn.WAITING: ("waiting", "worth_look"),
}
"""Columns of numbers: which of the :class:`~exogui.uploads.row_counts.RowCounts`, and the colour of one
that is not 0."""

_ONLY_WHERE_ANY = (HistoryColumn.UNKNOWN, HistoryColumn.IN_FLIGHT, HistoryColumn.WAITING)


class HistoryModel(DialogRowsModel):
    """One upload is the chosen one: what is done is done to it. It stays the same whatever is looked for."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[HistoryEntry] = ()
        self._shown: Sequence[HistoryEntry] = ()
        self._search = ""
        self._attention_only = False
        self._chosen = ""
        self._columns: tuple[HistoryColumn, ...] = ()
        self._headings: tuple[str, ...] = ()
        self._find_columns()

    # --- which uploads ------------------------------------------------------------------------------------

    def set_entries(self, entries: Sequence[HistoryEntry]) -> None:
        """Begin with these, the latest first."""
        self.beginResetModel()
        self._entries = entries
        self._find_columns()
        self._find()
        self.endResetModel()

    def look_for(self, search: str, *, attention_only: bool) -> None:
        """Show only the uploads with all the words of ``search``, or only those that need attention."""
        if (search, attention_only) == (self._search, self._attention_only):
            return
        self.beginResetModel()
        self._search, self._attention_only = search, attention_only
        self._find()
        self.endResetModel()

    @property
    def search(self) -> str:
        """What is looked for."""
        return self._search

    @property
    def entry_count(self) -> int:
        """How many uploads there are, shown or not."""
        return len(self._entries)

    def widest_count(self, column: int) -> str:
        """The widest number in a column of numbers; empty in other columns."""
        if self._columns[column] not in COUNTED:
            return ""
        name, _tint = COUNTED[self._columns[column]]
        return say.number(max((getattr(entry.counts, name) for entry in self._entries), default=0))

    @property
    def attention_count(self) -> int:
        """How many of them need attention."""
        return sum(entry.standing.needs_attention for entry in self._entries)

    @property
    def running(self) -> bool:
        """Whether any of them is being worked on."""
        return any(entry.standing is Standing.RUNNING for entry in self._entries)

    def entry(self, row: int) -> HistoryEntry:
        """The upload in a row."""
        return self._shown[row]

    # --- the chosen one -----------------------------------------------------------------------------------

    def choose(self, row: int) -> None:
        """The upload in this row is the chosen one from now on."""
        before, self._chosen = self.chosen_row, self._shown[row].job_id
        for changed in {before, row} - {-1}:
            self.dataChanged.emit(self.index(changed, 0), self.index(changed, len(self._columns) - 1))

    @property
    def chosen_row(self) -> int:
        """The row of the chosen one; -1 where it is not shown."""
        return next((row for row, entry in enumerate(self._shown) if entry.job_id == self._chosen), -1)

    @property
    def chosen(self) -> HistoryEntry | None:
        """The chosen one, where it is shown."""
        row = self.chosen_row
        return self._shown[row] if row >= 0 else None

    # --- the table ----------------------------------------------------------------------------------------

    @property
    def columns(self) -> tuple[HistoryColumn, ...]:
        """What is shown, from left to right."""
        return self._columns

    def row_count(self) -> int:
        return len(self._shown)

    def headings(self) -> tuple[str, ...]:
        return self._headings

    def look(self, row: int, column: int) -> CellLook:
        entry, shown = self._shown[row], self._columns[column]
        fill = "accent_soft" if entry.job_id == self._chosen else ""
        if shown in COUNTED:
            name, tint = COUNTED[shown]
            count = getattr(entry.counts, name)
            return CellLook(say.number(count), tint if count else "muted", fill=fill, flush_right=True)
        match shown:
            case HistoryColumn.WHEN:
                return CellLook(when_text(entry.begun_at), fill=fill)
            case HistoryColumn.FILE:
                note = say(texts.ATTEMPTS, entry.attempts) if entry.attempts > 1 else ""
                return CellLook(visible(entry.file_name), strong=True, note=note, fill=fill)
            case HistoryColumn.ACCOUNT:
                return CellLook(visible(entry.account), fill=fill)
            case HistoryColumn.LIST:
                words = visible(entry.list_id) or say(texts.NO_LIST)
                return CellLook(words, "text" if entry.list_id else "muted", fill=fill)
        icon, tint = STANDING_LOOKS[entry.standing]
        words = texts.standing_name(entry.standing, say)
        return CellLook(words, tint, icon=icon, icon_tint=tint, fill=fill)

    def tip(self, row: int, column: int) -> str:
        """What a cell says to who rests the mouse on it."""
        entry, shown = self._shown[row], self._columns[column]
        if shown is HistoryColumn.WHEN:
            return full_moment(entry.begun_at)
        if shown is HistoryColumn.STATE:
            return texts.standing_meaning(entry.standing, say)
        if shown in COUNTED:
            return texts.counts_line(entry.counts, say)
        look = self.look(row, column)
        return "\n".join(filter(None, (look.text, look.note)))

    # --- what Qt asks for ---------------------------------------------------------------------------------

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return as_tool_tip(self.tip(index.row(), index.column())) or None
        return super().data(index, role)

    def headerData(  # type: ignore[override]  # besides the words, where they stand
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        flush_right = section < len(self._columns) and self._columns[section] in COUNTED
        if role == Qt.ItemDataRole.TextAlignmentRole and flush_right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return super().headerData(section, orientation, role)

    # --- inside -------------------------------------------------------------------------------------------

    def _find(self) -> None:
        wanted = self._search.casefold().split()
        self._shown = [
            entry
            for entry in self._entries
            if (not self._attention_only or entry.standing.needs_attention) and entry.holds(wanted)
        ]

    def _find_columns(self) -> None:
        """By all uploads, shown or not: columns that come and go with a search would be a nuisance."""
        empty = {
            column
            for column in _ONLY_WHERE_ANY
            if not any(getattr(entry.counts, COUNTED[column][0]) for entry in self._entries)
        }
        if not any(entry.list_id for entry in self._entries):
            empty.add(HistoryColumn.LIST)
        self._columns = tuple(column for column in HistoryColumn if column not in empty)
        self._headings = tuple(say(_HEADINGS[column]) for column in self._columns)
