from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from exogui.contacts.problems import ProblemCode, RowState
from exogui.contacts.schema import Field
from exogui.contacts.steps import Step, StepKind
from exogui.gui.models.contact_filter_proxy_model import ContactFilterProxyModel
from exogui.gui.models.problem_card_data import ColumnChoice, ProblemCardData
from exogui.gui.widgets.review_view import ReviewView
from tests.gui.sample_contacts import READY, make_table

Key = Qt.Key
Left = Qt.MouseButton.LeftButton
CARDS = [
    ProblemCardData(ProblemCode.NO_COUNTRY_CODE, "1 phone number has no country code", repair="Add"),
    ProblemCardData(ProblemCode.INVALID_EMAIL, "1 e-mail address is not right"),
]


@pytest.fixture
def view(rows: ContactFilterProxyModel, show: Callable[[QWidget], None]) -> ReviewView:
    made = ReviewView(rows)
    made.problems.set_groups(CARDS)
    made.resize(1280, 660)
    show(made)
    return made


def numbers_shown(view: ReviewView) -> list[str]:
    model = view.table.model()
    return [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]


def current(view: ReviewView) -> tuple[int, int]:
    return view.table.currentIndex().row(), view.table.currentIndex().column()


def test_that_chips_filter_the_rows(view: ReviewView, qtbot: QtBot) -> None:
    qtbot.mouseClick(view.chips.chip(RowState.MUST_FIX), Left)
    assert numbers_shown(view) == ["2", "3", "5"]

    qtbot.mouseClick(view.chips.chip(None), Left)
    assert numbers_shown(view) == ["1", "2", "3", "4", "5"]


def test_that_counts_follow_every_change(
    view: ReviewView, rows: ContactFilterProxyModel, qtbot: QtBot
) -> None:
    assert [view.chips.chip(state).count for state in (None, *RowState)] == [5, 1, 1, 3]

    rows.setData(rows.index(1, 0), "+919876543211")
    assert [view.chips.chip(state).count for state in (None, *RowState)] == [5, 2, 1, 2]

    rows.contacts.undo()
    assert view.chips.chip(RowState.READY).count == 1


def test_that_the_search_narrows_the_filter_in_force(view: ReviewView, qtbot: QtBot) -> None:
    qtbot.mouseClick(view.chips.chip(RowState.MUST_FIX), Left)

    qtbot.keyClicks(view.search, "ravi")
    assert numbers_shown(view) == ["2"]

    qtbot.mouseClick(view.chips.chip(RowState.READY), Left)
    assert numbers_shown(view) == []
    assert "“ravi”" in view.table.note.text

    qtbot.keyClick(view.search, Key.Key_Escape)
    assert numbers_shown(view) == ["1"]


def test_that_screen_readers_hear_how_many_rows_are_found(view: ReviewView, qtbot: QtBot) -> None:
    qtbot.keyClicks(view.search, "ravi")
    assert view.search.accessibleDescription() == "1 row found"

    view.search.clear()
    assert view.search.accessibleDescription().startswith("Show only rows with this text")


def test_that_the_way_from_the_search_leads_to_the_rows(view: ReviewView, qtbot: QtBot) -> None:
    view.search.activate()

    qtbot.keyClick(view.search, Key.Key_Return)

    assert view.table.hasFocus()


def test_that_show_shows_the_rows_of_one_problem_and_goes_to_the_first(
    view: ReviewView, qtbot: QtBot
) -> None:
    qtbot.mouseClick(view.problems.card(ProblemCode.INVALID_EMAIL).show_button, Left)

    assert numbers_shown(view) == ["3"]
    assert current(view) == (0, 2)
    assert view.chips.problem_chip.text() == "1 e-mail address is not right"

    qtbot.mouseClick(view.chips.problem_chip, Left)
    assert len(numbers_shown(view)) == 5
    assert not view.problems.card(ProblemCode.INVALID_EMAIL).show_button.isChecked()


def test_that_showing_goes_off_again_from_the_card(view: ReviewView, qtbot: QtBot) -> None:
    show_button = view.problems.card(ProblemCode.INVALID_EMAIL).show_button
    qtbot.mouseClick(show_button, Left)

    qtbot.mouseClick(show_button, Left)

    assert len(numbers_shown(view)) == 5
    assert view.chips.chip(None).isChecked()


def test_that_the_walk_through_problems_leaves_a_filter_that_shows_none(view: ReviewView) -> None:
    view.show_rows(state=RowState.READY)

    view.go_to_next_problem()
    assert view.chips.chip(None).isChecked()
    assert current(view) == (1, 0)
    assert view.table.hasFocus()

    view.go_to_previous_problem()
    assert current(view) == (4, 0)


def test_that_the_walk_through_problems_leaves_a_search_that_shows_none(view: ReviewView) -> None:
    view.search.setText("asha")

    view.go_to_next_problem()

    assert view.search.text() == ""
    assert current(view) == (1, 0)


