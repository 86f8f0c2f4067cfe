; From the switches to the installed program. The new files are extracted beside the old ones and change places with
; them at the very end, by renaming: when the disk is full, or a file is in use, the old version stays as it was.

!define NEW_FOLDER "$INSTDIR\exogui-new"
!define OLD_FILES "$INSTDIR\exogui-old"

Function .onInit
  SetRegView 64
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_WINDOWS_BUILD}
    ${EndWith} ${EXIT_WINDOWS_TOO_OLD} "$(WINDOWS_TOO_OLD)"
  ${EndIf}
  StrCpy $GivenFolder $INSTDIR
  StrCpy $AllUsers ""
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/AllUsers" $1
  ${IfNot} ${Errors}
    StrCpy $AllUsers 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/CurrentUser" $1
  ${IfNot} ${Errors}
    ${If} $AllUsers == 1
      ${EndWith} ${EXIT_BAD_SWITCHES} "$(BAD_SWITCHES)"
    ${EndIf}
    StrCpy $AllUsers 0
  ${EndIf}
  ${If} $AllUsers == ""
  ${AndIf} ${Silent}
    StrCpy $AllUsers 0
  ${EndIf}
  ${If} $AllUsers != ""
    Call use_mode
  ${EndIf}
FunctionEnd

; Installing for everyone goes on in a process of its own where this one has no administrator rights.
Function need_admin
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 == "Admin"
    Return
  ${EndIf}
  ${If} ${Silent}
    SetErrorLevel ${EXIT_NEEDS_ADMIN}
    Quit
  ${EndIf}
  StrCpy $1 "/AllUsers"
  ${If} $GivenFolder != ""
    StrCpy $1 "/AllUsers /D=$GivenFolder"
  ${EndIf}
  ClearErrors
  ExecShell "runas" "$EXEPATH" "$1"
  ${If} ${Errors}
    ${EndWith} ${EXIT_NEEDS_ADMIN} "$(NEEDS_ADMIN)"
  ${EndIf}
  SetErrorLevel 0
  Quit
FunctionEnd

; Everything that follows from installing for everyone or for this person.
Function use_mode
  ${If} $AllUsers == 1
    Call need_admin
    ReadRegStr $0 HKLM "Software\${NAME}" "InstalledByMsi"
    ${If} $0 != ""
      ${EndWith} ${EXIT_OTHER_INSTALLED} "$(MSI_INSTALLED)"
    ${EndIf}
    StrCpy $0 "$PROGRAMFILES64\${NAME}"
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
    StrCpy $0 "$LOCALAPPDATA\Programs\${NAME}"
  ${EndIf}
  ReadRegStr $OldVersion SHCTX "${UNINSTALL_KEY}" "DisplayVersion"
  ReadRegStr $OldFolder SHCTX "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $GivenFolder != ""
    StrCpy $INSTDIR $GivenFolder
  ${ElseIf} $OldFolder != ""
    StrCpy $INSTDIR $OldFolder
  ${Else}
    StrCpy $INSTDIR $0
  ${EndIf}
  ${If} $OldVersion != ""
    ${VersionCompare} $OldVersion "${VERSION}" $0
    ${If} $0 == 1
      ${EndWith} ${EXIT_OTHER_INSTALLED} "$(NEWER_INSTALLED)"
    ${EndIf}
  ${EndIf}
FunctionEnd

Var ForMe
Var ForEveryone

Function ask_for_whom
  ${If} $AllUsers != ""
    Abort ; a switch has said it
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(FOR_WHOM_TITLE)" "$(FOR_WHOM_SUBTITLE)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 10u 100% 12u "$(FOR_ME)"
  Pop $ForMe
  ${NSD_CreateLabel} 12u 24u -12u 22u "$(FOR_ME_DETAILS)"
  Pop $0
  ${NSD_CreateRadioButton} 0 54u 100% 12u "$(FOR_EVERYONE)"
  Pop $ForEveryone
  ${NSD_CreateLabel} 12u 68u -12u 22u "$(FOR_EVERYONE_DETAILS)"
  Pop $0
  ReadRegStr $0 HKLM "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $0 == ""
    ${NSD_Check} $ForMe
    ${NSD_SetFocus} $ForMe
  ${Else}
    ${NSD_Check} $ForEveryone
    ${NSD_SetFocus} $ForEveryone
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function use_answer_for_whom
  StrCpy $AllUsers 0
  ${NSD_GetState} $ForEveryone $0
  ${If} $0 = ${BST_CHECKED}
    StrCpy $AllUsers 1
  ${EndIf}
  Call use_mode
  StrCpy $AllUsers "" ; so that the page is shown again on the way back
FunctionEnd

Function skip_when_upgrading
  ${If} $OldFolder != ""
    Abort
  ${EndIf}
