"""As much of HTTP/1.1 as it takes to say where a message ends, and answers that are wrong."""

from __future__ import annotations

import re
import socket
from typing import Final

from tests.faults.wire_fault import WireFault

CHUNK: Final = 64 * 1024
_BLANK_LINE: Final = b"\r\n\r\n"

_LENGTH: Final = re.compile(rb"\r\nContent-Length:[ \t]*(\d+)", re.IGNORECASE)
_HTML: Final = b"<!doctype html><title>Welcome</title><h1>Sign in to use this network</h1>"


class Inbox:
    """Reads messages from a connection."""

    def __init__(self, peer: socket.socket) -> None:
        self.peer = peer
        self.unread = b""

    def head(self) -> bytes:
        """The next message's head with the blank line; what there was of it where the connection ended."""
        while _BLANK_LINE not in self.unread and (chunk := self.peer.recv(CHUNK)):
            self.unread += chunk
        end = self.unread.find(_BLANK_LINE)
        head, self.unread = _split(self.unread, len(self.unread) if end < 0 else end + len(_BLANK_LINE))
        return head

    def some(self, most: int) -> bytes:
        """At least one and at most ``most`` bytes; none where the connection has ended."""
        if not self.unread:
            return self.peer.recv(min(most, CHUNK))
        taken, self.unread = _split(self.unread, most)
        return taken

    def answer(self) -> tuple[bytes, bytes, bool]:
        """Head and body of the next answer, and whether it is whole."""
        head = self.head()
        if not head.endswith(_BLANK_LINE):
            return head, b"", False
        body, length = bytearray(), body_length(head)
        while len(body) < length and (chunk := self.some(length - len(body))):
            body += chunk
        return head, bytes(body), len(body) == length


def body_length(head: bytes) -> int:
    """The length that a head announces; 0 where it announces none, as both peers always do."""
    found = _LENGTH.search(head)
    return int(found[1]) if found else 0


def status_of(head: bytes) -> int | None:
    """The status that an answer's head begins with."""
    found = re.match(rb"HTTP/1\.[01] (\d{3})", head)
    return int(found[1]) if found else None


def with_header(head: bytes, line: bytes) -> bytes:
    """The head with one more line."""
    return head.removesuffix(b"\r\n") + line + _BLANK_LINE


def wrong_answer(fault: WireFault, head: bytes = b"", body: bytes = b"") -> bytes:
    """What :data:`~tests.faults.wire_fault.REPLACEMENTS` put in place of an answer."""
    match fault:
        case WireFault.HTML_PAGE:
            return _ok(b"text/html; charset=utf-8", b"Content-Length: %d" % len(_HTML)) + _HTML
        case WireFault.GARBAGE:
            return b"\x16\x03\x01\x02\x00 this is no HTTP \xff\xfe\r\n\r\n"
        case WireFault.BROKEN_CHUNKS:
            return _ok(b"application/json", b"Transfer-Encoding: chunked") + b'2\r\n{"\r\nzz\r\nresponse\r\n'
        case WireFault.TRUNCATED_JSON:
            half = body[: len(body) // 2]
            return _with_length(head, len(half)) + half
        case WireFault.SHORT_LENGTH:
            return _with_length(head, len(body) // 2) + body
        case WireFault.LONG_LENGTH:
            return _with_length(head, len(body) * 2) + body
    raise ValueError(fault)


def _ok(content_type: bytes, framing: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: " + content_type + b"\r\n" + framing + _BLANK_LINE


def _with_length(head: bytes, length: int) -> bytes:
    return _LENGTH.sub(b"\r\nContent-Length: %d" % length, head)


def _split(data: bytes, at: int) -> tuple[bytes, bytes]:
    return data[:at], data[at:]
