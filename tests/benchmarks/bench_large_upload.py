"""500,000 rows through the practice server, beside the same files sent by curl or http.client; the memory.

python tests/benchmarks/bench_large_upload.py [ROWS]

The server is a process of its own, new for each way, so that all of them meet an empty account. The list is
read and split in one process and sent by another, as after a start: what that holds is what sending takes.
"""

from __future__ import annotations

import http.client
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.table import ContactTable
from exogui.exotel.accounts import Account, ApiKey, DataCentre
from exogui.exotel.client import ContactsClient
from exogui.practice.server import PracticeServer
from exogui.uploads.job import UploadJob
from exogui.uploads.preparing import UploadOrder
from exogui.uploads.upload_service import UploadService

ROOT = Path(__file__).resolve().parents[2]
ROWS = 500_000
UPLOAD_PATH = f"/v2/accounts/{PracticeServer.account_sid}/contacts/upload"


def serve() -> None:
    """A practice server until the input ends. It keeps of the rows what it must."""
    server = PracticeServer(processing_seconds=0, record_bodies=False, keep_ledger=False)
    with server:
        print(server.base_url, flush=True)  # noqa: T201 - how the parent learns it
        sys.stdin.read()


@contextmanager
def practice() -> Iterator[str]:
    """A server of its own; gives its address."""
    command = [sys.executable, __file__, "serve"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        yield server.stdout.readline().strip()
        server.communicate()


def write_list(path: Path, rows: int) -> None:
    """A list of different, callable numbers; a refused one in each thousand."""
    with path.open("w", encoding="utf-8") as file:
        file.write("phone_number,first_name,last_name,email,company,tag\n")
        for row in range(rows):
            number = "12" if row % 1000 == 999 else f"+9198{row:08}"
            file.write(f"{number},Asha,Krishnan,asha.krishnan.{row}@example.com,Acme Mumbai,november\n")


def prepare(folder: Path, base_url: str) -> None:
    """Read the list, judge it, split it; print the job."""
    service = UploadService(folder)
    table = ContactTable.judged(read_contacts(folder / "list.csv"))
    account = Account("p", PracticeServer.account_sid, DataCentre.OTHER, other_address=base_url, id="p")
    prepared = service.prepare(table, range(table.row_count), UploadOrder(account))
    prepared.files.close()
    service.close()


def send(folder: Path, base_url: str) -> None:
    """Send what is prepared; print seconds and peak MiB."""
    service = UploadService(folder)
    [job] = service.left_over()
    client = ContactsClient(
        PracticeServer.account_sid, base_url, ApiKey(PracticeServer.api_key, PracticeServer.api_token)
    )
    prepared = service.pick_up(job.id, send=True)
    run = UploadJob(client, service.journal, prepared.files, job.id)
    start = time.perf_counter()
    result = service.run(run, prepared, lambda _event: None)
    seconds = time.perf_counter() - start
    assert result.balanced, result.counts
    print(seconds, _peak_mib(), result.counts.successful, result.counts.refused)  # noqa: T201
    service.close()


def _peak_mib() -> float:
    """Peak memory of this process. Linux; elsewhere nothing is that exact."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0) / 1024


def by_curl(url: str, part: Path) -> None:
    """One file, as curl sends it."""
    key = f"{PracticeServer.api_key}:{PracticeServer.api_token}"
    command = ["curl", "-sS", "--fail", "-u", key, "-F", f"file=@{part};type=text/csv", url]
    subprocess.run(command, check=True, capture_output=True)


def by_http_client(url: str, part: Path) -> None:
    """The same where there is no curl."""
    import base64

    head = (
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="c.csv"\r\n'
        b"Content-Type: text/csv\r\n\r\n"
    )
    key = base64.b64encode(f"{PracticeServer.api_key}:{PracticeServer.api_token}".encode()).decode()
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=600)
    headers = {"Authorization": f"Basic {key}", "Content-Type": "multipart/form-data; boundary=x"}
    connection.request("POST", parts.path, head + part.read_bytes() + b"\r\n--x--\r\n", headers)
    response = connection.getresponse()
    assert response.status == 202, response.read()
    connection.close()


def measure(rows: int) -> tuple[float, float, float]:
    """Seconds and peak MiB of exogui, seconds of the bare sending."""
    bare: Callable[[str, Path], None] = by_curl if shutil.which("curl") else by_http_client
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_list(folder / "list.csv", rows)
        with practice() as base_url:
            _child("prepare", folder, base_url)
            parts = folder / "parts"
            parts.mkdir()
            for part in sorted((folder / "uploads").glob("*/part-*.csv")):
                shutil.copy(part, parts)
            seconds, mib, successful, refused = map(float, _child("send", folder, base_url).split())
        assert successful + refused == rows
        with practice() as base_url:
            start = time.perf_counter()
            for part in sorted(parts.iterdir()):
                bare(base_url + UPLOAD_PATH, part)
            bare_seconds = time.perf_counter() - start
    return seconds, mib, bare_seconds


def _child(what: str, folder: Path, base_url: str) -> str:
    command = [sys.executable, __file__, what, str(folder), base_url]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main(rows: int) -> None:
    """Print what a list in one part takes, and one in many."""
    bare = "curl" if shutil.which("curl") else "http.client"
    for count in (min(rows, 50_000), rows):
        seconds, mib, bare_seconds = measure(count)
        print(  # noqa: T201 - its output is what a benchmark is for
            f"{count:,} rows: exogui {seconds:.1f} s to the last answer, {bare} {bare_seconds:.1f} s for the "
            f"files alone, ratio {seconds / bare_seconds:.2f}; peak memory of sending {mib:.0f} MiB"
        )


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["serve"]:
            serve()
        case ["prepare", folder, base_url]:
            prepare(Path(folder), base_url)
        case ["send", folder, base_url]:
            send(Path(folder), base_url)
        case [rows]:
            main(int(rows))
        case _:
            main(ROWS)
