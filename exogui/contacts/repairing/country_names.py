"""The countries that a cell can name, by their codes and by the names that lists give them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from exogui.contacts.repairing.countries import calling_code_of

_COUNTRIES = """
    AC AC Ascension | AD AND Andorra | AE ARE United Arab Emirates / UAE / Emirates / Dubai
    | AF AFG Afghanistan | AG ATG Antigua & Barbuda | AI AIA Anguilla | AL ALB Albania | AM ARM Armenia
    | AO AGO Angola | AR ARG Argentina | AS ASM American Samoa | AT AUT Austria | AU AUS Australia
    | AW ABW Aruba | AX ALA Åland Islands | AZ AZE Azerbaijan | BA BIH Bosnia & Herzegovina / Bosnia
    | BB BRB Barbados | BD BGD Bangladesh / বাংলাদেশ | BE BEL Belgium | BF BFA Burkina Faso
    | BG BGR Bulgaria | BH BHR Bahrain | BI BDI Burundi | BJ BEN Benin
    | BL BLM St Barthelemy / Saint Barthélemy | BM BMU Bermuda | BN BRN Brunei / Brunei Darussalam
    | BO BOL Bolivia | BQ BES Caribbean Netherlands | BR BRA Brazil / Brasil
    | BS BHS Bahamas / The Bahamas | BT BTN Bhutan | BW BWA Botswana | BY BLR Belarus | BZ BLZ Belize
    | CA CAN Canada | CC CCK Cocos Islands | CD COD DR Congo / DRC | CF CAF Central African Republic
    | CG COG Republic of the Congo / Congo-Brazzaville | CH CHE Switzerland
    | CI CIV Côte d'Ivoire / Ivory Coast | CK COK Cook Islands | CL CHL Chile | CM CMR Cameroon
    | CN CHN China / 中国 / PRC | CO COL Colombia | CR CRI Costa Rica | CU CUB Cuba
    | CV CPV Cape Verde / Cabo Verde | CW CUW Curaçao | CX CXR Christmas Island | CY CYP Cyprus
    | CZ CZE Czech Republic / Czechia | DE DEU Germany / Deutschland | DJ DJI Djibouti | DK DNK Denmark
    | DM DMA Dominica | DO DOM Dominican Republic | DZ DZA Algeria | EC ECU Ecuador | EE EST Estonia
    | EG EGY Egypt | EH ESH Western Sahara | ER ERI Eritrea | ES ESP Spain / España | ET ETH Ethiopia
    | FI FIN Finland | FJ FJI Fiji | FK FLK Falkland Islands / Falklands | FM FSM Micronesia
    | FO FRO Faroe Islands | FR FRA France | GA GAB Gabon
    | GB GBR United Kingdom / UK / Great Britain / England / Scotland / Wales / Northern Ireland / Britain
    | GD GRD Grenada | GE GEO Georgia | GF GUF French Guiana | GG GGY Guernsey | GH GHA Ghana
    | GI GIB Gibraltar | GL GRL Greenland | GM GMB Gambia / The Gambia | GN GIN Guinea
    | GP GLP Guadeloupe | GQ GNQ Equatorial Guinea | GR GRC Greece | GT GTM Guatemala | GU GUM Guam
    | GW GNB Guinea-Bissau | GY GUY Guyana | HK HKG Hong Kong / 香港 | HN HND Honduras | HR HRV Croatia
    | HT HTI Haiti | HU HUN Hungary | ID IDN Indonesia | IE IRL Ireland | IL ISR Israel
    | IM IMN Isle of Man | IN IND India / Bharat / Hindustan / भारत / இந்தியா
    | IO IOT British Indian Ocean Territory | IQ IRQ Iraq | IR IRN Iran | IS ISL Iceland
    | IT ITA Italy / Italia | JE JEY Jersey | JM JAM Jamaica | JO JOR Jordan | JP JPN Japan / 日本
    | KE KEN Kenya | KG KGZ Kyrgyzstan | KH KHM Cambodia | KI KIR Kiribati | KM COM Comoros
    | KN KNA St Kitts & Nevis / Saint Kitts and Nevis | KP PRK North Korea | KR KOR South Korea / Korea
    | KW KWT Kuwait | KY CYM Cayman Islands | KZ KAZ Kazakhstan
    | LA LAO Laos / Lao People's Democratic Republic / Lao PDR | LB LBN Lebanon
    | LC LCA St Lucia / Saint Lucia | LI LIE Liechtenstein | LK LKA Sri Lanka | LR LBR Liberia
    | LS LSO Lesotho | LT LTU Lithuania | LU LUX Luxembourg | LV LVA Latvia | LY LBY Libya
    | MA MAR Morocco | MC MCO Monaco | MD MDA Moldova | ME MNE Montenegro | MF MAF Saint Martin
    | MG MDG Madagascar | MH MHL Marshall Islands | MK MKD North Macedonia | ML MLI Mali
    | MM MMR Myanmar / Burma | MN MNG Mongolia | MO MAC Macau / Macao | MP MNP Northern Mariana Islands
    | MQ MTQ Martinique | MR MRT Mauritania | MS MSR Montserrat | MT MLT Malta | MU MUS Mauritius
    | MV MDV Maldives | MW MWI Malawi | MX MEX Mexico / México | MY MYS Malaysia | MZ MOZ Mozambique
    | NA NAM Namibia | NC NCL New Caledonia | NE NER Niger | NF NFK Norfolk Island | NG NGA Nigeria
    | NI NIC Nicaragua | NL NLD Netherlands / Holland / The Netherlands | NO NOR Norway
    | NP NPL Nepal / नेपाल | NR NRU Nauru | NU NIU Niue | NZ NZL New Zealand | OM OMN Oman
    | PA PAN Panama | PE PER Peru | PF PYF French Polynesia | PG PNG Papua New Guinea
    | PH PHL Philippines / Pilipinas | PK PAK Pakistan / پاکستان | PL POL Poland
    | PM SPM St Pierre & Miquelon / Saint Pierre and Miquelon | PR PRI Puerto Rico
    | PS PSE Palestine / Palestinian Territories | PT PRT Portugal | PW PLW Palau | PY PRY Paraguay
    | QA QAT Qatar | RE REU Réunion | RO ROU Romania | RS SRB Serbia
    | RU RUS Russia / Russian Federation | RW RWA Rwanda
    | SA SAU Saudi Arabia / KSA / Saudi / Kingdom of Saudi Arabia | SB SLB Solomon Islands
    | SC SYC Seychelles | SD SDN Sudan | SE SWE Sweden | SG SGP Singapore / Singapura / 新加坡
    | SH SHN St Helena | SI SVN Slovenia | SJ SJM Svalbard & Jan Mayen | SK SVK Slovakia
    | SL SLE Sierra Leone | SM SMR San Marino | SN SEN Senegal | SO SOM Somalia | SR SUR Suriname
    | SS SSD South Sudan | ST STP Sao Tome & Principe | SV SLV El Salvador | SX SXM Sint Maarten
    | SY SYR Syria / Syrian Arab Republic | SZ SWZ Eswatini / Swaziland | TA TA Tristan da Cunha
    | TC TCA Turks & Caicos Islands | TD TCD Chad | TG TGO Togo | TH THA Thailand / ไทย / ประเทศไทย
    | TJ TJK Tajikistan | TK TKL Tokelau | TL TLS East Timor / Timor-Leste | TM TKM Turkmenistan
    | TN TUN Tunisia | TO TON Tonga | TR TUR Turkey / Türkiye / Turkiye | TT TTO Trinidad & Tobago
    | TV TUV Tuvalu | TW TWN Taiwan / 台灣 | TZ TZA Tanzania | UA UKR Ukraine | UG UGA Uganda
    | US USA United States / United States of America / America | UY URY Uruguay | UZ UZB Uzbekistan
    | VA VAT Vatican City / Holy See | VC VCT St Vincent / Saint Vincent and the Grenadines
    | VE VEN Venezuela | VG VGB British Virgin Islands | VI VIR US Virgin Islands
    | VN VNM Vietnam / Việt Nam | VU VUT Vanuatu | WF WLF Wallis & Futuna | WS WSM Samoa | XK XKX Kosovo
    | YE YEM Yemen | YT MYT Mayotte | ZA ZAF South Africa | ZM ZMB Zambia | ZW ZWE Zimbabwe
