"""What went wrong and what to do next, for every typed error. No HTTP words; those stand under Details."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exogui.exotel.accounts import DataCentre
from exogui.exotel.addresses import AddressFault, InvalidAddress
from exogui.exotel.environment import MissingVariables
from exogui.exotel.errors import CertificateProblem, CertificateReason, ErrorCode, ExotelError
from exogui.exotel.keychain import KeychainError, KeychainFault
from exogui.messages.catalogue import Speaker, Text

if TYPE_CHECKING:
    from exogui.exotel.sign_in import SignInReport

_C = "errors"


@dataclass(frozen=True, slots=True)
class ErrorMessage:
    """An error in the person's language."""

    title: str
    """What went wrong, in one sentence."""
    next_step: str
    """What to do about it."""
    exotel_says: str = ""
    """Exotel's own words, where they help; plain text, never to be shown as markup."""


_LATER = Text(_C, "Wait a minute, then try again.")
_CONNECTION = Text(_C, "Check this computer’s internet connection, then try again.")
_ASK_IT = Text(_C, "Ask your IT team, and show them the Details.")

_TEXTS: dict[ErrorCode, tuple[Text, Text]] = {
    ErrorCode.SIGN_IN_REFUSED: (
        Text(_C, "Exotel refused the sign-in."),
        Text(
            _C,
            "Open the account, enter the API key and API token again (or a new access token: it lasts one "
            "day), check the data centre, and press Test.",
        ),
    ),
    ErrorCode.NOT_ENABLED: (
        Text(_C, "This Exotel account may not use contact lists."),
        Text(_C, "Ask Exotel to turn on the contact centre for this account."),
    ),
    ErrorCode.IP_NOT_ALLOWED: (
        Text(_C, "Exotel does not let this network in."),
        Text(_C, "Ask whoever runs your Exotel account to add this network’s IP address to its allow-list."),
    ),
    ErrorCode.BLOCKED: (
        Text(_C, "Something on the way to Exotel does not let this computer through."),
        Text(
            _C,
            "Ask your IT team whether this network blocks the address of the account, and whoever runs your Exotel account whether its allow-list holds this network’s IP address.",
        ),
    ),
    ErrorCode.SIGN_IN_UNAVAILABLE: (
        Text(_C, "Exotel has trouble signing people in just now."),
        _LATER,
    ),
    ErrorCode.PLAN_LIMIT: (
        Text(_C, "Your Exotel plan does not allow this upload."),
        Text(_C, "Ask whoever runs your Exotel account about its plan and credit."),
    ),
    ErrorCode.WRONG_ADDRESS: (
        Text(_C, "Exotel does not know this account at this address."),
        Text(_C, "Open the account, check the account SID and the data centre, and press Test."),
    ),
    ErrorCode.UPLOAD_NOT_FOUND: (
        Text(_C, "Exotel took the file and does not find it any more."),
        Text(_C, "Look in Exotel for these contacts. Give Exotel the upload ID under Details and ask."),
    ),
    ErrorCode.UPLOAD_EXPIRED: (
        Text(_C, "Exotel no longer has the list of refused rows."),
        Text(_C, "Give Exotel the upload ID under Details and ask which rows they are."),
    ),
    ErrorCode.FILE_REFUSED: (
        Text(_C, "Exotel read the file and did not take it."),
        Text(_C, "Read Exotel’s own words under Details, change the rows or the list ID, and upload again."),
    ),
    ErrorCode.FILE_TOO_LARGE: (
        Text(_C, "The file is too large: Exotel takes at most 50,000 rows and 10 MB at once."),
        Text(_C, "Split the list into smaller files and upload them one after the other."),
    ),
    ErrorCode.FILE_CHANGED: (
        Text(_C, "The file that was being sent could not be read to its end."),
        Text(_C, "Check that the disk is not full, then upload again."),
    ),
    ErrorCode.REQUEST_REFUSED: (
        Text(_C, "Exotel refused to answer this question."),
        Text(_C, "Give Exotel the upload ID and the request ID under Details and ask."),
    ),
    ErrorCode.RATE_LIMITED: (
        Text(_C, "Exotel is too busy with this account now."),
        Text(_C, "Wait until other uploads are done, then try again."),
    ),
    ErrorCode.SERVER_TROUBLE: (Text(_C, "Exotel has trouble of its own."), _LATER),
    ErrorCode.NO_CONNECTION: (Text(_C, "There is no connection to Exotel."), _CONNECTION),
    ErrorCode.NAME_NOT_FOUND: (
        Text(_C, "Exotel’s address cannot be found from this computer."),
        Text(_C, "Check the internet connection and, for an address of your own, its spelling."),
    ),
    ErrorCode.PROXY_PROBLEM: (
        Text(_C, "The proxy of this network does not let the program through to Exotel."),
        Text(_C, "Ask your IT team to check the system’s proxy settings, then try again."),
    ),
    ErrorCode.PROXY_SIGN_IN: (
        Text(_C, "The proxy of this network asks for a name and password."),
        Text(
            _C,
            "Ask your IT team how programs sign in to the proxy. They can put the name and password into the system’s HTTPS_PROXY setting.",
        ),
    ),
    ErrorCode.TIMED_OUT: (Text(_C, "Exotel did not answer in time."), _CONNECTION),
    ErrorCode.ANSWER_LOST: (
        Text(_C, "The connection ended before Exotel said whether it took the file."),
        Text(_C, "Look in Exotel for these contacts before you send them again, or they may be there twice."),
    ),
    ErrorCode.UNREADABLE_ANSWER: (
        Text(_C, "Something between this computer and Exotel answered in its place."),
        Text(
            _C,
            "If this network asks people to sign in on a web page, do that first. "
            "Look in Exotel before you send the same contacts again.",
        ),
    ),
    ErrorCode.REDIRECTED: (
        Text(_C, "The address points to another place, and sign-in details are never sent on."),
        Text(_C, "If this network asks people to sign in on a web page, do that first. Then try again."),
    ),
    ErrorCode.UNSAFE_ADDRESS: (
        Text(_C, "The list of refused rows is at an address that is not secure, so it was not fetched."),
        Text(_C, "Give Exotel the upload ID under Details and ask which rows were refused."),
    ),
    ErrorCode.PROCESSING_FAILED: (
        Text(_C, "Exotel took the file and could not process it."),
        Text(_C, "Look in Exotel for these contacts. Give Exotel the upload ID under Details and ask."),
    ),
    ErrorCode.STILL_PROCESSING: (
        Text(_C, "Exotel has the file and is still not done with it."),
        Text(_C, "Look in Exotel later. If nothing happens, give Exotel the upload ID under Details."),
    ),
    ErrorCode.STOPPED: (Text(_C, "You stopped it."), Text(_C, "Start again when you like.")),
}

