"""What one start of the program asks of the window that is there already, as it goes over the wire."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

_VERSION = 1
_TOKEN_LENGTH = 1024

MAX_BYTES = 256 * 1024
"""The longest command line that Windows knows, 32,767 characters, all written as escapes, fits."""
END = b"\n"
"""What ends a request; within one it is escaped."""
TAKEN = b"taken\n"
"""The answer to a request that will be seen to. There is no other: silence is a no."""


def is_token(token: str) -> bool:
    """Whether ``token`` can be one of a desktop, to be put into the environment."""
    return len(token) <= _TOKEN_LENGTH and token.isascii() and token.isprintable()


def _is_absolute_path(value: object) -> bool:
    return isinstance(value, str) and "\0" not in value and Path(value).is_absolute()


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """Come to the front and, maybe, open files. Nothing else can be asked for, and nothing is executed."""

    files: tuple[Path, ...] = ()
    """Absolute paths."""
    practice: bool = False
    """Use the practice account."""
    token: str = ""
    """With which the desktop lets the window come to the front; empty where it gave none."""

    def to_bytes(self) -> bytes:
        """As it is sent, with its end."""
        wish = {
            "version": _VERSION,
            "files": [str(file) for file in self.files],
            "practice": self.practice,
            "token": self.token,
        }
        return json.dumps(wish).encode("ascii") + END  # also names that are no Unicode, as Linux allows them

    @classmethod
    def from_bytes(cls, sent: bytes) -> OpenRequest:
        """Raises ValueError for whatever no exogui of this version has sent."""
        try:
            wish = json.loads(sent)
        except RecursionError:
            raise ValueError("nested too deeply") from None
        if not isinstance(wish, dict) or wish.get("version") != _VERSION:
            raise ValueError("not a request of this version")
        files, practice, token = wish.get("files"), wish.get("practice"), wish.get("token")
        if not isinstance(practice, bool) or not isinstance(token, str) or not is_token(token):
            raise ValueError("not a request")
        if not isinstance(files, list) or not all(map(_is_absolute_path, files)):
            raise ValueError("not absolute paths")
        return cls(tuple(map(Path, files)), practice, token)
