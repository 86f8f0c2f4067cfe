"""Asking a machine for its proxies: seldom, not for long, and never so that Cancel waits."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest

from exogui.exotel import system_proxies as module
from exogui.exotel.cancellation import CancelToken
from exogui.exotel.errors import Stopped
from exogui.exotel.proxy_plan import DIRECT, ProxyPlan, ScriptUnavailable
from exogui.exotel.system_proxies import SystemProxies
from tests.exotel.proxy_settings import SCRIPT, MadeUpSettings, missing
from tests.exotel.raw_peer import RawConnection, RawPeer

URL = "https://ccm-api.example/v2/accounts/sid?X-Amz-Signature=secret"
A, B = "http://a.example:8080", "http://b.example:3128"

REAL_SCRIPT = b"""function FindProxyForURL(url, host) {
    if (url != "https://ccm-api.example/" || host != "ccm-api.example") return "DIRECT";
    return "PROXY a.example:8080; PROXY b.example:3128; DIRECT";
}"""


class SilentScript:
    """A script that answers when the test lets it."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.let = threading.Event()
        self.thread: threading.Thread | None = None

    def __call__(self, _url: str) -> tuple[str, ...]:
        self.thread = threading.current_thread()
        self.begun.set()
        self.let.wait()
        return (A,)


@pytest.fixture
def silent() -> Iterator[SilentScript]:
    made = SilentScript()
    yield made
    made.let.set()


def find(proxies: SystemProxies, url: str = URL) -> tuple[str, ...]:
    return proxies.find(url, CancelToken())


def test_that_a_script_is_asked_once_for_each_host_and_never_told_a_path() -> None:
    settings = MadeUpSettings(lambda url: (A,) if "ccm" in url else (DIRECT,))
    proxies = SystemProxies(settings)
    assert [find(proxies), find(proxies), find(proxies, URL + "&more")] == [(A,)] * 3
    assert find(proxies, "https://storage.example:8443/file?X-Amz-Signature=secret") == (DIRECT,)
    assert settings.asked == [
        (SCRIPT, "https://ccm-api.example/"),
        (SCRIPT, "https://storage.example:8443/"),
    ]
    assert set(settings.planned) == {url for _script, url in settings.asked}


