"""What is in force, from files as an administrator writes them."""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import hypothesis
import pytest
from hypothesis import strategies as st

from exogui.policy.policy import NO_POLICY, Policy
from exogui.policy.reading import PolicyInForce, read_policy
from exogui.policy.schema import DEFAULTS, SWITCHES, checked
from exogui.policy.sources import (
    PolicyFile,
    UnreadablePolicy,
    parse_property_list,
    parse_toml,
    system_sources,
)

WritePolicy = Callable[..., PolicyFile]
Parse = Callable[[bytes], Mapping[str, object]]

pytestmark = pytest.mark.only_on("linux", "darwin")  # owners and modes of files; see test_policy_registry.py

EVERYTHING = """
data_centre = "Mumbai"
account_sid = "acme1"
account_name = "Acme Mumbai"
country = "in"
other_addresses = false
practice_account = false
create_new = false
keep_contacts_days = 7
update_hint = false
update_address = "https://it.acme.example/exogui/latest.json"
"""
MEANT = Policy(
    data_centre="mumbai",
    account_sid="acme1",
    account_name="Acme Mumbai",
    country="IN",
    other_addresses=False,
    practice_account=False,
    create_new=False,
    keep_contacts_days=7,
    update_hint=False,
    update_address="https://it.acme.example/exogui/latest.json",
)


def faults_of(found: PolicyInForce) -> list[tuple[str, str]]:
    return [(fault.key, fault.fault) for fault in found.faults]


def everything_off() -> Policy:
    return Policy(**dict.fromkeys(SWITCHES, False))  # type: ignore[arg-type]  # switches alone


def test_that_without_a_file_everything_is_as_the_program_has_it(tmp_path: Path) -> None:
    found = read_policy([PolicyFile(tmp_path / "nowhere" / "policy.toml", parse_toml)])
    assert found.policy == NO_POLICY
    assert not found.origins
    assert not found.faults


def test_that_every_key_can_be_set(write_policy: WritePolicy) -> None:
    source = write_policy(EVERYTHING)
    found = read_policy([source])
    assert found.policy == MEANT
    assert found.origins == dict.fromkeys(DEFAULTS, source.place)
    assert not found.faults


@pytest.mark.parametrize("kind", [plistlib.FMT_XML, plistlib.FMT_BINARY])
def test_that_a_property_list_says_the_same(kind: plistlib.PlistFormat, tmp_path: Path) -> None:
    path = tmp_path / "io.github.exogui.exogui.plist"
    path.write_bytes(plistlib.dumps({**parse_toml(EVERYTHING.encode()), "PayloadUUID": "x"}, fmt=kind))
    path.chmod(0o644)
    found = read_policy([PolicyFile(path, parse_property_list, owner=os.getuid())])
    assert found.policy == MEANT
    assert not found.faults


def test_that_the_machines_policy_goes_before_the_persons_value_by_value(write_policy: WritePolicy) -> None:
    machine = write_policy('create_new = false\ncountry = "SG"\n', "machine.toml")
    person = write_policy('create_new = true\npractice_account = false\ncountry = "IN"\n', "person.toml")
    found = read_policy([machine, person])
    assert found.policy == Policy(create_new=False, country="SG", practice_account=False)
    assert found.origins == {
        "create_new": machine.place,
        "country": machine.place,
        "practice_account": person.place,
    }


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('practice_accounts = "x"', ("practice_accounts", "unknown_key")),
        ("[create_new]", ("create_new", "wrong_type")),
        ('create_new = "no"', ("create_new", "wrong_type")),
        ("create_new = 2", ("create_new", "wrong_type")),
        ("create_new = 0.0", ("create_new", "wrong_type")),
        ("keep_contacts_days = true", ("keep_contacts_days", "wrong_type")),
        ('keep_contacts_days = "30"', ("keep_contacts_days", "wrong_type")),
        ("keep_contacts_days = -1", ("keep_contacts_days", "wrong_value")),
        ("keep_contacts_days = 99999999999999999999", ("keep_contacts_days", "wrong_value")),
        ("account_sid = 12", ("account_sid", "wrong_type")),
        ('account_sid = "a\\nb"', ("account_sid", "wrong_value")),
        (f'account_name = "{"x" * 101}"', ("account_name", "wrong_value")),
        ('country = "India"', ("country", "wrong_value")),
        ('data_centre = "frankfurt"', ("data_centre", "wrong_value")),
        ('data_centre = "http://exotel.example"', ("data_centre", "wrong_value")),
        ('data_centre = "https://user:pw@exotel.example"', ("data_centre", "wrong_value")),
        ('update_address = "http://it.acme.example/latest.json"', ("update_address", "wrong_value")),
    ],
)
def test_that_a_value_that_cannot_be_meant_is_passed_over_and_told(
    line: str, fault: tuple[str, str], write_policy: WritePolicy
) -> None:
    found = read_policy([write_policy(f"other_addresses = false\n{line}\n")])
    assert found.policy == Policy(other_addresses=False)
    assert faults_of(found) == [fault]


def test_that_where_the_machines_value_cannot_be_meant_the_persons_counts(write_policy: WritePolicy) -> None:
    machine = write_policy("create_new = 7\n", "machine.toml")
    found = read_policy([machine, write_policy("create_new = false\n", "person.toml")])
    assert not found.policy.create_new
    assert faults_of(found) == [("create_new", "wrong_type")]


