"""Return interviews: about which returns, as they are on record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain.case import decider
from domain.case.commands import RecordReturnInterview
from domain.case.events import ChildReturned
from domain.case.interviews import InterviewStep, Return
from domain.shared.chronology import in_business_order
from domain.shared.envelope import Recorded
from domain.shared.errors import NotFound
from domain.shared.moments import When, before
from domain.shared.vocabulary import EventId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """`returns` are events; none is the last return by then."""

    step: InterviewStep
    returns: tuple[UUID, ...]
    on: When
    interviewer: str | None
    independent: bool | None
    said: str | None
    why: str | None


@dataclass(frozen=True)
class InterviewHandlers:
    office: Office

    def record(self, occasion: Occasion, case_id: UUID, interview: Interview) -> Receipt:
        """Record what came of one return, or of several at once."""
        stream = stream_of("case", case_id)

        def plan() -> Act:
            back = list(_returns(self.office.streams.read(stream).events))
            command = RecordReturnInterview(
                step=interview.step,
                returns=_asked_about(back, interview),
                on=interview.on,
                interviewer=interview.interviewer,
                independent=interview.independent,
                said=interview.said,
                why=interview.why,
                by=Subject(occasion.actor.subject),
            )
            return Act([Ask(stream, decider, command)])

        return self.office.casework.do(occasion, plan, turn=stream)


def _returns(history: Sequence[Recorded[Any]]) -> Iterator[Return]:
    for recorded in in_business_order(history):
        if isinstance(recorded.event, ChildReturned):
            yield Return(event_id=EventId(recorded.event_id), at=recorded.effective_at)


def _asked_about(back: Sequence[Return], interview: Interview) -> tuple[Return, ...]:
    if not interview.returns:
        return tuple(each for each in back if not before(interview.on, each.at))[-1:]
    found = {each.event_id: each for each in back}
    if not found.keys() >= set(interview.returns):
        raise NotFound("The child's record has no such return.")
    return tuple(found[EventId(each)] for each in interview.returns)