def test_that_the_search_is_prepared_before_its_first_letter(
    view: ReviewView, rows: ContactFilterProxyModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[str] = []
    monkeypatch.setattr(rows, "prepare_search", lambda: prepared.append(view.search.text()))

    view.search.activate()

    assert prepared == [""]


def test_that_the_walk_stays_where_it_is_when_nothing_is_wrong(
    view: ReviewView, rows: ContactFilterProxyModel
) -> None:
    rows.contacts.set_table(make_table([READY]))
    view.show_rows(state=RowState.READY)

    view.go_to_next_problem()

    assert view.chips.chip(RowState.READY).isChecked()


def test_that_filter_search_and_counts_stay_true_when_rows_go(
    view: ReviewView, rows: ContactFilterProxyModel
) -> None:
    view.show_rows(state=RowState.MUST_FIX)
    view.search.setText("a")
    assert numbers_shown(view) == ["2", "5"]
    assert rows.table is not None

    rows.contacts.install(rows.table.judge_without([0, 1]), Step(StepKind.REMOVE_ROWS))

    assert numbers_shown(view) == ["5"]
    assert view.search.text() == "a"
    assert view.search.accessibleDescription() == "1 row found"
    assert view.chips.chip(RowState.MUST_FIX).isChecked()
    assert [view.chips.chip(state).count for state in (None, *RowState)] == [3, 1, 0, 2]


def test_that_another_file_starts_unfiltered(view: ReviewView, rows: ContactFilterProxyModel) -> None:
    view.show_rows(code=ProblemCode.INVALID_EMAIL)
    view.search.setText("mei")

    rows.contacts.set_table(make_table([READY, READY]))

    assert numbers_shown(view) == ["1", "2"]
    assert view.search.text() == ""
    assert view.chips.chip(None).isChecked()
    assert view.chips.chip(None).count == 2
    assert not view.problems.card(ProblemCode.INVALID_EMAIL).show_button.isChecked()


def test_that_wishes_are_passed_upward(view: ReviewView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.repair_requested) as asked:
        qtbot.mouseClick(view.problems.card(ProblemCode.NO_COUNTRY_CODE).repair_button, Left)
    assert asked.args == [ProblemCode.NO_COUNTRY_CODE, None]

    view.summary.set_file("contacts.csv", "5 rows", changeable=True)
    with qtbot.waitSignal(view.reading_change_requested):
        qtbot.mouseClick(view.summary.change_button, Left)

    view.problems.ask_for_phone_column([ColumnChoice(2, "Tel", "1")])
    with qtbot.waitSignal(view.mapping_requested) as asked:
        view.problems.phone_column_chosen.emit(2)
    assert asked.args == [2, Field.PHONE_NUMBER]

    view.table.header.open_menu(3)
    menu = view.table.header.menu()
    assert menu is not None
    with qtbot.waitSignal(view.mapping_requested) as asked:
        next(action for action in menu.actions() if action.text() == "tag").trigger()
    assert asked.args == [3, Field.TAG]


def test_that_rows_can_be_looked_at_only_while_they_are_sent(view: ReviewView, qtbot: QtBot) -> None:
    panel = QLabel("Sending")
    view.set_upload_panel(panel)
    assert not panel.isVisible()

    view.set_sending(True)
    assert panel.isVisible()
    assert not view.problems.isVisible()
    assert view.table.model().flags(view.table.model().index(0, 0)) & Qt.ItemFlag.ItemIsEditable == (
        Qt.ItemFlag.NoItemFlags
    )

    view.set_sending(False)
    assert not panel.isVisible()
    assert view.problems.isVisible()
    assert view.table.model().flags(view.table.model().index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_that_a_long_file_name_gives_way_in_its_middle(view: ReviewView) -> None:
    name = "contacts " * 40 + "final.xlsx"

    view.summary.set_file(name, "1,248 rows · Excel", changeable=True)

    label = view.summary.name_label
    assert view.summary.minimumSizeHint().width() < 1024
    assert "…" in label.shown_text
    assert label.shown_text.endswith("final.xlsx")
    assert "final.xlsx" in label.toolTip()
    assert view.summary.change_button.isVisible()


@pytest.mark.parametrize(("width", "height"), [(1024, 560), (1280, 660), (1920, 900)])
def test_that_everything_has_room_from_the_smallest_window_up(
    view: ReviewView, width: int, height: int
) -> None:
    view.resize(width, height)

    assert view.width() == width  # nothing insists on more
    assert view.problems.geometry().right() < width
    assert view.table.width() > width // 2
    assert view.search.geometry().right() < width


def test_that_every_control_has_a_name_for_screen_readers(view: ReviewView) -> None:
    view.summary.set_file("contacts.csv", "5 rows", changeable=True)

    nameless = [
        widget.objectName() or widget.metaObject().className()
        for widget in view.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and not widget.accessibleName()
    ]

    assert nameless == []
