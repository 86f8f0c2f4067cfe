"""Versions are compared as numbers, and junk is none."""

from __future__ import annotations

import hypothesis
import pytest
from hypothesis import strategies as st

from exogui import __version__
from exogui.updates.version import Version, is_newer, read_version


@pytest.mark.parametrize(
    ("latest", "running", "newer"),
    [
        ("1.10.0", "1.9.9", True),
        ("1.9.9", "1.10.0", False),
        ("2.0.0", "1.99.99", True),
        ("1.2.3", "1.2.3", False),
        ("1.2.2", "1.2.3", False),
        ("1.2.3", "1.2.3rc1", True),
        ("1.2.3", "1.2.3.dev4", True),
        ("1.2.3", "1.2.3-beta.1", True),
        ("1.2.2", "1.2.3rc1", False),
        ("1.2.3", "1.2.3+deb12u1", False),
        ("1.2.3", "1.2.3.post1", False),
        ("1.2.4", "1.2.3+deb12u1", True),
        ("1.2.3", "unknown", False),
        ("1.2.3", "", False),
        ("1.2.3", "1.2", False),
        ("1.2.3", "1.2.000003", False),
    ],
)
def test_that_a_later_version_is_newer(latest: str, running: str, newer: bool) -> None:
    assert is_newer(read_version(latest), running) is newer


@pytest.mark.parametrize(
    "junk",
    [
        "",
        "1",
        "1.2",
        "1.2.3.4",
        "v1.2.3",
        "1.2.3rc1",
        "1.2.-3",
        " 1.2.3",
        "1.2.3\n",
        "01.2.3",
        "١.٢.٣",
        "1.2.100000",
    ],
)
def test_that_junk_and_versions_before_a_release_are_refused(junk: str) -> None:
    with pytest.raises(ValueError, match="not a released version"):
        read_version(junk)


@hypothesis.given(st.text(alphabet="0123456789.+-rcdevpost ", max_size=20))
def test_that_whatever_runs_is_compared_without_an_error(running: str) -> None:
    assert is_newer(Version(1, 2, 3), running) in {True, False}


def test_that_exoguis_own_version_is_one() -> None:
    assert str(read_version(__version__)) == __version__
    assert not is_newer(read_version(__version__), __version__)
