"""The thirteen sections of a referral, and which of them each route needs (7.1)."""

from enum import StrEnum

from domain.referral.codes import Duration, LocationChoice, Sharing
from domain.shared.messages import Value
from domain.shared.money import Amount
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Provision


class SectionName(StrEnum):
    REQUEST = "request"
    CHILD = "child"
    CONTACTS = "contacts"
    HISTORY = "history"
    NEEDS = "needs"
    RISK = "risk"
    EDUCATION = "education"
    HEALTH = "health"
    IDENTITY = "identity"
    FAMILY = "family"
    PLANS = "plans"
    VIEWS = "views"
    BUDGET = "budget"


# 7.1 asks of risk and family only a part in an emergency: something is written there, and
# the rest may follow. The child's view is asked for separately, "if obtainable".
EMERGENCY_MINIMUM = (
    SectionName.REQUEST,
    SectionName.CHILD,
    SectionName.CONTACTS,
    SectionName.RISK,
    SectionName.FAMILY,
)


class SectionText(Value):
    """What was written in one section."""

    name: SectionName
    text: Sealed[str]


class RequestDetails(Value):
    """The coded part of sections 1 and 13. What is not yet known is absent.

    `indicative_weekly` is whole pence a week: about what the home may cost (4-111).

    Of brothers and sisters it says whether they are to stay `together`, and if not, why.
    """

    provision: Provision | None = None
    lot_wanted: str | None = None
    duration: Duration | None = None
    location: LocationChoice | None = None
    sharing: Sharing | None = None
    indicative_weekly: Amount | None = None
    together: bool | None = None
    apart_because: Sealed[str] | None = None
