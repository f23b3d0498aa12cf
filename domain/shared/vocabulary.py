"""Words that more than one capability uses, spelled as the sector spells them."""

from datetime import date
from enum import StrEnum
from typing import NewType
from uuid import UUID

CaseId = NewType("CaseId", UUID)
ReferralId = NewType("ReferralId", UUID)
OfferId = NewType("OfferId", UUID)
PlacementId = NewType("PlacementId", UUID)
SettingId = NewType("SettingId", UUID)
ProviderId = NewType("ProviderId", UUID)
ContractId = NewType("ContractId", UUID)
AdmissionId = NewType("AdmissionId", UUID)
BlockId = NewType("BlockId", UUID)
JointServiceId = NewType("JointServiceId", UUID)
PanelId = NewType("PanelId", UUID)
AgendaItemId = NewType("AgendaItemId", UUID)
EventId = NewType("EventId", UUID)

Pence = NewType("Pence", int)
"""Money, in whole pence. Never a float."""

Subject = NewType("Subject", str)
"""An officer or provider user, by the identity issuer's own opaque name."""


class LegalStatus(StrEnum):
    """The legal basis on which a child is looked after or helped, in our own words.

    Source: docs/domain/02, 2.1; the national codes are mapped in `returns`.
    """

    CHILD_IN_NEED = "child_in_need"
    ACCOMMODATED = "accommodated"
    SHORT_BREAKS = "short_breaks"
    INTERIM_CARE_ORDER = "interim_care_order"
    CARE_ORDER = "care_order"
    REMAND = "remand"
    POLICE_PROTECTION = "police_protection"
    EMERGENCY_PROTECTION = "emergency_protection"
    CHILD_ASSESSMENT_ORDER = "child_assessment_order"
    FREEING_ORDER = "freeing_order"
    PLACEMENT_ORDER = "placement_order"
    NOT_LOOKED_AFTER = "not_looked_after"
    CARE_LEAVER = "care_leaver"


NOT_IN_CARE = frozenset(
    {
        LegalStatus.CHILD_IN_NEED,
        LegalStatus.NOT_LOOKED_AFTER,
        LegalStatus.CARE_LEAVER,
    }
)


class Provision(StrEnum):
    """What kind of home a placement is in."""

    FOSTERING = "fostering"
    CHILDRENS_HOME = "childrens_home"
    SECURE_HOME = "secure_home"
    SUPPORTED_ACCOMMODATION = "supported_accommodation"
    RESIDENTIAL_SCHOOL = "residential_school"
    RESIDENTIAL_CARE_HOME = "residential_care_home"
    HEALTH = "health"
    FAMILY_CENTRE = "family_centre"
    CUSTODY = "custody"
    WITH_PARENTS = "with_parents"
    ADOPTION = "adoption"
    RESIDENTIAL_EMPLOYMENT = "residential_employment"
    TEMPORARY = "temporary"
    OTHER_ARRANGEMENTS = "other_arrangements"


RESIDENTIAL = frozenset(
    {
        Provision.CHILDRENS_HOME,
        Provision.SECURE_HOME,
        Provision.RESIDENTIAL_SCHOOL,
        Provision.RESIDENTIAL_CARE_HOME,
    }
)
"""Residential care, as the residential panel goes through it every month (2-051; A)."""


class Locality(StrEnum):
    """Where a home lies, seen from the responsible authority (docs/domain/00, 0.3)."""

    IN_AREA = "in_area"
    ADJOINING = "adjoining"
    AT_A_DISTANCE = "at_a_distance"
    NOT_KNOWN = "not_known"


def birthday(born_on: date, age: int) -> date:
    """The day on which a child reaches an age; 1 March for one born on 29 February."""
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:
        return date(born_on.year + age, 3, 1)


def age_on(born_on: date, day: date) -> int:
    """Age in completed years: attained at the start of the birthday (6-39)."""
    years = day.year - born_on.year
    return years if birthday(born_on, years) <= day else years - 1
