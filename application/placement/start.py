"""The start as it happened, and its correction, with the nights in the home."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.placement.evidence import Evidence
from application.placement.whereabouts import Whereabouts
from application.shared.casework import Act, Ask
from application.shared.distances import LocationRisk
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain.placement import decider
from domain.placement.arrangement import Arrangement
from domain.placement.commands import CorrectStart, RecordStart
from domain.placement.events import PlacementStarted
from domain.placement.history import last_word_on_start
from domain.placement.schooling import KeyStage4
from domain.placement.unlisted import Unlisted
from domain.setting.registration import registration_on
from domain.shared.admission import Home
from domain.shared.errors import MissingInformation, NotFound
from domain.shared.geography import ApprovalNeeded
from domain.shared.moments import When, london_day
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import CaseId, EventId, PlacementId, Provision, SettingId, Subject


@dataclass(frozen=True, slots=True)
class UnlistedHome:
    """A home that no register knows, and of which kind it is."""

    where: Unlisted
    provision: Provision


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


@dataclass(frozen=True, slots=True, kw_only=True)
class UnplannedStart:
    """Where a child moved whom nobody had proposed to place there, and until when if known."""

    case_id: CaseId
    setting_id: SettingId | None
    at: When
    unlisted: UnlistedHome | None = None
    planned_end: date | None = None
    verbal_authority: VerbalAuthority | None = None
    emergency: bool = False
    key_stage_4: KeyStage4 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StartCorrection:
    corrects: UUID
    at: When
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
            arrangement = self._moved_to(occasion, placement_id, moved, unknown)
            start = Start(
                at=moved.at,
                verbal_authority=moved.verbal_authority,
                emergency=moved.emergency,
                arrangement=arrangement,
                unlisted=moved.unlisted,
                key_stage_4=moved.key_stage_4,
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
            )
            nights = self.evidence.places.corrected_arrival(arrangement, london_day(correction.at))
            return Act([Ask(stream, decider, command, expecting=expecting), *nights])

        return self.office.casework.do(occasion, plan, turn=stream)

    def _home(self, start: Start, arrangement: Arrangement, day: date) -> Home | None:
        """As registered; a home that no register knows has no registration, if it needs one."""
        if start.unlisted is not None:
            return Home(
                setting_id=arrangement.setting_id,
                provider_id=None,
                provision=arrangement.provision,
                registration=registration_on(arrangement.provision, (), day),
            )
        listed = self.evidence.places.listed(arrangement.setting_id)
        return self.evidence.registers.home(arrangement.setting_id, day) if listed else None

    def _in_area_to_avoid(self, start: Start, arrangement: Arrangement, day: date) -> bool:
        distances, case_id = self.evidence.distances, arrangement.case_id
        if start.unlisted is not None:
            postcode = start.unlisted.where.postcode
            return distances.risk_at(case_id, postcode, day) is LocationRisk.AVOID
        return distances.in_area_to_avoid(case_id, arrangement.setting_id, day)

    def _approval_needed(self, start: Start, arrangement: Arrangement, day: date) -> ApprovalNeeded:
        if start.unlisted is None:
            return self.evidence.approval_needed(arrangement, day)
        district = self.evidence.distances.district(start.unlisted.where.postcode)
        where = Whereabouts(self.evidence.registers)
        return where.needed_at(arrangement.case_id, district, day)

    def _require_start(self, placement_id: UUID, event_id: UUID) -> None:
        """A correction names the start, or the last word on it; the domain knows no event ids."""
        events = self.office.streams.read(stream_of("placement", placement_id)).events
        word = last_word_on_start(events)
        named = {r.event_id for r in events if isinstance(r.event, PlacementStarted)}
        if word is None or event_id not in named | {word.event_id}:
            raise NotFound("There is no start with this event id to correct.")

    def _moved_to(
        self,
        occasion: Occasion,
        placement_id: PlacementId,
        moved: UnplannedStart,
        unknown: SettingId,
    ) -> Arrangement:
        """Where the child went: a home of the register, or one that it does not know (R-124)."""
        if moved.unlisted is not None and moved.setting_id is None:
            postcode = moved.unlisted.where.postcode
            district = self.evidence.distances.district(postcode)
            return Arrangement(
                placement_id=placement_id,
                case_id=moved.case_id,
                setting_id=unknown,
                provision=moved.unlisted.provision,
                planned_end=moved.planned_end,
                distance_tenths=self.evidence.distances.to(moved.case_id, postcode),
                locality=self.evidence.registers.locality(
                    occasion.actor.authority, district, london_day(moved.at)
                ),
            )
        if moved.setting_id is None or moved.unlisted is not None:
            raise MissingInformation(["setting_id"])
        return self._arrangement(occasion, placement_id, moved, moved.setting_id)

    def _arrangement(
        self,
        occasion: Occasion,
        placement_id: PlacementId,
        moved: UnplannedStart,
        setting_id: SettingId,
    ) -> Arrangement:
        """Where the child went, as the register shows it that day."""
        registers, day = self.evidence.registers, london_day(moved.at)
        listed, home = registers.setting(setting_id), registers.home(setting_id, day)
        return Arrangement(
            placement_id=placement_id,
            case_id=moved.case_id,
            setting_id=setting_id,
            provider_id=home.provider_id,
            provision=home.provision,
            planned_end=moved.planned_end,
            distance_tenths=self.evidence.distances.between(moved.case_id, setting_id),
            locality=registers.locality(occasion.actor.authority, listed.district, day),
        )

    def _act(self, start: Start, arrangement: Arrangement, occasion: Occasion) -> Act:
        """The placement's start and the home's arrival; the stream lands in the child's file."""
        stream = stream_of("placement", arrangement.placement_id)
        file = self.office.file_of(stream_of("case", arrangement.case_id))
        started = Ask(stream, decider, self._start(start, arrangement, occasion), file=file)
        arrived = self.evidence.places.arrival(arrangement, london_day(start.at))
        ids = {"placement_id": str(arrangement.placement_id)}
        return Act([started, *arrived], ids)

    def _start(self, start: Start, arrangement: Arrangement, occasion: Occasion) -> RecordStart:
        day, registers = london_day(start.at), self.evidence.registers
        places = self.evidence.places
        listed = places.listed(arrangement.setting_id)
        return RecordStart(
            at=start.at,
            born_on=registers.born_on(arrangement.case_id),
            home=self._home(start, arrangement, day),
            category=self.evidence.category(arrangement),
            newcomer=self.evidence.newcomers.of(arrangement, day),
            admission=self.evidence.admissions.on(arrangement, day),
            lot=self.evidence.accepted_lot(arrangement),
            reserved=places.is_reserved(arrangement.placement_id, listed),
            other_open_placements=tuple(self.evidence.other_placements_from(arrangement, day)),
            in_area_to_avoid=self._in_area_to_avoid(start, arrangement, day),
            unlisted=start.unlisted.where if start.unlisted else None,
            over_capacity_nights=tuple(places.nights_over(arrangement, day)),
            national_code=start.national_code,
            funding=self.evidence.funding(arrangement),
            verbal_authority=start.verbal_authority or self.evidence.word(arrangement),
            officer_roles=self.evidence.roles_of(start.verbal_authority, occasion),
            emergency=start.emergency or self.evidence.is_emergency(arrangement),
            chosen_by_word=self.evidence.chosen_by_word(arrangement),
            impact_acceptable=self.evidence.impact_acceptable(arrangement, day),
            approval_needed=self._approval_needed(start, arrangement, day),
            to_parents=self.evidence.to_parents(arrangement, day),
            accommodated=self.evidence.accommodated_at_parents(arrangement, day),
            key_stage_4=start.key_stage_4,
            left_at_risk=self.evidence.left_at_risk(start.key_stage_4, arrangement, day),
            by=Subject(occasion.actor.subject),
            arrangement=start.arrangement,
            decided_elsewhere=start.decided_elsewhere,
        )