def test_that_a_switch_may_be_0_or_1_as_in_the_registry(write_policy: WritePolicy) -> None:
    found = read_policy([write_policy("create_new = 0\npractice_account = 1\n")])
    assert found.policy == Policy(create_new=False)
    assert not found.faults


def test_that_a_field_left_empty_sets_nothing(write_policy: WritePolicy) -> None:
    found = read_policy([write_policy('data_centre = ""\naccount_sid = " "\ncountry = ""\n')])
    assert found.policy == NO_POLICY
    assert not found.faults


@pytest.mark.parametrize("text", ["create_new = ", "\x00", "a" * 70_000, "x = " + "[" * 30_000])
def test_that_a_file_nobody_understands_forbids_what_can_be_forbidden(
    text: str, write_policy: WritePolicy
) -> None:
    found = read_policy([write_policy(text)])
    assert found.policy == everything_off()
    assert faults_of(found) == [("", "not_understood")]
    assert found.policy.keep_contacts_days == NO_POLICY.keep_contacts_days  # nothing is erased for it


def test_that_a_broken_policy_of_the_person_leaves_the_machines_as_it_is(write_policy: WritePolicy) -> None:
    machine = write_policy("create_new = true\n", "machine.toml")
    found = read_policy([machine, write_policy("=", "person.toml")])
    assert found.policy == everything_off()._replace(create_new=True)


def test_that_what_cannot_be_opened_forbids_too(tmp_path: Path) -> None:
    found = read_policy([PolicyFile(tmp_path, parse_toml)])  # a folder
    assert found.policy == everything_off()
    assert faults_of(found) == [("", "not_opened")]


# --- who may write to it ----------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", [0o664, 0o646, 0o666])
def test_that_a_file_others_can_write_to_is_not_trusted(mode: int, write_policy: WritePolicy) -> None:
    source = write_policy('data_centre = "https://thief.example"\n')
    Path(source.place).chmod(mode)
    found = read_policy([source])
    assert found.policy == everything_off()
    assert faults_of(found) == [("", "not_trusted")]


def test_that_a_folder_others_can_write_to_is_not_trusted(tmp_path: Path) -> None:
    folder = tmp_path / "exogui"
    folder.mkdir()
    path = folder / "policy.toml"
    path.write_text('country = "IN"\n')
    path.chmod(0o644)
    source = PolicyFile(path, parse_toml, owner=os.getuid())
    assert read_policy([source]).policy.country == "IN"
    folder.chmod(0o777)
    assert faults_of(read_policy([source])) == [("", "not_trusted")]


def test_that_a_link_is_no_better_than_what_it_points_to(tmp_path: Path, write_policy: WritePolicy) -> None:
    target = Path(write_policy('country = "IN"\n').place)
    link = tmp_path / "link.toml"
    link.symlink_to(target)
    source = PolicyFile(link, parse_toml, owner=os.getuid())
    assert read_policy([source]).policy.country == "IN"
    target.chmod(0o666)
    assert faults_of(read_policy([source])) == [("", "not_trusted")]


def test_that_a_file_of_somebody_else_is_not_trusted(write_policy: WritePolicy) -> None:
    path = Path(write_policy('country = "IN"\n').place)
    if os.getuid() == 0:
        os.chown(path, 12345, -1)
    source = PolicyFile(path, parse_toml)
    with pytest.raises(UnreadablePolicy) as refused:
        source.read()
    assert refused.value.fault == "not_trusted"


def test_that_no_variable_of_the_environment_names_another_place(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [source.place for source in system_sources()]
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "LOGNAME", "USER", "EXOGUI_POLICY"):
        monkeypatch.setenv(name, "/tmp/elsewhere")
    assert [source.place for source in system_sources()] == before


# --- what it costs, and what nobody foresaw ---------------------------------------------------------------


def test_that_without_a_policy_nothing_that_reads_one_is_loaded() -> None:
    code = (
        "import sys; from exogui.policy.reading import read_policy;"
        "from exogui.policy.sources import *; from pathlib import Path;"
        "read_policy([PolicyFile(Path('/nonexistent'), parse_toml)]);"
        "print(*{'tomllib', 'plistlib', 'winreg', 'exogui.policy.schema'} & set(sys.modules))"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == ""


class Found:
    """A source that says what it is told to say."""

    place = "here"

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def read(self) -> Mapping[str, object]:
        return self._values


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.datetimes(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@hypothesis.given(st.dictionaries(st.sampled_from(sorted(DEFAULTS)) | st.text(), ANYTHING))
def test_that_nothing_a_policy_may_hold_is_taken_for_what_it_is_not(values: dict[str, object]) -> None:
    found = read_policy([Found(values)])
    assert len(found.faults) + len(found.origins) == len(values)
    for name, default in DEFAULTS.items():
        value = getattr(found.policy, name)
        assert type(value) is type(default)
        assert checked(name, value) == value


@hypothesis.given(st.binary(max_size=200))
@pytest.mark.parametrize("parse", [parse_toml, parse_property_list])
def test_that_no_bytes_stop_the_program(
    parse: Callable[[bytes], Mapping[str, object]], content: bytes
) -> None:
    class Bytes(PolicyFile):
        def _content(self) -> bytes:
            return content

    assert read_policy([Bytes(Path("policy"), parse)]) is not None
