"""What can be wrong with a contact, how it is put right, and what was done: in words."""

from __future__ import annotations

from exogui.contacts.problems import Problem, ProblemCode
from exogui.contacts.table import Step, StepKind
from exogui.messages.catalogue import Plural, Speaker, Text

_PART = "problems"
_Code = ProblemCode


def cell_text(problem: Problem, say: Speaker) -> str:
    """What is wrong with a cell and what to do about it, in one or two sentences."""
    texts = _CELLS if problem.suggestion is None else _REPAIRABLE_CELLS
    text = texts.get(problem.code, _CELLS[problem.code])
    return say(text, detail=problem.detail, suggestion=problem.suggestion or "")


def group_title(code: ProblemCode, n: int, say: Speaker) -> str:
    """How many cells have this problem: ``11 phone numbers have no country code``."""
    return say(_GROUPS[code], n)


def repair_verb(code: ProblemCode, n: int, detail: str, say: Speaker) -> str | None:
    """What the button of a repair says; None for a problem that no repair exists for.

    ``detail`` is the country code that is added, ``+91``, and empty where each row has its own; other repairs
    take none.
    """
    text = _ADD_EACH_CODE if code is _Code.NO_COUNTRY_CODE and not detail else _REPAIRS.get(code)
    return None if text is None else say(text, n, detail=detail)


def give_up_verb(code: ProblemCode, n: int, say: Speaker) -> str | None:
    """What the button says that settles what nobody can repair; None where there is no such thing."""
    text = _GIVE_UPS.get(code)
    return None if text is None else say(text, n)


def give_up_help(code: ProblemCode, say: Speaker) -> str:
    """What that means for the file, and how to take it back."""
    return say(_GIVE_UP_HELP[code])


def help_text(code: ProblemCode, say: Speaker) -> str | None:
    """What a person does about a problem that no button repairs, or that the button leaves in some rows."""
    text = _HELP.get(code)
    return None if text is None else say(text)


def undo_text(step: Step, say: Speaker) -> str:
    """``Undo: add +91 to 312 phone numbers``."""
    return say(_UNDO, step=step_text(step, say))


def redo_text(step: Step, say: Speaker) -> str:
    """``Redo: add +91 to 312 phone numbers``."""
    return say(_REDO, step=step_text(step, say))


def step_text(step: Step, say: Speaker) -> str:
    """What a step did, as it stands after ``Undo:``, or in a message: ``add +91 to 312 phone numbers``."""
    text = _STEPS[step.kind]
    if step.kind is StepKind.REPAIR and step.code is not None:
        text = _REPAIR_STEPS.get(step.code, text)
        if step.code is _Code.NO_COUNTRY_CODE and not step.detail:
            text = _ADD_EACH_CODE_STEP
    return say(text, step.count, detail=step.detail)


_UNDO = Text(_PART, "Undo: {step}")
_REDO = Text(_PART, "Redo: {step}")