def test_that_an_answer_counts_for_some_minutes_only(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [(A,), (B,)]
    proxies = SystemProxies(MadeUpSettings(lambda _url: answers.pop(0)))
    assert find(proxies) == (A,)
    monkeypatch.setattr(module, "KEPT_SECONDS", -1.0)
    assert find(proxies) == (B,)


def test_that_changed_settings_count_at_once() -> None:
    settings = MadeUpSettings(lambda _url: (A,))
    proxies = SystemProxies(settings)
    assert find(proxies) == (A,)
    settings.scripts = {"http://other.example/p.pac": lambda _url: (B,)}
    assert find(proxies) == (B,)
    settings.scripts = {}
    settings.by_hand = ("http://hand.example",)
    assert find(proxies) == ("http://hand.example",)


def test_that_the_next_script_is_asked_where_one_is_missing_and_what_is_set_by_hand_comes_last() -> None:
    settings = MadeUpSettings(missing, B)
    settings.scripts["http://other.example/p.pac"] = lambda _url: (A,)
    assert find(SystemProxies(settings)) == (A,)
    proxies = SystemProxies(MadeUpSettings(missing, B))
    assert [find(proxies), find(proxies)] == [(B,)] * 2
    assert find(SystemProxies(MadeUpSettings(missing))) == (DIRECT,)


def test_that_a_system_without_settings_names_no_proxy() -> None:
    assert find(SystemProxies(None)) == (DIRECT,)


def test_that_what_could_be_reached_goes_first_until_the_script_is_asked_anew() -> None:
    settings = MadeUpSettings(lambda _url: (A, B, DIRECT))
    proxies = SystemProxies(settings)
    assert find(proxies) == (A, B, DIRECT)
    proxies.prefer(URL, B)
    assert find(proxies) == (B, A, DIRECT)
    assert len(settings.asked) == 1
    proxies.forget(URL)
    assert find(proxies) == (A, B, DIRECT)
    assert len(settings.asked) == 2


def test_that_a_silent_script_is_not_waited_for_and_counts_when_it_answers_late(silent: SilentScript) -> None:
    settings = MadeUpSettings(silent, B)
    proxies = SystemProxies(settings, patience=0)
    assert [find(proxies), find(proxies)] == [(B,)] * 2
    proxies.forget(URL)  # what is under way is not begun a second time
    assert find(proxies) == (B,)
    silent.let.set()
    assert silent.thread
    silent.thread.join()
    assert find(proxies) == (A,)
    assert len(settings.asked) == 1


def test_that_cancel_does_not_wait_for_a_script(silent: SilentScript) -> None:
    cancel = CancelToken()
    ended: list[BaseException] = []
    proxies = SystemProxies(MadeUpSettings(silent))

    def ask() -> None:
        try:
            proxies.find(URL, cancel)
        except Stopped as error:
            ended.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    silent.begun.wait()
    cancel.cancel()
    asking.join()
    assert [type(error) for error in ended] == [Stopped]
    assert not silent.let.is_set()


# --- the real ones --------------------------------------------------------------------------------------


@pytest.fixture
def real_script() -> Iterator[str]:
    """The address of a script."""

    def answer(connection: RawConnection) -> None:
        connection.read_head()
        connection.answer("200 OK", REAL_SCRIPT, "Content-Type: application/x-ns-proxy-autoconfig")

    with RawPeer(answer) as running:
        yield f"{running.url}/proxy.pac"


@pytest.fixture
def no_script() -> str:
    """The address of a script where nobody answers."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{taken.getsockname()[1]}/proxy.pac"


@pytest.mark.only_on("win32")
def test_that_windows_runs_a_script(real_script: str) -> None:
    from exogui.exotel.windows_proxies import WindowsProxies

    windows = WindowsProxies()
    # How much of the list follows differs between versions; DIRECT at its end is dropped.
    assert windows.ask(real_script, "https://ccm-api.example/")[0] == A
    assert windows.ask(real_script, "https://other.example/") == (DIRECT,)


@pytest.mark.only_on("win32")
def test_that_windows_says_that_a_script_is_missing(no_script: str) -> None:
    from exogui.exotel.windows_proxies import WindowsProxies

    with pytest.raises(ScriptUnavailable, match=r"error \d+ of WinHttpGetProxyForUrl"):
        WindowsProxies().ask(no_script, "https://ccm-api.example/")


@pytest.mark.only_on("win32")
def test_that_windows_says_what_is_set_as_often_as_it_is_asked() -> None:
    from exogui.exotel.windows_proxies import WindowsProxies

    windows = WindowsProxies()
    plans = {windows.plan("https://ccm-api.example/") for _ in range(1_000)}  # frees what it is given
    assert [type(plan) for plan in plans] == [ProxyPlan]


@pytest.mark.only_on("darwin")
def test_that_macos_runs_a_script(real_script: str) -> None:
    from exogui.exotel.mac_proxies import MacProxies

    mac = MacProxies()
    assert mac.ask(real_script, "https://ccm-api.example/") == (A, B, DIRECT)
    assert mac.ask(real_script, "https://other.example/") == (DIRECT,)


@pytest.mark.only_on("darwin")
def test_that_macos_goes_straight_where_a_script_is_missing(no_script: str) -> None:
    from exogui.exotel.mac_proxies import MacProxies

    mac = MacProxies()
    settings = MadeUpSettings(lambda url: mac.ask(no_script, url))
    assert find(SystemProxies(settings)) == (DIRECT,)


@pytest.mark.only_on("darwin")
def test_that_macos_says_what_is_set_as_often_as_it_is_asked() -> None:
    from exogui.exotel.mac_proxies import MacProxies

    mac = MacProxies()
    plans = {mac.plan("https://ccm-api.example/") for _ in range(1_000)}  # releases what it is given
    assert [type(plan) for plan in plans] == [ProxyPlan]
