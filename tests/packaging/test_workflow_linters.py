"""The workflows by the linters of others, with the shell scripts in them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TOOLS = Path(sys.executable).parent


def verdict(checkout: Path, *command: str) -> str:
    """What a linter says about the checkout; nothing when all is well."""
    environment = {**os.environ, "PATH": f"{TOOLS}{os.pathsep}{os.environ['PATH']}"}  # with shellcheck on it
    tool, *arguments = command
    answer = subprocess.run(
        [TOOLS / tool, *arguments], cwd=checkout, env=environment, capture_output=True, text=True, check=False
    )
    return "" if answer.returncode == 0 else answer.stdout + answer.stderr


def test_that_actionlint_finds_nothing(checkout: Path) -> None:
    assert verdict(checkout, "actionlint") == ""


def test_that_zizmor_finds_nothing(checkout: Path) -> None:
    assert verdict(checkout, "zizmor", "--offline", "--strict-collection", ".github/workflows") == ""


def test_that_actionlint_sees_a_mistake_in_a_script(tmp_path: Path) -> None:
    workflow = tmp_path / ".github" / "workflows" / "broken.yml"
    workflow.parent.mkdir(parents=True)
    workflow.write_text(
        "on: push\njobs:\n  one:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: rm $UNQUOTED\n",
        encoding="utf-8",
    )
    assert "SC2086" in verdict(tmp_path, "actionlint", str(workflow))
