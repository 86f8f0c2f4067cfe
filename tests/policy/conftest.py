"""Policies in files of the test."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from exogui.policy.sources import PolicyFile, parse_toml

WritePolicy = Callable[..., PolicyFile]


@pytest.fixture
def write_policy(tmp_path: Path) -> WritePolicy:
    """Writes a policy as a TOML file; gives the source. Whoever runs the test is trusted as root is."""

    def write(text: str, name: str = "policy.toml") -> PolicyFile:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o644)
        return PolicyFile(path, parse_toml, owner=os.getuid())

    return write
