"""What goes over the wire, and what is thrown away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exogui.one_window.open_request import END, MAX_BYTES, OpenRequest

HERE = str(Path(__file__).resolve())


@pytest.mark.parametrize(
    "request_",
    [
        OpenRequest(),
        OpenRequest((Path(HERE),), practice=True, token="gnome-shell/exogui/12-3-host_TIME42"),
        OpenRequest((Path(HERE).with_name("कॉल\nसूची 😀.csv"),)),
        OpenRequest((Path(HERE).with_name("no unicode \udcff.csv"),)),
        OpenRequest((Path(HERE).with_name("x" * 32_000),)),
    ],
)
def test_that_a_request_arrives_as_it_was_sent(request_: OpenRequest) -> None:
    sent = request_.to_bytes()
    assert sent.count(END) == 1
    assert sent.endswith(END)
    assert len(sent) < MAX_BYTES
    assert OpenRequest.from_bytes(sent) == request_


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"version": None},
        {"files": ["leads.csv"]},
        {"files": [""]},
        {"files": [HERE, f"{HERE}\0.csv"]},
        {"files": HERE},
        {"files": None},
        {"practice": "yes"},
        {"practice": None},
        {"token": 1},
        {"token": "a\nb"},
        {"token": "x" * 2000},
    ],
)
def test_that_what_is_no_request_of_this_version_is_refused(change: dict[str, object]) -> None:
    good = json.loads(OpenRequest((Path(HERE),)).to_bytes())
    with pytest.raises(ValueError, match=r"not a|nothing"):
        OpenRequest.from_bytes(json.dumps(good | change).encode())


@pytest.mark.parametrize("junk", [b"", b"\n", b"[]\n", b"[" * 200_000, b"\xff\xfe\n", b"GET / HTTP/1.1\r\n"])
def test_that_junk_is_refused(junk: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        OpenRequest.from_bytes(junk)


@given(st.binary(max_size=200))
def test_that_no_bytes_do_anything_but_be_refused(junk: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        OpenRequest.from_bytes(junk)