FunctionEnd

; Set $0 to the free space of the drive with the folder $1, in KB.
Function free_space
  System::Call 'KERNEL32::GetDiskFreeSpaceExW(w r1, *l.r0, p 0, p 0)i.r2'
  ${If} $2 = 0
    StrCpy $0 ${SIZE_KB} ; nobody knows: extracting will show it
    IntOp $0 $0 * 2
  ${Else}
    System::Int64Op $0 / 1024
    Pop $0
  ${EndIf}
FunctionEnd

; The files need their space in the folder, and on their way there as much in the folder for temporary files.
!macro NeedSpace folder size_kb
  StrCpy $1 "${folder}"
  Call free_space
  System::Int64Op $0 < ${size_kb}
  Pop $2
  ${If} $2 <> 0
    StrCpy $8 "${folder}"
    IntOp $9 ${size_kb} / 1024
    Call end_without_space
  ${EndIf}
!macroend

Function end_without_space
  RMDir "$INSTDIR"
  ${EndWith} ${EXIT_DISK_FULL} "$(DISK_FULL)"
FunctionEnd

Function need_space
  ${GetRoot} "$INSTDIR" $3
  ${GetRoot} "$TEMP" $4
  ${If} $3 == $4
    IntOp $5 ${SIZE_KB} * 2
    !insertmacro NeedSpace "$INSTDIR" $5
  ${Else}
    StrCpy $5 ${SIZE_KB}
    !insertmacro NeedSpace "$INSTDIR" $5
    !insertmacro NeedSpace "$TEMP" $5
  ${EndIf}
FunctionEnd

; One folder can have several names: short ones, links, drives that stand for folders. What is taken for another
; one is emptied at the end, so a file tells whether it is the same.
Function know_folder_again
  ClearErrors
  GetTempFileName $0 $INSTDIR
  ${If} ${Errors}
    StrCpy $9 $INSTDIR
    ${EndWith} ${EXIT_FAILED} "$(CANNOT_WRITE)"
  ${EndIf}
  ${GetFileName} $0 $1
  ${If} ${FileExists} "$OldFolder\$1"
    StrCpy $OldFolder $INSTDIR
  ${EndIf}
  Delete $0
FunctionEnd

; A folder in which exogui is, or was being installed, may be written over; that of another program may not.
Function need_own_folder
  ${If} $OldFolder == $INSTDIR
  ${OrIf} ${FileExists} "$INSTDIR\${LIST_NAME}"
  ${OrIf} ${FileExists} "$INSTDIR\exogui.exe"
  ${OrIf} ${FileExists} "${NEW_FOLDER}\*.*"
    Return
  ${EndIf}
  StrCpy $0 "$PLUGINSDIR\new.txt"
  StrCpy $1 $INSTDIR
  Call find_there
  ${If} $9 == ""
  ${AndIf} ${FileExists} "${OLD_FILES}\*.*"
    StrCpy $9 "exogui-old"
  ${EndIf}
  ${If} $9 != ""
    ${EndWith} ${EXIT_FAILED} "$(NOT_OUR_FOLDER)"
  ${EndIf}
FunctionEnd

; A virus scanner may take a file away as soon as it is written.
Function need_every_file
  StrCpy $0 "$PLUGINSDIR\new.txt"
  StrCpy $1 "${NEW_FOLDER}"
  Call find_missing
  ${If} $9 != ""
    StrCpy $8 $9
    Call clean_up
    StrCpy $9 $8
    ${EndWith} ${EXIT_FAILED} "$(FILE_TAKEN_AWAY)"
  ${EndIf}
FunctionEnd

; The new files take the place of the old ones. Either all do, or none.
Function swap
  ${MoveListed} "$PLUGINSDIR\old.txt" "$INSTDIR" "${OLD_FILES}"
  ${If} $9 == ""
    ; What lies in the way without being listed: left by a setup that was cut off, or copied there by hand
    ${MoveListed} "$PLUGINSDIR\new.txt" "$INSTDIR" "${OLD_FILES}"
  ${EndIf}
  ${If} $9 == ""
    ${MoveListed} "$PLUGINSDIR\new.txt" "${NEW_FOLDER}" "$INSTDIR"
    ${If} $9 == ""
      Return
    ${EndIf}
    StrCpy $8 $9
    ${MoveListed} "$PLUGINSDIR\new.txt" "$INSTDIR" "${NEW_FOLDER}"
    StrCpy $9 $8
  ${EndIf}
  StrCpy $8 $9
  ${MoveListed} "$PLUGINSDIR\new.txt" "${OLD_FILES}" "$INSTDIR"
  ${If} $9 == ""
    ${MoveListed} "$PLUGINSDIR\old.txt" "${OLD_FILES}" "$INSTDIR"
  ${EndIf}
  ${If} $9 == ""
    RMDir /r "${OLD_FILES}"
  ${EndIf} ; else it holds the only copy of some files
  StrCpy $9 $8
  Call clean_up
  ${EndWith} ${EXIT_IN_USE} "$(CANNOT_REPLACE)"
