; What NSIS does not say by itself, in English. hindi.nsh has the same keys.

!macro Say key text
  LangString ${key} ${LANG_ENGLISH} "${text}"
!macroend

!insertmacro Say DESCRIPTION "Gets contact lists into Exotel"
!insertmacro Say FILE_CLASS_NAME "Contacts file"
!insertmacro Say FOR_WHOM_TITLE "Who will use exogui?"
!insertmacro Say FOR_WHOM_SUBTITLE "This decides whether administrator rights are needed."
!insertmacro Say FOR_ME "&Only me"
!insertmacro Say FOR_ME_DETAILS "Needs no administrator rights. Nobody else who uses this computer sees exogui."
!insertmacro Say FOR_EVERYONE "&Everyone who uses this computer"
!insertmacro Say FOR_EVERYONE_DETAILS "Windows asks for an administrator. Each person keeps accounts and uploads of their own."
!insertmacro Say STILL_RUNNING "exogui is still open, or one of its files is in use ($9).$\r$\n$\r$\nClose exogui and press Retry. Nothing has been changed yet."
!insertmacro Say NEWER_INSTALLED "exogui $OldVersion is installed, which is newer than this version (${VERSION}).$\r$\n$\r$\nTo go back to ${VERSION}, uninstall exogui first; your accounts and uploads are kept."
!insertmacro Say MSI_INSTALLED "exogui was installed from an MSI package on this computer. Remove that first, or install exogui only for yourself."
!insertmacro Say NEEDS_ADMIN "Installing or removing exogui for everyone needs an administrator."
!insertmacro Say BAD_SWITCHES "/AllUsers and /CurrentUser exclude each other."
!insertmacro Say WINDOWS_TOO_OLD "exogui needs Windows 10, version 1809, or newer, with 64 bits."
!insertmacro Say DISK_FULL "There is not enough free space in $8: exogui needs $9 MB there.$\r$\n$\r$\nMake room and start the setup again. Nothing has been changed."
!insertmacro Say CANNOT_WRITE "Nothing can be written to $9.$\r$\n$\r$\nChoose another folder, or ask whoever looks after this computer."
!insertmacro Say CANNOT_REPLACE "The file $9 cannot be replaced.$\r$\n$\r$\nClose exogui and start the setup again. Everything is as it was before."
!insertmacro Say INSTALLED_TITLE "exogui is installed"
!insertmacro Say INSTALLED_SUBTITLE "Version ${VERSION}"
!insertmacro Say INSTALLED_WHERE "You find it in the Start menu, and under Open with for CSV files and Excel workbooks."
!insertmacro Say START_NOW "&Start exogui now"
!insertmacro Say FINISH "&Finish"
!insertmacro Say REMOVE_TITLE "Uninstall exogui"
!insertmacro Say REMOVE_SUBTITLE "Contacts that Exotel already has stay there."
!insertmacro Say REMOVE_WHAT "exogui will be removed from this computer. Your contacts files are not touched."
!insertmacro Say REMOVE_DATA "&Also remove my accounts, keys, history and settings"
!insertmacro Say REMOVE_DATA_DETAILS "This cannot be undone. What became of uploads that are still under way can then no longer be found out. If you leave this off, exogui knows all of it again when it is installed the next time."
!insertmacro Say DATA_NOT_REMOVED "Your accounts, keys, history and settings could not be removed completely. exogui stays installed, so that you can try again.$\r$\n$\r$\nClose exogui if it is open."
!insertmacro Say FOREIGN_FILES "exogui is uninstalled. The folder $INSTDIR holds other files, which were left alone."
!insertmacro Say NO_LIST "The list of what belongs to exogui is missing ($9), so nothing was removed.$\r$\n$\r$\nInstall exogui again, then uninstall it."

!macroundef Say
