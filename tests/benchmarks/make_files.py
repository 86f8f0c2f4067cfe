"""The contact files that are measured: always the same, because the dice are seeded.

Names, companies and remarks in three scripts, with commas, quotes and line breaks; every 33rd row has
something wrong with it, in one of eighteen ways.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

DIRECTORY = Path(__file__).parents[2] / "build" / "bench"

HEADER = ("phone_number", "first_name", "last_name", "email", "company", "tag", "Remarks")


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a file is like."""

    rows: int
    remark_characters: int
    bad_share: float = 0.03


RECIPES = {
    "c5": Recipe(50_000, 20),
    "c10": Recipe(50_000, 100),
    "c60": Recipe(500_000, 42),
    "c10_all_bad": Recipe(50_000, 100, bad_share=1.0),
    "c10_clean": Recipe(50_000, 100, bad_share=0.0),
}

_FIRST = ("Asha", "Ravi", "Mei Ling", "Siti", "Nguyễn", "आशा", "रवि", "सुनीता", "ஆஷா", "ரவி", "கவிதா", "José")
_LAST = ("Rao", "Kumar", "Tan", "Rahman", "राव", "कुमार", "குமார்", "D'Souza", "Menon, Jr.", 'Lee "Sam"')
_COMPANY = ("Acme", "Acme, Ltd", "भारत उद्योग", "Sunrise Foods", "தமிழ் நிறுவனம்", "Tan & Sons", "")
_REMARK = ("call after six", "prefers Hindi,", "met at the fair", "asked twice\nabout prices", "மாலை", "नमस्ते")

_NUMBERS: tuple[tuple[str, Callable[[random.Random], str]], ...] = (
    ("+91", lambda dice: f"{dice.choice('6789')}{dice.randrange(10**9):09}"),
    ("+65", lambda dice: f"{dice.choice('89')}{dice.randrange(10**7):07}"),
    ("+62", lambda dice: f"81{dice.randrange(10**9):09}"),
    ("+44", lambda dice: f"7{dice.choice('4578')}{dice.randrange(10**8):08}"),
    ("+1", lambda dice: f"{dice.choice(('212', '415', '650'))}555{dice.randrange(10**4):04}"),
)

_Row = list[str]
_BAD: tuple[Callable[[_Row], None], ...] = (
    lambda row: row.__setitem__(0, ""),
    lambda row: row.__setitem__(0, row[0].lstrip("+")),
    lambda row: row.__setitem__(0, row[0][-10:]),
    lambda row: row.__setitem__(0, "00" + row[0][1:]),
    lambda row: row.__setitem__(0, f"{row[0][:3]} {row[0][3:8]} {row[0][8:]}"),
    lambda row: row.__setitem__(0, f"{row[0][:3]}-({row[0][3:6]})-{row[0][6:]}"),
    lambda row: row.__setitem__(0, "9.19877E+11"),
    lambda row: row.__setitem__(0, row[0][:8]),
    lambda row: row.__setitem__(0, row[0] + "1234567"),
    lambda row: row.__setitem__(0, "N/A"),
    lambda row: row.__setitem__(0, row[0] + "\u00a0"),
    lambda row: row.__setitem__(0, "+919" + "१२३४५६७८९"),
    lambda row: row.__setitem__(0, "+999" + row[0][3:]),
    lambda row: row.__setitem__(0, "+911" + row[0][4:13]),
    lambda row: row.__setitem__(3, row[3].replace("@", " at ")),
    lambda row: row.__setitem__(3, row[3] + "."),
    lambda row: row.__setitem__(1, row[1] + "\u0007"),
    lambda row: row.__setitem__(4, "x" * 300),
)


def contact_file(name: str) -> Path:
    """The file of that name in ``RECIPES``, made if it is not there yet."""
    recipe = RECIPES[name]
    # The recipe is part of the name: a file that another recipe left behind is not this one.
    path = DIRECTORY / f"{name}-{recipe.rows}-{recipe.remark_characters}-{recipe.bad_share}.csv"
    if not path.exists():
        DIRECTORY.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        with unfinished.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(HEADER)
            writer.writerows(_rows(recipe))
        unfinished.replace(path)
    return path


def _rows(recipe: Recipe) -> Iterator[_Row]:
    dice = random.Random(20261123)  # not for secrets: the same file everywhere
    bad = 0
    for number in range(recipe.rows):
        code, rest = dice.choices(_NUMBERS, weights=(70, 10, 10, 6, 4))[0]
        remark = ""
        while len(remark) < recipe.remark_characters:
            remark += dice.choice(_REMARK) + " "
        row = [
            code + rest(dice),
            dice.choice(_FIRST),
            dice.choice(_LAST),
            f"person{number}@example.{dice.choice(('in', 'sg', 'co.id'))}",
            dice.choice(_COMPANY),
            dice.choice(("november", "vip", "")),
            remark[: recipe.remark_characters].strip(),
        ]
        if (number + 1) * recipe.bad_share >= bad + 1:
            _BAD[bad % len(_BAD)](row)
            bad += 1
        yield row


def show(line: str) -> None:
    """Say a measurement."""
    print(line, flush=True)  # noqa: T201 - what a benchmark is for


if __name__ == "__main__":
    for file in map(contact_file, RECIPES):
        show(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB")
