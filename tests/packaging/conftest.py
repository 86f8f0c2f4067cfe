"""The checkout, and a folder that is not it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The root of the checkout."""
    return Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def foreign_environment() -> dict[str, str]:
    """An environment for child processes in which nothing points at the checkout."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
