"""How much was tried, counted over all processes that run the tests and said when they have ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

Tally = Callable[[str, int], None]
"""Called with what was tried and how often."""

TRIED: Counter[str] = Counter()
