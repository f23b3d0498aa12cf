"""Who the child is. Pure."""

from dataclasses import dataclass
from datetime import date

from domain.case.codes import Ethnicity, Sex
from domain.case.identity import BirthDateKind, Identity
from domain.shared.personal import Erased
from domain.shared.vocabulary import (
    age_on,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownIdentity:
    """Who the child is, by the latest word. What has been erased says so."""

    full_name: str | Erased | None
    known_as: tuple[str, ...] | Erased
    born_on: date | Erased
    birth_date_kind: BirthDateKind
    age_in_years: int | None
    sex: Sex
    ethnicity: Ethnicity


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
    )
