; What is installed stands in a list beside it (UTF-16): files by their path inside the folder, then folders, which
; end in a backslash, the deepest first. Only what is listed is ever moved or removed.

; Read ${list} line by line into ${line}; ${each} is a macro that is inserted for each.
!macro ForEachListed list handle line each
  ClearErrors
  FileOpen ${handle} "${list}" r
  ${Unless} ${Errors}
    ${Do}
      ClearErrors
      FileReadUTF16LE ${handle} ${line}
      ${If} ${Errors}
        ${ExitDo}
      ${EndIf}
      ${TrimNewLines} "${line}" ${line}
      ${If} ${line} != ""
        !insertmacro ${each} ${line}
      ${EndIf}
    ${Loop}
    FileClose ${handle}
  ${EndUnless}
  ClearErrors
!macroend

; Set $9 to a file of $0 (a list) in $1 (a folder) that is in use or write-protected; empty when there is none.
; A program that runs can be opened by nobody for writing; the uninstaller itself may run, and can be renamed.
!macro FindOneInUse line
  StrCpy $3 "${line}" 1 -1
  ${If} $3 != "\"
  ${AndIf} $9 == ""
  ${AndIf} ${line} != "uninstall.exe"
  ${AndIf} ${FileExists} "$1\${line}"
    SetFileAttributes "$1\${line}" NORMAL
    ClearErrors
    FileOpen $4 "$1\${line}" a
    ${If} ${Errors}
      StrCpy $9 "${line}"
    ${Else}
      FileClose $4
    ${EndIf}
  ${EndIf}
!macroend

; Set $9 to a file of $0 (a list) that is in $1 (a folder), or that is not; empty when there is none.
!macro FindOneThere line
  StrCpy $3 "${line}" 1 -1
  ${If} $3 != "\"
  ${AndIf} $9 == ""
  ${AndIf} ${FileExists} "$1\${line}"
    StrCpy $9 "${line}"
  ${EndIf}
!macroend
!macro FindOneMissing line
  StrCpy $3 "${line}" 1 -1
  ${If} $3 != "\"
  ${AndIf} $9 == ""
  ${AndIfNot} ${FileExists} "$1\${line}"
    StrCpy $9 "${line}"
  ${EndIf}
!macroend

; Remove a file, or a folder in which nothing is left, from $1.
!macro RemoveOne line
  StrCpy $3 "${line}" 1 -1
  ${If} $3 == "\"
    RMDir "$1\${line}"
  ${Else}
    Delete "$1\${line}"
  ${EndIf}
!macroend

!macro FileListFunctions un

Function ${un}find_in_use
  StrCpy $9 ""
  !insertmacro ForEachListed $0 $2 $5 FindOneInUse
FunctionEnd

; Ask the person to close exogui until no file of $0 in $1 is in use. A silent setup waits five seconds, in which a
; program that is just being closed can end.
Function ${un}wait_until_unused
  StrCpy $6 0
  ${Do}
    Call ${un}find_in_use
    ${If} $9 == ""
      Return
    ${EndIf}
    ${If} ${Silent}
      IntOp $6 $6 + 1
      ${If} $6 > 10
        SetErrorLevel ${EXIT_IN_USE}
        Quit
      ${EndIf}
      Sleep 500
    ${ElseIf} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(STILL_RUNNING)" IDCANCEL`
      SetErrorLevel ${EXIT_CANCELLED}
      Quit
    ${EndIf}
  ${Loop}
FunctionEnd

; Remove what $0 lists from the folder $1.
Function ${un}remove_listed
  !insertmacro ForEachListed $0 $2 $5 RemoveOne
FunctionEnd

!macroend

!insertmacro FileListFunctions ""
!insertmacro FileListFunctions "un."

Function find_there
  StrCpy $9 ""
  !insertmacro ForEachListed $0 $2 $5 FindOneThere
FunctionEnd

Function find_missing
  StrCpy $9 ""
  !insertmacro ForEachListed $0 $2 $5 FindOneMissing
FunctionEnd

!macro RemoveFolder line
  StrCpy $3 "${line}" 1 -1
  ${If} $3 == "\"
    RMDir "$1\${line}"
  ${EndIf}
!macroend

; Remove the folders that $0 lists from $1, where nothing is left in them.
Function remove_listed_folders
  !insertmacro ForEachListed $0 $2 $5 RemoveFolder
FunctionEnd

; Move a file from $1 to $7, unless one before could not be moved ($9 names it).
!macro MoveOne line
  StrCpy $3 "${line}" 1 -1
  ${If} $3 != "\"
  ${AndIf} $9 == ""
  ${AndIf} ${FileExists} "$1\${line}"
    ${GetParent} "$7\${line}" $4
    CreateDirectory "$4"
    ClearErrors
    Rename "$1\${line}" "$7\${line}"
    ${If} ${Errors}
      StrCpy $9 "${line}"
    ${EndIf}
  ${EndIf}
!macroend

; Move what $0 lists from the folder $1 to the folder $7. $9 names the file that could not be moved, if any; those
; before it are moved then.
Function move_listed
  StrCpy $9 ""
  !insertmacro ForEachListed $0 $2 $5 MoveOne
FunctionEnd

!macro MoveListed list from to
  StrCpy $0 "${list}"
  StrCpy $1 "${from}"
  StrCpy $7 "${to}"
  Call move_listed
!macroend
!define MoveListed "!insertmacro MoveListed"
