"""The Internet settings of the person who is signed in to Windows, and its proxy scripts, by WinHTTP.

Structures and flags are those of winhttp.h.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from ctypes import POINTER, byref, c_int, c_uint32, c_void_p, c_wchar_p
from typing import Any, ClassVar

from exogui.exotel.proxy_plan import (
    DIRECT,
    DISCOVERY,
    ProxyPlan,
    ScriptUnavailable,
    proxies_in,
    windows_plan,
)

_ACCESS_NO_PROXY = 1
_ACCESS_NAMED_PROXY = 3
_AUTO_DETECT = 0x1
_CONFIG_URL = 0x2
_DETECT_BY_DHCP_AND_DNS = 0x1 | 0x2
_LOGIN_FAILURE = 12015
"""The server of the script wants a name and password: Windows then gives those of the person."""

_STEP_MILLISECONDS = 5_000
"""For each of looking up, connecting, sending and receiving on the way to a script."""


class _CurrentUserConfig(ctypes.Structure):
    """WINHTTP_CURRENT_USER_IE_PROXY_CONFIG; its strings are ours to free."""

    _fields_: ClassVar = [
        ("auto_detect", c_int),
        ("auto_config_url", c_void_p),
        ("proxy", c_void_p),
        ("bypass", c_void_p),
    ]


class _AutoProxyOptions(ctypes.Structure):
    """WINHTTP_AUTOPROXY_OPTIONS."""

    _fields_: ClassVar = [
        ("flags", c_uint32),
        ("detect_flags", c_uint32),
        ("auto_config_url", c_wchar_p),
        ("reserved_pointer", c_void_p),
        ("reserved", c_uint32),
        ("auto_logon", c_int),
    ]


class _ProxyInfo(ctypes.Structure):
    """WINHTTP_PROXY_INFO; its strings are ours to free."""

    _fields_: ClassVar = [("access_type", c_uint32), ("proxy", c_void_p), ("bypass", c_void_p)]


class WindowsProxies:
    """What WinHTTP says. Windows only; on any thread."""

    def __init__(self) -> None:
        self._last_error, winhttp, kernel = _load()
        declared: tuple[tuple[Any, Any, list[Any]], ...] = (
            (winhttp.WinHttpGetIEProxyConfigForCurrentUser, c_int, [POINTER(_CurrentUserConfig)]),
            (winhttp.WinHttpOpen, c_void_p, [c_wchar_p, c_uint32, c_wchar_p, c_wchar_p, c_uint32]),
            (winhttp.WinHttpCloseHandle, c_int, [c_void_p]),
            (winhttp.WinHttpSetTimeouts, c_int, [c_void_p, c_int, c_int, c_int, c_int]),
            (
                winhttp.WinHttpGetProxyForUrl,
                c_int,
                [c_void_p, c_wchar_p, POINTER(_AutoProxyOptions), POINTER(_ProxyInfo)],
            ),
            (kernel.GlobalFree, c_void_p, [c_void_p]),
        )
        for function, result, arguments in declared:
            function.restype = result
            function.argtypes = arguments
        self._winhttp = winhttp
        self._kernel = kernel

    def plan(self, url: str) -> ProxyPlan:
        """What the settings of the person say now; straight where they cannot be read."""
        config = _CurrentUserConfig()
        if not self._winhttp.WinHttpGetIEProxyConfigForCurrentUser(byref(config)):
            return ProxyPlan()
        script, servers, bypass = map(self._taken, (config.auto_config_url, config.proxy, config.bypass))
        return windows_plan(
            url, discover=bool(config.auto_detect), script=script, servers=servers, bypass=bypass
        )

    def ask(self, script: str, url: str) -> tuple[str, ...]:
        """The proxies that a script names. WinHTTP leaves out those that it cannot use itself (SOCKS)."""
        session = self._winhttp.WinHttpOpen("exogui", _ACCESS_NO_PROXY, None, None, 0)
        if not session:
            raise ScriptUnavailable(f"error {self._last_error()} of WinHttpOpen")
        try:
            self._winhttp.WinHttpSetTimeouts(session, *[_STEP_MILLISECONDS] * 4)
            return self._proxies(session, script, url)
        finally:
            self._winhttp.WinHttpCloseHandle(session)

    def _proxies(self, session: int, script: str, url: str) -> tuple[str, ...]:
        options = (
            _AutoProxyOptions(flags=_AUTO_DETECT, detect_flags=_DETECT_BY_DHCP_AND_DNS)
            if script == DISCOVERY
            else _AutoProxyOptions(flags=_CONFIG_URL, auto_config_url=script)
        )
        info = _ProxyInfo()
        query = self._winhttp.WinHttpGetProxyForUrl
        answered = query(session, url, byref(options), byref(info))
        if not answered and self._last_error() == _LOGIN_FAILURE:
            options.auto_logon = 1
            answered = query(session, url, byref(options), byref(info))
        if not answered:
            raise ScriptUnavailable(f"error {self._last_error()} of WinHttpGetProxyForUrl")
        servers, bypass = map(self._taken, (info.proxy, info.bypass))
        return proxies_in(servers, url, bypass) if info.access_type == _ACCESS_NAMED_PROXY else (DIRECT,)

    def _taken(self, pointer: int | None) -> str:
        """A string that WinHTTP gave, which is freed."""
        if not pointer:
            return ""
        try:
            return ctypes.wstring_at(pointer)
        finally:
            self._kernel.GlobalFree(pointer)


def _load() -> tuple[Callable[[], int], Any, Any]:
    """What gives the latest error of this thread, and the two libraries."""
    if sys.platform == "win32":
        return (
            ctypes.get_last_error,
            ctypes.WinDLL("winhttp", use_last_error=True),
            ctypes.WinDLL("kernel32", use_last_error=True),
        )
    raise OSError("WinHTTP is a part of Windows")
