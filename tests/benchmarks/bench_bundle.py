"""The built program beside the same one from the checkout: until its window is there, in turns.

python packaging/dev.py package, then python packaging/dev.py bench
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.make_files import show

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = ROOT / "dist" / "exogui"
PROBE = ROOT / "build" / "pyinstaller" / "exogui" / "exogui-probe"
ROUNDS = 15
QUESTION = json.dumps({"about": "widget", "name": "main_window"}).encode() + b"\n"


def milliseconds_to_window(program: list[str], home: Path) -> float:
    """From the start of the process until its probe sees the window on show."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(home),
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    with subprocess.Popen(
        program, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdin
        assert process.stdout
        answer = None
        while answer is None:
            process.stdin.write(QUESTION)
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
        passed = time.perf_counter() - began
        process.kill()
    return passed * 1000


def main() -> None:
    if not PROBE.exists():
        show("There is no bundle: python packaging/dev.py package")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in BUNDLE.iterdir():
            (folder / part.name).symlink_to(part)
        programs = {
            "bundle": [str(shutil.copy2(PROBE, folder))],
            "checkout": [sys.executable, "-m", "tests.gui.real_window.probe"],
        }
        home = folder / "home"
        home.mkdir()
        times: dict[str, list[float]] = {name: [] for name in programs}
        for _ in range(ROUNDS + 1):
            for kind, program in programs.items():
                times[kind].append(milliseconds_to_window(program, home))
    median = {kind: statistics.median(measured[1:]) for kind, measured in times.items()}
    for kind, milliseconds in median.items():
        show(f"window there, {kind}: {milliseconds:.0f} ms")
    show(f"bundle / checkout: {median['bundle'] / median['checkout']:.2f} x (target 1.3)")


if __name__ == "__main__":
    main()
