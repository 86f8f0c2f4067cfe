; What the setup program and the uninstaller end with: Windows' own error codes, which Intune and Configuration
; Manager show with their meaning. 0 is success, 1 that the person cancelled, 2 that something else went wrong.

!define EXIT_CANCELLED 1
!define EXIT_FAILED 2
!define EXIT_BAD_SWITCHES 87      ; ERROR_INVALID_PARAMETER
!define EXIT_DISK_FULL 112        ; ERROR_DISK_FULL
!define EXIT_NEEDS_ADMIN 740      ; ERROR_ELEVATION_REQUIRED
!define EXIT_WINDOWS_TOO_OLD 1150 ; ERROR_OLD_WIN_VERSION
!define EXIT_IN_USE 1618          ; ERROR_INSTALL_ALREADY_RUNNING: the code for which Intune tries again by itself
!define EXIT_OTHER_INSTALLED 1638 ; ERROR_PRODUCT_VERSION: a newer one, or one from an MSI package

; Say why, unless silent, and end with the code.
!macro EndWith code text
  MessageBox MB_OK|MB_ICONSTOP "${text}" /SD IDOK
  SetErrorLevel ${code}
  Quit
!macroend
!define EndWith "!insertmacro EndWith"
