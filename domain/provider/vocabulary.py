"""Words of the register of providers."""

from enum import StrEnum


class Sector(StrEnum):
    """Who provides, by the code of the national return (docs/domain/07, 7.10)."""

    OWN_PROVISION = "PR1"
    OTHER_AUTHORITY = "PR2"
    OTHER_PUBLIC = "PR3"
    PRIVATE = "PR4"
    VOLUNTARY = "PR5"


class Evidence(StrEnum):
    """What must have been seen before a provider joins a lot (docs/domain/02, 2.8)."""

    INSURANCE = "insurance"
    INFORMATION_SHARING_AGREEMENT = "information_sharing_agreement"
    POLICIES = "policies"
    OUT_OF_HOURS_NUMBERS = "out_of_hours_numbers"
    REFERENCES = "references"
    REGISTRATION = "registration"


class SuspensionScope(StrEnum):
    """How far a suspension goes: new placements only, or all dealings."""

    NEW_PLACEMENTS = "new_placements"
    ALL = "all"
