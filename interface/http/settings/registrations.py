"""What a register says of a home: registrations, their ends, and exemptions for foster homes."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.case.codes import Sex
from domain.setting.codes import Code
from domain.setting.commands.register import (
    RecordFosteringExemption,
    RecordRegistration,
    RecordRegistrationEnded,
    RecordStatementOfPurpose,
)
from domain.setting.registration import (
    RegistrationKind,
    RegistrationStatus,
    Regulator,
    SupportedCategory,
)
from domain.shared.approval import ApprovalTerms
from domain.shared.terms import AgeRange
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.settings.register import PlaceCount
from interface.http.text import Body, ShortText

router = APIRouter(prefix="/settings/{setting_id}", tags=["settings"], responses=declared(404))


class SentAges(Body):
    """From the birthday `first` to the day before the birthday `before`."""

    first: int = Field(ge=0, le=25, strict=True)
    before: int = Field(ge=1, le=26, strict=True)

    def range(self) -> AgeRange:
        return AgeRange(first=self.first, before=self.before)


class SentFosterTerms(Body):
    """What an approval says besides number and ages (R-14)."""

    sex: Sex | None = None
    siblings_only: bool = False
    long_term_match_only: bool = False


class NewRegistration(Body):
    """What a register says of one kind of registration from a day on."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "kind": "childrens_home",
                "regulator": "ofsted",
                "urn": "SC000001",
                "places": 3,
                "ages": {"first": 10, "before": 18},
                "conditions": ["named_children_only"],
                "since": "2026-04-01",
            }
        }
    )

    kind: RegistrationKind
    urn: ShortText | None = None
    places: PlaceCount | None = None
    ages: SentAges | None = None
    status: RegistrationStatus = RegistrationStatus.REGISTERED
    foster_terms: SentFosterTerms | None = None
    regulator: Regulator | None = None
    undertaking: ShortText | None = Field(
        default=None, description="The number of who runs it, where the register is kept by that"
    )
    categories: list[SupportedCategory] = Field(default=[], max_length=4)
    conditions: list[Code] = Field(default=[], max_length=50)
    since: Day
    until: Day | None = None


class RegistrationEnd(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {"kind": "childrens_home", "on": "2026-11-01", "reason": "cancelled"}
        }
    )

    kind: RegistrationKind
    on: Day
    reason: Code


class FosteringExemption(Body):
    """More than the usual three may be fostered: by exemption, or as each other's siblings."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"places": 4, "since": "2026-04-01", "source": "named_exemption"}
        }
    )

    places: int = Field(ge=1, le=20, strict=True)
    since: Day
    until: Day | None = None
    source: Code


@router.post("/registrations", status_code=201)
def record_registration(
    setting_id: UUID,
    fact: NewRegistration,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_SETTINGS),
) -> CommandAnswer:
    """Record what a register says. A fact: if it leaves too few places, that is recorded too."""
    command = RecordRegistration(
        kind=fact.kind,
        urn=fact.urn,
        registered_places=fact.places,
        ages=fact.ages.range() if fact.ages else None,
        status=fact.status,
        terms=ApprovalTerms(**fact.foster_terms.model_dump()) if fact.foster_terms else None,
        regulator=fact.regulator,
        undertaking=fact.undertaking,
        categories=tuple(fact.categories),
        conditions=tuple(fact.conditions),
        from_=fact.since,
        until=fact.until,
    )
    receipt = caller.service.registers.settings.do(caller.occasion, setting_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/registration-ends", status_code=201)
def record_registration_ended(
    setting_id: UUID,
    fact: RegistrationEnd,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_REGISTRATION_END),
) -> CommandAnswer:
    """Record that a registration was refused, cancelled, surrendered or has expired."""
    command = RecordRegistrationEnded(kind=fact.kind, on=fact.on, reason=fact.reason)
    receipt = caller.service.registers.settings.do(caller.occasion, setting_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/fostering-exemptions", status_code=201)
def record_fostering_exemption(
    setting_id: UUID,
    fact: FosteringExemption,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_SETTINGS),
) -> CommandAnswer:
    """Record that more than three children may be fostered here (R-14)."""
    command = RecordFosteringExemption(
        places=fact.places, from_=fact.since, until=fact.until, source=fact.source
    )
    receipt = caller.service.registers.settings.do(caller.occasion, setting_id, command)
    return carried_out(caller.service, receipt, response)


class NewStatementOfPurpose(Body):
    """What the home says that it can meet, from a day on: codes of the council's list of needs."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"needs": ["trauma", "autism", "halal_food"], "since": "2026-04-01"}
        }
    )

    needs: list[Code] = Field(max_length=100)
    since: Day


@router.post("/statements-of-purpose", status_code=201)
def record_statement_of_purpose(
    setting_id: UUID,
    new: NewStatementOfPurpose,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_SETTINGS),
) -> CommandAnswer:
    """Record which needs the home says it can meet; searches show it, and it bars nobody."""
    command = RecordStatementOfPurpose(needs=tuple(new.needs), from_=new.since)
    receipt = caller.service.registers.settings.do(caller.occasion, setting_id, command)
    return carried_out(caller.service, receipt, response)
