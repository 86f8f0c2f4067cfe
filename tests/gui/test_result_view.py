from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from exogui.gui.models.refused_rows_model import RefusedColumn
from exogui.gui.models.result_view_data import NextStep, RefusedRowData, ResultViewData
from exogui.gui.widgets.result_view import ResultView
from exogui.messages import result as texts
from exogui.uploads.result import JobState
from exogui.uploads.row_counts import RowCounts
from tests.gui.conftest import Show

LEFT = Qt.MouseButton.LeftButton


def refused_row(number: int | None) -> RefusedRowData:
    return RefusedRowData(
        number,
        "+919876500001",
        "Suresh Iyer",
        "s@x.in",
        "INVALID_PHONE",
        "Check it.",
        ("98765", "Suresh\tIyer"),
    )


ROWS = [refused_row(number) for number in (4, 88, None)]


ROWS_IN_ALL = 1229


def result(state: JobState = JobState.COMPLETED, **values: Any) -> ResultViewData:
    """A result of so many rows; those that no count names wait where nothing was sent, else are unknown."""
    names = ("successful", "already_there", "refused", "unknown", "in_flight", "waiting")
    counts = {name: values.pop(name) for name in names if name in values}
    rest = values.pop("rows", ROWS_IN_ALL) - sum(counts.values())
    counts["unknown" if counts else "waiting"] = counts.get("unknown", 0) + rest
    filled: dict[str, Any] = {"file_name": "leads.xlsx", "columns": ("Mobile", "Name"), **values}
    return ResultViewData(state=state, counts=RowCounts(**counts), **filled)


SOME: dict[str, Any] = {
    "successful": 1213,
    "already_there": 13,
    "refused": 3,
    "refused_rows": ROWS,
    "upload_id": "up-1",
}


@pytest.fixture
def view(show: Show) -> ResultView:
    made = ResultView()
    show(made, width=1280, height=740)
    return made


def said(view: ResultView, name: str) -> str:
    """What a label says; empty when it cannot be seen."""
    label = view.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def offered(view: ResultView) -> set[str]:
    """The names of the buttons that can be pressed."""
    return {
        button.objectName()
        for button in view.findChildren(QPushButton)
        if button.isVisible() and button.isEnabled()
    }


def sum_said(view: ResultView) -> str:
    widget = view.findChild(QWidget, "sum_sent")
    assert isinstance(widget, QWidget)
    return widget.accessibleName() if widget.isVisible() else ""


# --- the sentence, the sum and what is offered, state by state ---------------------------------------------


def test_that_refused_rows_can_be_mended_and_saved(view: ResultView) -> None:
    view.set_data(result(**SOME))

    assert said(view, "result_title") == "leads.xlsx: 1,226 of 1,229 contacts are in Exotel"
    assert sum_said(view) == "1,229 sent, all accounted for"
    assert offered(view) == {"details", "new_upload", "save_refused", "fix_rows"}
    assert view.summary.fix_button.text() == "Fix these 2 rows", "the third is not known for certain"
    assert view.summary.fix_button.hasFocus()
    assert view.table.isVisible()
    assert view.table.model().rowCount() == 3


def test_that_nothing_refused_leaves_nothing_to_mend(view: ResultView) -> None:
    view.set_data(result(successful=1200, already_there=29, upload_id="up-1"))

    assert said(view, "result_title") == "leads.xlsx: all 1,229 contacts are in Exotel"
    assert offered(view) == {"details", "new_upload"}
    assert said(view, "page_title") == texts.NOTHING_REFUSED.source
    assert view.summary.new_button.hasFocus()


def test_that_uncertain_rows_can_be_saved_but_not_mended(view: ResultView) -> None:
    view.set_data(result(successful=1228, refused=1, refused_rows=ROWS[2:]))

    assert offered(view) == {"details", "new_upload", "save_refused"}


def test_that_a_list_refused_as_a_whole_says_so(view: ResultView) -> None:
    view.set_data(result(refused=1229, refused_rows=ROWS))

    assert said(view, "result_title") == "leads.xlsx: none of 1,229 contacts was taken"


