"""Which sent row a refused row is. Uncertain rather than wrong.

Exotel does not document whether ``row_number`` counts from 0 or 1, whether the header counts, or whether it
counts rows at all and not lines (a quoted cell may span several). So each of these is a hypothesis, kept only
while it agrees with every refused row whose phone number was sent exactly once. A phone number that was sent
once decides by itself; where it was sent more often, a row is named only when some other row supports a
hypothesis and all that are left name the same one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from exogui.exotel.responses import RefusedEntry

_NOT_A_DIGIT = re.compile(r"\D+", re.ASCII)
_DOCUMENTED_BASES = (0, 1, 2)

Hypothesis = Callable[[int], int | None]
"""row_number -> index of the sent row, or None where it names none."""


def match_rows(
    entries: Sequence[RefusedEntry], phone_numbers: Sequence[str], first_lines: Sequence[int] = ()
) -> list[int | None]:
    """For each entry the index of its row among those sent, or None where that is not certain.

    ``first_lines`` gives the line on which each sent row begins in its file, the header being line 0; leave
    it out where no cell holds a line break.
    """
    sent = defaultdict(list)
    for index, phone_number in enumerate(phone_numbers):
        sent[_digits(phone_number)].append(index)
    # A phone number without digits is no evidence: it may as well have been left out.
    keys = [_digits(entry.phone_number) for entry in entries]
    named: list[list[int]] = [sent.get(key, []) if key else [] for key in keys]
    in_order = _all_refused(entries, keys, sent)
    hypotheses = _supported(entries, named, len(phone_numbers), first_lines)
    matched: list[int | None] = []
    for entry, key, rows in zip(entries, keys, named, strict=True):
        if len(rows) == 1:
            matched.append(rows[0])
        elif (key, entry.row_number) in in_order:
            matched.append(in_order[key, entry.row_number])
        else:
            matched.append(_settle(entry, key, rows, hypotheses))
    return matched


def _all_refused(
    entries: Sequence[RefusedEntry], keys: Sequence[str], sent: Mapping[str, Sequence[int]]
) -> dict[tuple[str, int | None], int]:
    """(phone number, row_number) -> row, for numbers of which every row was refused.

    As many different row numbers as rows: whatever they count, they count upwards, so they are in order.
    """
    numbers = defaultdict(set)
    for entry, key in zip(entries, keys, strict=True):
        numbers[key].add(entry.row_number)
    return {
        (key, number): row
        for key, given in numbers.items()
        if key and None not in given and len(given) == len(sent.get(key, ()))
        for number, row in zip(
            sorted(number for number in given if number is not None), sent[key], strict=True
        )
    }


def _settle(
    entry: RefusedEntry, key: str, rows: Sequence[int], hypotheses: Sequence[Hypothesis]
) -> int | None:
    """The row that all hypotheses name for an entry whose phone number does not decide."""
    if entry.row_number is None or not hypotheses:
        return None
    candidates = {hypothesis(entry.row_number) for hypothesis in hypotheses}
    if len(candidates) != 1:
        return None
    row = candidates.pop()
    if key and row not in rows:
        return None  # its phone number was sent with other rows, or with none
    return row


def _supported(
    entries: Sequence[RefusedEntry], named: Sequence[Sequence[int]], count: int, first_lines: Sequence[int]
) -> list[Hypothesis]:
    """The hypotheses that agree with all the evidence; none where there is no evidence."""
    evidence = [
        (entry.row_number, rows)
        for entry, rows in zip(entries, named, strict=True)
        if entry.row_number is not None and rows
    ]
    proofs = [(number, rows[0]) for number, rows in evidence if len(rows) == 1]
    if not proofs:
        return []
    number, row = proofs[0]
    bases = {*_DOCUMENTED_BASES, number - row}
    hypotheses = [_by_rows(base, count) for base in sorted(bases)]
    if first_lines:
        line_bases = {*_DOCUMENTED_BASES, number - first_lines[row] + 1}
        hypotheses += [_by_lines(base, first_lines) for base in sorted(line_bases)]
    return [
        hypothesis
        for hypothesis in hypotheses
        if all(hypothesis(number) in rows for number, rows in evidence)
    ]


def _by_rows(base: int, count: int) -> Hypothesis:
    return lambda number: number - base if 0 <= number - base < count else None


def _by_lines(base: int, first_lines: Sequence[int]) -> Hypothesis:
    """The first row begins on line 1 of the file (the header is line 0); ``base`` is what that is called."""
    rows = {line - 1 + base: row for row, line in enumerate(first_lines)}
    return rows.get


def _digits(phone_number: str) -> str:
    """What of a phone number survives every way of writing it."""
    return _NOT_A_DIGIT.sub("", phone_number)
