"""How often Exotel is asked: gently, and the end is noticed quickly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exogui.exotel.responses import CallBudget
from exogui.uploads.pace import Patience, poll_pause, trouble_pause

PATIENCE = Patience()
PLENTY = CallBudget(190, 30.0)
seconds = st.floats(min_value=0, max_value=1800)


def questions(until: float, estimated: float | None) -> list[float]:
    """The moments of the questions up to the first one after ``until``."""
    moments = [0.0]
    while moments[-1] < until:
        moments.append(moments[-1] + poll_pause(moments[-1], estimated, PLENTY, PATIENCE))
    return moments[1:]


@given(seconds, st.none() | seconds)
def test_that_the_end_is_noticed_soon_whenever_it_comes(end: float, estimated: float | None) -> None:
    # A late answer is compared with how long it took: nobody notices 5 seconds after 30.
    late = questions(end, estimated)[-1] - end if end else 0.0
    assert late <= max(0.5, end / 4, (estimated or 0) / 20)
    assert late <= 10


@given(st.none() | seconds)
def test_that_a_minute_holds_few_questions(estimated: float | None) -> None:
    moments = questions(1800, estimated)
    for start in moments:
        assert sum(start <= moment < start + 60 for moment in moments) <= 30


def test_that_a_right_estimate_is_met_at_its_end() -> None:
    for estimated in (1.0, 3.0, 30.0, 100.0):
        assert min(abs(moment - estimated) for moment in questions(estimated + 1, estimated)) < 0.51


@pytest.mark.parametrize(
    ("budget", "least"),
    [
        (CallBudget(), 0.5),
        (CallBudget(21, 60), 0.5),
        (CallBudget(20, 60), 10),
        (CallBudget(0, 40), 40),
        (CallBudget(0, 10_000), 60),
        (CallBudget(0, None), 10),
    ],
)
def test_that_few_calls_left_slow_it_down(budget: CallBudget, least: float) -> None:
    assert poll_pause(0, None, budget, PATIENCE) == least


@pytest.mark.parametrize(
    ("attempt", "asked", "pause"),
    [(0, None, 1), (3, None, 8), (4, None, 16), (40, None, 16), (0, 7, 7), (0, 0, 1), (0, 1e9, 300)],
)
def test_that_trouble_waits_as_asked_within_reason(attempt: int, asked: float | None, pause: float) -> None:
    assert trouble_pause(attempt, asked, PATIENCE) == pause