@pytest.mark.parametrize(
    ("values", "imbalance"),
    [
        ({"successful": 1200, "refused": 3, "refused_rows": ROWS}, "26 rows are not accounted for"),
        (
            {"successful": 1200, "refused": 3, "unknown": 26, "refused_rows": ROWS},
            "26 rows are not accounted for",
        ),
        (
            {"refused": 3, "surplus": 4, "refused_rows": ROWS},
            "Exotel counts 4 rows more than were sent",
        ),
        (
            {"successful": 1224, "refused": 5, "refused_rows": ROWS},
            "Exotel does not say which 2 rows it refused",
        ),
    ],
)
def test_that_a_sum_that_does_not_balance_is_never_called_done(
    view: ResultView, values: dict[str, Any], imbalance: str
) -> None:
    view.set_data(result(balanced=False, upload_id="up-1", **values))

    assert sum_said(view) == f"1,229 sent · {imbalance}"
    assert said(view, "result_advice") == texts.NOT_BALANCED_NEXT.source


def test_that_refused_rows_that_exotel_does_not_list_are_not_passed_over(view: ResultView) -> None:
    view.set_data(result(successful=1200, refused=29, balanced=False))

    assert said(view, "page_title") == texts.NO_REASONS.source
    assert said(view, "page_next") == texts.NO_REASONS_NEXT.source


def test_that_a_failure_says_why_and_leads_back_to_the_rows(view: ResultView) -> None:
    view.set_data(
        result(JobState.FAILED, cause="Exotel refused the sign-in.", next_step="Check the account.")
    )

    assert said(view, "result_title") == "leads.xlsx: nothing was sent"
    assert (said(view, "page_title"), said(view, "page_next")) == (
        "Exotel refused the sign-in.",
        "Check the account.",
    )
    assert sum_said(view) == "", "nothing can have arrived"
    assert offered(view) == {"details", "new_upload", "back_to_rows"}
    assert view.summary.back_button.hasFocus()


def test_that_an_unknown_outcome_warns_before_it_is_sent_twice(view: ResultView) -> None:
    view.set_data(result(JobState.UNKNOWN, unknown=1229, balanced=False, cause="The connection broke."))

    assert said(view, "result_title") == "leads.xlsx: nobody can tell yet whether Exotel took it"
    assert said(view, "result_cause") == "The connection broke."
    assert said(view, "result_advice") == texts.NEXT_UNKNOWN.source
    assert sum_said(view) == "1,229 sent · 1,229 rows are not accounted for"
    assert "back_to_rows" in offered(view)


def test_that_an_upload_lost_after_exotel_took_it_points_to_its_id(view: ResultView) -> None:
    view.set_data(result(JobState.UNKNOWN, unknown=1229, balanced=False, upload_id="up-1"))

    assert said(view, "result_title") == "leads.xlsx: Exotel took it, and how it went is not known"
    assert said(view, "result_advice") == texts.NEXT_UNKNOWN_OUTCOME.source


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({}, "leads.xlsx: you stopped before anything was taken"),
        ({"upload_id": "up-1", "in_flight": 1229}, "leads.xlsx: you stopped watching; Exotel goes on"),
    ],
)
def test_that_stopping_says_what_it_came_to(view: ResultView, values: dict[str, Any], title: str) -> None:
    view.set_data(result(JobState.CANCELLED, balanced=False, **values))

    assert said(view, "result_title") == title
    assert "back_to_rows" in offered(view)


@pytest.mark.parametrize("state", JobState)
def test_that_every_state_names_a_next_step(view: ResultView, state: JobState) -> None:
    waiting = {"waiting": 229, "successful": 1000} if state is JobState.PAUSED else {"successful": 1229}
    view.set_data(result(state, balanced=state is JobState.COMPLETED, **waiting))

    words = [said(view, name) for name in ("result_advice", "page_next")]
    assert any(words)


def test_that_each_state_has_a_picture_of_its_own(view: ResultView) -> None:
    pictures = []
    for state in JobState:
        view.set_data(result(state))
        pictures.append(view.summary._icon.icon_name)

    assert len(set(pictures)) == len(JobState)


