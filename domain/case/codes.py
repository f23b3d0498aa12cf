"""National code lists, in words; the value of each is the code that the returns use.

Source: the SSDA903 return as the sector's validator reads it (docs/domain/08, P-11).
"""

from enum import StrEnum


class Sex(StrEnum):
    MALE = "M"
    FEMALE = "F"
    UNKNOWN = "U"


class Ethnicity(StrEnum):
    WHITE_BRITISH = "WBRI"
    WHITE_IRISH = "WIRI"
    TRAVELLER_OF_IRISH_HERITAGE = "WIRT"
    GYPSY_OR_ROMA = "WROM"
    OTHER_WHITE = "WOTH"
    WHITE_AND_BLACK_CARIBBEAN = "MWBC"
    WHITE_AND_BLACK_AFRICAN = "MWBA"
    WHITE_AND_ASIAN = "MWAS"
    OTHER_MIXED = "MOTH"
    INDIAN = "AIND"
    PAKISTANI = "APKN"
    BANGLADESHI = "ABAN"
    OTHER_ASIAN = "AOTH"
    CARIBBEAN = "BCRB"
    AFRICAN = "BAFR"
    OTHER_BLACK = "BOTH"
    CHINESE = "CHNE"
    ANY_OTHER = "OOTH"
    REFUSED = "REFU"
    NOT_YET_OBTAINED = "NOBT"


class CategoryOfNeed(StrEnum):
    """Why the child is helped; it stays the same for the whole period of care."""

    ABUSE_OR_NEGLECT = "N1"
    CHILDS_DISABILITY = "N2"
    PARENTS_ILLNESS_OR_DISABILITY = "N3"
    FAMILY_IN_ACUTE_STRESS = "N4"
    FAMILY_DYSFUNCTION = "N5"
    SOCIALLY_UNACCEPTABLE_BEHAVIOUR = "N6"
    LOW_INCOME = "N7"
    ABSENT_PARENTING = "N8"


class CeasingReason(StrEnum):
    """Why a child is no longer looked after."""

    ADOPTED_UNOPPOSED = "E11"
    ADOPTED_CONSENT_DISPENSED_WITH = "E12"
    DIED = "E2"
    OTHER_UK_COUNCIL_TOOK_OVER = "E3"
    HOME_TO_PARENTS_PLANNED = "E4A"
    HOME_TO_PARENTS_UNPLANNED = "E4B"
    HOME_WITHOUT_PARENTAL_RESPONSIBILITY = "E13"
    CHILD_ARRANGEMENTS_ORDER = "E41"
    GUARDIANSHIP_TO_RELATED_FORMER_CARER = "E45"
    GUARDIANSHIP_TO_OTHER_FORMER_CARER = "E46"
    GUARDIANSHIP_TO_RELATIVE_OR_FRIEND = "E47"
    GUARDIANSHIP_TO_SOMEONE_ELSE = "E48"
    INDEPENDENT_LIVING_SUPPORTED = "E5"
    INDEPENDENT_LIVING_UNSUPPORTED = "E6"
    ADULT_RESIDENTIAL_CARE = "E7"
    SENTENCED_TO_CUSTODY = "E9"
    REMAND_ENDED = "E14"
    FOUND_TO_BE_AN_ADULT = "E15"
    MOVED_ABROAD = "E16"
    STAYED_WITH_CARERS_AT_18 = "E17"
    ANYTHING_ELSE = "E8"


class Participation(StrEnum):
    """How the child took part in a statutory review."""

    UNDER_4 = "PN0"
    SPOKE = "PN1"
    ADVOCATE_SPOKE = "PN2"
    SHOWED_VIEWS_WITHOUT_WORDS = "PN3"
    GAVE_NO_VIEW = "PN4"
    ABSENT_ADVOCATE_BRIEFED = "PN5"
    ABSENT_VIEWS_SENT = "PN6"
    ABSENT_NO_VIEWS = "PN7"


class WorkerChange(StrEnum):
    """Why a child came to have another social worker."""

    FIRST_CONTACT = "FCONTA"
    MANAGING_CASELOADS = "MANAGE"
    WORKER_LEFT = "LEFTRL"
    RESTRUCTURE = "ORGRST"
    TRANSFER_BY_PROCESS = "TSPROC"
    ABSENCE_COVER = "ABSENC"
    CHILD_ASKED = "CHCHAN"
    PARENT_OR_CARER_ASKED = "PCCHAN"
    WORKER_DIED = "SWDIED"
    OTHER = "OTHERS"
