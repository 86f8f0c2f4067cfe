"""What IT gets to set the policy with knows every key of it, and no other."""

from __future__ import annotations

import plistlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from exogui.policy.policy import MOST_DAYS
from exogui.policy.schema import DEFAULTS, checked
from exogui.policy.sources import MAC_FILE, REGISTRY_KEY

NAMESPACE = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"


def described(element: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    return element.iter(NAMESPACE + tag)


@pytest.fixture
def admx(checkout: Path) -> ElementTree.Element:
    return ElementTree.parse(checkout / "packaging/windows/policy/exogui.admx").getroot()


@pytest.fixture
def adml(checkout: Path) -> ElementTree.Element:
    return ElementTree.parse(checkout / "packaging/windows/policy/en-US/exogui.adml").getroot()


def test_that_group_policy_sets_each_key_with_its_type(admx: ElementTree.Element) -> None:
    kinds: dict[str, type] = {}
    for policy in described(admx, "policy"):
        assert policy.get("key") == REGISTRY_KEY
        assert policy.get("class") == "Both"
        if (name := policy.get("valueName")) is not None:
            assert [
                value.get("value")
                for state in ("enabledValue", "disabledValue")
                for value in policy.findall(f"{NAMESPACE}{state}/{NAMESPACE}decimal")
            ] == ["1", "0"]
            kinds[name] = bool
        for tag, kind in (("text", str), ("decimal", int)):
            for element in policy.findall(f"{NAMESPACE}elements/{NAMESPACE}{tag}"):
                kinds[element.get("valueName") or ""] = kind
                assert tag == "text" or element.get("maxValue") == str(MOST_DAYS)
    assert kinds == {name: type(default) for name, default in DEFAULTS.items()}


def test_that_every_text_that_group_policy_shows_is_there_and_none_beside(
    admx: ElementTree.Element, adml: ElementTree.Element
) -> None:
    wanted = re.findall(r"\$\((string|presentation)\.(\w+)\)", ElementTree.tostring(admx, "unicode"))
    told = [
        (tag, element.get("id")) for tag in ("string", "presentation") for element in described(adml, tag)
    ]
    assert sorted(wanted) == sorted(told)
    assert all(element.text for element in described(adml, "string"))


def test_that_each_field_of_group_policy_fills_in_its_element(
    admx: ElementTree.Element, adml: ElementTree.Element
) -> None:
    elements = {child.get("id") for group in described(admx, "elements") for child in group}
    fields = {child.get("refId") for shown in described(adml, "presentation") for child in shown}
    assert elements == fields


def test_that_the_example_for_linux_sets_every_key_once_its_lines_count(checkout: Path) -> None:
    text = (checkout / "packaging/linux/policy.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text) == {}  # as it is, it sets nothing
    values = tomllib.loads(re.sub(r"^#(?=\w)", "", text, flags=re.MULTILINE))
    assert set(values) == set(DEFAULTS)
    for name, value in values.items():
        assert checked(name, value) != DEFAULTS[name], name


def test_that_the_example_for_macos_sets_every_key(checkout: Path) -> None:
    profile = plistlib.loads((checkout / "packaging/macos/policy.mobileconfig").read_bytes())
    (payload,) = profile["PayloadContent"]
    assert payload["PayloadType"] + ".plist" == MAC_FILE
    values = {name: value for name, value in payload.items() if not name.startswith("Payload")}
    assert set(values) == set(DEFAULTS)
    assert {name: checked(name, value) for name, value in values.items()} == values


def test_that_the_page_for_it_explains_every_key(checkout: Path) -> None:
    page = (checkout / "packaging/IT.md").read_text(encoding="utf-8")
    section = page.partition("\n## Policy\n")[2].partition("\n## ")[0]
    told = re.findall(r"^\| `(\w+)` \| `(\w+)` \|", section, re.MULTILINE)
    kinds = {bool: "REG_DWORD", int: "REG_DWORD", str: "REG_SZ"}
    assert told == [(name, kinds[type(default)]) for name, default in DEFAULTS.items()]
