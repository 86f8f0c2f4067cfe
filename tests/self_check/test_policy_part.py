"""What the self-check says of the organisation's policy."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from exogui.self_check.part import PartFailed
from exogui.self_check.policy_part import try_policy


class Found:
    """A source that says what it is told to say."""

    place = "/etc/exogui/policy.toml"

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def read(self) -> Mapping[str, object]:
        return self._values


def test_that_without_a_policy_it_says_so() -> None:
    assert try_policy([Found({})]).startswith("No policy is set")


def test_that_what_is_set_is_counted_with_its_place() -> None:
    told = try_policy([Found({"create_new": False, "country": "IN"})])
    assert told == "2 settings of your organisation are in force, from /etc/exogui/policy.toml"


def test_that_a_policy_with_a_fault_is_a_part_that_does_not_work() -> None:
    with pytest.raises(PartFailed, match="wrong type"):
        try_policy([Found({"create_new": "no"})])
