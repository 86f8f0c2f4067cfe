"""Asks which version of exogui is the latest."""

from __future__ import annotations

import json
import urllib.parse
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from exogui.exotel.addresses import check_address
from exogui.exotel.cancellation import CancelToken
from exogui.exotel.transport import Timeouts, Transport
from exogui.updates.version import Version, read_version

if TYPE_CHECKING:
    import ssl

_MOST_BYTES = 16 * 1024
_LONGEST_PAGE = 500
_TIMEOUTS = Timeouts(connect=10, send=10, answer=10, whole_answer=20)


class UnusableAnswer(Exception):  # noqa: N818 - it names what came
    """What came back does not name a version and a page of the address it came from."""


class LatestRelease(NamedTuple):
    """The latest version, and the page that tells of it."""

    version: Version
    page: str


def latest_release(
    address: str, cancel: CancelToken, *, tls_context: Callable[[], ssl.SSLContext] | None = None
) -> LatestRelease:
    """Ask ``address`` (as :func:`~exogui.exotel.addresses.check_address` gives it).

    No credentials and nothing about the person go out. Raises UnusableAnswer, and
    :class:`~exogui.exotel.errors.ExotelError` for trouble with the network.
    """
    transport = Transport(cancel, timeouts=_TIMEOUTS, max_answer_bytes=_MOST_BYTES, tls_context=tls_context)
    answer = transport.send("GET", address, headers={"Accept": "application/json"})
    if answer.status != 200:
        raise UnusableAnswer(f"HTTP status {answer.status}")
    return read_release(answer.body, address)


def read_release(body: bytes, address: str) -> LatestRelease:
    """``{"version": "1.2.3", "page": "https://…"}``, with a page at scheme, host and port of ``address``.

    Raises UnusableAnswer.
    """
    try:
        told = json.loads(body)
        version, page = told["version"], told["page"]
        if not isinstance(version, str) or not isinstance(page, str):
            raise UnusableAnswer("not a version and a page")
        if (
            len(page) > _LONGEST_PAGE or not page.isascii()
        ):  # other characters could make it look like another
            raise UnusableAnswer("not a page to show")
        release = LatestRelease(read_version(version), check_address(page))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnusableAnswer(f"{type(error).__name__} in the answer") from None
    if _origin(release.page) != _origin(address):
        raise UnusableAnswer("a page somewhere else")
    return release


def _origin(address: str) -> tuple[str, str]:
    parts = urllib.parse.urlsplit(address)
    return parts.scheme, parts.netloc
