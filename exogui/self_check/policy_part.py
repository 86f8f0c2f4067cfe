"""What the organisation has set."""

from __future__ import annotations

from collections.abc import Iterable

from exogui.messages import self_check as texts
from exogui.messages.catalogue import plain as say
from exogui.messages.policy import NOTHING_SET, faults_text
from exogui.policy.reading import read_policy
from exogui.policy.sources import PolicySource, parse_property_list, parse_toml
from exogui.self_check.part import PartFailed

_PROPERTY_LIST = b'<plist version="1.0"><dict><key>create_new</key><false/></dict></plist>'


def try_policy(sources: Iterable[PolicySource] | None = None) -> str:
    """Policies can be read, and the one in force has no fault. ``sources``: by default the system's."""
    for parse, content in ((parse_toml, b"create_new = false\n"), (parse_property_list, _PROPERTY_LIST)):
        if parse(content) != {"create_new": False}:
            raise PartFailed(say(texts.POLICY_UNREADABLE))
    in_force = read_policy(sources)
    if in_force.faults:
        raise PartFailed(faults_text(in_force.faults, say))
    if not in_force.origins:
        return say(NOTHING_SET)
    places = ", ".join(dict.fromkeys(in_force.origins.values()))
    return say(texts.POLICY, len(in_force.origins), places=places)
