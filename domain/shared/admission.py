"""May this child live in this home from this day? The gates that every layer of the search asks.

They are evaluated on the start date. Decisions are refused by them; a start that has
happened is recorded with those it broke. Instruments: the Care Planning, Placement and
Case Review (England) Regulations 2010 (SI 2010/959) as amended; the Supported
Accommodation (England) Regulations 2023 (SI 2023/416).
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import partial

from domain.shared.approval import ApprovalTerms
from domain.shared.breaches import Gate
from domain.shared.errors import RuleBroken
from domain.shared.messages import Value
from domain.shared.terms import AgeRange, LotTerms
from domain.shared.vocabulary import ProviderId, Provision, SettingId, birthday


class Registration(StrEnum):
    """What a home's registration allows on one day."""

    VALID = "valid"
    NOT_NEEDED = "not_needed"
    NONE = "none"
    LAPSED = "lapsed"
    WRONG_KIND = "wrong_kind"


SUFFICES = frozenset({Registration.VALID, Registration.NOT_NEEDED})


class Home(Value):
    """A setting as its register shows it on one day."""

    setting_id: SettingId
    provider_id: ProviderId | None
    provision: Provision
    registration: Registration
    is_open: bool = True
    admissions_restricted: bool = False
    provider_suspended: bool = False
    ages: AgeRange | None = None
    approval: ApprovalTerms | None = None


class Under16InOtherArrangements(RuleBroken):
    code = "AGE_UNDER_16_OTHER_ARRANGEMENTS"
    title = "A child under 16 cannot be placed in other arrangements"
    cites = "SI 2010/959, reg. 27A"


class UnregisteredAt16Or17(RuleBroken):
    code = "AGE_16_17_UNREGISTERED"
    title = "A 16 or 17 year old cannot be placed in unregistered accommodation"
    cites = "SI 2010/959, reg. 27; SI 2023/416"


class AgeOutsideCategory(RuleBroken):
    code = "AGE_OUTSIDE_CATEGORY"
    title = "The child's age does not fit the lot, the category or the home's registered range"
    cites = "docs/domain/10, R-02"


class HomeNotOfLot(RuleBroken):
    code = "HOME_NOT_OF_LOT"
    title = "The home is not of the kind that the lot buys"
    cites = "seed row 4-094; docs/domain/10, R-61"


class SettingNotRegistered(RuleBroken):
    code = "SETTING_NOT_REGISTERED"
    title = "The home is not registered for this on that day"
    cites = "Care Standards Act 2000, s. 11"


class SettingNotOpen(RuleBroken):
    code = "SETTING_NOT_OPEN"
    title = "The home takes no new placements on that day"
    cites = "docs/domain/02, 2.9"


class SettingRestricted(RuleBroken):
    code = "SETTING_RESTRICTED"
    title = "New admissions to the home are restricted"
    cites = "Care Standards Act 2000, s. 22B"


class ProviderSuspended(RuleBroken):
    code = "PROVIDER_SUSPENDED"
    title = "A provider is suspended from new placements"
    cites = "docs/domain/02, 2.8"


class LocationRisk(RuleBroken):
    """Neither the area nor the reason is told: whoever reads the refusal may not know them."""

    code = "LOCATION_RISK"
    title = "The home lies in an area that this child is to be kept away from"
    cites = "seed row 4-031; docs/domain/07, 7.3"


OTHER_ARRANGEMENTS = frozenset({Provision.SUPPORTED_ACCOMMODATION, Provision.OTHER_ARRANGEMENTS})
NOT_BEFORE_16 = OTHER_ARRANGEMENTS | {Provision.RESIDENTIAL_EMPLOYMENT}


def require_16_for_other_arrangements(home: Home, born_on: date, day: date) -> None:
    """Refuse other arrangements before the 16th birthday. No officer may override it (6-35)."""
    # Reg. 27A lists the only other arrangements open to a child under 16; supported
    # accommodation and work that one lives at are not among them. Reg. 27B's exceptions were
    # not seen: default deny.
    sixteen = birthday(born_on, 16)
    if home.provision in NOT_BEFORE_16 and day < sixteen:
        raise Under16InOtherArrangements(f"The placement would start on {day}, before 16.")


def require_registered(home: Home, born_on: date, day: date) -> None:
    """Refuse a home whose registration is missing, lapsed or of the wrong kind that day.

    Supported accommodation is registered for those who are not yet 18 (2.9).
    """
    if home.registration in SUFFICES:
        return
    if home.provision in OTHER_ARRANGEMENTS and birthday(born_on, 18) <= day:
        return
    text = f"On {day} the home's registration is {home.registration.value}."
    in_between = birthday(born_on, 16) <= day < birthday(born_on, 18)
    if home.provision in OTHER_ARRANGEMENTS and in_between:
        raise UnregisteredAt16Or17(text)
    raise SettingNotRegistered(text)


def require_age_within(ages: AgeRange | None, born_on: date, day: date) -> None:
    """Refuse an age outside a lot's, a category's or a registration's range."""
    if ages is not None and not ages.admits(born_on, day):
        raise AgeOutsideCategory(
            f"It takes young people from {ages.first} to the day before {ages.before}."
        )


def require_kind(lot: LotTerms, home: Home) -> None:
    """Refuse a home of another kind than the lot is for (4-094)."""
    if home.provision is not lot.provision:
        bought, found = lot.provision.value, home.provision.value
        raise HomeNotOfLot(f"The lot is for {bought}; the home is {found}.")


def require_ends_in_time(lot: LotTerms, born_on: date, planned_end: date | None) -> None:
    """Refuse a plan to stay in the lot beyond the day before the birthday that ends it (R-02).

    The refusal names no day: it would tell the date of birth.
    """
    age = lot.ends_before_age
    if age is not None and planned_end is not None and planned_end >= birthday(born_on, age):
        raise AgeOutsideCategory(f"In this lot a placement is planned to end before the age {age}.")


def lot_gates(
    lot: LotTerms | None, home: Home | None, born_on: date, planned_end: date | None
) -> Sequence[Gate]:
    """What the lot asks besides its ages; nothing where the home is bought in none."""
    if lot is None:
        return []
    kind = [] if home is None else [partial(require_kind, lot, home)]
    return [*kind, partial(require_ends_in_time, lot, born_on, planned_end)]


def require_open(home: Home, day: date) -> None:
    if not home.is_open:
        raise SettingNotOpen(f"The home is not open on {day}.")
    if home.admissions_restricted:
        raise SettingRestricted(f"Admissions are restricted on {day}.")


def require_provider_active(home: Home, day: date) -> None:
    """Refuse a new placement with a provider that is suspended that day (6-48)."""
    if home.provider_suspended:
        raise ProviderSuspended(f"The provider is suspended on {day}.")


def require_away_from_risk(*, in_area_to_avoid: bool) -> None:
    """Refuse a home in an area to avoid (4-031).

    Asked by the council only, and of no provider's offer: from the answer it would learn
    what the area is.
    """
    if in_area_to_avoid:
        raise LocationRisk


def admission_gates(
    home: Home, born_on: date, day: date, category: AgeRange | None = None
) -> Sequence[Gate]:
    """Every gate between this child and this home on this day, the gravest first."""
    return [
        partial(require_16_for_other_arrangements, home, born_on, day),
        partial(require_registered, home, born_on, day),
        partial(require_age_within, home.ages, born_on, day),
        partial(require_age_within, category, born_on, day),
        partial(require_open, home, day),
        partial(require_provider_active, home, day),
    ]
