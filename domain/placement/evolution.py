"""How a placement remembers. What happened is not argued with: no rule is checked here."""

from dataclasses import replace

from domain.placement.absences import AbsenceTurn
from domain.placement.approving import Approvals
from domain.placement.errors import EndNotOwned
from domain.placement.events import (
    AbsenceEvent,
    CourtAuthorityRecorded,
    EndCorrected,
    ImmediateTermination,
    MoveOnConfirmed,
    PackageReviewHeld,
    PlacementEnded,
    PlacementEndVoided,
    PlacementEvent,
    PlacementNotStarted,
    PlacementProposed,
    PlacementStarted,
    PlacementStartVoided,
    ProviderNoticeReceived,
    ProviderWordKept,
    RecordedAnew,
    SettlingEvent,
    StabilityEvent,
    StartAgreed,
    StartCorrected,
    StartDateChanged,
    SupportEvent,
    TemporaryAbsenceStarted,
    VisitEvent,
)
from domain.placement.notices import NOTICE_EVENTS, Notice, NoticeEvent, remembered, running
from domain.placement.particulars_remembered import particulars_after
from domain.placement.state import (
    Active,
    AwaitingStart,
    Begun,
    Current,
    Ended,
    Known,
    NotProposed,
    NotStarted,
    Particulars,
    Placement,
    Proposed,
    ToCome,
    UnderNotice,
    Voided,
)
from domain.shared.errors import CorruptHistory
from domain.shared.moments import london_day
from domain.shared.verbal import VerbalAuthority

NOTHING_TO_REMEMBER = (
    VisitEvent
    | StabilityEvent
    | SupportEvent
    | CourtAuthorityRecorded
    | MoveOnConfirmed
    | ProviderWordKept
    | SettlingEvent
)
"""Facts about a stay on which no decision of the placement rests."""


def evolve(placement: Placement, event: PlacementEvent) -> Placement:
    """Remember an event."""
    match placement, event:
        case NotProposed(), PlacementProposed():
            return Proposed(_put_forward(event))
        case NotProposed(), PlacementStarted():
            return _begin(Particulars(arrangement=event, begins_on=london_day(event.at)), event)
        case Begun(), PlacementStartVoided():
            return Voided(placement.particulars, event.was)
        case Voided(), RecordedAnew():
            return replace(placement, recorded_anew=event.as_placement)
        case Begun(), PlacementStarted():
            raise CorruptHistory(placement, event)
        case Known(), PlacementStarted():
            return _begin(placement.particulars, event)
        case Proposed(), StartAgreed():
            return _awaiting(placement, event, event.verbal_authority)
        case AwaitingStart(), StartDateChanged():
            return _awaiting(placement, event, placement.verbal_authority)
        case ToCome(), PlacementNotStarted():
            return NotStarted(placement.particulars)
        case Begun(), _:
            return _evolve_begun(placement, event)
        case Known(), _:
            return replace(placement, particulars=particulars_after(placement, event))
        case _:
            raise CorruptHistory(placement, event)


def _put_forward(event: PlacementProposed) -> Particulars:
    return Particulars(arrangement=event, begins_on=event.starts_on, proposed_by=event.by)


def _awaiting(
    placement: ToCome, event: StartAgreed | StartDateChanged, word: VerbalAuthority | None
) -> AwaitingStart:
    particulars = replace(placement.particulars, begins_on=london_day(event.starts_at))
    return AwaitingStart(particulars, event.starts_at, event.funding, word, event.key_stage_4)


def _begin(particulars: Particulars, start: PlacementStarted) -> Placement:
    """What was approved is forgotten where the child went elsewhere: it was of another home.

    Whoever recorded that put the child there, as did who recorded what nobody had proposed.
    """
    same = particulars.arrangement.setting_id == start.setting_id
    moved_in = replace(
        particulars,
        arrangement=start,
        begins_on=london_day(start.at),
        proposed_by=(particulars.proposed_by if same else None) or start.by,
        approvals=particulars.approvals if same else Approvals(),
    )
    return Active(moved_in, start.at)


def _evolve_begun(placement: Begun, event: PlacementEvent) -> Placement:
    match placement, event:
        case _, StartCorrected():
            particulars = replace(placement.particulars, begins_on=london_day(event.at))
            return replace(placement, particulars=particulars, started_at=event.at)
        case Ended(), ImmediateTermination():
            return replace(placement, to_be_owned=False)
        case _, PackageReviewHeld() | ImmediateTermination():
            return placement
        case _ if isinstance(event, NOTHING_TO_REMEMBER):
            return placement
        case _ if isinstance(event, AbsenceEvent):
            return replace(placement, particulars=_away(placement.particulars, event))
        case Current(), _ if isinstance(event, NOTICE_EVENTS):
            return _with_notice(placement, event)
        case Ended(), ProviderNoticeReceived():
            return replace(placement, notices=remembered(placement.notices, event))
        case Current(), PlacementEnded():
            stay = (placement.particulars, placement.started_at)
            return Ended(*stay, event.said, _is_owed(event), placement.notices)
        case Ended(), EndCorrected():
            return replace(placement, end=event.now, to_be_owned=_is_owed(event))
        case Ended(), PlacementEndVoided():
            return _lives_here(placement, placement.notices)
        case _:
            return replace(placement, particulars=particulars_after(placement, event))


def _with_notice(placement: Current, event: NoticeEvent) -> Current:
    return _lives_here(placement, remembered(placement.notices, event))


def _lives_here(placement: Begun, notices: tuple[Notice, ...]) -> Current:
    """Under notice while any runs; once the last was taken back, as before."""
    kind = UnderNotice if any(running(notices)) else Active
    return kind(placement.particulars, placement.started_at, notices)


def _away(particulars: Particulars, event: AbsenceEvent) -> Particulars:
    if isinstance(event, TemporaryAbsenceStarted):
        turn = AbsenceTurn(kind=event.kind, since=event.since)
    else:
        turn = AbsenceTurn(kind=None, since=event.at)
    return replace(particulars, absences=(*particulars.absences, turn))


def _is_owed(event: PlacementEnded | EndCorrected) -> bool:
    """Whether an officer is waited for who owns to it."""
    return any(each.code == EndNotOwned.code for each in event.breaches)