def test_that_updating_is_not_called_adding(view: ResultView, qtbot: QtBot) -> None:
    view.set_data(result(successful=1229, duplicate_action="update"))

    qtbot.waitUntil(lambda: said(view, "count_0_label") == texts.UPDATED.source)


def test_that_one_result_leaves_nothing_in_the_next(view: ResultView) -> None:
    view.set_data(result(**SOME))
    view.summary.details_button.setChecked(True)

    view.set_data(result(successful=1229))

    assert view.table.model().rowCount() == 0
    assert not view.summary.details.isVisible()
    assert offered(view) == {"details", "new_upload"}


# --- uploads that have not ended ---------------------------------------------------------------------------


def test_that_an_upload_of_which_some_were_tried_offers_to_send_the_others(
    view: ResultView, qtbot: QtBot
) -> None:
    view.set_data(
        result(
            JobState.PAUSED,
            successful=9,
            refused=1,
            waiting=1219,
            refused_rows=ROWS[:1],
            next=NextStep.SEND_REST,
        )
    )

    assert said(view, "result_title") == "leads.xlsx: 10 sent, 1,219 contacts wait here"
    assert said(view, "result_advice") == texts.NEXT_PAUSED.source
    assert sum_said(view) == "10 sent, all accounted for"
    assert view.summary.next_button.text() == "Send the other 1,219 contacts"
    assert view.summary.next_button.hasFocus()
    with qtbot.waitSignal(view.next_requested) as asked:
        qtbot.keyClick(view.summary.next_button, Qt.Key.Key_Space)
    assert asked.args == [NextStep.SEND_REST]


def test_that_what_a_person_left_does_not_wait(view: ResultView) -> None:
    view.set_data(result(successful=10, waiting=1219))

    assert said(view, "result_title") == "leads.xlsx: all 10 contacts are in Exotel"
    assert said(view, "result_advice") == ""
    bar = view.findChild(QWidget, "counts_bar")
    assert isinstance(bar, QWidget)
    assert "1,219 not sent" in bar.accessibleDescription()
    assert "yet" not in bar.accessibleDescription()


def test_that_what_exotel_has_not_finished_can_be_asked_about_again(view: ResultView) -> None:
    view.set_data(
        result(JobState.UNFINISHED, successful=1000, in_flight=229, balanced=False, next=NextStep.ASK_AGAIN)
    )

    assert said(view, "result_title") == "leads.xlsx: Exotel has it and has not said yet how it went"
    assert sum_said(view) == "1,229 sent"
    assert view.summary.next_button.text() == texts.ASK_AGAIN.source
    bar = view.findChild(QWidget, "counts_bar")
    assert isinstance(bar, QWidget)
    assert f"229 {texts.IN_FLIGHT.source}" in bar.accessibleDescription()


def test_that_contacts_of_which_nobody_knows_are_for_the_person_to_decide_about(view: ResultView) -> None:
    view.set_data(result(JobState.UNKNOWN, unknown=1229, balanced=False, next=NextStep.DECIDE))

    assert view.summary.next_button.text() == texts.DECIDE.source
    assert view.summary.next_button.hasFocus()


def test_that_a_result_from_before_leads_back_to_the_list_that_is_open(view: ResultView) -> None:
    view.set_data(result(successful=1229, reopened=True))
    assert "back_to_rows" in offered(view)
    view.set_data(result(successful=1229, reopened=True, can_go_back=False))
    assert "back_to_rows" not in offered(view)


def test_that_several_attempts_are_told_as_one_upload(view: ResultView) -> None:
    view.set_data(result(successful=1229, attempts=2))
    assert sum_said(view) == "1,229 sent, all accounted for · in 2 attempts"


# --- what can be pressed -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("fix_rows", "fix_requested"),
        ("save_refused", "save_requested"),
        ("new_upload", "new_upload_requested"),
    ],
)
def test_that_buttons_ask_for_what_they_say(view: ResultView, qtbot: QtBot, button: str, signal: str) -> None:
    view.set_data(result(**SOME))
    found = view.findChild(QPushButton, button)
    assert isinstance(found, QPushButton)

    with qtbot.waitSignal(getattr(view, signal)):
        qtbot.mouseClick(found, LEFT)


