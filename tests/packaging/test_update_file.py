"""What a released build knows of where to ask for newer versions."""

from __future__ import annotations

from pathlib import Path

import pytest
import update_file

from exogui.exotel.addresses import InvalidAddress
from exogui.policy.policy import NO_POLICY
from exogui.updates.update_address import update_address


def test_that_the_program_reads_what_the_build_wrote(tmp_path: Path) -> None:
    environment = {update_file.VARIABLE: " https://exogui.example/latest.json "}
    ((name, source, kind),) = update_file.entries(tmp_path, environment)
    assert (name, kind) == ("exogui/resources/build/update.json", "DATA")
    assert update_address(NO_POLICY, Path(source)) == "https://exogui.example/latest.json"


@pytest.mark.parametrize("environment", [{}, {update_file.VARIABLE: ""}])
def test_that_a_build_that_is_not_released_knows_nothing(environment: dict[str, str], tmp_path: Path) -> None:
    assert update_file.entries(tmp_path, environment) == []
    assert not list(tmp_path.iterdir())


def test_that_a_mistake_in_the_address_ends_the_build(tmp_path: Path) -> None:
    with pytest.raises(InvalidAddress):
        update_file.entries(tmp_path, {update_file.VARIABLE: "http://exogui.example/latest.json"})
