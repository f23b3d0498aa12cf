"""The search in house comes first."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.shared.office import stream_of
from domain.referral.codes import Code, InHouseOutcome
from domain.referral.commands.search import StartInHouseSearch
from domain.referral.considered import ConsideredInHouse
from domain.shared.vocabulary import SettingId, Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)


class Nothing(Body):
    """There is nothing to say beyond the act itself."""

    model_config = ConfigDict(json_schema_extra={"example": {}})


class SentConsidered(Body):
    """One of the council's own homes or carers, and what came of considering it."""

    setting_id: UUID
    outcome: InHouseOutcome
    reason_code: Code


class InHouseExhaustion(Body):
    """Each home considered with its reason, or in `none_exists` why there was none."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"considered": [], "none_exists": "no_own_provision_of_kind"}}
    )

    considered: list[SentConsidered] = Field(default=[], max_length=100)
    none_exists: Code | None = None


@router.post("/in-house-searches", status_code=201)
def start_in_house_search(
    referral_id: UUID,
    _: Nothing,
    response: Response,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Begin to look among the council's own homes and carers."""
    command = StartInHouseSearch(by=Subject(caller.principal.subject))
    receipt = caller.service.search.requests.do(caller.occasion, referral_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/in-house-exhaustions", status_code=201)
def record_in_house_exhausted(
    referral_id: UUID,
    sent: InHouseExhaustion,
    response: Response,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Say that nothing in house will do, and of each home that would take the child, why not."""
    for each in sent.considered:
        caller.reach(stream_of("setting", each.setting_id))
    receipt = caller.service.search.in_house.exhaust(
        caller.occasion,
        referral_id,
        [considered(each) for each in sent.considered],
        sent.none_exists,
    )
    return carried_out(caller.service, receipt, response)


def considered(sent: SentConsidered) -> ConsideredInHouse:
    return ConsideredInHouse(
        setting_id=SettingId(sent.setting_id), outcome=sent.outcome, reason_code=sent.reason_code
    )
