"""What the whole window makes of rows that go and columns that come."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from exogui.contacts.problems import ProblemCode
from exogui.contacts.schema import Field
from exogui.contacts.steps import Step, StepKind
from exogui.gui.program import Program
from tests.gui.program.conftest import WriteFile, open_and_wait

ASHA, MEI = "+919876543210,Asha,,", "+6581234567,Mei,,"


def cards(program: Program) -> list[ProblemCode]:
    return [card.code for card in program.window.review_view.problems.cards]


def remove(program: Program, rows: Collection[int]) -> None:
    model = program.window.table_model
    assert model.table is not None
    model.install(model.table.judge_without(rows), Step(StepKind.REMOVE_ROWS, count=len(rows)))


def test_that_cards_and_undo_follow_rows_that_go_and_come_back(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(program, qtbot, write_file(ASHA, MEI, "N/A,Ravi,,", "N/A,Siti,,"))
    undo = program.window.commands.undo
    qtbot.waitUntil(lambda: cards(program) == [ProblemCode.NOT_A_NUMBER])

    remove(program, [1, 3])
    qtbot.waitUntil(lambda: program.window.review_view.problems.cards[0].title.startswith("1 "))
    assert (undo.statusTip(), undo.isEnabled()) == ("Undo: remove 2 rows", True)
    remove(program, [1])
    qtbot.waitUntil(lambda: cards(program) == [])

    undo.trigger()
    qtbot.waitUntil(lambda: cards(program) == [ProblemCode.NOT_A_NUMBER])
    undo.trigger()
    qtbot.waitUntil(lambda: program.window.review_view.problems.cards[0].title.startswith("2 "))
    assert not undo.isEnabled()


@pytest.mark.parametrize("column_was_added", [False, True])
def test_that_chosen_widths_last_for_the_file_whatever_columns_were_added(
    program: Program, qtbot: QtBot, write_file: WriteFile, column_was_added: bool
) -> None:
    path = write_file(ASHA)
    open_and_wait(program, qtbot, path)
    view, model = program.window.review_view.table, program.window.table_model
    view.setColumnWidth(1, 187)
    if column_was_added:
        assert model.table is not None
        judged = model.table.judge_with_column(Field.TAG, "vip", "Tag")
        model.install(judged, Step(StepKind.ADD_COLUMN))
        model.undo()
        model.redo()
    program.workbench.review.mark_sent()
    program.window.commands.close_file.trigger()

    open_and_wait(program, qtbot, path)

    assert view.columnWidth(1) == 187


def test_that_the_line_beside_the_files_name_counts_the_rows_there_are_now(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(program, qtbot, write_file("+919876543210,Asha,,", "N/A,Ravi,,", "N/A,Mei,,"))
    line = program.window.findChild(QLabel, "file_description")
    assert line is not None
    assert line.text() == "3 rows · CSV, UTF-8, comma"
    program.workbench.editing.give_up(ProblemCode.NOT_A_NUMBER)
    qtbot.waitUntil(lambda: line.text() == "1 row, 2 taken out · CSV, UTF-8, comma")
    program.window.commands.undo.trigger()
    assert line.text() == "3 rows · CSV, UTF-8, comma"
