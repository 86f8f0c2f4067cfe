<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>accounts</name>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key and token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account SID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account: {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address that Exotel or your IT staff gave you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another account has this name. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking Exotel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks Exotel whether these details are right. Sends no contacts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the Exotel account that contacts are sent to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the API token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the access token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the account SID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the address, beginning with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget {name} and its keys on this computer? Nothing changes in Exotel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in this computer’s keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasts one day. Then Exotel asks for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasts until someone changes it in Exotel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the name and password before the @.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the question mark or # and what follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mumbai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice account: nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes this account and its keys from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. Type to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings › API Settings in the Exotel dashboard shows these values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test asks Exotel whether these details are right. It sends no contacts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last sign-in was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keychain exogui can use: kept until you close exogui, and not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an address. It looks like https://example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you call this account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where Exotel keeps this account. If unsure, choose one and press Test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>https://…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · {place}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>command_line</name>
    <message>
        <source>  row {row}  {phone_number}  {code}: {meaning}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it went out; waiting for Exotel&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns: {columns}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit status: 0 no row has an error, 1 some have, 2 the file cannot be read as contacts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Exotel has not said yet what became of {n} of them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Exotel is processing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel is processing, {seconds} s so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel took the file: upload {upload_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching the refused rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give Exotel the upload ID and ask which rows they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in Exotel before you send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account is saved under the name “{name}”. Saved are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row is ready to send, so nothing was sent. Repair the file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending {sent} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent {sent}: {successful} added or updated, {already_there} already there, {refused} refused, {unknown} unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So nothing was sent. To send it nevertheless, add --again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before all of it had gone out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before the refused rows were fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped, but Exotel has the file and goes on with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice account could not be started: {reason}. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved accounts could not be read: {reason}. Check that you may read your settings folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account to send to. Use --practice to try it out, --account with a name saved in the window, or set EXOGUI_ACCOUNT_SID with EXOGUI_API_KEY and EXOGUI_API_TOKEN (or with EXOGUI_ACCESS_TOKEN). Missing: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no screen to open a window on. Use “exogui check FILE” to look at a file and “exogui upload FILE” to send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--practice has an address of its own: leave --base-url out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details: {details}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit status: 0 every row sent was accepted or is already there, 1 some were refused, 2 nothing was sent, 3 it is not known (yet) what became of some, 4 some were sent and others wait for “exogui resume --send”.
Without --account, the account comes from EXOGUI_ACCOUNT_SID with EXOGUI_API_KEY and EXOGUI_API_TOKEN, or with EXOGUI_ACCESS_TOKEN, and its address from EXOGUI_BASE_URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Exotel names {named} of the {n} rows it refused. Give Exotel the upload ID and ask for the others.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Exotel’s numbers do not add up to what was sent. Look in Exotel before you send anything again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gets contact lists into Exotel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that exogui does not know ({what}). Tell whoever looks after exogui; if a file was being sent, look in Exotel before you send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before Exotel had the file, so nothing was sent. Start again when you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of Exotel’s API cannot be used. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer was asleep; going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain of this computer cannot be used from here. Leave --account out and set the EXOGUI_ variables that “exogui upload --help” names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain of this computer has no key for “{name}”. Open the account in the window and save it again, or leave --account out and set the EXOGUI_ variables that “exogui upload --help” names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain of this computer is locked. Unlock it and try again, or leave --account out and set the EXOGUI_ variables that “exogui upload --help” names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result could not be written where it should go ({reason}), so it stands here. Keep it from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved accounts could not be understood. They were set aside as {file}; save the account again in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upload goes on without it: this file cannot be known again later, nor gone on with if it is interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting {seconds} s because Exotel asked for a pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting {seconds} s because Exotel has trouble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting {seconds} s because there is no connection to Exotel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an account saved in the window, by its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave rows with errors out; without it, a file with errors sends nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open a window of its own; without it, the window that is open already comes forward and opens the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print one JSON object to standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>rows {rows}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>say what is wrong with a contacts file; sends nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send a file that this account had before although create_new makes every contact of it once more; without it, such a file sends nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send only the first 10 rows that would go; the others wait for “exogui resume --send”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send the contacts of a file to Exotel and report what became of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address of Exotel&apos;s API, instead of the account&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the contacts file: CSV or an Excel workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list that the contacts are to belong to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use the practice account: nothing leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what Exotel does with a contact that is already there (default: skip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code}: {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} → {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} rows are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has no column of phone numbers that can be told. Name the column phone_number in the file, or open it in the window and choose the column there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has no contact in it, only a header. Check that this is the file you meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} of the ready rows are worth a look.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows have errors, so nothing was sent. See them with “exogui check” and repair them, or send the others with --only-ready.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows were not sent.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“exogui [FILE] [--practice] [--new-window]” opens the window, with that file and on the practice account if asked to. A window that is open already does so itself, unless a new one is wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} rows with errors were not sent.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows: {ready} ready, {errors} to fix.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{rows} and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>editing</name>
    <message>
        <source>Aa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to “{value}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close find and replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete {n} rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Do the same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Every row is sent with this {field} now: {n} rows.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Every row would be sent with the {field} “{value}” again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel takes at most {most} characters here. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find and replace in this column…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find and replace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find only cells that hold nothing but the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next cell with the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How exogui works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match capital letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No row has one of the {n} numbers in {file}. Nothing changed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the rows on show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row for each phone number…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the rows on show are searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste what fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it that way</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Repair {n} cells</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Replace in {n} cells</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Replace the text in every cell found, as one step that can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the text in this cell and go to the next one that has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same value for every row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same value for every row…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A new column with this value for all {n} rows.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A file like this one was read in another way when you worked on it before ({day}): {options}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose first which column of this list has the phone numbers; then their rows can be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty cells only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has numbers of {names}, which the other had not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {now} rows, and the other had {then}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>New columns: {names}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>November campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {now} % of the rows would be ready, and {then} % were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same value in every row…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save corrected list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save corrected list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as a tag for this campaign, or the company of a list that has none. Your file stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take its numbers out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out numbers from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out numbers from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell capital letters from small ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Text replaced in {n} cells.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same repairs would mend {n} cells.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The text to look for, word for word. Enter goes to the next cell that has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text to paste. Copy cells in Excel or here first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>These fields have no column any more: {names}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They are sent as they were then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list has the columns of one you worked on before ({day}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list looks like one you worked on before ({day}), but it differs. {differences} Check it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}, from “{header}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} cells repaired as before.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes made as before.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} e-mails are empty in this table. Your file still has them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} empty cells get this value.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Type the value that every row shall have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is {file}: another list to open, or numbers to take out of this list?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do with these cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do with these rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to put there. Nothing takes the text out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you copied has {rows} rows and {columns} columns, and only {rows_fit} rows and {columns_fit} columns of it fit here. Nothing was pasted yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} (new column)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has no phone number in it that exogui can read. Check that it is the file you meant, and that its numbers have a country code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{header} (not sent)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} cells</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cells have something else now: it is replaced. Undo brings it back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cells in the rows on show</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} further numbers would get rows of their own again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows are gone from this table. Your file still has them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows of {file} could not be read as phone numbers; look at them in that file.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows saved to {file}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows taken out: their numbers stand in {file}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows were added at the end of this table for what you pasted.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{stem} – corrected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>empty</name>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a contacts file here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file here, or press Enter to choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel or CSV. Nothing is sent until you press Upload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go to open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file at a time, please. Drop just the one you want to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {file} again. {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens made-up contacts with the practice account. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That file is not there any more. Look for it in its folder and drop it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is a folder. Open it and drop the contacts file that is inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not a file on this computer. Save it as Excel or CSV first, then drop it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it with sample contacts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Another computer answered in Exotel’s place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask Exotel to turn on the contact centre for this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever runs your Exotel account about its plan and credit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever runs your Exotel account to add this network’s IP address to its allow-list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your IT team about it, and enter the sign-in again next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your IT team how programs sign in to the proxy. They can put the name and password into the system’s HTTPS_PROXY setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your IT team to check the system’s proxy settings, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your IT team whether this network blocks the address of the account, and whoever runs your Exotel account whether its allow-list holds this network’s IP address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your IT team, and show them the Details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the disk is not full, then upload again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the internet connection and, for an address of your own, its spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this computer’s date and time, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this computer’s internet connection, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel accepts this sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel does not know this account at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel does not let this network in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel has the file and is still not done with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel has trouble of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel has trouble signing people in just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel is too busy with this account now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel no longer has the list of refused rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel read the file and did not take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel refused the sign-in, in {place} too. Copy the account SID, API key and API token again from Settings › API Settings in the Exotel dashboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel refused the sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel refused to answer this question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel took the file and could not process it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel took the file and does not find it any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel’s address cannot be found from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give Exotel the upload ID and the request ID under Details and ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give Exotel the upload ID under Details and ask which rows they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give Exotel the upload ID under Details and ask which rows were refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this network asks people to sign in on a web page, do that first. Else check the address of the account, and ask your IT team if it is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this network asks people to sign in on a web page, do that first. Else check the address of the account, and ask your IT team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this network asks people to sign in on a web page, do that first. It may also be reading secure connections: then ask your IT team to add its certificate to this computer’s trusted ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this network asks people to sign in on a web page, do that first. Look in Exotel before you send the same contacts again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this network asks people to sign in on a web page, do that first. Then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the ? or # and what follows out of the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the part before the @ out of the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in Exotel for these contacts before you send them again, or they may be there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in Exotel for these contacts. Give Exotel the upload ID under Details and ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in Exotel later. If nothing happens, give Exotel the upload ID under Details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mumbai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the account, check the account SID and the data centre, and press Test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the account, enter the API key and API token again (or a new access token: it lasts one day), check the data centre, and press Test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read Exotel’s own words under Details, change the rows or the list ID, and upload again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with an API key and API token instead: they are short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something between this computer and Exotel answered in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something on the way to Exotel does not let this computer through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that the program does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the list into smaller files and upload them one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again when you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must begin with https://, so that nobody can read along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address points to another place, and sign-in details are never sent on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection ended before Exotel said whether it took the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too large: Exotel takes at most 50,000 rows and 10 MB at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that was being sent could not be read to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of refused rows is at an address that is not secure, so it was not fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side could not prove that it is Exotel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side vouches only for itself, so nothing proves that it is Exotel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side’s proof that it is Exotel is out of date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy of this network asks for a name and password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy of this network does not let the program through to Exotel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in is too long for this computer’s keychain, so it was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection to Exotel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These environment variables are not set: {names}. Set them and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Exotel account may not use contact lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account lives in {place}: the same sign-in works there. Choose {place} and save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer’s keychain cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer’s keychain did not keep the sign-in as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer’s keychain is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an address. It begins with https:// and a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, ask your IT team about the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, send the log file to whoever looks after exogui.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it, or allow exogui to use it when asked, then save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until other uploads are done, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your Exotel plan does not allow this upload.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Choose what is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the header of a column to choose what Exotel gets from it. A column that is not sent stays on this computer. Same value for every row adds a tag or a company that the file does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row of your file is in the table. Exotel would refuse what is red; what is amber is worth a look. The buttons above the table show one kind of rows only, the field beside them searches all rows, and F8 goes from problem to problem. Rest the mouse on a cell to read what is wrong with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help, use the arrow keys to scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How exogui works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the corrected list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take numbers out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers always add up to what was sent. Fix these rows brings the refused ones back with Exotel&apos;s reasons, Save refused rows makes a file of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To leave out people who do not want to be called, drop the file with their numbers on the open list and choose Take its numbers out. It does not matter how the numbers are written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+S saves all rows as they are now, as a new Excel workbook or CSV file. When the next file of the same export comes, exogui sends its columns as before and offers to read and repair it, and to add your tag, as you did then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what happens to contacts that are already in Exotel, then press Upload, or Try 10 first to see what becomes of a few before the others follow. Rows that must be fixed stay here unless you say otherwise. A list of any length is one upload, even where it goes out in several files. To try everything without sending anything, choose the practice account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a CSV file or an Excel workbook on the window, press Ctrl+O, or open it with exogui from its folder: it comes into the window that is open already. Your file is only read and never changed. If it was read wrongly, press Change beside its name: choose the sheet, the header row or the encoding, and the table follows at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each card is one kind of problem. Its button repairs every cell for which there is one certain answer, and Preview shows before and after. What nobody can know for certain is left for you to decide. Who has several numbers, in one cell or in several columns, can get a row for each. Ctrl+Z takes back whatever you did, as often as you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History (Ctrl+Shift+H) lists every upload from this computer and shows any result again. It says what is left to do: send what waits, ask Exotel again, decide where an answer was lost. Copy report makes a text for the next shift or for Exotel&apos;s support, and What is kept says what of your contacts stays on this computer, and erases it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost and nothing is sent twice by itself when the connection, the program or the computer stops half-way. What Exotel has is asked about at the next start. Where no answer came, nobody can know whether the contacts arrived; Decide explains what you can do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type into a cell, or select many and right-click. Copy, cut and paste work as in Excel, also from Excel to here; what is longer than the list adds rows at its end. Ctrl+D fills down, Ctrl+- deletes rows from the table, Ctrl+H finds and replaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When something breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work on the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the cell; typing does it too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose what the column is sent as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete the selected rows from the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fill down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find and replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to the next problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to the previous problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save the corrected list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show the history of uploads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upload</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All contacts were erased from the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All refused rows and fingerprints are erased now. Counts, codes and IDs stay. Afterwards refused rows can no longer be fixed or saved from here, and exogui cannot tell any more which contacts were sent before. What waits to be sent stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window has forgotten this upload meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window or a scheduled run works on it now. Wait until it is done, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask Exotel again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At Exotel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not add up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase all contacts from the history?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase contacts now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every upload from this computer, the latest first. Any of them can be looked at again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel has every contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel has it and has not said yet how all of it went. Asking sends nothing again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Exotel has not said yet what became of {n} of its contacts. Exotel goes on by itself, but exogui will never learn which rows it refused.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Exotel refused some rows. Show result says which and why, and lets you fix them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel’s counts do not match what was sent. Give Exotel the report and ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File, account, list, state or upload ID. Esc empties the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the next shift or for Exotel’s support: counts, IDs and what happened when. Of phone numbers only the last four digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the upload of {file}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on with this upload. Nothing that Exotel has is sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being worked on now, in this window, another one or by a scheduled run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its counts, its refused rows and the knowledge that these contacts were sent are removed from this computer. Nothing changes in Exotel, and your own file stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its files on this computer cannot be reached: {reason}. Check the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep refused rows and fingerprints for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the history for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the rest…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Leave {n} contacts that were not sent?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Looking up your uploads…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No upload with “{search}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nobody knows yet whether {n} of its contacts arrived. Once it is forgotten, exogui cannot send them again for you, and does not warn when you upload the same list.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs your attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was uploaded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of every upload it is known what became of its rows, and nothing waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a list and press Upload: it will be here, with what became of each row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes this upload from the history. Nothing changes in Exotel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says that the contacts that wait are not to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for a file, an account, a list, a state or an upload ID, or press Esc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search uploads</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Send the {n} that wait</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows every upload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows uploads about which something is left to do, to decide or to find out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of its contacts were never sent and wait on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was lost, so nobody knows whether Exotel has some of it. You decide what happens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history is only on this computer. It holds what was sent when, to which account, and what came of it; refused rows with all their values, so that you can fix them later; and for each phone number sent a fingerprint in its place, to tell when the same contact is sent again. It holds no key, token or password. What waits to be sent is kept until it is sent or forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report of {file} is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was saved as {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest of {file} is not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upload of {file} is forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are not sent, and exogui keeps them no longer. What was sent stays in the history, and your own file stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and Down choose an upload, Enter shows its result, Delete forgets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploads work all the same. What you upload now is listed here until you close exogui.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is older goes at the next start. Uploads about which something is left to do stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What of your uploads is stored on this computer, for how long, and how to erase it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which uploads are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You chose not to send the rest of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at Exotel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be saved: {reason}. Choose another folder, or copy the report instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} attempts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of its contacts were never sent. They will not be sent, and the copy of them that waits on this computer is removed. Your own file stays.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows: {counts}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{stem} – report.txt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>history_command</name>
    <message>
        <source>--report is about one upload: name it with --job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another exogui is working on this upload just now. Wait until it is done, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit status: 0 it was done, 2 the record of uploads, or the upload that was named, cannot be had.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No upload has “{search}” in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been uploaded from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed from the record: {file}, upload {job}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record holds nothing of contacts any more. The rows of uploads that are not finished stay until they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no upload “{job}” in the record. “exogui history” shows those there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>erase what the record holds of contacts (refused rows, and by what sent numbers are known again)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one upload in full: its ID, or how it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only uploads with this in the file name, account, list ID, upload ID or state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove an upload from the record; what Exotel has of it stays there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was uploaded when, and what became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with --job: a report to hand over, with no more of a phone number than its last four digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} uploads begin with “{job}”. Give more of the ID.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{when}  {job}  {file} to {account}, list {list_id}: {state}. {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}  {job}  {file} to {account}: {state}. {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>journal</name>
    <message>
        <source>Another program holds exogui’s record of uploads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window has changed this upload meanwhile. Look under History how it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your IT people to let you write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other windows of exogui and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on the disk and start exogui again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the later version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so exogui cannot keep its record of uploads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of earlier uploads was damaged and has been set aside as {file}. exogui has begun a new one; uploads from before are not in its History.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of uploads on this computer is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of uploads was written by a later exogui, which this one does not understand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can upload all the same. Keep exogui open until an upload has ended: it cannot be picked up again after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exogui cannot use its record of uploads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exogui may not write its record of uploads into your data folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>left_over</name>
    <message>
        <source>Another window or a scheduled run is working on {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exogui could not ask Exotel about {file}: the keychain has no sign-in for “{name}”. Enter it under Accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} from before has not ended: {counts}. Nothing is sent by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was still at Exotel when exogui was closed. Asking how it went…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} went to the account “{name}”, and none of your accounts has its account SID and data centre any more. Add it under Accounts, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} went to the practice account of another window, or of exogui before it was closed. Only that one can go on with it. Upload the list again to practise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{file}: all {n} contacts are in Exotel.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{file}: asking Exotel how it went…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: sending what was left…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} uploads from before have not ended. Nothing is sent by itself.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>list_summary</name>
    <message>
        <source>Countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>country not certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{country}: {count}, {percent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} other countries</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lost_answer</name>
    <message>
        <source>Choose what happens with them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays as it is. You find this upload under History.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I looked: they are in Exotel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nobody can tell whether {n} contacts arrived</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not safe: those that arrived would be in Exotel twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent. The upload counts them as already there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers to search for in Exotel: {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe: Exotel skips those that arrived and adds the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe: Exotel updates those that arrived and adds the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Send these {n} contacts again</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They went out to Exotel, and the connection ended before an answer came. Exotel may have taken them or not; it gives no way to ask. Search for one or two of these numbers in Exotel, then choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens with these contacts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>By the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes this message away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>number_kinds</name>
    <message>
        <source>costs extra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>landline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mobile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mobile or landline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toll-free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>policy</name>
    <message>
        <source>(nothing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit status: 0 all of it is understood, 1 something in it is wrong and was passed over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the settings of your organisation: {what} Tell your IT staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy is set on this computer; everything is as exogui has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off by your organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice account is switched off by your organisation. Ask your IT staff if you need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of your organisation in {place} can be changed by others than an administrator, so they were not used, and everything they could forbid is off. Tell your IT staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of your organisation in {place} could not be opened, so everything it could forbid is off. Tell your IT staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of your organisation in {place} could not be understood, so everything they could forbid is off. Tell your IT staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation allows only Exotel’s own data centres and the address it has set, so nothing goes to the address of this account. Choose another data centre, or ask your IT staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation does not allow this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation does not let contacts that are already in Exotel be created again, so nothing was sent. Choose to skip or to update them, or ask your IT staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Your organisation lets contacts be kept for {n} days at the most.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>show what your organisation has set, and where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} = {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} = {value}    from {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} (switched off by your organisation)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{what} {n} others are wrong too.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“{key}” in {place} has a value of the wrong type and was passed over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” in {place} has a value that cannot be meant and was passed over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” in {place} is no setting that this version of exogui knows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>preparing</name>
    <message>
        <source>Another window or a scheduled run is working on this upload. Wait until it has ended; nothing was sent here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} alone is larger than the {limit} MB that Exotel takes in one file. Nothing was sent. Look at its cells: one of them has probably swallowed others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file to send could not be written on this computer: {reason}. Nothing was sent. Free some space on the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fault} Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>A comma in a name or an address often shifts a row like this. Move the values to where they belong and empty the last cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A contact needs no e-mail. Your file keeps it, and Undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A digit is missing or too many. Compare with where the list came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number that begins with {detail} cannot have this many digits. Compare it with where it came from and correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add country codes to {n}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add {detail} to {n}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All of them are sent. What Exotel does with a contact that exists is chosen below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calling this number costs extra. Check that you want to call it. It is sent as it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card numbers should not leave this computer. Click the header of the column and choose “Not sent”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the values of these rows stand under the right names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Clean {n} cells</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clean {n} e-mails</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clean {n} numbers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Correct the beginning of these numbers: the country code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct them, or empty the cells: an e-mail is not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct these rows and send them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Empty {n} e-mails</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Excel has cut off digits of this number, and the file no longer has them. Type the whole number, or open the Excel file itself instead of the CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel shortened these to something like 9.19877E+11 when the CSV was saved, and the digits are gone. Open the Excel file itself here, or in Excel format the column as Text and export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel needs this number without spaces and other signs: {suggestion}. Use the repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel refused this row: {detail}. Correct it and send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No country has a code that begins with {detail}. Correct the beginning of the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No phone company is known to use this number under {detail}. It may be new or mistyped: check it. It is sent as it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personal data that Exotel seldom needs. Click the header of the column and choose “Not sent”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {detail} has the same number. Both rows are sent unless you change or empty one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten them. A very long cell often means that a quotation mark is missing in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stray spaces or invisible characters spoil this e-mail address. Use the repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Take out {n} rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take {n} suggestions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The country code is missing. Put it in front, like +91 for India, or use the repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone number is missing. Type it with its country code, like +919876543210.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are sent as they stand. Check that you want to call them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are sent as they stand. Check them: gmial.com is probably gmail.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are sent as they stand. Check those that you do not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They leave this table only: your file keeps them, and Undo brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cell holds damaged, invisible characters. Type its text again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cell holds invisible characters that Exotel would refuse. Use the repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cell holds stray spaces, line breaks or invisible characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cell holds stray spaces, line breaks or invisible characters. Use the repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are fine as they stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells with several numbers, or with a number that may not exist, are left for you: choose one of them, or a row for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address is fine as it stands. It can be written in small letters: {suggestion}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This e-mail address is written in capital letters, which is fine. It is sent as it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This e-mail address may be mistyped. Check what stands after the @.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This e-mail address may be mistyped. Did its owner mean {suggestion}? Check it, or use the repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is longer than {detail} characters. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a phone number. Type one with its country code, like +919876543210.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an e-mail address. Correct it, or empty the cell: an e-mail is not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not written as one phone number. Leave one number in the cell: a plus sign, the country code and digits, like +919876543210.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like a PAN, the number of a tax card. Empty the cell, or choose “Not sent” for its column, unless Exotel is meant to have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like an Aadhaar number. Empty the cell, or choose “Not sent” for its column, unless Exotel is meant to have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like the number of a payment card. Empty the cell, or choose “Not sent” for its column: it should not leave this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row has fewer cells than the header: from here on it is empty. Check that its values stand under the right names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row has more cells than the header, so its values may stand under the wrong names. Move them to where they belong and empty this cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Tidy {n} cells</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Type the numbers, or leave these rows: they are not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the numbers. A row without one cannot be sent and stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type these again, or open the file with another encoding: they were damaged on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the country is not certain, nothing is added. Type the country code in those rows yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Write {n} small</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>add country codes to {n} phone numbers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>add {detail} to {n} phone numbers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>add {n} columns</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change what {n} columns are sent as</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change {n} cells</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>clean {n} e-mail addresses</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>clean {n} phone numbers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>correct {n} e-mail addresses</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>empty {n} cells</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>fill {n} cells</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>make {n} changes as before</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>merge {n} rows into others</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paste cells and add {n} rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paste {n} cells</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>put {n} further numbers into rows of their own</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove invisible characters from {n} cells</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove {n} rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>repair {n} cells</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>replace text in {n} cells</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take out {n} rows with numbers from {detail}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tidy spaces in {n} cells</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>write {n} e-mail addresses in small letters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cells are too long</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cells hold damaged characters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cells hold no phone number</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cells hold stray spaces</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cells look like Aadhaar numbers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cells look like PANs of tax cards</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cells look like payment cards</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cells stand beyond the last column</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} e-mail addresses are not right</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} e-mail addresses have capital letters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} e-mail addresses may be mistyped</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} phone numbers are written differently</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} phone numbers cost extra to call</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} phone numbers have a country code that does not exist</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} phone numbers have no country code</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} phone numbers have the wrong length</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} phone numbers lost digits in Excel</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} phone numbers may not exist</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} phone numbers stand in the list already</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows have fewer cells than the header</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows have no phone number</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows were refused by Exotel</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reading</name>
    <message>
        <source>A cell in line {line} of “{file}” has more than {detail} characters. Shorten it, or export the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel 97–2003</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel binary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In line {line} of “{file}” there is text after a closing quotation mark (&quot;). Correct that line, or export the list again as .xlsx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} of “{file}” has more than {detail} columns. Copy only the columns with contacts into a new file and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} of “{file}” is damaged: it holds a character that no text has. Export the list again and open the new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} of “{file}” is longer than {detail} MB, so this is probably no list of contacts. Check that you chose the right file, or export the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} of “{file}” is not in the encoding {detail}. Open it in Excel, save it as “CSV UTF-8” or .xlsx, and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenDocument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quotation mark (&quot;) that opens in line {line} of “{file}” is never closed. Remove it or close it there, or export the list again as .xlsx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-16 without BOM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-8 with BOM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Western European (Windows-1252)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>header in line {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>header in row {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>separated by {delimiter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sheet “{sheet}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the totals at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>with {n} columns that are hidden in the workbook</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with {n} rows that are hidden in the workbook</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{encoding}, please check the names</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} added</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} blank rows left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} empty columns left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows above the header left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows of totals at the end kept</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows of totals at the end left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows · {source}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows, {changes} · {source}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} taken out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“{file}” changed while it was being read. Wait until it has been saved or copied, then open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” comes from Numbers. In Numbers, choose File, Export To, Excel, and open the new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” could not be read ({detail}). Copy it to your own computer and open the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” spreads over more than {detail} cells, perhaps because of a stray one far below or far right. Copy only the rows and columns with contacts into a new file and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” has no sheet “{detail}” any more. Open it again and choose another sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” has nothing in it. Check that you chose the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is a JSON file. Export the contacts as CSV or Excel instead, and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is a PDF, which holds pages and not rows. Ask for the list as Excel or CSV and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is a document ({detail}), not a table. Copy the list into Excel, save it as .xlsx, and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is a folder, not a file. Open the contacts file inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is a picture. Ask for the list as Excel or CSV and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is a web page, even if its name says Excel. Open it in Excel, save it as .xlsx, and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is an XML file, even if its name says Excel. Open it in Excel, save it as .xlsx, and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is an address book file (vCard). Open your address book and export the contacts as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is an archive. Unpack it first, then open the contacts file that was inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is damaged or incomplete. Open it in Excel, let Excel repair it, save it as .xlsx, and open that; or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is larger than {detail} MB. Split it into smaller files and open them one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is no contacts file. Open a CSV file or an Excel file (.xlsx, .xls, .xlsb, .ods).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is no longer there. It may have been moved or renamed: open it from where it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is protected by a password. Open it in Excel, remove the password under File, Info, save it, and open it here again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” may not be read. If it is open in Excel, close it there and open it here again; otherwise ask its owner for permission.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reading_choices</name>
    <message>
        <source>Arabic (Windows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baltic (Windows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells are separated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Central European (Windows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what is not right: the table behind follows at once. The file itself never changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the names…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese, simplified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese, traditional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click it, or go to it with the arrow keys and press Space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cyrillic (Windows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DOS, American</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DOS, Western European</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greek (Windows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hebrew (Windows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How “{file}” is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Keep the {n} rows of totals and remarks at the end</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Korean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row has: the first one is a contact already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thai (Windows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They look like no contacts, so they are left out unless you keep them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is how letters beyond A to Z are written in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turkish (Windows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unicode (UTF-16)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unicode (UTF-8 with BOM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unicode (UTF-8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vietnamese (Windows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Western European (Windows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Western European (old Mac)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of these names look right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which row has the names of the columns?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have changed cells of this file. Reading it in another way begins anew without these changes; Cancel brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only plain letters: nothing to choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden in Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {number}, left out: {cells}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {number}, the header: {cells}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {number}: {cells}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} does not say how its letters are written. Check whether a few names look right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} · {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>remove_command</name>
    <message>
        <source>  {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Another exogui works on {n} uploads ({files}), so nothing was removed. Wait for their end, or close it, and try again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Exit status: 0 nothing is left, 1 something could not be removed, 2 nothing was removed: you did not say yes, or another exogui is open or works on an upload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can be asked here, so nothing was removed. To remove it without a question, add --yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not removed: {path} ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of yours is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all of it? Type yes: </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Removed: the keys of {n} accounts in the keychain</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Removed: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of it is left. Close exogui everywhere and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The keychain did not let go of the keys of {n} accounts. The list of accounts stays in {folder}, so that you can unlock the keychain and try again. Where there is no keychain at all, delete that folder.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This removes from this computer, for good: {accounts} and their keys in the keychain, your settings, how lists were put right, the record of {uploads} with the contacts in it, and the logs, with whatever else is in the folders below. Your own contact files elsewhere, and what Exotel has, stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>What became of {n} rows of {file} at Exotel is not known yet, and could not be found out here any more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Whether another exogui is at work cannot be told, so nothing was removed: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exogui is open, so nothing was removed. Close its window and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exogui keeps nothing for you on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove everything that exogui keeps for you on this computer: accounts and their keys, settings, history, logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} accounts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows of {file} wait here to be sent, and never would be.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} uploads</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>repair_command</name>
    <message>
        <source>Done: {step}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit status: 0 every row is ready, 1 some need a person, 2 the file cannot be read as contacts, or the new one was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was nothing that could be put right without guessing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put right what can be put right without guessing, and save the list as a new file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the country of numbers without a country code, like IN; a column that names the country of each row goes before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file to save to: .xlsx or .csv; the original is never changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is the file that was read, which is never changed. Save under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not saved ({reason}). Check that the folder is there and may be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not saved: it is too large for Excel. Save as .csv instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not saved: let its name end in .xlsx or .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{header} (not sent)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} phone numbers have no country code. If they are of one country, give it with --country.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows saved to {file}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows still have errors. Open {file} in the window to decide about them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“{country}” is not a country. Give its two letters: IN for India, SG for Singapore.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>repairing</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells to decide about</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Changes: {n}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Choose the same for all {n}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose what to keep. Nothing has changed yet, and afterwards Undo brings every row back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Decide {n}…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every cell is decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that is sent is the same: nothing is lost when the copies go</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Exact copies: {n}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Fill blank cells of the kept row from the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Fill {n} numbers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>For you to decide: {n}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the row that stands first in your file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the row that stands last in your file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the row with the fewest blank cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes this choice in every cell that can be read in the same ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number stands in this list twice any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other cell offers the same choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other column of this list has phone numbers. Cells with several numbers have a card of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row has one certain repair. Look at each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row is left over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these cells offers a choice of numbers. Show the rows and correct them one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to take out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row each</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>One row each for all {n}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One row for each phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps different people who share a phone, perhaps one person entered twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats the row for each further number, wherever every number in the cell is certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that come, below the ones they are made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with the same number</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Same number, other details: {n}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Each that differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person with more than one number gets a row for each, with all else the same. Nothing has changed yet, and afterwards Undo takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add {n} rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Only you can know what these cells mean. Choose the right number, or leave the cell: nothing is guessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows every row before and after; nothing changes yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what there is to choose from, side by side; nothing changes yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sort out {n}…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Take no row out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out only rows that say nothing which another row does not say</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Take out {n} rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The arrow keys move about, Space chooses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cells that are put right, before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows that stay as they are, because there is more than one way to read them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These columns have no number that its row does not have already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what would change. Nothing has changed yet, and afterwards Undo takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To keep another row of a number, click it or press Space on it; once more keeps all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Use {n} choices</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where both have something, the kept row’s own stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the numbers in this column get rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which duplicates to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which rows to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs, not taken over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filled in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} rows become {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cell}, chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cell}, {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{country}, {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {sample}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} blank cells are filled.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} blank phone numbers are filled.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} blank phone numbers were filled.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} numbers without a certain country</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cells stay as they are.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cells with a number in them</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cells with more than a phone number</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} details differ and are not taken over.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} numbers are as you chose.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} other cells offer the same choice.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} phone numbers stand in this list more than once</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows are added.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows stay for you to decide.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows taken out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows were added for further numbers.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>␣ stands for a stray space, ⍽ for one that does not break, ↵ for a line break.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account: {name}, account SID {sid}, at {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Exotel counts {n} rows more than were sent.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>If a contact is already in Exotel: {action}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List ID: {list_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part {number}, attempt {attempt}: {rows} rows, {size} bytes, {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: {total} = {waiting} waiting + {in_flight} in flight + {successful} added or updated + {already_there} already there + {refused} refused + {unknown} unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upload in exogui: {job}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upload of {file} by exogui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened when</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>processed by Exotel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request IDs {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}, {phone_number}, {code}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent, no answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken by Exotel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upload ID {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}  part {number}: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}  part {number}: {state} ({code})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>result</name>
    <message>
        <source>?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask Exotel again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks how it went with what Exotel has. Sends nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Exotel counts {n} rows more than were sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Exotel did not list the refused rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel does not say clearly which row this is. Look for the phone number in your file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Exotel does not say which {n} rows it refused</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Exotel gave no ID for this upload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel has not said what became of these contacts. Your rows are still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel refused none of the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel’s numbers do not add up to what was sent. Give Exotel the upload ID under Details and ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel’s own words: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Fix these {n} rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Give Exotel the upload ID under Details and ask which rows they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP status: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel has the file and works through it by itself. exogui asks again how it went when you say so, and by itself at its next start. Nothing is sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explains what you can do about contacts of which nobody knows whether they arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in Exotel for these contacts. Give Exotel the upload ID under Details if you need help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New upload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No list of refused rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost, and nothing is sent again. exogui asks Exotel again when you say so, and by itself at its next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was added to Exotel. Your rows are still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts only these rows back into the table, each with Exotel’s reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request ID: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save refused rows…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves the refused rows with Exotel’s reasons as Excel or CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Send the other {n} contacts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Look at what became of those that were sent, then send the rest or leave it. The rest goes as it was when the upload began; what you change in the table now is not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends the contacts that wait here as they were when the upload began, to the same list and with the same choices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the rows again as you left them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts again with another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection ended before Exotel answered. You decide what happens with these contacts; nothing is sent again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing left to do for this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upload ID: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Exotel’s support needs to find this upload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of the contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your rows are still here. Go back to them and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added or updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already there, skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at Exotel, not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in {n} attempts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent, all accounted for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column}: empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: Exotel has it and has not said yet how it went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: Exotel took it, and how it went is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{file}: all {n} contacts are in Exotel</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{file}: nobody can tell yet whether Exotel took it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{file}: none of {n} contacts was taken</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{file}: nothing was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: you stopped before anything was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: you stopped watching; Exotel goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{file}: {sent} sent, {n} contacts wait here</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file}: {there} of {n} contacts are in Exotel</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows are not accounted for</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>resume_command</name>
    <message>
        <source>Another exogui has removed it meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another exogui is working on it just now, so it was left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit status, over all these uploads: 0 nothing is left to do, or every row was accepted or is already there, 1 some were refused, 2 nothing could be done, 3 it is not known (yet) what became of some, 4 some wait to be sent.
The accounts are those the files were sent to: from the environment as with “exogui upload”, or saved in the window. Sends nothing without --send, and nothing of which Exotel may have a copy without --again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you see them in Exotel: “exogui resume {job} --count-as-there”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It went to the account {sid}, which is neither that of the EXOGUI_ variables nor saved in the window any more. Give the one or save the other, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It went to {address}, and the account is at {other} now. To sign in there, try again with --base-url {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its files on this computer cannot be reached: {reason}. Check the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No upload is left to go on with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nobody can know whether Exotel has {n} of the rows: the answer was lost.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. The other uploads were left as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was the practice account, which ended with the program that had it: nobody can be asked any more, and nothing of it was real. “exogui history --forget {job}” removes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also send the rows that were never sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also send the rows whose answer was lost once more; where contacts are to be created again, those that Exotel has are doubled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on with uploads that are not finished: ask Exotel about them, and send what waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only this upload: its ID, or how it begins (see “exogui history”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only uploads to this account, saved in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address the uploads were sent to, where it is not the account’s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you looked: the rows whose answer was lost are in Exotel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} to {account}, upload {job}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} rows wait here: “exogui resume {job} --send” sends them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{option} decides about one upload: name it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“exogui resume {job} --again” sends them again. {meaning}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“exogui resume {job} --send” asks Exotel about upload {upload_id} once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“exogui resume {job}” asks Exotel about it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {column} in row {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose All to see every row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Must fix to see what is wrong, or use the repairs on the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a country…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another sheet, header row or encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the country of these numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row of your file. Type to change a cell, F8 goes to the next problem, Alt and the down arrow chooses what a column is sent as.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example: {before} becomes {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a header and nothing below it. Open another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one column has phone numbers: shows what a row for each number would be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column of your file is named like a phone number, so nothing can be sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row is ready yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row would be refused. Choose All to see every row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rows match “{search}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing left to fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing left to fix or to look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing left to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row each…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only rows with this problem are shown. Click to show all rows again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the rows with this problem are shown. Click to show all rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for something shorter, or press Esc in the search field to see all rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send “{header}” as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several: one row each…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only rows with this text in any of their cells; Esc shows all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only the rows in which nothing is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only the rows that Exotel would refuse; they stay here until mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only the rows that are sent, but may not be what you mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only the rows with this problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows which rows would be added; nothing changes yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file has no contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This problem is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which column has the phone numbers?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which rows to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your file still has them all. Undo brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>custom field 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from “{header}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} {value}, must fix: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} {value}, not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} {value}, worth a look: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} (moves here from “{header}”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}, from column “{header}” of your file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}. Nobody is called there unless each of these numbers has a row of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name}, {n} rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {sample}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} more columns have phone numbers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“{header}” is not sent. Click to choose what it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{header}” is sent as {field}. Click to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{header}” of your file, not sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>self_check</name>
    <message>
        <source>A certificate that nobody vouches for was accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later start does not find the window that is there, and opens another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number of {country} is not known for what it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number that exists nowhere is taken for a real one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workbook was not read back as it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All {n} parts work.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>An upload is not found again as it was written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An upload stays locked when nobody works on it any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit status: 0 every part works, 1 some do not, or the report could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be tried: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged wrongly: {addresses}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing or damaged: {files} in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer within {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing could be tried, as no temporary file can be made: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is drawn by {files}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python {python}, Qt {qt}, {system}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt cannot read {missing}; it can read {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt {version} on “{platform}”, drawn in {style} (styles: {styles})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt’s platform plugin “{name}” is missing in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt’s platform “{platform}” knows of no screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite {version}: an upload of {rows} rows was written down and found again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings in {settings}, record of uploads in {data}, logs in {logs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain cannot be used from here ({fault}): keys of accounts are kept only until exogui is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log holds a whole phone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice upload ended as “{state}” and does not add up ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended there (status {status}). {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of uploads cannot be kept: {fault}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report could not be written to {file}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The style Fusion is missing; there are {styles}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system trusts no authority, so no connection to Exotel can be made. Install ca-certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window does not show the sample contacts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The window shows {n} sample contacts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is no screen here, so it was only tried without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries every part of this installation of exogui, without the internet, and changes nothing: neither settings nor history nor keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying every part of exogui; this takes a few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two programs could work on one upload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an organisation sets cannot be read by this installation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is logged does not reach the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Windows trusts {n} authorities</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>XlsxWriter {version}: a workbook was written and read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a later start finds the window that is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>email-validator {version}: right and wrong addresses are told apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exogui {version}, {kind}, in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filelock {version}: one program at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>installed program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macOS decides whom to trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phonenumbers {version}: plans of {countries} countries, service numbers of {short}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the report to this file instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written, without phone numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read as a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keychain} does not give back what it was given, or keeps what it should forget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keychain}: a secret was kept, came back, and is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} icons are drawn</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of {all} parts do not work: {names}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pictures can be read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} sample contacts can be read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} settings of your organisation are in force, from {places}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} trusted authorities</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{openssl}, {store}; a certificate that nobody vouches for was refused ({refusal})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sent} sent: {successful} added, {already_there} already there, {refused} refused; it adds up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{platform}”, {width} × {height} at {ratio}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sending</name>
    <message>
        <source>Add an account to upload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds the contacts to this Exotel list. Leave it empty to add them to no list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the column with the phone numbers first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel goes on with the file by itself. Only exogui stops asking how it went; you can let it ask again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel has accepted the file and is working through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel has the file. Nothing is lost; it goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Exotel has trouble answering. Trying again in {n} seconds</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Exotel is done with the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel is processing your contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel makes a second contact with the same phone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel takes nothing before the whole file has arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching the rows that Exotel refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting the file ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If a contact is already in Exotel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List ID (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No connection to Exotel. Trying again in {n} seconds</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No row is ready. Fix a row first, or send rows with problems too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been taken yet. It goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost; it goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to upload yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the account details. Your rows stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Processing {n} contacts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Progress of the upload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that must be fixed are not sent. They stay in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send them too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending {sent} of {total} KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending {sent} of {total} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sends the first {n} contacts that are ready, so that you see what becomes of them. The others follow when you say so, as the same upload.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sends the {n} rows that must be fixed as they are. Exotel will probably refuse them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sent {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops here. Exotel has taken nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops here. Exotel takes nothing before the whole file has arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops here. What Exotel has it goes on with by itself; what has not been sent stays here and can follow later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact in Exotel gets the values of this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact in Exotel stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list is longer than Exotel takes in one file, so it goes out in several, one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole file is on its way. If you stop now, nobody can tell from here whether Exotel took it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole file went out. Exotel says in a moment whether it takes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer slept. Asking Exotel how far it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file has no rows. Open another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Try {n} first</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Update it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upload under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Upload {n} contacts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Uploading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for Exotel to take the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Waiting {n} seconds because Exotel asked for a pause</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Your own file is not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about {n} minutes left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about {n} seconds left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>e.g. list_8841</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taking longer than Exotel expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} contacts done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} rows stay here</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows with problems go too</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}, done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}, now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}, still to come</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sent_before</name>
    <message>
        <source>Don’t send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel skips those that it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel updates those that it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These very rows belong to an upload that has not ended: another window or a scheduled run is sending them, or they were left over. Look under History.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was sent before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You sent these very rows to this account {when}: {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} days ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of these {rows} numbers were sent to this account before.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“Create again” makes a second contact of each one that Exotel has already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>updates</name>
    <message>
        <source>Don’t remind me of this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell me about new versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The browser did not open. The page is {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exogui {version} is out. You have {running}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>uploads</name>
    <message>
        <source>A value is not written the way Exotel expects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the row to suit, or ask Exotel about the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it with the contact: + and country code first, then every digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the row with its neighbours, or ask Exotel about the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the e-mail address, or empty it: it is not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the phone number, or leave this row out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel cannot call this phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel refused this row without saying why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for unusual characters or overlong values in this row, and shorten or remove them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do, or upload it again with “Update it” to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove contacts in Exotel, or ask for a higher limit. Then upload this row again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows wait here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Exotel account is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The e-mail address is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone number is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This contact is already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} added or updated</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} already there</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} at Exotel</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} refused</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} unknown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>About exogui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An upload is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An upload is under way. Wait for it to end, or cancel it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file was opened before the upload began, so nothing was sent. Press Upload to send this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts files (*.csv *.txt *.tsv *.xlsx *.xls *.xlsb *.ods)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the key and token once more; exogui goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel does not accept this sign-in any more. Enter the key and token once more; the upload waits and then goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exotel has taken the file and goes on processing it by itself. If you close exogui now, it asks Exotel at its next start how it went.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget my changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file at a time: {file} is open. Not opened: {others}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a contacts file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {file}: {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows can be saved as .xlsx or .csv. Choose a name that ends in one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save refused rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that exogui did not expect ({kind}). Your file is unchanged. Try again; if it happens again, send the log to the people who support exogui: {log}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is the file the contacts came from, and exogui never changes it. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account list could not be read or written: {reason}. Check that you may write to your own settings folder, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is still going out. If you close exogui now, sending stops before the whole file has left this computer, and Exotel adds nothing from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved accounts could not be understood, so they were set aside as {file}. Add your account again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole file went out and Exotel has not answered yet. If you close exogui now, nobody can tell from here whether Exotel took it, and you will be asked at the next start what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until you close exogui, the account can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have changed cells of {file} here, and they have not been uploaded. The file itself stays as it was, so leaving this table forgets the changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at Exotel, which had not finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exogui is still working on the table. Nothing was sent; press Upload when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is opened as soon as the dialog is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {more} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} cells were left alone: nothing is certain about them. Look at each of them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The keychain of this computer has no key for “{name}”. Enter the key and token once more; exogui goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These rows do not fit into an Excel workbook. Save them as CSV instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working: {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exogui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exogui {version} gets contact lists into Exotel. It is free software under the MIT licence and is not made by Exotel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known whether it arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be saved: {reason}. Close it in other programs, or save it in another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has a header and no contact below it. Check that this is the file you meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} – exogui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} and its keys are gone from this computer. Nothing changed in Exotel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} cells repaired.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} refused</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} refused rows saved to {file}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{stem} – refused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
