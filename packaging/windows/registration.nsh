; What Windows is told: the entry under "Apps", and that exogui opens contacts files. It is offered under "Open
; with" beside other programs and takes no file type from them. Everything goes to HKCU or HKLM as the mode says
; (SHCTX). EXTENSIONS, from the program itself, inserts a macro for each file type.

!define FILE_CLASS "exogui.ContactsFile"
!define CLASSES "Software\Classes"
!define CAPABILITIES "Software\${NAME}\Capabilities"
!define APPLICATION "${CLASSES}\Applications\exogui.exe"
!define APP_PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths"

!macro RegisterExtension extension
  WriteRegStr SHCTX "${CLASSES}\${extension}\OpenWithProgids" "${FILE_CLASS}" ""
  WriteRegStr SHCTX "${APPLICATION}\SupportedTypes" "${extension}" ""
  WriteRegStr SHCTX "${CAPABILITIES}\FileAssociations" "${extension}" "${FILE_CLASS}"
!macroend

!macro UnregisterExtension extension
  DeleteRegValue SHCTX "${CLASSES}\${extension}\OpenWithProgids" "${FILE_CLASS}"
  !insertmacro DeleteEmptyKey "${CLASSES}\${extension}\OpenWithProgids"
  !insertmacro DeleteEmptyKey "${CLASSES}\${extension}"
!macroend

; A key that others have put something into stays.
!macro DeleteEmptyKey key
  DeleteRegKey /ifnosubkeys /ifnovalues SHCTX "${key}"
!macroend

; One that Windows always has for everyone, and for a person only when something is in it.
!macro DeleteEmptySystemKey key
  ${If} $AllUsers = 0
    !insertmacro DeleteEmptyKey "${key}"
  ${EndIf}
!macroend

!macro TellShell
  System::Call 'SHELL32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; SHCNE_ASSOCCHANGED
!macroend

!macro RegisterFileTypes
  WriteRegStr SHCTX "${CLASSES}\${FILE_CLASS}" "" "$(FILE_CLASS_NAME)"
  WriteRegStr SHCTX "${CLASSES}\${FILE_CLASS}" "AppUserModelID" "${APP_USER_MODEL_ID}"
  WriteRegStr SHCTX "${CLASSES}\${FILE_CLASS}\DefaultIcon" "" "$INSTDIR\exogui.exe,0"
  WriteRegStr SHCTX "${CLASSES}\${FILE_CLASS}\shell\open\command" "" '"$INSTDIR\exogui.exe" "%1"'
  WriteRegStr SHCTX "${APPLICATION}" "FriendlyAppName" "${NAME}"
  WriteRegStr SHCTX "${APPLICATION}" "AppUserModelID" "${APP_USER_MODEL_ID}"
  WriteRegStr SHCTX "${APPLICATION}\shell\open\command" "" '"$INSTDIR\exogui.exe" "%1"'
  WriteRegStr SHCTX "${CAPABILITIES}" "ApplicationName" "${NAME}"
  WriteRegStr SHCTX "${CAPABILITIES}" "ApplicationDescription" "$(DESCRIPTION)"
  WriteRegStr SHCTX "Software\RegisteredApplications" "${NAME}" "${CAPABILITIES}"
  WriteRegStr SHCTX "${APP_PATHS}\exogui.exe" "" "$INSTDIR\exogui.exe"
  !insertmacro EXTENSIONS RegisterExtension
  !insertmacro TellShell
!macroend

!macro UnregisterFileTypes
  !insertmacro EXTENSIONS UnregisterExtension
  DeleteRegKey SHCTX "${CLASSES}\${FILE_CLASS}"
  DeleteRegKey SHCTX "${APPLICATION}"
  !insertmacro DeleteEmptySystemKey "${CLASSES}\Applications"
  DeleteRegKey SHCTX "${CAPABILITIES}"
  !insertmacro DeleteEmptyKey "Software\${NAME}"
  DeleteRegValue SHCTX "Software\RegisteredApplications" "${NAME}"
  !insertmacro DeleteEmptySystemKey "Software\RegisteredApplications"
  DeleteRegKey SHCTX "${APP_PATHS}\exogui.exe"
  !insertmacro DeleteEmptySystemKey "${APP_PATHS}"
  !insertmacro TellShell
!macroend

!macro RegisterProgram
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\exogui.exe,0"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
!macroend

!macro UnregisterProgram
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  !insertmacro DeleteEmptySystemKey "${UNINSTALL_KEYS}"
!macroend