_CELLS: dict[ProblemCode, Text] = {
    _Code.MISSING_PHONE: Text(
        _PART, "The phone number is missing. Type it with its country code, like +919876543210."
    ),
    _Code.NOT_A_NUMBER: Text(
        _PART, "This is not a phone number. Type one with its country code, like +919876543210."
    ),
    _Code.LOST_DIGITS: Text(
        _PART,
        "Excel has cut off digits of this number, and the file no longer has them. "
        "Type the whole number, or open the Excel file itself instead of the CSV.",
    ),
    _Code.NO_COUNTRY_CODE: Text(
        _PART, "The country code is missing. Put it in front, like +91 for India, or use the repair."
    ),
    _Code.PHONE_FORMAT: Text(
        _PART,
        "This is not written as one phone number. "
        "Leave one number in the cell: a plus sign, the country code and digits, like +919876543210.",
    ),
    _Code.PHONE_LENGTH: Text(
        _PART,
        "A number that begins with {detail} cannot have this many digits. "
        "Compare it with where it came from and correct it.",
    ),
    _Code.UNKNOWN_COUNTRY: Text(
        _PART, "No country has a code that begins with {detail}. Correct the beginning of the number."
    ),
    _Code.INVALID_EMAIL: Text(
        _PART, "This is not an e-mail address. Correct it, or empty the cell: an e-mail is not needed."
    ),
    _Code.CONTROL_CHARACTERS: Text(
        _PART, "This cell holds damaged, invisible characters. Type its text again."
    ),
    _Code.TOO_LONG: Text(_PART, "This is longer than {detail} characters. Shorten it."),
    _Code.EXTRA_CELL: Text(
        _PART,
        "This row has more cells than the header, so its values may stand under the wrong names. "
        "Move them to where they belong and empty this cell.",
    ),
    _Code.NOT_IN_PLAN: Text(
        _PART,
        "No phone company is known to use this number under {detail}. It may be new or mistyped: check it. "
        "It is sent as it stands.",
    ),
    _Code.DUPLICATE_PHONE: Text(
        _PART, "Row {detail} has the same number. Both rows are sent unless you change or empty one."
    ),
    _Code.PREMIUM_NUMBER: Text(
        _PART, "Calling this number costs extra. Check that you want to call it. It is sent as it stands."
    ),
    _Code.WHITESPACE: Text(_PART, "This cell holds stray spaces, line breaks or invisible characters."),
    _Code.SHORT_ROW: Text(
        _PART,
        "This row has fewer cells than the header: from here on it is empty. "
        "Check that its values stand under the right names.",
    ),
    _Code.REFUSED: Text(_PART, "Exotel refused this row: {detail}. Correct it and send it again."),
    _Code.EMAIL_TYPO: Text(_PART, "This e-mail address may be mistyped. Check what stands after the @."),
    _Code.EMAIL_CASE: Text(
        _PART, "This e-mail address is written in capital letters, which is fine. It is sent as it stands."
    ),
    _Code.SENSITIVE_AADHAAR: Text(
        _PART,
        "This looks like an Aadhaar number. Empty the cell, or choose “Not sent” for its column, "
        "unless Exotel is meant to have it.",
    ),
    _Code.SENSITIVE_PAN: Text(
        _PART,
        "This looks like a PAN, the number of a tax card. Empty the cell, or choose “Not sent” for its column, "
        "unless Exotel is meant to have it.",
    ),
    _Code.SENSITIVE_CARD: Text(
        _PART,
        "This looks like the number of a payment card. Empty the cell, or choose “Not sent” for its column: "
        "it should not leave this computer.",
    ),
}

_REPAIRABLE_CELLS: dict[ProblemCode, Text] = {
    _Code.PHONE_FORMAT: Text(
        _PART, "Exotel needs this number without spaces and other signs: {suggestion}. Use the repair."
    ),
    _Code.INVALID_EMAIL: Text(
        _PART, "Stray spaces or invisible characters spoil this e-mail address. Use the repair."
    ),
    _Code.CONTROL_CHARACTERS: Text(
        _PART, "This cell holds invisible characters that Exotel would refuse. Use the repair."
    ),
    _Code.WHITESPACE: Text(
        _PART, "This cell holds stray spaces, line breaks or invisible characters. Use the repair."
    ),
    _Code.EMAIL_TYPO: Text(
        _PART,
        "This e-mail address may be mistyped. Did its owner mean {suggestion}? Check it, or use the repair.",
    ),
    _Code.EMAIL_CASE: Text(
        _PART,
        "This address is fine as it stands. It can be written in small letters: {suggestion}.",
    ),
}
"""For cells that a repair can put right without guessing."""

_GROUPS: dict[ProblemCode, Plural] = {
    _Code.MISSING_PHONE: Plural(_PART, "{n} rows have no phone number", "{n} row has no phone number"),
    _Code.NOT_A_NUMBER: Plural(_PART, "{n} cells hold no phone number", "{n} cell holds no phone number"),
    _Code.LOST_DIGITS: Plural(
        _PART, "{n} phone numbers lost digits in Excel", "{n} phone number lost digits in Excel"
    ),
    _Code.NO_COUNTRY_CODE: Plural(
        _PART, "{n} phone numbers have no country code", "{n} phone number has no country code"
    ),
    _Code.PHONE_FORMAT: Plural(
        _PART, "{n} phone numbers are written differently", "{n} phone number is written differently"
    ),
    _Code.PHONE_LENGTH: Plural(
        _PART, "{n} phone numbers have the wrong length", "{n} phone number has the wrong length"
    ),
    _Code.UNKNOWN_COUNTRY: Plural(
        _PART,
        "{n} phone numbers have a country code that does not exist",
        "{n} phone number has a country code that does not exist",
    ),
    _Code.INVALID_EMAIL: Plural(
        _PART, "{n} e-mail addresses are not right", "{n} e-mail address is not right"
    ),
    _Code.CONTROL_CHARACTERS: Plural(
        _PART, "{n} cells hold damaged characters", "{n} cell holds damaged characters"
    ),
    _Code.TOO_LONG: Plural(_PART, "{n} cells are too long", "{n} cell is too long"),
    _Code.EXTRA_CELL: Plural(
        _PART, "{n} cells stand beyond the last column", "{n} cell stands beyond the last column"
    ),
    _Code.NOT_IN_PLAN: Plural(_PART, "{n} phone numbers may not exist", "{n} phone number may not exist"),
    _Code.DUPLICATE_PHONE: Plural(
        _PART, "{n} phone numbers stand in the list already", "{n} phone number stands in the list already"
    ),
    _Code.PREMIUM_NUMBER: Plural(
        _PART, "{n} phone numbers cost extra to call", "{n} phone number costs extra to call"
    ),
    _Code.WHITESPACE: Plural(_PART, "{n} cells hold stray spaces", "{n} cell holds stray spaces"),
    _Code.SHORT_ROW: Plural(
        _PART, "{n} rows have fewer cells than the header", "{n} row has fewer cells than the header"
    ),
    _Code.REFUSED: Plural(_PART, "{n} rows were refused by Exotel", "{n} row was refused by Exotel"),
    _Code.EMAIL_TYPO: Plural(
        _PART, "{n} e-mail addresses may be mistyped", "{n} e-mail address may be mistyped"
    ),
    _Code.EMAIL_CASE: Plural(
        _PART, "{n} e-mail addresses have capital letters", "{n} e-mail address has capital letters"
    ),
    _Code.SENSITIVE_AADHAAR: Plural(
        _PART, "{n} cells look like Aadhaar numbers", "{n} cell looks like an Aadhaar number"
    ),
    _Code.SENSITIVE_PAN: Plural(
        _PART, "{n} cells look like PANs of tax cards", "{n} cell looks like the PAN of a tax card"
    ),
    _Code.SENSITIVE_CARD: Plural(
        _PART, "{n} cells look like payment cards", "{n} cell looks like a payment card"
    ),
}

