"""In which order what is signed, with tools that write down how they were called."""

from __future__ import annotations

import base64
import plistlib
import stat
from pathlib import Path

import macos_installer
import macos_signing
import pytest
from macos_signing import SigningError

from tests.packaging.crafted_mach_o import thin_part

pytestmark = pytest.mark.only_on("linux", "darwin")

SHA1 = "0123456789ABCDEF0123456789ABCDEF01234567"
PASSWORD = "the password of the certificate"
ENVIRONMENT = {
    "MACOS_CERTIFICATE": base64.b64encode(b"a certificate and its key").decode(),
    "MACOS_CERTIFICATE_PASSWORD": PASSWORD,
    "MACOS_NOTARY_KEY": "a key of App Store Connect",
    "MACOS_NOTARY_KEY_ID": "KEYID",
    "MACOS_NOTARY_ISSUER": "an issuer",
}


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """An exogui.app as PyInstaller lays it out, with a framework inside a framework."""
    app = tmp_path / "exogui.app"
    frameworks = app / "Contents" / "Frameworks"
    core = frameworks / "PySide6" / "Qt" / "lib" / "QtCore.framework"
    inner = core / "Versions" / "A" / "Frameworks" / "Inner.framework"
    for path in (
        app / "Contents" / "MacOS" / "exogui",
        frameworks / "libssl.dylib",
        frameworks / "PySide6" / "QtCore.abi3.so",
        core / "Versions" / "A" / "QtCore",
        core / "Versions" / "A" / "Helpers" / "helper",
        inner / "Versions" / "A" / "Inner",
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(thin_part((13, 0)))
    for framework in (core, inner):
        (framework / "Versions" / "Current").symlink_to("A")
        (framework / framework.stem).symlink_to(f"Versions/Current/{framework.stem}")
    (frameworks / "PySide6" / "libssl.dylib").symlink_to("../libssl.dylib")
    (app / "Contents" / "Resources").mkdir()
    (app / "Contents" / "Resources" / "exogui.icns").write_bytes(b"icns")
    return app


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with a line for each call of Apple's tools."""
    folder, record = tmp_path / "tools", tmp_path / "calls"
    folder.mkdir()
    record.touch()
    for name in ("codesign", "security", "ditto", "xcrun", "spctl"):
        tool = folder / name
        said = f"echo '1) {SHA1} \"Developer ID Application: exogui (TEAM)\"'" if name == "security" else ""
        tool.write_text(f'#!/bin/sh\necho "{name} $@" >> "{record}"\n{said}\n', encoding="utf-8")
        tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return record


def lines(calls: Path, tool: str) -> list[str]:
    return [line for line in calls.read_text(encoding="utf-8").splitlines() if line.startswith(tool)]


def test_that_what_is_inside_is_signed_before_what_holds_it(app: Path) -> None:
    groups = macos_signing.signing_order(app)
    names = [[path.relative_to(app.resolve()).as_posix() for path in group] for group in groups]
    core = "Contents/Frameworks/PySide6/Qt/lib/QtCore.framework"
    assert names == [
        [
            "Contents/Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A/Helpers/helper",
            "Contents/Frameworks/PySide6/QtCore.abi3.so",
            "Contents/Frameworks/libssl.dylib",
        ],
        [f"{core}/Versions/A/Frameworks/Inner.framework"],
        [core],
    ]


def test_that_the_program_is_signed_last_and_alone_may_do_more(app: Path, calls: Path) -> None:
    with macos_signing.signer(ENVIRONMENT) as signer:
        assert signer is not None
        signer.sign_app(app)
    *inside, program, check = lines(calls, "codesign")
    assert len(inside) == 3
    for line in [*inside, program]:
        assert "--force --timestamp --options runtime" in line
        assert f"--sign {SHA1} --keychain " in line
    assert not [line for line in inside if "--entitlements" in line]
    assert program.endswith(f"{app} --entitlements {macos_signing.ENTITLEMENTS}")
    assert check == f"codesign --verify --deep --strict {app}"


def test_that_apple_is_sent_a_file_and_its_answer_attached(app: Path, calls: Path, tmp_path: Path) -> None:
    image = tmp_path / "exogui.dmg"
    image.touch()
    with macos_signing.signer(ENVIRONMENT) as signer:
        assert signer is not None
        signer.notarise(app)
        signer.notarise(image)
    sent_app, staple_app, sent_image, staple_image = lines(calls, "xcrun")
    assert "notarytool submit" in sent_app
    assert "exogui.app.zip --key " in sent_app
    assert "--key-id KEYID --issuer an issuer --wait --timeout 30m" in sent_image
    assert staple_app == f"xcrun stapler staple {app}"
    assert staple_image == f"xcrun stapler staple {image}"
    assert lines(calls, "spctl") == [
        f"spctl --assess --type execute {app}",
        f"spctl --assess --type open --context context:primary-signature {image}",
    ]
    assert lines(calls, "ditto")[0].startswith(f"ditto -c -k --keepParent {app} ")


def test_that_nothing_secret_is_left_behind(calls: Path) -> None:
    with macos_signing.signer(ENVIRONMENT) as signer:
        assert signer is not None
        folder = signer.keychain.parent
        for name, content in (
            ("certificate.p12", b"a certificate and its key"),
            ("notary.p8", b"a key of App Store Connect"),
        ):
            assert (folder / name).read_bytes() == content
            assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    assert not folder.exists()
    assert lines(calls, "security")[-1] == f"security delete-keychain {signer.keychain}"


def test_that_without_a_certificate_it_is_loudly_unsigned(
    calls: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with macos_signing.signer({}) as signer:
        assert signer is None
    assert "UNSIGNED" in capsys.readouterr().out
    assert calls.read_text(encoding="utf-8") == ""


def test_that_half_of_what_is_needed_is_refused_by_name() -> None:
    half = {name: value for name, value in ENVIRONMENT.items() if name != "MACOS_NOTARY_KEY"}
    with pytest.raises(SigningError, match=r"not MACOS_NOTARY_KEY$"), macos_signing.signer(half):
        pass


def test_that_a_tool_that_fails_is_named_and_no_password_is(calls: Path, tmp_path: Path) -> None:
    (tmp_path / "tools" / "security").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    with pytest.raises(SigningError) as caught, macos_signing.signer(ENVIRONMENT):
        pass
    assert str(caught.value) == "security create-keychain failed, see above"


def test_that_only_one_thing_more_is_asked_of_the_hardened_runtime() -> None:
    asked = plistlib.loads(macos_signing.ENTITLEMENTS.read_bytes())
    assert asked == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_that_the_image_shows_the_program_beside_applications(app: Path) -> None:
    settings = macos_installer.window_settings(app)
    assert settings["files"] == [str(app)]
    assert settings["symlinks"] == {"Applications": "/Applications"}
    _, (width, height) = settings["window_rect"]
    (left, top), (right, same_top) = (
        settings["icon_locations"][name] for name in ("exogui.app", "Applications")
    )
    half = settings["icon_size"] / 2
    assert left - half > 0
    assert left + half < right - half
    assert right + half < width
    assert top == same_top < height - half
