; The setup program of exogui for Windows (NSIS 3.08 or newer). packaging/windows_installers.py compiles it and
; defines TARGET, VERSION, FILES (commands that extract the bundle), LIST (what it consists of), EXTENSIONS_FILE, SIZE_KB, ICON,
; LICENCE, SETUP (the file to make), and SIGN (a command; only where there is a certificate).
;
;   /S               says and asks nothing
;   /CurrentUser     for this person, without administrator rights; so it is without a switch
;   /AllUsers        for everyone on this computer; needs administrator rights
;   /D=FOLDER        where to; the last switch, without quotation marks
;
; The exit codes are Windows' own, see exit_codes.nsh. packaging/IT.md explains all of this to IT.

Target "${TARGET}"
Unicode true
SetCompressor /SOLID lzma
SetCompressorDictSize 32
AllowSkipFiles off ; a silent setup would go on without a file that it could not write
SetDateSave off ; the same files make the same setup program, whenever they were copied
RequestExecutionLevel user
ManifestSupportedOS Win10
ManifestDPIAware true
ManifestDPIAwareness "PerMonitorV2,System"
ManifestLongPathAware true

!define NAME "exogui"
!define PUBLISHER "exogui contributors"
!define APP_USER_MODEL_ID "exogui.exogui"
!define OLDEST_WINDOWS_BUILD 17763 ; Windows 10 1809, the oldest that Qt 6.11 supports
!define LIST_NAME "installed-files.txt"
!define UNINSTALL_KEYS "Software\Microsoft\Windows\CurrentVersion\Uninstall"
!define UNINSTALL_KEY "${UNINSTALL_KEYS}\${NAME}"

Name "${NAME}"
BrandingText "${NAME} ${VERSION}"
OutFile "${SETUP}"
AllowRootDirInstall false
AutoCloseWindow true
ShowInstDetails nevershow
ShowUninstDetails nevershow
SpaceTexts none ; there is a check of our own, which silent setups need as well

VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${NAME} setup"
VIAddVersionKey CompanyName "${PUBLISHER}"
VIAddVersionKey LegalCopyright "Copyright ${PUBLISHER}, MIT licence"

!include MUI2.nsh
!include LogicLib.nsh
!include nsDialogs.nsh
!include FileFunc.nsh
!include TextFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include x64.nsh
!include WinMessages.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh

; What runs before the files are extracted comes first in the solid archive.
ReserveFile /plugin System.dll
ReserveFile /plugin UserInfo.dll
ReserveFile /plugin nsDialogs.dll

Var AllUsers   ; 1 or 0
Var GivenFolder ; of /D=
Var OldVersion ; what is installed for this mode, empty when nothing is
Var OldFolder

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_CUSTOMFUNCTION_ABORT on_cancelled

!include "${EXTENSIONS_FILE}"
!include exit_codes.nsh
!include one_at_a_time.nsh
!include file_lists.nsh
!include registration.nsh
!include start_menu.nsh

!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
Page custom ask_for_whom use_answer_for_whom
!define MUI_PAGE_CUSTOMFUNCTION_PRE skip_when_upgrading
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
Page custom show_end start_when_asked

UninstPage custom un.ask_about_data un.use_answer_about_data
!insertmacro MUI_UNPAGE_INSTFILES

!include install.nsh
!include uninstall.nsh

!insertmacro MUI_LANGUAGE English ; the first is for all languages that are not here
!insertmacro MUI_LANGUAGE Hindi
!include english.nsh
!include hindi.nsh

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
!endif
