"""Codes of the search: what is counted, and so is kept plain."""

from enum import StrEnum
from typing import Final, NewType
from uuid import UUID

from domain.shared import code_lists

InvitationId = NewType("InvitationId", UUID)

Code = code_lists.Code


MINI_COMPETITION: Final[Code] = "mini_competition"
DIRECT_AWARD: Final[Code] = "direct_award"
IN_HOUSE: Final[Code] = "in_house"
"""Codes of the routes by which this service knows a choice to be made; a council may have more."""


class Scope(StrEnum):
    """What is asked for. Support may be bought without a home (R-13)."""

    ACCOMMODATION = "accommodation"
    SUPPORT = "support"
    BOTH = "both"


class Duration(StrEnum):
    """How long the home is wanted for; short is up to six months (7.1)."""

    RESPITE = "respite"
    SHORT = "short"
    LONG = "long"


class Sharing(StrEnum):
    """Whether the home may be shared with other young people (7.1)."""

    SOLO = "solo"
    SHARED = "shared"
    EITHER = "either"


class LocationChoice(StrEnum):
    """Where the home is wanted, seen from the responsible authority (7.1)."""

    IN_AREA = "in_area"
    WITHIN_20_MILES = "within_20_miles"
    OUTSIDE = "outside"


class ViewsNotObtainable(StrEnum):
    """Why an emergency starts without the child's view (7.1, section 12)."""

    NOT_PRESENT = "not_present"
    TOO_DISTRESSED = "too_distressed"
    TOO_YOUNG = "too_young"
    DECLINED = "declined"


class InHouseOutcome(StrEnum):
    """What came of considering one of the council's own homes or carers."""

    NO_VACANCY = "no_vacancy"
    NOT_A_MATCH = "not_a_match"
    OUTSIDE_APPROVAL = "outside_approval"
    DECLINED = "declined"


class BypassReason(StrEnum):
    """Why the council's own homes and carers are not considered first (docs/domain/02, 2.2)."""

    EMERGENCY = "emergency"
    COURT_DIRECTION = "court_direction"
    SPECIALIST = "specialist"
    SIBLING = "sibling"
    RISK = "risk"


class MatchReleaseReason(StrEnum):
    """Why a home that was found in house is not pursued."""

    CHILD_REFUSED = "child_refused"
    HOME_WITHDREW = "home_withdrew"
    NOT_A_MATCH = "not_a_match"


class DeclineReason(StrEnum):
    """Why a provider does not offer (docs/domain/02, 2.3)."""

    NO_VACANCY = "no_vacancy"
    MATCH_RISK = "match_risk"
    STAFFING = "staffing"
    LOCATION = "location"
    PRICE = "price"
    OUTSIDE_STATEMENT_OF_PURPOSE = "outside_statement_of_purpose"
    OTHER = "other"


class Side(StrEnum):
    """Who speaks in a negotiation."""

    COUNCIL = "council"
    PROVIDER = "provider"


class OfferWithdrawalReason(StrEnum):
    """Why a provider takes its offer back."""

    PLACE_TAKEN = "place_taken"
    MATCH_RISK = "match_risk"
    STAFFING = "staffing"
    PRICE = "price"
    HOME_CLOSING = "home_closing"
    NEVER_MADE = "never_made"
    OTHER = "other"


class DeselectionReason(StrEnum):
    """Why the preferred offer is not pursued (docs/domain/02, 2.2)."""

    CHILD_REFUSED = "child_refused"
    PROVIDER_WITHDREW = "provider_withdrew"
    FUNDING_DECLINED = "funding_declined"
    IMPACT_ASSESSMENT_FAILED = "impact_assessment_failed"


class WithdrawalReason(StrEnum):
    """Why the search is called off (docs/domain/02, 2.2; the last counts in K-07)."""

    RETURNED_HOME = "returned_home"
    LEGAL_CHANGE = "legal_change"
    FOUND_IN_HOUSE = "found_in_house"
    CHILD_REFUSED = "child_refused"
    DUPLICATE = "duplicate"
    NONE_FOUND = "none_found"
    HOUSED_OTHERWISE = "housed_otherwise"


class OutcomeForChild(StrEnum):
    """What became of a child for whom no home was found (docs/domain/02, 2.2)."""

    STAYS_WHERE_PLACED = "stays_where_placed"
    WITH_FAMILY = "with_family"
    WITH_CONNECTED_PERSON = "with_connected_person"
    OTHER_COUNCILS_HOME = "other_councils_home"
    UNREGISTERED_HOME = "unregistered_home"
    HOSPITAL = "hospital"
    CUSTODY = "custody"
    NOT_KNOWN = "not_known"


class LapseReason(StrEnum):
    """Why an offer is no longer open."""

    REFERRAL_WITHDRAWN = "referral_withdrawn"
    OPEN_UNTIL_PASSED = "open_until_passed"
    CLOSED_UNFILLED = "closed_unfilled"
    PROVIDER_SUSPENDED = "provider_suspended"
    PROVIDER_LEAVING = "provider_leaving"


class WithdrawnBecause(StrEnum):
    """Why a provider is asked no longer, before it answered (6-48)."""

    PROVIDER_SUSPENDED = "provider_suspended"
    PROVIDER_LEAVING = "provider_leaving"
