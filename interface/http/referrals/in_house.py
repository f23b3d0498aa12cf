"""The council's own homes and carers: one taken, let go again, or all passed over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.referral.in_house import Bypass as InHouseBypass
from application.referral.in_house_taken import InHouseMatch
from application.shared.office import stream_of
from domain.referral.codes import BypassReason, MatchReleaseReason
from domain.shared.vocabulary import SettingId
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Caller, Commanding, VersionSeen, commanding, reading
from interface.http.invitations.siblings import SentForSiblings
from interface.http.problems import declared
from interface.http.referrals.search import SentConsidered, considered
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/referrals/{referral_id}",
    tags=["referrals"],
    responses=declared(404, 409, 412, 428),
)


class SentMatch(Body):
    """The home that will do, and those that were considered beside it.

    `free_from` is the first day on which it has a place; none is the day the home is needed.
    For brothers and sisters `siblings` says who is taken, and where: all in `setting_id`, some
    of them, or each in a home of its own (then no `setting_id`).
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "setting_id": examples.SETTING,
                "match_notes": "The carers speak Polish, and know the college.",
                "childs_views": "She knows the family and would like to go there.",
                "considered": [],
            }
        }
    )

    setting_id: UUID | None = None
    siblings: SentForSiblings | None = None
    free_from: Day | None = None
    planned_end: Day | None = None
    match_notes: LongText
    childs_views: LongText | None = None
    considered: list[SentConsidered] = Field(default=[], max_length=100)

    def named(self) -> Iterator[UUID]:
        """Every home that it speaks of."""
        if self.setting_id is not None:
            yield self.setting_id
        yield from (each.setting_id for each in self.considered)
        yield from (each.setting_id for each in self.siblings.homes) if self.siblings else ()


class MatchRelease(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"reason": "child_refused"}})

    reason: MatchReleaseReason
    text: LongText | None = None


class Bypass(Body):
    """Why the council's own homes are not considered first: a code, and the reason in words."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"reason": "emergency", "text": "Nothing of ours takes anybody tonight."}
        }
    )

    reason: BypassReason
    text: LongText


@router.post("/in-house-matches", status_code=201)
def record_in_house_match(
    referral_id: UUID,
    sent: SentMatch,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.SELECT_OFFER),
) -> CommandAnswer:
    """Take homes of the council's own; propose each placement, reserve its place, all or none."""
    for setting_id in sent.named():
        caller.reach(stream_of("setting", setting_id))
    found = InHouseMatch(
        setting_id=None if sent.setting_id is None else SettingId(sent.setting_id),
        free_from=sent.free_from,
        planned_end=sent.planned_end,
        considered=[considered(each) for each in sent.considered],
        match_notes=sent.match_notes,
        childs_views=sent.childs_views,
        siblings=None if sent.siblings is None else sent.siblings.told(),
    )
    receipt = caller.service.search.in_house.match(
        caller.occasion, referral_id, found, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/in-house-match-releases", status_code=201)
def release_in_house_match(
    referral_id: UUID,
    sent: MatchRelease,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.SELECT_OFFER),
) -> CommandAnswer:
    """Let the home go that was found in house; the search in house goes on."""
    receipt = caller.service.search.in_house.release(
        caller.occasion, referral_id, sent.reason, sent.text, version_seen
    )
    return carried_out(caller.service, receipt, response)


@dataclass(frozen=True, kw_only=True)
class OwnHomesFree:
    """The council's own homes that would take the children, with places free from that day."""

    needed_from: date
    setting_ids: Sequence[SettingId]


@router.get("/own-homes", responses=declared(404))
def read_own_homes(
    referral_id: UUID, caller: Caller = reading(Action.READ_REFERRAL)
) -> OwnHomesFree:
    """What would be passed over, for whoever is to approve that, or is telephoned for it."""
    search = caller.service.search
    free = search.in_house.own_homes.that_would_do(referral_id, caller.principal.authority)
    return OwnHomesFree(needed_from=search.in_house.needed_from(referral_id), setting_ids=free)


@router.post("/in-house-bypasses", status_code=201)
def approve_in_house_bypass(
    referral_id: UUID,
    sent: Bypass,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.APPROVE_IN_HOUSE_BYPASS),
) -> CommandAnswer:
    """Let the market be asked though not everything in house was considered."""
    receipt = caller.service.search.in_house.bypass(
        caller.occasion, referral_id, InHouseBypass(sent.reason, sent.text), version_seen
    )
    return carried_out(caller.service, receipt, response)