"""
"""ISO 3166-1: two letters, three letters, names; among them short and native ones."""

_IN_BRACKETS = re.compile(r"(.*?)\s*[(\[](.*?)[)\]]\s*")
_CALLING_CODE = re.compile(r"(?:\+|00)?([1-9][0-9]{0,2})(?:\.0)?")
_LONGEST = 60
_LONGEST_CODE = 3

_HEADERS = """
    country | country name | country code | country iso | country iso code | iso country code | iso code | iso
    | isd code | isd | dial code | dialling code | dialing code | calling code | phone country
    | phone country code | mobile country code | country calling code | country of residence | nation
    | nationality | land | pays | país | negara | quốc gia | ประเทศ | देश | நாடு | 国家 | 國家
    """


def is_country_header(cell: str) -> bool:
    """Whether a column of this name holds countries, or their codes."""
    return _key(cell) in _header_keys()


@cache
def _header_keys() -> frozenset[str]:
    return frozenset(map(_key, _HEADERS.split("|")))


def calling_code_named(cell: str) -> str | None:
    """The calling code that a cell names: ``IN``, ``IND``, ``India``, ``+91``, ``91``, ``India (+91)``.

    None for every other text, and for one that names two.
    """
    if not cell or len(cell) > _LONGEST:
        return None
    parts = _IN_BRACKETS.fullmatch(cell)
    texts = (cell,) if parts is None else (cell, *parts.groups())
    codes = {code for text in texts if (code := _named(text)) is not None}
    return codes.pop() if len(codes) == 1 else None


def _named(text: str) -> str | None:
    digits = _CALLING_CODE.fullmatch(text.strip())
    if digits is None:
        key = _key(text)
        is_code = len(key) <= _LONGEST_CODE
        if is_code and (key == "na" or key != text.strip().replace(".", "").casefold()):
            return None  # N/A, and NA for the same, are far more often that than Namibia
        return _calling_codes().get(key)
    return digits[1] if digits[1] in _calling_codes().values() else None


@cache
def _calling_codes() -> dict[str, str]:
    """Key of each name -> calling code."""
    codes: dict[str, str] = {}
    for entry in _COUNTRIES.split("|"):
        iso, iso3, names = entry.split(maxsplit=2)
        code = calling_code_of(iso)
        codes.update((_key(name), code) for name in (iso, iso3, *names.split("/")))
    return codes


def _key(name: str) -> str:
    """What is left of a name without case, spaces and punctuation; vowel signs stay."""
    folded = unicodedata.normalize("NFKC", name).casefold().replace("&", "and")
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LNM")
