"""Which words the command line understands."""

from __future__ import annotations

import pytest

from exogui import __version__
from exogui.__main__ import main


def refusal(words: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said to words that are refused; they give 2 and no result."""
    with pytest.raises(SystemExit) as ended:
        main(words.split())
    out, err = capsys.readouterr()
    assert (ended.value.code, out) == (2, "")
    return err.splitlines()[-1]


@pytest.mark.parametrize(
    "words",
    [
        "check",
        "check a.csv b.csv",
        "check a.csv --only-ready",
        "upload",
        "upload a.csv --duplicate-action replace",
        "upload a.csv --practice --account Acme",
        "upload a.csv --account",
        "upload a.csv --api-token x",
        "resume 1a --again --count-as-there",
        "history --report",
        "history --job 1a --forget 1a",
    ],
)
def test_that_other_words_are_refused(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "error: " in refusal(words, capsys)


def test_that_no_other_address_goes_with_the_practice_account(capsys: pytest.CaptureFixture[str]) -> None:
    said = refusal("upload a.csv --practice --base-url https://x.example", capsys)
    assert said.startswith("exogui upload: error: ")
    assert "--base-url" in said


@pytest.mark.parametrize(
    "words", ["upload a.csv --only", "upload a.csv --base https://x.example", "--pract a.csv"]
)
def test_that_options_cannot_be_shortened(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    refusal(words, capsys)


def test_that_help_names_every_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    for command, statuses in (("check", "012"), ("upload", "01234"), ("resume", "01234"), ("history", "02")):
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        said = " ".join(capsys.readouterr().out.split())
        assert ended.value.code == 0
        assert all(f" {status} " in said[said.index("Exit status") :] for status in statuses)


def test_that_help_names_the_variables_of_the_sign_in(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["upload", "--help"])
    said = capsys.readouterr().out
    for name in ("ACCOUNT_SID", "API_KEY", "API_TOKEN", "ACCESS_TOKEN", "BASE_URL"):
        assert f"EXOGUI_{name}" in said


def test_that_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"exogui {__version__}\n"
