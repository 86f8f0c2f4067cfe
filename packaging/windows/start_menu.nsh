; The entry in the Start menu. It carries the id by which the taskbar groups exogui's windows with it; the program
; gives its process the same id. NSIS's own command cannot set it, so Windows is asked through COM.

!macro AddToStartMenu
  SetOutPath "$INSTDIR" ; in which the shortcut starts the program
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\exogui.exe" "" "$INSTDIR\exogui.exe" 0 SW_SHOWNORMAL "" "$(DESCRIPTION)"
  SetOutPath "$PLUGINSDIR"
  Call identify_shortcut
!macroend

Function identify_shortcut
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P= 0
    Return
  ${EndIf}
  ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}", .r1)'
  ${IPersistFile::Load} $1 '("$SMPROGRAMS\${NAME}.lnk", ${STGM_READWRITE})'
  ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}", .r2)'
  ${If} $2 P<> 0
    System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r3'
    System::Call '*(&w64 "${APP_USER_MODEL_ID}")p.r4'
    System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_LPWSTR},,p r4,)p.r5'
    ${IPropertyStore::SetValue} $2 '(r3, r5)'
    ${IPropertyStore::Commit} $2 '()'
    System::Free $5
    System::Free $4
    System::Free $3
    ${IUnknown::Release} $2 '()'
    ${IPersistFile::Save} $1 '("$SMPROGRAMS\${NAME}.lnk", 1)'
  ${EndIf}
  ${IUnknown::Release} $1 '()'
  ${IUnknown::Release} $0 '()'
FunctionEnd
