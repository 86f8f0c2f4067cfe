"""A real Secret Service, for tests of what is kept in the system's keychain."""

from __future__ import annotations

import signal
import subprocess


class SecretService:
    """A session bus and a keyring daemon of this test's own."""

    def __init__(self) -> None:
        self._processes: list[subprocess.Popen[bytes]] = []

    def start_bus(self) -> str:
        """Start a bus; gives its address."""
        return self._start(["dbus-daemon", "--session", "--nofork", "--print-address"], b"")

    def start_daemon(self, password: bytes) -> None:
        """Start the keyring on the bus of the environment and unlock it with this password."""
        self._start(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"], password)

    def stop_daemon(self) -> None:
        """End the daemon; what it keeps is on its disk."""
        self._end(self._processes.pop())

    def freeze_daemon(self) -> None:
        """From now on the daemon takes calls and never answers."""
        self._processes[-1].send_signal(signal.SIGSTOP)

    def stop(self) -> None:
        """End all of it."""
        while self._processes:
            self._end(self._processes.pop())

    def _start(self, command: list[str], given: bytes) -> str:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._processes.append(process)
        assert process.stdin
        assert process.stdout
        process.stdin.write(given)
        process.stdin.close()
        return process.stdout.readline().decode().strip()  # said when it is ready

    @staticmethod
    def _end(process: subprocess.Popen[bytes]) -> None:
        process.send_signal(signal.SIGCONT)  # a frozen one could not end
        process.terminate()
        process.wait()
        assert process.stdout
        process.stdout.close()
