from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from exogui.exotel.duplicate_action import DuplicateAction
from exogui.gui.widgets.upload_bar import UploadBar, UploadChoices, UploadReadiness
from exogui.messages import sending as texts
from exogui.messages.catalogue import Text
from tests.gui.conftest import Show

LEFT = Qt.MouseButton.LeftButton
READY = UploadReadiness(ready=1229, with_problems=19, has_account=True)


@pytest.fixture
def bar(show: Show) -> UploadBar:
    made = UploadBar()
    show(made, width=1024)
    made.set_readiness(READY)
    return made


def rows_text(bar: UploadBar) -> QLabel:
    label = bar.findChild(QLabel, "rows_that_stay")
    assert isinstance(label, QLabel)
    return label


def include(bar: UploadBar) -> QCheckBox:
    box = bar.findChild(QCheckBox, "include_problem_rows")
    assert isinstance(box, QCheckBox)
    return box


def test_that_the_button_says_how_many_contacts_go(bar: UploadBar) -> None:
    assert bar.button.text() == "Upload 1,229 contacts"
    assert rows_text(bar).text() == "19 rows stay here"


def test_that_one_contact_is_not_several(bar: UploadBar) -> None:
    bar.set_readiness(UploadReadiness(ready=1, with_problems=1, has_account=True))

    assert bar.button.text() == "Upload 1 contact"
    assert rows_text(bar).text() == "1 row stays here"


def test_that_numbers_are_grouped_as_the_system_does() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.India))
    bar = UploadBar()
    bar.set_readiness(UploadReadiness(ready=123456, has_account=True))

    assert bar.button.text() == "Upload 1,23,456 contacts"


def test_that_the_upload_is_asked_for_with_all_choices(bar: UploadBar, qtbot: QtBot) -> None:
    qtbot.mouseClick(bar.duplicates.segment("update"), LEFT)
    qtbot.keyClicks(bar.list_id, "list_8841")

    with qtbot.waitSignal(bar.upload_requested) as asked:
        qtbot.mouseClick(bar.button, LEFT)

    assert asked.args == [UploadChoices("update", "list_8841", include_problem_rows=False)]


def test_that_every_choice_is_one_that_exotel_knows(bar: UploadBar) -> None:
    for action in DuplicateAction:
        bar.set_choices(UploadChoices(action))
        assert bar.choices.duplicate_action == action


def test_that_each_choice_says_what_it_means(bar: UploadBar) -> None:
    tips = {bar.duplicates.segment(action).toolTip() for action in DuplicateAction}

    assert len(tips) == 3
    assert all(tips)


def test_that_rows_with_problems_go_only_when_the_person_says_so(bar: UploadBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.choices_changed):
        qtbot.mouseClick(include(bar), LEFT)

    assert bar.button.text() == "Upload 1,248 contacts"
    assert rows_text(bar).text() == "19 rows with problems go too"
    with qtbot.waitSignal(bar.upload_requested) as asked:
        qtbot.mouseClick(bar.button, LEFT)
    assert asked.args[0].include_problem_rows


def test_that_consent_ends_with_the_problems_it_was_given_for(bar: UploadBar, qtbot: QtBot) -> None:
    qtbot.mouseClick(include(bar), LEFT)
    bar.set_readiness(UploadReadiness(ready=1248, has_account=True))
    bar.set_readiness(READY)

    assert not bar.choices.include_problem_rows
    assert bar.button.text() == "Upload 1,229 contacts"


def test_that_nothing_is_said_about_problems_where_there_are_none(bar: UploadBar) -> None:
    bar.set_readiness(UploadReadiness(ready=5, has_account=True))

    assert not rows_text(bar).isVisible()
    assert not include(bar).isVisible()


def test_that_without_an_account_the_button_asks_for_one(bar: UploadBar, qtbot: QtBot) -> None:
    bar.set_readiness(UploadReadiness(ready=5))
    assert bar.button.text() == "Add an account to upload"

    with qtbot.waitSignal(bar.account_requested), qtbot.assertNotEmitted(bar.upload_requested):
        qtbot.mouseClick(bar.button, LEFT)


@pytest.mark.parametrize(
    ("readiness", "why"),
    [
        (UploadReadiness(ready=5, has_account=True, has_phone_column=False), texts.NO_PHONE_COLUMN),
        (UploadReadiness(with_problems=5, has_account=True), texts.NO_ROW_READY),
        (UploadReadiness(with_problems=5), texts.NO_ROW_READY),
        (UploadReadiness(has_account=True), texts.NO_ROWS),
    ],
)
def test_that_a_button_that_cannot_be_pressed_says_what_to_do_first(
    bar: UploadBar, qtbot: QtBot, readiness: UploadReadiness, why: Text
) -> None:
    bar.set_readiness(readiness)

    assert not bar.button.isEnabled()
    assert bar.button.toolTip() == why.source
    assert bar.button.accessibleDescription() == why.source
    with qtbot.assertNotEmitted(bar.upload_requested):
        qtbot.mouseClick(bar.button, LEFT)


def test_that_rows_with_problems_alone_can_be_sent_too(bar: UploadBar, qtbot: QtBot) -> None:
    bar.set_readiness(UploadReadiness(with_problems=5, has_account=True))

    qtbot.mouseClick(include(bar), LEFT)

    assert bar.button.isEnabled()
    assert bar.button.text() == "Upload 5 contacts"


def test_that_nothing_can_be_chosen_while_an_upload_runs(bar: UploadBar) -> None:
    bar.set_readiness(UploadReadiness(ready=5, with_problems=1, has_account=True, busy=True))

    assert bar.button.text() == texts.UPLOAD_BUSY.source
    controls = (bar.button, bar.duplicates, bar.list_id, include(bar))
    assert not any(control.isEnabled() for control in controls)


def test_that_a_pasted_list_id_loses_its_spaces(bar: UploadBar, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("  list_8841 \n")

    bar.list_id.setFocus()
    qtbot.keyClick(bar.list_id, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert bar.choices.list_id == "list_8841"


def test_that_remembered_choices_come_back(bar: UploadBar) -> None:
    remembered = UploadChoices("create_new", "list_1", include_problem_rows=True)

    bar.set_choices(remembered)

    assert bar.choices == remembered


def test_that_a_remembered_action_that_is_no_more_leaves_the_safe_one(bar: UploadBar) -> None:
    bar.set_choices(UploadChoices("replace_all", "list_1"))

    assert bar.choices == UploadChoices("skip", "list_1")


def test_that_every_control_has_a_name_for_screen_readers(bar: UploadBar) -> None:
    for control in (bar.button, bar.duplicates, bar.list_id, include(bar)):
        assert control.accessibleName()
        assert control.objectName()
