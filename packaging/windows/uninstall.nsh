; The uninstaller. /S says and asks nothing and keeps the person's data; /RemoveData removes those as well.

Var RemoveData ; 1 or 0
Var RemoveDataBox

Function un.onInit
  SetRegView 64
  StrCpy $RemoveData 0
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/RemoveData" $1
  ${IfNot} ${Errors}
    StrCpy $RemoveData 1
  ${EndIf}
  StrCpy $AllUsers 0
  SetShellVarContext current
  ReadRegStr $0 HKLM "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $0 == $INSTDIR
    StrCpy $AllUsers 1
    SetShellVarContext all
    Call un.need_admin
  ${EndIf}
FunctionEnd

Function un.need_admin
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 == "Admin"
    Return
  ${EndIf}
  ${If} ${Silent}
    SetErrorLevel ${EXIT_NEEDS_ADMIN}
    Quit
  ${EndIf}
  ClearErrors
  ExecShell "runas" "$INSTDIR\uninstall.exe"
  ${If} ${Errors}
    ${EndWith} ${EXIT_NEEDS_ADMIN} "$(NEEDS_ADMIN)"
  ${EndIf}
  SetErrorLevel 0
  Quit
FunctionEnd

Function un.ask_about_data
  !insertmacro MUI_HEADER_TEXT "$(REMOVE_TITLE)" "$(REMOVE_SUBTITLE)"
  nsDialogs::Create 1018
  Pop $0
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^UninstallBtn)"
  ${NSD_CreateLabel} 0 10u 100% 24u "$(REMOVE_WHAT)"
  Pop $0
  ${If} $AllUsers == 1
    ; Whoever is the administrator here may not be the person: remove-data is for each person to run
    StrCpy $RemoveDataBox ""
    nsDialogs::Show
    Return
  ${EndIf}
  ${NSD_CreateCheckbox} 0 44u 100% 12u "$(REMOVE_DATA)"
  Pop $RemoveDataBox
  ${NSD_SetState} $RemoveDataBox $RemoveData
  ${NSD_CreateLabel} 12u 58u -12u 48u "$(REMOVE_DATA_DETAILS)"
  Pop $0
  nsDialogs::Show
FunctionEnd

Function un.use_answer_about_data
  ${If} $RemoveDataBox != ""
    ${NSD_GetState} $RemoveDataBox $RemoveData
  ${EndIf}
FunctionEnd

; Settings, history, files of uploads and keys are removed by the program itself, which knows where they are.
Function un.remove_data
  nsExec::ExecToLog '"$INSTDIR\exogui-cli.exe" remove-data --yes'
  Pop $0
  ${If} $0 != 0
    ${EndWith} ${EXIT_FAILED} "$(DATA_NOT_REMOVED)"
  ${EndIf}
FunctionEnd

Section "Uninstall"
  SetDetailsPrint none
  !insertmacro BeTheOnlyOne
  SetOutPath "$TEMP" ; a current folder cannot be removed
  InitPluginsDir
  ClearErrors
  CopyFiles /SILENT "$INSTDIR\${LIST_NAME}" "$PLUGINSDIR\list.txt"
  ${If} ${Errors}
    StrCpy $9 "$INSTDIR\${LIST_NAME}"
    ${EndWith} ${EXIT_FAILED} "$(NO_LIST)"
  ${EndIf}
  StrCpy $0 "$PLUGINSDIR\list.txt"
  StrCpy $1 $INSTDIR
  Call un.wait_until_unused
  ${If} $RemoveData = 1
    Call un.remove_data
  ${EndIf}
  !insertmacro UnregisterFileTypes
  Delete "$SMPROGRAMS\${NAME}.lnk"
  StrCpy $0 "$PLUGINSDIR\list.txt"
  StrCpy $1 $INSTDIR
  Call un.remove_listed
  !insertmacro UnregisterProgram
  RMDir "$INSTDIR"
  ${If} ${FileExists} "$INSTDIR\*.*"
    MessageBox MB_OK|MB_ICONINFORMATION "$(FOREIGN_FILES)" /SD IDOK
  ${EndIf}
SectionEnd
