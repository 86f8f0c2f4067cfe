"""Proxy settings of a machine that the test makes up."""

from __future__ import annotations

from collections.abc import Callable

from exogui.exotel.proxy_plan import ProxyPlan, ScriptUnavailable

Script = Callable[[str], tuple[str, ...]]

SCRIPT = "http://pac.example/p.pac"


def missing(_url: str) -> tuple[str, ...]:
    """A script that is not there."""
    raise ScriptUnavailable("error 12167")


class MadeUpSettings:
    """Settings with a script, which is a function here, and what is set by hand besides."""

    def __init__(self, script: Script, *by_hand: str) -> None:
        self.scripts = {SCRIPT: script}
        self.by_hand = by_hand or ProxyPlan().otherwise
        self.planned: list[str] = []
        self.asked: list[tuple[str, str]] = []

    def plan(self, url: str) -> ProxyPlan:
        self.planned.append(url)
        return ProxyPlan(tuple(self.scripts), self.by_hand)

    def ask(self, script: str, url: str) -> tuple[str, ...]:
        self.asked.append((script, url))
        return self.scripts[script](url)
