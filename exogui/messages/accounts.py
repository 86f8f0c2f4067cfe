"""Texts of the account button, its menu and the account dialog, and of the practice band."""

from __future__ import annotations

from exogui.messages.catalogue import Text

# --- the account button ----------------------------------------------------------------------------------

ADD_ACCOUNT = Text("accounts", "Add account")
BUTTON = Text("accounts", "{name} · {place}")
BUTTON_NAME = Text("accounts", "Account: {account}")
BUTTON_MEANS = Text("accounts", "Choose the Exotel account that contacts are sent to.")
PRACTICE = Text("accounts", "Practice account")
MENU_ADD = Text("accounts", "Add account…")
MENU_EDIT = Text("accounts", "Edit {name}…")
STATUS_READY = Text("accounts", "Signed in")
STATUS_UNTESTED = Text("accounts", "Not tested yet")
STATUS_TROUBLE = Text("accounts", "The last sign-in was refused")
PRACTICE_BAND = Text("accounts", "Practice account: nothing leaves this computer.")

# --- the account dialog ----------------------------------------------------------------------------------

TITLE = Text("accounts", "Exotel account")
NAME = Text("accounts", "Name")
NAME_EXAMPLE = Text("accounts", "What you call this account")
DATA_CENTRE = Text("accounts", "Data centre")
DATA_CENTRE_MEANS = Text("accounts", "Where Exotel keeps this account. If unsure, choose one and press Test.")
SINGAPORE = Text("accounts", "Singapore")
MUMBAI = Text("accounts", "Mumbai")
OTHER = Text("accounts", "Other…")
OTHER_MEANS = Text("accounts", "An address that Exotel or your IT staff gave you.")
OTHER_PLACE = Text("accounts", "Other address")
ADDRESS = Text("accounts", "Address")
ADDRESS_EXAMPLE = Text("accounts", "https://…")
ACCOUNT_SID = Text("accounts", "Account SID")
SIGN_IN_WITH = Text("accounts", "Sign in with")
KEY_AND_TOKEN = Text("accounts", "API key and token")
ACCESS_TOKEN_KIND = Text("accounts", "Access token")
KEY_AND_TOKEN_MEANS = Text("accounts", "Lasts until someone changes it in Exotel.")
ACCESS_TOKEN_MEANS = Text("accounts", "Lasts one day. Then Exotel asks for a new one.")
API_KEY = Text("accounts", "API key")
API_TOKEN = Text("accounts", "API token")
ACCESS_TOKEN = Text("accounts", "Access token")
SHOW = Text("accounts", "Show")
HIDE = Text("accounts", "Hide")
SHOW_FIELD = Text("accounts", "Show {field}")
HIDE_FIELD = Text("accounts", "Hide {field}")
SAVED_SECRET = Text("accounts", "Saved. Type to replace it.")

WHERE_TO_FIND = Text("accounts", "Settings › API Settings in the Exotel dashboard shows these values.")
KEPT_IN_KEYCHAIN = Text("accounts", "Kept in this computer’s keychain.")
KEPT_FOR_SESSION = Text(
    "accounts", "This computer has no keychain exogui can use: kept until you close exogui, and not saved."
)

TEST = Text("accounts", "Test")
TEST_HINT = Text("accounts", "Test asks Exotel whether these details are right. It sends no contacts.")
TEST_MEANS = Text("accounts", "Asks Exotel whether these details are right. Sends no contacts.")
SAVE = Text("accounts", "Save")
CANCEL = Text("accounts", "Cancel")
FORGET = Text("accounts", "Forget…")
FORGET_MEANS = Text("accounts", "Removes this account and its keys from this computer.")
FORGET_QUESTION = Text("accounts", "Forget {name} and its keys on this computer? Nothing changes in Exotel.")
FORGET_YES = Text("accounts", "Forget it")
FORGET_NO = Text("accounts", "Keep it")
TESTING = Text("accounts", "Asking Exotel…")
SAVING = Text("accounts", "Saving…")

NEED_NAME = Text("accounts", "Give the account a name.")
NEED_SID = Text("accounts", "Enter the account SID.")
NEED_ADDRESS = Text("accounts", "Enter the address, beginning with https://.")
NOT_AN_ADDRESS = Text("accounts", "This is not an address. It looks like https://example.com.")
NOT_HTTPS = Text("accounts", "The address must begin with https://.")
HOLDS_SIGN_IN = Text("accounts", "Leave out the name and password before the @.")
HOLDS_MORE = Text("accounts", "Leave out the question mark or # and what follows.")
NEED_KEY = Text("accounts", "Enter the API key.")
NEED_TOKEN = Text("accounts", "Enter the API token.")
NEED_ACCESS_TOKEN = Text("accounts", "Enter the access token.")
NAME_TAKEN = Text("accounts", "Another account has this name. Choose another one.")
