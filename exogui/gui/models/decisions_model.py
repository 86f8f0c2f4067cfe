"""Cells that can be read in more than one way, their readings side by side, and what was chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from exogui.gui.models.cell_look import CellLook
from exogui.gui.models.dialog_rows_model import DialogRowsModel
from exogui.gui.models.visible_text import visible
from exogui.gui.speech import say
from exogui.messages import repairing as texts


@dataclass(frozen=True, slots=True)
class ReadingData:
    """One way to read a cell."""

    number: str
    note: str
    """``India, mobile``"""


@dataclass(frozen=True, slots=True)
class DecisionData:
    """One cell that a person has to decide about."""

    row: int
    """Of the table, from 0."""
    column: int
    row_number: int
    contact: str
    value: str
    readings: tuple[ReadingData, ...]
    pattern: object = None
    """Equal in cells that offer the same choice, so that one decision can stand for all of them."""
    each: tuple[str, ...] = ()
    """The numbers for which there could be a row each; empty where that is no choice."""


_ROW, _CONTACT, _VALUE, _FIRST_READING = range(4)
_EACH = -1
"""In place of a reading: a row for each number."""


class DecisionsModel(DialogRowsModel):
    """One column for each reading, one for a row each where cells offer it, and a last one for leaving the
    cell as it is."""

    def __init__(self) -> None:
        super().__init__()
        self._decisions: Sequence[DecisionData] = ()
        self._chosen: list[int | None] = []
        self._patterns: Counter[object] = Counter()
        self._most_readings = 0
        self.each_count = 0
        """How many cells offer a row for each of their numbers."""

    def set_decisions(self, decisions: Sequence[DecisionData]) -> None:
        """Begin with these, all of them left as they are."""
        self.beginResetModel()
        self._decisions = decisions
        self._chosen = [None] * len(decisions)
        self._patterns = Counter(decision.pattern for decision in decisions)
        self._most_readings = max((len(decision.readings) for decision in decisions), default=0)
        self.each_count = sum(bool(decision.each) for decision in decisions)
        self.endResetModel()

    @property
    def chosen_count(self) -> int:
        """How many cells are decided."""
        return len(self._chosen) - self._chosen.count(None)

    def chosen_numbers(self) -> list[tuple[DecisionData, str]]:
        """The number of each cell that is to hold one of its numbers."""
        return [
            (decision, decision.readings[choice].number)
            for decision, choice in zip(self._decisions, self._chosen, strict=True)
            if choice is not None and choice != _EACH
        ]

    def chosen_rows(self) -> list[DecisionData]:
        """The cells whose numbers are to have a row each."""
        pairs = zip(self._decisions, self._chosen, strict=True)
        return [decision for decision, choice in pairs if choice == _EACH]

    @property
    def added_rows(self) -> int:
        """How many rows that adds."""
        return sum(len(decision.each) - 1 for decision in self.chosen_rows())

    def choose_each(self) -> None:
        """Choose a row for each number wherever that is a choice."""
        for row, decision in enumerate(self._decisions):
            if decision.each:
                self._chosen[row] = _EACH
        self.refresh()

    def choose(self, row: int, column: int) -> None:
        """Choose the reading in ``column``, or the last column's leaving it; other columns choose nothing."""
        reading = column - _FIRST_READING
        if column == self.leave_column:
            self._chosen[row] = None
        elif column == self.each_column and self._decisions[row].each:
            self._chosen[row] = _EACH
        elif 0 <= reading < len(self._decisions[row].readings):
            self._chosen[row] = reading
        else:
            return
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.leave_column))

    def same_pattern(self, row: int) -> int:
        """How many other cells offer the same choice as this one."""
        return self._patterns[self._decisions[row].pattern] - 1

    def chosen_otherwise(self, row: int) -> int:
        """How many of them have not chosen the same."""
        pattern, choice = self._decisions[row].pattern, self._chosen[row]
        if self._patterns[pattern] < 2:
            return 0
        return sum(
            decision.pattern == pattern and other != choice
            for decision, other in zip(self._decisions, self._chosen, strict=True)
        )

    def choose_for_pattern(self, row: int) -> None:
        """Choose as in ``row`` in every cell that offers the same choice."""
        pattern, choice = self._decisions[row].pattern, self._chosen[row]
        for other, decision in enumerate(self._decisions):
            if decision.pattern == pattern and (choice != _EACH or decision.each):
                self._chosen[other] = choice
        self.refresh()

    @property
    def leave_column(self) -> int:
        """The column of leaving a cell as it is."""
        return _FIRST_READING + self._most_readings + (self.each_column is not None)

    @property
    def each_column(self) -> int | None:
        """The column of a row for each number; None where no cell offers that."""
        return _FIRST_READING + self._most_readings if self.each_count else None

    @property
    def reading_columns(self) -> int:
        """How many columns there are for readings."""
        return self._most_readings

    def chosen_column(self, row: int) -> int:
        """The column of what is chosen in a row."""
        choice, each = self._chosen[row], self.each_column
        if choice == _EACH and each is not None:
            return each
        return self.leave_column if choice is None else _FIRST_READING + choice

    # --- the table ---------------------------------------------------------------------------------------

    def row_count(self) -> int:
        return len(self._decisions)

    def headings(self) -> tuple[str, ...]:
        readings = (say(texts.COLUMN_READING, number=str(n + 1)) for n in range(self._most_readings))
        return (
            say(texts.COLUMN_ROW),
            say(texts.COLUMN_CONTACT),
            say(texts.COLUMN_VALUE),
            *readings,
            *([say(texts.COLUMN_EACH)] if self.each_count else []),
            say(texts.COLUMN_LEAVE),
        )

    def look(self, row: int, column: int) -> CellLook:
        decision = self._decisions[row]
        if column == _ROW:
            return CellLook(str(decision.row_number), "muted")
        if column == _CONTACT:
            return CellLook(decision.contact)
        if column == _VALUE:
            return CellLook(visible(decision.value), strong=True)
        chosen = column == self.chosen_column(row)
        if column == self.leave_column:
            return CellLook(say(texts.LEAVE_CELL), "muted", chosen=chosen)
        words, note = self._choice(decision, column)
        if not words:
            return CellLook("")
        fill = "accent_soft" if chosen else ""
        return CellLook(words, strong=chosen, note=note, fill=fill, chosen=chosen)

    def _choice(self, decision: DecisionData, column: int) -> tuple[str, str]:
        """What a choice reads and what stands below it; empty where the cell does not have it."""
        if column == self.each_column:
            each = len(decision.each)
            return say(texts.EACH_CELL, each) if each else "", ""
        place = column - _FIRST_READING
        if place >= len(decision.readings):
            return "", ""
        return decision.readings[place].number, decision.readings[place].note

    def spoken(self, row: int, column: int) -> str:
        cell = super().spoken(row, column)
        return say(texts.CHOSEN_SPOKEN, cell=cell) if self.look(row, column).chosen else cell
