"""Texts about what an organisation's IT has set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exogui.messages.catalogue import Plural, Speaker, Text
from exogui.policy.policy import SwitchedOff

if TYPE_CHECKING:
    from exogui.policy.faults import Fault, PolicyFault

_C = "policy"

SWITCHED_OFF = Text(_C, "Switched off by your organisation.")
WITH_NOTE = Text(_C, "{what} (switched off by your organisation)")
ADDRESS_FORBIDDEN = Text(_C, "Your organisation does not allow this address.")
ADDRESS_SET = Text(_C, "Set by your organisation.")
KEPT_AT_MOST = Plural(
    _C,
    "Your organisation lets contacts be kept for {n} days at the most.",
    "Your organisation lets contacts be kept for {n} day at the most.",
)

_FORBIDDEN: dict[str, Text] = {
    "other_addresses": Text(
        _C,
        "Your organisation allows only Exotel’s own data centres and the address it has set, so nothing goes to the "
        "address of this account. Choose another data centre, or ask your IT staff.",
    ),
    "practice_account": Text(
        _C, "The practice account is switched off by your organisation. Ask your IT staff if you need it."
    ),
    "create_new": Text(
        _C,
        "Your organisation does not let contacts that are already in Exotel be created again, so nothing was sent. "
        "Choose to skip or to update them, or ask your IT staff.",
    ),
}

_UNREADABLE: dict[Fault, Text] = {
    "not_opened": Text(
        _C,
        "The settings of your organisation in {place} could not be opened, so everything it could forbid is off. Tell "
        "your IT staff.",
    ),
    "not_trusted": Text(
        _C,
        "The settings of your organisation in {place} can be changed by others than an administrator, so they were not "
        "used, and everything they could forbid is off. Tell your IT staff.",
    ),
    "not_understood": Text(
        _C,
        "The settings of your organisation in {place} could not be understood, so everything they could forbid is off. "
        "Tell your IT staff.",
    ),
}
_PASSED_OVER: dict[Fault, Text] = {
    "unknown_key": Text(_C, "“{key}” in {place} is no setting that this version of exogui knows."),
    "wrong_type": Text(_C, "“{key}” in {place} has a value of the wrong type and was passed over."),
    "wrong_value": Text(_C, "“{key}” in {place} has a value that cannot be meant and was passed over."),
}
_SETTINGS_OF_ORGANISATION = Text(_C, "In the settings of your organisation: {what} Tell your IT staff.")
_AND_MORE = Plural(_C, "{what} {n} others are wrong too.", "{what} {n} other is wrong too.")

HELP = Text(_C, "show what your organisation has set, and where")
EXIT = Text(_C, "Exit status: 0 all of it is understood, 1 something in it is wrong and was passed over.")
FROM_PLACE = Text(_C, "{key} = {value}    from {place}")
BY_DEFAULT = Text(_C, "{key} = {value}")
NOTHING_SET = Text(_C, "No policy is set on this computer; everything is as exogui has it.")
NO_VALUE = Text(_C, "(nothing)")

_LONGEST_KEY = 60


def switched_off_text(error: SwitchedOff, say: Speaker) -> str:
    """What the policy forbids, and what to do."""
    return say(_FORBIDDEN[error.key])


def fault_text(fault: PolicyFault, say: Speaker) -> str:
    """What is wrong with a policy."""
    if fault.fault in _UNREADABLE:
        return say(_UNREADABLE[fault.fault], place=fault.place)
    return say(_PASSED_OVER[fault.fault], key=fault.key[:_LONGEST_KEY], place=fault.place)


def faults_text(faults: tuple[PolicyFault, ...], say: Speaker) -> str:
    """All that is wrong, in a message of which a person can make something: the worst of it first."""
    worst = min(faults, key=lambda fault: fault.fault not in _UNREADABLE)
    words = fault_text(worst, say)
    if worst.fault in _UNREADABLE:
        return words
    if len(faults) > 1:
        words = say(_AND_MORE, len(faults) - 1, what=words)
    return say(_SETTINGS_OF_ORGANISATION, what=words)
