"""That continuous integration does what the README says, on every system that is promised."""

from __future__ import annotations

import re
import stat
import tomllib
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def workflow(checkout: Path) -> str:
    return (checkout / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8")


def test_that_every_place_runs_the_same_command(checkout: Path, workflow: str) -> None:
    command = "packaging/dev.py test"
    assert re.findall(r"run: python (.+)", workflow) == [command]
    ci = (checkout / ".ci" / "run").read_text(encoding="utf-8")
    assert ci.endswith(f"\npython3 {command}\nexec python3 packaging/dev.py build\n")
    assert f"python3 {command}" in (checkout / "README.md").read_text(encoding="utf-8")


@pytest.mark.only_on("linux", "darwin")
def test_that_the_ci_script_can_be_executed(checkout: Path) -> None:
    assert (checkout / ".ci" / "run").stat().st_mode & stat.S_IXUSR


def test_that_three_systems_and_the_oldest_python_are_tested(checkout: Path, workflow: str) -> None:
    systems = re.search(r"system: \[(.+)\]", workflow)
    pythons = re.search(r"python: \[(.+)\]", workflow)
    assert systems
    assert pythons
    assert {name.split("-")[0] for name in systems[1].split(", ")} == {"ubuntu", "windows", "macos"}
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest, newest = (tuple(map(int, name.strip('"').split("."))) for name in pythons[1].split(", "))
    assert project["requires-python"] == ">={}.{}".format(*oldest)
    assert newest > oldest


def test_that_actions_are_pinned_to_commits_and_may_only_read(workflow: str) -> None:
    actions = re.findall(r"uses: (.+)", workflow)
    assert actions
    for action in actions:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action
    assert re.search(r"^permissions:\n  contents: read\n\n", workflow, re.MULTILINE)
    assert "write" not in workflow
    assert "persist-credentials: false" in workflow
