"""Everything one does with a checkout of exogui:

    python3 packaging/dev.py run         open the program on the practice account; a file may follow
    python3 packaging/dev.py test        every check there is; what follows goes to pytest
    python3 packaging/dev.py generate    write the generated files anew (translations, icons)
    python3 packaging/dev.py check       are the generated files and the lock files fresh?
    python3 packaging/dev.py lock        choose package versions anew (--upgrade: the newest)
    python3 packaging/dev.py build       make and try the program that needs no Python
    python3 packaging/dev.py package     the same, and its installers
    python3 packaging/dev.py bench       the measurements under tests/benchmarks
    python3 packaging/dev.py libraries   get the system packages that run and test need (as root)
    python3 packaging/dev.py clean       remove what the other commands made

run and test first make a virtual environment in .venv and install the locked packages there. The second time
they only look whether that is still so.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036  # an older Python must hear why before it fails
    sys.exit("exogui needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info[:2]))

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import bundle
import checks
import lock_files
import system_libraries
from virtual_environment import SetUpError, VirtualEnvironment, clean_environment

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "samples" / "contacts.csv"
SCREENSHOTS = ROOT / "build" / "screenshots"
VENV = VirtualEnvironment(ROOT / ".venv")

WINDOW_NEEDS = system_libraries.QT_LIBRARIES + system_libraries.WINDOW_LIBRARIES
PICTURE_NEEDS = system_libraries.QT_LIBRARIES + system_libraries.FONTS
TEST_NEEDS = WINDOW_NEEDS + system_libraries.FONTS + system_libraries.TEST_PROGRAMS

INSTALLERS = {
    "linux": ("linux_package.py", bundle.FOLDER),
    "win32": ("windows_installers.py", bundle.FOLDER),
    "darwin": ("macos_installer.py", bundle.FOLDER.with_suffix(".app")),
}
"""By system, the script that makes its installers, and what it makes them of."""

SOME_REFUSED = 1
"""Exit code of `exogui upload` when everything went as it should and Exotel refused some rows."""


def say(text: str) -> None:
    """A line for the person, in order with what child processes print."""
    print(f"[dev] {text}", flush=True)


def set_up(*locks: Path, needs: Sequence[system_libraries.Need]) -> None:
    """System libraries, then the virtual environment. Raises SetUpError."""
    system_libraries.provide(needs, say)
    VENV.provide(*locks, say=say)


def run(arguments: Sequence[str]) -> int:
    """Open the program on a file; where no window can be shown, do the same job without one."""
    window = system_libraries.has_display()
    needs = WINDOW_NEEDS if window else PICTURE_NEEDS
    set_up(lock_files.RUNTIME, lock_files.DEVELOPMENT, needs=needs)
    what = arguments or [str(SAMPLE)]
    if window:
        say("Opening exogui on the practice account; nothing leaves this machine")
        return _exogui("--practice", "--new-window", *what)  # of this checkout, whatever else is open
    say("No display: uploading to the practice account without a window")
    upload = _exogui("upload", "--practice", "--only-ready", *what)
    if upload not in {0, SOME_REFUSED}:
        return upload
    return _render_screenshots()


def _exogui(*arguments: str) -> int:
    # The caller's folder stays the current one, so that a file named there is found, but is kept out of
    # Python's search for modules.
    checkout_only = {"PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"}
    return _call([VENV.python, "-m", "exogui", *arguments], checkout_only)


def _render_screenshots() -> int:
    say("Rendering the window without a display")
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    script = ROOT / "packaging" / "screenshots.py"
    offscreen = {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    result = _call([VENV.python, script, SCREENSHOTS], offscreen)
    if result == 0:
        say(f"Screenshots are in {SCREENSHOTS}")
    return result


def test(arguments: Sequence[str]) -> int:
    """Run every check; 1 when one failed."""
    set_up(lock_files.DEVELOPMENT, needs=TEST_NEEDS)
    failed = checks.run(checks.everything(VENV.python, arguments), ROOT, clean_environment(), say)
    return 1 if failed else 0


def check(_arguments: Sequence[str]) -> int:
    """Say which generated file is stale; 1 when one is."""
    set_up(lock_files.DEVELOPMENT, needs=system_libraries.QT_LIBRARIES)
    failed = checks.run(checks.generated_files(VENV.python), ROOT, clean_environment(), say)
    return 1 if failed else 0


def generate(_arguments: Sequence[str]) -> int:
    """Write the generated files, lock files excepted: those need a network and a decision."""
    set_up(lock_files.DEVELOPMENT, needs=system_libraries.QT_LIBRARIES)
    scripts = [ROOT / "packaging" / name for name in ("translations.py", "windows_icon.py")]
    return max(_call([VENV.python, script, "write"]) for script in scripts)


def lock(arguments: Sequence[str]) -> int:
    """Write the lock files."""
    lock_files.write(arguments, say)
    return 0


def build(arguments: Sequence[str]) -> int:
    """Make the bundle of this system in dist/exogui and run its tests; what follows goes to pytest."""
    set_up(lock_files.DEVELOPMENT, needs=TEST_NEEDS + system_libraries.BUILD_PROGRAMS)
    say("Building dist/exogui")
    return bundle.build(VENV.python) or bundle.test(VENV.python, arguments)


def package(arguments: Sequence[str]) -> int:
    """Make the bundle, run its tests, and make the installers of this system in dist/installers."""
    failed = build(arguments)
    if failed:
        return failed
    say("Making the installers")
    made_by, of = INSTALLERS[sys.platform]
    return _call([VENV.python, ROOT / "packaging" / made_by, of, bundle.FOLDER.parent / "installers"])


def bench(arguments: Sequence[str]) -> int:
    """Run every benchmark in turn; they keep the files they make in build/bench."""
    set_up(lock_files.DEVELOPMENT, needs=system_libraries.QT_LIBRARIES)
    (ROOT / "build" / "bench").mkdir(parents=True, exist_ok=True)
    environment = {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    results = []
    for script in sorted((ROOT / "tests" / "benchmarks").glob("bench_*.py")):
        say(script.stem)
        results.append(_call([VENV.python, script, *arguments], environment))
    return max(results, default=0)


def libraries(_arguments: Sequence[str]) -> int:
    """Get the system packages that run and test need; 1 when some are still missing."""
    complete = system_libraries.provide(TEST_NEEDS, say)
    say("Nothing is missing on this system" if complete else "Something is missing, see above")
    return 0 if complete else 1


def clean(_arguments: Sequence[str]) -> int:
    """Remove the virtual environment, caches and everything under build/."""
    caches = (".mypy_cache", ".ruff_cache", ".pytest_cache", ".import_linter_cache", ".hypothesis")
    for folder in (ROOT / name for name in (".venv", "build", "dist", *caches)):
        if folder.exists():
            say(f"Removing {folder}")
            shutil.rmtree(folder)
    return 0


def _call(command: Sequence[str | Path], more: dict[str, str] | None = None) -> int:
    return subprocess.run(command, env={**clean_environment(), **(more or {})}, check=False).returncode


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    command.__name__: command
    for command in (run, test, generate, check, lock, build, package, bench, libraries, clean)
}


def main(arguments: Sequence[str]) -> int:
    """Do one command; returns the exit code."""
    name, *rest = arguments or ["help"]
    if name not in COMMANDS:
        print(__doc__)
        return 0 if name in {"help", "-h", "--help"} else 2
    try:
        return COMMANDS[name](rest[1:] if rest[:1] == ["--"] else rest)
    except SetUpError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
