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


class AssuranceKind(StrEnum):
    """What a provider shows, for a time: the evidence of admission, and what it must have besides.

    Source: seed 004, 3.1.4 to 3.16. The council keeps where it was seen, and no document.
    """

    INSURANCE = "insurance"
    INFORMATION_SHARING_AGREEMENT = "information_sharing_agreement"
    POLICIES = "policies"
    REFERENCES = "references"
    REGISTRATION = "registration"
    POLICY_VERSIONS_ACKNOWLEDGED = "policy_versions_acknowledged"
    STAFFING_STATEMENT = "staffing_statement"
    INFORMATION_FOR_USERS = "information_for_users"
    VETTING_OF_STAFF = "vetting_of_staff"
    ALLEGATIONS_PROCEDURE = "allegations_procedure"
    RECRUITMENT_PRACTICE = "recruitment_practice"
    COMPLAINTS_PROCEDURE = "complaints_procedure"
    TRAINING = "training"
    QUALIFICATIONS = "qualifications"
    BUSINESS_CONTINUITY_PLAN = "business_continuity_plan"
    DATA_PROTECTION_TRAINING = "data_protection_training"
    THERAPEUTIC_MODEL = "therapeutic_model"
    SOCIAL_VALUE = "social_value"


class ExitParty(StrEnum):
    """Who ends it."""

    COUNCIL = "council"
    PROVIDER = "provider"


class Stage(StrEnum):
    """Where a provider stands on a day (docs/domain/02, 2.8)."""

    PROSPECTIVE = "prospective"
    APPLYING = "applying"
    REFUSED = "refused"
    ACTIVE = "active"
    SUSPENDED_NEW_PLACEMENTS = "suspended_new_placements"
    SUSPENDED_ALL = "suspended_all"
    EXITING = "exiting"
    EXITED = "exited"
    REMOVED = "removed"
