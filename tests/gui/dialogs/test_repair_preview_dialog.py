from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from exogui.contacts.problems import ProblemCode
from exogui.contacts.repairing.repairs import plan_repair
from exogui.contacts.table import ContactTable
from exogui.gui.dialogs.repair_preview_dialog import RepairPreviewDialog
from tests.gui.dialogs.conftest import OpenDialog
from tests.gui.sample_contacts import NO_COUNTRY, READY, make_table

SINGAPORE = ("+6581234567", "Mei", "", "")
AMBIGUOUS = ("6581230011", "", "tan@example.sg", "")
"""An Indian landline, or a mobile of Singapore without its plus sign."""


@pytest.fixture
def table() -> ContactTable:
    return make_table([READY, NO_COUNTRY, SINGAPORE, AMBIGUOUS])


@pytest.fixture
def dialog(open_dialog: OpenDialog, table: ContactTable) -> RepairPreviewDialog:
    made = RepairPreviewDialog()
    plan = plan_repair(table, ProblemCode.NO_COUNTRY_CODE, country="IN")
    made.set_plan(table, plan, "2 numbers have no country code", "Add +91 to 1", decidable=True)
    open_dialog(made)
    return made


def cells(dialog: RepairPreviewDialog) -> list[list[str]]:
    model = dialog.rows_model
    return [
        [model.look(row, column).text for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def signs(dialog: RepairPreviewDialog) -> QLabel:
    found = dialog.findChild(QLabel, "repair_preview_signs")
    assert isinstance(found, QLabel)
    return found


def test_that_each_change_is_shown_with_its_row_and_contact(dialog: RepairPreviewDialog) -> None:
    assert cells(dialog) == [["2", "Ravi", "9876543211", "+919876543211"]]


def test_that_the_rows_that_stay_can_be_looked_at(dialog: RepairPreviewDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.which.segment("stays"), Qt.MouseButton.LeftButton)

    assert cells(dialog) == [["4", "tan@example.sg", "6581230011", "stays as it is"]]
    assert dialog.status == "1 row stays for you to decide."


def test_that_enter_accepts_the_plan_on_show(dialog: RepairPreviewDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)

    assert dialog.plan is not None
    assert [edit.value for edit in dialog.plan.edits] == ["+919876543211"]


def test_that_deciding_changes_nothing_yet(dialog: RepairPreviewDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignals([dialog.rejected, dialog.decide_requested]):
        qtbot.mouseClick(dialog.decide_button, Qt.MouseButton.LeftButton)


def test_that_nothing_can_be_done_where_nothing_is_certain(open_dialog: OpenDialog) -> None:
    table = make_table([SINGAPORE, AMBIGUOUS])
    plan = plan_repair(table, ProblemCode.NO_COUNTRY_CODE, country="IN")
    dialog = RepairPreviewDialog()
    dialog.set_plan(table, plan, "1 number", "Add +91 to 0", decidable=False)
    open_dialog(dialog)

    assert not dialog.accept_button.isEnabled()
    assert not dialog.decide_button.isVisible()
    assert cells(dialog)[0][3] == "stays as it is"


def test_that_what_is_taken_out_can_be_seen(open_dialog: OpenDialog) -> None:
    table = make_table([("+919876543210", " Asha\u00a0Rao ", "", "")])
    dialog = RepairPreviewDialog()
    dialog.set_plan(table, plan_repair(table, ProblemCode.WHITESPACE), "", "Tidy", decidable=False)
    open_dialog(dialog)

    assert cells(dialog)[0][2:] == ["␣Asha⍽Rao␣", "Asha Rao"]
    assert signs(dialog).isVisible()


def test_that_the_signs_are_explained_only_where_they_occur(dialog: RepairPreviewDialog) -> None:
    assert not signs(dialog).isVisible()
