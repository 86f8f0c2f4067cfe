"""The proxy settings of macOS, and its proxy scripts, by CFNetwork.

Functions whose names hold Create, Copy or Execute give what the caller releases; all others lend.
"""

from __future__ import annotations

import contextlib
import ctypes
import threading
from collections.abc import Iterator
from ctypes import (
    CFUNCTYPE,
    POINTER,
    byref,
    c_char_p,
    c_double,
    c_int,
    c_int32,
    c_long,
    c_ubyte,
    c_uint32,
    c_ulong,
    c_void_p,
)
from typing import Any, ClassVar

from exogui.exotel.proxy_plan import MacProxy, ProxyPlan, ScriptUnavailable, mac_plan, mac_proxies_in

_FRAMEWORK = "/System/Library/Frameworks/{0}.framework/{0}"
_UTF8 = 0x08000100  # kCFStringEncodingUTF8
_INT_TYPE = 9  # kCFNumberIntType
_RUN_LOOP_MODE = "exogui.proxy-script"
"""A mode of our own: nothing else on this thread's run loop is served meanwhile."""

_SCRIPT_SECONDS = 10.0

_KINDS = (
    "kCFProxyTypeNone",
    "kCFProxyTypeHTTP",
    "kCFProxyTypeHTTPS",
    "kCFProxyTypeSOCKS",
    "kCFProxyTypeAutoConfigurationURL",
    "kCFProxyTypeAutoConfigurationJavaScript",
)

_Answered = CFUNCTYPE(None, c_void_p, c_void_p, c_void_p)
"""CFProxyAutoConfigurationResultCallback: the client's info, the list of proxies, the error."""


class _ClientContext(ctypes.Structure):
    """CFStreamClientContext, all of which may be empty."""

    _fields_: ClassVar = [
        ("version", c_long),
        ("info", c_void_p),
        ("retain", c_void_p),
        ("release", c_void_p),
        ("copy_description", c_void_p),
    ]


class MacProxies:
    """What CFNetwork says. macOS only; on any thread."""

    def __init__(self) -> None:
        self._core = ctypes.CDLL(_FRAMEWORK.format("CoreFoundation"))
        self._network = ctypes.CDLL(_FRAMEWORK.format("CFNetwork"))
        _declare(self._core, self._network)
        self._one_at_a_time = threading.Lock()
        """CFNetwork keeps the scripts of a process in one place, and says nothing of threads."""
        self._kinds = {self._text(self._constant(name)): name for name in _KINDS}

    def plan(self, url: str) -> ProxyPlan:
        """What the settings say now; straight where there are none."""
        settings = self._network.CFNetworkCopySystemProxySettings()
        if not settings:
            return ProxyPlan()
        with self._released(settings), self._address(url) as target:
            wanted = self._value(settings, self._constant("kCFNetworkProxiesProxyAutoDiscoveryEnable"))
            discover = bool(self._number(wanted))
            entries = self._network.CFNetworkCopyProxiesForURL(target, settings) if target else None
            if not entries:
                return mac_plan((), discover=discover)
            with self._released(entries):
                return mac_plan(self._entries(entries), discover=discover)

    def ask(self, script: str, url: str) -> tuple[str, ...]:
        """The proxies that a script names."""
        answers: list[list[MacProxy]] = []

        def answered(_info: int | None, proxies: int | None, error: int | None) -> None:
            try:
                if proxies and not error:
                    answers.append(self._entries(proxies))
            finally:
                self._core.CFRunLoopStop(self._core.CFRunLoopGetCurrent())

        callback = _Answered(answered)
        context = _ClientContext()
        with (
            self._one_at_a_time,
            self._address(script) as place,
            self._address(url) as target,
            self._string(_RUN_LOOP_MODE) as mode,
        ):
            if not place or not target:
                raise ScriptUnavailable("not an address")
            source = self._network.CFNetworkExecuteProxyAutoConfigurationURL(
                place, target, callback, byref(context)
            )
            if not source:
                raise ScriptUnavailable("not begun by CFNetwork")
            with self._released(source):
                self._core.CFRunLoopAddSource(self._core.CFRunLoopGetCurrent(), source, mode)
                try:
                    ended = self._core.CFRunLoopRunInMode(mode, _SCRIPT_SECONDS, 0)
                finally:
                    self._core.CFRunLoopSourceInvalidate(source)  # or it would call back what is gone
        if not answers:
            raise ScriptUnavailable(f"no answer of CFNetwork (run loop: {ended})")
        return mac_proxies_in(answers[0])

    def _entries(self, array: int) -> list[MacProxy]:
        """A list of CFNetwork's."""
        return [
            self._entry(self._core.CFArrayGetValueAtIndex(array, index))
            for index in range(self._core.CFArrayGetCount(array))
        ]

    def _entry(self, entry: int) -> MacProxy:
        def value(name: str) -> int | None:
            return self._value(entry, self._constant(name))

        kind = self._text(value("kCFProxyTypeKey"))
        return MacProxy(
            kind=self._kinds.get(kind, kind),
            host=self._text(value("kCFProxyHostNameKey")),
            port=self._number(value("kCFProxyPortNumberKey")),
            script=self._text(value("kCFProxyAutoConfigurationURLKey")),
        )

    def _constant(self, name: str) -> int | None:
        return c_void_p.in_dll(self._network, name).value

    def _value(self, dictionary: int, key: int | None) -> int | None:
        found: int | None = self._core.CFDictionaryGetValue(dictionary, key)
        return found

    def _number(self, reference: int | None) -> int:
        """A CFNumber's value; 0 for anything else."""
        value = c_int(0)
        if reference and self._core.CFGetTypeID(reference) == self._core.CFNumberGetTypeID():
            self._core.CFNumberGetValue(reference, _INT_TYPE, byref(value))
        return value.value

    def _text(self, reference: int | None) -> str:
        """The text of a CFString or CFURL; empty for anything else."""
        if reference and self._core.CFGetTypeID(reference) == self._core.CFURLGetTypeID():
            reference = self._core.CFURLGetString(reference)
        if not reference or self._core.CFGetTypeID(reference) != self._core.CFStringGetTypeID():
            return ""
        length = self._core.CFStringGetLength(reference)
        size = self._core.CFStringGetMaximumSizeForEncoding(length, _UTF8) + 1
        buffer = ctypes.create_string_buffer(size)
        if not self._core.CFStringGetCString(reference, buffer, size, _UTF8):
            return ""
        return buffer.value.decode("utf-8", "replace")

    @contextlib.contextmanager
    def _string(self, text: str) -> Iterator[int]:
        made = self._core.CFStringCreateWithCString(None, text.encode("utf-8", "replace"), _UTF8)
        with self._released(made):
            yield made

    @contextlib.contextmanager
    def _address(self, text: str) -> Iterator[int | None]:
        """A CFURL; None for what is no address."""
        with self._string(text) as string:
            made = self._core.CFURLCreateWithString(None, string, None)
        with self._released(made) if made else contextlib.nullcontext():
            yield made

    @contextlib.contextmanager
    def _released(self, reference: int) -> Iterator[None]:
        """Released at the end."""
        try:
            yield
        finally:
            self._core.CFRelease(reference)


