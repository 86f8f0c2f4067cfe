"""From a dropped file to the last refused row, by drop, key and mouse."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from exogui.contacts.problems import ProblemCode
from exogui.gui.program import Program
from exogui.practice.server import PracticeServer
from exogui.resources import resource_path
from exogui.uploads.row_counts import RowCounts
from tests.gui.program.conftest import WriteFile, drop, open_and_wait, upload_and_wait

GOOD, OTHER, NO_CODE = "+919876543210", "+6581234567", "9876543211"


def shown_cells(program: Program, column: int) -> list[str]:
    rows = program.window.filter_model
    return [str(rows.index(row, column).data()) for row in range(rows.rowCount(QModelIndex()))]


def uploads_to(server: PracticeServer) -> int:
    return sum(request.path.endswith("/contacts/upload") for request in server.requests)


def test_that_a_list_can_be_dropped_mended_sent_and_its_refused_rows_sent_again(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    program, window = practising, practising.window
    refused = "asha@bounces.example"  # the practice account takes no mail there
    path = write_file(f"{GOOD},Asha,{refused},x", f"{NO_CODE},Ravi,,y", f"{OTHER},Mei,,z")
    open_and_wait(program, qtbot, path)
    assert window.upload_bar.button.text() == "Upload 2 contacts"

    # Mend the one cell that is marked, by keyboard.
    qtbot.keyClick(window, Qt.Key.Key_F8)
    table = window.review_view.table
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 0)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Home)
    qtbot.keyClicks(editor, "+91")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.upload_bar.button.text() == "Upload 3 contacts")

    upload_and_wait(program, qtbot)
    assert window.result_view.summary.isVisible()
    result = program.workbench.upload.result
    assert result is not None
    assert (result.counts, result.balanced) == (RowCounts(successful=2, refused=1), True)
    assert path.read_text(encoding="utf-8").count("+91") == 1  # the person's own file is as it was

    # The refused row, and only it, comes back with Exotel's reason on its cell.
    qtbot.mouseClick(window.result_view.summary.fix_button, Qt.MouseButton.LeftButton)
    contacts = window.table_model.table
    assert contacts is not None
    assert [contacts.value(0, 2), contacts.row_count, contacts.row_number(0)] == [refused, 1, 1]
    assert [problem.code for problem in contacts.row_problems(0)] == [ProblemCode.REFUSED]
    index = window.filter_model.index(0, 2)
    window.filter_model.setData(index, "asha@example.com")
    assert contacts.counts.errors == 0
    upload_and_wait(program, qtbot)
    result = program.workbench.upload.result
    assert result is not None
    assert result.counts == RowCounts(successful=3)  # both attempts are one upload
    assert uploads_to(server) == 2
    assert [upload.total_records for upload in server.uploads] == [3, 1]


def test_that_only_ready_rows_are_sent_and_the_others_stay(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    open_and_wait(practising, qtbot, write_file(f"{GOOD},Asha,,", f"{NO_CODE},Ravi,,"))
    upload_and_wait(practising, qtbot)
    qtbot.mouseClick(practising.window.result_view.summary.new_button, Qt.MouseButton.LeftButton)
    assert [contact.phone_number for contact in server.contacts] == [GOOD]
    assert practising.window.pages.currentWidget() is practising.window.empty_view


def test_that_rows_with_problems_go_too_when_the_person_says_so(
    practising: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    window = practising.window
    open_and_wait(practising, qtbot, write_file(f"{GOOD},Asha,,", f"{NO_CODE},Ravi,,"))
    window.upload_bar.include_rows.click()
    assert window.upload_bar.button.text() == "Upload 2 contacts"
    upload_and_wait(practising, qtbot)
    result = practising.workbench.upload.result
    assert result is not None
    assert result.counts == RowCounts(successful=1, refused=1)


def test_that_a_repair_mends_all_cells_of_its_kind_and_can_be_undone(
    practising: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    window = practising.window
    lines = [f"{GOOD},A,,", "9876543211,B,,", "9876543212,C,,", "+91 98765-43213,D,,"]
    open_and_wait(practising, qtbot, write_file(*lines))
    card = window.review_view.problems.card(ProblemCode.NO_COUNTRY_CODE)
    assert card.repair_button.text() == "Add +91 to 2"
    qtbot.mouseClick(card.repair_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown_cells(practising, 0)[1] == "+919876543211")
    assert shown_cells(practising, 0) == [GOOD, "+919876543211", "+919876543212", "+91 98765-43213"]
    assert window.commands.undo.toolTip().startswith("Undo: add +91 to 2 phone numbers")
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown_cells(practising, 0)[1] == "9876543211"
    qtbot.keyClick(
        window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert shown_cells(practising, 0)[1] == "+919876543211"


def test_that_a_column_is_sent_as_what_the_person_chooses(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    from exogui.contacts.schema import Field

    window = practising.window
    open_and_wait(practising, qtbot, write_file(f"{GOOD},Asha,,called"))
    window.review_view.table.mapping_requested.emit(3, Field.CUSTOM_FIELD_1)
    contacts = window.table_model.table
    assert contacts is not None
    qtbot.waitUntil(lambda: contacts.mapping[3] is Field.CUSTOM_FIELD_1)
    upload_and_wait(practising, qtbot)
    assert server.contacts[0].custom_field_1 == "called"


def test_that_a_file_without_a_phone_column_asks_which_it_is(
    practising: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    window = practising.window
    path = write_file(f"Asha,{GOOD}", f"Mei,{OTHER}", header="Who,Reach on")
    open_and_wait(practising, qtbot, path)
    assert not window.upload_bar.button.isEnabled()
    question = window.review_view.problems.findChild(type(window.upload_bar.button), "phone_column_1")
    assert question is not None
    qtbot.mouseClick(question, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.upload_bar.button.isEnabled)
    assert window.upload_bar.button.text() == "Upload 2 contacts"


def test_that_the_sample_opens_on_the_practice_account(program: Program, qtbot: QtBot) -> None:
    program.window.empty_view.sample_requested.emit()
    qtbot.waitUntil(lambda: program.window.table_model.table is not None and program.accounts.practising)
    assert program.window.practice_band.isVisible()
    assert program.window.reviewing


def test_that_a_file_dropped_on_the_drop_area_opens(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    path = write_file(f"{GOOD},Asha,,")
    drop(program.window.empty_view.drop_area, path)
    qtbot.waitUntil(lambda: program.window.table_model.table is not None)


def test_that_the_sample_is_where_the_program_looks_for_it() -> None:
    assert resource_path("samples/contacts.csv").is_file()
    assert isinstance(resource_path("samples/contacts.csv"), Path)


def test_that_what_nobody_can_repair_is_settled_at_a_click_and_comes_back(
    practising: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    window = practising.window
    lines = [f"{GOOD},A,,", "N/A,B,,", ",C,,", f"{OTHER},D,d@@x,", "soon,E,,"]
    open_and_wait(practising, qtbot, write_file(*lines))

    def settle(code: ProblemCode, text: str) -> None:
        button = window.review_view.problems.card(code).give_up_button
        assert button.text() == text
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(
            lambda: (
                not practising.workbench.contacts.busy
                and code not in {card.code for card in window.review_view.problems.cards}
            )
        )

    settle(ProblemCode.NOT_A_NUMBER, "Take out 2 rows")
    assert shown_cells(practising, 1) == ["A", "C", "D"]
    settle(ProblemCode.MISSING_PHONE, "Take out the row")
    settle(ProblemCode.INVALID_EMAIL, "Empty the e-mail")
    assert shown_cells(practising, 2) == ["", ""]
    contacts = window.table_model.table
    assert contacts is not None
    assert contacts.counts.ready == 2
    for _ in range(3):
        window.commands.undo.trigger()
    assert shown_cells(practising, 1) == ["A", "B", "C", "D", "E"]
    assert shown_cells(practising, 2)[3] == "d@@x"
