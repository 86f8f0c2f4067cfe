"""The command line under a policy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from exogui.cli.parser import main
from exogui.policy.faults import PolicyFault
from exogui.policy.policy import Policy
from exogui.policy.reading import PolicyInForce
from exogui.practice.server import PracticeServer
from tests.cli.command_line import exogui

IT = PolicyInForce(
    Policy(create_new=False, account_name="Acme"),
    {"create_new": "/etc/exogui/policy.toml", "account_name": "/etc/exogui/policy.toml"},
    (PolicyFault("/etc/exogui/policy.toml", "wrong_type", "country\x1b[2J"),),
)

Captured = pytest.CaptureFixture[str]


def test_that_it_says_what_is_set_and_where(capsys: Captured) -> None:
    assert main(["policy"], policy=IT) == 1
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert "create_new = false    from /etc/exogui/policy.toml" in lines
    assert "account_name = Acme    from /etc/exogui/policy.toml" in lines
    assert "other_addresses = true" in lines
    assert "country = (nothing)" in lines
    assert "wrong type" in said.err
    assert "\x1b" not in said.err


def test_that_a_program_reads_the_same(capsys: Captured) -> None:
    assert main(["policy", "--json"], policy=IT) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["keys"]["create_new"] == {"value": False, "origin": "/etc/exogui/policy.toml"}
    assert report["keys"]["other_addresses"] == {"value": True, "origin": None}
    assert [(fault["key"], fault["fault"]) for fault in report["faults"]] == [
        ("country\x1b[2J", "wrong_type")
    ]


def test_that_without_a_policy_it_says_so() -> None:
    told = exogui("policy")
    assert told.status == 0
    assert told.out.startswith("No policy is set on this computer")
    assert "practice_account = true" in told.out


@pytest.mark.parametrize("variable", ["EXOGUI_POLICY", "EXOGUI_POLICY_FILE"])
def test_that_no_variable_replaces_it(variable: str, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("create_new = false\n")
    told = exogui("policy", "--json", env={variable: str(own)})
    assert told.report["keys"]["create_new"] == {"value": True, "origin": None}


def sent_under(policy: Policy, capsys: Captured, *words: object) -> tuple[int, Any]:
    status = main(["upload", *map(str, words), "--json"], policy=PolicyInForce(policy))
    return status, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("policy", "words", "reason"),
    [
        (Policy(practice_account=False), ["--practice"], "practice account is switched off"),
        (Policy(create_new=False), ["--duplicate-action", "create_new"], "created again"),
        (Policy(other_addresses=False), [], "only Exotel’s own data centres"),
    ],
)
def test_that_what_is_switched_off_sends_nothing_and_says_why(
    policy: Policy,
    words: list[str],
    reason: str,
    good_file: Path,
    signed_in: PracticeServer,
    capsys: Captured,
) -> None:
    status, report = sent_under(policy, capsys, *words, good_file)
    assert status == 2
    assert report["sent"] == 0
    assert reason in report["message"]
    assert not signed_in.requests
    assert exogui("history", "--json").report["jobs"] == []


def test_that_another_address_cannot_be_given_either(
    good_file: Path, signed_in: PracticeServer, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.delenv("EXOGUI_BASE_URL")
    address = ["--base-url", signed_in.base_url]
    assert sent_under(Policy(other_addresses=False), capsys, *address, good_file)[0] == 2
    assert not signed_in.requests


def test_that_the_address_of_the_policy_is_allowed(
    good_file: Path, signed_in: PracticeServer, capsys: Captured
) -> None:
    policy = Policy(other_addresses=False, data_centre=signed_in.base_url)
    status, report = sent_under(policy, capsys, good_file)
    assert (status, report["successful"]) == (0, 3)


def test_that_the_rest_of_an_upload_stays_where_it_is_not_allowed_any_more(
    write_file: Any, signed_in: PracticeServer, capsys: Captured
) -> None:
    rows = "".join(f"+9198765432{number:02}\n" for number in range(12))
    file = write_file(f"phone_number\n{rows}")
    action = ["--duplicate-action", "create_new"]
    assert exogui("upload", file, "--try-first", *action).status == 4
    asked = len(signed_in.requests)
    assert main(["resume", "--send", "--json"], policy=PolicyInForce(Policy(create_new=False))) == 4
    (job,) = json.loads(capsys.readouterr().out)["jobs"]
    assert job["skipped"] == "switched_off"
    assert job["waiting"] == 2
    assert len(signed_in.requests) == asked
    assert exogui("resume", "--send").status == 0


def test_that_what_is_wrong_with_the_policy_is_said_beside_the_result(
    good_file: Path, signed_in: PracticeServer, capsys: Captured
) -> None:
    assert main(["upload", str(good_file)], policy=IT) == 0
    assert "wrong type" in capsys.readouterr().err