def _declare(core: ctypes.CDLL, network: ctypes.CDLL) -> None:
    """Results and arguments of the functions used. CFIndex is a long, Boolean an unsigned char."""
    reference = c_void_p
    declared: tuple[tuple[Any, Any, list[Any]], ...] = (
        (core.CFRelease, None, [reference]),
        (core.CFGetTypeID, c_ulong, [reference]),
        (core.CFStringGetTypeID, c_ulong, []),
        (core.CFURLGetTypeID, c_ulong, []),
        (core.CFNumberGetTypeID, c_ulong, []),
        (core.CFStringCreateWithCString, reference, [reference, c_char_p, c_uint32]),
        (core.CFStringGetLength, c_long, [reference]),
        (core.CFStringGetMaximumSizeForEncoding, c_long, [c_long, c_uint32]),
        (core.CFStringGetCString, c_ubyte, [reference, c_char_p, c_long, c_uint32]),
        (core.CFURLCreateWithString, reference, [reference, reference, reference]),
        (core.CFURLGetString, reference, [reference]),
        (core.CFNumberGetValue, c_ubyte, [reference, c_long, c_void_p]),
        (core.CFArrayGetCount, c_long, [reference]),
        (core.CFArrayGetValueAtIndex, reference, [reference, c_long]),
        (core.CFDictionaryGetValue, reference, [reference, reference]),
        (core.CFRunLoopGetCurrent, reference, []),
        (core.CFRunLoopAddSource, None, [reference, reference, reference]),
        (core.CFRunLoopRunInMode, c_int32, [reference, c_double, c_ubyte]),
        (core.CFRunLoopStop, None, [reference]),
        (core.CFRunLoopSourceInvalidate, None, [reference]),
        (network.CFNetworkCopySystemProxySettings, reference, []),
        (network.CFNetworkCopyProxiesForURL, reference, [reference, reference]),
        (
            network.CFNetworkExecuteProxyAutoConfigurationURL,
            reference,
            [reference, reference, _Answered, POINTER(_ClientContext)],
        ),
    )
    for function, result, arguments in declared:
        function.restype = result
        function.argtypes = arguments
