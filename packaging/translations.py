"""Makes the translation template from the program's texts: ``translations.py write | check``.

The texts stand in :mod:`exogui.messages` as data. Qt's ``lupdate`` reads source code, so each text is first
written out as a call of ``QCoreApplication.translate``. lupdate merges into every ``.ts`` file there is, so
that translations already made stay; ``.qm`` files are made from them when a package is built.
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
TEMPLATE = FOLDER / "exogui_template.ts"

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


def update(files: Iterable[Path], texts: Iterable[Text | Plural]) -> None:
    """Merge ``texts`` into the .ts ``files``; what nobody says any longer is dropped from them."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "texts.py"
        source.write_text(as_source_code(texts), encoding="utf-8")
        options = ["-silent", "-locations", "none", "-no-obsolete"]
        subprocess.run([_lupdate(), *options, source, "-ts", *files], check=True)


def stale() -> list[Path]:
    """The .ts files that do not hold today's texts."""
    files = _ts_files()
    with tempfile.TemporaryDirectory() as folder:
        fresh = [Path(folder) / file.name for file in files]
        for file, copy in zip(files, fresh, strict=True):
            if file.exists():
                shutil.copy(file, copy)
        update(fresh, collect())
        return [
            file
            for file, copy in zip(files, fresh, strict=True)
            if not file.exists() or file.read_bytes() != copy.read_bytes()
        ]


def _ts_files() -> list[Path]:
    return sorted({TEMPLATE, *FOLDER.glob("*.ts")})


def _lupdate() -> Path:
    import PySide6

    return Path(PySide6.__path__[0]) / ("lupdate.exe" if sys.platform == "win32" else "lupdate")


def main(arguments: list[str]) -> int:
    """Write the .ts files, or check that they are fresh; 1 when they are not."""
    if arguments == ["write"]:
        update(_ts_files(), collect())
        print(f"Wrote {len(collect())} texts to {', '.join(file.name for file in _ts_files())}")
        return 0
    if arguments == ["check"]:
        outdated = stale()
        for file in outdated:
            print(f"{file.relative_to(ROOT)} is out of date. Run: python3 packaging/dev.py generate")
        return 1 if outdated else 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
