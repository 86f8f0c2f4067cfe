"""What holds for each dialog that shows rows, in both colour schemes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from exogui.contacts.problems import ProblemCode
from exogui.contacts.repairing.one_row_each import plan_one_row_each
from exogui.contacts.repairing.repairs import plan_repair
from exogui.gui.dialogs.decisions_dialog import DecisionsDialog
from exogui.gui.dialogs.duplicates_dialog import DuplicatesDialog, SameNumber
from exogui.gui.dialogs.framed_dialog import FramedDialog
from exogui.gui.dialogs.history_dialog import HistoryDialog
from exogui.gui.dialogs.one_row_each_dialog import OneRowEachDialog
from exogui.gui.dialogs.reading_dialog import ReadingDialog
from exogui.gui.dialogs.repair_preview_dialog import RepairPreviewDialog
from exogui.gui.models.decisions_model import DecisionData, ReadingData
from exogui.gui.models.duplicates_model import DuplicateOutcome
from exogui.gui.models.listed_choice import ListedChoice
from exogui.gui.models.problem_card_data import ColumnChoice
from exogui.gui.models.reading_choices import ReadingChoices, TopRow
from exogui.gui.theme import Scheme, apply_theme
from exogui.uploads.standing import Standing
from tests.gui.dialogs.conftest import OpenDialog
from tests.gui.history_entries import entry
from tests.gui.sample_contacts import make_table


def reading() -> ReadingDialog:
    dialog = ReadingDialog()
    dialog.reset("leads.csv", forgets_changes=True)
    choices = ListedChoice("utf-8", "UTF-8", "Zoë"), ListedChoice("cp1252", "Western", "ZoÃ«")
    rows = (TopRow(1, ("Name", "Phone")), TopRow(2, ("Zoë", "98")))
    dialog.show_choices(
        ReadingChoices(
            True,
            encodings=choices,
            encoding="utf-8",
            delimiter=",",
            top_rows=rows,
            header_line=1,
        )
    )
    dialog.show_result("1 row", 2)
    return dialog


def preview() -> RepairPreviewDialog:
    table = make_table()
    dialog = RepairPreviewDialog()
    plan = plan_repair(table, ProblemCode.NO_COUNTRY_CODE, country="IN")
    dialog.set_plan(table, plan, "1 number", "Add +91 to 1", decidable=True)
    return dialog


def decisions() -> DecisionsDialog:
    dialog = DecisionsDialog()
    readings = ReadingData("+916581230011", "India, landline"), ReadingData("+6581230011", "Singapore")
    data = [DecisionData(row, 0, row + 1, "Asha", "6581230011", readings, "p") for row in range(3)]
    dialog.set_decisions("3 numbers", data)
    return dialog


def duplicates() -> DuplicatesDialog:
    dialog = DuplicatesDialog()
    dialog.set_groups(make_table(), [SameNumber((0, 3), exact=False)])
    dialog.show_outcome(DuplicateOutcome())
    return dialog


def decisions_with_rows() -> DecisionsDialog:
    dialog = DecisionsDialog()
    numbers = ("+919876543210", "+6581230011")
    readings = tuple(ReadingData(number, "India, mobile") for number in numbers)
    data = [DecisionData(row, 0, row + 1, "Asha", "98… / 65…", readings, "p", numbers) for row in range(3)]
    dialog.set_decisions("3 cells", data)
    return dialog


def one_row_each() -> OneRowEachDialog:
    table = make_table([("+919876543210", "Asha", "", "+6581234567")], ("Mobile", "Name", "E-Mail", "Home"))
    dialog = OneRowEachDialog()
    dialog.set_columns([ColumnChoice(3, "Home", "+6581234567")])
    dialog.show_plan(table, plan_one_row_each(table, (3,)))
    return dialog


def history() -> HistoryDialog:
    dialog = HistoryDialog()
    dialog.show_entries((entry("1", Standing.WAITING, waiting=3), entry("2", successful=9, refused=1)))
    dialog.show_notice("The record of uploads is damaged.", "Uploads work all the same.")
    dialog.kept_button.click()
    return dialog


Make = Callable[[], FramedDialog]
every_dialog = pytest.mark.parametrize(
    "make", [reading, preview, decisions, decisions_with_rows, duplicates, one_row_each, history]
)


@every_dialog
def test_that_every_control_of_the_dialog_has_a_name(make: Make, open_dialog: OpenDialog) -> None:
    dialog = make()
    open_dialog(dialog)
    controls = [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]

    assert len(controls) >= 3
    assert [control for control in controls if not control.accessibleName() or not control.objectName()] == []


@every_dialog
def test_that_tab_goes_round_the_dialog_and_comes_back(
    make: Make, open_dialog: OpenDialog, qtbot: QtBot
) -> None:
    dialog = make()
    open_dialog(dialog)
    first = dialog.focusWidget()
    assert first is not None
    walked = [first]
    while len(walked) < 20:
        qtbot.keyClick(walked[-1], Qt.Key.Key_Tab)
        current = dialog.focusWidget()
        assert current is not None
        if current is first:
            break
        walked.append(current)

    assert dialog.cancel_button in walked
    assert (dialog.accept_button in walked) is dialog.accept_button.isEnabled()
    assert len(walked) < 20


@every_dialog
def test_that_escape_leaves_the_dialog(make: Make, open_dialog: OpenDialog, qtbot: QtBot) -> None:
    dialog = make()
    open_dialog(dialog)
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)


@every_dialog
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_that_no_sentence_of_the_dialog_is_cut_off(
    make: Make, scheme: Scheme, open_dialog: OpenDialog, qapp: QApplication
) -> None:
    apply_theme(qapp, scheme)
    dialog = make()
    open_dialog(dialog)
    QApplication.processEvents()
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisible() and label.text()]

    assert len(labels) >= 2
    for label in labels:
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        assert label.height() >= needed, label.text()


@every_dialog
def test_that_the_dialog_fits_into_the_smallest_window(make: Make, open_dialog: OpenDialog) -> None:
    dialog = make()
    open_dialog(dialog)
    dialog.adjustSize()

    assert dialog.minimumSizeHint().width() <= 1024
    assert dialog.minimumSizeHint().height() <= 700