FunctionEnd

Function clean_up
  SetOutPath "$PLUGINSDIR"
  RMDir /r "${NEW_FOLDER}"
  RMDir "$INSTDIR"
FunctionEnd

Function remove_old_version
  StrCpy $0 "$PLUGINSDIR\old.txt"
  StrCpy $1 $INSTDIR
  Call remove_listed_folders
  ${If} ${FileExists} "$PLUGINSDIR\elsewhere.txt"
    StrCpy $0 "$PLUGINSDIR\elsewhere.txt"
    StrCpy $1 $OldFolder
    Call remove_listed
    RMDir $OldFolder
  ${EndIf}
FunctionEnd

!macro WaitUntilUnused list folder
  StrCpy $0 "${list}"
  StrCpy $1 "${folder}"
  Call wait_until_unused
!macroend

Section "exogui"
  SectionIn RO
  SetDetailsPrint none ; names of files say nothing to a person
  !insertmacro BeTheOnlyOne
  ClearErrors
  CreateDirectory "$INSTDIR"
  ${If} ${Errors}
    StrCpy $9 $INSTDIR
    ${EndWith} ${EXIT_FAILED} "$(CANNOT_WRITE)"
  ${EndIf}
  InitPluginsDir
  File "/oname=$PLUGINSDIR\new.txt" "${LIST}"
  ${If} $OldFolder != ""
  ${AndIf} $OldFolder != $INSTDIR
    Call know_folder_again
  ${EndIf}
  Call need_own_folder
  CopyFiles /SILENT "$INSTDIR\${LIST_NAME}" "$PLUGINSDIR\old.txt"
  !insertmacro WaitUntilUnused "$PLUGINSDIR\old.txt" $INSTDIR
  !insertmacro WaitUntilUnused "$PLUGINSDIR\new.txt" $INSTDIR
  ${If} $OldFolder != ""
  ${AndIf} $OldFolder != $INSTDIR
    CopyFiles /SILENT "$OldFolder\${LIST_NAME}" "$PLUGINSDIR\elsewhere.txt"
    !insertmacro WaitUntilUnused "$PLUGINSDIR\elsewhere.txt" $OldFolder
  ${EndIf}
  Call need_space

  RMDir /r "${NEW_FOLDER}"
  !include "${FILES}"
  SetOutPath "${NEW_FOLDER}"
  File "/oname=${LIST_NAME}" "${LIST}"
  ClearErrors
  WriteUninstaller "${NEW_FOLDER}\uninstall.exe"
  ${If} ${Errors}
    Abort ; as File does by itself
  ${EndIf}
  SetOutPath "$PLUGINSDIR" ; a current folder cannot be moved
  Call need_every_file

  RMDir /r "${OLD_FILES}"
  Call swap
  RMDir /r "${OLD_FILES}"
  Call remove_old_version
  !insertmacro RegisterProgram
  !insertmacro RegisterFileTypes
  !insertmacro AddToStartMenu
  Call clean_up
SectionEnd

; Extracting failed, on a full disk say; NSIS has said so.
Function .onInstFailed
  SetErrorLevel ${EXIT_FAILED}
  Call clean_up
FunctionEnd

Function on_cancelled
  SetErrorLevel ${EXIT_CANCELLED}
FunctionEnd

Var StartBox

; exogui is never started with administrator rights: files could then not be dropped on it from Explorer.
Function show_end
  !insertmacro MUI_HEADER_TEXT "$(INSTALLED_TITLE)" "$(INSTALLED_SUBTITLE)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 10u 100% 24u "$(INSTALLED_WHERE)"
  Pop $0
  StrCpy $StartBox ""
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 != "Admin"
    ${NSD_CreateCheckbox} 0 44u 100% 12u "$(START_NOW)"
    Pop $StartBox
    ${NSD_Check} $StartBox
  ${EndIf}
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(FINISH)"
  GetDlgItem $0 $HWNDPARENT 3
  EnableWindow $0 0
  GetDlgItem $0 $HWNDPARENT 2
  EnableWindow $0 0
  nsDialogs::Show
FunctionEnd

Function start_when_asked
  ${If} $StartBox != ""
    ${NSD_GetState} $StartBox $0
    ${If} $0 = ${BST_CHECKED}
      SetOutPath "$INSTDIR"
      Exec '"$INSTDIR\exogui.exe"'
    ${EndIf}
  ${EndIf}
FunctionEnd