_UNPROVEN = Text(_C, "The other side could not prove that it is Exotel.")
_CERTIFICATES: dict[CertificateReason, tuple[Text, Text]] = {
    CertificateReason.UNKNOWN_ISSUER: (
        _UNPROVEN,
        Text(
            _C,
            "If this network asks people to sign in on a web page, do that first. It may also be reading "
            "secure connections: then ask your IT team to add its certificate to this computer’s trusted ones.",
        ),
    ),
    CertificateReason.SELF_SIGNED: (
        Text(_C, "The other side vouches only for itself, so nothing proves that it is Exotel."),
        Text(
            _C,
            "If this network asks people to sign in on a web page, do that first. Else check the address of the account, and ask your IT team.",
        ),
    ),
    CertificateReason.WRONG_HOST: (
        Text(_C, "Another computer answered in Exotel’s place."),
        Text(
            _C,
            "If this network asks people to sign in on a web page, do that first. Else check the address of the account, and ask your IT team if it is right.",
        ),
    ),
    CertificateReason.EXPIRED: (
        Text(_C, "The other side’s proof that it is Exotel is out of date."),
        Text(_C, "Check this computer’s date and time, then try again."),
    ),
    CertificateReason.OTHER: (_UNPROVEN, _ASK_IT),
}

_KEYCHAINS: dict[KeychainFault, tuple[Text, Text]] = {
    KeychainFault.UNAVAILABLE: (
        Text(_C, "This computer’s keychain cannot be used."),
        Text(_C, "Ask your IT team about it, and enter the sign-in again next time."),
    ),
    KeychainFault.LOCKED: (
        Text(_C, "This computer’s keychain is locked."),
        Text(_C, "Unlock it, or allow exogui to use it when asked, then save again."),
    ),
    KeychainFault.FULL: (
        Text(_C, "The sign-in is too long for this computer’s keychain, so it was not saved."),
        Text(_C, "Sign in with an API key and API token instead: they are short."),
    ),
    KeychainFault.NOT_KEPT: (
        Text(_C, "This computer’s keychain did not keep the sign-in as it was."),
        Text(_C, "Try again. If it happens again, ask your IT team about the keychain."),
    ),
}

