from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from exogui.gui.models.history_model import STANDING_LOOKS, HistoryColumn, HistoryModel
from exogui.gui.speech import say
from exogui.messages.history import standing_meaning, standing_name
from exogui.uploads.standing import Standing
from tests.gui.history_entries import entry

DAY = 24 * 3600
Column = HistoryColumn


@pytest.fixture
def model() -> HistoryModel:
    return HistoryModel()


def text(model: HistoryModel, row: int, column: HistoryColumn) -> str:
    return str(model.index(row, model.columns.index(column)).data())


def shown(model: HistoryModel) -> list[str]:
    return [model.entry(row).job_id for row in range(model.row_count())]


def test_that_qt_finds_no_fault_with_it(model: HistoryModel, qtmodeltester: ModelTester) -> None:
    model.set_entries([entry("1", successful=2), entry("2", Standing.WAITING, waiting=2)])
    qtmodeltester.check(model)


def test_that_the_day_is_said_as_people_say_it_and_the_whole_date_is_in_the_tool_tip(
    model: HistoryModel,
) -> None:
    noon = time.mktime((*time.localtime()[:3], 12, 0, 0, 0, 0, -1))
    model.set_entries([entry(str(n), begun_at=noon - n * DAY) for n in (0, 1, 9)])

    assert text(model, 0, Column.WHEN).startswith("Today 12:00")
    assert text(model, 1, Column.WHEN).startswith("Yesterday 12:00")
    assert str(time.localtime(noon - 9 * DAY).tm_mday) in text(model, 2, Column.WHEN)
    tip = str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert str(time.localtime().tm_year) in tip


def test_that_numbers_are_grouped_as_in_the_system(model: HistoryModel) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.India))
    model.set_entries([entry("1", successful=123456, refused=4)])

    assert text(model, 0, Column.ROWS) == "1,23,460"
    assert text(model, 0, Column.ADDED) == "1,23,456"


def test_that_columns_without_anything_to_show_are_left_out(model: HistoryModel) -> None:
    rare = {Column.LIST, Column.UNKNOWN, Column.IN_FLIGHT, Column.WAITING}
    model.set_entries([entry("1", successful=1)])
    assert not rare & set(model.columns)

    model.set_entries([entry("1", unknown=1, in_flight=2, waiting=3, list_id="l"), entry("2", successful=1)])
    assert rare <= set(model.columns)
    assert [text(model, 0, column) for column in model.columns[-3:]] == ["1", "2", "3"]
    assert text(model, 1, Column.LIST) == "no list"


def test_that_more_than_one_attempt_is_said_below_the_file(model: HistoryModel) -> None:
    model.set_entries([entry("1", attempts=2), entry("2")])
    file = model.columns.index(Column.FILE)
    assert [model.look(row, file).note for row in (0, 1)] == ["2 attempts", ""]


@pytest.mark.parametrize("standing", Standing)
def test_that_each_state_has_words_a_picture_and_a_meaning(model: HistoryModel, standing: Standing) -> None:
    model.set_entries([entry("1", standing)])
    place = model.columns.index(Column.STATE)
    look = model.look(0, place)

    assert look.text == standing_name(standing, say)
    assert (look.icon, look.icon_tint) == STANDING_LOOKS[standing]
    assert model.tip(0, place) == standing_meaning(standing, say)
    assert model.index(0, place).data(Qt.ItemDataRole.AccessibleTextRole) == f"state {look.text}"


def test_that_every_word_looked_for_must_be_there_wherever_it_is(model: HistoryModel) -> None:
    model.set_entries(
        [entry("1", file_name="Leads May.csv"), entry("2", file_name="Leads June.csv", list_id="list_8")]
    )
    for search, found in (
        ("LEADS", ["1", "2"]),
        ("june leads", ["2"]),
        ("list_8", ["2"]),
        ("up-1", ["1"]),
        ("acme", ["1", "2"]),
        ("done may", ["1"]),
        ("may june", []),
    ):
        model.look_for(search, attention_only=False)
        assert shown(model) == found, search


def test_that_only_what_needs_attention_can_be_shown(model: HistoryModel) -> None:
    model.set_entries([entry("1"), entry("2", Standing.TO_DECIDE), entry("3", Standing.SOME_REFUSED)])
    model.look_for("", attention_only=True)

    assert (shown(model), model.attention_count, model.entry_count) == (["2"], 1, 3)


def test_that_the_chosen_one_stays_chosen_whatever_is_looked_for(model: HistoryModel, qtbot: QtBot) -> None:
    model.set_entries([entry("1", file_name="a.csv"), entry("2", file_name="b.csv")])
    with qtbot.waitSignal(model.dataChanged):
        model.choose(1)
    model.look_for("b.csv", attention_only=False)
    assert model.chosen_row == 0
    model.look_for("a.csv", attention_only=False)
    assert (model.chosen_row, model.chosen) == (-1, None)
    model.look_for("", attention_only=False)
    assert model.chosen is not None
    assert model.chosen.job_id == "2"
    assert model.look(1, 0).fill
    assert not model.look(0, 0).fill
