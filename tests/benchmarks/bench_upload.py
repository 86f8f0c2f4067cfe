"""A 10 MB upload over loopback, beside http.client in the same run; and the memory it takes.

python packaging/dev.py bench
"""

from __future__ import annotations

import http.client
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from exogui.exotel.accounts import ApiKey
from exogui.exotel.client import ContactsClient

ROOT = Path(__file__).resolve().parents[2]
RUNS = 15
SIZES = (10_000_000, 100_000_000)
ANSWER = b'{"response": {"code": 202, "data": {"upload_id": "u1", "status": "processing"}}}'


def serve() -> None:
    """Take requests one after the other, read each to its end, accept it. In a process of its own."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    print(listener.getsockname()[1], flush=True)  # noqa: T201 - how the parent learns the port
    buffer = bytearray(1 << 20)
    while True:
        connection, _ = listener.accept()
        with connection:
            head, _, rest = _head(connection).partition(b"\r\n\r\n")
            left = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0]) - len(rest)
            while left > 0:
                left -= connection.recv_into(buffer)
            connection.sendall(b"HTTP/1.1 202 Accepted\r\nContent-Length: %d\r\n\r\n" % len(ANSWER) + ANSWER)


def _head(connection: socket.socket) -> bytes:
    head = b""
    while b"\r\n\r\n" not in head:
        head += connection.recv(65536)
    return head


def with_exogui(port: int, path: Path) -> None:
    """The program's own way."""
    client = ContactsClient("sid", f"http://127.0.0.1:{port}", ApiKey("key", "token"))
    client.upload(path, "contacts.csv", size=path.stat().st_size)


def with_http_client(port: int, path: Path) -> None:
    """The standard library, streaming the bare file."""
    connection = http.client.HTTPConnection("127.0.0.1", port, blocksize=65_536)
    with path.open("rb") as file:
        connection.request("POST", "/", file, {"Content-Length": str(path.stat().st_size)})
        connection.getresponse().read()
    connection.close()


def milliseconds(send: Callable[[int, Path], None], port: int, path: Path) -> float:
    """One upload."""
    start = time.perf_counter()
    send(port, path)
    return (time.perf_counter() - start) * 1000


def peak_mib(port: int, path: Path) -> float:
    """Peak memory of a fresh process that sends the file and nothing else."""
    command = [sys.executable, __file__, "measure", str(port), str(path)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measure(port: int, path: Path) -> None:
    """Print the peak memory of this process after one upload. Linux; elsewhere nothing is that exact."""
    with_exogui(port, path)
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    peak = next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)
    print(peak / 1024)  # noqa: T201 - how the parent learns it


def main() -> None:
    """Print medians and ratios."""
    server = subprocess.Popen([sys.executable, __file__, "serve"], stdout=subprocess.PIPE, text=True)
    assert server.stdout
    try:
        port = int(server.stdout.readline())
        with tempfile.TemporaryDirectory() as folder:
            for size in SIZES:
                path = Path(folder) / f"{size}.csv"
                with path.open("wb") as file:
                    file.truncate(size)
                _compare(port, path, size)
    finally:
        server.terminate()
        server.wait()
        server.stdout.close()


def _compare(port: int, path: Path, size: int) -> None:
    with_exogui(port, path)  # imports requests
    ours, theirs = [], []
    for _ in range(RUNS):  # by turns, so that a busy moment meets both
        ours.append(milliseconds(with_exogui, port, path))
        theirs.append(milliseconds(with_http_client, port, path))
    our, their = statistics.median(ours), statistics.median(theirs)
    print(  # noqa: T201 - its output is what a benchmark is for
        f"{size / 1e6:.0f} MB: exogui {our:.1f} ms, http.client {their:.1f} ms, ratio {our / their:.2f}; "
        f"peak memory {peak_mib(port, path):.1f} MiB"
    )


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["serve"]:
            serve()
        case ["measure", port, path]:
            measure(int(port), Path(path))
        case _:
            main()