_ADD_EACH_CODE = Plural(_PART, "Add country codes to {n}", "Add the country code to {n}")
_ADD_EACH_CODE_STEP = Plural(
    _PART, "add country codes to {n} phone numbers", "add the country code to a phone number"
)

_REPAIRS: dict[ProblemCode, Plural] = {
    _Code.NO_COUNTRY_CODE: Plural(_PART, "Add {detail} to {n}", "Add {detail} to {n}"),
    _Code.PHONE_FORMAT: Plural(_PART, "Clean {n} numbers", "Clean {n} number"),
    _Code.INVALID_EMAIL: Plural(_PART, "Clean {n} e-mails", "Clean {n} e-mail"),
    _Code.CONTROL_CHARACTERS: Plural(_PART, "Clean {n} cells", "Clean {n} cell"),
    _Code.WHITESPACE: Plural(_PART, "Tidy {n} cells", "Tidy {n} cell"),
    _Code.EMAIL_TYPO: Plural(_PART, "Take {n} suggestions", "Take {n} suggestion"),
    _Code.EMAIL_CASE: Plural(_PART, "Write {n} small", "Write {n} small"),
}

_TAKE_OUT = Plural(_PART, "Take out {n} rows", "Take out the row")
_GIVE_UPS: dict[ProblemCode, Plural] = {
    _Code.MISSING_PHONE: _TAKE_OUT,
    _Code.NOT_A_NUMBER: _TAKE_OUT,
    _Code.PHONE_LENGTH: _TAKE_OUT,
    _Code.UNKNOWN_COUNTRY: _TAKE_OUT,
    _Code.NO_COUNTRY_CODE: _TAKE_OUT,
    _Code.INVALID_EMAIL: Plural(_PART, "Empty {n} e-mails", "Empty the e-mail"),
}
_GIVE_UP_HELP: dict[ProblemCode, Text] = dict.fromkeys(
    _GIVE_UPS, Text(_PART, "They leave this table only: your file keeps them, and Undo brings them back.")
) | {
    _Code.INVALID_EMAIL: Text(
        _PART, "A contact needs no e-mail. Your file keeps it, and Undo brings it back."
    )
}

