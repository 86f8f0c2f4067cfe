; Stands in for exogui.exe and exogui-cli.exe: writes down how it was called, and stays while a file is there.

Target "${TARGET}"
Unicode true
OutFile "${PROGRAM}"
SilentInstall silent
RequestExecutionLevel user
!include LogicLib.nsh
!include FileFunc.nsh

Section
  ${GetParameters} $0
  FileOpen $1 "$EXEDIR\called.txt" a
  FileSeek $1 0 END
  FileWrite $1 "$EXEFILE $0$\r$\n"
  FileClose $1
  ${While} ${FileExists} "$EXEDIR\stay.txt"
    Sleep 100
  ${EndWhile}
  ${If} ${FileExists} "$EXEDIR\fail.txt"
    SetErrorLevel 1
  ${EndIf}
SectionEnd
