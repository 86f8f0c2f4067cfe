"""Where the numbers of a list come from and what kinds they are: for a small picture of the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from exogui.contacts.judging.number_kinds import Line, NumberKind, line_of
from exogui.contacts.judging.validation import CHUNK_ROWS
from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.table import ContactTable


@dataclass(frozen=True, slots=True)
class ListSummary:
    """How many rows have a real number of each country and kind.

    ``sum of countries == sum of kinds``, and with ``unknown`` it is the number of rows.
    """

    countries: tuple[tuple[str, int], ...]
    """ISO code and rows, the most frequent first; ``001`` stands for numbers that belong to no country."""
    kinds: Mapping[NumberKind, int]
    """Kinds that occur, in the order of :class:`NumberKind`."""
    unknown: int
    """Rows without a number, or with one that is in no numbering plan or is not certain."""


def summarise(table: ContactTable, checkpoint: Checkpoint = no_checkpoint) -> ListSummary:
    """Count countries and kinds in all rows. A number counts as what it means, however it is written."""
    lines: Counter[Line | None] = Counter()
    for start in range(0, table.row_count, CHUNK_ROWS):
        chunk = range(start, min(start + CHUNK_ROWS, table.row_count))
        numbers = map(table.phone_number, chunk)
        lines.update(None if number is None else line_of(number) for number in numbers)
        checkpoint(chunk.stop, table.row_count)
    unknown = lines.pop(None, 0)
    countries: Counter[str] = Counter()
    kinds: Counter[NumberKind] = Counter()
    for line, count in lines.items():
        if line is not None:
            countries[line.country] += count
            kinds[line.kind] += count
    ordered = sorted(countries.items(), key=lambda entry: (-entry[1], entry[0]))
    return ListSummary(tuple(ordered), {kind: kinds[kind] for kind in NumberKind if kinds[kind]}, unknown)
