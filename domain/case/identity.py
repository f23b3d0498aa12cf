"""Who the child is: names, dates of birth and identifiers, sealed under the child's file.

Names and postcodes that were replaced stay with the identity: the child must still be
found by them, and nothing that leaves the council may hold them (R-28; docs/domain/05, 5.4).
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints, model_validator

from domain.case.codes import Ethnicity, Sex
from domain.shared.messages import Value
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


def _in_capitals(said: object) -> object:
    return said.strip().upper() if isinstance(said, str) else said


Postcode = Annotated[
    str,
    # Before the length is looked at: some letters are two in capitals, and what is kept is read.
    BeforeValidator(_in_capitals),
    StringConstraints(min_length=1, max_length=10),
]
IdentifierKind = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]


class BirthDateKind(StrEnum):
    """What a date of birth rests on (6-46a)."""

    CLAIMED = "claimed"
    DOCUMENTED = "documented"
    ASSESSED = "assessed"


class BirthDate(Value):
    """One date of birth that somebody gave. Gates and clocks use the accepted one.

    `assessed_by` are those who assessed the age, where it rests on that.
    """

    born_on: Sealed[date]
    kind: BirthDateKind
    source: Sealed[str]
    recorded_on: date
    accepted: bool
    assessed_by: tuple[Subject, ...] = ()


class Identifier(Value):
    """What another register calls the child, such as `ssda903_child`, `nhs` or `upn`."""

    kind: IdentifierKind
    value: Sealed[Name]


class Unaccompanied(Value):
    """An unaccompanied asylum-seeking child; `until` is the day the status ends, if known.

    Sealed, because it is nearly always the 18th birthday.
    """

    until: Sealed[date | None] = None


class Identity(Value):
    """What is known of who the child is. A child from a return may have no name yet."""

    full_name: Sealed[Name | None] = None
    known_as: Sealed[tuple[Name, ...]] = ()
    former_names: Sealed[tuple[Name, ...]] = ()
    birth_dates: tuple[BirthDate, ...]
    sex: Sex
    ethnicity: Ethnicity
    identifiers: tuple[Identifier, ...] = ()
    home_postcode: Sealed[Postcode | None] = None
    former_postcodes: Sealed[tuple[Postcode, ...]] = ()
    unaccompanied: Unaccompanied | None = None

    @model_validator(mode="after")
    def _one_date_of_birth_is_accepted(self) -> "Identity":
        if [birth.accepted for birth in self.birth_dates].count(True) != 1:
            raise ValueError("accept exactly one date of birth")
        return self

    @property
    def accepted_birth(self) -> BirthDate:
        """The date of birth that is decided by, until another is accepted (6-46a)."""
        return next(birth for birth in self.birth_dates if birth.accepted)


class IdentityChange(Value):
    """What a rectification puts right or adds; what is left out stays as it was.

    That the child came alone may come to light at any time (R-247).
    """

    full_name: Sealed[Name | None] = None
    known_as: Sealed[tuple[Name, ...]] = ()
    birth_date: BirthDate | None = None
    identifiers: tuple[Identifier, ...] = ()
    home_postcode: Sealed[Postcode | None] = None
    unaccompanied: Unaccompanied | None = None
