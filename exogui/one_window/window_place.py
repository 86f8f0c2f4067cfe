"""Who is the window: one process at a time for each person, session and folder of data."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import warnings
import zlib
from pathlib import Path

from platformdirs import user_data_path, user_runtime_path


class WindowPlace:
    """A place that one process can hold. It is free as soon as that process has ended, however it ended.

    Raises OSError where there is no folder that only this person can write to.
    """

    def __init__(self, folder: Path, name: str) -> None:
        """``folder`` is made; ``name`` tells the places in it apart."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _check_private(folder)
        self._lock_path = folder / f"{name}.lock"
        self._lock: int | None = None
        self.server_name = f"exogui-{name}" if sys.platform == "win32" else str(folder / f"{name}.socket")
        """Where the one who holds the place listens: a named pipe on Windows, elsewhere a socket's path."""

    @classmethod
    def own(cls) -> WindowPlace:
        """The place of this person, this session and this folder of data."""
        data_folder = user_data_path("exogui", appauthor=False)
        marks = "\n".join((os.path.realpath(data_folder), _user(), _session()))
        name = zlib.crc32(os.fsencode(marks))  # tells a few places apart; hashlib would load OpenSSL for it
        return cls(places_folder(), f"{name:08x}")

    @property
    def held(self) -> bool:
        """Whether this process holds it."""
        return self._lock is not None

    def take(self) -> bool:
        """Hold the place from now on; False where another process holds it. Raises OSError."""
        if self._lock is None:
            lock = os.open(self._lock_path, os.O_RDWR | os.O_CREAT, 0o600)
            if not _lock(lock):
                os.close(lock)
                return False
            self._lock = lock
        return True

    def leave(self) -> None:
        """Let others have the place. The file of the lock stays: to remove it would let two hold it."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def places_folder() -> Path:
    """Where the places of this person are. Raises OSError where another person was there first."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a session without a folder for this is nothing to tell a person
        return user_runtime_path("exogui", appauthor=False)


def is_any_held() -> bool:
    """Whether there is a window of this person, in whichever session. Raises OSError."""
    folder = places_folder()
    for lock in folder.glob("*.lock"):
        place = WindowPlace(folder, lock.stem)
        is_free = place.take()
        place.leave()
        if not is_free:
            return True
    return False


def _check_private(folder: Path) -> None:
    """Where a system has no place of its own for this, it is below /tmp, where others may have been first."""
    if sys.platform != "win32":
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o022:
            raise PermissionError(f"others may write to {folder}")


def _lock(file: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        with contextlib.suppress(OSError):
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            return True
        return False
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _user() -> str:
    if sys.platform == "win32":
        return os.environ.get("USERNAME", "")
    return str(os.getuid())


def _session() -> str:
    """What has windows of its own: a session of a terminal server, a display."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        session = wintypes.DWORD()
        ctypes.windll.kernel32.ProcessIdToSessionId(os.getpid(), ctypes.byref(session))
        return str(session.value)
    return os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY", "")
