"""Makes the translation template from the program's texts: ``translations.py write | check``.

The texts stand in :mod:`exogui.messages` as data. Qt's ``lupdate`` reads source code, so each text is first
written out as a call of ``QCoreApplication.translate``. lupdate merges into every ``.ts`` file there is, so
that translations already made stay. ``lrelease`` then compiles each language into the ``.qm`` file that the
program reads; it is committed, so that a checkout needs no build.
"""

from __future__ import annotations

import importlib
import pkgutil
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
TEMPLATE = "exogui_template.ts"

sys.path.insert(0, str(ROOT))

from exogui import messages  # noqa: E402  # the checkout must be importable first
from exogui.messages.catalogue import Plural, Text, all_texts  # noqa: E402


def collect() -> list[Text | Plural]:
    """Every text of every module in exogui.messages, each once, in an order that depends on nothing else."""
    for module in pkgutil.walk_packages(messages.__path__, f"{messages.__name__}."):
        importlib.import_module(module.name)
    return sorted(set(all_texts()), key=lambda text: (text.context, text.source, isinstance(text, Plural)))


def as_source_code(texts: Iterable[Text | Plural]) -> str:
    """A Python file that says all ``texts`` in the way lupdate understands."""
    lines = ["from PySide6.QtCore import QCoreApplication"]
    for text in texts:
        count = ", None, 1" if isinstance(text, Plural) else ""
        lines.append(f"QCoreApplication.translate({text.context!r}, {text.source!r}{count})")
    return "\n".join(lines) + "\n"


def write(folder: Path, texts: Iterable[Text | Plural]) -> None:
    """Merge ``texts`` into every .ts file of ``folder`` and compile the languages.

    What the program says no longer is dropped from them. A new language begins as a copy of the template.
    """
    sources = sorted({folder / TEMPLATE, *folder.glob("*.ts")})
    with tempfile.TemporaryDirectory() as scratch:
        calls = Path(scratch) / "texts.py"
        calls.write_text(as_source_code(texts), encoding="utf-8")
        _qt_tool("lupdate", "-locations", "none", "-no-obsolete", calls, "-ts", *sources)
    for source in sources:
        if source.name != TEMPLATE:
            _qt_tool("lrelease", source, "-qm", source.with_suffix(".qm"))


def stale(folder: Path, texts: Iterable[Text | Plural]) -> list[str]:
    """The names of the files in ``folder`` that ``write`` would change."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch)
        for file in folder.glob("*.ts"):
            shutil.copy(file, fresh)
        write(fresh, texts)
        return sorted(
            name
            for name in {file.name for where in (folder, fresh) for file in where.glob("*.[tq][sm]")}
            if _bytes(folder / name) != _bytes(fresh / name)
        )


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def _qt_tool(name: str, *arguments: str | Path) -> None:
    import PySide6  # only here: the texts can be looked at without it

    tool = Path(PySide6.__path__[0]) / (f"{name}.exe" if sys.platform == "win32" else name)
    subprocess.run([str(tool), "-silent", *arguments], check=True)


def main(arguments: list[str]) -> int:
    """Write the translation files, or check that they are fresh; 1 when they are not."""
    if arguments == ["write"]:
        write(FOLDER, collect())
        print(f"Wrote {len(collect())} texts to {FOLDER.relative_to(ROOT)}")
        return 0
    if arguments == ["check"]:
        outdated = stale(FOLDER, collect())
        for name in outdated:
            print(f"resources/translations/{name} is out of date. Run: python3 packaging/dev.py generate")
        return 1 if outdated else 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
