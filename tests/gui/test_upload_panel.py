from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from exogui.gui.widgets.step_row import StepRow
from exogui.gui.widgets.upload_panel import UploadPanel
from exogui.gui.widgets.upload_progress import time_left
from exogui.messages import sending as texts
from exogui.messages.catalogue import Text
from exogui.uploads.events import (
    Accepted,
    AwaitingAnswer,
    FetchingRefusedRows,
    Processing,
    Sending,
    UploadEvent,
    Waiting,
    WaitReason,
)
from tests.gui.conftest import Show

SENT = Sending(4_800_000, 4_800_000)
TAKEN = Accepted("up-1", 1229, 30)


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def panel(show: Show, clock: Clock) -> UploadPanel:
    made = UploadPanel(clock=clock)
    show(made)
    made.start(1229)
    return made


def said(panel: UploadPanel, name: str) -> str:
    label = panel.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def steps(panel: UploadPanel) -> list[str]:
    """As a screen reader hears them."""
    labels = [panel.findChild(QLabel, f"upload_steps_{number}") for number in range(3)]
    return [label.accessibleName() for label in labels if isinstance(label, QLabel)]


def tell(panel: UploadPanel, *events: UploadEvent) -> None:
    for event in events:
        panel.set_event(event)


@pytest.mark.parametrize(
    ("events", "title", "aside", "heard"),
    [
        (
            [],
            "Getting the file ready",
            "",
            ["Sending, now", "Processing, still to come", "Result, still to come"],
        ),
        (
            [Sending(3_100_000, 4_800_000)],
            "Sending 3.1 of 4.8 MB",
            "64 %",
            ["Sending, now", "Processing, still to come", "Result, still to come"],
        ),
        (
            [Sending(10_000, 40_000)],
            "Sending 10.0 of 40.0 KB",
            "25 %",
            ["Sending, now", "Processing, still to come", "Result, still to come"],
        ),
        (
            [SENT, AwaitingAnswer()],
            "Waiting for Exotel to take the file",
            "",
            ["Sending, now", "Processing, still to come", "Result, still to come"],
        ),
        (
            [SENT, TAKEN, Processing("up-1", 12, 30)],
            "Exotel is processing your contacts",
            "about 20 seconds left",
            ["Sent 4.8 MB, done", "Processing 1,229 contacts, now", "Result, still to come"],
        ),
        (
            [SENT, TAKEN, FetchingRefusedRows("up-1")],
            "Fetching the rows that Exotel refused",
            "",
            ["Sent 4.8 MB, done", "Processing, done", "Result, now"],
        ),
    ],
)
def test_that_every_stage_is_said_in_words(
    panel: UploadPanel, events: list[UploadEvent], title: str, aside: str, heard: list[str]
) -> None:
    tell(panel, *events)

    assert said(panel, "upload_title") == title
    assert said(panel, "upload_aside") == aside
    assert steps(panel) == heard


@pytest.mark.parametrize(
    ("reason", "title"),
    [
        (WaitReason.RATE_LIMIT, "Waiting 12 seconds because Exotel asked for a pause"),
        (WaitReason.SERVER_TROUBLE, "Exotel has trouble answering. Trying again in 12 seconds"),
        (WaitReason.NO_CONNECTION, "No connection to Exotel. Trying again in 12 seconds"),
    ],
)
def test_that_a_pause_says_why_and_how_long(panel: UploadPanel, reason: WaitReason, title: str) -> None:
    tell(panel, SENT, TAKEN, Waiting(12, reason))

    assert said(panel, "upload_title") == title


def test_that_a_pause_counts_down_and_does_not_go_below_one(panel: UploadPanel, clock: Clock) -> None:
    tell(panel, SENT, TAKEN, Waiting(12, WaitReason.RATE_LIMIT))
    seen = []
    for passed in (1, 10.5, 11.5, 30):
        clock.now = 1000.0 + passed
        panel.refresh()
        seen.append(said(panel, "upload_title"))

    assert [text.split(" because")[0] for text in seen] == [
        "Waiting 11 seconds",
        "Waiting 2 seconds",
        "Waiting 1 second",
        "Waiting 1 second",
    ]


def test_that_the_panel_keeps_itself_up_to_date_while_it_is_shown(
    panel: UploadPanel, clock: Clock, qtbot: QtBot
) -> None:
    tell(panel, SENT, TAKEN, Waiting(12, WaitReason.RATE_LIMIT))

    clock.now += 3

    qtbot.waitUntil(lambda: said(panel, "upload_title").startswith("Waiting 9 seconds"))


def test_that_a_pause_leaves_the_bar_where_it_was(panel: UploadPanel) -> None:
    tell(panel, SENT, TAKEN, Processing("up-1", 12, 30))
    before = panel.bar.fraction

    tell(panel, Waiting(12, WaitReason.RATE_LIMIT))

    assert before is not None
    assert panel.bar.fraction == before


