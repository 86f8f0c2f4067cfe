"""Reads the policy, once at the start.

Most machines have none. They pay for a failed attempt to open a file, and import nothing that reads one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from exogui.policy.policy import NO_POLICY, Policy
from exogui.policy.sources import PolicySource, UnreadablePolicy, system_sources

if TYPE_CHECKING:
    from exogui.policy.faults import PolicyFault


class PolicyInForce:
    """The policy, where each value comes from, and what was wrong."""

    def __init__(
        self,
        policy: Policy = NO_POLICY,
        origins: Mapping[str, str] | None = None,
        faults: tuple[PolicyFault, ...] = (),
    ) -> None:
        self.policy = policy
        self.origins = origins or {}
        """By key, the place that set it; a key that nobody has set is not in it."""
        self.faults = faults


def read_policy(sources: Iterable[PolicySource] | None = None) -> PolicyInForce:
    """What is in force. Of several sources the first that has a value wins; None: those of this system.

    A value that cannot be meant is passed over. Where a policy cannot be read at all, somebody wanted
    something forbidden and nobody knows what: then every switch is off that no policy before it sets. Nothing
    is erased because of it, and nothing preset.
    """
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    faults: list[PolicyFault] = []
    for source in system_sources() if sources is None else sources:
        for name, value in _values_of(source, faults).items():
            if name not in values:
                values[name], origins[name] = value, source.place
    return PolicyInForce(Policy(**values), origins, tuple(faults))


def _values_of(source: PolicySource, faults: list[PolicyFault]) -> dict[str, bool | int | str]:
    """What a source says, checked."""
    try:
        found = source.read()
    except UnreadablePolicy as error:
        return _everything_off(source, error, faults)
    return _checked_values(source, found, faults) if found else {}


def _everything_off(
    source: PolicySource, error: UnreadablePolicy, faults: list[PolicyFault]
) -> dict[str, bool | int | str]:
    from exogui.policy.faults import PolicyFault
    from exogui.policy.schema import SWITCHES

    faults.append(PolicyFault(source.place, error.fault))
    return dict.fromkeys(SWITCHES, False)


def _checked_values(
    source: PolicySource, found: Mapping[str, object], faults: list[PolicyFault]
) -> dict[str, bool | int | str]:
    from exogui.policy.faults import PolicyFault
    from exogui.policy.schema import checked

    good: dict[str, bool | int | str] = {}
    for name, value in found.items():
        try:
            good[name] = checked(name, value)
        except KeyError:
            faults.append(PolicyFault(source.place, "unknown_key", name))
        except TypeError:
            faults.append(PolicyFault(source.place, "wrong_type", name))
        except ValueError:
            faults.append(PolicyFault(source.place, "wrong_value", name))
    return good