_ADDRESSES: dict[AddressFault, Text] = {
    AddressFault.NOT_AN_ADDRESS: Text(_C, "This is not an address. It begins with https:// and a name."),
    AddressFault.NOT_HTTPS: Text(_C, "The address must begin with https://, so that nobody can read along."),
    AddressFault.HOLDS_SIGN_IN: Text(_C, "Leave the part before the @ out of the address."),
    AddressFault.HOLDS_MORE: Text(_C, "Leave the ? or # and what follows out of the address."),
}

_MISSING = Text(_C, "These environment variables are not set: {names}. Set them and try again.")
_UNEXPECTED = (
    Text(_C, "Something went wrong that the program does not know."),
    Text(_C, "Try again. If it happens again, send the log file to whoever looks after exogui."),
)

_SIGNED_IN = Text(_C, "Exotel accepts this sign-in.")
_BELONGS_ELSEWHERE = Text(
    _C, "This account lives in {place}: the same sign-in works there. Choose {place} and save."
)
_REFUSED_IN_BOTH = Text(
    _C,
    "Exotel refused the sign-in, in {place} too. Copy the account SID, API key and API token again from "
    "Settings › API Settings in the Exotel dashboard.",
)
_PLACES = {DataCentre.SINGAPORE: Text(_C, "Singapore"), DataCentre.MUMBAI: Text(_C, "Mumbai")}


def error_message(error: BaseException, say: Speaker) -> ErrorMessage:
    """An error of the core in words: an ExotelError, a KeychainError, or what should not have happened."""
    says = ""
    if isinstance(error, CertificateProblem):
        texts = _CERTIFICATES[error.reason]
    elif isinstance(error, ExotelError):
        texts, says = _TEXTS[error.code], error.words
    elif isinstance(error, KeychainError):
        texts = _KEYCHAINS[error.fault]
    else:
        texts = _UNEXPECTED
    title, next_step = texts
    return ErrorMessage(say(title), say(next_step), says)


def error_text(error: BaseException, say: Speaker) -> str:
    """The same in one line; also for InvalidAddress and MissingVariables."""
    if isinstance(error, InvalidAddress):
        return address_text(error.fault, say)
    if isinstance(error, MissingVariables):
        return say(_MISSING, names=", ".join(error.names))
    message = error_message(error, say)
    return f"{message.title} {message.next_step}"


def address_text(fault: AddressFault, say: Speaker) -> str:
    """Why an address cannot be used, and how it must be."""
    return say(_ADDRESSES[fault])


def keychain_text(fault: KeychainFault, say: Speaker) -> str:
    """What kept the keychain from its work, and what to do."""
    return " ".join(say(text) for text in _KEYCHAINS[fault])


def sign_in_text(report: SignInReport, say: Speaker) -> str:
    """What came of trying a sign-in, in one or two sentences."""
    if report.error is None:
        return say(_SIGNED_IN)
    if report.works_at is not None:
        return say(_BELONGS_ELSEWHERE, place=say(_PLACES[report.works_at]))
    if report.tried_also is not None and report.error.code is ErrorCode.SIGN_IN_REFUSED:
        return say(_REFUSED_IN_BOTH, place=say(_PLACES[report.tried_also]))
    return error_text(report.error, say)