def test_that_the_way_back_can_be_asked_for_by_key(view: ResultView, qtbot: QtBot) -> None:
    view.set_data(result(JobState.FAILED))

    with qtbot.waitSignal(view.back_requested):
        qtbot.keyClick(view.summary.back_button, Qt.Key.Key_Space)


def test_that_details_are_shown_on_demand_and_can_be_copied(view: ResultView, qtbot: QtBot) -> None:
    view.set_data(
        result(JobState.FAILED, upload_id="up-1", request_id="req-9", http_status=413, server_words="Too big")
    )
    assert said(view, "details_text") == ""

    qtbot.mouseClick(view.summary.details_button, LEFT)
    lines = "Upload ID: up-1\nRequest ID: req-9\nHTTP status: 413\nExotel’s own words: Too big"
    assert said(view, "details_text") == lines

    copy = view.findChild(QPushButton, "copy_details")
    assert isinstance(copy, QPushButton)
    qtbot.mouseClick(copy, LEFT)
    assert QGuiApplication.clipboard().text() == lines


def test_that_details_say_when_there_are_none(view: ResultView, qtbot: QtBot) -> None:
    view.set_data(result(JobState.CANCELLED))
    qtbot.mouseClick(view.summary.details_button, LEFT)

    assert said(view, "details_text") == texts.DETAIL_NONE.source


def test_that_markup_in_a_file_name_is_only_text(view: ResultView) -> None:
    view.set_data(result(file_name="<b>{n}</b>.csv", successful=1229))

    assert said(view, "result_title") == "<b>{n}</b>.csv: all 1,229 contacts are in Exotel"
    title = view.findChild(QLabel, "result_title")
    assert isinstance(title, QLabel)
    assert title.textFormat() == Qt.TextFormat.PlainText


# --- the table ---------------------------------------------------------------------------------------------


def test_that_selected_cells_are_copied_as_a_spreadsheet_takes_them(view: ResultView, qtbot: QtBot) -> None:
    view.set_data(result(**SOME))
    model, table = view.table.model(), view.table
    last = model.columnCount() - 1
    chosen = QItemSelection(model.index(0, RefusedColumn.ROW), model.index(1, RefusedColumn.PHONE))
    chosen.select(model.index(0, last), model.index(1, last))
    table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    table.setFocus()

    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert (
        QGuiApplication.clipboard().text() == "4\t+919876500001\tSuresh Iyer\n88\t+919876500001\tSuresh Iyer"
    )


def test_that_tab_leaves_the_table(view: ResultView, qtbot: QtBot) -> None:
    view.set_data(result(**SOME))
    view.table.setFocus()

    qtbot.keyClick(view.table, Qt.Key.Key_Tab)

    assert not view.table.hasFocus()


def test_that_only_the_rows_on_show_are_read(view: ResultView, qtbot: QtBot) -> None:
    class Watched(list[RefusedRowData]):
        """Remembers which rows were looked at."""

        read: set[int] = set()  # noqa: RUF012 - one list in this test

        def __getitem__(self, place: Any) -> Any:
            self.read.add(place)
            return super().__getitem__(place)

    rows = Watched(refused_row(number) for number in range(50_000))

    view.set_data(result(rows=50_000, refused=50_000, refused_rows=rows))
    view.table.grab()

    assert view.table.model().rowCount() == 50_000
    assert 0 in rows.read
    assert len(rows.read) < 100


@pytest.mark.parametrize("width", [1024, 1280, 1920])
def test_that_the_advice_takes_the_room_that_is_left(view: ResultView, qtbot: QtBot, width: int) -> None:
    view.set_data(result(**SOME))

    view.window().resize(width, 700)

    def right_edge() -> int:
        return view.table.columnViewportPosition(RefusedColumn.ADVICE) + view.table.columnWidth(
            RefusedColumn.ADVICE
        )

    qtbot.waitUntil(lambda: abs(right_edge() - view.table.viewport().width()) <= 12)