def test_that_the_bar_only_moves_forward(panel: UploadPanel, clock: Clock) -> None:
    places: list[float] = []
    events = (
        Sending(0, 4_800_000),
        Sending(2_400_000, 4_800_000),
        SENT,
        TAKEN,
        Processing("up-1", 10, 30),
        Processing("up-1", 29, 30),
        FetchingRefusedRows("up-1"),
    )
    for event in events:
        tell(panel, event)
        clock.now += 0.5
        panel.refresh()
        assert panel.bar.fraction is not None
        places.append(panel.bar.fraction)

    assert places == sorted(places)
    assert places[0] < places[1] < places[-1] < 1


def test_that_no_end_is_pretended_where_none_is_known(panel: UploadPanel, clock: Clock) -> None:
    known = []
    for event in (Accepted("up-1", 1229, None), Processing("up-1", 5, 30)):
        tell(panel, event)
        known.append((panel.bar.fraction is not None, said(panel, "upload_aside")))
    clock.now += 26
    panel.refresh()
    known.append((panel.bar.fraction is not None, said(panel, "upload_aside")))

    assert known == [(False, ""), (True, "about 25 seconds left"), (False, texts.LONGER.source)]


def test_that_an_upload_picked_up_again_needs_no_sending(panel: UploadPanel) -> None:
    tell(panel, Processing("up-1", 12, 30))

    assert steps(panel)[0] == "Sending, done"
    assert panel.cancel_button.text() == "Stop watching"


@pytest.mark.parametrize(
    ("events", "text", "means"),
    [
        ([], "Cancel", texts.CANCEL_MEANS),
        ([SENT], "Cancel", texts.CANCEL_MEANS),
        ([SENT, AwaitingAnswer()], "Stop waiting", texts.STOP_WAITING_MEANS),
        ([SENT, AwaitingAnswer(), Waiting(5, WaitReason.RATE_LIMIT)], "Cancel", texts.CANCEL_BETWEEN_MEANS),
        ([SENT, TAKEN], "Stop watching", texts.STOP_WATCHING_MEANS),
        ([SENT, TAKEN, Waiting(5, WaitReason.RATE_LIMIT)], "Stop watching", texts.STOP_WATCHING_MEANS),
        ([SENT, TAKEN, FetchingRefusedRows("up-1")], "Stop watching", texts.STOP_WATCHING_MEANS),
    ],
)
def test_that_cancel_says_what_it_means_at_that_moment(
    panel: UploadPanel, events: list[UploadEvent], text: str, means: Text
) -> None:
    tell(panel, *events)

    assert panel.cancel_button.text() == text
    assert panel.cancel_button.toolTip() == means.source
    assert panel.cancel_button.accessibleDescription() == means.source


def test_that_cancel_can_be_pressed_once(panel: UploadPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.cancel_requested):
        qtbot.mouseClick(panel.cancel_button, Qt.MouseButton.LeftButton)

    tell(panel, SENT)
    assert panel.cancel_button.text() == texts.STOPPING.source
    with qtbot.assertNotEmitted(panel.cancel_requested):
        qtbot.mouseClick(panel.cancel_button, Qt.MouseButton.LeftButton)


def test_that_the_next_upload_begins_afresh(panel: UploadPanel, qtbot: QtBot) -> None:
    tell(panel, SENT, TAKEN)
    qtbot.mouseClick(panel.cancel_button, Qt.MouseButton.LeftButton)

    panel.start(3)

    assert said(panel, "upload_title") == texts.PREPARING.source
    assert panel.cancel_button.isEnabled()
    assert steps(panel)[0] == "Sending, now"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (1, "a few seconds left"),
        (4, "about 4 seconds left"),
        (18, "about 20 seconds left"),
        (90, "about 90 seconds left"),
        (91, "about 2 minutes left"),
        (600, "about 10 minutes left"),
    ],
)
def test_that_times_are_said_as_a_person_would(seconds: float, text: str) -> None:
    assert time_left(seconds) == text


def test_that_the_bar_glides_to_where_the_work_is(panel: UploadPanel, qtbot: QtBot) -> None:
    empty = panel.bar.grab().toImage()
    tell(panel, SENT)

    qtbot.waitUntil(lambda: panel.bar.grab().toImage() != empty)
    accent = panel.bar.palette().highlight().color()
    end = int(panel.bar.width() * 0.4) - 8
    qtbot.waitUntil(lambda: panel.bar.grab().toImage().pixelColor(end, 5) == accent)


def test_that_a_screen_reader_hears_the_progress(panel: UploadPanel) -> None:
    tell(panel, SENT)

    assert panel.bar.accessibleName() == texts.PROGRESS.source
    assert (panel.bar.minimum(), panel.bar.value(), panel.bar.maximum()) == (0, 400, 1000)
    assert isinstance(panel.findChild(StepRow), StepRow)
