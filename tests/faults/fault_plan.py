"""Which fault meets which request, and the waits that a test can end."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Final

from exogui.practice.endpoints import Endpoint
from tests.faults.wire_fault import WireCase, WireFault, WireStage

PREDECESSOR: Final = {Endpoint.STATUS: Endpoint.UPLOAD, Endpoint.ERRORS: Endpoint.STATUS}
"""The call whose answer makes a client go on to the next, with a server that is done at once."""


@dataclass(slots=True)
class Rule:
    """One planned fault."""

    case: WireCase
    at: int | None
    times: int | None
    skip: int
    following: Endpoint | None
    """For a fault while connecting: it is due once ``skip`` + 1 answers to this call have gone out."""

    @property
    def connecting(self) -> bool:
        """Whether it meets a connection, not a request."""
        return self.case.stage is WireStage.CONNECTING

    @property
    def due(self) -> bool:
        """Whether it meets the next connection."""
        return self.connecting and self.following is None and self.skip <= 0

    @property
    def at_error_files(self) -> bool:
        """Whether it is about the door of the error files."""
        return self.case.endpoint is Endpoint.ERROR_FILE


class FaultPlan:
    """The faults to come. Safe to use from several threads."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self._rules: list[Rule] = []
        self._generation = 0
        self._held = 0
        self._stopped = False

    def add(self, rule: Rule) -> None:
        """Plan a fault."""
        with self.changed:
            self._rules.append(rule)

    def take(self, endpoint: Endpoint | None) -> Rule | None:
        """The fault that meets a request that has just come in, counted as used."""
        with self.changed:
            for rule in self._rules:
                if rule.connecting or rule.case.endpoint is not endpoint:
                    continue
                if rule.skip > 0:
                    rule.skip -= 1
                    continue
                self._use(rule)
                return rule
            return None

    def take_connecting(self, *, at_error_files: bool) -> Rule | None:
        """The fault that meets a new connection, counted as used."""
        with self.changed:
            for rule in self._rules:
                if rule.connecting and rule.at_error_files is at_error_files:
                    if rule.due:
                        self._use(rule)
                        return rule
                    if rule.following is None:
                        rule.skip -= 1
            return None

    def note_answer(self, endpoint: Endpoint | None) -> bool:
        """Count an answer that is about to go out: whether a fault now waits for the next connection."""
        with self.changed:
            came_due = False
            for rule in self._rules:
                if rule.connecting and rule.following is not None and rule.following is endpoint:
                    rule.skip -= 1
                    if rule.skip < 0:
                        rule.following = None
                        came_due = came_due or not rule.at_error_files
            return came_due

    def refuses(self, *, at_error_files: bool) -> bool:
        """Whether the door is to be closed."""
        with self.changed:
            return any(
                rule.due and rule.case.fault is WireFault.REFUSE and rule.at_error_files is at_error_files
                for rule in self._rules
            )

    def release(self, *, forget: bool) -> None:
        """Let all that is held go on and refusals end; ``forget`` what is planned, too."""
        with self.changed:
            self._rules = [
                rule
                for rule in self._rules
                if not forget and not (rule.due and rule.case.fault is WireFault.REFUSE)
            ]
            self._generation += 1
            self.changed.notify_all()

    def stop(self) -> None:
        """End every wait."""
        with self.changed:
            self._stopped = True
            self.changed.notify_all()

    def hold(self) -> bool:
        """Wait for a release; False if the proxy stopped instead."""
        with self.changed:
            generation = self._generation
            self._held += 1
            self.changed.notify_all()
            self.changed.wait_for(lambda: self._stopped or self._generation != generation)
            self._held -= 1
            return not self._stopped

    def pause(self, seconds: float) -> bool:
        """Wait, at most until a release; False if the proxy stopped."""
        with self.changed:
            generation = self._generation
            self.changed.wait_for(lambda: self._stopped or self._generation != generation, seconds)
            return not self._stopped

    def wait_until_held(self, count: int, timeout: float) -> bool:
        """Wait until so many requests or connections are held; False if the time (seconds) ran out."""
        with self.changed:
            return self.changed.wait_for(lambda: self._held >= count, timeout)

    def _use(self, rule: Rule) -> None:
        if rule.times is not None:
            rule.times -= 1
            if rule.times <= 0:
                self._rules.remove(rule)
