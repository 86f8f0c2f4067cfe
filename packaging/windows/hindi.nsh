; What NSIS does not say by itself, in Hindi. english.nsh has the same keys.

!macro Say key text
  LangString ${key} ${LANG_HINDI} "${text}"
!macroend

!insertmacro Say DESCRIPTION "संपर्क सूचियाँ Exotel में पहुँचाता है"
!insertmacro Say FILE_CLASS_NAME "संपर्क फ़ाइल"
!insertmacro Say FOR_WHOM_TITLE "exogui का उपयोग कौन करेगा?"
!insertmacro Say FOR_WHOM_SUBTITLE "इसी से तय होता है कि व्यवस्थापक अधिकार चाहिए या नहीं।"
!insertmacro Say FOR_ME "&केवल मैं"
!insertmacro Say FOR_ME_DETAILS "व्यवस्थापक अधिकार नहीं चाहिए। इस कंप्यूटर के दूसरे उपयोगकर्ताओं को exogui नहीं दिखेगा।"
!insertmacro Say FOR_EVERYONE "इस कंप्यूटर के &सभी उपयोगकर्ता"
!insertmacro Say FOR_EVERYONE_DETAILS "Windows व्यवस्थापक की अनुमति माँगेगा। हर व्यक्ति के खाते और अपलोड अलग रहते हैं।"
!insertmacro Say STILL_RUNNING "exogui अभी खुला है, या उसकी कोई फ़ाइल उपयोग में है ($9)।$\r$\n$\r$\nexogui बंद करें और फिर से प्रयास करें। अभी तक कुछ नहीं बदला गया है।"
!insertmacro Say NEWER_INSTALLED "exogui $OldVersion पहले से इंस्टॉल है, जो इस संस्करण (${VERSION}) से नया है।$\r$\n$\r$\n${VERSION} पर लौटने के लिए पहले exogui अनइंस्टॉल करें; आपके खाते और अपलोड बने रहेंगे।"
!insertmacro Say MSI_INSTALLED "इस कंप्यूटर पर exogui एक MSI पैकेज से इंस्टॉल किया गया था। पहले उसे हटाएँ, या exogui केवल अपने लिए इंस्टॉल करें।"
!insertmacro Say NEEDS_ADMIN "सभी के लिए exogui इंस्टॉल करने या हटाने के लिए व्यवस्थापक चाहिए।"
!insertmacro Say BAD_SWITCHES "/AllUsers और /CurrentUser एक साथ नहीं दिए जा सकते।"
!insertmacro Say WINDOWS_TOO_OLD "exogui के लिए 64 बिट का Windows 10, संस्करण 1809, या उससे नया चाहिए।"
!insertmacro Say DISK_FULL "$8 में पर्याप्त खाली जगह नहीं है: exogui को वहाँ $9 MB चाहिए।$\r$\n$\r$\nजगह बनाएँ और सेटअप फिर से शुरू करें। कुछ भी नहीं बदला गया है।"
!insertmacro Say CANNOT_WRITE "$9 में कुछ भी लिखा नहीं जा सकता।$\r$\n$\r$\nकोई दूसरा फ़ोल्डर चुनें, या इस कंप्यूटर की देखरेख करने वाले से पूछें।"
!insertmacro Say CANNOT_REPLACE "फ़ाइल $9 बदली नहीं जा सकती।$\r$\n$\r$\nexogui बंद करें और सेटअप फिर से शुरू करें। सब कुछ पहले जैसा ही है।"
!insertmacro Say INSTALLED_TITLE "exogui इंस्टॉल हो गया है"
!insertmacro Say INSTALLED_SUBTITLE "संस्करण ${VERSION}"
!insertmacro Say INSTALLED_WHERE "यह स्टार्ट मेनू में मिलेगा, और CSV फ़ाइलों तथा Excel कार्यपुस्तिकाओं के लिए 'इससे खोलें' में भी।"
!insertmacro Say START_NOW "exogui अभी &शुरू करें"
!insertmacro Say FINISH "&समाप्त करें"
!insertmacro Say REMOVE_TITLE "exogui अनइंस्टॉल करें"
!insertmacro Say REMOVE_SUBTITLE "जो संपर्क Exotel में पहुँच चुके हैं, वे वहीं रहेंगे।"
!insertmacro Say REMOVE_WHAT "exogui इस कंप्यूटर से हटा दिया जाएगा। आपकी संपर्क फ़ाइलें वैसी ही रहेंगी।"
!insertmacro Say REMOVE_DATA "मेरे खाते, कुंजियाँ, इतिहास और सेटिंग &भी हटाएँ"
!insertmacro Say REMOVE_DATA_DETAILS "इसे वापस नहीं लाया जा सकता। जो अपलोड अभी चल रहे हैं, उनका क्या हुआ, यह फिर पता नहीं चल सकेगा। इसे न चुनें तो अगली बार इंस्टॉल करने पर exogui को सब कुछ याद रहेगा।"
!insertmacro Say DATA_NOT_REMOVED "आपके खाते, कुंजियाँ, इतिहास और सेटिंग पूरी तरह हटाए नहीं जा सके। exogui इंस्टॉल रहेगा, ताकि आप फिर से प्रयास कर सकें।$\r$\n$\r$\nअगर exogui खुला है तो उसे बंद करें।"
!insertmacro Say FOREIGN_FILES "exogui अनइंस्टॉल हो गया है। फ़ोल्डर $INSTDIR में दूसरी फ़ाइलें हैं, जिन्हें छोड़ दिया गया है।"
!insertmacro Say NO_LIST "exogui की फ़ाइलों की सूची नहीं मिली ($9), इसलिए कुछ भी नहीं हटाया गया।$\r$\n$\r$\nexogui फिर से इंस्टॉल करें, फिर अनइंस्टॉल करें।"

!macroundef Say
