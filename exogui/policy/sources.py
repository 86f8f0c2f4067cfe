"""Where policies are: places that only an administrator can write to.

Not among them is whatever another program of the person can write, an environment variable included: a
policy can preset the address that credentials are sent to.
"""

from __future__ import annotations

import importlib
import os
import stat
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from exogui.policy.faults import Fault

REGISTRY_KEY = r"Software\Policies\exogui"
LINUX_FILE = Path("/etc/exogui/policy.toml")
MAC_FOLDER = Path("/Library/Managed Preferences")
MAC_FILE = "io.github.exogui.exogui.plist"

_MOST_BYTES = 65_536
_ROOT = 0
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


class UnreadablePolicy(Exception):  # noqa: N818 - it names what is unreadable
    """There is a policy, and nobody knows what it says."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


class PolicySource(Protocol):
    """One place where a policy may be."""

    @property
    def place(self) -> str:
        """What an administrator calls it."""

    def read(self) -> Mapping[str, object]:
        """The values by name, unchecked; none where there is no policy. Raises UnreadablePolicy."""


class PolicyFile:
    """A file that belongs to root, in folders that do, and that nobody else can write to."""

    def __init__(
        self, path: Path, parse: Callable[[bytes], Mapping[str, object]], owner: int = _ROOT
    ) -> None:
        """``owner``: the user id that is trusted beside root."""
        self._path = path
        self._parse = parse
        self._owners = {_ROOT, owner}

    @property
    def place(self) -> str:
        """Its path."""
        return str(self._path)

    def read(self) -> Mapping[str, object]:
        """See :class:`PolicySource`."""
        try:
            content = self._content()
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except OSError as error:
            raise UnreadablePolicy("not_opened") from error
        try:
            return self._parse(content)
        except Exception as error:  # whatever is wrong in it, the program starts
            raise UnreadablePolicy("not_understood") from error

    def _content(self) -> bytes:
        with self._path.open("rb") as file:
            real = self._path.resolve()
            folders = {*self._path.absolute().parents, *real.parents}
            if not self._is_trusted(os.fstat(file.fileno())) or not all(
                self._is_trusted(folder.stat()) for folder in folders
            ):
                raise UnreadablePolicy("not_trusted")
            content = file.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise UnreadablePolicy("not_understood")
        return content

    def _is_trusted(self, status: os.stat_result) -> bool:
        # In a folder with the sticky bit nobody can replace what belongs to somebody else.
        sticky = stat.S_ISDIR(status.st_mode) and status.st_mode & stat.S_ISVTX
        return status.st_uid in self._owners and (bool(sticky) or not status.st_mode & _OTHERS_WRITE)


class PolicyRegistryKey:
    """A key of the Windows registry under ``Software\\Policies``, where standard users cannot write."""

    def __init__(self, hive: str, key: str = REGISTRY_KEY) -> None:
        """``hive``: ``HKEY_LOCAL_MACHINE`` or ``HKEY_CURRENT_USER``."""
        self._hive = hive
        self._key = key

    @property
    def place(self) -> str:
        """As regedit shows it."""
        return f"{self._hive}\\{self._key}"

    def read(self) -> Mapping[str, object]:
        """See :class:`PolicySource`."""
        winreg: Any = importlib.import_module("winreg")  # only on Windows
        try:
            with winreg.OpenKey(getattr(winreg, self._hive), self._key) as key:
                found = [winreg.EnumValue(key, index) for index in range(winreg.QueryInfoKey(key)[1])]
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise UnreadablePolicy("not_opened") from error
        return {name.lower(): value for name, value, _kind in found}  # the registry's names know no case


def system_sources() -> tuple[PolicySource, ...]:
    """Where this system keeps policies: the machine's, which goes first value by value, then the person's."""
    if sys.platform == "win32":
        return PolicyRegistryKey("HKEY_LOCAL_MACHINE"), PolicyRegistryKey("HKEY_CURRENT_USER")
    if sys.platform == "darwin":
        import pwd

        person = pwd.getpwuid(os.getuid()).pw_name  # the environment may say anything
        places = (MAC_FOLDER / MAC_FILE, MAC_FOLDER / person / MAC_FILE)
        return tuple(PolicyFile(place, parse_property_list) for place in places)
    return (PolicyFile(LINUX_FILE, parse_toml),)


def parse_toml(content: bytes) -> Mapping[str, object]:
    """The values of a TOML file. Raises whatever it likes."""
    import tomllib  # most machines have no policy

    return tomllib.loads(content.decode("utf-8-sig"))


def parse_property_list(content: bytes) -> Mapping[str, object]:
    """The values of a property list, XML or binary. Raises whatever it likes."""
    import plistlib  # most machines have no policy

    values = plistlib.loads(content)
    if not isinstance(values, dict):
        raise TypeError("not a dictionary")
    # macOS may leave keys of the profile itself in it.
    return {str(name): value for name, value in values.items() if not str(name).startswith("Payload")}
