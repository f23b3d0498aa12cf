"""From a preferred offer to a placement proposed, with its place reserved; and back again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from application.placement.places import Places
from application.placement.whereabouts import Whereabouts
from application.reference.editions import Editions
from application.referral.ports import StreamsOfCase
from application.referral.request import RequestHandlers
from application.shared.casework import Ask
from application.shared.distances import HomeDistances
from application.shared.in_turn import together
from application.shared.office import stream_of
from application.shared.ports import Occasion
from application.shared.registers import Registers
from domain import placement, setting
from domain.placement.agreement import InForce
from domain.placement.commands import CancelPlacement, ProposePlacement
from domain.placement.state import AwaitingStart, Begun, Current, Known, NotStarted, ToCome
from domain.setting.commands.places import ReservePlace
from domain.shared.clock_catalogue import C_RESERVE
from domain.shared.clocks import due_after
from domain.shared.envelope import StreamId
from domain.shared.vocabulary import CaseId, OfferId, PlacementId, ReferralId, SettingId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A home as it is about to be preferred: offered in a lot, or found in house in none."""

    referral_id: ReferralId
    case_id: CaseId
    placement_id: PlacementId
    setting_id: SettingId
    offer_id: OfferId
    lot: str | None
    starts_on: date
    planned_end: date | None
    emergency: bool = False


@dataclass(frozen=True)
class Proposing:
    registers: Registers
    requests: RequestHandlers
    editions: Editions
    streams_of_case: StreamsOfCase
    distances: HomeDistances

    def asks(self, occasion: Occasion, chosen: Chosen) -> Sequence[Ask]:
        """The placement's first event and the setting's reservation, to be appended together."""
        return [self._proposal(occasion, chosen), self._reservation(occasion.now, chosen)]

    def _proposal(self, occasion: Occasion, chosen: Chosen) -> Ask:
        case_id, starts_on = chosen.case_id, chosen.starts_on
        home = self.registers.home(chosen.setting_id, starts_on)
        district = self.registers.setting(chosen.setting_id).district
        command = ProposePlacement(
            placement_id=chosen.placement_id,
            case_id=case_id,
            referral_id=chosen.referral_id,
            offer_id=chosen.offer_id,
            setting_id=chosen.setting_id,
            provider_id=home.provider_id,
            provision=home.provision,
            lot=chosen.lot,
            planned_end=chosen.planned_end,
            distance_tenths=self.distances.between(case_id, chosen.setting_id),
            locality=self.registers.locality(occasion.actor.authority, district, starts_on),
            starts_on=starts_on,
            emergency=chosen.emergency,
            approval_needed=Whereabouts(self.registers).approval_needed(
                case_id, chosen.setting_id, starts_on
            ),
            in_area_to_avoid=self.distances.in_area_to_avoid(case_id, chosen.setting_id, starts_on),
            born_on=self.registers.born_on(case_id),
            by=Subject(occasion.actor.subject),
        )
        stream = stream_of("placement", chosen.placement_id)
        file = self.registers.office.file_of(stream_of("case", case_id))
        return Ask(stream, placement.decider, command, file=file)

    def _reservation(self, now: datetime, chosen: Chosen) -> Ask:
        terms = self.editions.clock_terms(self.registers.office.today())
        expires = due_after(terms.limits[C_RESERVE], now, terms.calendar, terms.office_hours)
        command = ReservePlace(
            placement_id=chosen.placement_id,
            arrives=chosen.starts_on,
            leaves=chosen.planned_end,
            expires_at=expires.at,
        )
        return Ask(stream_of("setting", chosen.setting_id), setting.decider, command)

    def is_bound(self, referral_id: UUID, offer_id: OfferId) -> bool:
        """Whether a placement from this offer has begun, or its agreement is in force (2.3)."""
        for stream in self._placements(referral_id):
            known = self.registers.office.known(placement.decider, stream, Known)
            came_from = known.particulars.arrangement
            if (came_from.referral_id, came_from.offer_id) != (referral_id, offer_id):
                continue
            agreed = isinstance(known.particulars.agreement, InForce)
            if isinstance(known, Begun) or (agreed and not isinstance(known, NotStarted)):
                return True
        return False

    def calling_off(
        self, referral_id: UUID, reason: str, of: CaseId | None = None
    ) -> Sequence[Ask]:
        """What a placement proposed from this referral leaves behind when it is not to be.

        Of several children `of` names the one who lives elsewhere; unsaid, it is nobody's.
        """
        asks: list[Ask] = []
        for stream in self._placements(referral_id):
            proposed = self._proposed_from(referral_id, stream)
            if proposed is not None and of in (None, proposed.particulars.arrangement.case_id):
                released = Places(self.registers.office).release(
                    proposed.particulars.arrangement, reason
                )
                cancelled = Ask(stream, placement.decider, CancelPlacement(reason=reason))
                asks += [cancelled, *released]
        return together(asks)

    def start_agreed(self, referral_id: UUID) -> bool:
        """Whether a day is agreed on which a child of this search moves in, or it lives there."""
        known = (
            self.registers.office.known(placement.decider, stream, Known)
            for stream in self._placements(referral_id)
        )
        return any(
            isinstance(each, AwaitingStart | Current)
            and each.particulars.arrangement.referral_id == referral_id
            for each in known
        )

    def _placements(self, referral_id: UUID) -> Iterator[StreamId]:
        """Every placement of every child of a search, from whichever search it came."""
        for case_id in self.requests.siblings.of(referral_id).by_number.values():
            for stream in self.streams_of_case.streams_of(case_id):
                if stream.startswith("placement-"):
                    yield stream

    def _proposed_from(self, referral_id: UUID, stream: StreamId) -> ToCome | None:
        state = self.registers.office.known(placement.decider, stream, Known)
        came_from = state.particulars.arrangement.referral_id
        return state if isinstance(state, ToCome) and came_from == referral_id else None
