"""``exogui policy``: what the organisation's IT has set, and from where."""

from __future__ import annotations

from collections.abc import Iterator

from exogui.cli.terminal import Terminal
from exogui.messages import policy as texts
from exogui.messages.catalogue import Speaker
from exogui.policy.reading import PolicyInForce

EXIT_UNDERSTOOD, EXIT_FAULTS = 0, 1


def tell_policy(in_force: PolicyInForce, *, as_json: bool, terminal: Terminal) -> int:
    """Print what is in force; returns the exit status.

    With ``as_json`` one object says it: ``keys``, each with its ``value`` and ``origin`` (the place that set
    it, or null), and ``faults``, each with ``place``, ``key`` (null for a whole policy), ``fault`` and
    ``message``.
    """
    say = terminal.say
    if as_json:
        terminal.json(
            {
                "keys": {
                    key: {"value": value, "origin": in_force.origins.get(key)}
                    for key, value in in_force.policy._asdict().items()
                },
                "faults": [
                    {
                        "place": fault.place,
                        "key": fault.key or None,
                        "fault": fault.fault,
                        "message": texts.fault_text(fault, say),
                    }
                    for fault in in_force.faults
                ],
            }
        )
    else:
        terminal.result(_lines(in_force, say))
        for fault in in_force.faults:
            terminal.note(texts.fault_text(fault, say))
    return EXIT_FAULTS if in_force.faults else EXIT_UNDERSTOOD


def _lines(in_force: PolicyInForce, say: Speaker) -> Iterator[str]:
    if not in_force.origins:
        yield say(texts.NOTHING_SET)
    for key, value in in_force.policy._asdict().items():
        place = in_force.origins.get(key)
        shown = _shown(value) or say(texts.NO_VALUE)
        if place is None:
            yield say(texts.BY_DEFAULT, key=key, value=shown)
        else:
            yield say(texts.FROM_PLACE, key=key, value=shown, place=place)


def _shown(value: bool | int | str) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
