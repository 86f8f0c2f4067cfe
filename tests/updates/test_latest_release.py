"""Asking for the latest version over real HTTP."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import hypothesis
import pytest
from hypothesis import strategies as st

from exogui import __version__
from exogui.exotel.cancellation import CancelToken
from exogui.exotel.errors import ExotelError, Stopped
from exogui.policy.policy import NO_POLICY, Policy
from exogui.updates.latest_release import LatestRelease, UnusableAnswer, latest_release, read_release
from exogui.updates.update_address import update_address
from exogui.updates.version import Version
from tests.updates.news_server import NewsServer

HERE = "https://exogui.example/latest.json"


def ask(news: NewsServer) -> LatestRelease:
    return latest_release(news.address, CancelToken())


def test_that_the_version_and_its_page_are_found(news: NewsServer) -> None:
    assert ask(news) == LatestRelease(Version(99, 1, 2), news.page)


def test_that_the_question_says_nothing_about_the_person(
    news: NewsServer, private_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = private_home / ".netrc"
    netrc.write_text("default login person password secret\n")
    netrc.chmod(0o600)
    ask(news)
    (asked,) = news.requests
    assert asked.pop("host") in news.address
    assert asked == {
        "path": "/latest.json",
        "user-agent": f"exogui/{__version__}",
        "accept": "application/json",
        "accept-encoding": "gzip, deflate",
        "connection": "close",
    }


@pytest.mark.parametrize("status", [204, 301, 302, 403, 404, 500])
def test_that_no_other_status_is_an_answer(status: int, news: NewsServer) -> None:
    news.status = status
    news.headers = {"Location": news.page}
    with pytest.raises(UnusableAnswer):
        ask(news)
    assert len(news.requests) == 1  # a redirect is not followed


def test_that_a_large_answer_is_not_read(news: NewsServer) -> None:
    news.body = json.dumps({"version": "99.0.0", "page": news.page, "more": "x" * 20_000}).encode()
    with pytest.raises(ExotelError):
        ask(news)
    news.body = gzip.compress(b" " * 10_000_000)
    news.headers = {"Content-Encoding": "gzip"}
    with pytest.raises(ExotelError):
        ask(news)


def test_that_nobody_there_is_an_error_of_the_network(news: NewsServer) -> None:
    news.stop()
    with pytest.raises(ExotelError):
        ask(news)


def test_that_a_question_can_be_given_up(news: NewsServer) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Stopped):
        latest_release(news.address, token)


@pytest.mark.parametrize(
    "told",
    [
        "",
        "null",
        "[]",
        '"1.2.3"',
        "{}",
        '{"version": "1.2.3"}',
        '{"version": 1.2, "page": "https://exogui.example/"}',
        '{"version": ["1.2.3"], "page": "https://exogui.example/"}',
        '{"version": "1.2.3rc1", "page": "https://exogui.example/"}',
        '{"version": "<b>1.2.3</b>", "page": "https://exogui.example/"}',
        '{"version": "1.2.3", "page": null}',
        '{"version": "1.2.3", "page": "news"}',
        '{"version": "1.2.3", "page": "javascript:alert(1)"}',
        '{"version": "1.2.3", "page": "file:///etc/passwd"}',
        '{"version": "1.2.3", "page": "http://exogui.example/"}',
        '{"version": "1.2.3", "page": "https://elsewhere.example/"}',
        '{"version": "1.2.3", "page": "https://exogui.example:8443/"}',
        '{"version": "1.2.3", "page": "https://exogui.example.thief.example/"}',
        '{"version": "1.2.3", "page": "https://exogui.example@thief.example/"}',
        '{"version": "1.2.3", "page": "https://exogui.example/' + "x" * 600 + '"}',
        r'{"version": "1.2.3", "page": "https://exogui.example/\u202efdp.exe"}',
        r'{"version": "1.2.3", "page": "https://exogui.example/\ud800"}',
        "[" * 10_000,
    ],
)
def test_that_what_is_no_version_and_page_of_this_address_is_refused(told: str) -> None:
    with pytest.raises(UnusableAnswer):
        read_release(told.encode(), HERE)


def test_that_capitals_in_the_host_make_no_difference() -> None:
    told = b'{"version": "1.2.3", "page": "https://EXOGUI.example/news/1.2.3"}'
    assert read_release(told, HERE) == LatestRelease(Version(1, 2, 3), "https://exogui.example/news/1.2.3")


@hypothesis.given(st.binary() | st.text().map(str.encode))
def test_that_any_answer_is_usable_or_not(body: bytes) -> None:
    with pytest.raises(UnusableAnswer):
        read_release(body, HERE)


# --- where to ask -----------------------------------------------------------------------------------------


def test_that_a_build_that_names_no_address_asks_nobody(tmp_path: Path) -> None:
    assert update_address(NO_POLICY) == ""  # a checkout
    assert update_address(NO_POLICY, tmp_path / "update.json") == ""


def test_that_the_policy_goes_before_the_build(tmp_path: Path) -> None:
    build = tmp_path / "update.json"
    build.write_text('{"address": "https://exogui.example/latest.json"}')
    assert update_address(NO_POLICY, build) == HERE
    policy = Policy(update_address="https://it.acme.example/latest.json")
    assert update_address(policy, build) == "https://it.acme.example/latest.json"


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"address": 1}', '{"address": "http://exogui.example/x"}', "\xff"]
)
def test_that_a_damaged_build_file_names_nothing(content: str, tmp_path: Path) -> None:
    build = tmp_path / "update.json"
    build.write_text(content, encoding="latin-1")
    assert update_address(NO_POLICY, build) == ""
