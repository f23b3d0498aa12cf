"""Asking for a home: the request is drafted, and written section by section."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.referral.request import NewReferral
from application.shared.office import stream_of
from domain.referral.codes import Code, Duration, LocationChoice, Scope, Sharing
from domain.referral.sections import RequestDetails, SectionName
from domain.shared.terms import Tier
from domain.shared.vocabulary import CaseId, PlacementId, Provision
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, commanding
from interface.http.money import WeeklyPence
from interface.http.problems import declared
from interface.http.text import Body, LongText, ShortText

router = APIRouter(prefix="/referrals", tags=["referrals"], responses=declared(404, 409))


class SentReferral(Body):
    """What is known when the search for a home begins.

    `siblings` are brothers and sisters who are looked for together with the child, in order:
    the child is number 1 of the group, they are 2, 3, …

    Where a home is looked for already, `beside_because` says why another request is right.
    `predecessor_placement` is the placement that the new home is to follow. `referred_by` is the
    code of the team or service that refers the child, `received_on` the day it came from there.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "case_id": examples.CASE,
                "scope": "both",
                "tier": "standard",
                "emergency": False,
                "reason_code": "homeless_16_17",
                "needed_from": "2026-03-09",
                "referred_by": "housing_options",
                "received_on": "2026-03-02",
            }
        }
    )

    case_id: UUID
    siblings: list[UUID] = Field(default=[], max_length=19)
    scope: Scope
    tier: Tier
    emergency: bool = False
    reason_code: Code
    needed_from: Day
    predecessor_placement: UUID | None = None
    beside_because: LongText | None = None
    referred_by: Code | None = None
    received_on: Day | None = None


class SentDetails(Body):
    """The coded part of section 1; what is not yet known is left out.

    Of siblings it says whether they are to stay `together`, and if not, why they may not.
    """

    provision: Provision | None = None
    lot_wanted: ShortText | None = None
    duration: Duration | None = None
    location: LocationChoice | None = None
    sharing: Sharing | None = None
    indicative_weekly: WeeklyPence | None = None
    together: bool | None = None
    apart_because: LongText | None = None


class SentSections(Body):
    """Sections as they are to read from now on; those not named stay as they are."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "sections": {"education": "College three days a week."},
                "request": {
                    "provision": "supported_accommodation",
                    "lot_wanted": "2.1",
                    "duration": "long",
                    "location": "in_area",
                    "sharing": "either",
                    "indicative_weekly": 95000,
                },
            }
        }
    )

    sections: dict[SectionName, LongText] = Field(default={}, max_length=len(SectionName))
    request: SentDetails | None = None


@router.post("", status_code=201)
def draft_referral(
    new: SentReferral,
    response: Response,
    caller: Commanding = commanding(Action.DRAFT_REFERRAL),
) -> CommandAnswer:
    """Begin to ask for a home: for one child, or for siblings together, each of them reachable."""
    for case_id in (new.case_id, *new.siblings):
        caller.reach(stream_of("case", case_id))
    before = new.predecessor_placement
    if before is not None:
        caller.reach(stream_of("placement", before))
    told = NewReferral(
        case_id=CaseId(new.case_id),
        siblings=tuple(map(CaseId, new.siblings)),
        scope=new.scope,
        tier=new.tier,
        emergency=new.emergency,
        reason_code=new.reason_code,
        needed_from=new.needed_from,
        predecessor_placement=PlacementId(before) if before else None,
        beside_because=new.beside_because,
        referred_by=new.referred_by,
        received_on=new.received_on,
    )
    receipt = caller.service.search.requests.draft(caller.occasion, told)
    location = f"/v1/referrals/{receipt.ids['referral_id']}"
    return carried_out(caller.service, receipt, response, location)


@router.post("/{referral_id}/sections", status_code=201)
def write_sections(
    referral_id: UUID,
    sent: SentSections,
    response: Response,
    caller: Commanding = commanding(Action.DRAFT_REFERRAL),
) -> CommandAnswer:
    """Write sections of the request, as often as needed until it is submitted.

    Of several children each is meant by its number, and none is named.
    """
    request = RequestDetails(**dict(sent.request)) if sent.request else None
    receipt = caller.service.search.requests.write(
        caller.occasion, referral_id, sent.sections, request
    )
    return carried_out(caller.service, receipt, response)