_HELP: dict[ProblemCode, Text] = {
    _Code.MISSING_PHONE: Text(_PART, "Type the numbers. A row without one cannot be sent and stays here."),
    _Code.NOT_A_NUMBER: Text(_PART, "Type the numbers, or leave these rows: they are not sent."),
    _Code.LOST_DIGITS: Text(
        _PART,
        "Excel shortened these to something like 9.19877E+11 when the CSV was saved, and the digits are gone. "
        "Open the Excel file itself here, or in Excel format the column as Text and export it again.",
    ),
    _Code.NO_COUNTRY_CODE: Text(
        _PART,
        "Where the country is not certain, nothing is added. Type the country code in those rows yourself.",
    ),
    _Code.PHONE_FORMAT: Text(
        _PART,
        "Cells with several numbers, or with a number that may not exist, are left for you: "
        "choose one of them, or a row for each.",
    ),
    _Code.PHONE_LENGTH: Text(_PART, "A digit is missing or too many. Compare with where the list came from."),
    _Code.UNKNOWN_COUNTRY: Text(_PART, "Correct the beginning of these numbers: the country code."),
    _Code.INVALID_EMAIL: Text(_PART, "Correct them, or empty the cells: an e-mail is not needed."),
    _Code.CONTROL_CHARACTERS: Text(
        _PART, "Type these again, or open the file with another encoding: they were damaged on the way."
    ),
    _Code.TOO_LONG: Text(
        _PART, "Shorten them. A very long cell often means that a quotation mark is missing in the file."
    ),
    _Code.EXTRA_CELL: Text(
        _PART,
        "A comma in a name or an address often shifts a row like this. "
        "Move the values to where they belong and empty the last cells.",
    ),
    _Code.NOT_IN_PLAN: Text(_PART, "They are sent as they stand. Check those that you do not know."),
    _Code.DUPLICATE_PHONE: Text(
        _PART, "All of them are sent. What Exotel does with a contact that exists is chosen below."
    ),
    _Code.PREMIUM_NUMBER: Text(_PART, "They are sent as they stand. Check that you want to call them."),
    _Code.SHORT_ROW: Text(_PART, "Check that the values of these rows stand under the right names."),
    _Code.REFUSED: Text(_PART, "Correct these rows and send them again."),
    _Code.EMAIL_TYPO: Text(
        _PART, "They are sent as they stand. Check them: gmial.com is probably gmail.com."
    ),
    _Code.EMAIL_CASE: Text(_PART, "They are fine as they stand."),
    _Code.SENSITIVE_AADHAAR: Text(
        _PART, "Personal data that Exotel seldom needs. Click the header of the column and choose “Not sent”."
    ),
    _Code.SENSITIVE_PAN: Text(
        _PART, "Personal data that Exotel seldom needs. Click the header of the column and choose “Not sent”."
    ),
    _Code.SENSITIVE_CARD: Text(
        _PART,
        "Card numbers should not leave this computer. Click the header of the column and choose “Not sent”.",
    ),
}

_STEPS: dict[StepKind, Plural] = {
    StepKind.EDIT: Plural(_PART, "change {n} cells", "change a cell"),
    StepKind.REPAIR: Plural(_PART, "repair {n} cells", "repair a cell"),
    StepKind.PASTE: Plural(_PART, "paste {n} cells", "paste a cell"),
    StepKind.CLEAR: Plural(_PART, "empty {n} cells", "empty a cell"),
    StepKind.FILL: Plural(_PART, "fill {n} cells", "fill a cell"),
    StepKind.REPLACE: Plural(_PART, "replace text in {n} cells", "replace text in a cell"),
    StepKind.MAPPING: Plural(_PART, "change what {n} columns are sent as", "change what a column is sent as"),
    StepKind.REMOVE_ROWS: Plural(_PART, "remove {n} rows", "remove a row"),
    StepKind.SUPPRESS: Plural(
        _PART, "take out {n} rows with numbers from {detail}", "take out a row with a number from {detail}"
    ),
    StepKind.MERGE: Plural(_PART, "merge {n} rows into others", "merge a row into another"),
    StepKind.ADD_COLUMN: Plural(_PART, "add {n} columns", "add a column"),
    StepKind.ONE_ROW_EACH: Plural(
        _PART,
        "put {n} further numbers into rows of their own",
        "put a further number into a row of its own",
    ),
    StepKind.PASTE_ROWS: Plural(_PART, "paste cells and add {n} rows", "paste cells and add a row"),
    StepKind.AS_BEFORE: Plural(_PART, "make {n} changes as before", "make a change as before"),
}

_REPAIR_STEPS: dict[ProblemCode, Plural] = {
    _Code.NO_COUNTRY_CODE: Plural(
        _PART, "add {detail} to {n} phone numbers", "add {detail} to a phone number"
    ),
    _Code.PHONE_FORMAT: Plural(_PART, "clean {n} phone numbers", "clean a phone number"),
    _Code.INVALID_EMAIL: Plural(_PART, "clean {n} e-mail addresses", "clean an e-mail address"),
    _Code.CONTROL_CHARACTERS: Plural(
        _PART, "remove invisible characters from {n} cells", "remove invisible characters from a cell"
    ),
    _Code.WHITESPACE: Plural(_PART, "tidy spaces in {n} cells", "tidy spaces in a cell"),
    _Code.EMAIL_TYPO: Plural(_PART, "correct {n} e-mail addresses", "correct an e-mail address"),
    _Code.EMAIL_CASE: Plural(
        _PART, "write {n} e-mail addresses in small letters", "write an e-mail address in small letters"
    ),
}
