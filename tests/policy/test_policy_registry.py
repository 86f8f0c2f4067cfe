"""The policy in the registry of Windows."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any

import pytest

from exogui.policy.policy import NO_POLICY, Policy
from exogui.policy.reading import read_policy
from exogui.policy.sources import PolicyRegistryKey, system_sources

pytestmark = pytest.mark.only_on("win32")

KEY = r"Software\exogui-test\Policies"


@pytest.fixture
def registry() -> Iterator[Any]:
    winreg = importlib.import_module("winreg")
    yield winreg
    for key in (KEY, KEY.rpartition("\\")[0]):
        winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)


def test_that_the_registrys_own_types_are_understood(registry: Any) -> None:
    source = PolicyRegistryKey("HKEY_CURRENT_USER", KEY)
    assert read_policy([source]).policy == NO_POLICY
    with registry.CreateKey(registry.HKEY_CURRENT_USER, KEY) as key:
        registry.SetValueEx(key, "Create_New", 0, registry.REG_DWORD, 0)
        registry.SetValueEx(key, "keep_contacts_days", 0, registry.REG_DWORD, 30)
        registry.SetValueEx(key, "data_centre", 0, registry.REG_SZ, "mumbai")
        registry.SetValueEx(key, "country", 0, registry.REG_MULTI_SZ, ["IN", "SG"])
    found = read_policy([source])
    assert found.policy == Policy(create_new=False, keep_contacts_days=30, data_centre="mumbai")
    assert [(fault.key, fault.fault) for fault in found.faults] == [("country", "wrong_type")]


def test_that_the_machine_goes_before_the_person() -> None:
    assert [source.place.split("\\")[0] for source in system_sources()] == [
        "HKEY_LOCAL_MACHINE",
        "HKEY_CURRENT_USER",
    ]
