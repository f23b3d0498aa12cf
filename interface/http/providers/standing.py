"""What a provider has shown, whom to call, and how it leaves."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.provider.commands import (
    ProviderCommand,
    RecordAssurance,
    RecordContacts,
    RemoveProvider,
    StartExit,
)
from domain.provider.vocabulary import AssuranceKind, ExitParty
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.reference.publishing import HourOfDay
from interface.http.text import Body, CodeText, LongText, ShortText

router = APIRouter(
    prefix="/providers/{provider_id}", tags=["providers"], responses=declared(404, 409)
)


class NewAssurance(Body):
    """What was seen, where it is kept, and from when until when it holds; no document is sent."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "kind": "insurance",
                "reference": "Policy 7781, contracts folder",
                "since": "2026-04-01",
                "until": "2027-04-01",
            }
        }
    )

    kind: AssuranceKind
    reference: ShortText
    since: Day
    until: Day | None = None


class NewContacts(Body):
    """Its hours, seven days a week, and its numbers outside them."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "opens": "08:00",
                "closes": "20:00",
                "on_call": "01632 960001",
                "emergency_accommodation": "01632 960002",
                "languages": ["farsi", "sign_language"],
                "capabilities": ["complex_needs"],
                "since": "2026-04-01",
            }
        }
    )

    opens: HourOfDay
    closes: HourOfDay
    on_call: ShortText
    emergency_accommodation: ShortText | None = None
    languages: list[CodeText] = Field(default=[], max_length=50)
    capabilities: list[CodeText] = Field(default=[], max_length=50)
    since: Day


class NewExit(Body):
    """Who ends it, by when, and how the children are seen to."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "party": "provider",
                "last_day": "2026-12-31",
                "plan": "Two homes go to another operator; one child moves on as planned.",
            }
        }
    )

    party: ExitParty
    last_day: Day
    plan: LongText


class Removal(Body):
    """Who decided, why, and from which day."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "on": "2026-12-31",
                "reason": "Convicted of neglect; see the minute of 3 December.",
                "decided_by": "dora-dcs",
            }
        }
    )

    on: Day
    reason: LongText
    decided_by: ShortText


@router.post("/assurances", status_code=201)
def record_assurance(
    provider_id: UUID,
    new: NewAssurance,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_PROVIDERS),
) -> CommandAnswer:
    """Record what was seen. Once one has expired, no lot is joined on its strength."""
    by = Subject(caller.principal.subject)
    command = RecordAssurance(
        kind=new.kind, reference=new.reference, from_=new.since, until=new.until, by=by
    )
    return _done(caller, provider_id, command, response)


@router.post("/contacts", status_code=201)
def record_contacts(
    provider_id: UUID,
    new: NewContacts,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_PROVIDERS),
) -> CommandAnswer:
    """Record hours and numbers; the Careline reads them with the provider."""
    command = RecordContacts(
        opens=new.opens,
        closes=new.closes,
        on_call=new.on_call,
        emergency_accommodation=new.emergency_accommodation,
        languages=tuple(new.languages),
        capabilities=tuple(new.capabilities),
        from_=new.since,
    )
    return _done(caller, provider_id, command, response)


@router.post("/exits", status_code=201)
def start_exit(
    provider_id: UUID,
    new: NewExit,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_PROVIDERS),
) -> CommandAnswer:
    """Begin its leaving: nothing new is asked of it, and each child there is looked at."""
    by = Subject(caller.principal.subject)
    command = StartExit(party=new.party, last_day=new.last_day, plan=new.plan, by=by)
    return _done(caller, provider_id, command, response)


@router.post("/removals", status_code=201)
def remove_provider(
    provider_id: UUID,
    sent: Removal,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_PROVIDERS),
) -> CommandAnswer:
    """Take it off every list, as somebody else decided. Nobody moves out by it."""
    command = RemoveProvider(
        on=sent.on,
        reason=sent.reason,
        decided_by=Subject(sent.decided_by),
        by=Subject(caller.principal.subject),
    )
    return _done(caller, provider_id, command, response)


def _done(
    caller: Commanding, provider_id: UUID, command: ProviderCommand, response: Response
) -> CommandAnswer:
    receipt = caller.service.registers.providers.do(caller.occasion, provider_id, command)
    return carried_out(caller.service, receipt, response)
