"""The start as it happened, and its correction, with the nights in the home."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from application.placement.entries import Said
from application.placement.evidence import Evidence
from application.placement.where_to import UnlistedHome, UnplannedStart, WhereTo
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain.placement import decider
from domain.placement.arrangement import Arrangement
from domain.placement.chronology import chronology
from domain.placement.commands import CorrectStart, NameRightStart, RecordStart, VoidStart
from domain.placement.entry import asked_of
from domain.placement.events import PlacementStarted
from domain.placement.history import last_word_on_start
from domain.placement.schooling import KeyStage4
from domain.placement.state import Begun
from domain.shared.errors import NotFound
from domain.shared.moments import When, london_day
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import EventId, PlacementId, SettingId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """That the child moved in, and where if that was not proposed.

    `emergency` is said of a start that no search led to; a search says it itself.
    """

    at: When
    national_code: str | None = None
    verbal_authority: VerbalAuthority | None = None
    emergency: bool = False
    arrangement: Arrangement | None = None
    unlisted: UnlistedHome | None = None
    decided_elsewhere: bool = False
    key_stage_4: KeyStage4 | None = None
    in_place_of: PlacementId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StartCorrection:
    corrects: UUID
    at: When
    reason: str
    approved_by: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class StartVoid:
    corrects: UUID
    reason: str
    approved_by: Subject


@dataclass(frozen=True)
class StartHandlers:
    evidence: Evidence

    @property
    def office(self) -> Office:
        return self.evidence.office

    def record(self, occasion: Occasion, placement_id: UUID, start: Start) -> Receipt:
        """Record that the child moved in. A fact: what it breaks is recorded with it."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            arrangement = start.arrangement or self.evidence.arrangement(placement_id)
            return self._act(start, arrangement, occasion)

        return self.office.casework.do(occasion, plan, turn=stream)

    def record_unplanned(self, occasion: Occasion, moved: UnplannedStart) -> Receipt:
        """Record that a child moved in though nothing had been proposed (6-01)."""
        placement_id = PlacementId(self.office.ids.new())
        unknown = SettingId(self.office.ids.new())

        def plan() -> Act:
            where_to = WhereTo(self.evidence.registers, self.evidence.distances)
            authority = occasion.actor.authority
            arrangement = where_to.of(moved, placement_id, unknown, authority)
            start = Start(
                at=moved.at,
                verbal_authority=moved.verbal_authority,
                emergency=moved.emergency,
                arrangement=arrangement,
                unlisted=moved.unlisted,
                key_stage_4=moved.key_stage_4,
                in_place_of=moved.in_place_of,
            )
            return self._act(start, arrangement, occasion)

        return self.office.casework.do(occasion, plan)

    def correct(
        self, occasion: Occasion, placement_id: UUID, correction: StartCorrection, expecting: int
    ) -> Receipt:
        """Say when the child really moved in; the home's nights are put right with it."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            arrangement = self.evidence.arrangement(placement_id)
            self._require_start(placement_id, correction.corrects)
            command = CorrectStart(
                corrects=EventId(correction.corrects),
                at=correction.at,
                reason=correction.reason,
                approved_by=correction.approved_by,
                by=Subject(occasion.actor.subject),
                other_open_placements=tuple(self._met(arrangement, correction.at)),
            )
            lived = self.office.known(decider, stream, Begun)
            nights = (
                self.evidence.places.revised(lived, command)
                if lived.particulars.moves
                else self.evidence.places.corrected_arrival(arrangement, london_day(correction.at))
            )
            return Act([Ask(stream, decider, command, expecting=expecting), *nights])

        return self.office.casework.do(occasion, plan, turn=stream)

    def void(
        self, occasion: Occasion, placement_id: UUID, word: StartVoid, expecting: int
    ) -> Receipt:
        """Take out what was recorded for the wrong child, with the home's nights (6-03)."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            arrangement = self.evidence.arrangement(placement_id)
            self._require_start(placement_id, word.corrects)
            command = VoidStart(
                corrects=EventId(word.corrects),
                reason=word.reason,
                approved_by=word.approved_by,
                by=Subject(occasion.actor.subject),
            )
            homes, places = self._homes(placement_id, arrangement), self.evidence.places
            nights = [each for home in homes for each in places.voided_arrival(home)]
            return Act([Ask(stream, decider, command, expecting=expecting), *nights])

        return self.office.casework.do(occasion, plan, turn=stream)

    def _homes(self, placement_id: UUID, arrangement: Arrangement) -> Sequence[Arrangement]:
        """Where it started, and each home that the provider has moved the child to since."""
        events = self.office.streams.read(stream_of("placement", placement_id)).events
        homes = dict.fromkeys(stay.setting_id for stay in chronology(events).stays)
        found = [arrangement.model_copy(update={"setting_id": home}) for home in homes]
        return found or [arrangement]

    def _met(self, arrangement: Arrangement, at: When) -> Sequence[PlacementId]:
        """Placements in which the child lived on nights that become nights of this one."""
        stream = stream_of("placement", arrangement.placement_id)
        was = london_day(self.office.known(decider, stream, Begun).started_at)
        return self.evidence.other_placements_from(arrangement, london_day(at), was)

    def _require_start(self, placement_id: UUID, event_id: UUID) -> None:
        """A correction names the start, or the last word on it; the domain knows no event ids."""
        events = self.office.streams.read(stream_of("placement", placement_id)).events
        word = last_word_on_start(events)
        named = {r.event_id for r in events if isinstance(r.event, PlacementStarted)}
        if word is None or event_id not in named | {word.event_id}:
            raise NotFound("There is no start with this event id to correct.")

    def _act(self, start: Start, arrangement: Arrangement, occasion: Occasion) -> Act:
        """The placement's start and the home's arrival; the stream lands in the child's file."""
        stream = stream_of("placement", arrangement.placement_id)
        file = self.office.file_of(stream_of("case", arrangement.case_id))
        started = Ask(stream, decider, self._start(start, arrangement, occasion), file=file)
        arrived = self.evidence.places.arrival(arrangement, london_day(start.at))
        ids = {"placement_id": str(arrangement.placement_id)}
        return Act([started, *arrived, *self._named(start, arrangement, occasion)], ids)

    def _named(self, start: Start, arrangement: Arrangement, occasion: Occasion) -> Sequence[Ask]:
        """Where it had been recorded for another child, that record names this one."""
        if start.in_place_of is None:
            return []
        command = NameRightStart(
            as_placement=arrangement.placement_id,
            setting_id=arrangement.setting_id,
            at=start.at,
            by=Subject(occasion.actor.subject),
        )
        return [Ask(stream_of("placement", start.in_place_of), decider, command)]

    def _start(self, start: Start, arrangement: Arrangement, occasion: Occasion) -> RecordStart:
        day, places = london_day(start.at), self.evidence.places
        listed = places.listed(arrangement.setting_id)
        return RecordStart(
            **asked_of(self.evidence.entries.on(arrangement, day, self._said(start, occasion))),
            at=start.at,
            reserved=places.is_reserved(arrangement.placement_id, listed),
            other_open_placements=tuple(self.evidence.other_placements_from(arrangement, day)),
            unlisted=start.unlisted.where if start.unlisted else None,
            over_capacity_nights=tuple(places.nights_over(arrangement, day)),
            national_code=start.national_code,
            by=Subject(occasion.actor.subject),
            arrangement=start.arrangement,
            decided_elsewhere=start.decided_elsewhere,
            in_place_of=start.in_place_of,
        )

    def _said(self, start: Start, occasion: Occasion) -> Said:
        return Said(
            verbal_authority=start.verbal_authority,
            officer_roles=self.evidence.roles_of(start.verbal_authority, occasion),
            emergency=start.emergency,
            key_stage_4=start.key_stage_4,
            unlisted=start.unlisted.where if start.unlisted else None,
        )
