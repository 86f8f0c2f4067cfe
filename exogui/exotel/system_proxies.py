"""The proxies that Windows or macOS names for an address, by hand or by a script (PAC, found by WPAD too).

The system runs the script: its own answer is the one that the browser of the same machine gets. Elsewhere
than on these two the environment names the proxy, and this names none.
"""

from __future__ import annotations

import functools
import logging
import sys
import threading
import time
import urllib.parse
from typing import Protocol

from exogui.exotel.cancellation import CancelToken
from exogui.exotel.errand import Errand
from exogui.exotel.proxy_plan import ProxyPlan, ScriptUnavailable

logger = logging.getLogger(__name__)

KEPT_SECONDS = 300.0
"""How long the answer of a script counts. Each exchange would ask it anew else, seconds apart."""

_PATIENCE_SECONDS = 15.0
"""What finding, fetching and running the scripts may take before it goes on without them."""


class ProxySettings(Protocol):
    """What a system knows of its proxies. On any thread."""

    def plan(self, url: str) -> ProxyPlan:
        """What the settings say now. Quick; asks nothing of the network."""

    def ask(self, script: str, url: str) -> tuple[str, ...]:
        """The proxies that a script of the plan names. Takes as long as the network does.

        Raises :class:`ScriptUnavailable`.
        """


class SystemProxies:
    """Which proxies to try for an address. For all jobs of a program, on any of their threads."""

    def __init__(self, settings: ProxySettings | None, patience: float = _PATIENCE_SECONDS) -> None:
        """``settings`` is None on a system that has none. ``patience`` is in seconds."""
        self._settings = settings
        self._patience = patience
        self._lock = threading.Lock()
        self._errands: dict[str, tuple[ProxyPlan, Errand[tuple[str, ...]]]] = {}
        self._preferred: dict[str, str] = {}

    def find(self, url: str, cancel: CancelToken) -> tuple[str, ...]:
        """The proxies to try in turn, as :class:`ProxyPlan` writes them; none where none can be used.

        A script that is silent for too long, or that there is none of, leaves what is set besides it.
        Raises :class:`~exogui.exotel.errors.Stopped`.
        """
        if self._settings is None:
            return ProxyPlan().otherwise
        place = _place(url)
        plan = self._settings.plan(place)
        found = plan.otherwise
        if plan.scripts:
            try:
                found = self._errand(place, plan, self._settings).result(self._patience, cancel)
            except TimeoutError:
                logger.info("The proxy script does not answer; going on without it")
        with self._lock:
            preferred = self._preferred.get(place)
        return tuple(sorted(found, key=lambda proxy: proxy != preferred))

    def prefer(self, url: str, proxy: str) -> None:
        """Try this one first from now on: the ones before it could not be reached."""
        with self._lock:
            self._preferred[_place(url)] = proxy

    def forget(self, url: str) -> None:
        """Ask the script anew next time: nothing it named could be reached, as after a change of network."""
        with self._lock:
            self._forget(_place(url))

    def _forget(self, place: str) -> None:
        self._preferred.pop(place, None)
        _plan, errand = self._errands.get(place, (None, None))
        if errand is not None and errand.done:
            del self._errands[place]

    def _errand(self, place: str, plan: ProxyPlan, settings: ProxySettings) -> Errand[tuple[str, ...]]:
        """The asking of a plan's scripts: under way, done lately, or begun now."""
        with self._lock:
            asked, errand = self._errands.get(place, (None, None))
            if errand is not None and errand.done and time.monotonic() > errand.begun + KEPT_SECONDS:
                errand = None
            if errand is None or asked != plan:
                self._forget(place)
                errand = Errand(functools.partial(_ask, settings, plan, place), "proxy-script")
                self._errands[place] = (plan, errand)
            return errand


def _ask(settings: ProxySettings, plan: ProxyPlan, url: str) -> tuple[str, ...]:
    """What the first script that answers says."""
    for script in plan.scripts:
        try:
            return settings.ask(script, url)
        except ScriptUnavailable as error:
            logger.info("A proxy script is not available: %s", error)
    return plan.otherwise


def _place(url: str) -> str:
    """An address without what is nobody else's business: a script sees neither path nor query."""
    parts = urllib.parse.urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/"


@functools.cache
def system_proxies() -> SystemProxies:
    """The proxies of this system, whose answers are kept for the life of the program."""
    if sys.platform == "win32":
        from exogui.exotel.windows_proxies import WindowsProxies

        return SystemProxies(WindowsProxies())
    if sys.platform == "darwin":
        from exogui.exotel.mac_proxies import MacProxies

        return SystemProxies(MacProxies())
    return SystemProxies(None)
