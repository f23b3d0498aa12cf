"""Recording that a child is missing, away, or back, and what came of it. These are facts."""

from collections.abc import Sequence

from domain.case.commands import (
    PresenceCommand,
    RecordAwayWithoutAuthorisation,
    RecordDeath,
    RecordMissing,
    RecordPoliceTold,
    RecordReturned,
    RecordReturnInterview,
)
from domain.case.decisions import death, interviews
from domain.case.events import CaseEvent, ChildAway, ChildMissing, ChildReturned
from domain.case.presence import Absence
from domain.case.rules import require_born_by
from domain.case.state import Open
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.line import holding_at, last_of
from domain.shared.moments import When, before
from domain.shared.personal import legible


def decide(case: Open, command: PresenceCommand) -> Sequence[CaseEvent]:
    match command:
        case RecordMissing(since=since):
            _require_not_yet(case, Absence.MISSING, since, command.moved_in)
            return [ChildMissing(since=since, last_seen_by=command.last_seen_by)]
        case RecordAwayWithoutAuthorisation(since=since):
            _require_not_yet(case, Absence.AWAY, since, command.moved_in)
            return [ChildAway(since=since, last_seen_by=command.last_seen_by)]
        case RecordReturned(at=at):
            _require_absent(case, at)
            return [ChildReturned(at=at)]
        case RecordPoliceTold():
            require_born_by(legible(case.born_on), command.at)
            return interviews.tell_police(command)
        case RecordReturnInterview():
            return interviews.record(command)
        case RecordDeath():
            return death.record(case, command)


def _absence(case: Open, when: When) -> Absence | None:
    held = holding_at(case.presence, when)
    return held.absence if held else None


def _require_not_yet(case: Open, absence: Absence, since: When, moved_in: Sequence[When]) -> None:
    """A child who has moved in somewhere since it went was back, and may go again (R-202)."""
    require_born_by(legible(case.born_on), since)
    held = holding_at(case.presence, since)
    if held is None or held.absence is not absence:
        return
    if not any(before(held.since, came) and not before(since, came) for came in moved_in):
        raise WrongState(f"The child is {absence.value} already at that time.")


def _require_absent(case: Open, at: When) -> None:
    require_born_by(legible(case.born_on), at)
    if _absence(case, at) is not None:
        return
    last = last_of(case.presence)
    if last and last.absence is not None:
        raise EffectiveBeforeStream(
            "This is before the child went. For a return on the same day give the time."
        )
    raise WrongState("The child was not missing or away at that time.")
