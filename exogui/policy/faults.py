"""What was wrong with a policy."""

from __future__ import annotations

from typing import Literal, NamedTuple

Fault = Literal["not_opened", "not_trusted", "not_understood", "unknown_key", "wrong_type", "wrong_value"]
"""The first three are of a whole policy; one that others can write to is not trusted."""


class PolicyFault(NamedTuple):
    """Something of a policy that could not be taken as it was meant."""

    place: str
    fault: Fault
    key: str = ""
    """The value that is passed over; empty where nothing could be read at all."""
