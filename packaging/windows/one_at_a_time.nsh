; One setup program or uninstaller at a time, of this person or of everyone's exogui: two would move the same files.

!macro BeTheOnlyOne
  StrCpy $0 "Local"
  ${If} $AllUsers = 1
    StrCpy $0 "Global"
  ${EndIf}
  System::Call 'KERNEL32::CreateMutexW(p 0, i 0, w "$0\exogui-setup")p.r1 ?e'
  Pop $0
  ${If} $0 <> 0 ; ERROR_ALREADY_EXISTS; ERROR_ACCESS_DENIED where it is another person's
    ${EndWith} ${EXIT_IN_USE} "$(OTHER_SETUP)"
  ${EndIf}
!macroend
