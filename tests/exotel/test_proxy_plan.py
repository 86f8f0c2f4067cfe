"""What Windows, macOS and proxy scripts write about proxies, and what it means."""

from __future__ import annotations

import pytest

from exogui.exotel.proxy_plan import (
    DIRECT,
    DISCOVERY,
    MacProxy,
    ProxyPlan,
    is_bypassed,
    mac_plan,
    mac_proxies_in,
    proxies_in,
    windows_plan,
)

URL = "https://ccm-api.exotel.com/"


@pytest.mark.parametrize(
    ("servers", "expected"),
    [
        ("", (DIRECT,)),
        ("  ", (DIRECT,)),
        ("DIRECT", (DIRECT,)),
        ("a:8080", ("http://a:8080",)),
        ("a.corp.example", ("http://a.corp.example",)),
        ("a:8080;b:3128", ("http://a:8080", "http://b:3128")),
        ("a:8080 b:3128", ("http://a:8080", "http://b:3128")),
        ("a:8080;a:8080", ("http://a:8080",)),
        ("[2001:db8::1]:8080", ("http://[2001:db8::1]:8080",)),
        ("http://a:8080/", ("http://a:8080",)),
        ("https://a:8443", ("https://a:8443",)),
        ("http=a:80;https=b:81", ("http://b:81",)),
        ("HTTPS=b:81 http=a:80", ("http://b:81",)),
        ("https=http://b:81", ("http://b:81",)),
        ("http=a:80;ftp=c:21", (DIRECT,)),
        ("proxy", ("http://proxy",)),
        ("PROXY a:8080", ("http://a:8080",)),
        ("proxy a:8080;direct", ("http://a:8080", DIRECT)),
        ("PROXY a:8080; PROXY b:3128; DIRECT", ("http://a:8080", "http://b:3128", DIRECT)),
        ("HTTP a:8080; HTTPS b:443", ("http://a:8080", "https://b:443")),
        (" DIRECT ;; PROXY a:1 ; ", (DIRECT, "http://a:1")),
    ],
)
def test_that_a_list_names_its_proxies_in_order(servers: str, expected: tuple[str, ...]) -> None:
    assert proxies_in(servers, URL) == expected


@pytest.mark.parametrize(
    ("servers", "expected"),
    [
        ("SOCKS s:1080", ()),
        ("SOCKS5 s:1080; SOCKS4 s:1080", ()),
        ("socks=s:1080", ()),
        ("socks://s:1080", ()),
        ("SOCKS s:1080; PROXY a:8080", ("http://a:8080",)),
        ("SOCKS s:1080; DIRECT", (DIRECT,)),
        ("socks=s:1080;https=b:81", ("http://b:81",)),
        ("PROXY a:b:c", ()),
        ("PROXY a:8080/path", ()),
    ],
)
def test_that_what_cannot_be_used_is_left_out(servers: str, expected: tuple[str, ...]) -> None:
    assert proxies_in(servers, URL) == expected


@pytest.mark.parametrize(
    ("url", "bypass", "expected"),
    [
        (URL, "", False),
        (URL, "ccm-api.exotel.com", True),
        (URL, "CCM-API.Exotel.com", True),
        (URL, "exotel.com", False),
        (URL, "*.exotel.com", True),
        (URL, "*exotel.com", True),
        (URL, "ccm-api.exotel.co?", True),
        (URL, "ccm-apiXexotel.com", False),
        (URL, "10.*; *.corp.example ;*.exotel.com", True),
        (URL, "10.* *.exotel.com", True),
        (URL, "<local>", False),
        (URL, "<-loopback>", False),
        (URL, "*", True),
        (URL, "https://*.exotel.com", True),
        (URL, "http://*.exotel.com", False),
        (URL, "*.exotel.com:443", True),
        (URL, "*.exotel.com:8443", False),
        ("https://intranet/", "<LOCAL>", True),
        ("https://[2001:db8::1]/", "<local>", False),
        ("https://[2001:db8::1]/", "[2001:db8::1]", True),
        ("https://10.1.2.3:8443/", "10.*:8443", True),
        ("https://10.1.2.3/", "10.1", False),
        ("https://a:99999/", "a:443", False),
    ],
)
def test_that_the_exceptions_are_those_of_windows(url: str, bypass: str, expected: bool) -> None:
    assert is_bypassed(url, bypass) is expected


def test_that_an_exception_holds_for_the_proxies_set_by_hand() -> None:
    assert proxies_in("a:8080", URL, "*.exotel.com") == (DIRECT,)
    assert proxies_in("a:8080", URL, "*.corp.example") == ("http://a:8080",)


def test_that_windows_discovers_first_then_asks_the_script_that_is_set_then_goes_by_hand() -> None:
    script = "http://pac.example/p.pac"
    plan = windows_plan(URL, discover=True, script=script, servers="a:8080", bypass="<local>")
    assert plan == ProxyPlan((DISCOVERY, script), ("http://a:8080",))
    assert windows_plan(URL, discover=False, script="", servers="", bypass="") == ProxyPlan()


def test_that_macos_asks_its_scripts_and_goes_by_the_rest_otherwise() -> None:
    script = MacProxy("kCFProxyTypeAutoConfigurationURL", script="http://pac.example/p.pac")
    by_hand = MacProxy("kCFProxyTypeHTTPS", "a", 8080)
    assert mac_plan([script, by_hand], discover=False) == ProxyPlan((script.script,), ("http://a:8080",))
    assert mac_plan([script], discover=True) == ProxyPlan((DISCOVERY, script.script))
    discovered = MacProxy("kCFProxyTypeAutoConfigurationURL", script=DISCOVERY)
    assert mac_plan([discovered], discover=True) == ProxyPlan((DISCOVERY,))
    assert mac_plan([], discover=False) == ProxyPlan()


def test_that_the_proxies_of_macos_are_named_in_order() -> None:
    entries = [
        MacProxy("kCFProxyTypeSOCKS", "s", 1080),
        MacProxy("kCFProxyTypeHTTP", "a", 8080),
        MacProxy("kCFProxyTypeHTTPS", "2001:db8::1", 3128),
        MacProxy("kCFProxyTypeHTTP", "c"),
        MacProxy("kCFProxyTypeNone"),
        MacProxy("kCFProxyTypeAutoConfigurationJavaScript"),
    ]
    assert mac_proxies_in(entries) == ("http://a:8080", "http://[2001:db8::1]:3128", "http://c", DIRECT)
    assert mac_proxies_in(entries[:1]) == ()
    assert mac_proxies_in([]) == (DIRECT,)
