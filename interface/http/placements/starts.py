"""The start of a placement: agreed as a decision, recorded as a fact, put right."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.placement.handlers import StartAgreement
from application.placement.start import Start, StartCorrection
from application.placement.where_to import UnlistedHome, UnplannedStart
from domain.placement.schooling import KeyStage4
from domain.placement.unlisted import Unlisted
from domain.shared.envelope import StreamId
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import CaseId, PlacementId, Provision, SettingId, Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day, Instant, Moment
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, CodeText, LongText, ShortText

router = APIRouter(prefix="/placements", tags=["placements"], responses=declared(404, 409))


class SentVerbalAuthority(Body):
    """A named officer's word in an emergency, in place of funding authorised beforehand."""

    officer: ShortText
    given_at: Instant


class AgreedStart(Body):
    """When the child is to move in, and what has been prepared.

    Of a child of that age `key_stage_4` says what the move means for its education.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "starts_at": "2026-03-09",
                "iro_informed": True,
                "placement_plan_prepared": True,
            }
        }
    )

    starts_at: Moment
    exception_reason: CodeText | None = None
    verbal_authority: SentVerbalAuthority | None = None
    iro_informed: bool
    placement_plan_prepared: bool
    key_stage_4: KeyStage4 | None = None


class RecordedStart(Body):
    """When the child moved in, to the minute if it is known."""

    model_config = ConfigDict(json_schema_extra={"example": {"at": "2026-03-09T11:30:00Z"}})

    at: Moment
    verbal_authority: SentVerbalAuthority | None = None
    key_stage_4: KeyStage4 | None = None


class SentUnlisted(Body):
    """A home that no register knows: whose it is, of which kind, and where if that is known."""

    whose: LongText
    provision: Provision = Provision.OTHER_ARRANGEMENTS
    address: LongText | None = None
    postcode: ShortText | None = Field(default=None, max_length=10)

    def home(self) -> UnlistedHome:
        where = Unlisted(whose=self.whose, address=self.address, postcode=self.postcode)
        return UnlistedHome(where, self.provision)


class RecordedUnplannedStart(Body):
    """A child who moved in without a placement proposed here: a 3 a.m. move, say.

    Verbal authority stands in for authorised money in an `emergency` only.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "case_id": examples.CASE,
                "setting_id": examples.SETTING,
                "at": "2026-03-07T02:10:00Z",
            }
        }
    )

    case_id: UUID
    setting_id: UUID | None = None
    unlisted: SentUnlisted | None = Field(
        default=None,
        description="In place of `setting_id`, where the child slept in no listed home",
    )
    at: Moment
    planned_end: Day | None = None
    emergency: bool = False
    verbal_authority: SentVerbalAuthority | None = None
    key_stage_4: KeyStage4 | None = None
    in_place_of: UUID | None = Field(
        default=None,
        description="The placement under which it was recorded for the wrong child, once voided",
    )


class CorrectedStart(Body):
    """`corrects` is the event that was wrong: the start, or its last correction."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "corrects": examples.EVENT,
                "at": "2026-03-10",
                "reason": "Typed the 9th for the 10th.",
                "approved_by": "morgan-manager",
            }
        }
    )

    corrects: UUID
    at: Moment
    reason: LongText
    approved_by: ShortText


@router.post(
    "/{placement_id}/start-agreements",
    status_code=201,
    responses=declared(404, 409, 412, 428),
)
def agree_start(
    placement_id: UUID,
    agreed: AgreedStart,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.AGREE_START),
) -> CommandAnswer:
    """Agree when the child moves in: a decision, refused by every gate that is shut."""
    agreement = StartAgreement(
        starts_at=agreed.starts_at,
        exception_reason=agreed.exception_reason,
        verbal_authority=_authority(agreed.verbal_authority),
        iro_informed=agreed.iro_informed,
        placement_plan_prepared=agreed.placement_plan_prepared,
        key_stage_4=agreed.key_stage_4,
    )
    receipt = caller.service.placement.handlers.agree_start(
        caller.occasion, placement_id, agreement, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/{placement_id}/starts", status_code=201)
def record_start(
    placement_id: UUID,
    fact: RecordedStart,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_START),
) -> CommandAnswer:
    """Record that the child moved in: a fact, with whatever it breaks recorded beside it."""
    start = Start(
        at=fact.at,
        verbal_authority=_authority(fact.verbal_authority),
        key_stage_4=fact.key_stage_4,
    )
    receipt = caller.service.placement.starts.record(caller.occasion, placement_id, start)
    return carried_out(caller.service, receipt, response)


@router.post("/starts", status_code=201)
def record_unplanned_start(
    fact: RecordedUnplannedStart,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_START),
) -> CommandAnswer:
    """Record a child who moved in though nothing had been proposed. Never refused by a gate."""
    caller.reach(StreamId(f"case-{fact.case_id}"))
    if fact.setting_id is not None:
        caller.reach(StreamId(f"setting-{fact.setting_id}"))
    if fact.in_place_of is not None:
        caller.reach(StreamId(f"placement-{fact.in_place_of}"))
    moved = UnplannedStart(
        case_id=CaseId(fact.case_id),
        setting_id=SettingId(fact.setting_id) if fact.setting_id else None,
        unlisted=fact.unlisted.home() if fact.unlisted else None,
        at=fact.at,
        planned_end=fact.planned_end,
        emergency=fact.emergency,
        verbal_authority=_authority(fact.verbal_authority),
        key_stage_4=fact.key_stage_4,
        in_place_of=PlacementId(fact.in_place_of) if fact.in_place_of else None,
    )
    receipt = caller.service.placement.starts.record_unplanned(caller.occasion, moved)
    location = f"/v1/placements/{receipt.ids['placement_id']}"
    return carried_out(caller.service, receipt, response, location)


@router.post(
    "/{placement_id}/start-corrections", status_code=201, responses=declared(404, 409, 412, 428)
)
def correct_start(
    placement_id: UUID,
    sent: CorrectedStart,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.CORRECT_RECORD),
) -> CommandAnswer:
    """Say when the child really moved in. Clocks and the home's nights are put right with it."""
    correction = StartCorrection(
        corrects=sent.corrects,
        at=sent.at,
        reason=sent.reason,
        approved_by=Subject(sent.approved_by),
    )
    receipt = caller.service.placement.starts.correct(
        caller.occasion, placement_id, correction, version_seen
    )
    return carried_out(caller.service, receipt, response)


def _authority(sent: SentVerbalAuthority | None) -> VerbalAuthority | None:
    if sent is None:
        return None
    return VerbalAuthority(officer=Subject(sent.officer), given_at=sent.given_at)
