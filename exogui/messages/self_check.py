"""What ``exogui --self-check`` says."""

from __future__ import annotations

from exogui.messages.catalogue import Plural, Text

_C = "self_check"

DESCRIPTION = Text(
    _C,
    "Tries every part of this installation of exogui, without the internet, and changes nothing: neither settings nor "
    "history nor keychain.",
)
EXIT = Text(_C, "Exit status: 0 every part works, 1 some do not, or the report could not be written.")
OUTPUT_HELP = Text(_C, "write the report to this file instead")
BEGUN = Text(_C, "Trying every part of exogui; this takes a few seconds.")
NO_PLACE = Text(_C, "Nothing could be tried, as no temporary file can be made: {reason}.")
NOT_WRITTEN = Text(_C, "The report could not be written to {file}: {reason}.")

PROGRAM = Text(_C, "exogui {version}, {kind}, in {folder}")
KIND_FROZEN = Text(_C, "installed program")
KIND_PACKAGE = Text(_C, "Python package")
SYSTEM = Text(_C, "Python {python}, Qt {qt}, {system}")
QT_MISSING = Text(_C, "missing")
FOLDERS = Text(_C, "Settings in {settings}, record of uploads in {data}, logs in {logs}")
OK = Text(_C, "ok")
FAILED = Text(_C, "FAILED")
ALL_WORK = Plural(_C, "All {n} parts work.", "The one part works.")
SOME_FAILED = Plural(
    _C, "{n} of {all} parts do not work: {names}.", "{n} of {all} parts does not work: {names}."
)

UNFORESEEN = Text(_C, "{kind}: {words}")
DIED = Text(_C, "The program ended there (status {status}). {words}")
NO_ANSWER = Text(_C, "No answer within {seconds} s.")
NOT_BEGUN = Text(_C, "It could not be tried: {words}")

QT = Text(_C, "Qt {version} on “{platform}”, drawn in {style} (styles: {styles})")
NO_STYLE = Text(_C, "The style Fusion is missing; there are {styles}.")
NO_PLATFORM = Text(_C, "Qt’s platform plugin “{name}” is missing in {folder}.")
SCREEN = Text(_C, "“{platform}”, {width} × {height} at {ratio}")
NO_SCREEN = Text(_C, "There is no screen here, so it was only tried without one.")
NO_SCREEN_FOUND = Text(_C, "Qt’s platform “{platform}” knows of no screen.")
NO_FORMAT = Text(_C, "Qt cannot read {missing}; it can read {known}.")
UNREADABLE_PICTURE = Text(_C, "{file} cannot be read as a picture.")
MISSING_FILES = Text(_C, "Missing or damaged: {files} in {folder}.")
BLANK_ICONS = Text(_C, "Nothing is drawn by {files}.")
ICONS = Plural(_C, "{n} icons are drawn", "{n} icon is drawn")
HELP = Plural(_C, "{n} pictures can be read", "{n} picture can be read")
WINDOW = Plural(_C, "The window shows {n} sample contacts", "The window shows {n} sample contact")
ONE_WINDOW = Text(_C, "a later start finds the window that is there")
ANOTHER_WINDOW = Text(_C, "A later start does not find the window that is there, and opens another.")
WINDOW_STUCK = Text(_C, "The window does not show the sample contacts.")

KEYCHAIN = Text(_C, "{keychain}: a secret was kept, came back, and is gone")
KEYCHAIN_WRONG = Text(_C, "{keychain} does not give back what it was given, or keeps what it should forget.")
KEYCHAIN_LOCKED = Text(_C, "The keychain is locked. Unlock it and try again.")
NO_KEYCHAIN = Text(
    _C,
    "The keychain cannot be used from here ({fault}): keys of accounts are kept only until exogui is closed.",
)

POLICY = Plural(
    _C,
    "{n} settings of your organisation are in force, from {places}",
    "{n} setting of your organisation is in force, from {places}",
)
POLICY_UNREADABLE = Text(_C, "What an organisation sets cannot be read by this installation.")

CERTIFICATES = Text(_C, "{openssl}, {store}; a certificate that nobody vouches for was refused ({refusal})")
STORE_OF_LINUX = Plural(_C, "{n} trusted authorities", "{n} trusted authority")
STORE_OF_WINDOWS = Plural(_C, "Windows trusts {n} authorities", "Windows trusts {n} authority")
STORE_OF_MACOS = Text(_C, "macOS decides whom to trust")
EMPTY_STORE = Text(
    _C, "The system trusts no authority, so no connection to Exotel can be made. Install ca-certificates."
)
TRUSTS_ANYONE = Text(_C, "A certificate that nobody vouches for was accepted.")

SAMPLE = Plural(_C, "{n} sample contacts can be read", "{n} sample contact can be read")
PLANS = Text(_C, "phonenumbers {version}: plans of {countries} countries, service numbers of {short}")
WRONG_PLAN = Text(_C, "A number of {country} is not known for what it is.")
NO_SUCH_NUMBER = Text(_C, "A number that exists nowhere is taken for a real one.")
EMAILS = Text(_C, "email-validator {version}: right and wrong addresses are told apart")
WRONG_EMAILS = Text(_C, "Judged wrongly: {addresses}.")
WORKBOOKS = Text(_C, "XlsxWriter {version}: a workbook was written and read back")
WRONG_WORKBOOK = Text(_C, "A workbook was not read back as it was written.")

JOURNAL = Text(_C, "SQLite {version}: an upload of {rows} rows was written down and found again")
JOURNAL_FAULT = Text(_C, "The record of uploads cannot be kept: {fault}.")
JOURNAL_WRONG = Text(_C, "An upload is not found again as it was written down.")
LOCKS = Text(_C, "filelock {version}: one program at a time")
LOCK_HOLDS_NOBODY = Text(_C, "Two programs could work on one upload.")
LOCK_STAYS = Text(_C, "An upload stays locked when nobody works on it any more.")
LOG = Text(_C, "written, without phone numbers")
NO_LOG = Text(_C, "What is logged does not reach the file.")
LOG_TELLS = Text(_C, "The log holds a whole phone number.")
UPLOAD = Text(
    _C, "{sent} sent: {successful} added, {already_there} already there, {refused} refused; it adds up"
)
UPLOAD_WRONG = Text(_C, "The practice upload ended as “{state}” and does not add up ({why}).")
