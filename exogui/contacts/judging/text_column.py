"""Judging the free text of some hundred rows at once."""

from __future__ import annotations

from itertools import compress, count
from operator import not_

from exogui.contacts.judging.found_problems import Found, Row, add_problems
from exogui.contacts.judging.text_cells import judge_text
from exogui.contacts.problems import Problem, ProblemCode

_WHITESPACE = ProblemCode.WHITESPACE
_new_problem = tuple.__new__  # twice as quick as calling the class; whole files have these


def judge_texts(column: int, cells: Row, longest: int, found: Found) -> None:
    """Judge the cells of a column of names, companies, tags."""
    joined = "|".join(cells)
    printable = joined.isprintable()  # no control, invisible or unusual space character
    odd: set[int] = set()
    if not printable:
        odd.update(compress(count(), map(not_, map(str.isprintable, cells))))
    if len(max(cells, key=len)) > longest:
        odd.update(compress(count(), map(longest.__lt__, map(len, cells))))
    if " |" in joined or "| " in joined or joined[:1] == " " or joined[-1:] == " ":
        for position, value in enumerate(cells):
            tidy = value.strip(" ")
            if tidy != value and position not in odd:
                problem = _new_problem(Problem, (column, _WHITESPACE, "", tidy))
                add_problems(found, position, (problem,))
    for position in odd:
        problems = judge_text(column, cells[position], longest)
        if problems:
            add_problems(found, position, problems)
