"""Who a child is: a case is opened, found again, put right."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.case.search import FoundChild, Sought
from domain.case.codes import Ethnicity, Sex
from domain.case.commands import AmendIdentity
from domain.case.errors import PossibleDuplicate
from domain.case.identity import (
    BirthDate,
    BirthDateKind,
    Identifier,
    Identity,
    IdentityChange,
    Unaccompanied,
)
from domain.shared.envelope import StreamId
from domain.shared.moments import london_day
from domain.shared.personal import Erased
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Caller, Commanding, VersionSeen, commanding, reading
from interface.http.problems import declared
from interface.http.text import Body, LongText, ShortText, SubjectText

router = APIRouter(prefix="/cases", tags=["cases"])


class NewBirthDate(Body):
    """A date of birth and what it rests on."""

    born_on: Day
    kind: BirthDateKind = BirthDateKind.DOCUMENTED
    source: ShortText
    assessed_by: list[SubjectText] = Field(
        default=[], max_length=5, description="Who assessed the age: two, of who came alone"
    )


class NewIdentifier(Body):
    kind: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$", examples=["nhs"])
    value: ShortText


class NewUnaccompanied(Body):
    until: Day | None = None


class NewCase(Body):
    """A child whom the placements team is to work with. Sealed before it is kept."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "full_name": "Demo-Otter Brambleshade",
                "known_as": ["Otty"],
                "birth_date": {"born_on": "2009-09-14", "source": "birth certificate"},
                "sex": "F",
                "ethnicity": "WBRI",
                "home_postcode": "DE1 2GQ",
            }
        }
    )

    full_name: ShortText | None = None
    known_as: list[ShortText] = Field(default=[], max_length=20)
    birth_date: NewBirthDate
    sex: Sex
    ethnicity: Ethnicity = Ethnicity.NOT_YET_OBTAINED
    identifiers: list[NewIdentifier] = Field(default=[], max_length=20)
    home_postcode: ShortText | None = Field(default=None, max_length=10)
    unaccompanied: NewUnaccompanied | None = None
    not_a_duplicate_because: LongText | None = None

    def identity(self, recorded_on: date) -> Identity:
        return Identity(
            full_name=self.full_name,
            known_as=tuple(self.known_as),
            birth_dates=(_birth(self.birth_date, recorded_on),),
            sex=self.sex,
            ethnicity=self.ethnicity,
            identifiers=_identifiers(self.identifiers),
            home_postcode=self.home_postcode,
            unaccompanied=self.unaccompanied and Unaccompanied(until=self.unaccompanied.until),
        )


class IdentityAmendment(Body):
    """What is put right or added; what is left out stays as it was."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"known_as": ["Bramble"], "reason": "the child asked"}}
    )

    full_name: ShortText | None = None
    known_as: list[ShortText] = Field(default=[], max_length=20)
    birth_date: NewBirthDate | None = None
    identifiers: list[NewIdentifier] = Field(default=[], max_length=20)
    home_postcode: ShortText | None = Field(default=None, max_length=10)
    unaccompanied: NewUnaccompanied | None = None
    reason: LongText


class ChildSought(Body):
    """By name or known-as, date of birth or any id; every part that is given must match."""

    model_config = ConfigDict(json_schema_extra={"example": {"name": "Brambleshade"}})

    name: ShortText | None = None
    born_on: Day | None = None
    identifier: ShortText | None = None


class ChildFound(Body):
    case_id: UUID
    name: str | None
    born_on: date | None
    erased: bool


@router.post("", status_code=201, responses=declared(409))
def open_case(
    new: NewCase, response: Response, caller: Commanding = commanding(Action.OPEN_CASE)
) -> CommandAnswer:
    """Open a child's case, unless the child may be known already."""
    today = london_day(caller.occasion.now)
    try:
        receipt = caller.service.cases.open_case(
            caller.occasion, new.identity(today), new.not_a_duplicate_because
        )
    except PossibleDuplicate as refusal:
        for case_id in refusal.case_ids:
            caller.shown(StreamId(f"case-{case_id}"))
        raise
    location = f"/v1/cases/{receipt.ids['case_id']}"
    return carried_out(caller.service, receipt, response, location)


@router.post("/searches", responses=declared())
def find_children(
    sought: ChildSought, caller: Caller = reading(Action.FIND_CHILD)
) -> Sequence[ChildFound]:
    """Find children. By POST, so that no name stands in an address."""
    found = caller.service.people.find(
        caller.principal.authority, Sought(sought.name, sought.born_on, sought.identifier)
    )
    for child in found:
        caller.shown(StreamId(f"case-{child.case_id}"))
    return [_shown(child) for child in found]


@router.post(
    "/{case_id}/identity-amendments", status_code=201, responses=declared(404, 409, 412, 428)
)
def amend_identity(
    case_id: UUID,
    change: IdentityAmendment,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.AMEND_IDENTITY),
) -> CommandAnswer:
    """Put right or add to what is known of who the child is."""
    today = london_day(caller.occasion.now)
    command = AmendIdentity(
        change=IdentityChange(
            full_name=change.full_name,
            known_as=tuple(change.known_as),
            birth_date=change.birth_date and _birth(change.birth_date, today),
            identifiers=_identifiers(change.identifiers),
            home_postcode=change.home_postcode,
            unaccompanied=change.unaccompanied and Unaccompanied(until=change.unaccompanied.until),
        ),
        reason=change.reason,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.cases.do(caller.occasion, case_id, command, version_seen)
    return carried_out(caller.service, receipt, response)


def _birth(birth: NewBirthDate, recorded_on: date) -> BirthDate:
    told: dict[str, Any] = birth.model_dump()
    return BirthDate(**told, recorded_on=recorded_on, accepted=True)


def _identifiers(sent: Sequence[NewIdentifier]) -> tuple[Identifier, ...]:
    return tuple(Identifier(kind=each.kind, value=each.value) for each in sent)


def _shown(child: FoundChild) -> ChildFound:
    gone = isinstance(child.born_on, Erased)
    return ChildFound(
        case_id=child.case_id,
        name=None if isinstance(child.name, Erased) else child.name,
        born_on=None if isinstance(child.born_on, Erased) else child.born_on,
        erased=gone,
    )
