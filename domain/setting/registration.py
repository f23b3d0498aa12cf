"""What a regulator or a fostering service says of a home, dated; and whether that suffices.

Instruments: the Care Standards Act 2000; the Supported Accommodation (England)
Regulations 2023 (SI 2023/416); the Fostering Services (England) Regulations 2011.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from domain.setting.codes import Code
from domain.setting.dated import Dated
from domain.shared.admission import Registration
from domain.shared.approval import ApprovalTerms
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import Provision


class RegistrationKind(StrEnum):
    CHILDRENS_HOME = "childrens_home"
    SECURE_HOME = "secure_home"
    SUPPORTED_ACCOMMODATION = "supported_accommodation"
    RESIDENTIAL_SCHOOL = "residential_school"
    FAMILY_CENTRE = "family_centre"
    FOSTER_APPROVAL = "foster_approval"
    """A household approved by the council's own fostering panel (R-14)."""
    TEMPORARY_APPROVAL = "temporary_approval"
    """A connected person approved for a while (SI 2010/959, reg. 24)."""
    FOSTERING_AGENCY = "fostering_agency"
    """A household of a registered independent fostering agency."""
    CARE_HOME = "care_home"
    """Registered with the Care Quality Commission."""


class RegistrationStatus(StrEnum):
    """How a registration stands with its regulator (docs/domain/02, 2.9)."""

    APPLIED = "applied"
    TRANSITIONAL = "transitional"
    """Accepted as complete before 28 October 2023: supported accommodation only (L-09)."""
    REGISTERED = "registered"
    RESTRICTED = "restricted"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"
    SURRENDERED = "surrendered"
    REFUSED = "refused"


class Regulator(StrEnum):
    """Who keeps the register that the entry is read from."""

    OFSTED = "ofsted"
    CQC = "cqc"
    FOSTERING_AGENCY = "fostering_agency"
    COUNCIL = "council"
    """The council's own fostering panel."""


class SupportedCategory(StrEnum):
    """The four of supported accommodation, which is registered by undertaking (2.9)."""

    SINGLE_OCCUPANCY = "single_occupancy"
    RING_FENCED_SHARED = "ring_fenced_shared"
    SHARED = "shared"
    """Shared and not ring-fenced (U)."""
    PRIVATE_RESIDENCE = "private_residence"
    """Supported lodgings, say (U)."""


class RegistrationEntry(Dated):
    """What the register says of one kind of registration from one day on.

    `urn` is the home's own number and `undertaking` that of who runs it, where the register
    is kept by undertaking. No `categories` means that the register names none.
    """

    kind: RegistrationKind
    urn: str | None
    places: int | None
    ages: AgeRange | None
    status: RegistrationStatus
    terms: ApprovalTerms | None = None
    regulator: Regulator | None = None
    undertaking: str | None = None
    categories: tuple[SupportedCategory, ...] = ()
    conditions: tuple[Code, ...] = ()

    def permits(self) -> bool:
        """Whether children may live there under it."""
        if self.status is RegistrationStatus.TRANSITIONAL:
            return self.kind is RegistrationKind.SUPPORTED_ACCOMMODATION
        return self.status in (RegistrationStatus.REGISTERED, RegistrationStatus.RESTRICTED)


APPROVED_BY_COUNCIL = frozenset(
    {RegistrationKind.FOSTER_APPROVAL, RegistrationKind.TEMPORARY_APPROVAL}
)
"""Whose homes need no approval under regulation 11, wherever they are (L-04, 6-56)."""

_SUPPORTED = frozenset({RegistrationKind.SUPPORTED_ACCOMMODATION})

NEEDED: Mapping[Provision, frozenset[RegistrationKind]] = {
    Provision.CHILDRENS_HOME: frozenset(
        {RegistrationKind.CHILDRENS_HOME, RegistrationKind.SECURE_HOME}
    ),
    Provision.SECURE_HOME: frozenset({RegistrationKind.SECURE_HOME}),
    Provision.SUPPORTED_ACCOMMODATION: _SUPPORTED,
    Provision.OTHER_ARRANGEMENTS: _SUPPORTED,
    # A school that boards children for more than 295 days a year is a children's home.
    Provision.RESIDENTIAL_SCHOOL: frozenset(
        {RegistrationKind.RESIDENTIAL_SCHOOL, RegistrationKind.CHILDRENS_HOME}
    ),
    Provision.FAMILY_CENTRE: frozenset({RegistrationKind.FAMILY_CENTRE}),
    Provision.FOSTERING: frozenset(
        {
            RegistrationKind.FOSTER_APPROVAL,
            RegistrationKind.TEMPORARY_APPROVAL,
            RegistrationKind.FOSTERING_AGENCY,
        }
    ),
}
"""The kinds that suffice. A provision that is not named needs none of ours: with parents,
adoption, health, custody, residential care, temporary, and residential employment (A)."""


def fit_entries(
    provision: Provision, entries: Sequence[RegistrationEntry]
) -> Sequence[RegistrationEntry]:
    """The entries of a kind that this provision needs."""
    return [entry for entry in entries if entry.kind in NEEDED.get(provision, frozenset())]


def in_force(
    provision: Provision, entries: Sequence[RegistrationEntry], day: date
) -> Sequence[RegistrationEntry]:
    """The entries of the right kind under which children may live there that day."""
    return [
        entry for entry in fit_entries(provision, entries) if entry.permits() and entry.covers(day)
    ]


def registration_on(
    provision: Provision, entries: Sequence[RegistrationEntry], day: date
) -> Registration:
    """Whether the registers suffice for this provision on a day; the gate's one question."""
    if provision not in NEEDED:
        return Registration.NOT_NEEDED
    if in_force(provision, entries, day):
        return Registration.VALID
    if any(entry.permits() and entry.from_ <= day for entry in fit_entries(provision, entries)):
        return Registration.LAPSED
    if any(entry.permits() and entry.covers(day) for entry in entries):
        return Registration.WRONG_KIND
    return Registration.NONE
