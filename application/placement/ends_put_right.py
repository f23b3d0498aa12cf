"""Putting the record of an end right, with the home's nights: it was another, or there was none."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from application.placement.ending import EndHandlers, Ending
from application.placement.evidence import Evidence
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain.placement import decider
from domain.placement.commands import CorrectEnd, VoidEnd
from domain.placement.events import EndCorrected, PlacementEnded
from domain.placement.history import not_voided
from domain.placement.state import Ended
from domain.shared.errors import NotFound
from domain.shared.moments import london_day
from domain.shared.vocabulary import EventId, PlacementId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class EndWord:
    """What is said of an end; `corrects` is the end or its last correction.

    `now` is how the child really left, and none where it never did.
    """

    corrects: UUID
    now: Ending | None
    reason: str
    approved_by: Subject


@dataclass(frozen=True)
class EndWordHandlers:
    ends: EndHandlers

    @property
    def evidence(self) -> Evidence:
        return self.ends.evidence

    @property
    def office(self) -> Office:
        return self.evidence.office

    def put_right(
        self, occasion: Occasion, placement_id: UUID, word: EndWord, expecting: int
    ) -> Receipt:
        """Say how the child really left, or that it did not, as the person saw it when deciding."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            ended = self.office.known(decider, stream, Ended)
            self._require_end(placement_id, word.corrects)
            command = self._command(occasion, ended, word)
            day = london_day(word.now.at) if word.now else None
            nights = (
                self.evidence.places.revised(ended, command)
                if ended.particulars.moves
                else self.evidence.places.corrected_departure(ended.particulars.arrangement, day)
            )
            return Act([Ask(stream, decider, command, expecting=expecting), *nights])

        return self.office.casework.do(occasion, plan, turn=stream)

    def _command(self, occasion: Occasion, ended: Ended, word: EndWord) -> CorrectEnd | VoidEnd:
        corrects, by = EventId(word.corrects), Subject(occasion.actor.subject)
        if word.now is None:
            since = london_day(ended.ended_at)
            others = self.evidence.other_placements_from(ended.particulars.arrangement, since)
            return VoidEnd(
                corrects=corrects,
                reason=word.reason,
                approved_by=word.approved_by,
                by=by,
                other_placements=tuple(others),
            )
        owned = ended.end.immediate_risk and not ended.to_be_owned
        return CorrectEnd(
            corrects=corrects,
            now=self.ends.command(ended, word.now, by_officer=owned),
            reason=word.reason,
            approved_by=word.approved_by,
            by=by,
            other_placements=tuple(self._met(ended, word.now)),
        )

    def _met(self, ended: Ended, now: Ending) -> Sequence[PlacementId]:
        """Placements in which the child lived on nights that become nights of this one."""
        was, until = london_day(ended.ended_at), london_day(now.at)
        if until <= was:
            return []
        arrangement = ended.particulars.arrangement
        return self.evidence.other_placements_from(arrangement, was, until)

    def _require_end(self, placement_id: UUID, event_id: UUID) -> None:
        """A correction names the end, or a word on it; the domain knows no event ids."""
        events = not_voided(self.office.streams.read(stream_of("placement", placement_id)).events)
        words = [each for each in events if isinstance(each.event, PlacementEnded | EndCorrected)]
        if event_id not in {each.event_id for each in (*words[:1], *words[-1:])}:
            raise NotFound("There is no end with this event id to put right.")
