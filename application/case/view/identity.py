"""Who the child is. Pure."""

from dataclasses import dataclass
from datetime import date

from domain.case.codes import Ethnicity, Sex
from domain.case.identity import BirthDate, BirthDateKind, Identity
from domain.shared.personal import Erased
from domain.shared.vocabulary import age_on


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBirth:
    """A date of birth that somebody gave, and whether it is the one that counts (6-46a)."""

    born_on: date | Erased
    kind: BirthDateKind
    source: str | Erased
    recorded_on: date
    accepted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownIdentity:
    """Who the child is, by the latest word. What has been erased says so.

    `births` are all dates of birth on record, in the order in which they came.
    """

    full_name: str | Erased | None
    known_as: tuple[str, ...] | Erased
    born_on: date | Erased
    birth_date_kind: BirthDateKind
    age_in_years: int | None
    sex: Sex
    ethnicity: Ethnicity
    births: tuple[ShownBirth, ...]


def identity(identity: Identity, day: date) -> ShownIdentity:
    birth = identity.accepted_birth
    return ShownIdentity(
        full_name=identity.full_name,
        known_as=identity.known_as,
        born_on=birth.born_on,
        birth_date_kind=birth.kind,
        age_in_years=None if isinstance(birth.born_on, Erased) else age_on(birth.born_on, day),
        sex=identity.sex,
        ethnicity=identity.ethnicity,
        births=tuple(_birth(each) for each in identity.birth_dates),
    )


def _birth(birth: BirthDate) -> ShownBirth:
    return ShownBirth(
        born_on=birth.born_on,
        kind=birth.kind,
        source=birth.source,
        recorded_on=birth.recorded_on,
        accepted=birth.accepted,
    )
